"""The evidence file a report carries, and its fingerprint: so that anybody can check that the figures are these figures."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from coproduce.domain.evidence import Evidence, to_json
from coproduce.domain.evidence.indicator import RecordKind
from coproduce.domain.evidence.json_form import Json
from coproduce.domain.part import Part
from coproduce.exports.about_part import part_as_json
from coproduce.exports.privacy import Audience

FILE_NAME = "evidence.json"

OF_A_PERSON = frozenset({RecordKind.ATTENDANCE, RecordKind.PERSON, RecordKind.PAYMENT, RecordKind.ARRANGEMENT, RecordKind.PAPER})
"""Records that lead to one person. In the file they are numbered afresh for each question, so that nothing can be joined up."""

_MARK = "COPRODUCE-1"
"""What the square code on paper begins with; the number is that of the evidence file's shape."""

_HEX = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{8}\s*){8}(?![0-9a-f])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    """Which report the figures stand in, and what they were worked out from: enough to work them out again."""

    report: str
    audience: Audience
    project_id: str
    as_of: date
    part: Part | None = None
    """None is the whole project."""
    others: tuple[str, ...] = ()
    """Ids of the projects beside it, where the report is about several."""

    @property
    def projects(self) -> tuple[str, ...]:
        """Every project it is about."""
        return (self.project_id, *self.others)


def evidence_file(evidence: Sequence[Evidence], about: About, more: Sequence[Json] = ()) -> bytes:
    """Canonical JSON: what it is about, and the objects of `coproduce evidence --json`; keys sorted, no spaces, UTF-8, one line.

    `evidence` is that of each project, worked out from facts that passed the privacy filter; `more` are other figures the report states.
    Counts, states and values are untouched.
    """
    objects = [each for one in evidence for each in _objects(one, is_one_of_several=bool(about.others))]
    whole = {
        "report": about.report,
        "audience": about.audience.value,
        "project": about.project_id,
        "as_of": about.as_of.isoformat(),
        **({"projects": about.projects} if about.others else {}),
        **({"part": part_as_json(about.part)} if about.part is not None else {}),
        "evidence": [*objects, *more],
    }
    return (json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _objects(evidence: Evidence, *, is_one_of_several: bool) -> list[Json]:
    """The objects of one project; where there are several, each says whose it is."""
    kinds = {result.id: result.indicator.record for result in evidence.results}
    objects = [_without_people(each) if kinds.get(each["id"]) in OF_A_PERSON else each for each in to_json(evidence)]
    return [{**each, "project": str(evidence.project_id)} for each in objects] if is_one_of_several else objects


def _without_people(result: Json) -> Json:
    records = result.get("records")
    if not records:
        return result
    names = sorted(name for answer in records.values() for name in answer)
    width = len(str(len(names)))
    numbered = {name: f"{result['id']}-{place:0{width}}" for place, name in enumerate(names, 1)}
    safe = {answer: [numbered[name] for name in listed] for answer, listed in records.items()}
    return {**result, "records": safe, "missing": [numbered[name] for name in result["missing"]]}


def fingerprint(content: bytes) -> str:
    """The SHA-256 of the file in groups of eight, as it is printed and read out."""
    return grouped(sha256(content).hexdigest())


def grouped(digest: str) -> str:
    """64 figures and letters in groups of eight."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def square_code(printed: str) -> str:
    """What the square code beside a printed fingerprint holds."""
    return f"{_MARK} {''.join(printed.split())}"


def fingerprint_in(words: str) -> str | None:
    """The first fingerprint in some words, however it is broken up, in groups of eight; None where there is none."""
    found = _HEX.search(words)
    return grouped("".join(found[0].split()).lower()) if found else None
