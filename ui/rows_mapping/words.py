"""The words of lists, guesses and rows."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.sheets import Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.domain.wording import WORDS, day_words, label
from coproduce.i18n import _
from coproduce.imports.mapping import MappedColumn, Why
from coproduce.imports.table_plan import Choice, Doing, PlannedRow
from ui.kit.cells import PillCell, Tone

if TYPE_CHECKING:
    from ui.rows_mapping.viewmodel import RowsMapping

_SAYS_MOST = ("name", "title", "question", "words", "paper", "need", "label", "option", "answer", "before", "turns", "capacity")


def list_name(sheet: Sheet) -> str:
    """A list as people call it."""
    return {
        "Rates": _("Rates"),
        "Projects": _("Projects"),
        "People": _("People"),
        "Requirements": _("What people need"),
        "Workshops": _("Workshops"),
        "Blocks": _("Parts of the plan"),
        "Attendance": _("Attendance"),
        "Papers": _("Papers"),
        "Access": _("Access"),
        "Payments": _("Payments"),
        "Contributions": _("What people said"),
        "Decisions": _("Decisions"),
        "Options": _("Options of decisions"),
        "Deciders": _("Who decided"),
        "Dissent": _("Disagreement"),
        "Changes": _("What decisions changed"),
        "Turns": _("Turns at speaking"),
        "Verdicts": _("Verdicts on workshops"),
        "Equality": _("Equality counts"),
    }.get(sheet.name, sheet.name)


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
        Doing.ADD: PillCell(_("Add"), Tone.OK, "plus"),
        Doing.UPDATE: PillCell(_("Update"), Tone.INFO, "refresh-cw"),
        Doing.UNCHANGED: PillCell(_("Nothing new"), Tone.PLAIN, "check"),
        Doing.LEAVE_OUT: PillCell(_("Left out"), Tone.PLAIN, "minus"),
        Doing.WRONG: PillCell(_("Put right"), Tone.BAD, "triangle-alert"),
        Doing.ASK: PillCell(_("Choose"), Tone.WARN, "circle-help"),
    }[doing]


def same_question(sheet: Sheet) -> str:
    """What is asked about a row that may be there already."""
    return _("Is this the same person?") if sheet is PEOPLE else _("Is this there already?")


def choices_for(sheet: Sheet, row: PlannedRow) -> list[tuple[str, Choice | None]]:
    """What can be done with a row. The first answer of a doubtful one is no answer yet."""
    if row.wrong:
        return [(_("Put it right first"), None), (_("Leave out"), Choice.LEAVE_OUT)]
    if not row.is_doubtful:
        words = _("Update") if row.doing in (Doing.UPDATE, Doing.UNCHANGED) else _("Add")
        return [(words, None), (_("Leave out"), Choice.LEAVE_OUT)]
    known = [] if row.doing is not Doing.ASK else [(_("Choose…"), None)]
    same, other = (
        (_("Same person – update"), _("Another person – add")) if sheet is PEOPLE else (_("The same – update"), _("Another one – add"))
    )
    return [*known, (same, Choice.UPDATE), (other, Choice.ADD), (_("Leave out"), Choice.LEAVE_OUT)]


def value_words(value: Any) -> str:
    """A value as one reads it."""
    if value is None or value == ():
        return _("not recorded")
    if isinstance(value, tuple):
        return "; ".join(map(value_words, value))
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, Money):
        return value.plain()
    if isinstance(value, StrEnum) and type(value) in WORDS:
        return label(value)
    return str(value)


def row_title(model: RowsMapping, row: PlannedRow) -> str:
    """What a row is about: somebody, or the first of its words that says most."""
    values, written = row.read.values, row.read.written
    person = next((column.name for column in model.sheet.columns if column.parent is Person and column.name == "person_id"), None)
    if person is not None and model.sheet.by_field[person].required:
        found = model.called(person, values.get(person)) or written.get(person)
        if found:
            return found
    found = next((value_words(values[name]) for name in _SAYS_MOST if values.get(name) is not None), None)
    return found or (_("No name") if model.sheet is PEOPLE else _("Row {number}").format(number=row.number))


def row_under(model: RowsMapping, row: PlannedRow) -> str:
    """What is wrong with a row, or what else it says."""
    if row.wrong:
        return row.wrong[0].expected
    title = row_title(model, row)
    said = (model.called(name, value) or value_words(value) for name, value in row.read.values.items() if name != "id")
    return " · ".join([words for words in said if words != title][:3])
