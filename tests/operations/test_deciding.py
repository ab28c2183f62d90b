"""What goes with a decision: earlier words, deciding again, what was counted, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.advice import Asked
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import ActionState, Capacity, DecisionMethod, ReviewResult, YesNo
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Decision, Dissent
from coproduce.errors import Refused
from coproduce.operations import counting, deciding, decisions, people
from coproduce.operations.counting import CountOf, Tally
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, LATER, Story, tell

TODAY = date(2025, 3, 3)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce") as file:
        yield tell(file)


def all_of(story, kind, **where):
    with story.file.read() as reading:
        return reading.all(kind, **where)


def versions(story):
    return [one for one in all_of(story, DecisionVersion, decision_id=story.decision) if one.id != story.version]


def test_rewording_what_was_decided_keeps_the_earlier_words(story):
    decisions.edit_decision(story.file, story.decision, outcome="The long one", today=TODAY)
    decisions.edit_decision(story.file, story.decision, reason="Callers asked", owner="Cai", today=TODAY)
    decisions.edit_decision(story.file, story.decision, reason="Most callers asked", today=LATER)
    assert [(one.kept_on, one.outcome, one.reason) for one in versions(story)] == [
        (TODAY, "The short one", None),
        (LATER, "The long one", "Callers asked"),
    ]
    story.file.undo()
    assert len(versions(story)) == 1


def test_a_question_still_open_can_be_reworded_without_a_trace(story):
    decisions.edit_decision(story.file, story.open_question, reason="Because", today=TODAY)
    decisions.edit_decision(story.file, story.open_question, reason="Because of it", today=TODAY)
    assert versions(story) == []


def test_a_decision_is_reviewed_once_and_then_decided_again(story):
    decisions.review_decision(story.file, story.decision, result=ReviewResult.CHANGED, on=LATER)
    with pytest.raises(Refused) as refused:
        decisions.review_decision(story.file, story.decision, result=ReviewResult.KEPT, on=LATER)
    assert refused.value.field == "reviewed_on"
    (new,) = all_of(story, Decision, id=deciding.decide_again(story.file, story.decision))
    assert (new.question, new.follows_id, new.project_id, new.decided_on) == ("Which menu?", story.decision, story.project, None)
    with pytest.raises(Refused):
        deciding.decide_again(story.file, story.decision)


def test_what_was_kept_is_not_decided_again(story):
    decisions.review_decision(story.file, story.decision, result=ReviewResult.KEPT, on=LATER)
    with pytest.raises(Refused):
        deciding.decide_again(story.file, story.decision)


def test_a_new_decision_stays_when_the_old_one_is_deleted(story):
    new = deciding.decide_again(story.file, story.undone)
    decisions.delete_decision(story.file, story.undone)
    assert [one.follows_id for one in all_of(story, Decision, id=new)] == [None]


def test_decisions_do_not_replace_each_other_in_a_circle(story):
    new = deciding.decide_again(story.file, story.undone)
    with pytest.raises(Refused) as refused:
        decisions.edit_decision(story.file, story.undone, follows_id=new)
    assert refused.value.field == "follows_id"


def test_the_outcome_and_a_disagreement_are_one_step(story):
    said = decisions.Words("Nobody can come on a Sunday")
    decisions.decide(story.file, story.open_question, outcome="Yes", on=DAY, dissent_asked=YesNo.YES, dissent=said)
    assert [one.words for one in all_of(story, Dissent, decision_id=story.open_question)] == ["Nobody can come on a Sunday"]
    story.file.undo()
    assert all_of(story, Dissent, decision_id=story.open_question) == []
    with pytest.raises(Refused) as refused:
        decisions.decide(story.file, story.open_question, outcome="Yes", on=DAY, dissent=decisions.Words(" "))
    assert refused.value.field == "words"


def test_a_question_its_outcome_and_a_disagreement_are_one_step(story):
    said = decisions.Words("Nobody can come on a Sunday")
    new = decisions.record_decision(story.file, project_id=story.project, question="Sundays?", outcome="Yes", decided_on=DAY, dissent=said)
    assert [one.words for one in all_of(story, Dissent, decision_id=new)] == ["Nobody can come on a Sunday"]
    story.file.undo()
    assert all_of(story, Dissent, decision_id=new) == []
    assert all_of(story, Decision, id=new) == []


def test_votes_of_a_group_take_the_place_of_what_was_counted_before(story):
    of = CountOf(Capacity.CARER)
    counting.count_votes(story.file, story.decision, of, [Tally("Short", None, 2), Tally("Long", None, 3)])
    counting.count_votes(story.file, story.decision, CountOf(), [Tally("Short", None, 1)])
    counted = [(one.capacity, one.option, one.number) for one in all_of(story, VoteCount, decision_id=story.decision)]
    assert counted == [(Capacity.CARER, "Short", 2), (Capacity.CARER, "Long", 3), (None, "Short", 1)]
    with pytest.raises(Refused) as refused:
        counting.count_votes(story.file, story.decision, of, [Tally("Short", None, 1)], instead=CountOf())
    assert refused.value.field == "capacity"


def test_a_hand_has_no_more_than_five_fingers(story):
    decisions.edit_decision(story.file, story.decision, method=DecisionMethod.FIST_TO_FIVE)
    with pytest.raises(Refused) as refused:
        counting.count_votes(story.file, story.decision, CountOf(), [Tally(None, 6, 1)])
    assert refused.value.field == "value"


@pytest.mark.parametrize(("ranking", "words"), [("Shrot", "“Shrot” is not an option"), ("Short > short", "stands twice")])
def test_ballots_rank_only_the_options_and_each_once(story, ranking, words):
    with pytest.raises(Refused) as refused:
        counting.count_ballots(story.file, story.decision, number=2, ranking=ranking)
    assert refused.value.field == "ranking"
    assert words in str(refused.value)


def test_an_order_may_be_written_one_on_each_line(story):
    decisions.add_option(story.file, story.decision, option="Long")
    counting.count_ballots(story.file, story.decision, number=2, ranking="Long\nShort")
    assert [one.options for one in all_of(story, Ballots, decision_id=story.decision)] == [("Short",), ("Long", "Short")]


@pytest.mark.parametrize(
    ("field", "verb"),
    [
        ("words", lambda s: deciding.record_objection(s.file, s.decision, words="")),
        ("how", lambda s: deciding.edit_objection(s.file, s.objection, integrated=YesNo.YES)),
        ("who", lambda s: deciding.record_advice(s.file, s.decision, said="Wait")),
        ("what", lambda s: deciding.edit_action(s.file, s.action, what=" ")),
        ("state", lambda s: deciding.edit_action(s.file, s.action, state=ActionState.TO_DO, done_on=DAY)),
        ("round", lambda s: counting.count_votes(s.file, s.decision, CountOf(round=0), [Tally("Short", None, 1)])),
    ],
)
def test_what_is_missing_is_said_at_its_field(story, field, verb):
    with pytest.raises(Refused) as refused:
        verb(story)
    assert refused.value.field == field


def test_advice_stays_without_a_name_when_its_person_is_deleted(story):
    people.delete_person(story.file, story.ben)

    assert [(one.person_id, one.who, one.said) for one in all_of(story, Asked)] == [(None, None, "Ask the switchboard")]
