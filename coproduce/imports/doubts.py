"""What is probably a slip: brought in all the same, and listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coproduce.domain.decisions import Deciders, Decision
from coproduce.domain.projects import EqualityCount
from coproduce.domain.resourcing import Rate
from coproduce.domain.room import Attendance, Contribution, Turns
from coproduce.domain.sheets import Sheet
from coproduce.domain.workshops import Workshop
from coproduce.errors import Problem
from coproduce.i18n import _
from coproduce.imports.workbook import ReadWorkbook

_COUNTED_TWICE = (Deciders, EqualityCount, Rate, Turns)
"""Nouns whose row for the same thing twice is allowed and rarely meant."""


class Doubts:
    """Gathers doubts while records go by, parents before children."""

    def __init__(self) -> None:
        self._found: list[tuple[str, int, str, Any, str]] = []
        self._workshops: dict[str, Workshop] = {}

    def know(self, existing: Mapping[type[Any], Sequence[Any]]) -> None:
        """Learn of the workshops that are in the workspace already."""
        self._workshops = {workshop.id: workshop for workshop in existing.get(Workshop, ())}

    def see(self, sheet: Sheet, row: int, noun: Any) -> None:
        """Look at a record as it will be."""
        if isinstance(noun, Workshop):
            self._workshops[noun.id] = noun
        elif isinstance(noun, Attendance):
            self._attendance(sheet, row, noun)
        elif isinstance(noun, Contribution):
            self._contribution(sheet, row, noun)
        elif isinstance(noun, Decision):
            self._decision(sheet, row, noun)

    def twice(self, sheet: Sheet, row: int, field: str, value: Any, earlier: int) -> None:
        """A row whose key stands on an earlier row."""
        if sheet.noun in _COUNTED_TWICE:
            words = _("Row {row} is about the same thing. Both are kept, and both count.").format(row=earlier)
            self._found.append((sheet.name, row, field, value, words))

    def warnings(self, read: ReadWorkbook) -> list[Problem]:
        """Each doubt with its place."""
        return [read.sheets[sheet].problem(row, field, str(value), words) for sheet, row, field, value, words in self._found]

    def _attendance(self, sheet: Sheet, row: int, noun: Attendance) -> None:
        workshop = self._workshops.get(noun.workshop_id)
        if noun.came and workshop is not None and not workshop.was_held:
            words = _("This says somebody came, but the workshop is not marked as held or closed, so it does not count.")
            self._found.append((sheet.name, row, "state", noun.state, words))

    def _contribution(self, sheet: Sheet, row: int, noun: Contribution) -> None:
        if noun.told_on is not None and noun.answered_on is not None and noun.told_on < noun.answered_on:
            words = _("People were told before there was an answer. Check the two dates.")
            self._found.append((sheet.name, row, "told_on", noun.told_on, words))

    def _decision(self, sheet: Sheet, row: int, noun: Decision) -> None:
        workshop = self._workshops.get(noun.workshop_id) if noun.workshop_id is not None else None
        if workshop is not None and workshop.project_id != noun.project_id:
            words = _("This workshop belongs to another project, {project}.").format(project=workshop.project_id)
            self._found.append((sheet.name, row, "workshop_id", noun.workshop_id, words))
