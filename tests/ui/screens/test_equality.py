"""Equality counts of a project, in the settings: counts, never a person."""

from __future__ import annotations

import pytest

from coproduce.domain.projects import EqualityCount
from coproduce.domain.workspace import Setting
from tests.ui.screens.conftest import fill


@pytest.fixture
def listed(window, story):
    """The list of projects, with the project in sight."""
    window.go("settings")
    page = window.stack.page("settings")
    page.show_record(story.project)
    return page.workspace.projects


def counts(story):
    with story.file.read() as reading:
        return {(row.question, row.answer): row.count for row in reading.all(EqualityCount)}


def test_they_stand_with_their_project_and_say_what_they_are(listed):
    words = listed.pane.words()
    assert "These are counts, never a person." in words
    assert "Age: 18–25\n12 people" in words


def test_one_answer_is_entered_after_another_beginning_with_the_same_question(listed, story, press, form):
    press(listed.pane.buttons()["equality_add"])
    dialog = form()
    assert dialog.form.editor("question").value() == "Age"
    fill(dialog, answer="26–64", count="20")
    press(dialog.again)
    fill(dialog, answer="65 or over", count="0")
    press(dialog.again)
    fill(dialog, answer="18–25", count="1")
    press(dialog.again)
    assert dialog.form.wrong_words("answer") == "This answer is counted already. Change that count instead."
    press(dialog.cancel)
    assert counts(story) == {("Age", "18–25"): 12, ("Age", "26–64"): 20, ("Age", "65 or over"): 0}


def test_a_count_is_corrected_deleted_and_comes_back_on_undo(listed, story, press, form, window):
    press(listed.pane.buttons()[f"equality {story.equality}"])
    press(listed.pane.buttons()["equality_edit"])
    fill(form(), count="13")
    press(form().ok)
    assert counts(story) == {("Age", "18–25"): 13}
    press(listed.pane.buttons()["equality_delete"])
    assert counts(story) == {}
    window.undo()
    assert "Age: 18–25\n13 people" in listed.pane.words()


def test_a_setting_we_do_not_know_is_left_alone(window, story):
    with story.file.work("From another program") as work:
        work.add(Setting("colour_of_badges", "green"))
    window.go("settings")
    window.stack.page("settings").workspace.viewmodel.answers.change("region", "Wales")
    with story.file.read() as reading:
        assert {row.id: row.value for row in reading.all(Setting)}.items() >= {"colour_of_badges": "green", "region": "Wales"}.items()
