"""One indicator asked of a part of a project. The part is read as though it were all, but where a definition looks further.

Such as who is new: that hangs on every workshop before, inside the part or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coproduce.domain.evidence.indicator import Indicator, Records, Result, ShareResult
from coproduce.domain.evidence.record_ids import attendance_id
from coproduce.domain.evidence.scene import Scene
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.part import OneWorkshop, Part, narrowed
from coproduce.domain.workshops import Workshop

LOOKS_FURTHER = frozenset({"T7b", "T23b", "T24"})
"""Whether somebody was asked anywhere, and who is new, are read from the whole project; the units are those of the part."""

OF_THE_WHOLE = frozenset({"T26"})
"""The stages are a question to a whole project: of a part there is nothing to measure."""


class ScenePair:
    """A project on one day, and a part of it."""

    def __init__(self, facts: ProjectFacts, as_of: date, part: Part, whole: Scene | None = None) -> None:
        self.whole = whole or Scene(facts, as_of)
        self.part = Scene(narrowed(facts, part), as_of)

    def measure(self, indicator: Indicator) -> Result:
        """The result for the part."""
        if indicator.id not in LOOKS_FURTHER | OF_THE_WHOLE:
            return indicator.measure(self.part)
        result = indicator.measure(self.whole)
        return _only(result, self._units(indicator.id)) if isinstance(result, ShareResult) else result

    def _units(self, indicator: str) -> frozenset[str]:
        if indicator in OF_THE_WHOLE:
            return frozenset()
        if indicator == "T7b":
            return frozenset(seat.row.person_id for _sitting, seat in self.part.pay_units if seat.is_known)
        rows = (attendance_id(row) for row in self.part.facts.attendances)
        return frozenset(rows) if indicator == "T24" else frozenset(self.part.sittings)


def _only(result: ShareResult, units: frozenset[str]) -> ShareResult:
    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if each in units)

    records = result.records
    return ShareResult(result.indicator, Records(kept(records.yes), kept(records.no), kept(records.not_recorded)), kept(result.missing))


def over_workshops(indicator: Indicator, facts: ProjectFacts, as_of: date) -> Iterator[tuple[Workshop, Result]]:
    """The indicator asked of each held workshop alone, first held first: the trend. Lazy, as one at a time is dear enough."""
    whole = Scene(facts, as_of)
    for sitting in whole.held:
        yield sitting.workshop, ScenePair(facts, as_of, OneWorkshop(sitting.id), whole).measure(indicator)
