"""The plan of a day: blocks one after another, and the papers people need beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from coproduce.domain.codes import AtInvitation, BlockCategory, fold
from coproduce.domain.ids import PersonId, RowId, WorkshopId, new_row_id

ANY_FORMAT = "none"
"""`format_needed` of somebody for whom any format will do."""


@dataclass(eq=False)
class Block:
    """A part of the day, `minutes` long. Blocks of one `order` in different `lane`s run side by side.

    `led_by` are people; `proposed_by` a person id, or `organiser`.
    """

    workshop_id: WorkshopId
    order: int
    title: str
    minutes: int
    lane: str | None = None
    pinned_start: time | None = None
    category: BlockCategory | None = None
    led_by: tuple[PersonId, ...] = ()
    proposed_by: str | None = None
    at_invitation: AtInvitation | None = None
    id: RowId = field(default_factory=new_row_id)


@dataclass(eq=False)
class Paper:
    """One paper owed to one person for one workshop."""

    workshop_id: WorkshopId
    person_id: PersonId
    paper: str
    format_needed: str | None = None
    format_sent: str | None = None
    sent_on: date | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def right_format(self) -> bool | None:
        """Whether what was sent is what was needed; None where nobody recorded what was needed."""
        if self.format_needed is None or not self.format_needed.strip():
            return None
        needed = fold(self.format_needed)
        return needed == fold(ANY_FORMAT) or needed == fold(self.format_sent)
