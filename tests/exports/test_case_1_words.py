"""What people said in case 1 is printed whole and in order, whatever it holds, and so are names where they may be seen."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import SaidAs
from coproduce.exports.document import Quote, plain
from coproduce.exports.report import FOR_ALL, ReportChoices, build_report

DAY = date(2025, 7, 1)


@pytest.fixture(params=FOR_ALL)
def printed(request, case_1):
    return build_report(case_1, ReportChoices("outcome", request.param, DAY))


def test_every_word_said_is_printed_once_as_it_was_said(case_1, printed):
    quotes = [block.text for block in printed.blocks if isinstance(block, Quote)]
    days = {workshop.id: workshop.date for workshop in case_1.workshops}
    said = [each.words for each in case_1.contributions if days[each.workshop_id] <= DAY]
    dissent = [
        each.words
        for each in case_1.dissents
        if each.decision_id in {d.id for d in case_1.decisions if d.decided_on and d.decided_on <= DAY}
    ]
    assert said
    assert dissent
    assert sorted(quotes) == sorted([*said, *dissent])


def test_within_an_answer_words_stand_in_the_order_of_the_workshops(case_1, printed):
    days = {workshop.id: workshop.date for workshop in case_1.workshops}
    said = [each for each in case_1.contributions if days[each.workshop_id] <= DAY and not (each.answered_on and each.answered_on <= DAY)]
    expected = [each.words for each in sorted(said, key=lambda each: (days[each.workshop_id], each.workshop_id))]
    blocks = list(printed.blocks)
    start = next(place for place, block in enumerate(blocks) if getattr(block, "text", "").startswith("No answer yet ("))
    assert [block.text for block in blocks[start:] if isinstance(block, Quote)][: len(expected)] == expected


def test_names_are_printed_where_somebody_chose_to_be_named_and_nowhere_else(case_1, printed):
    named = {
        case_1.people[each.person_id].name
        for each in (*case_1.contributions, *case_1.dissents)
        if each.said_as is SaidAs.NAMED and each.person_id
    }
    signatures = [block.attribution for block in printed.blocks if isinstance(block, Quote)]
    signed = {name for name in named if any(signature.endswith(f"by {name}") for signature in signatures)}
    assert signed
    others = {person.name for person in case_1.people.values()} - named
    assert others.isdisjoint(signature.split(" by ", 1)[1] for signature in signatures)


def test_decisions_stand_with_their_question_and_outcome(case_1, printed):
    headings = {heading.text for heading in printed.headings()}
    decided = [each for each in case_1.decisions if each.decided_on and each.decided_on <= DAY]
    assert decided
    for decision in decided:
        assert " ".join(decision.question.split()) in headings
    words = "\n".join(plain(block.words) for block in printed.blocks if hasattr(block, "words"))
    assert words.count("We will write sooner.") >= len(decided)
