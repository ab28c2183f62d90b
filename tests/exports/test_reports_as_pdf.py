"""Reports as PDF: the same facts give the same bytes, and what people said can be read back from the page whole."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.exports.pdf import render
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from tests.exports.pdf.read_back import read_back

DAYS = {"sample": date(2026, 8, 1), "case_1": date(2025, 7, 1)}


@pytest.fixture
def printed(projects, tmp_path):
    """Print a report and hand back its path; the checker in the program must have found nothing."""

    def printed(report, project, name="report"):
        path = tmp_path / f"{name}.pdf"
        verdict = render(build_report(projects(project), ReportChoices(report, Audience.PARTICIPANTS, DAYS[project])), path).verdict
        assert verdict.passes, verdict.failures
        return path

    return printed


@pytest.mark.parametrize("report", [report.key for report in REPORTS])
def test_the_same_facts_give_the_same_bytes(printed, report):
    first, second = (printed(report, "sample", name) for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_the_words_people_said_are_in_the_printed_summary_whole(case_1, printed):
    read_out = " ".join(read_back(printed("outcome", "case_1")).tree.words().split())
    held = {workshop.id for workshop in case_1.workshops if workshop.was_held and workshop.date <= DAYS["case_1"]}
    for said in case_1.contributions:
        if said.workshop_id in held:
            for line in said.words.splitlines():
                assert " ".join(line.split()) in read_out
