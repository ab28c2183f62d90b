"""The facts of one project as the indicators see them: the words of the rules, worked out once and indexed.

Source of the words: the definitions of Coproduce's evidence, tried by two independent readings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from coproduce.domain.codes import ORGANISATION_CAPACITIES, PARTICIPANT_CAPACITIES, AttendanceState, Capacity, PaymentKind
from coproduce.domain.dates import after
from coproduce.domain.decisions import Decision
from coproduce.domain.evidence.as_of import facts_as_of
from coproduce.domain.evidence.record_ids import attendance_id
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import ContributionId, PersonId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment, due_on
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop

NOT_THERE = frozenset({AttendanceState.APOLOGIES, AttendanceState.ABSENT})


class Side(StrEnum):
    """Which side of the table a capacity is on. Capacity blank: unknown (None), neither."""

    PARTICIPANT = "participant"
    ORGANISATION = "organisation"


def side_of(capacity: Capacity | None) -> Side | None:
    """Lived experience, community and carer are participants; employed and representing the organisation side."""
    if capacity in PARTICIPANT_CAPACITIES:
        return Side.PARTICIPANT
    return Side.ORGANISATION if capacity in ORGANISATION_CAPACITIES else None


def is_blank(text: str | None) -> bool:
    """Nothing written, or nothing but spaces."""
    return text is None or not text.strip()


@dataclass(slots=True)
class Seat:
    """One person at one workshop. `came`: here, left early or unexpected. `staffed`: an interpreter or supporter.

    `in_the_room`: came and not staffed. `participant`: of a participant capacity and not staffed, whether they came or not.
    """

    row: Attendance
    side: Side | None
    came: bool
    staffed: bool
    in_the_room: bool
    participant: bool

    @classmethod
    def of(cls, row: Attendance) -> Seat:
        """The words worked out from the row."""
        side, came, staffed = side_of(row.capacity), row.came, row.is_staffed
        return cls(row, side, came, staffed, came and not staffed, side is Side.PARTICIPANT and not staffed)

    @property
    def id(self) -> str:
        """`workshop_id/person_id`."""
        return attendance_id(self.row)

    @property
    def is_unexpected(self) -> bool:
        """Came without having been expected."""
        return self.row.state is AttendanceState.UNEXPECTED

    @property
    def is_pay_unit(self) -> bool:
        """Not staffed, not from the organisation side, and came or nobody wrote down whether."""
        return not self.staffed and self.side is not Side.ORGANISATION and (self.came or self.row.state is None)

    @property
    def is_known(self) -> bool:
        """Capacity and state are both recorded."""
        return self.side is not None and self.row.state is not None


@dataclass(slots=True)
class Sitting:
    """A held workshop: its day, the days its promises fall due, and who has a row there.

    `matured`: the day money was promised by has passed. `taken`: at least one attendance row has a state.
    """

    workshop: Workshop
    due: date
    promise: date
    matured: bool
    seats: list[Seat]

    @property
    def id(self) -> WorkshopId:
        """The workshop's."""
        return self.workshop.id

    @property
    def day(self) -> date:
        """The workshop's date."""
        return self.workshop.date

    @property
    def is_taken(self) -> bool:
        """Somebody wrote down who came."""
        return any(seat.row.state is not None for seat in self.seats)

    @property
    def room(self) -> list[Seat]:
        """Everybody in the room: came, and not there to support somebody."""
        return [seat for seat in self.seats if seat.in_the_room]


class Scene:
    """One project on one day, every list indexed once, so that each indicator is one pass."""

    def __init__(self, facts: ProjectFacts, as_of: date) -> None:
        self.as_of = as_of
        self.facts = facts = facts_as_of(facts, as_of)
        self.settings = facts.settings
        self.workshops = {workshop.id: workshop for workshop in facts.workshops if workshop.project_id == facts.project.id}
        self.seats = {(row.workshop_id, row.person_id): Seat.of(row) for row in (*facts.linked_attendances, *facts.attendances)}
        self.held = self._held()
        self.sittings = {sitting.id: sitting for sitting in self.held}
        self.taken = [sitting for sitting in self.held if sitting.is_taken]
        self.live_lines = [line for line in facts.payments if line.workshop_id in self.workshops and is_blank(line.cancelled_reason)]
        self.fee_lines = self._fee_lines()
        self.pay_units = [(sitting, seat) for sitting in self.held for seat in sitting.seats if seat.is_pay_unit]
        self.decisions = [decision for decision in facts.decisions if decision.project_id == facts.project.id]
        self.decided = [decision for decision in self.decisions if decision.decided_on is not None and self.is_held_or_none(decision)]
        self.participants_anywhere = frozenset(
            person for (workshop, person), seat in self.seats.items() if seat.participant and workshop in self.workshops
        )
        self._contributions: dict[ContributionId, Contribution] = {
            contribution.id: contribution for contribution in (*facts.linked_contributions, *facts.contributions)
        }

    def _held(self) -> list[Sitting]:
        """Workshops of the project, state held or closed, not after the day; in order of date, then id."""
        seats: dict[WorkshopId, list[Seat]] = defaultdict(list)
        for (workshop_id, _person), seat in self.seats.items():
            seats[workshop_id].append(seat)
        held = [workshop for workshop in self.workshops.values() if workshop.was_held and workshop.date <= self.as_of]
        return [self._sitting(workshop, seats[workshop.id]) for workshop in sorted(held, key=lambda each: (each.date, each.id))]

    def _sitting(self, workshop: Workshop, seats: list[Seat]) -> Sitting:
        due = due_on(workshop.date, self.settings.payment_promise_days)
        promise = workshop.feedback_promised_by or after(workshop.date, self.settings.feedback_promise_days)
        return Sitting(workshop, due, promise, due < self.as_of, seats)

    def _fee_lines(self) -> dict[tuple[WorkshopId, PersonId], list[Payment]]:
        lines: dict[tuple[WorkshopId, PersonId], list[Payment]] = defaultdict(list)
        for line in self.live_lines:
            if line.kind is PaymentKind.FEE:
                lines[line.workshop_id, line.person_id].append(line)
        return dict(lines)

    @cached_property
    def owed_lines(self) -> list[tuple[Sitting, Payment]]:
        """The lines whose promised day has passed: live, of held workshops, not declined, with an amount.

        Left out: the unpaid fee of somebody who sent apologies or did not come.
        """
        owed = []
        for line in self.live_lines:
            sitting = self.sittings.get(line.workshop_id)
            if sitting is None or not sitting.matured or line.is_declined:
                continue
            if any((line.offered, line.claimed, line.approved, line.paid)) and not self._is_fee_not_earned(line):
                owed.append((sitting, line))
        return owed

    def _is_fee_not_earned(self, line: Payment) -> bool:
        if line.kind is not PaymentKind.FEE or line.is_paid:
            return False
        seat = self.seats.get((line.workshop_id, line.person_id))
        return seat is not None and seat.row.state in NOT_THERE

    def fees_of(self, seat: Seat) -> list[Payment]:
        """The live fee lines of that person at that workshop."""
        return self.fee_lines.get((seat.row.workshop_id, seat.row.person_id), [])

    def is_held_or_none(self, decision: Decision) -> bool:
        """The decision has no workshop, or its workshop is a held one of the project."""
        return decision.workshop_id is None or decision.workshop_id in self.sittings

    def person(self, person_id: PersonId) -> Person | None:
        """The person, where the facts hold one of that id."""
        return self.facts.people.get(person_id)

    def contribution(self, contribution_id: ContributionId) -> Contribution | None:
        """A contribution of the project, or one that a change of the project points to."""
        return self._contributions.get(contribution_id)

    def side_of_contribution(self, contribution: Contribution) -> Side | None:
        """The side of the contribution's capacity, else of the person's at that workshop; None: unknown."""
        if contribution.capacity is not None or contribution.person_id is None:
            return side_of(contribution.capacity)
        seat = self.seats.get((contribution.workshop_id, contribution.person_id))
        return seat.side if seat else None

    def contributions(self) -> Iterator[tuple[Sitting, Contribution]]:
        """Every contribution of a held workshop, with the workshop."""
        for contribution in self.facts.contributions:
            sitting = self.sittings.get(contribution.workshop_id)
            if sitting is not None:
                yield sitting, contribution
