"""The evidence file a report carries, and its fingerprint: so that anybody can check that the figures are these figures."""

from __future__ import annotations

import json
from hashlib import sha256

from coproduce.domain.evidence import Evidence, to_json
from coproduce.domain.evidence.indicator import RecordKind
from coproduce.domain.evidence.json_form import Json

FILE_NAME = "evidence.json"

OF_A_PERSON = frozenset({RecordKind.ATTENDANCE, RecordKind.PERSON, RecordKind.PAYMENT, RecordKind.ARRANGEMENT, RecordKind.PAPER})
"""Records that lead to one person. In the file they are numbered afresh for each question, so that nothing can be joined up."""


def evidence_file(evidence: Evidence) -> bytes:
    """Canonical JSON: the objects of `coproduce evidence --json`, keys sorted, no spaces, UTF-8, one line.

    `evidence` is worked out from facts that passed the privacy filter. Counts, states and values are untouched.
    """
    kinds = {result.id: result.indicator.record for result in evidence.results}
    objects = [_without_people(each) if kinds.get(each["id"]) in OF_A_PERSON else each for each in to_json(evidence)]
    return (json.dumps(objects, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


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
    digest = sha256(content).hexdigest()
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
