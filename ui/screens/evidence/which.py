"""Which records are behind a count: each in words, with the page it is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from coproduce.domain.codes import Stage
from coproduce.domain.evidence.indicator import RecordKind
from coproduce.domain.evidence.record_ids import attendance_id, block_id, paper_id
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from ui.kit.written import need_written


class Which(NamedTuple):
    """One record: what it is called, what tells it apart, and the page and section it is on; no page where it has none."""

    record: str
    title: str
    under: str
    page: str
    page_id: str
    section: str | None = None


class WhichRecords:
    """Looks records up by the ids evidence gives them. Built from the same facts, so that nothing can be missing."""

    def __init__(self, facts: ProjectFacts) -> None:
        self._facts = facts
        self._people = {person.id: person.name for person in facts.people.values()}
        self._workshops = {workshop.id: workshop for workshop in facts.workshops}

    def of(self, kind: RecordKind, ids: Iterable[str]) -> list[Which]:
        """The records of these ids, in their order."""
        known = self._known(kind)
        return [known.get(record) or Which(record, record, "", "", "") for record in ids]

    def _known(self, kind: RecordKind) -> dict[str, Which]:
        return {which.record: which for which in self._readers[kind]()}

    @cached_property
    def _readers(self) -> dict[RecordKind, Callable[[], Iterable[Which]]]:
        return {
            RecordKind.WORKSHOP: self._of_workshops,
            RecordKind.ATTENDANCE: self._of_attendances,
            RecordKind.PERSON: self._of_people,
            RecordKind.PAYMENT: self._of_payments,
            RecordKind.ARRANGEMENT: self._of_arrangements,
            RecordKind.PAPER: self._of_papers,
            RecordKind.BLOCK: self._of_blocks,
            RecordKind.CONTRIBUTION: self._of_contributions,
            RecordKind.DECISION: self._of_decisions,
            RecordKind.VERDICT: self._of_verdicts,
            RecordKind.STAGE: self._of_stages,
        }

    def _at(self, workshop_id: str) -> str:
        workshop = next((found for key, found in self._workshops.items() if key == workshop_id), None)
        return f"{workshop.title}, {day_words(workshop.date)}" if workshop else workshop_id

    def _name(self, person_id: str) -> str:
        return next((name for key, name in self._people.items() if key == person_id), person_id)

    def _of_workshops(self) -> Iterable[Which]:
        return (Which(each.id, each.title, day_words(each.date), "workshops", each.id) for each in self._facts.workshops)

    def _of_attendances(self) -> Iterable[Which]:
        for row in self._facts.attendances:
            yield Which(attendance_id(row), self._name(row.person_id), self._at(row.workshop_id), "workshops", row.workshop_id, "people")

    def _of_people(self) -> Iterable[Which]:
        return (Which(each.id, each.name, each.group or "", "people", each.id) for each in self._facts.people.values())

    def _of_payments(self) -> Iterable[Which]:
        for line in self._facts.payments:
            under = f"{label(line.kind)} · {self._at(line.workshop_id)}"
            yield Which(line.id, self._name(line.person_id), under, "resourcing", line.id)

    def _of_arrangements(self) -> Iterable[Which]:
        for need in self._facts.arrangements:
            under = f"{self._name(need.person_id)} · {self._at(need.workshop_id)}"
            yield Which(need.id, need_written(need.need), under, "workshops", need.workshop_id, "access")

    def _of_papers(self) -> Iterable[Which]:
        for paper in self._facts.papers:
            under = f"{self._name(paper.person_id)} · {self._at(paper.workshop_id)}"
            yield Which(paper_id(paper), paper.paper, under, "workshops", paper.workshop_id, "papers")

    def _of_blocks(self) -> Iterable[Which]:
        for block in self._facts.blocks:
            yield Which(block_id(block), block.title, self._at(block.workshop_id), "workshops", block.workshop_id, "plan")

    def _of_contributions(self) -> Iterable[Which]:
        return (Which(each.id, each.words, self._at(each.workshop_id), "decisions", each.id) for each in self._facts.contributions)

    def _of_decisions(self) -> Iterable[Which]:
        return (Which(each.id, each.question, each.outcome or "", "decisions", each.id) for each in self._facts.decisions)

    def _of_verdicts(self) -> Iterable[Which]:
        return (
            Which(each.id, _("A feedback sheet"), self._at(each.workshop_id), "workshops", each.workshop_id, "after")
            for each in self._facts.verdicts
        )

    def _of_stages(self) -> Iterable[Which]:
        return (Which(stage.value, label(stage), "", "", "") for stage in Stage)
