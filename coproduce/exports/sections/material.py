"""What every section is made from: one project's filtered facts, the same facts as they stood, and the evidence from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coproduce.domain.codes import Capacity
from coproduce.domain.decisions import Decision
from coproduce.domain.evidence import Evidence, measure_all
from coproduce.domain.evidence.scene import Scene
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import DecisionId, PersonId, WorkshopId
from coproduce.domain.part import Part, narrowed
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.exports.about_part import asked_of_a_part, part_words
from coproduce.exports.document import Block
from coproduce.exports.fingerprint import About, evidence_file
from coproduce.exports.privacy import Audience, for_audience
from coproduce.exports.sections.money_told import MoneyTold

RESOURCING = "resourcing"
"""The report that states sums of money; the file it carries holds them too."""


@dataclass(frozen=True)
class Material:
    """`planned` holds dates still to come (reviews, actions); everything else reads `scene`, where they are blank."""

    planned: ProjectFacts
    scene: Scene
    evidence: Evidence
    audience: Audience
    report: str
    left_out: tuple[str, ...] = ()
    part: Part | None = None
    """What of the project it is about; None is all of it."""
    beside: tuple[Material, ...] = ()
    """Other projects, made for the same audience up to the same day, each from its own facts."""

    @classmethod
    def of(cls, facts: ProjectFacts, audience: Audience, as_of: date, report: str, part: Part | None = None) -> Material:
        """Filter first, then measure, once for the whole report. Raises `Refused` where the project has no such part."""
        safe = for_audience(facts, audience)
        evidence = measure_all(safe, as_of, part)
        if part is not None:
            safe, evidence = narrowed(safe, part), asked_of_a_part(evidence)
        return cls(safe, Scene(safe, as_of), evidence, audience, report, part=part)

    @cached_property
    def evidence_file(self) -> bytes:
        """Every count behind the report, as the file a copy carries."""
        others = tuple(str(each.facts.project.id) for each in self.beside)
        about = About(self.report, self.audience, str(self.facts.project.id), self.as_of, self.part, others)
        more = self.money.figures if self.report == RESOURCING else ()
        return evidence_file([each.evidence for each in self.all], about, more)

    @property
    def all(self) -> tuple[Material, ...]:
        """This project and those beside it."""
        return (self, *self.beside)

    @cached_property
    def money(self) -> MoneyTold:
        """The sums of money, and which of them this copy may tell."""
        return MoneyTold(self.planned, self.audience, self.as_of)

    @property
    def facts(self) -> ProjectFacts:
        """As they stood on the day."""
        return self.scene.facts

    @property
    def part_words(self) -> str:
        """What of the project it is about; nothing where it is about all of it."""
        return part_words(self.part, self.planned) if self.part is not None else ""

    @property
    def as_of(self) -> date:
        """The day everything is counted up to."""
        return self.scene.as_of

    @property
    def workshops(self) -> list[Workshop]:
        """The project's workshops, in order of date, then id."""
        return sorted(self.scene.workshops.values(), key=lambda workshop: (workshop.date, workshop.id))

    @property
    def contributions(self) -> list[Contribution]:
        """What was said up to the day, in order of workshop; what was said at one workshop in the order it was written down."""
        order = {workshop.id: place for place, workshop in enumerate(self.workshops) if workshop.date <= self.as_of}
        said = [each for each in self.facts.contributions if each.workshop_id in order]
        return sorted(said, key=lambda each: order[each.workshop_id])

    def capacity_of(self, person_id: PersonId | None, workshop_id: WorkshopId | None) -> Capacity | None:
        """In what capacity a person took part: at that workshop, else the only capacity they ever had in the project."""
        held = self._capacities.get(person_id, {}) if person_id else {}
        if workshop_id in held:
            return held[workshop_id]
        return next(iter(held.values())) if len(set(held.values())) == 1 else None

    @cached_property
    def _capacities(self) -> dict[PersonId, dict[WorkshopId | None, Capacity]]:
        held: dict[PersonId, dict[WorkshopId | None, Capacity]] = {}
        for row in self.facts.attendances:
            if row.capacity is not None:
                held.setdefault(row.person_id, {})[row.workshop_id] = row.capacity
        return held

    def workshop(self, workshop_id: WorkshopId | None) -> Workshop | None:
        """The workshop, where the project has it."""
        return self.scene.workshops.get(workshop_id) if workshop_id else None

    @cached_property
    def planned_decisions(self) -> dict[DecisionId, Decision]:
        """The decisions by their id, with the days that are still to come."""
        return {decision.id: decision for decision in self.planned.decisions}

    @property
    def decided(self) -> list[Decision]:
        """Decisions with their day, first decided first."""
        return sorted((each for each in self.scene.decisions if each.decided_on), key=lambda each: (each.decided_on or date.min, each.id))

    @property
    def undecided(self) -> list[Decision]:
        """Decisions without a day."""
        return [each for each in self.scene.decisions if each.decided_on is None]

    @property
    def is_empty(self) -> bool:
        """No workshop was held and nothing was said or decided."""
        return not (self.scene.held or self.contributions or self.decided)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report. `title` may differ by audience; a section that `stays` cannot be left out."""

    key: str
    title: Callable[[Material], str]
    build: Callable[[Material], Iterable[Block]]
    stays: bool = False
    only_for: tuple[Audience, ...] = ()
    """Whom it is for; blank is everybody the report is for."""

    def is_for(self, audience: Audience) -> bool:
        """A copy for this audience has it."""
        return not self.only_for or audience in self.only_for
