"""The letter about what somebody said: whose words it holds, what it owns up to, and how easily it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, AskAnswer, DecisionState
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.hearing_back import HeardBack, SaidLine, not_yet_said
from coproduce.domain.people import Person
from coproduce.domain.room import Contribution
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.document import Heading, Paragraph, Pictured, Quote, plain
from coproduce.exports.letters.easy_what_you_said import easy_what_you_said
from coproduce.exports.letters.what_you_said import what_you_said
from coproduce.exports.pictures import credit
from coproduce.exports.text import render
from tests.exports.readability import grade, sentences_of

DAY, TODAY = date(2026, 3, 3), date(2026, 5, 1)
SETTINGS = WorkspaceSettings(organisation="Valley Care")
ANA = Person("ana", "Ana", full_name="Ana Canary", named_contact="Farah")
DECISION = Decision("D", "P", "Which menu?", decided_on=DAY, outcome="The short one", owner="Cai", due_on=date(2026, 6, 1))


def line(number=1, answer=None, reason=None, promised=date(2026, 4, 1), **more):
    on = DAY if answer else None
    said = Contribution(f"C{number}", "W", "The phone menu is too long", "ana", answer=answer, answered_on=on, reason=reason)
    return SaidLine(said, "First meeting", DAY, promised, **more)


CHANGE = Change("D", "C1", "Press one of nine keys", "Press one of three keys")
DONE = line(1, Answer.ADOPTED, "You were right.", changes=(CHANGE,), decisions=(DECISION,))
BACK = HeardBack(
    ANA,
    SETTINGS,
    (
        DONE,
        line(2, Answer.PART, "The rest costs more than we have."),
        line(3, Answer.NOT_ADOPTED, "The law says we may not."),
        line(4, Answer.PARKED),
        line(5, Answer.HEARD),
        line(6),
        line(7, promised=date(2026, 6, 1), asks=(Ask("A", "P", "Run a bus on Sundays", "The county"),)),
    ),
    "letter",
    "Cai",
)
EMPTY = HeardBack(ANA, SETTINGS, ())
LETTERS = {"letter": lambda back: what_you_said(back, TODAY), "easy": lambda back: easy_what_you_said(back, TODAY)}


def said(kind, back=BACK):
    return " ".join(render(LETTERS[kind](back)).split())


@pytest.mark.parametrize("kind", LETTERS)
def test_it_holds_their_words_every_answer_and_every_reason(kind):
    words = said(kind)
    for expected in (
        "Dear Ana,", "The phone menu is too long", "You were right.", "The rest costs more than we have.", "The law says we may not.",
        "Cai will see to it by 1 June 2026.", "Please tell Farah.", "This letter is from Cai, Valley Care.",
    ):  # fmt: skip
        assert expected in words
    assert "Canary" not in words


def test_what_is_not_answered_is_said_as_such_and_lateness_is_owned_up_to():
    words = said("letter")
    assert "We have no answer for you yet. We said it would come by 1 April 2026. We are sorry that it is late." in words
    assert "You will have one by 1 June 2026." in words
    easy = said("easy")
    assert "It should have come by 1 April 2026." in easy
    assert "You will have it by 1 June 2026." in easy


def test_before_and_now_stand_side_by_side_with_the_difference_in_words():
    words = said("letter")
    assert "Press one of [taken out: nine] keys | Press one of [put in: three] keys" in words
    assert "Before: Press one of nine keys. Now: Press one of three keys." in said("easy")


@pytest.mark.parametrize("kind", LETTERS)
def test_what_we_asked_of_others_is_told_with_their_answer(kind):
    assert "They have not answered yet." in said(kind)
    ask = Ask("A", "P", "Run a bus", "The county", answer=AskAnswer.NO)
    assert "They said no." in said(kind, replace(BACK, lines=(line(1, asks=(ask,)),)))


@pytest.mark.parametrize("kind", LETTERS)
def test_it_asks_whether_it_made_a_difference_only_where_there_is_something_to_judge(kind):
    assert "Did it make a difference?" in said(kind)
    assert "Did it make a difference?" not in said(kind, replace(BACK, lines=(line(6),)))


@pytest.mark.parametrize("kind", LETTERS)
def test_a_no_without_a_reason_owns_up_to_it(kind):
    assert "Please ask us." in said(kind, replace(BACK, lines=(line(3, Answer.NOT_ADOPTED),)))


def test_heard_is_an_answer_of_its_own():
    assert "We heard you." in said("letter", replace(BACK, lines=(line(5, Answer.HEARD),)))


def test_what_is_done_or_stopped_is_next():
    for state, words in ((DecisionState.DONE, "It is done."), (DecisionState.STOPPED, "has stopped")):
        one = line(1, Answer.ADOPTED, decisions=(replace(DECISION, state=state),))
        assert words in said("letter", replace(BACK, lines=(one,)))


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_to_somebody_who_said_nothing_says_so(kind):
    assert "Dear Ana," in said(kind, EMPTY)
    assert "written down" in said(kind, EMPTY)


def test_what_a_letter_cannot_say_is_named_before_it_goes_out():
    assert list(not_yet_said(BACK)) == []
    without = replace(BACK, format_wanted=None, person=Person("ana", "Ana"), lines=(line(3, Answer.NOT_ADOPTED),))
    assert list(not_yet_said(without)) == [
        "In which format do they read best?", "Who is their contact?", "Why was it not done?",
    ]  # fmt: skip


def ours_in(idea):
    return [plain(part.words) for part in idea.blocks if isinstance(part, Paragraph)]


def test_easy_read_has_a_picture_beside_each_idea_and_short_sentences():
    document = LETTERS["easy"](BACK)
    assert {type(block) for block in document.blocks} <= {Pictured, Heading, Paragraph}
    ideas = [block for block in document.blocks if isinstance(block, Pictured)]
    assert all(len(sentence.split()) <= 12 for idea in ideas for sentence in ours_in(idea))
    assert sum(isinstance(part, Quote) for idea in ideas for part in idea.blocks) == len(BACK.lines), "their words are as they said them"
    assert document.blocks[-1] == Paragraph(credit())


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_reads_at_the_age_of_eleven(kind):
    measured = grade(sentences_of(LETTERS[kind](BACK)))
    print(f"{kind}: reading age {measured + 5:.1f}")
    assert measured + 5 <= 11
