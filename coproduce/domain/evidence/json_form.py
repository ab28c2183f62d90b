"""Evidence as plain lists and words, for `coproduce evidence --json` and for the file attached to a report.

The words are English whatever language is in use, so that the same facts give the same bytes.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from coproduce.domain.evidence.indicator import Means, MeasureResult, Result, ShareResult, Value, VerdictMeans
from coproduce.domain.evidence.level import Level

Json = dict[str, Any]


def _fraction(share: Fraction | None) -> str | None:
    """`7/8`, `1/1`, `0/1`; None with nothing to measure."""
    return None if share is None else f"{share.numerator}/{share.denominator}"


def _number(value: Fraction | None) -> int | float | None:
    """Unrounded; a whole number without a point."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _mean(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _means(means: Means) -> Json:
    return {"voice": _mean(means.voice), "ways": _mean(means.ways), "agenda": _mean(means.agenda), "change": _mean(means.change)}


def _value(value: Value | None) -> int | float | Json | None:
    if isinstance(value, VerdictMeans):
        return {**_means(value.participants), "response": value.response, "organisers": _means(value.organisers)}
    return _number(value)


def share_as_json(result: ShareResult) -> Json:
    """One share."""
    records = result.records
    return {
        "id": result.id,
        "question": result.indicator.asks,
        "yes": result.yes,
        "no": result.no,
        "not_recorded": result.not_recorded,
        "eligible": result.eligible,
        "low": _fraction(result.low),
        "high": _fraction(result.high),
        "state": result.state.value,
        "records": {"yes": list(records.yes), "no": list(records.no), "not_recorded": list(records.not_recorded)},
        "missing": list(result.missing),
    }


def measure_as_json(result: MeasureResult) -> Json:
    """One measure."""
    return {
        "id": result.id,
        "question": result.indicator.asks,
        "value": _value(result.value),
        "unit": result.indicator.unit,
        "n": result.n,
        "state": result.state.value,
    }


def level_as_json(level: Level) -> Json:
    """The evidenced level."""
    return {"id": "level", "value": level.value.value, "intended": level.intended, "next": level.missing}


def result_as_json(result: Result) -> Json:
    """A share or a measure."""
    return share_as_json(result) if isinstance(result, ShareResult) else measure_as_json(result)
