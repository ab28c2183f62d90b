"""What each copy for others may hold, column by column: a canary in every column for words, and every form of every copy taken apart."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from coproduce.domain.codes import YesNo
from coproduce.domain.sheets import Privacy
from coproduce.errors import Refused
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.writing import write_as
from coproduce.storage.classified import privacy_of
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.canaries import Canaries, fill
from tests.exports.unpacked import unpacked

FORMS = (".pdf", ".docx", ".html", ".xlsx", ".zip", ".json")

_IN_THEIR_WORDS = {
    *("asks.words", "contributions.words", "dissents.words", "objections.words", "own_words.words"),
    "equality_counts.answer",  # the name of an answer, such as 18–25, and only where enough people gave it
}
_FOR_THOSE_WHO_ANSWER_FOR_IT = {
    *_IN_THEIR_WORDS,
    *("actions.owner", "advice.said", "decisions.outcome_by", "decisions.owner", "verdicts.words"),
}
MAY_BE_TOLD: dict[Audience, set[str]] = {
    Audience.PUBLIC: _IN_THEIR_WORDS,
    Audience.FUNDER: _FOR_THOSE_WHO_ANSWER_FOR_IT,
    Audience.PARTICIPANTS: _FOR_THOSE_WHO_ANSWER_FOR_IT,
    Audience.FINANCE: {"own_words.words", "people.full_name"},
}
"""What an audience may read of columns that are personal or special. Words stand in it without a name, as the privacy filter has it."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    canaries = Canaries()
    with WorkspaceFile.create(tmp_path_factory.mktemp("canary") / "a.coproduce", organisation="Valley Care") as file:
        story = fill(file, canaries)
        yield load_facts(file, story.project), canaries


def found_in(facts, canaries, audience, folder):
    """The columns told in any form of any copy for this audience."""
    found = set()
    for report in REPORTS:
        if audience not in report.audiences:
            continue
        for easy in (False, True) if report.easy else (False,):
            document = build_report(facts, ReportChoices(report.key, audience, as_of=date(2030, 1, 1), easy_read=easy))
            for form in FORMS:
                path = folder / f"{report.key}-{easy}{form}"
                with suppress(Refused):  # a copy without a table has none to save
                    write_as(form, document, path, large_print=easy, made_on=date(2030, 1, 1))
                for part in unpacked(path) if path.exists() else ():
                    found |= {hit.column for hit in canaries.in_bytes(part)}
    return found


@pytest.mark.slow
@pytest.mark.parametrize("audience", list(Audience))
def test_no_copy_tells_more_than_its_audience_may_know(filled, audience, tmp_path):
    facts, canaries = filled
    found = found_in(facts, canaries, audience, tmp_path)
    assert len(canaries.column_of) >= 130
    assert "projects.title" in found
    about_people = {column for column in found if privacy_of(*column.split(".")) is not Privacy.NONE}
    assert about_people == MAY_BE_TOLD[audience]


@pytest.mark.slow
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.FUNDER, Audience.PARTICIPANTS])
def test_words_of_those_who_do_not_wish_to_be_quoted_are_in_no_copy(filled, audience, tmp_path):
    facts, canaries = filled
    silent = {known: replace(person, quote_consent=YesNo.NO) for known, person in facts.people.items()}
    found = found_in(replace(facts, people=silent), canaries, audience, tmp_path)
    assert found & {"contributions.words", "dissents.words"} == set()


def test_taking_apart_reaches_pages_attachments_metadata_and_members(filled, tmp_path):
    facts, canaries = filled
    document = build_report(facts, ReportChoices(REPORTS[0].key, Audience.FUNDER, as_of=date(2030, 1, 1)))
    for form in (".pdf", ".docx", ".xlsx", ".zip"):
        write_as(form, document, tmp_path / f"a{form}", made_on=date(2030, 1, 1))
        whole = (tmp_path / f"a{form}").read_bytes()
        packed = {hit.column for hit in canaries.in_bytes(whole)}
        apart = {hit.column for part in unpacked(tmp_path / f"a{form}") for hit in canaries.in_bytes(part)}
        assert apart > packed, form
