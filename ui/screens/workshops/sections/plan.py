"""The plan of the day, part by part, and the days promised to people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coproduce.domain.agenda import Block
from coproduce.domain.ids import PersonId, RowId
from coproduce.domain.wording import day_words, label, list_words
from coproduce.i18n import _
from coproduce.operations import agenda
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.choosing import proposers
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Fact, Item, Note, Part, doing
from ui.kit.fields import Choice, Field, Further, SeveralField
from ui.kit.noun_form import Line, fields_for, recorded
from ui.screens.workshops.plan import starts, total_minutes
from ui.screens.workshops.sections.section import DaySection, Section, joined


class PlanSection(DaySection):
    """Starts follow from the order and the lengths."""

    key = Section.PLAN

    @property
    def title(self) -> str:
        return _("Plan")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.blocks)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        minutes = total_minutes(found.blocks)
        length = _("{h} h {m} min in all").format(h=minutes // 60, m=minutes % 60) if minutes else _("Nothing is planned yet.")
        parts: list[Part] = [Acts((Act("add_block", _("Add a part"), self.add, "plus"),)), Note(length, quiet=True)]
        begins = starts(found.blocks, found.workshop.starts_at)
        for block in found.blocks:
            key, start = f"block {block.id}", begins[block.id]
            title = f"{start:%H:%M}  {block.title}" if start else block.title
            parts.append(Item(key, title, _under(block, found), self.toggle(key), icon="clock"))
            parts += self.opened(key, self._acts(block))
        return parts + _promises(found)

    def add(self) -> None:
        """Ask what happens next."""
        last = max((block.order for block in self.found.blocks), default=0)
        self.shell.open_form(_("Add a part of the plan"), self._fields(None, last + 1), self._add, ok=_("Add"))

    def edit(self, block_id: str) -> None:
        """Ask what is different about a part."""
        block = next(block for block in self.found.blocks if block.id == block_id)
        fields = self._fields(block, block.order)
        self.shell.open_form(_("Edit a part of the plan"), fields, lambda values: self._save(block, values), ok=_("Save"))

    def move(self, block_id: str, by: int) -> None:
        """Move a part earlier or later."""
        self.shell.attempt(lambda: agenda.move_block(self.file, RowId(block_id), by=by))

    def delete(self, block_id: str) -> None:
        """Take a part out of the day."""
        attempt_delete(self.shell, lambda: agenda.delete_block(self.file, RowId(block_id)))

    def _acts(self, block: Block) -> tuple[Act, ...]:
        return (
            Act("block_edit", _("Edit"), doing(self.edit, block.id), "pencil"),
            Act("block_up", _("Earlier"), doing(self.move, block.id, -1), "arrow-up"),
            Act("block_down", _("Later"), doing(self.move, block.id, 1), "arrow-down"),
            Act("block_delete", _("Delete"), doing(self.delete, block.id), "trash-2"),
        )

    def _fields(self, block: Block | None, order: int) -> list[Field]:
        led_by = block.led_by if block else ()
        persons = self.people(*led_by, block.proposed_by if block else None)
        fields = fields_for(Block, block_lines(proposers(persons)), block, order=order)
        hint = _("People who take part may lead as well. Reports show how much of the day they led.")
        led = SeveralField("led_by", _("Led by"), hint, choices=persons, value=frozenset(led_by), group=_who())
        return [*fields, led]

    def _add(self, values: dict[str, Any]) -> RowId:
        return agenda.add_block(self.file, self.workshop_id, **_recorded(values, ()))

    def _save(self, block: Block, values: dict[str, Any]) -> None:
        given = _recorded(values, block.led_by)
        agenda.edit_block(self.file, block.id, **{name: value for name, value in given.items() if getattr(block, name) != value})


def _who() -> Further:
    return Further(_("Who leads it, and whose idea it was"), _("So that you can show whose day it was."))


def block_lines(proposed_by: Sequence[Choice]) -> list[Line]:
    """About a part of the plan."""
    when = Further(_("When, and beside what"), _("The start follows from the parts before it, unless you fix it."))
    beside = _("1 for the first part of the day. Parts with the same number run side by side.")
    return [
        Line("title", _("What happens")),
        Line("minutes", _("Minutes"), _("Such as 45, or 1 h 30. 0 is a fixed point.")),
        Line("category", _("What it is for")),
        Line("order", _("Place in the day"), beside),
        Line("lane", _("Lane"), _("Its name, where two or more parts run side by side."), group=when),
        Line("pinned_start", _("Fixed start"), _("Leave blank to follow the part before."), group=when),
        Line("proposed_by", _("Proposed by"), choices=proposed_by, group=_who()),
        Line("at_invitation", _("When people were invited, was it open?"), _("Asking about what is settled is not asking."), group=_who()),
    ]


def _under(block: Block, found: WorkshopDetail) -> str:
    led = list_words(found.names.get(person, person) for person in block.led_by)
    return joined(
        _("{n} min").format(n=block.minutes),
        label(block.category) if block.category else "",
        _("led by {names}").format(names=led) if led else "",
        block.lane,
    )


def _promises(found: WorkshopDetail) -> list[Part]:
    workshop = found.workshop
    promises = [
        ("mail", _("INVITED ON"), workshop.invited_on),
        ("accessibility", _("TELL US WHAT YOU NEED BY"), workshop.adjustments_by),
        ("message-circle", _("ANSWER PROMISED BY"), workshop.feedback_promised_by),
    ]
    return [Fact(icon, caption, day_words(day)) for icon, caption, day in promises if day]


def _recorded(values: dict[str, Any], led_before: Sequence[PersonId]) -> dict[str, Any]:
    """The answers as a block keeps them; those who led before keep their order."""
    chosen = values["led_by"]
    led_by = [person for person in led_before if person in chosen]
    led_by += [PersonId(person) for person in sorted(chosen) if person not in led_by]
    return {**recorded(Block, {name: value for name, value in values.items() if name != "led_by"}), "led_by": tuple(led_by)}
