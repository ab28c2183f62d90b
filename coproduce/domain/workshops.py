"""A workshop: people meeting on a day, for a project."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coproduce.domain.codes import Stage, WorkshopFormat, WorkshopState, YesNo
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Workshop:
    """`invited_on`, `adjustments_by` and `feedback_promised_by` are dates given to people; `headcount` is how many
    were in the room by count, where somebody counted, and `expected` how many are looked for while nobody is on the list.

    How people are kept safe: `supporter` by name, `quiet_room`, `stop_signal`, the day content notes went out, `debrief`
    (when and with whom). Of follow-ups after distress only counts are kept, never what it was. `voice_agreed` says whether people
    agreed that turns are counted. Source: Draucker 2009, distress protocol.
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
    expected: int | None = None
    room_capacity: int | None = None
    online_link: str | None = None
    online_part: str | None = None
    supporter: str | None = None
    quiet_room: str | None = None
    stop_signal: str | None = None
    content_notes_on: datetime.date | None = None
    debrief: str | None = None
    follow_ups_owed: int | None = None
    follow_ups_done: int | None = None
    voice_agreed: YesNo | None = None

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

    def owe_follow_up(self) -> None:
        """One more person is to be asked how they are."""
        self.follow_ups_owed = (self.follow_ups_owed or 0) + 1

    def follow_up_done(self) -> None:
        """One more was asked. Refused where nobody is left to ask."""
        done = self.follow_ups_done or 0
        if done >= (self.follow_ups_owed or 0):
            raise Refused(_("No follow-up is owed. Note one first."), field="follow_ups_done")
        self.follow_ups_done = done + 1

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
