"""A workshop: people meeting on a day, for a project."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coproduce.domain.codes import Stage, WorkshopFormat, WorkshopState
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Workshop:
    """`invited_on`, `adjustments_by` and `feedback_promised_by` are dates given to people; `headcount` is how many
    were in the room by count, where somebody counted.
    """

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

    def mark_held(self, today: datetime.date) -> None:
        """It took place. Refused before its day, and once it is cancelled."""
        if self.state is WorkshopState.CANCELLED:
            raise Refused(_("This workshop is cancelled. Change its state first if it did take place."), brief=_("cancelled"))
        if self.date > today:
            raise Refused(
                _("This workshop has not happened yet. Mark it as held on the day or after."), field="date", brief=_("not happened yet")
            )
        self.state = WorkshopState.HELD

    def close(self) -> None:
        """Everything about it is written down. Refused before it was held."""
        if not self.was_held:
            raise Refused(_("Only a workshop that was held can be closed. Mark it as held first."), brief=_("not held yet"))
        self.state = WorkshopState.CLOSED

    def cancel(self, reason: str) -> None:
        """It will not take place. The reason is kept; refused once it was held."""
        if not reason.strip():
            raise Refused(_("Say why it is cancelled, so that people can be told."), field="cancelled_reason")
        if self.was_held:
            raise Refused(_("This workshop was held, so it cannot be cancelled."))
        self.state, self.cancelled_reason = WorkshopState.CANCELLED, reason.strip()

    def reopen(self) -> None:
        """Something is still to be written down after all. Refused unless it is closed."""
        if self.state is not WorkshopState.CLOSED:
            raise Refused(_("Only a closed workshop can be opened again."))
        self.state = WorkshopState.HELD

    def reinstate(self) -> None:
        """It takes place after all; the reason for cancelling goes. Refused unless it is cancelled."""
        if self.state is not WorkshopState.CANCELLED:
            raise Refused(_("This workshop is not cancelled."))
        self.state, self.cancelled_reason = WorkshopState.PLANNED, None
