"""The plan of a day: blocks one after another, lanes that run side by side, and the papers people need beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from coproduce.domain.codes import AtInvitation, BlockCategory, YesNo, fold
from coproduce.domain.ids import PersonId, RowId, WorkshopId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _

ANY_FORMAT = "none"
"""`format_needed` of somebody for whom any format will do."""

BEFORE_THE_DAY = 0
"""`day` of what is done beforehand: such blocks have no time of day."""

LONGEST_BLOCK = 24 * 60
"""Minutes in a day."""


@dataclass(eq=False)
class Block:
    """A part of the day, `minutes` long; 0 is a fixed point, such as "finish by".

    Blocks with a `lane` run side by side: neighbouring `order`s with lanes are one split, in which each lane is a list of
    its own and the split lasts as long as the longest (`split` tells two neighbouring splits apart). `day` is 1 for the first
    day, 2 for the next, 0 for before the day; blank is the first. `led_by` are people; `proposed_by` a person id, or `organiser`.

    `at_invitation` is how open the question was when people were invited: `locked_on` is the day that was fixed,
    `changed_after_on` the day it was changed all the same. `began_at`, `ended_at` and `extra_minutes` are what happened.
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
    day: int | None = None
    split: int | None = None
    goal: str | None = None
    materials: str | None = None
    for_participants: str | None = None
    for_facilitators: str | None = None
    is_sensitive: YesNo | None = None
    method: str | None = None
    locked_on: date | None = None
    changed_after_on: date | None = None
    began_at: time | None = None
    ended_at: time | None = None
    extra_minutes: int | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def day_number(self) -> int:
        """The day it is on: 1 where nobody said."""
        return 1 if self.day is None else self.day

    @property
    def is_question(self) -> bool:
        """Something is to be decided in it."""
        return self.category is BlockCategory.DECISION or self.at_invitation is not None

    def check(self) -> None:
        """Raises `Refused` where it has no title, or its length cannot be."""
        if not self.title.strip():
            raise Refused(_("Say what this part of the day is."), field="title")
        if not 0 <= self.minutes <= LONGEST_BLOCK:
            raise Refused(_("Write the length as a whole number of minutes, a day at most."), field="minutes")

    def say_how_open(self, answer: AtInvitation | None, *, on: date) -> None:
        """How open the question is. Once people were invited the change is kept, and that it came after."""
        if answer is self.at_invitation:
            return
        self.at_invitation = answer
        if self.locked_on is not None:
            self.changed_after_on = on

    def lock(self, on: date) -> None:
        """People are invited: what was open that day is fixed. A later invitation changes nothing."""
        if self.locked_on is None:
            self.locked_on = on


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


@dataclass(eq=False)
class Lane:
    """What is known about one lane of a workshop, by its name.

    A caucus (`is_caucus`) meets apart to come back stronger; what is kept is why, who facilitates, and
    `agreed_to_share`: what the group agreed to share. Source: Racial Equity Tools, caucus and affinity groups.
    """

    workshop_id: WorkshopId
    lane: str
    place: str | None = None
    is_caucus: YesNo | None = None
    purpose: str | None = None
    facilitator_id: PersonId | None = None
    agreed_to_share: str | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where the lane has no name."""
        if not self.lane.strip():
            raise Refused(_("Give the lane a name, such as Group A."), field="lane")


@dataclass(eq=False)
class LaneSeat:
    """Who is in which lane. Never in any document: being in a caucus can give somebody away."""

    workshop_id: WorkshopId
    lane: str
    person_id: PersonId
    id: RowId = field(default_factory=new_row_id)


@dataclass(eq=False)
class CheckNote:
    """Why a plan check is known and left: "we know, because …". `check_key` names the check; it is kept until taken back."""

    workshop_id: WorkshopId
    check_key: str
    because: str
    noted_on: date | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where no reason is given."""
        if not self.because.strip():
            raise Refused(_("Say why it is all right, in a few words."), field="because")
