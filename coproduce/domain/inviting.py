"""What one person is asked to: everything an invitation to one workshop says to one person, and what it still cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.asking import is_to_ask
from coproduce.domain.codes import (
    ORGANISATION_CAPACITIES,
    STAFFED_ROLES,
    WITHHELD,
    AttendanceState,
    InvitationResponse,
    WorkshopFormat,
)
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.i18n import _

INVITATION = "Invitation"
"""What the paper is called that says that an invitation went out. It is data, the same in every language."""


@dataclass(frozen=True)
class Occasion:
    """What the invitations to one workshop have in common. `blocks` are those of all days."""

    settings: WorkspaceSettings
    project: Project
    workshop: Workshop
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Invited:
    """One person on the list, with what was arranged for them, offered to them and sent to them for this workshop."""

    occasion: Occasion
    person: Person
    seat: Attendance
    arrangements: tuple[Arrangement, ...] = ()
    payments: tuple[Payment, ...] = ()
    papers: tuple[Paper, ...] = ()

    @property
    def invitation(self) -> Paper | None:
        """The paper that says whether the invitation went out."""
        return next((paper for paper in self.papers if paper.paper == INVITATION), None)

    @property
    def is_veiled(self) -> bool:
        """Whoever writes this letter does not see what they need, only that there is something."""
        return any(need.need == WITHHELD for need in self.arrangements)

    @property
    def format_wanted(self) -> str | None:
        """The format they read best, as far as anybody wrote it down: for this paper, for another, or for answers."""
        known = [paper.format_needed for paper in (self.invitation, *self.papers) if paper is not None]
        return next((words for words in (*known, self.person.reply_format) if words), None)

    @property
    def offers(self) -> tuple[Payment, ...]:
        """Money offered that still stands."""
        return tuple(line for line in self.payments if line.offered is not None and line.is_live and not line.is_declined)

    @property
    def is_paid_by_another(self) -> bool:
        """They are there in their job, or to support or interpret: whoever employs them pays."""
        return self.seat.capacity in ORGANISATION_CAPACITIES or self.seat.role in STAFFED_ROLES

    @property
    def is_expected(self) -> bool:
        """They are looked for on the day: they neither said no nor sent apologies."""
        return self.seat.response is not InvitationResponse.DECLINED and self.seat.state is not AttendanceState.APOLOGIES

    @property
    def was_asked(self) -> bool:
        """Somebody asked what they need, for this workshop or ever."""
        return self.seat.access_asked_on is not None or self.person.was_ever_asked

    @property
    def is_to_ask(self) -> bool:
        """They take part, and nobody asked what they need, for this workshop or ever."""
        return is_to_ask(self.person, self.seat)


def not_yet_said(invited: Invited) -> Iterator[str]:
    """What the invitation cannot say because nobody recorded it, a sentence each."""
    workshop = invited.occasion.workshop
    if workshop.starts_at is None and all(block.pinned_start is None for block in invited.occasion.blocks):
        yield _("When the day begins is not recorded.")
    if workshop.format is not WorkshopFormat.ONLINE and not (workshop.venue or "").strip():
        yield _("Where it is is not recorded.")
    if workshop.format in (WorkshopFormat.ONLINE, WorkshopFormat.HYBRID) and not (workshop.online_link or "").strip():
        yield _("There is no link for people who join online.")
    if workshop.adjustments_by is None:
        yield _("There is no day by which people can tell you what they need.")
    if not invited.offers and not invited.payments and not invited.is_paid_by_another:
        yield _("Nothing is offered for their time. If that is meant, the letter says nothing of money.")
    if not (invited.person.named_contact or "").strip():
        yield _("They have no contact by name, so the letter asks them to answer whoever sent it.")
    if invited.is_veiled:
        yield _("What they need is left out, because only leads see it. Ask a lead to write this letter.")
    if invited.format_wanted is None:
        yield _("Which format they read best is not recorded.")
