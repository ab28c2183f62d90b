"""Voice: who spoke how often, silent people included, and how people judged it afterwards.

Counts of turns say nothing of what was said. They are a prompt for a conversation, not a finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from coproduce.domain.codes import GivenBy
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Means, Measure, Measured, RecordKind, Theme, VerdictMeans
from coproduce.domain.evidence.scene import Scene, Seat, Side, Sitting, side_of
from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.room import Turns, Verdict
from coproduce.domain.wording import N_

FEWEST_PEOPLE = 4
"""With fewer people who could take turns, a workshop is not measured."""


@dataclass(slots=True)
class Talk:
    """One workshop whose turns were tallied: the people who could speak (in the room and not running it), and the tally."""

    sitting: Sitting
    people: dict[PersonId, Seat]
    tally: list[Turns]

    @property
    def names_everyone(self) -> bool:
        """Every row of the tally names a person, whoever it is."""
        return all(row.person_id is not None for row in self.tally)

    def turns_of_people(self) -> list[int]:
        """How often each of the people spoke, ascending, zeros kept; turns of anyone else are ignored."""
        turns: Counter[PersonId] = Counter()
        for row in self.tally:
            if row.person_id is not None:
                turns[row.person_id] += row.turns
        return sorted(turns[person] for person in self.people)

    def turns_of_sides(self) -> Iterator[tuple[Side, int]]:
        """Turns of people whose capacity is known, and of groups."""
        for row in self.tally:
            if row.person_id is None:
                side = side_of(row.capacity)
            else:
                seat = self.people.get(row.person_id)
                side = seat.side if seat else None
            if side is not None:
                yield side, row.turns


def talks(scene: Scene) -> list[Talk]:
    """The held workshops with a tally and at least four people who could speak, those of unknown capacity included.

    The count of those who run the day stands apart and is no tally.
    """
    tallies: dict[WorkshopId, list[Turns]] = defaultdict(list)
    for row in scene.facts.turns:
        if row.is_of_those_who_run_it:
            continue
        tallies[row.workshop_id].append(row)
    found = []
    for sitting in scene.held:
        people = {seat.row.person_id: seat for seat in sitting.room if not seat.row.runs_it} if sitting.id in tallies else {}
        if len(people) >= FEWEST_PEOPLE:
            found.append(Talk(sitting, people, tallies[sitting.id]))
    return found


def share_of_turns_to_share_of_room(scene: Scene) -> Measured:
    """(Participants' turns / all turns) ÷ (participants / people), pooled over the workshops with a tally.

    From 0 up; 1 is in proportion. People who run the day and staff who support somebody are left out, and so are turns and
    people of unknown capacity. Not measured where all turns, all people or the participants are none.
    Worked: participants took 30 of 60 turns and were 4 of 10 people: 0.5 / 0.4 is 1.25.
    Source: Showers, Tindall and Davies, talk in deliberative forums; group ratio.
    """
    measured = talks(scene)
    turns: Counter[Side] = Counter()
    people: Counter[Side] = Counter()
    for talk in measured:
        for side, count in talk.turns_of_sides():
            turns[side] += count
        people.update(seat.side for seat in talk.people.values() if seat.side is not None)
    records = tuple(talk.sitting.id for talk in measured)
    if not (turns.total() and people.total() and people[Side.PARTICIPANT]):
        return Measured(None, len(measured), records)
    value = Fraction(turns[Side.PARTICIPANT], turns.total()) / Fraction(people[Side.PARTICIPANT], people.total())
    return Measured(value, len(measured), records)


def gini(turns: Sequence[int]) -> Fraction:
    """How unequal turns are: 0 all the same, 1 one speaker. `turns` ascend; at least two people, not all silent.

    G = ((2·Σ i·x_i) / (n·Σx) − (n+1)/n) · n/(n−1), i counting from 1. Source: Gini 1912, small-sample form.
    """
    n, spoken = len(turns), sum(turns)
    weighted = sum(place * count for place, count in enumerate(turns, start=1))
    return (Fraction(2 * weighted, n * spoken) - Fraction(n + 1, n)) * Fraction(n, n - 1)


def gini_of_turns(scene: Scene) -> Measured:
    """The Gini coefficient of turns over everyone who could speak, the silent at zero; the mean over workshops, by people.

    0 (all spoke as often) to 1 (one person spoke). Only workshops whose every row of the tally names a person, with a turn by
    somebody who counts. Not measured without such a workshop.
    Worked: four people took 0, 2, 4 and 6 turns: (2 · 40 / (4 · 12) − 5/4) · 4/3 is 0.56.
    Source: conversational featurizer: leaving out silent people makes five talkers in a room of twenty look equal.
    """
    ginis: list[tuple[Fraction, int]] = []
    records: list[str] = []
    for talk in talks(scene):
        turns = talk.turns_of_people()
        if talk.names_everyone and sum(turns) > 0:
            ginis.append((gini(turns), len(turns)))
            records.append(talk.sitting.id)
    people = sum(count for _value, count in ginis)
    value = sum((each * count for each, count in ginis), Fraction(0)) / people if people else None
    return Measured(value, len(ginis), tuple(records))


SLIDERS: tuple[tuple[str, Callable[[Verdict], int | None]], ...] = (
    ("voice", lambda sheet: sheet.voice),
    ("ways", lambda sheet: sheet.ways),
    ("agenda", lambda sheet: sheet.agenda),
    ("change", lambda sheet: sheet.change),
)


def _means(sheets: Sequence[Verdict]) -> Means:
    found: dict[str, Fraction | None] = {}
    for name, read in SLIDERS:
        given = [mark for mark in map(read, sheets) if mark is not None]
        found[name] = Fraction(sum(given), len(given)) if given else None
    return Means(**found)


def participants_verdict(scene: Scene) -> Measured:
    """The mean of each slider over participants' sheets from held workshops, beside the same of organisers' sheets.

    Each 0 to 10, over the sheets that give it; none where none does. The response is sheets over the person-sessions of
    participants who came. Not measured without participants' sheets.
    Worked: 16 sheets came back of 20 person-sessions; 13 gave voice, 79 in all: 6.08.
    Source: the Cube (Gibson and others 2012).
    """
    sheets = [sheet for sheet in scene.facts.verdicts if sheet.workshop_id in scene.sittings]
    ours = [sheet for sheet in sheets if sheet.given_by is GivenBy.PARTICIPANT]
    theirs = [sheet for sheet in sheets if sheet.given_by is GivenBy.ORGANISER]
    came = sum(seat.participant for sitting in scene.held for seat in sitting.room)
    value = VerdictMeans(_means(ours), _means(theirs), len(ours), came) if ours else None
    return Measured(value, len(ours), tuple(sheet.id for sheet in ours))


T25 = Measure(
    id="T25",
    asks=N_("Participants' share of turns ÷ their share of the room"),
    theme=Theme.VOICE,
    record=RecordKind.WORKSHOP,
    take=share_of_turns_to_share_of_room,
    unit=N_("times their share of the room"),
    gaming=GAMING["T25"],
    sources=("Showers, Tindall and Davies",),
)
T25G = Measure(
    id="T25g",
    asks=N_("Gini of turns, silent people at zero"),
    theme=Theme.VOICE,
    record=RecordKind.WORKSHOP,
    take=gini_of_turns,
    unit=N_("from 0, all spoke as often, to 1, one person spoke"),
    gaming=GAMING["T25g"],
    sources=("Conversational featurizer, Gini of air time",),
)
T27 = Measure(
    id="T27",
    asks=N_("Participants' verdict"),
    theme=Theme.VOICE,
    record=RecordKind.VERDICT,
    take=participants_verdict,
    unit=N_("0 to 10"),
    gaming=GAMING["T27"],
    sources=("The Cube, Gibson and others 2012",),
)
