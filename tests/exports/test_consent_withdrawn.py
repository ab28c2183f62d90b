"""Somebody takes back that their words may be printed: no copy made from then on holds them, in any report, form or audience."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import Answer, SaidAs, YesNo
from coproduce.domain.decisions import Dissent
from coproduce.domain.given import For, Given
from coproduce.domain.room import Contribution
from coproduce.exports.privacy import Audience
from coproduce.exports.quoted import quotes_in
from coproduce.exports.report import REPORTS, ReportChoices, build_report, given_copy, issued_copy
from coproduce.exports.text import render
from coproduce.exports.writing import write_as
from coproduce.exports.you_said import you_said_we_did
from coproduce.operations import contributions, decisions, people
from coproduce.operations.restricting import restrict_person
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.given import what_left
from coproduce.storage.queries.hearing_back import at_workshop
from coproduce.storage.workspace_file import WorkspaceFile
from tests.exports.read_again import words_of
from tests.operations.story import LATER, tell

DAY = date(2025, 5, 1)
CANARY = "quetzalcoatl sings at dawn"
FORMS = (".pdf", ".html", ".docx", ".xlsx", ".zip")


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        told = tell(file)
        people.edit_person(file, told.ana, quote_consent=YesNo.YES)
        people.edit_person(file, told.ben, quote_consent=YesNo.YES)
        contributions.edit_contribution(file, told.unanswered, words=f"The {CANARY}", said_as=SaidAs.NAMED)
        contributions.answer_contribution(file, told.unanswered, answer=Answer.ADOPTED, on=LATER, reason="It was right")
        decisions.link_change(file, told.decision, contribution_id=told.unanswered, before="No song", after="A song")
        decisions.edit_dissent(file, told.dissent, words=f"Not the {CANARY}", person_id=told.ben, said_as=SaidAs.NAMED)
        yield told


def every_copy():
    """Each report for each of its audiences, in each kind of reading."""
    for report in REPORTS:
        for audience in report.audiences:
            for easy in (False, True) if report.easy else (False,):
                yield ReportChoices(report.key, audience, DAY, easy_read=easy)


def documents(file, story):
    facts = load_facts(file, story.project)
    for choices in every_copy():
        yield choices, build_report(facts, choices)
    yield None, you_said_we_did(facts, DAY)
    yield None, you_said_we_did(facts, DAY, story.held)


def holding(file, story):
    return [choices for choices, document in documents(file, story) if CANARY in " ".join(render(document).split())]


def withdraw(story):
    for person in (story.ana, story.ben):
        people.edit_person(story.file, person, quote_consent=YesNo.NO)


def restrict(story):
    for person in (story.ana, story.ben):
        restrict_person(story.file, person, on=DAY, reason="Disputed")


@pytest.mark.parametrize("stop", [withdraw, restrict])
def test_words_that_stood_in_reports_stand_in_none_made_afterwards(story, stop):
    before = holding(story.file, story)
    assert {one.report for one in before if one} >= {"outcome", "decisions"}, "the walk sees the words where they may be printed"
    assert any(one and one.easy_read for one in before)
    assert None in before, "so does the public document"
    stop(story)
    assert holding(story.file, story) == []


def test_no_form_of_a_file_holds_them_either(story, tmp_path):
    def written(folder):
        folder.mkdir()
        held = set()
        facts = load_facts(story.file, story.project)
        for place, choices in enumerate(every_copy()):
            if choices.audience is not Audience.FUNDER:
                continue
            document = build_report(facts, choices)
            for form in FORMS:
                if form in (".xlsx", ".zip") and choices.easy_read:
                    continue
                path = folder / f"{place}{form}"
                write_as(form, document, path)
                if CANARY in words_of(path):
                    held.add(form)
        return held

    assert written(tmp_path / "before") >= {".pdf", ".html", ".docx"}
    withdraw(story)
    assert written(tmp_path / "after") == set()


def test_letters_hold_only_the_words_of_whom_they_are_to(story):
    [ana] = [one for one in at_workshop(story.file, story.held) if one.person.id == story.ana]
    assert {line.contribution.person_id for line in ana.lines} == {story.ana}


def test_the_list_says_which_earlier_copies_held_them_so_that_they_can_be_asked_back(story):
    facts = load_facts(story.file, story.project)
    for audience in (Audience.FUNDER, Audience.PUBLIC):
        choices = ReportChoices("outcome", audience, DAY)
        document = build_report(facts, choices)
        given = given_copy(document, facts, choices, form=".pdf", made_by="Cai")
        story.file.note("Saved", "export", issued=issued_copy(document, facts, choices, form=".pdf"), given=given)
        assert story.unanswered in given.quotes
    assert [one.withdrawn for one in what_left(story.file)] == [(), ()]
    withdraw(story)
    left = what_left(story.file)
    assert all(f"The {CANARY}" in one.withdrawn for one in left)
    assert {(one.given.what, one.given.for_whom, one.given.made_by) for one in left} == {
        (Given.REPORT, For.FUNDER, "Cai"),
        (Given.REPORT, For.PUBLIC, "Cai"),
    }
    story.file.undo()
    story.file.undo()
    assert [one.withdrawn for one in what_left(story.file)] == [(), ()]


def test_a_copy_without_the_words_is_not_on_the_list_of_those_that_held_them(story):
    withdraw(story)
    facts = load_facts(story.file, story.project)
    quoted = quotes_in(build_report(facts, ReportChoices("outcome", Audience.FUNDER, DAY)), [facts])
    with story.file.read() as reading:
        theirs = {one.id for one in (*reading.all(Contribution), *reading.all(Dissent)) if one.person_id}
    assert not theirs & set(quoted)
