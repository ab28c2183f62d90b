"""Evidence: how equal participation was, worked out from the facts of one project on a given day.

Each indicator asks a question, counts, and names the records behind every count. It never guesses: what nobody recorded is
"not recorded", never a zero and never a yes. There is no composite score.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from coproduce.domain.evidence import access, influence, loop, participation, pay_lines, pay_units, voice
from coproduce.domain.evidence.honesty import Honesty, honesty_of
from coproduce.domain.evidence.indicator import Indicator, MeasureResult, Result, ShareResult
from coproduce.domain.evidence.json_form import Json, level_as_json, result_as_json
from coproduce.domain.evidence.level import Level, evidenced_level
from coproduce.domain.evidence.of_part import ScenePair
from coproduce.domain.evidence.scene import Scene
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import ProjectId
from coproduce.domain.part import Part

INDICATORS: tuple[Indicator, ...] = (
    participation.T1,
    participation.T2,
    pay_units.T3,
    pay_units.T4,
    pay_lines.T5,
    pay_lines.T6,
    pay_lines.T7,
    pay_units.T7B,
    pay_units.T8,
    pay_units.T9,
    access.T10,
    access.T11,
    access.T11O,
    access.T12,
    access.T13,
    influence.T14,
    influence.T15,
    participation.T16,
    influence.T17,
    influence.T18,
    loop.T19,
    loop.T20,
    loop.T21,
    influence.T22,
    participation.T23,
    participation.T23B,
    participation.T24,
    voice.T25,
    voice.T25G,
    participation.T26,
    voice.T27,
    participation.T28,
    pay_units.T29,
)
"""Every indicator, in the order they are listed everywhere."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all indicators found of one project on one day: the one object that screens, reports and JSON read."""

    project_id: ProjectId
    as_of: date
    results: tuple[Result, ...]
    level: Level
    honesty: Honesty

    def __getitem__(self, indicator: str) -> Result:
        """The result of that id. Raises `KeyError` where no indicator has it."""
        for result in self.results:
            if result.id == indicator:
                return result
        raise KeyError(indicator)

    def share(self, indicator: str) -> ShareResult:
        """The share of that id. Raises `KeyError` where no share has it."""
        result = self[indicator]
        if not isinstance(result, ShareResult):
            raise KeyError(indicator)
        return result

    def measure(self, indicator: str) -> MeasureResult:
        """The measure of that id. Raises `KeyError` where no measure has it."""
        result = self[indicator]
        if not isinstance(result, MeasureResult):
            raise KeyError(indicator)
        return result


def measure_all(facts: ProjectFacts, as_of: date, part: Part | None = None) -> Evidence:
    """Ask every indicator, and work out the level and the honesty page, on the facts as they stood on `as_of`.

    With a `part`, all of it is about that part. Raises `Refused` where the project has no such part.
    """
    if part is None:
        scene = Scene(facts, as_of)
        results = tuple(indicator.measure(scene) for indicator in INDICATORS)
    else:
        scenes = ScenePair(facts, as_of, part)
        scene = scenes.part
        results = tuple(scenes.measure(indicator) for indicator in INDICATORS)
    level = evidenced_level(scene, MappingProxyType({result.id: result for result in results}))
    return Evidence(facts.project.id, as_of, results, level, honesty_of(scene, results))


def to_json(evidence: Evidence) -> list[Json]:
    """One object for each indicator in the order of `INDICATORS`, and the level last."""
    return [*(result_as_json(result) for result in evidence.results), level_as_json(evidence.level)]
