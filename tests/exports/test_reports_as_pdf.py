"""Both reports, in both sizes, of every kind of project, as PDF: read back whole, valid, and the same each time."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.exports.pdf import render
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of

DAYS = {"sample": date(2026, 8, 1), "case_1": date(2025, 7, 1), "empty": date(2026, 1, 1), "nothing_known": date(2025, 7, 1)}
LARGE = {"five_hundred": date(2025, 1, 1)}
SIZES = {"normal": False, "large print": True}


def report_of(projects, report, project, audience=Audience.PARTICIPANTS):
    return build_report(projects(project), ReportChoices(report, audience, {**DAYS, **LARGE}[project]))


@pytest.fixture
def printed(tmp_path):
    """Print a report and hand back its path; the checker in the program must have found nothing."""

    def printed(document, name, *, large_print=False):
        path = tmp_path / f"{name}.pdf"
        verdict = render(document, path, large_print=large_print).verdict
        assert verdict.passes, verdict.failures
        return path

    return printed


@pytest.mark.parametrize("large_print", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("project", DAYS)
@pytest.mark.parametrize("report", [report.key for report in REPORTS])
def test_a_printed_report_reads_back_as_the_report(projects, printed, report, project, large_print):
    document = report_of(projects, report, project)
    back = read_back(printed(document, "report", large_print=large_print))
    assert back.bookmarks == expected_bookmarks(document)
    assert back.tree.lines() == expected_tree(document, contents_of(back)).lines()


@pytest.mark.slow
@pytest.mark.parametrize("report", [report.key for report in REPORTS])
def test_a_report_on_five_hundred_people_reads_back_too(projects, printed, report):
    document = report_of(projects, report, "five_hundred")
    back = read_back(printed(document, "report"))
    assert back.bookmarks == expected_bookmarks(document)
    assert back.tree.lines() == expected_tree(document, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_finds_nothing_in_any_report(projects, printed, verapdf):
    paths = {
        (report.key, project, size): printed(report_of(projects, report.key, project), f"{report.key}-{project}-{size}", large_print=large)
        for report in REPORTS
        for project in (*DAYS, *LARGE)
        for size, large in SIZES.items()
    }
    verdicts = dict(zip(paths, verapdf(paths.values()), strict=True))
    assert {name: str(verdict) for name, verdict in verdicts.items() if not verdict.passed} == {}


@pytest.mark.parametrize("report", [report.key for report in REPORTS])
def test_the_same_facts_give_the_same_bytes(projects, printed, report):
    first, second = (printed(report_of(projects, report, "sample"), name) for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_the_words_people_said_are_in_the_printed_summary_whole(projects, case_1, printed):
    read_out = read_back(printed(report_of(projects, "outcome", "case_1"), "words")).tree.words()
    held = {workshop.id for workshop in case_1.workshops if workshop.was_held and workshop.date <= DAYS["case_1"]}
    for said in case_1.contributions:
        if said.workshop_id in held:
            for line in said.words.splitlines():
                assert " ".join(line.split()) in " ".join(read_out.split())
