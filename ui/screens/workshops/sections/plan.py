"""The plan of the day, part by part, and the days promised to people."""

from __future__ import annotations

from typing import Any

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.ids import RowId
from coproduce.domain.plan import days_of
from coproduce.domain.timetable import clock, timetable
from coproduce.domain.wording import day_words, label, list_words
from coproduce.i18n import _
from coproduce.operations import agenda
from coproduce.operations.plan import step_part
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.part_of_day import part_changes, part_fields, part_values
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Fact, Item, Note, Part, doing
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
        tables = {day: timetable(found.blocks, found.workshop.starts_at, day) for day in days_of(found.blocks)}
        minutes = sum(table.total for day, table in tables.items() if day != BEFORE_THE_DAY)
        length = _("{h} h {m} min in all").format(h=minutes // 60, m=minutes % 60) if minutes else _("Nothing is planned yet.")
        acts = (Act("open_plan", _("Open the plan"), self.go, "list-checks"), Act("add_block", _("Add a part"), self.add, "plus"))
        parts: list[Part] = [Acts(acts), Note(length, quiet=True)]
        begins = {timed.block.id: clock(timed.start) for table in tables.values() for timed in table.timed}
        for block in found.blocks:
            key, start = f"block {block.id}", begins[block.id]
            title = f"{start:%H:%M}  {block.title}" if start else block.title
            line = Item(key, title, _under(block, found), self.toggle(key), icon="clock")
            parts += [line, *self.opened(line, self._acts(block), block.title)]
        return parts + _promises(found)

    def add(self) -> None:
        """Ask what happens next."""
        last = max((block.order for block in self.found.blocks), default=0)
        self.shell.open_form(_("Add a part of the plan"), part_fields(None, self.people(), order=last + 1), self._add, ok=_("Add"))

    def edit(self, block_id: str) -> None:
        """Ask what is different about a part."""
        block = next(block for block in self.found.blocks if block.id == block_id)
        fields = part_fields(block, self.people(*block.led_by, block.proposed_by), order=block.order)
        self.shell.open_form(_("Edit a part of the plan"), fields, lambda values: self._save(block, values), ok=_("Save"))

    def _add(self, values: dict[str, Any]) -> RowId:
        return agenda.add_block(self.file, self.workshop_id, **part_values(values))

    def _save(self, block: Block, values: dict[str, Any]) -> None:
        agenda.edit_block(self.file, block.id, **part_changes(block, values))

    def go(self) -> None:
        """Open the plan on a page of its own."""
        self.shell.go_to("plan", self.workshop_id)

    def move(self, block_id: str, by: int) -> None:
        """Move a part earlier or later."""
        self.shell.attempt(lambda: step_part(self.file, RowId(block_id), by=by))

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
