"""What the form of a part of the day asks, on whichever page it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coproduce.domain.agenda import Block
from coproduce.domain.ids import PersonId
from coproduce.i18n import _
from ui.forms.choosing import proposers
from ui.kit.fields import Choice, Field, Further, SeveralField
from ui.kit.noun_form import Line, fields_for, recorded


def _who() -> Further:
    return Further(_("Who leads it, and whose idea it was"), _("So that you can show whose day it was."))


def part_fields(block: Block | None, persons: Sequence[Choice], *, order: int = 0) -> list[Field]:
    """The questions about a part, filled from `block` where there is one. `persons` are those who may lead or propose it.

    Without an `order` the page knows where a new part goes, and does not ask.
    """
    led_by = block.led_by if block else ()
    lines = [*_common(order), *(_when() if order else []), *_notes(), *_whose(persons), *(_on_the_day() if block else [])]
    fields = fields_for(Block, lines, block, **({} if block else {"order": order}))
    hint = _("People who take part may lead as well. Reports show how much of the day they led.")
    return [*fields, SeveralField("led_by", _("Led by"), hint, choices=persons, value=frozenset(led_by), group=_who())]


def part_values(values: dict[str, Any], led_before: Sequence[PersonId] = ()) -> dict[str, Any]:
    """The answers as a block keeps them; those who led before keep their order."""
    chosen = values["led_by"]
    led_by = [person for person in led_before if person in chosen]
    led_by += [PersonId(person) for person in sorted(chosen) if person not in led_by]
    return {**recorded(Block, {name: value for name, value in values.items() if name != "led_by"}), "led_by": tuple(led_by)}


def part_changes(block: Block, values: dict[str, Any]) -> dict[str, Any]:
    """Of the answers, those that differ from what the block holds."""
    return {name: value for name, value in part_values(values, block.led_by).items() if getattr(block, name) != value}


def _common(order: int) -> list[Line]:
    place = [Line("order", _("Place in the day"), _("1 for the first part. Parts with the same number run side by side."))] if order else []
    return [
        Line("title", _("What happens")),
        Line("minutes", _("Minutes"), _("Such as 45, or 1 h 30. 0 is a fixed point.")),
        Line("category", _("What it is for")),
        *place,
    ]


def _when() -> list[Line]:
    when = Further(_("When, and beside what"), _("The start follows from the parts before it, unless you fix it."))
    return [
        Line("lane", _("Lane"), _("Its name, where two or more parts run side by side."), group=when),
        Line("split", _("Which split"), _("A number, only where two splits follow one another."), group=when),
        Line("pinned_start", _("Fixed start"), _("Leave blank to follow the part before."), group=when),
        Line("day", _("Day"), _("1 for the first day, 2 for the next, 0 for before the day."), group=when),
    ]


def _notes() -> list[Line]:
    notes = Further(_("Goal, materials and notes"), _("Printed on the sheets of those who need them."))
    return [
        Line("goal", _("What should come of it"), long=True, group=notes),
        Line("materials", _("Materials"), _("With a semicolon between, so that they make one list."), group=notes),
        Line("for_participants", _("Notes for participants"), _("Printed on their agenda."), long=True, group=notes),
        Line("for_facilitators", _("Notes for facilitators"), _("Only on the facilitators’ sheet."), long=True, group=notes),
        Line("is_sensitive", _("May it touch on something painful?"), _("Then people are looked after: the checks ask how."), group=notes),
        Line("method", _("Method"), _("Where it follows one."), group=notes),
    ]


def _whose(persons: Sequence[Choice]) -> list[Line]:
    open_hint = _("Asking about what is settled is not asking.")
    kept = _("Set when people were invited; it shows whether anything changed after.")
    return [
        Line("proposed_by", _("Proposed by"), choices=proposers(persons), group=_who()),
        Line("at_invitation", _("When people were invited, was it open?"), open_hint, group=_who()),
        Line("locked_on", _("How open it was is fixed since"), kept, group=_who()),
        Line("changed_after_on", _("Changed after the invitation on"), kept, group=_who()),
    ]


def _on_the_day() -> list[Line]:
    day = Further(_("What happened on the day"), _("Kept by itself while you run the day; here to put right."))
    return [
        Line("began_at", _("Began at"), group=day),
        Line("ended_at", _("Ended at"), group=day),
        Line("extra_minutes", _("Minutes added on the day"), group=day),
    ]
