"""Both reports, word for word. `UPDATE_SNAPSHOTS=1` writes them anew; then read the difference before it is committed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.text import render

SNAPSHOTS = Path(__file__).resolve().parents[1] / "snapshots"

DAYS = {"sample": date(2026, 6, 30), "case_1": date(2025, 7, 1), "empty": date(2026, 6, 30)}


@pytest.mark.parametrize("report", [report.key for report in REPORTS])
@pytest.mark.parametrize(
    "name, audience",
    [("sample", Audience.PUBLIC), ("sample", Audience.PARTICIPANTS), ("case_1", Audience.FUNDER), ("empty", Audience.PUBLIC)],
)
def test_the_words_are_those_that_were_read_and_approved(projects, name, audience, report):
    words = render(build_report(projects(name), ReportChoices(report, audience, DAYS[name])))
    assert words == approved(SNAPSHOTS / f"{name}-{report}-{audience.value}.txt", words)


def approved(snapshot: Path, words: str) -> str:
    """The words that were approved; where `UPDATE_SNAPSHOTS` is set, these are."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(words, encoding="utf-8")
    return snapshot.read_text(encoding="utf-8")
