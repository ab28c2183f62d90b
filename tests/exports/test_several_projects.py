"""Several projects side by side: each with its own figures, in order of name, without a ranking; and the file can be checked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from coproduce.domain.evidence import measure_all
from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.part import Days, OneWorkshop
from coproduce.errors import Refused
from coproduce.exports.checked import check_report
from coproduce.exports.document import Heading, Table
from coproduce.exports.pdf import render as render_pdf
from coproduce.exports.privacy import Audience
from coproduce.exports.report import ReportChoices, build_report, issued_copy
from coproduce.exports.sections.results import figure_words, question_words
from coproduce.exports.text import render
from coproduce.exports.verifying import about_in, figures_in
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of

AS_OF = date(2026, 6, 30)


def choices(audience=Audience.FUNDER, **more) -> ReportChoices:
    return ReportChoices("projects", audience, AS_OF, **more)


@pytest.fixture
def both(case_1, sample):
    return build_report(case_1, choices(), [sample])


def test_each_question_has_each_projects_own_figure_in_order_of_name(both, sample, case_1):
    tables = {heading.text: table for heading, table in pairwise(both.blocks) if isinstance(heading, Heading) and isinstance(table, Table)}
    first, second = measure_all(sample, AS_OF), measure_all(case_1, AS_OF)
    for result in first.results:
        rows = tables[question_words(result)].rows
        assert [row[:2] for row in rows] == [
            (sample.project.title, figure_words(result)),
            (case_1.project.title, figure_words(second[result.id])),
        ]
        if isinstance(result, ShareResult) and result.not_recorded:
            assert f"{result.not_recorded} not recorded" in rows[0][3]


def test_levels_verdicts_and_honesty_stand_project_by_project(both, sample, case_1):
    words = render(both)
    assert words.count("| co-production | Consultation |") == 2
    assert "An invented example: one front door | Participants | 7.2" in words
    honesty = words.split("What we could not do, or cannot show")[1]
    for title in (sample.project.title, case_1.project.title):
        assert f"### {title}" in honesty
    assert honesty.count("#### Who was missing") == 2
    assert "All together" not in words


def test_the_title_and_the_details_say_which_projects(both, sample, case_1):
    assert both.title == "Several projects side by side"
    assert both.details[0] == ("Projects", f"{sample.project.title} and {case_1.project.title}")


def test_the_order_in_which_they_are_given_changes_nothing(both, sample, case_1):
    assert build_report(sample, choices(), [case_1]) == both
    assert build_report(sample, choices(), [case_1, sample]) == both


def test_one_project_alone_is_told_too(sample):
    assert build_report(sample, choices()).title == sample.project.title


def test_a_project_in_which_nothing_happened_stands_beside_the_others(sample, empty):
    words = render(build_report(sample, choices(), [empty]))
    assert "A project that has not begun | none yet | Nothing to measure | nothing yet" in words
    assert "A project that has not begun: no participant has given back a sheet" in words
    assert "There is nothing to show yet" not in words


def test_a_year_of_several_projects(sample, case_1):
    document = build_report(sample, choices(part=Days(date(2026, 1, 1), date(2026, 12, 31))), [case_1])
    assert document.title == "Several projects side by side · From 1 January 2026 to 31 December 2026"
    assert "Getting home from hospital | none yet | Nothing to measure | nothing yet" in render(document)


def test_one_workshop_of_several_projects_and_several_projects_in_another_report_are_refused(sample, case_1):
    with pytest.raises(Refused, match="belongs to one project"):
        build_report(sample, choices(part=OneWorkshop("FD-W1")), [case_1])
    with pytest.raises(Refused, match="is about one project"):
        build_report(sample, ReportChoices("outcome", Audience.FUNDER, AS_OF), [case_1])


def test_the_file_it_carries_holds_each_projects_evidence(both, sample, case_1):
    content = both.attachments[0].content
    whole = json.loads(content)
    assert whole["projects"] == [sample.project.id, case_1.project.id]
    paid = {each["project"]: each["yes"] for each in whole["evidence"] if each["id"] == "T4"}
    for facts in (sample, case_1):
        assert paid[facts.project.id] == measure_all(facts, AS_OF).share("T4").yes
    assert about_in(content).projects == (sample.project.id, case_1.project.id)
    assert "FD T4" in {each.id for each in figures_in(content)}


@pytest.fixture
def saved(both, tmp_path):
    render_pdf(both, tmp_path / "several.pdf")
    return tmp_path / "several.pdf"


def test_it_agrees_until_one_project_moves_and_then_says_which(saved, sample, case_1):
    known = {facts.project.id: facts for facts in (sample, case_1)}
    assert check_report(saved, lambda _code: None, known.get).agrees
    known["P-01"] = replace(case_1, payments=())
    moved = check_report(saved, lambda _code: None, known.get).moved
    assert moved
    assert {each.id.split()[0] for each in moved} == {"P-01"}
    assert check_report(saved, lambda _code: None, {"FD": sample}.get).moved is None


def test_what_is_kept_of_a_copy_names_every_project(both, sample, case_1):
    kept = issued_copy(both, case_1, choices(), form=".pdf", others=[sample])
    assert kept.project == f"{sample.project.title} and {case_1.project.title}"
    assert kept.project_id == sample.project.id


@pytest.mark.parametrize("large_print", [False, True])
def test_it_is_read_back_as_it_was_written(both, tmp_path, large_print):
    path = tmp_path / "several.pdf"
    verdict = render_pdf(both, path, large_print=large_print).verdict
    assert verdict.passes, verdict.failures
    back = read_back(path)
    assert back.bookmarks == expected_bookmarks(both)
    assert back.tree.lines() == expected_tree(both, contents_of(back)).lines()


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PARTICIPANTS])
def test_nobody_is_named(sample, case_1, audience):
    document = build_report(sample, choices(audience), [case_1])
    printed = render(document) + document.attachments[0].content.decode()
    names = [person.name for facts in (sample, case_1) for person in facts.people.values()]
    assert [name for name in names if name in printed] == []
