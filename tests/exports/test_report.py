"""What a report holds, what can be left out of it and what cannot, and that it never guesses."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest

from coproduce import __version__
from coproduce.errors import Refused
from coproduce.exports.document import Callout, Chart, Heading, Pictured, Table, plain
from coproduce.exports.fingerprint import fingerprint
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report, report_called
from coproduce.exports.sections import SECTIONS
from coproduce.exports.text import render
from tests.exports.readability import grade, sentences_of

DAY = date(2026, 6, 30)
KEYS = [report.key for report in REPORTS]
MADE_FOR = [(report.key, audience) for report in REPORTS for audience in report.audiences]


def made(facts, report="outcome", audience=Audience.PUBLIC, day=DAY, **choices):
    return build_report(facts, ReportChoices(report, audience, day, **choices))


def section_titles(document) -> list[str]:
    return [heading.text for heading in document.headings() if heading.level == 2]


@pytest.mark.parametrize("name", ["sample", "case_1", "empty", "nothing_known", "five_hundred"])
@pytest.mark.parametrize(("report", "audience"), MADE_FOR)
def test_every_report_can_be_made_of_every_project(projects, name, report, audience):
    document = made(projects(name), report, audience)
    assert len(section_titles(document)) == len(report_called(report).sections_for(audience))
    for block in every_block(document.blocks):
        assert_no_cell_is_blank(block)


def every_block(blocks):
    for block in blocks:
        yield block
        if isinstance(block, Callout | Pictured):
            yield from every_block(block.blocks)


def assert_no_cell_is_blank(block) -> None:
    if isinstance(block, Table):
        assert all(cell.strip() for row in block.rows for cell in row), block.caption
    if isinstance(block, Chart):
        assert block.sentence.strip()
        assert block.rows
        assert all(shown.strip() for row in block.rows for shown in row.shown)


@pytest.mark.parametrize("report", KEYS)
def test_the_same_facts_make_the_same_document(sample, report):
    assert made(sample, report) == made(sample, report)


@pytest.mark.parametrize("report", KEYS)
def test_headings_never_skip_a_level(sample, report):
    levels = [1, *(heading.level for heading in made(sample, report).headings())]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_details_say_for_whom_and_up_to_when(sample):
    document = made(sample, audience=Audience.FUNDER, made_on=date(2026, 7, 2))
    assert document.details == (
        ("Made for", "Funders, boards and inspectors"),
        ("Data up to", "30 June 2026"),
        ("Made on", "2 July 2026"),
        ("Made with", f"Coproduce {__version__}"),
    )
    assert made(sample).details[2] == ("Made on", "30 June 2026")


def test_an_empty_project_says_there_is_nothing_to_show_and_no_figure_is_made_up(empty):
    words = render(made(empty))
    assert "There is nothing to show yet" in words
    assert "Nobody has written down what this project is for yet." in words
    statement = render(made(empty, "participation"))
    assert "Level of participation shown by the records: none yet" in statement
    assert "Yes for" not in statement


def test_what_nobody_recorded_is_neither_yes_nor_no(nothing_known):
    words = render(made(nothing_known, day=date(2025, 12, 1)))
    assert "What was decided is not written down." in words
    assert "Who could decide, and who did, is not recorded." in words
    assert "Nobody recorded whether this was still open when people were invited." in words
    assert "Whether people were asked is not recorded." in words
    assert "Nobody wrote down who came." in words
    statement = render(made(nothing_known, "participation", day=date(2025, 12, 1)))
    assert "Cannot be shown. Not recorded for the one workshop." in statement


def test_sheets_that_do_not_answer_are_not_counted_as_no(case_1):
    words = render(made(case_1, day=date(2025, 7, 1)))
    assert "No sheet answers whether access worked, or whether people had influence." in words
    assert "0 of 16" not in words


def test_what_happened_after_the_day_has_not_happened(sample):
    words = render(made(sample, day=date(2026, 3, 20)))
    assert "The desk has no computer on it." not in words
    assert "Letters people can read" not in words.split("What happens next")[0]
    assert "What does the first letter say?" in words.split("Still to decide")[1]
    assert "A new first letter of one page." not in words


def test_an_answer_without_its_day_is_not_counted_as_one(sample):
    said = tuple(replace(each, answered_on=None) if each.id == "FD-C01" else each for each in sample.contributions)
    words = render(made(replace(sample, contributions=said)))
    assert "“We did it” is written down, but not the day of the answer, so it does not count as one." in words


def test_a_section_left_out_is_said_twice(sample):
    document = made(sample, left_out=frozenset({"verdict"}))
    assert "What people thought of it" not in section_titles(document)
    assert ("Left out of this copy", "What people thought of it") in document.details
    assert "Whoever made this copy left out this part: “What people thought of it”." in render(document)


@pytest.mark.parametrize("report", KEYS)
def test_the_honesty_page_cannot_be_left_out(sample, report):
    with pytest.raises(Refused, match="part of every copy"):
        made(sample, report, left_out=frozenset({"honesty"}))
    everything = next(each for each in REPORTS if each.key == report).sections
    shortest = made(sample, report, left_out=frozenset(section.key for section in everything if not section.stays))
    assert "What we could not do, or cannot show" in section_titles(shortest)


@pytest.mark.parametrize(("count", "begins"), [(1, ("One payment", "was", "has")), (2, ("Two payments", "were", "have"))])
def test_money_that_failed_and_money_seen_by_one_person_alone_is_owned_up_to(sample, count, begins):
    payments, were, have = begins
    blank = [line for line in sample.payments if line.is_live and not line.is_paid and not line.is_declined]
    spoilt = {line.id: replace(line, failed_on=DAY, entered_by="canary", approved_by="canary") for line in blank[:count]}
    words = render(made(replace(sample, payments=tuple(spoilt.get(line.id, line) for line in sample.payments))))
    assert f"{payments} failed and {have} not been made since." in words
    assert f"{payments} {were} entered and approved by the same person." in words
    assert "canary" not in words
    assert "same person" not in render(made(sample))
    assert "not been made since" not in render(made(sample))


def test_a_section_or_report_nobody_knows_is_refused(sample):
    with pytest.raises(Refused, match="no section called “sizes”"):
        made(sample, left_out=frozenset({"sizes"}))
    with pytest.raises(Refused, match="There are: outcome, participation, decisions, resourcing and projects"):
        made(sample, "balance")


def test_participants_are_spoken_to(sample):
    assert "What you said, and what happened" in section_titles(made(sample, audience=Audience.PARTICIPANTS))
    assert "What people said, and what happened" in section_titles(made(sample))


def test_disagreement_stands_beside_the_decision_in_a_quote_of_its_own(sample):
    words = render(made(sample))
    decision = words.split("When is the front door open?")[1].split("Still to decide")[0]
    assert "I voted against." in decision
    assert "Said by Joyce Okonkwo" in decision


def test_gaps_are_as_large_as_successes(sample):
    headings = {heading.text: heading.level for heading in made(sample).headings()}
    assert headings["We did it (9)"] == headings["No answer yet (2)"] == headings["We could not do it (1)"]


@pytest.mark.parametrize("report", KEYS)
def test_the_fingerprint_printed_is_that_of_the_file_carried(sample, report):
    document = made(sample, report)
    (attached,) = document.attachments
    digest = sha256(attached.content).hexdigest()
    assert fingerprint(attached.content) == " ".join(digest[at : at + 8] for at in range(0, 64, 8))
    assert fingerprint(attached.content) in render(document)
    assert {each["id"] for each in json.loads(attached.content)["evidence"]} >= {"T1", "T29", "level"}


def test_the_file_carried_joins_up_nothing_about_a_person(sample):
    results = {each["id"]: each for each in json.loads(made(sample).attachments[0].content)["evidence"]}
    paid = results["T4"]
    assert len(paid["records"]["yes"]) == paid["yes"]
    assert paid["records"]["yes"][0].startswith("T4-")
    assert set(results["T28"]["missing"]) <= set(results["T28"]["records"]["no"])
    assert results["T1"]["records"]["yes"] == ["FD-W1", "FD-W2", "FD-W3", "FD-W4"]


def test_the_ladder_is_credited_with_a_link(sample):
    words = render(made(sample, "participation"))
    assert "Think Local Act Personal and the National Co-production Advisory Group" in words
    assert "https://" in words


def test_every_section_has_a_title_of_its_own():
    assert len({section.key for section in SECTIONS}) == len(SECTIONS) - 1  # the method is told short and whole


@pytest.mark.parametrize("report", KEYS)
def test_no_section_is_a_bare_heading(empty, report):
    blocks = made(empty, report).blocks
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            assert place + 1 < len(blocks), block.text
            following = blocks[place + 1]
            assert not (isinstance(following, Heading) and following.level <= block.level), block.text


@pytest.mark.parametrize(("report", "audience"), MADE_FOR)
def test_a_report_is_easy_to_read(sample, report, audience):
    """Reading age 11 or younger, with the words of the people and of the team in it."""
    assert grade(sentences_of(made(sample, report, audience))) <= 6


@pytest.mark.parametrize("report", KEYS)
def test_a_report_on_500_people_is_made_in_a_moment(five_hundred, report):
    start = time.process_time()
    made(five_hundred, report)
    assert time.process_time() - start < 3


def test_emphasis_is_never_the_only_words(sample):
    for block in every_block(made(sample).blocks):
        words = getattr(block, "words", None)
        assert words is None or plain(words).strip()
