"""What a plan check looks at, and what it finds. Frozen, and read in one go by `storage.queries.plans`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import BEFORE_THE_DAY, Block, LaneSeat, Paper
from coproduce.domain.codes import STAFFED_ROLES, OrganiserSays, fold
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.ids import PersonId
from coproduce.domain.lead_times import Notice
from coproduce.domain.people import Person
from coproduce.domain.plan import Row, rows_of
from coproduce.domain.room import Attendance
from coproduce.domain.timetable import Timetable, timetable
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings


class Spot(StrEnum):
    """Where something can be put right."""

    PLAN = "plan"
    BLOCK = "block"
    WORKSHOP = "workshop"
    PEOPLE = "people"
    ACCESS = "access"
    PAPERS = "papers"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check found: a sentence, and where to go. `record` names one of several findings of a check."""

    sentence: str
    spot: Spot
    record: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One question a plan is asked. `key` is stable: notes on it are kept by it."""

    key: str
    title: Callable[[], str]
    find: Callable[[PlanScene], Iterator[Finding]]


@dataclass(frozen=True)
class PlanScene:
    """One workshop as it is planned. `needs` are arrangements for it that were not said to be impossible.

    `said_before` counts what people said at earlier workshops of the project; `today` is the day the question is asked; `notice`
    says by when needs have to be arranged.
    """

    workshop: Workshop
    settings: WorkspaceSettings
    today: date
    blocks: tuple[Block, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    arrangements: tuple[Arrangement, ...] = ()
    papers: tuple[Paper, ...] = ()
    seats: tuple[LaneSeat, ...] = ()
    decisions: tuple[Decision, ...] = ()
    options: tuple[Option, ...] = ()
    said_before: int = 0
    notice: Notice = field(default_factory=Notice)

    @cached_property
    def rows(self) -> tuple[list[Row], ...]:
        """The rows of each day, without what comes before it."""
        return tuple(rows_of(self.blocks, number) for number in self._numbers)

    @cached_property
    def _numbers(self) -> list[int]:
        return sorted({block.day_number for block in self.blocks} - {BEFORE_THE_DAY})

    @cached_property
    def days(self) -> tuple[Timetable, ...]:
        """The times of each day, without what comes before it."""
        return tuple(timetable(self.blocks, self.workshop.starts_at, number) for number in self._numbers)

    @cached_property
    def parts(self) -> tuple[Block, ...]:
        """The blocks of the days themselves."""
        return tuple(block for block in self.blocks if block.day_number != BEFORE_THE_DAY)

    @cached_property
    def needs(self) -> tuple[Arrangement, ...]:
        """What was asked for and is not impossible."""
        return tuple(need for need in self.arrangements if need.organiser_says is not OrganiserSays.NOT_POSSIBLE)

    @cached_property
    def participants(self) -> frozenset[PersonId]:
        """The people on the list who take part with experience of their own."""
        return frozenset(seat.person_id for seat in self.attendances if seat.is_participant)

    @cached_property
    def guests(self) -> tuple[Attendance, ...]:
        """Everybody on the list who is not there to support somebody."""
        return tuple(seat for seat in self.attendances if seat.role not in STAFFED_ROLES)

    def name(self, person_id: PersonId) -> str:
        """What somebody is called; their id where they are not known."""
        person = self.people.get(person_id)
        return person.name if person is not None else person_id

    def needing(self, *words: str) -> list[Arrangement]:
        """The needs that name one of these things, compared as codes are."""
        wanted = [fold(word) for word in words]
        return [need for need in self.needs if any(word in fold(need.need) or word in fold(need.words) for word in wanted)]


def names_of(scene: PlanScene, needs: Iterable[Arrangement]) -> list[str]:
    """The people behind some needs, each once."""
    return list(dict.fromkeys(scene.name(need.person_id) for need in needs))
