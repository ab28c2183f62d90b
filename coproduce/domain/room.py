"""What happened in the room: who came, who spoke, what was said, and how people judged it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from coproduce.domain.codes import (
    CAME_STATES,
    CHAIRING_ROLES,
    PARTICIPANT_CAPACITIES,
    RUNNING_ROLES,
    STAFFED_ROLES,
    Answer,
    AttendanceState,
    Capacity,
    GivenBy,
    InvitationResponse,
    Role,
    SaidAs,
    YesNo,
    YesPartlyNo,
)
from coproduce.domain.ids import ContributionId, PersonId, RowId, WorkshopId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _

SLIDERS = ("voice", "ways", "agenda", "change")
"""The four marks of a feedback sheet, by field."""
HIGHEST_MARK = 10


@dataclass(eq=False)
class Attendance:
    """One person at one workshop, invited or not. Capacity is held here because it changes from day to day."""

    workshop_id: WorkshopId
    person_id: PersonId
    capacity: Capacity | None = None
    role: Role | None = None
    response: InvitationResponse | None = None
    state: AttendanceState | None = None
    minutes_present: int | None = None
    prep_minutes_asked: int | None = None
    travel_minutes: int | None = None
    minutes_chaired: int | None = None
    access_asked_on: date | None = None
    arrived_at: time | None = None
    left_at: time | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def came(self) -> bool:
        """Was in the room at some time."""
        return self.state in CAME_STATES

    @property
    def is_staffed(self) -> bool:
        """There to support somebody: an interpreter or a supporter."""
        return self.role in STAFFED_ROLES

    @property
    def runs_it(self) -> bool:
        """There to run the day: facilitator, chair, co-chair or note-taker."""
        return self.role in RUNNING_ROLES

    @property
    def may_chair(self) -> bool:
        """Facilitator, chair or co-chair."""
        return self.role in CHAIRING_ROLES

    @property
    def is_participant(self) -> bool:
        """There with lived experience, as a member of the community or as a carer; not to support somebody."""
        return self.capacity in PARTICIPANT_CAPACITIES and not self.is_staffed

    def stayed(self, minutes: int) -> None:
        """They were here for the day, of so many minutes; whoever signed in and left early, for as long as that says.

        Refused where they did not come, and where it is written down already.
        """
        if not self.came:
            raise Refused(_("They did not come."), field="minutes_present", brief=_("did not come"))
        if self.minutes_present is not None:
            raise Refused(_("How long they were here is written down already."), field="minutes_present", brief=_("written down already"))
        self.minutes_present = minutes if self.left_at is None or self.arrived_at is None else _between(self.arrived_at, self.left_at)

    def arrive(self, at: time | None) -> None:
        """They are here. Whoever comes back keeps the time they first came."""
        if self.state is not AttendanceState.UNEXPECTED:
            self.state = AttendanceState.HERE
        self.arrived_at, self.left_at = self.arrived_at or at, None

    def leave(self, at: time | None) -> None:
        """They left before the end. Refused where they have not come, and before they came."""
        if not self.came:
            raise Refused(_("They have not come yet. Sign them in first."), field="state")
        if at is not None and self.arrived_at is not None and at < self.arrived_at:
            raise Refused(_("They came at {time}. They cannot have left before.").format(time=f"{self.arrived_at:%H:%M}"), field="left_at")
        self.state, self.left_at = AttendanceState.LEFT_EARLY, at


def _between(first: time, last: time) -> int:
    """Minutes from one time of the day to a later one."""
    return max(0, last.hour * 60 + last.minute - first.hour * 60 - first.minute)


@dataclass(eq=False)
class Contribution:
    """Something somebody said, in their words, and what came of it. `part` is the title of the part of the day in which it was said.

    Answering (deciding what to do) and telling (letting people know) are two moments. `difference_asked_on` is the day the person was
    asked whether it made a difference: `made_a_difference` is theirs to say, and blank after that day means no reply yet.
    """

    id: ContributionId
    workshop_id: WorkshopId
    words: str
    person_id: PersonId | None = None
    capacity: Capacity | None = None
    said_as: SaidAs | None = None
    theme: str | None = None
    part: str | None = None
    answer: Answer | None = None
    answered_on: date | None = None
    reason: str | None = None
    told_on: date | None = None
    told_how: str | None = None
    made_a_difference: YesPartlyNo | None = None
    difference_asked_on: date | None = None

    @property
    def is_answered(self) -> bool:
        """Has both an answer and its date."""
        return self.answer is not None and self.answered_on is not None

    @property
    def is_closed(self) -> bool:
        """The loop is closed: answered, told, and they said whether it made a difference."""
        return self.is_answered and self.told_on is not None and self.made_a_difference is not None

    def check(self) -> None:
        """Raises `Refused` where nothing was written down."""
        if not self.words.strip():
            raise Refused(_("Write down what was said."), field="words")

    def give_answer(self, answer: Answer, *, on: date, reason: str | None) -> None:
        """Record what was done with it. A no, or a part, needs a reason people can be told."""
        if answer in (Answer.NOT_ADOPTED, Answer.PART) and not (reason or "").strip():
            raise Refused(_("Say why. People can accept a no; a no without a reason is what makes them leave."), field="reason")
        self.answer, self.answered_on, self.reason = answer, on, (reason or "").strip() or None

    def tell(self, *, on: date, how: str | None) -> None:
        """Record that people were told the answer. Refused before there is one, or before its date."""
        if not self.is_answered or self.answered_on is None:
            raise Refused(_("There is no answer to tell yet. Record the answer first."), field="answer", brief=_("no answer yet"))
        if on < self.answered_on:
            raise Refused(_("People cannot have been told before there was an answer."), field="told_on", brief=_("answered later"))
        self.told_on, self.told_how = on, (how or "").strip() or None

    def ask_difference(self, *, on: date, said: YesPartlyNo | None) -> None:
        """They were asked whether it made a difference, and what they said, if they have (None: no reply yet).

        Refused before they were told what came of it: nobody can judge what they have not heard.
        """
        if self.told_on is None:
            words = _("They have not been told what came of it yet. Tell them first, then ask.")
            raise Refused(words, field="difference_asked_on", brief=_("not told yet"))
        if on < self.told_on:
            words = _("They cannot have been asked before they were told.")
            raise Refused(words, field="difference_asked_on", brief=_("told later"))
        self.difference_asked_on, self.made_a_difference = on, said or self.made_a_difference


@dataclass(eq=False)
class Turns:
    """How often a person spoke, or how often a whole group did: those of one capacity, or those who run the day (`runs_it`).

    Whoever runs the day is counted apart, whatever their capacity. A named person's capacity is ignored.
    """

    workshop_id: WorkshopId
    turns: int
    person_id: PersonId | None = None
    capacity: Capacity | None = None
    runs_it: YesNo | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def is_of_those_who_run_it(self) -> bool:
        """The count of everybody who runs the day together."""
        return self.person_id is None and self.runs_it is YesNo.YES

    def is_of(self, person_id: PersonId | None, capacity: Capacity | None, *, runs_it: bool = False) -> bool:
        """These are the turns of that person or, where there is none, of that group."""
        if person_id is not None or self.person_id is not None:
            return self.person_id == person_id
        return self.is_of_those_who_run_it if runs_it else not self.is_of_those_who_run_it and self.capacity is capacity

    def check(self) -> None:
        """Raises `Refused` where the turns are nobody's."""
        if self.person_id is None and self.capacity is None and not self.is_of_those_who_run_it:
            raise Refused(_("Say whose turns these are: a person, or a group."), field="person_id")
        if self.turns < 0:
            raise Refused(_("Write how often they spoke, such as 7. Nobody speaks less than 0 times."), field="turns")


@dataclass(eq=False)
class Verdict:
    """One anonymous sheet after a workshop: four sliders from 0 to 10 (Source: the Cube, Gibson and others 2012)."""

    workshop_id: WorkshopId
    given_by: GivenBy
    voice: int | None = None
    ways: int | None = None
    agenda: int | None = None
    change: int | None = None
    access_worked: YesPartlyNo | None = None
    had_influence: YesPartlyNo | None = None
    words: str | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where an answer is outside the scale."""
        for name in SLIDERS:
            mark: int | None = getattr(self, name)
            if mark is not None and not 0 <= mark <= HIGHEST_MARK:
                raise Refused(_("Write a whole number from 0 to 10, or leave it blank."), field=name)
