"""A workshop: people meeting on a day, for a project."""

from __future__ import annotations

from dataclasses import dataclass
import datetime

from coproduce.domain.codes import Stage, WorkshopFormat, WorkshopState
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Workshop:
    """`invited_on`, `adjustments_by` and `feedback_promised_by` are dates given to people; `headcount` is how many
    were in the room by count, where somebody counted."""

    id: WorkshopId
    project_id: ProjectId
    title: str
    date: datetime.date
    starts_at: datetime.time | None = None
    venue: str | None = None
    format: WorkshopFormat | None = None
    stages: tuple[Stage, ...] = ()
    state: WorkshopState | None = None
    invited_on: datetime.date | None = None
    adjustments_by: datetime.date | None = None
    feedback_promised_by: datetime.date | None = None
    headcount: int | None = None
    cancelled_reason: str | None = None

    @property
    def was_held(self) -> bool:
        """Held or closed; says nothing about the date."""
        return self.state in (WorkshopState.HELD, WorkshopState.CLOSED)

    def check(self) -> None:
        """Raises `Refused` where the workshop has no title."""
        if not self.title.strip():
            raise Refused(_("Give the workshop a title."), field="title")
