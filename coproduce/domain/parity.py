"""Both groups side by side: people, hours, how they were paid, how much for an hour, how long money took, and what they are out of pocket.

What nobody recorded stands beside each figure and is never counted as nothing. Figures about money of so few people that one of them
could be worked out are left out. Source: principle that staff in the room are paid and participants should be too (Difference North
East 2024; domain reference on payment).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from coproduce.domain.codes import OfferResponse, PaidHow, PaymentKind
from coproduce.domain.evidence.scene import Scene, Seat, Side, Sitting
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.money import Money, total
from coproduce.domain.resourcing import Payment

FEWEST = 3
"""With fewer people, money for an hour and out of pocket are not shown."""


Place = tuple[WorkshopId, PersonId]
"""One person at one workshop."""


@dataclass(frozen=True, slots=True)
class Known:
    """A sum with how many it rests on and of how many nothing is recorded."""

    amount: int
    known: int
    unknown: int


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One side of the table. Minutes are whole; `days_to_money` is the median over lines that were paid.

    `per_hour` is what was paid in fees for each hour given, where both are known; None without hours. `out_of_pocket` is what people
    spent and have not had back. With fewer than `FEWEST` people both are None, which `is_few` says.
    """

    people: int
    places: int
    session: Known
    preparation: Known
    travel: Known
    paid_how: Counter[PaidHow]
    per_hour: Money | None
    days_to_money: Fraction | None
    lines_paid: int
    lines_open: int
    out_of_pocket: Money | None
    is_few: bool


@dataclass(frozen=True, slots=True)
class Parity:
    """Both groups, and how many people in the room are of neither because their capacity is not recorded."""

    participants: GroupFigures
    organisations: GroupFigures
    unknown: int


def parity(facts: ProjectFacts, as_of: date, workshop_id: WorkshopId | None = None) -> Parity:
    """Of a whole project or of one of its workshops that was held."""
    scene = Scene(facts, as_of)
    sittings = [sitting for sitting in scene.held if workshop_id in (None, sitting.id)]
    room = [(sitting, seat) for sitting in sittings for seat in sitting.room]
    return Parity(
        _figures(scene, [(sitting, seat) for sitting, seat in room if seat.side is Side.PARTICIPANT]),
        _figures(scene, [(sitting, seat) for sitting, seat in room if seat.side is Side.ORGANISATION]),
        sum(seat.side is None for _sitting, seat in room),
    )


def _figures(scene: Scene, there: Sequence[tuple[Sitting, Seat]]) -> GroupFigures:
    places = {_place(seat) for _sitting, seat in there}
    lines = [line for line in scene.live_lines if (line.workshop_id, line.person_id) in places]
    fees: dict[Place, list[Payment]] = {}
    for line in lines:
        if line.kind is PaymentKind.FEE:
            fees.setdefault((line.workshop_id, line.person_id), []).append(line)
    people = len({person for _workshop, person in places})
    is_few = 0 < people < FEWEST
    days = {sitting.id: sitting.day for sitting, _seat in there}
    waited = [(line.paid_on - days[line.workshop_id]).days for line in lines if line.is_paid and line.paid_on is not None]
    return GroupFigures(
        people=people,
        places=len(there),
        session=_known([seat.row.minutes_present for _sitting, seat in there]),
        preparation=_known([seat.row.prep_minutes_asked for _sitting, seat in there]),
        travel=_known([seat.row.travel_minutes for _sitting, seat in there]),
        paid_how=Counter(_paid_how(seat, fees.get(_place(seat), [])) for _sitting, seat in there),
        per_hour=None if is_few else _per_hour(there, fees),
        days_to_money=Fraction(median(waited)) if waited else None,
        lines_paid=len(waited),
        lines_open=sum(bool(line.amount_owed) for line in lines),
        out_of_pocket=None if is_few or not people else _out_of_pocket(lines),
        is_few=is_few,
    )


def _known(minutes: Sequence[int | None]) -> Known:
    given = [each for each in minutes if each is not None]
    return Known(sum(given), len(given), len(minutes) - len(given))


def _place(seat: Seat) -> Place:
    return seat.row.workshop_id, seat.row.person_id


def _paid_how(seat: Seat, mine: Sequence[Payment]) -> PaidHow:
    """How one place was paid, from its own fee lines."""
    if any(line.is_paid for line in mine):
        other = (OfferResponse.VOUCHER, OfferResponse.DONATION, OfferResponse.GROUP)
        return PaidHow.OTHER_FORM if all(line.response in other for line in mine if line.is_paid) else PaidHow.FEE
    if seat.side is Side.ORGANISATION and not mine:
        return PaidHow.EMPLOYER
    if mine and all(line.is_declined for line in mine):
        return PaidHow.DECLINED
    return PaidHow.OWED if any(line.amount_owed for line in mine) else PaidHow.NOT_RECORDED


def _per_hour(there: Sequence[tuple[Sitting, Seat]], fees: Mapping[Place, Sequence[Payment]]) -> Money | None:
    """Fees paid for each hour, over the places where a fee was paid and the minutes present are known; preparation and travel count."""
    pence = minutes = 0
    for _sitting, seat in there:
        paid = [line.paid.pence for line in fees.get(_place(seat), ()) if line.is_paid and line.paid is not None]
        if paid and seat.row.minutes_present is not None:
            pence += sum(paid)
            minutes += seat.row.minutes_present + (seat.row.prep_minutes_asked or 0) + (seat.row.travel_minutes or 0)
    return Money((pence * 60 * 2 + minutes) // (2 * minutes)) if minutes else None


def _out_of_pocket(lines: Sequence[Payment]) -> Money:
    return total([line.amount_owed for line in lines if line.kind is PaymentKind.EXPENSE])
