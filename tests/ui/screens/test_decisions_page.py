"""The decisions page: decisions, what people said, answers, and telling people."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, SaidAs
from coproduce.domain.decisions import Deciders, Decision, Dissent
from coproduce.domain.room import Contribution
from tests.ui.screens.conftest import fill


def of(story, kind, record_id):
    with story.file.read() as reading:
        return reading.get(kind, record_id)


def test_an_answer_of_no_needs_a_reason_and_says_so_beside_the_box(go, story, press, form):
    page = go("decisions")
    page.show_record(story.unanswered)
    assert page.viewmodel.side == "said"
    press(page.part.pane.buttons()["answer"])
    fill(form(), answer="not_adopted")
    press(form().ok)
    assert "a no without a reason" in form().form.wrong_words("reason")
    fill(form(), reason="The phone company decides it")
    press(form().ok)
    assert of(story, Contribution, story.unanswered).answer is Answer.NOT_ADOPTED
    assert "The phone company decides it" in page.part.pane.words()


def test_people_are_told_once_there_is_an_answer(go, story, press, form):
    page = go("decisions")
    page.show_record(story.unanswered)
    assert "tell" not in page.part.pane.buttons()
    page.show_record(story.answered)
    press(page.part.pane.buttons()["tell"])
    fill(form(), told_how="Letter")
    press(form().ok)
    said = of(story, Contribution, story.answered)
    assert said.told_on is not None
    assert said.told_how == "Letter"


def test_a_decision_is_recorded_with_its_outcome(go, story, press, form):
    page = go("decisions")
    page.viewmodel.decided.add()
    fill(form(), question="Which day?", workshop_id=story.held, outcome="Tuesdays", decided_on="01/03/2025", dissent_asked="yes")
    press(form().ok)
    assert page.part.pane.words().startswith("Which day?")
    assert "Tuesdays" in page.part.pane.words()


def test_a_decision_is_recorded_together_with_a_disagreement_in_one_step(go, story, press, form, window):
    page = go("decisions")
    page.viewmodel.decided.add()
    answers = {"question": "Which day?", "outcome": "Tuesdays", "decided_on": "01/03/2025", "dissent_asked": "yes"}
    fill(form(), **answers, words="I work on Tuesdays", said_as="anonymous")
    press(form().ok)
    words = page.part.pane.words()
    assert words.index("Tuesdays") < words.index("I work on Tuesdays") < words.index("DECIDED")
    with story.file.read() as reading:
        [said] = [one for one in reading.all(Dissent) if one.words == "I work on Tuesdays"]
    assert (said.said_as, said.person_id) == (SaidAs.ANONYMOUS, None)
    window.undo()
    with story.file.read() as reading:
        assert [one for one in reading.all(Decision) if one.question == "Which day?"] == []
        assert said.id not in {one.id for one in reading.all(Dissent)}


def test_a_disagreement_nobody_put_into_words_is_refused_beside_the_words(go, story, press, form):
    page = go("decisions")
    page.viewmodel.decided.add()
    fill(form(), question="Which day?", said_as="role")
    press(form().ok)
    assert form().form.wrong_words("words") == "Write down why they disagreed, in their words."


def test_another_organisation_is_asked_because_of_a_decision(go, story, press, form, qtbot, window):
    page = go("decisions")
    page.show_record(story.decision)
    button = page.part.pane.buttons()["add_ask"]
    assert button.text() == "Ask another organisation"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert form().form.editor("decision_id").value() == story.decision
    fill(form(), words="Print it in Welsh", asked_of="The health board")
    press(form().ok)
    with story.file.read() as reading:
        [ask] = [one for one in reading.all(Ask) if one.asked_of == "The health board"]
    assert (ask.decision_id, ask.contribution_id, ask.words) == (story.decision, None, "Print it in Welsh")
    assert "Print it in Welsh" in page.part.pane.words()
    press(page.part.pane.buttons()[f"ask {ask.id}"])
    asks = window.stack.page("asks")
    assert "Print it in Welsh" in asks.pane.words()


def test_a_day_without_an_outcome_is_refused_beside_the_outcome(go, story, press, form):
    page = go("decisions")
    page.viewmodel.decided.add()
    fill(form(), question="Which day?", decided_on="01/03/2025")
    press(form().ok)
    assert form().form.wrong_words("outcome") == "Write down what was decided."


def test_an_open_question_gets_its_outcome(go, story, press, form):
    page = go("decisions")
    page.show_record(story.open_question)
    press(page.part.pane.buttons()["decide"])
    fill(form(), outcome="Not yet")
    press(form().ok)
    assert of(story, Decision, story.open_question).outcome == "Not yet"


def test_disagreement_stands_beside_the_outcome_and_can_be_taken_away(go, story, press, window):
    page = go("decisions")
    page.show_record(story.decision)
    words = page.part.pane.words()
    assert words.index("The short one") < words.index("Too short") < words.index("HOW" if "HOW" in words else "DECIDED")
    press(page.part.pane.buttons()[f"dissent {story.dissent}"])
    with story.file.read() as reading:
        assert reading.all(Dissent) == []
    window.undo()
    assert "Too short" in page.part.pane.words()


def test_what_words_changed_is_shown_before_and_after(go, story, press):
    page = go("decisions")
    page.show_record(story.decision)
    assert "No texts" in page.part.pane.words()
    press(page.part.pane.buttons()[f"said {story.answered}"])
    assert page.viewmodel.side.value == "said"
    assert "AFTER\nTexts" in page.part.pane.words()


def test_options_counts_disagreement_and_links_can_be_mended(go, story, press, form, window):
    page = go("decisions")
    page.show_record(story.decision)
    for kind, record, answers, words in (
        ("option", story.option, {"meaning": "Two steps"}, "Two steps"),
        ("deciders", story.deciders, {"took_part": "5", "support": "3"}, "5 of 5 took part · 3 for"),
        ("dissent", story.dissent, {"words": "Much too short"}, "Much too short"),
        ("change", story.change, {"after": "No texts"}, "The two are the same, so no influence is claimed."),
    ):
        press(page.part.pane.buttons()[f"edit {kind} {record}"])
        fill(form(), **answers)
        press(form().ok)
        assert words in page.part.pane.words()
    press(page.part.pane.buttons()[f"deciders {story.deciders}"])
    with story.file.read() as reading:
        assert reading.all(Deciders) == []
    window.undo()
    assert "5 of 5 took part" in page.part.pane.words()


def test_a_decision_with_a_reference_of_its_own_shows_it(go, story, press, form):
    page = go("decisions")
    page.viewmodel.decided.add()
    fill(form(), question="Which day?", id="D-77")
    press(form().ok)
    assert page.part.pane.words().endswith("REFERENCE\nD-77")


def test_what_was_said_moves_to_another_workshop(go, story, press, form):
    page = go("decisions")
    page.show_record(story.unanswered)
    press(page.part.pane.buttons()["edit"])
    fill(form(), workshop_id=story.ahead, answer="adopted", answered_on="20/03/2025")
    press(form().ok)
    said = of(story, Contribution, story.unanswered)
    assert (said.workshop_id, said.answer) == (story.ahead, Answer.ADOPTED)
