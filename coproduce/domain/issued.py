"""A report that left the program: what it was, and every figure it stated, so that a copy can be checked years later."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """One copy. `form` is the ending of its file, `fingerprint` what is printed on it, `evidence` the file a PDF of it carries, as text.

    No person is in it: the evidence file numbers people's records afresh. `equality` are the true counts behind the equality tables it
    shows, as (question, answer, count); None where it shows none. They stay in the workspace, to warn before a next copy that would give
    somebody away beside this one.
    """

    report: str
    project_id: str
    project: str
    audience: str
    as_of: date
    made_on: date
    form: str
    fingerprint: str
    evidence: str = field(repr=False)
    id: str = ""
    equality: tuple[tuple[str, str, int], ...] | None = field(default=None, repr=False)
