"""Every report, word for word. `UPDATE_SNAPSHOTS=1` writes them anew; then read the difference before it is committed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.part import Days, OneWorkshop
from coproduce.exports.document import Document
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.text import render

SNAPSHOTS = Path(__file__).resolve().parents[1] / "snapshots"

COPIES = [("sample", Audience.PUBLIC), ("sample", Audience.PARTICIPANTS), ("case_1", Audience.FUNDER), ("empty", Audience.PUBLIC)]
DAYS = {"sample": date(2026, 6, 30), "case_1": date(2025, 7, 1), "empty": date(2026, 6, 30)}


CASES = [
    *((report.key, *each) for report in REPORTS for each in COPIES),
    ("resourcing", "sample", Audience.FINANCE),
]


PARTS = {"workshop": OneWorkshop("FD-W2"), "days": Days(date(2026, 4, 1), date(2026, 5, 31))}


def assert_as_read(name: str, document: Document) -> None:
    """The words are those kept under this name."""
    words = render(document)
    assert words == approved(SNAPSHOTS / f"{name}.txt", words)


def approved(snapshot: Path, words: str) -> str:
    """The words that were approved; where `UPDATE_SNAPSHOTS` is set, these are."""
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(words, encoding="utf-8")
    return snapshot.read_text(encoding="utf-8")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("report", ["participation", "resourcing"])
def test_the_words_of_a_part_are_those_that_were_read_and_approved(sample, report, part):
    choices = ReportChoices(report, Audience.FUNDER, DAYS["sample"], part=PARTS[part])
    assert_as_read(f"sample-{report}-{part}", build_report(sample, choices))


def test_the_words_about_several_projects_are_those_that_were_read_and_approved(sample, case_1, empty):
    choices = ReportChoices("projects", Audience.FUNDER, DAYS["sample"])
    assert_as_read("several-projects-funder", build_report(sample, choices, [case_1, empty]))


@pytest.mark.parametrize(("report", "name", "audience"), CASES)
def test_the_words_are_those_that_were_read_and_approved(projects, name, audience, report):
    assert_as_read(f"{name}-{report}-{audience.value}", build_report(projects(name), ReportChoices(report, audience, DAYS[name])))
