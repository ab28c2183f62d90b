"""The words of fields, guesses and rows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from coproduce.domain.wording import WORDS, day_words, label
from coproduce.i18n import _
from coproduce.imports.mapping import MappedColumn, Why
from coproduce.imports.people_plan import Choice, Doing, PlannedPerson
from ui.kit.cells import PillCell, Tone


def field_words(name: str) -> str:
    """A field of a person, as people say it."""
    return {
        "name": _("Name"),
        "first_name": _("First name"),
        "last_name": _("Last name"),
        "id": _("Id"),
        "full_name": _("Full name"),
        "group": _("Group"),
        "named_contact": _("Whom they can turn to"),
        "inducted_on": _("Welcomed in on"),
        "induction_confirmed": _("Did they say the welcome was enough?"),
        "access_asked": _("Have they been asked what they need?"),
        "access_first_asked_on": _("First asked on"),
        "upfront_asked_on": _("Asked about money before the day on"),
        "reply_format": _("Reply format"),
        "left_on": _("Left on"),
        "left_reason_asked": _("Were they asked why they left?"),
        "under_18": _("Under 18?"),
        "guardian_consent_on": _("Parent or guardian agreed on"),
        "retain_until": _("Keep their record until"),
    }[name]


def why_words(column: MappedColumn) -> str:
    """How a column came to its field."""
    if column.why is Why.NEVER:
        return column.never
    if column.field is None:
        return {
            Why.NO_PLACE: _("There is no place for it here, so it is left out."),
            Why.REMEMBERED: _("Left out, as you chose before."),
        }.get(column.why, _("Left out."))
    return {
        Why.OURS: _("One of our own headings."),
        Why.HEADING: _("A guess from the heading. Change it if it is wrong."),
        Why.CONTENT: _("A guess from what is in it. Change it if it is wrong."),
        Why.REMEMBERED: _("As you chose before."),
    }.get(column.why, _("As you chose."))


def doing_pill(doing: Doing) -> PillCell:
    """What happens to a row."""
    return {
        Doing.ADD: PillCell(_("Add"), Tone.OK, "user-plus"),
        Doing.UPDATE: PillCell(_("Update"), Tone.INFO, "refresh-cw"),
        Doing.UNCHANGED: PillCell(_("Nothing new"), Tone.PLAIN, "check"),
        Doing.LEAVE_OUT: PillCell(_("Left out"), Tone.PLAIN, "minus"),
        Doing.WRONG: PillCell(_("Put right"), Tone.BAD, "triangle-alert"),
        Doing.ASK: PillCell(_("Same?"), Tone.WARN, "circle-help"),
    }[doing]


def choices_for(row: PlannedPerson) -> list[tuple[str, Choice | None]]:
    """What can be done with a row. The first answer of a doubtful one is no answer yet."""
    if row.doing is Doing.WRONG or (row.wrong and row.doing is Doing.LEAVE_OUT):
        return [(_("Put it right first"), None), (_("Leave out"), Choice.LEAVE_OUT)]
    if not row.is_doubtful:
        return [(_("Add"), None), (_("Leave out"), Choice.LEAVE_OUT)]
    known = [] if row.doing is not Doing.ASK else [(_("Choose…"), None)]
    return [
        *known,
        (_("Same person – update"), Choice.UPDATE),
        (_("Another person – add"), Choice.ADD),
        (_("Leave out"), Choice.LEAVE_OUT),
    ]


def value_words(value: Any) -> str:
    """A value as one reads it."""
    if value is None:
        return _("not recorded")
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, StrEnum) and type(value) in WORDS:
        return label(value)
    return str(value)
