"""The facts of the honesty page: what could not be shown, what was not managed, and who was not there. No layout.

The page belongs to every report that states evidence and cannot be switched off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from coproduce.domain.codes import PARTICIPANT_CAPACITIES, AttendanceState, Capacity, DecisionMethod, DeclineReason, Stage
from coproduce.domain.dates import after
from coproduce.domain.decisions import Decision
from coproduce.domain.evidence.indicator import Result, ShareResult, State
from coproduce.domain.evidence.record_ids import attendance_id, paper_id
from coproduce.domain.evidence.scene import Scene, is_blank
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import PaymentId, PersonId, WorkshopId


class Why(StrEnum):
    """Why a figure could not be shown."""

    NOTHING_TO_MEASURE = "nothing_to_measure"
    TOO_MUCH_NOT_RECORDED = "too_much_not_recorded"
    TOO_LITTLE_TO_MEASURE = "too_little_to_measure"


_WHY = {
    State.NOTHING_TO_MEASURE: Why.NOTHING_TO_MEASURE,
    State.CANNOT_BE_SHOWN: Why.TOO_MUCH_NOT_RECORDED,
    State.NOT_MEASURED: Why.TOO_LITTLE_TO_MEASURE,
}


@dataclass(frozen=True, slots=True)
class NotShown:
    """A result that could not be shown, and why."""

    result: Result
    why: Why


@dataclass(frozen=True, slots=True)
class WhoWasMissing:
    """Who was not in the room at the workshops of which a list was kept.

    `without_participants`: workshops no participant came to. `never_there`: participant capacities nobody came in.
    `apologies` and `absent`: participants' rows (`workshop_id/person_id`). `never_came`: participants with a row at a
    workshop where a list was kept who came to none.
    """

    without_participants: tuple[WorkshopId, ...]
    never_there: tuple[Capacity, ...]
    apologies: tuple[str, ...]
    absent: tuple[str, ...]
    never_came: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class LateEntry:
    """A record typed more than the set days after what it tells of. `kind` and `id` are those of the history."""

    kind: str
    id: str
    record: str
    happened_on: date
    entered_on: date

    @property
    def days(self) -> int:
        """From the event to the typing."""
        return (self.entered_on - self.happened_on).days


@dataclass(frozen=True, slots=True)
class Honesty:
    """What the page says. `not_met` are shares with a no, the largest share of no first; those not shown are not in it.

    `declined_for_benefits` are people; `cancelled_lines` payments; `failed_lines` payments that failed and were not
    made since; `checked_by_one` payments entered and approved by the same person; `stages_left_out` stages the project does not run.
    """

    not_shown: tuple[NotShown, ...]
    not_met: tuple[ShareResult, ...]
    who_was_missing: WhoWasMissing
    declined_for_benefits: tuple[PersonId, ...]
    cancelled_lines: tuple[PaymentId, ...]
    failed_lines: tuple[PaymentId, ...]
    checked_by_one: tuple[PaymentId, ...]
    stages_left_out: tuple[Stage, ...]
    late_entries: tuple[LateEntry, ...]
    decided_elsewhere: tuple[Decision, ...]


def honesty_of(scene: Scene, results: Iterable[Result]) -> Honesty:
    """Gather the page from the scene and the results of all indicators."""
    results = tuple(results)
    payments = sorted((line for line in scene.facts.payments if line.workshop_id in scene.workshops), key=lambda line: line.id)
    live = [line for line in payments if is_blank(line.cancelled_reason)]
    benefits = (
        line.person_id
        for line in scene.live_lines
        if line.is_declined and line.decline_reason is DeclineReason.BENEFITS and line.workshop_id in scene.sittings
    )
    return Honesty(
        not_shown=tuple(NotShown(result, _WHY[result.state]) for result in results if result.state in _WHY),
        not_met=_not_met(results),
        who_was_missing=who_was_missing(scene),
        declined_for_benefits=tuple(sorted(set(benefits))),
        cancelled_lines=tuple(line.id for line in payments if not is_blank(line.cancelled_reason)),
        failed_lines=tuple(line.id for line in live if line.failed_on is not None and not line.is_paid and not line.is_declined),
        checked_by_one=tuple(line.id for line in live if line.is_checked_by_another is False),
        stages_left_out=tuple(stage for stage in Stage if stage not in scene.facts.project.stages_run),
        late_entries=late_entries(scene),
        decided_elsewhere=tuple(decision for decision in scene.decisions if decision.method is DecisionMethod.DECIDED_ELSEWHERE),
    )


def _not_met(results: Iterable[Result]) -> tuple[ShareResult, ...]:
    shares = [each for each in results if isinstance(each, ShareResult) and each.state in (State.NOT_MET, State.PARTLY) and each.no]
    return tuple(sorted(shares, key=lambda share: (Fraction(share.no, share.eligible), share.no), reverse=True))


def who_was_missing(scene: Scene) -> WhoWasMissing:
    """Read from the attendance rows of workshops where a list was kept."""
    seats = [(sitting, seat) for sitting in scene.taken for seat in sitting.seats if seat.participant]
    came = [seat for _sitting, seat in seats if seat.came]
    reached = {seat.row.workshop_id for seat in came}
    seen = {seat.row.person_id for seat in came}
    capacities = {seat.row.capacity for seat in came}
    return WhoWasMissing(
        without_participants=tuple(sitting.id for sitting in scene.taken if sitting.id not in reached),
        never_there=tuple(capacity for capacity in Capacity if capacity in PARTICIPANT_CAPACITIES and capacity not in capacities),
        apologies=tuple(seat.id for _sitting, seat in seats if seat.row.state is AttendanceState.APOLOGIES),
        absent=tuple(seat.id for _sitting, seat in seats if seat.row.state is AttendanceState.ABSENT),
        never_came=tuple(sorted({seat.row.person_id for _sitting, seat in seats} - seen)),
    )


def late_entries(scene: Scene) -> tuple[LateEntry, ...]:
    """Records typed more than `late_entry_days` after the event, the latest first. Only those whose typing day is known.

    Plans are no events: blocks and invitations are left out. The day that counts for a payment is the first of its dates,
    else the workshop.
    """
    found = []
    typed, days = scene.facts.entered_on, scene.settings.late_entry_days
    for kind, name, record, happened_on in _events(scene.facts) if typed else ():
        entered_on = typed.get((kind, name))
        if entered_on is not None and entered_on > after(happened_on, days):
            found.append(LateEntry(kind, name, record, happened_on, entered_on))
    return tuple(sorted(found, key=lambda entry: (-entry.days, entry.kind, entry.record)))


Event = tuple[str, str, str, date]
"""Kind and id of the history, the id evidence gives it, and the day it happened."""


def _events(facts: ProjectFacts) -> Iterator[Event]:
    days = {workshop.id: workshop.date for workshop in facts.workshops}
    yield from _in_the_room(facts, days)
    for paper in facts.papers:
        if paper.sent_on is not None:
            yield "Paper", paper.id, paper_id(paper), paper.sent_on
    for arrangement in facts.arrangements:
        asked = arrangement.asked_on or days.get(arrangement.workshop_id)
        if asked is not None:
            yield "Arrangement", arrangement.id, arrangement.id, asked
    for line in facts.payments:
        steps = [day for day in (line.offered_on, line.claimed_on, line.approved_on, line.paid_on) if day is not None]
        first = min(steps, default=days.get(line.workshop_id))
        if first is not None:
            yield "Payment", line.id, line.id, first
    for decision in facts.decisions:
        if decision.decided_on is not None:
            yield "Decision", decision.id, decision.id, decision.decided_on


def _in_the_room(facts: ProjectFacts, days: Mapping[WorkshopId, date]) -> Iterator[Event]:
    """What happened on the day of a workshop."""
    records: list[tuple[str, str, WorkshopId, str]] = [
        *(("Attendance", row.id, row.workshop_id, attendance_id(row)) for row in facts.attendances if row.state is not None),
        *(("Contribution", said.id, said.workshop_id, said.id) for said in facts.contributions),
        *(("Turns", tally.id, tally.workshop_id, tally.workshop_id) for tally in facts.turns),
        *(("Verdict", sheet.id, sheet.workshop_id, sheet.workshop_id) for sheet in facts.verdicts),
    ]
    for kind, name, workshop, record in records:
        if workshop in days:
            yield kind, name, record, days[workshop]
