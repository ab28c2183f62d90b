"""A monkey at the window: nothing it does may make the window lie, the file break or anything fall over.

The long runs are `python -m tests.long.monkey 100000`.
"""

from __future__ import annotations

import pytest

from coproduce.operations import people
from tests.ui.monkey_eyes import Heard, wrong
from tests.ui.monkey_run import Fault, let_loose
from ui.sample import sample_workspace
from ui.screens.people.viewmodel import PeopleModel

ACTIONS = 300


@pytest.fixture
def window(open_window, tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))  # where the sample is opened again
    made = open_window()
    made.take(sample_workspace(tmp_path))
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2026])
def test_hundreds_of_things_at_random_leave_the_window_true(window, tmp_path, seed):
    let_loose(window, seed, ACTIONS, tmp_path)


def test_a_window_just_opened_is_true(window):
    assert wrong(window) == []


def test_a_list_that_overhears_a_change_is_found(window, monkeypatch):
    monkeypatch.setattr(PeopleModel, "kinds", frozenset())
    window.go("people")
    window.stack.page("people").table.choose(window.stack.page("people").table.rows.ids[0])
    people.edit_person(window.workspace.workspace, window.stack.page("people").table.rows.ids[0], group="Somewhere else")
    found = "\n".join(wrong(window))
    assert "the pane of" in found
    assert "asked again says" in found


def test_a_label_that_lies_is_found(window):
    window.actions_by_key["edit.undo"].setText("Undo: something else")
    assert any("edit.undo says 'Undo: something else'" in found for found in wrong(window))


def test_what_nobody_caught_is_found(window):
    def fall_over():
        raise RuntimeError("in the middle of nowhere")

    window.actions_by_key["help.about"].triggered.connect(fall_over)
    heard = Heard()
    heard.listen()
    try:
        window.actions_by_key["help.about"].trigger()
    finally:
        heard.stop()
    assert "in the middle of nowhere" in "".join(heard.complaints)


def test_a_fault_says_its_seed_and_what_was_done_last(window, tmp_path):
    window.message_bar.say("Done: something else", undo=True)
    with pytest.raises(Fault) as fault:
        let_loose(window, 5, 3, tmp_path, every=1)
    assert str(fault.value).startswith("seed 5, action ")
    assert "Done: something else" in str(fault.value)
    assert "the last things done:\n" in str(fault.value)
