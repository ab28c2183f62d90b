"""“You said, we did” for everybody: whom it names and quotes, and that what was not done stands as large as what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, AskAnswer, Capacity, SaidAs, WorkshopState, YesNo
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.document import Heading
from coproduce.exports.text import render
from coproduce.exports.you_said import you_said_we_did
from tests.exports.readability import grade, sentences_of

DAY, TODAY = date(2026, 3, 3), date(2026, 5, 1)


def said(number, words, answer=None, person="ana", **more):
    kept = {"said_as": SaidAs.NAMED, "capacity": Capacity.CARER, "theme": "Letters"} | more
    return Contribution(f"C{number}", "W1", words, person, answer=answer, answered_on=DAY if answer else None, **kept)


FACTS = ProjectFacts(
    WorkspaceSettings(organisation="Valley Care"),
    Project("P", "Booking line"),
    people={"ana": Person("ana", "Ana", full_name="Ana Canary"), "ben": Person("ben", "Ben", quote_consent=YesNo.NO)},
    workshops=(Workshop("W1", "P", "First", DAY, state=WorkshopState.HELD), Workshop("W2", "P", "Second", DAY, state=WorkshopState.HELD)),
    contributions=(
        said(1, "Write in plain words", Answer.ADOPTED, reason="We rewrote it."),
        said(2, "Free parking", Answer.NOT_ADOPTED, theme="Travel", reason="The land is not ours."),
        said(3, "ben-canary", Answer.ADOPTED, "ben", said_as=SaidAs.ROLE),
        said(4, "unmarked-canary", Answer.ADOPTED, said_as=None),
        said(5, "It hurt to be sent away", Answer.HEARD, theme=None, said_as=SaidAs.ANONYMOUS),
        replace(said(6, "Open on Sundays", said_as=SaidAs.ROLE, theme="Travel"), workshop_id="W2"),
    ),
    decisions=(Decision("D", "P", "Which letter?", decided_on=DAY),),
    changes=(Change("D", "C1", "You are required to attend", "Please come"),),
    asks=(Ask("A", "P", "Give up two spaces", "The church", "C2", asked_on=DAY, answer=AskAnswer.NO, answered_on=DAY),),
)


def words_of(facts=FACTS, workshop_id=None):
    return " ".join(render(you_said_we_did(facts, TODAY, workshop_id)).split())


def headings(facts=FACTS, workshop_id=None):
    return [block.text for block in you_said_we_did(facts, TODAY, workshop_id).blocks if isinstance(block, Heading)]


def test_what_was_said_stands_under_its_theme_then_what_was_not_done_and_what_is_open():
    assert headings() == [
        "In short", "Letters", "Travel", "Other things people said",
        "What we could not do, and why", "What we asked others to do", "What is still open",
    ]  # fmt: skip
    words = words_of()
    assert "Travel: The land is not ours." in words
    assert "One thing without an answer yet." in words
    assert "One thing people said without an answer. The last of these answers was promised by 31 March 2026." in words
    assert "The church, asked on 3 March 2026: Give up two spaces. They said no on 3 March 2026." in words


def test_before_and_after_are_said_in_words():
    assert "[taken out: You are required to attend] [put in: Please come]" in words_of()


def test_people_are_named_and_quoted_only_where_they_agreed():
    words = words_of()
    assert "Said on 3 March 2026 by Ana" in words
    for held_back in ("Canary", "ben-canary", "Ben", "unmarked-canary"):
        assert held_back not in words
    assert words.count("may not quote here") == 2
    no_name = replace(FACTS, people={"ana": Person("ana", "Ana", name_consent=YesNo.NO), "ben": Person("ben", "Ben")})
    assert "Ana" not in words_of(no_name)
    agreed = replace(FACTS, people={"ana": Person("ana", "Ana", quote_consent=YesNo.YES), "ben": Person("ben", "Ben")})
    assert "unmarked-canary" in words_of(agreed)


def test_one_workshop_holds_only_its_own_words():
    words = words_of(workshop_id="W2")
    assert "Open on Sundays" in words
    assert "Write in plain words" not in words
    assert "The church" not in words
    assert headings(workshop_id="W2") == ["In short", "Travel", "What is still open"]


def test_where_nothing_was_said_it_says_so():
    assert "Nothing that people said is written down yet." in words_of(replace(FACTS, contributions=(), changes=(), asks=()))


@pytest.mark.parametrize("workshop_id", [None, "W2"])
def test_it_reads_at_the_age_of_eleven(workshop_id):
    measured = grade(sentences_of(you_said_we_did(FACTS, TODAY, workshop_id)))
    print(f"you said, we did: reading age {measured + 5:.1f}")
    assert measured + 5 <= 11
