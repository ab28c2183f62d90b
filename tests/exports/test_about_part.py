"""A report about a part of a project says so everywhere, holds no more than the part, and can be worked out again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from coproduce.domain.evidence import measure_all
from coproduce.domain.part import Days, OneWorkshop
from coproduce.errors import Refused
from coproduce.exports.checked import check_report
from coproduce.exports.pdf import render as render_pdf
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report, issued_copy
from coproduce.exports.text import render
from coproduce.exports.verifying import about_in
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.issued import facts_of, issued_reports, issued_with
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell

AS_OF = date(2026, 6, 30)
ONE = OneWorkshop("FD-W2")
SPRING = Days(date(2026, 4, 1), date(2026, 5, 31))
PARTS = [ONE, SPRING]
MADE_FOR = [(report.key, audience) for report in REPORTS for audience in report.audiences]


def copy(facts, part, report="outcome", audience=Audience.FUNDER, **choices):
    return build_report(facts, ReportChoices(report, audience, AS_OF, part=part, **choices))


@pytest.mark.parametrize(("report", "audience"), MADE_FOR)
@pytest.mark.parametrize("part", PARTS)
def test_every_report_of_a_part_says_plainly_what_it_is_about(sample, part, report, audience):
    document = copy(sample, part, report, audience)
    says = "One workshop: The first five minutes, 17 March 2026" if part is ONE else "From 1 April 2026 to 31 May 2026"
    assert document.title == f"An invented example: one front door · {says}"
    assert document.details[0] == ("About", f"A part of the project. {says}.")
    short = "One workshop, 17 March 2026" if part is ONE else "1 April to 31 May 2026"
    assert document.footer.startswith(f"{short} · Data up to 30 June 2026")
    assert "Two things are asked of a whole project only, and left out here" in render(document)


def test_what_was_said_and_decided_elsewhere_is_not_in_it(sample):
    words = render(copy(sample, ONE))
    assert "Is there a screen between the people who come and the people who work here?" in words
    assert "What does the first letter say?" not in words
    said_elsewhere = [said.words for said in sample.contributions if said.workshop_id == "FD-W3"]
    assert [said for said in said_elsewhere if said in words] == []


@pytest.mark.parametrize("part", PARTS)
def test_stages_and_equality_counts_are_not_asked_of_a_part(sample, part):
    words = render(copy(sample, part, "participation"))
    assert "Were participants there at every stage?" not in words
    assert "Equality sheets are counted for a whole project only" in words
    carried = json.loads(copy(sample, part, "participation").attachments[0].content)
    assert "T26" not in {each["id"] for each in carried["evidence"]}


@pytest.mark.parametrize("part", PARTS)
def test_its_figures_are_those_of_the_part(sample, part):
    carried = {each["id"]: each for each in json.loads(copy(sample, part, "participation").attachments[0].content)["evidence"]}
    measured = measure_all(sample, AS_OF, part)
    for key in ("T1", "T4", "T17", "T19", "T24"):
        assert (carried[key]["yes"], carried[key]["no"]) == (measured.share(key).yes, measured.share(key).no)


@pytest.mark.parametrize("part", [*PARTS, None])
def test_the_file_it_carries_says_the_part(sample, part):
    assert about_in(copy(sample, part).attachments[0].content).part == part


def test_a_workshop_the_project_does_not_have_is_refused(sample):
    with pytest.raises(Refused, match="no such workshop"):
        copy(sample, OneWorkshop("nowhere"))


def test_a_part_in_which_nothing_happened_says_so(sample):
    words = render(copy(sample, Days(date(2020, 1, 1), date(2020, 12, 31))))
    assert "In this part of the project no workshop has been held" in words


def test_the_budget_of_a_part_says_that_lines_for_the_whole_are_left_out(sample):
    assert "Lines of the budget for the whole project are not counted" in render(copy(sample, SPRING, "resourcing"))
    assert "Lines of the budget for the whole project are not counted" not in render(copy(sample, None, "resourcing"))


@pytest.mark.parametrize("part", PARTS)
def test_money_of_a_part_is_exact(sample, part):
    carried = {
        each["id"]: each for each in json.loads(copy(sample, part, "resourcing", Audience.FINANCE).attachments[0].content)["evidence"]
    }
    kept = {workshop.id for workshop in sample.workshops if part.holds(workshop)}
    paid = sum(line.paid.pence for line in sample.payments if line.workshop_id in kept and line.is_live and line.paid)
    assert carried["money"]["value"]["paid"] == f"{paid // 100}.{paid % 100:02}"


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def issued(story, tmp_path):
    """A report of one workshop of the story, saved and listed."""

    def issued(part, name="part.pdf"):
        choices = ReportChoices("participation", Audience.FUNDER, date(2030, 1, 1), part=part)
        facts = load_facts(story.file, story.project)
        document = build_report(facts, choices)
        render_pdf(document, tmp_path / name)
        story.file.note("Saved", "export", issued=issued_copy(document, facts, choices, form=".pdf"))
        return tmp_path / name

    return issued


@pytest.mark.parametrize("days", [True, False])
def test_verify_measures_the_same_part_again(story, issued, days):
    path = issued(Days(date(2025, 1, 1), date(2025, 3, 31)) if days else OneWorkshop(story.held))
    checked = check_report(path, partial(issued_with, story.file), partial(facts_of, story.file))
    assert (checked.agrees, checked.moved) == (True, ())
    [listed] = issued_reports(story.file)
    assert ("From 1 January 2025 to 31 March 2025" if days else "One workshop: ") in listed.project
    assert ("From 1 January 2025" if days else "One workshop: ") in " ".join(checked.lines)
    unlisted = check_report(path, lambda _code: None, partial(facts_of, story.file))
    assert ("From 1 January 2025" if days else f"One workshop: {story.held}") in " ".join(unlisted.lines)


def test_a_workshop_that_is_gone_cannot_be_worked_out_again(story, issued):
    path = issued(OneWorkshop(story.held))

    def without(project_id):
        facts = facts_of(story.file, project_id)
        return replace(facts, workshops=tuple(each for each in facts.workshops if each.id != story.held))

    checked = check_report(path, partial(issued_with, story.file), without)
    assert checked.moved is None
    assert "or the workshop it is about" in " ".join(checked.lines)
