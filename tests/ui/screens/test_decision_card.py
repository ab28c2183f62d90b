"""The card of a decision: how it is decided, the count step by step, objections, advice, actions, reviews and earlier words."""

from __future__ import annotations

import pytest

from coproduce.domain.actions import Action
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import ActionState, Capacity, DecisionMethod, YesNo
from coproduce.domain.decisions import Decision, Dissent
from coproduce.domain.objections import Objection
from coproduce.imports.library import guides
from coproduce.operations import decisions
from tests.ui.screens.conftest import fill
from ui.kit.detail_parts import Acts


def all_of(story, kind, **equal):
    with story.file.read() as reading:
        return reading.all(kind, **equal)


def offered(page):
    """The keys of the buttons that stand on the card now."""
    return {act.key for part in page.viewmodel.decided.parts if isinstance(part, Acts) for act in part.buttons}


@pytest.fixture
def shown(go, story):
    """The card of a decision that is made in the way named."""

    def show(method, decision_id=None):
        decisions.edit_decision(story.file, decision_id or story.open_question, method=method)
        page = go("decisions")
        page.show_record(decision_id or story.open_question)
        return page.part.pane

    return show


def test_there_is_a_guide_with_its_source_for_every_way_of_deciding():
    assert set(guides()) == set(DecisionMethod)
    assert all(guide.what and guide.record and guide.watch and guide.source for guide in guides().values())


def test_the_guide_of_the_way_chosen_stands_on_the_card(shown):
    words = shown(DecisionMethod.DOT_VOTE).words()
    assert "WHAT IT IS BAD AT" in words
    assert "People follow the dots that are there" in words
    assert "feedbackframes.com" in words


OFFERED = {
    DecisionMethod.CONSENT: {"add_objection"},
    DecisionMethod.CONSENSUS: {"add_objection"},
    DecisionMethod.ADVICE: {"add_advice"},
    DecisionMethod.FIST_TO_FIVE: {"votes"},
    DecisionMethod.RANKED: {"ballots"},
    DecisionMethod.DECIDED_ELSEWHERE: set(),
    DecisionMethod.MAJORITY: set(),
}


@pytest.mark.parametrize("method", OFFERED)
def test_only_what_the_way_of_deciding_needs_is_offered(go, shown, method):
    shown(method)
    assert {"add_objection", "add_advice", "votes", "ballots"} & offered(go("decisions")) == OFFERED[method]


@pytest.mark.parametrize(
    ("method", "asked"),
    [
        (DecisionMethod.MAJORITY, {"share", "counted_of"}),
        (DecisionMethod.FIST_TO_FIVE, {"lowest_hand"}),
        (DecisionMethod.DECIDED_ELSEWHERE, {"decided_by_whom", "why_elsewhere"}),
        (DecisionMethod.RANKED, set()),
    ],
)
def test_the_form_asks_only_what_the_way_of_deciding_needs(shown, press, form, method, asked):
    press(shown(method).buttons()["method"])
    single = {"share", "counted_of", "lowest_hand", "decided_by_whom", "why_elsewhere"}
    assert single & set(form().form.values()) == asked


def test_hands_are_counted_and_the_outcome_stays_unwritten(shown, story, press, form):
    pane = shown(DecisionMethod.FIST_TO_FIVE)
    press(pane.buttons()["method"])
    fill(form(), lowest_hand="2", threshold_set_on="01/03/2025")
    press(form().ok)
    press(pane.buttons()["votes"])
    press(form().ok)
    assert "Write down how many" in form().form.wrong_words("first")
    fill(form(), number_5="6", first="1", capacity=Capacity.CARER.value)
    press(form().ok)
    words = pane.words()
    assert "1 hand was lower than 2. What was set is not reached." in words
    assert "Nothing has been decided yet." in words
    assert all_of(story, Decision, id=story.open_question)[0].outcome is None


def test_a_count_is_mended_taken_away_and_brought_back(shown, story, press, form, window):
    pane = shown(DecisionMethod.FIST_TO_FIVE)
    press(pane.buttons()["votes"])
    fill(form(), number_4="3")
    press(form().ok)
    press(pane.buttons()["edit votes all 0"])
    fill(form(), number_4="5", round="2")
    press(form().ok)
    assert [(one.value, one.number, one.round) for one in all_of(story, VoteCount, decision_id=story.open_question)] == [(4, 5, 2)]
    press(pane.buttons()["votes all 2"])
    assert all_of(story, VoteCount, decision_id=story.open_question) == []
    window.undo()
    assert "4: 5" in pane.words()


def test_dots_have_a_box_for_each_option(shown, story, press, form):
    pane = shown(DecisionMethod.DOT_VOTE)
    assert "Add the options first." in pane.words()
    for option in ("Hall", "Library"):
        decisions.add_option(story.file, story.open_question, option=option)
    press(pane.buttons()["votes"])
    fill(form(), first="4", number_1="7")
    press(form().ok)
    assert "Library has most: 7 dots of 11." in pane.words()
    assert "swayed by the dots that are there already" in pane.words()


def test_scores_are_written_one_after_the_other(shown, story, press, form):
    decisions.add_option(story.file, story.open_question, option="Hall")
    pane = shown(DecisionMethod.SCORE)
    press(pane.buttons()["votes"])
    fill(form(), option="Hall", first="3, five")
    press(form().ok)
    assert "Write whole numbers" in form().form.wrong_words("first")
    fill(form(), first="3, 5 5")
    press(form().ok)
    assert [(one.value, one.number) for one in all_of(story, VoteCount, decision_id=story.open_question)] == [(3, 1), (5, 2)]
    assert "Scores given 3, Sum 13, Mean 4.33" in pane.words()


def test_ranked_ballots_show_every_round(shown, story, press, form):
    for option in ("Hall", "Library", "Park"):
        decisions.add_option(story.file, story.open_question, option=option)
    pane = shown(DecisionMethod.RANKED)
    for ranking, number in (("Hall\nLibrary", "4"), ("Library", "3"), ("Park\nLibrary", "2")):
        press(pane.buttons()["ballots"])
        fill(form(), ranking="Barn", number=number)
        press(form().ok)
        assert "“Barn” is not an option" in form().form.wrong_words("ranking")
        fill(form(), ranking=ranking)
        press(form().ok)
    assert "Park drops out. 2 votes to Library." in pane.words()
    assert "Library wins in round 2 with 5 votes of the 9 that still count." in pane.words()
    assert len(all_of(story, Ballots, decision_id=story.open_question)) == 3


def test_an_option_that_gets_another_name_keeps_its_votes(shown, story, press, form):
    hall = decisions.add_option(story.file, story.open_question, option="Hall")
    pane = shown(DecisionMethod.DOT_VOTE)
    press(pane.buttons()["votes"])
    fill(form(), first="4")
    press(form().ok)
    press(pane.buttons()[f"edit option {hall}"])
    fill(form(), option="Town hall")
    press(form().ok)
    assert "Town hall has most: 4 dots of 4." in pane.words()


def test_an_objection_needs_its_reason_and_what_was_changed(shown, story, press, form):
    pane = shown(DecisionMethod.CONSENT)
    press(pane.buttons()["add_objection"])
    fill(form(), words="It starts before the first bus", round="1", integrated="yes")
    press(form().ok)
    assert form().form.wrong_words("how") == "Write down what was changed to meet this objection."
    fill(form(), how="It starts at ten")
    press(form().ok)
    assert "Every objection was worked into the proposal. None stands." in pane.words()
    assert [one.integrated for one in all_of(story, Objection, decision_id=story.open_question)] == [YesNo.YES]


def test_advice_says_who_was_asked_and_why(shown, press, form):
    pane = shown(DecisionMethod.ADVICE)
    press(pane.buttons()["add_advice"])
    press(form().ok)
    assert form().form.wrong_words("who") == "Write down who was asked, or choose them from the list."
    fill(form(), who="The driver", asked_as="expert", said="Go round by the school")
    press(form().ok)
    assert "The driver · They know about it\nGo round by the school" in pane.words()


def test_a_decision_taken_elsewhere_says_who_and_why(shown, press, form):
    pane = shown(DecisionMethod.DECIDED_ELSEWHERE)
    press(pane.buttons()["method"])
    fill(form(), decided_by_whom="The board", why_elsewhere="It is about jobs")
    press(form().ok)
    assert "DECIDED BY\nThe board" in pane.words()
    assert "It is about jobs" in pane.words()


def test_closing_a_decision_writes_a_disagreement_down_at_once(go, story, press, form, window):
    page = go("decisions")
    page.show_record(story.open_question)
    press(page.part.pane.buttons()["decide"])
    fill(form(), outcome="Yes", dissent_asked="yes", words="Nobody can come on a Sunday", said_as="role")
    press(form().ok)
    assert "Nobody can come on a Sunday" in page.part.pane.words()
    assert len(all_of(story, Dissent, decision_id=story.open_question)) == 1
    window.undo()
    assert all_of(story, Dissent, decision_id=story.open_question) == []


def test_a_disagreement_without_its_words_is_refused_beside_them(go, story, press, form):
    page = go("decisions")
    page.show_record(story.open_question)
    press(page.part.pane.buttons()["decide"])
    fill(form(), outcome="Yes", said_as="role")
    press(form().ok)
    assert form().form.wrong_words("words") == "Write down why they disagreed, in their words."


def test_actions_have_an_owner_and_are_done(go, story, press, form):
    page = go("decisions")
    page.show_record(story.decision)
    press(page.part.pane.buttons()["add_action"])
    fill(form(), what="Test the menu", owner="Cai", due_on="01/02/2025")
    press(form().ok)
    assert "Test the menu\nCai · was due by 1 February 2025" in page.part.pane.words()
    page.show_only("decided:actions_due")
    assert page.viewmodel.decided.ids == [story.decision]
    (action,) = [one for one in all_of(story, Action) if one.what == "Test the menu"]
    press(page.part.pane.buttons()[f"done {action.id}"])
    assert all_of(story, Action, id=action.id)[0].state is ActionState.DONE
    assert f"done {action.id}" not in offered(page)


def test_a_decision_that_was_undone_is_decided_again_and_each_leads_to_the_other(go, story, press):
    page = go("decisions")
    page.show_record(story.undone)
    press(page.part.pane.buttons()["again"])
    words = page.part.pane.words()
    assert words.startswith("A new number?")
    assert "Takes the place of this" in words
    page.show_record(story.undone)
    assert "Decided again as this · not decided yet" in page.part.pane.words()
    assert "again" not in offered(page)


def test_what_it_said_before_it_was_reworded_stays_on_the_card(go, story, press, form):
    page = go("decisions")
    page.show_record(story.decision)
    press(page.part.pane.buttons()["edit"])
    fill(form(), outcome="The long one")
    press(form().ok)
    words = page.part.pane.words()
    assert "AS IT STOOD UNTIL" in words
    assert words.index("The long one") < words.index("The short one")
