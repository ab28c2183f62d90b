"""Pay, seen from the person: each pay unit is one participant at one held workshop.

A pay unit whose capacity or state is blank is not recorded, whatever else is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coproduce.domain.codes import Capacity, DeclineReason
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Finding, RecordKind, Share, Theme, Unit
from coproduce.domain.evidence.scene import Scene, Seat, Sitting
from coproduce.domain.ids import PersonId
from coproduce.domain.money import total
from coproduce.domain.resourcing import Payment, floor_rate
from coproduce.domain.wording import N_

FREE_CHOICES = frozenset({DeclineReason.OWN_CHOICE, DeclineReason.EMPLOYER_PAYS})
"""Reasons to decline that were the person's own. Benefits is not among them: nobody chooses that."""


def paid_lines(lines: Sequence[Payment]) -> list[Payment]:
    """Those with money out, on a day that has come."""
    return [line for line in lines if line.is_paid]


def taking_part_was_paid(lines: Sequence[Payment]) -> Finding:
    """Whether somebody's live fee lines for one workshop show pay, or a free choice to go without."""
    if paid_lines(lines):
        return Finding.YES
    if not lines or not all(line.is_declined for line in lines):
        return Finding.NO
    reasons = {line.decline_reason for line in lines}
    if reasons <= FREE_CHOICES:
        return Finding.YES
    return Finding.NO if DeclineReason.BENEFITS in reasons else Finding.NOT_RECORDED


def pay_offered_before_the_day(scene: Scene) -> Iterator[Unit]:
    """Pay units with a live fee line offering more than nothing, dated before the workshop, of all but unexpected ones.

    Range 0 to 1. No dated offer counts against, and is missing unless a line tells an amount and its (late) day.
    Worked: 17 known units, 9 offered in time, and 10 of unknown capacity: 9 of 27, at most 19.
    Source: Difference North East 2024; NPC 2024: say what is paid before people agree to come.
    """
    for sitting, seat in scene.pay_units:
        if not seat.is_unexpected:
            yield seat.id, _offer(sitting, scene.fees_of(seat)) if seat.is_known else Finding.NOT_RECORDED


def _offer(sitting: Sitting, lines: Sequence[Payment]) -> Finding:
    told = [(line.offered, line.offered_on) for line in lines if line.offered is not None and line.offered_on is not None]
    if any(amount and day < sitting.day for amount, day in told):
        return Finding.YES
    return Finding.NO if told else Finding.MISSING


def paid_or_unpaid_by_free_choice(scene: Scene) -> Iterator[Unit]:
    """Pay units that were paid, or whose fee was declined by free choice, of all whose promised day has passed.

    Range 0 to 1. Free: the reason is own choice or that the employer pays. Declined with no such reason and none of benefits
    is not recorded. Everything else is no, declining for benefits included.
    Worked: of 5, two paid, one declined by own choice, one for benefits, one gave no reason: 3 of 5, at most 4.
    Source: SCIE 2021, paying people who receive benefits; Paterson 2021, paying decision-makers.
    """
    for sitting, seat in scene.pay_units:
        if sitting.matured:
            yield seat.id, taking_part_was_paid(scene.fees_of(seat)) if seat.is_known else Finding.NOT_RECORDED


def asked_about_money_up_front(scene: Scene) -> Iterator[Unit]:
    """People asked whether they need money before the day, or who asked for it themselves, of people with a known pay unit.

    Range 0 to 1. Nothing recorded counts against, so every no is missing.
    Worked: 15 people, 12 were asked, one more asked for an advance: 13 of 15.
    Source: Family Rights Group, payment and expenses policy.
    """
    asked = {line.person_id for line in scene.live_lines if line.advance_asked_on is not None}
    people: dict[PersonId, None] = {seat.row.person_id: None for _sitting, seat in scene.pay_units if seat.is_known}
    for name in people:
        person = scene.person(name)
        upfront = person is not None and person.upfront_asked_on is not None
        yield name, Finding.YES if upfront or name in asked else Finding.MISSING


def preparation_paid(scene: Scene) -> Iterator[Unit]:
    """Pay units whose paid lines cover the minutes of preparation asked for, of those with any asked for.

    Range 0 to 1. Only units whose promised day has passed and who declined no fee. Not recorded: paid, but no paid line says
    for how much preparation. No paid line is a no.
    Worked: 60 minutes asked, two paid lines of 30 and 30: yes. 60 asked, 45 paid: no.
    Source: Blue Heart; West Midlands ADASS: reading papers is work.
    """
    for sitting, seat in scene.pay_units:
        lines = scene.fees_of(seat)
        if sitting.matured and seat.row.prep_minutes_asked and not any(line.is_declined for line in lines):
            yield seat.id, _preparation(seat.row.prep_minutes_asked, paid_lines(lines)) if seat.is_known else Finding.NOT_RECORDED


def _preparation(asked: int, paid: Sequence[Payment]) -> Finding:
    minutes = [line.prep_minutes_paid for line in paid if line.prep_minutes_paid is not None]
    if paid and not minutes:
        return Finding.NOT_RECORDED
    return Finding.YES if sum(minutes) >= asked else Finding.NO


def pay_reached_the_floor(scene: Scene) -> Iterator[Unit]:
    """Paid pay units whose fee came to at least the floor rate for their time, of all paid where a floor was valid that day.

    Range 0 to 1. Time is minutes present, else the session minutes paid, and the preparation asked for; neither known: not
    recorded. The floor is the highest hourly rate marked as one, valid that day, for no region or the workspace's.
    Worked: £25 for 90 minutes and 30 of preparation is £12.50 an hour; with a floor of £12.60: no.
    Source: Living Wage Foundation rates; Centre for Care 2026: low rates with travel fall under the minimum wage.
    """
    for sitting, seat in scene.pay_units:
        paid = paid_lines(scene.fees_of(seat))
        floor = floor_rate(scene.facts.rates, sitting.day, scene.settings.region) if paid else None
        if floor is None:
            continue
        minutes = _minutes_given(seat, paid)
        if minutes is None or not seat.is_known:
            yield seat.id, Finding.NOT_RECORDED
        else:
            enough = total([line.paid for line in paid if line.paid]).pence * 60 >= floor.pence * minutes
            yield seat.id, Finding.YES if enough else Finding.NO


def _minutes_given(seat: Seat, paid: Sequence[Payment]) -> int | None:
    """Minutes in the session and in preparation; None where nobody recorded the session."""
    session = seat.row.minutes_present
    if session is None:
        recorded = [line.session_minutes_paid for line in paid if line.session_minutes_paid is not None]
        if not recorded:
            return None
        session = sum(recorded)
    return session + (seat.row.prep_minutes_asked or 0)


def everyone_in_the_room_resourced(scene: Scene) -> Iterator[Unit]:
    """People in the room who were paid to be there or went without by free choice, of all in the room at matured workshops.

    Range 0 to 1. An employed person is paid by their job; anyone else, people who represent an organisation included, is judged
    by their fee lines. Capacity unknown is not recorded.
    Worked: 3 employed, 4 paid participants, one offered nothing: 7 of 8.
    Source: Paterson 2021, paying decision-makers: unequal pay for the same room.
    """
    for sitting in scene.held:
        if sitting.matured:
            for seat in sitting.room:
                yield seat.id, _resourced(scene, seat)


def _resourced(scene: Scene, seat: Seat) -> Finding:
    if seat.side is None:
        return Finding.NOT_RECORDED
    if seat.row.capacity is Capacity.EMPLOYED:
        return Finding.YES
    return taking_part_was_paid(scene.fees_of(seat))


T3 = Share(
    id="T3",
    asks=N_("Was pay offered before the day?"),
    theme=Theme.PAY,
    record=RecordKind.ATTENDANCE,
    ask=pay_offered_before_the_day,
    gaming=GAMING["T3"],
    sources=("Difference North East 2024", "NPC 2024"),
    counts_against=True,
)
T4 = Share(
    id="T4",
    asks=N_("Was taking part paid, or unpaid by free choice?"),
    theme=Theme.PAY,
    record=RecordKind.ATTENDANCE,
    ask=paid_or_unpaid_by_free_choice,
    gaming=GAMING["T4"],
    sources=("SCIE 2021", "Paterson 2021"),
    never_by_name=True,
)
T7B = Share(
    id="T7b",
    asks=N_("Was each person asked whether they need money up front?"),
    theme=Theme.PAY,
    record=RecordKind.PERSON,
    ask=asked_about_money_up_front,
    gaming=GAMING["T7b"],
    sources=("Family Rights Group",),
    counts_against=True,
)
T8 = Share(
    id="T8",
    asks=N_("Was preparation we asked for paid?"),
    theme=Theme.PAY,
    record=RecordKind.ATTENDANCE,
    ask=preparation_paid,
    gaming=GAMING["T8"],
    sources=("Blue Heart", "West Midlands ADASS"),
)
T9 = Share(
    id="T9",
    asks=N_("Did pay reach the floor rate?"),
    theme=Theme.PAY,
    record=RecordKind.ATTENDANCE,
    ask=pay_reached_the_floor,
    gaming=GAMING["T9"],
    sources=("Living Wage Foundation", "Centre for Care 2026"),
    never_by_name=True,
)
T29 = Share(
    id="T29",
    asks=N_("Is everyone in the room resourced?"),
    theme=Theme.PAY,
    record=RecordKind.ATTENDANCE,
    ask=everyone_in_the_room_resourced,
    gaming=GAMING["T29"],
    sources=("Paterson 2021",),
    never_by_name=True,
)
