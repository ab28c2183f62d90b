"""In the room: who was there, who ran it, whether the same few people carried it, and whether leavers were asked why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from coproduce.domain.codes import YesNo
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Finding, Measure, Measured, RecordKind, Share, Theme, Unit
from coproduce.domain.evidence.scene import Scene, Seat, Side, Sitting, is_blank
from coproduce.domain.ids import PersonId
from coproduce.domain.wording import N_

FEWEST_PERSON_SESSIONS = 10
"""With fewer, the share of the three people who came most says nothing."""


def _with_unknowns(sitting: Sitting, holds: Callable[[int, int], bool]) -> Finding:
    """Whether `holds(participants, room)` whichever way the unknowns fall; not recorded where they decide.

    Worst case: whoever is unknown was not a participant, and of those nobody wrote down, all but participants came.
    Best case: whoever is unknown was a participant, and of those nobody wrote down, all but the organisation side came.
    """
    if not sitting.is_taken:
        return Finding.NOT_RECORDED
    room = Counter(seat.side for seat in sitting.room)
    unsaid = Counter(seat.side for seat in sitting.seats if seat.row.state is None and not seat.staffed)
    participants, everybody = room[Side.PARTICIPANT], room.total()
    worst = holds(participants, everybody + unsaid[Side.ORGANISATION] + unsaid[None])
    best = holds(participants + room[None] + unsaid[Side.PARTICIPANT] + unsaid[None], everybody + unsaid[Side.PARTICIPANT] + unsaid[None])
    if worst != best:
        return Finding.NOT_RECORDED
    return Finding.YES if worst else Finding.NO


def two_participants_in_the_room(scene: Scene) -> Iterator[Unit]:
    """Held workshops with two or more participants in the room, of all held workshops.

    Range 0 to 1. A workshop where nobody wrote down who came is not recorded; so is one where people of unknown
    capacity, or without a state, could tip the answer either way.
    Worked: of 4 workshops, 3 participants came to two, one to the third, and no list was kept of the fourth: 2 of 4, at most 3.
    Source: the lone voice, Arnstein 1969 on placation; no source fixes the number two.
    """
    for sitting in scene.held:
        yield sitting.id, _with_unknowns(sitting, lambda participants, _room: participants >= 2)


def participants_half_of_the_room(scene: Scene) -> Iterator[Unit]:
    """Held workshops where participants were at least half of the people in the room, of all held workshops.

    Range 0 to 1. Missing data as for two participants in the room; a room nobody came to is a no.
    Worked: 3 participants and 3 employed people: yes. With one more person of unknown capacity: not recorded.
    Source: Arnstein 1969 on placation: a few people placed where they stay a minority.
    """
    for sitting in scene.held:
        yield sitting.id, _with_unknowns(sitting, lambda participants, room: 0 < room <= 2 * participants)


def participant_chaired(scene: Scene) -> Iterator[Unit]:
    """Taken workshops that a participant in the room chaired or facilitated for some time, of all taken workshops.

    Range 0 to 1. It counts when the facilitator, chair or co-chair has minutes chaired or led a block. Not recorded: somebody
    of unknown capacity had such a role, or a participant had it and neither minutes nor blocks say what they did.
    Worked: a participant is co-chair with 0 minutes and leads nothing: no. Minutes blank: not recorded.
    Source: CNWL fees for chairing 2021; UK Standards for Public Involvement 2019, governance.
    """
    leading = {(block.workshop_id, person) for block in scene.facts.blocks for person in block.led_by}
    for sitting in scene.taken:
        findings = {_chairing(seat, (sitting.id, seat.row.person_id) in leading) for seat in sitting.room if seat.row.may_chair}
        yield sitting.id, next((each for each in (Finding.YES, Finding.NOT_RECORDED) if each in findings), Finding.NO)


def _chairing(seat: Seat, led_a_block: bool) -> Finding:
    """What one person in the room with such a role adds to the answer."""
    if seat.side is None:
        return Finding.NOT_RECORDED
    if not seat.participant:
        return Finding.NO
    if led_a_block or seat.row.minutes_chaired:
        return Finding.YES
    return Finding.NOT_RECORDED if seat.row.minutes_chaired is None else Finding.NO


def three_most_frequent(scene: Scene) -> Measured:
    """Person-sessions of the three participants who came most, of all person-sessions of participants who came.

    From above 0 to 1; not measured below ten person-sessions. Rows without a capacity or a state are not counted.
    Worked: participants came 20 times in all, the three most frequent 3, 2 and 1 times: 6 of 20 is 0.3.
    Source: INVOLVE, beyond the usual suspects.
    """
    came = [seat for sitting in scene.held for seat in sitting.room if seat.participant]
    times = Counter(seat.row.person_id for seat in came)
    most = sum(count for _person, count in times.most_common(3))
    value = Fraction(most, len(came)) if len(came) >= FEWEST_PERSON_SESSIONS else None
    return Measured(value, len(came), tuple(seat.id for seat in came))


def new_people_joined(scene: Scene) -> Iterator[Unit]:
    """Taken workshops at which a participant came for the first time, of all taken workshops but the first.

    Range 0 to 1. Somebody who had come before in any capacity is not new. Workshops go by date, then by id.
    Worked: 3 workshops, the same people at the first two and one more at the third: 1 of 2.
    Source: INVOLVE, beyond the usual suspects.
    """
    seen: set[PersonId] = set()
    for number, sitting in enumerate(scene.taken):
        if number:
            joined = any(seat.participant and seat.came and seat.row.person_id not in seen for seat in sitting.seats)
            yield sitting.id, Finding.YES if joined else Finding.NO
        seen.update(seat.row.person_id for seat in sitting.seats if seat.came)


def newcomers_welcomed(scene: Scene) -> Iterator[Unit]:
    """People welcomed in before the first workshop they came to as participants, of all who came as participants.

    Range 0 to 1. Welcomed: inducted by that day, with a named contact, and they say themselves that it happened. Not recorded:
    the first two hold and nobody asked the person. A workshop somebody came to unexpectedly is passed over for the next.
    Worked: 13 newcomers, 2 welcomed, 2 more inducted with a contact but not asked: 2 of 13, at most 4.
    Source: UK Standards for Public Involvement 2019, support and learning.
    """
    seen: set[PersonId] = set()
    for sitting in scene.taken:
        for seat in sitting.seats:
            if seat.participant and seat.came and not seat.is_unexpected and seat.row.person_id not in seen:
                seen.add(seat.row.person_id)
                yield seat.id, _welcome(scene, sitting, seat)


def _welcome(scene: Scene, sitting: Sitting, seat: Seat) -> Finding:
    person = scene.person(seat.row.person_id)
    if person is None or person.inducted_on is None or person.inducted_on > sitting.day or is_blank(person.named_contact):
        return Finding.NO
    if person.induction_confirmed is None:
        return Finding.NOT_RECORDED
    return Finding.YES if person.induction_confirmed is YesNo.YES else Finding.NO


def participants_at_every_stage(scene: Scene) -> Iterator[Unit]:
    """Stages with a taken workshop that a participant came to, of the stages the project runs.

    Range 0 to 1. A stage without such a workshop is a no; nothing is not recorded.
    Worked: why, plan and design are run; participants came to workshops of plan and design: 2 of 3.
    Source: Think Local Act Personal: co-production reaches from first thought to delivery.
    """
    reached = {
        stage
        for sitting in scene.taken
        if any(seat.participant and seat.came for seat in sitting.seats)
        for stage in sitting.workshop.stages
    }
    for stage in dict.fromkeys(scene.facts.project.stages_run):
        yield stage.value, Finding.YES if stage in reached else Finding.NO


def leavers_asked_why(scene: Scene) -> Iterator[Unit]:
    """People who left and were asked why, of all people who left and have a participant row anywhere in the project.

    Range 0 to 1. Not recorded counts against.
    Worked: two left, of one it says they were asked: 1 of 2, and the other is missing.
    Source: Research in Practice: people are dropped quietly.
    """
    for person in scene.facts.people.values():
        if person.left_on is None or person.id not in scene.participants_anywhere:
            continue
        if person.left_reason_asked is None:
            yield person.id, Finding.MISSING
        else:
            yield person.id, Finding.YES if person.left_reason_asked is YesNo.YES else Finding.NO


T1 = Share(
    id="T1",
    asks=N_("Were at least two participants in the room?"),
    theme=Theme.ROOM,
    record=RecordKind.WORKSHOP,
    ask=two_participants_in_the_room,
    gaming=GAMING["T1"],
    sources=("Arnstein 1969",),
)
T2 = Share(
    id="T2",
    asks=N_("Were participants at least half of the room?"),
    theme=Theme.ROOM,
    record=RecordKind.WORKSHOP,
    ask=participants_half_of_the_room,
    gaming=GAMING["T2"],
    sources=("Arnstein 1969",),
)
T16 = Share(
    id="T16",
    asks=N_("Did a participant chair or facilitate?"),
    theme=Theme.ROOM,
    record=RecordKind.WORKSHOP,
    ask=participant_chaired,
    gaming=GAMING["T16"],
    sources=("CNWL 2021", "UK Standards for Public Involvement 2019"),
)
T23 = Measure(
    id="T23",
    asks=N_("Share of person-sessions held by the three people who came most"),
    theme=Theme.ROOM,
    record=RecordKind.ATTENDANCE,
    take=three_most_frequent,
    unit=N_("share of person-sessions"),
    gaming=GAMING["T23"],
    sources=("INVOLVE, Beyond the usual suspects",),
)
T23B = Share(
    id="T23b",
    asks=N_("Did new people join?"),
    theme=Theme.ROOM,
    record=RecordKind.WORKSHOP,
    ask=new_people_joined,
    gaming=GAMING["T23b"],
    sources=("INVOLVE, Beyond the usual suspects",),
)
T24 = Share(
    id="T24",
    asks=N_("Were newcomers welcomed in?"),
    theme=Theme.ROOM,
    record=RecordKind.ATTENDANCE,
    ask=newcomers_welcomed,
    gaming=GAMING["T24"],
    sources=("UK Standards for Public Involvement 2019",),
)
T26 = Share(
    id="T26",
    asks=N_("Were participants there at every stage?"),
    theme=Theme.ROOM,
    record=RecordKind.STAGE,
    ask=participants_at_every_stage,
    gaming=GAMING["T26"],
    sources=("Think Local Act Personal, ladder of co-production",),
)
T28 = Share(
    id="T28",
    asks=N_("When people left, were they asked why?"),
    theme=Theme.ROOM,
    record=RecordKind.PERSON,
    ask=leavers_asked_why,
    gaming=GAMING["T28"],
    sources=("Research in Practice, Co-production in its widest sense",),
    counts_against=True,
)
