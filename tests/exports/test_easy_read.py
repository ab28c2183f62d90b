"""The outcome summary in Easy Read: one idea a picture, short sentences, the same figures, and the honesty page stays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from coproduce.domain.codes import DecisionMethod
from coproduce.domain.evidence import INDICATORS
from coproduce.errors import Refused
from coproduce.exports import html
from coproduce.exports.document import Callout, Chart, Heading, PageBreak, Paragraph, Pictured, Quote, Table
from coproduce.exports.fingerprint import fingerprint
from coproduce.exports.pdf import render as as_pdf
from coproduce.exports.pictures import credit
from coproduce.exports.privacy import HELD_BACK, Audience
from coproduce.exports.report import FOR_ALL, REPORTS, ReportChoices, build_report, sections_of
from coproduce.exports.sections.easy.questions import QUESTIONS
from coproduce.exports.text import render
from coproduce.exports.verifying import read_pdf
from tests.exports.readability import grade, sentences_of
from tests.exports.test_snapshots import DAYS, SNAPSHOTS, approved

DAY = date(2026, 6, 30)
NAMES = ["sample", "case_1", "empty", "nothing_known", "five_hundred"]
EASY = [report.key for report in REPORTS if report.easy]


def easy(facts, audience=Audience.PARTICIPANTS, day=DAY, **choices):
    return build_report(facts, ReportChoices("outcome", audience, day, easy_read=True, **choices))


def ideas(document) -> list[Pictured]:
    return [block for block in document.blocks if isinstance(block, Pictured)]


@pytest.mark.parametrize(
    "name, audience",
    [("sample", Audience.PARTICIPANTS), ("sample", Audience.PUBLIC), ("case_1", Audience.FUNDER), ("empty", Audience.PUBLIC)],
)
def test_the_words_are_those_that_were_read_and_approved(projects, name, audience):
    words = render(easy(projects(name), audience, DAYS[name]))
    assert words == approved(SNAPSHOTS / f"{name}-outcome-easy-{audience.value}.txt", words)


@pytest.mark.parametrize("audience", FOR_ALL)
@pytest.mark.parametrize("name", NAMES)
def test_everything_but_headings_stands_beside_a_picture(projects, name, audience):
    document = easy(projects(name), audience)
    loose = [block for block in document.blocks if not isinstance(block, Pictured | Heading | PageBreak)]
    assert loose == [Paragraph(credit())], "only the credit of the pictures stands without a picture"
    inside = {type(block) for each in ideas(document) for block in each.blocks}
    assert inside <= {Paragraph, Quote}
    assert not inside & {Table, Chart, Callout}


@pytest.mark.parametrize("key", EASY)
def test_easy_read_has_the_sections_of_the_ordinary_copy_and_those_that_stay_stay(key):
    report = next(each for each in REPORTS if each.key == key)
    assert [(each.key, each.stays) for each in report.easy] == [(each.key, each.stays) for each in report.sections]


@pytest.mark.parametrize("name", NAMES)
def test_no_section_is_a_bare_heading(projects, name):
    blocks = easy(projects(name)).blocks
    for block, following in pairwise(blocks):
        if isinstance(block, Heading):
            assert not (isinstance(following, Heading) and following.level <= block.level), block.text


def test_the_honesty_page_says_every_no_and_everything_unknown(sample):
    document = easy(sample)
    honest = render(document).split("What we could not do or cannot show")[1]
    page = build_report(sample, ReportChoices("outcome", Audience.PARTICIPANTS, DAY))
    [table] = [block for block in page.blocks if isinstance(block, Table) and block.caption == "Questions with a no"]
    noes = [int(row[1]) for row in table.rows]
    assert [int(count) for count in re.findall(r"For (\d+) of \d+ the answer was no", honest)] == noes
    assert len(noes) > 15
    assert honest.count("Too much is not written down.") == 2
    with pytest.raises(Refused, match="part of every copy"):
        easy(sample, left_out=frozenset({"honesty"}))


def test_every_question_of_the_evidence_has_easy_words():
    assert set(QUESTIONS) == {indicator.id for indicator in INDICATORS}
    assert all(len(words.split()) <= 12 for words in QUESTIONS.values())


def test_what_is_left_out_is_said(sample):
    document = easy(sample, left_out=frozenset({"verdict"}))
    assert "Some parts are not in this copy:\n\nWhat people thought." in render(document)
    assert ("verdict", "What people thought") in sections_of(sample, ReportChoices("outcome", Audience.PUBLIC, DAY, easy_read=True))


def test_people_s_own_words_are_whole_and_every_one_is_there(case_1):
    quotes = [block.text for each in ideas(easy(case_1, day=date(2025, 7, 1))) for block in each.blocks if isinstance(block, Quote)]
    ordinary = build_report(case_1, ReportChoices("outcome", Audience.PARTICIPANTS, date(2025, 7, 1), left_out=frozenset({"verdict"})))
    assert quotes == [block.text for block in ordinary.blocks if isinstance(block, Quote)]


def test_a_name_held_back_is_not_made_to_look_after_anything(sample):
    words = render(easy(sample, Audience.PUBLIC))
    assert HELD_BACK not in words
    assert "Somebody looks after it." in words


def test_how_it_was_decided_is_told_as_the_rule_and_not_as_what_happened(case_1):
    """Somebody may have objected all the same: that stands beside it, in their own words."""
    words = render(easy(case_1, day=date(2025, 7, 1)))
    assert "Everybody agreed" not in words
    assert "The rule was:" in words


def test_who_decided_elsewhere_is_said_and_not_to_the_public_where_it_is_a_person(sample):
    where = [each for each in sample.decisions if each.decided_by_whom or each.outcome_by]
    told = tuple(
        replace(each, method=DecisionMethod.DECIDED_ELSEWHERE, decided_by_whom=None, outcome_by="Canary", why_elsewhere="It was late")
        for each in where
    )
    others = tuple(each for each in sample.decisions if each not in where)
    facts = replace(sample, decisions=(*told, *others))
    assert "This is who decided it:\n\nCanary." in render(easy(facts, Audience.FUNDER))
    public = render(easy(facts, Audience.PUBLIC))
    assert "Canary" not in public
    assert "We know who decided it." in public
    assert "People who took part could not. This is why:\n\nIt was late." in public


@pytest.mark.parametrize("audience", FOR_ALL)
def test_nobody_is_named_who_is_not_named_in_the_ordinary_copy(sample, audience):
    words = render(easy(sample, audience))
    ordinary = render(build_report(sample, ReportChoices("outcome", audience, DAY)))
    names = {person.name for person in sample.people.values()}
    assert {name for name in names if name in words} <= {name for name in names if name in ordinary}


def test_where_nothing_is_known_it_says_so_and_makes_no_figure_up(nothing_known, empty):
    words = render(easy(nothing_known))
    for sentence in ("Nobody wrote down who came.", "We do not know how many people took part.", "Nobody wrote down what."):
        assert sentence in words
    assert "There was no meeting yet." in render(easy(empty))


def test_its_own_sentences_are_short_and_read_at_the_age_of_nine(sample, nothing_known, empty):
    """Measured without the words of others: on facts whose texts are one plain word, or are missing."""
    for facts in (plainly_worded(sample), nothing_known, empty):
        sentences = sentences_of(replace(easy(facts), blocks=tuple(ideas(easy(facts)))))
        sentences = [each for each in sentences if not re.fullmatch(r"[0-9a-f ]{40,}", each)]
        assert max(len(each.split()) for each in sentences) <= 12, max(sentences, key=lambda each: len(each.split()))
        assert grade(sentences) + 5 <= 9


def plainly_worded(facts):
    project = replace(facts.project, title="The door", purpose="To open.", open_to_change="The door.", not_open="The day.")
    return replace(
        facts,
        project=project,
        workshops=tuple(replace(each, title="We met") for each in facts.workshops),
        contributions=tuple(replace(each, reason="It is done.") for each in facts.contributions),
        decisions=tuple(replace(each, question="When?", outcome="Now.", reason="It is best.", owner="Ana") for each in facts.decisions),
        changes=tuple(replace(each, before="No.", after="Yes.") for each in facts.changes),
        asks=tuple(replace(each, asked_of="The town", words="Help us.") for each in facts.asks),
        actions=tuple(replace(each, what="Ask.", owner="Ana") for each in facts.actions),
    )


def test_it_carries_the_same_evidence_and_can_be_checked(sample, tmp_path):
    ordinary = build_report(sample, ReportChoices("outcome", Audience.PARTICIPANTS, DAY))
    document, path = easy(sample), tmp_path / "easy.pdf"
    assert document.attachments == ordinary.attachments
    as_pdf(document, path, large_print=True)
    carried = read_pdf(path)
    assert carried.is_whole
    assert carried.printed == fingerprint(ordinary.attachments[0].content)


def test_it_is_printed_large_in_every_form(sample):
    assert ReportChoices("outcome", Audience.PUBLIC, DAY, easy_read=True).is_large
    page = html.render(easy(sample), large_print=True)
    assert 'class="large"' in page
    assert page.count('<img alt=""') == len(ideas(easy(sample)))


def test_a_report_without_easy_read_says_so(sample):
    with pytest.raises(Refused, match="no Easy Read form of this report: Equal participation statement"):
        build_report(sample, ReportChoices("participation", Audience.PUBLIC, DAY, easy_read=True))
