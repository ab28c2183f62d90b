"""The budget in a real window."""

from __future__ import annotations

import pytest

from coproduce.domain.budget import BudgetLine
from coproduce.operations import resourcing
from tests.operations.story import DAY
from tests.ui.screens.conftest import fill, row_of


@pytest.fixture
def page(go):
    return go("budget")


def lines(story):
    with story.file.read() as reading:
        return reading.all(BudgetLine)


def test_a_line_is_planned_and_set_against_what_was_paid(page, story, press, form):
    page.viewmodel.add()
    fill(form(), kind="expenses", title="Buses", people="4", sessions="2", each="3.10")
    press(form().ok)
    [line] = lines(story)
    assert row_of(page, line.id)[:3] == ["Buses, Expenses given back", "4 people × 2 sessions × £3.10", "£24.80"]
    assert "£12.30 left" in page.pane.words()
    resourcing.mark_paid(story.file, story.offered, on=DAY)
    assert page.help_line.text() == "£24.80 planned · £12.50 paid · £0.00 promised"


def test_what_the_records_know_is_not_written_by_hand(page, story, press, form):
    page.viewmodel.add()
    fill(form(), kind="fees", title="Fees", spent="10")
    press(form().ok)
    assert "worked out from the payments" in form().form.wrong_words("spent")
    assert lines(story) == []


def test_a_line_is_corrected_and_taken_off(page, story, press, form, window):
    page.viewmodel.add()
    fill(form(), kind="staff", title="Our hours", spent="10")
    press(form().ok)
    press(page.pane.buttons()["edit"])
    fill(form(), each="50")
    press(form().ok)
    assert "£40.00 left" in page.pane.words()
    press(page.pane.buttons()["delete"])
    assert lines(story) == []
    window.undo()
    assert len(lines(story)) == 1


def test_the_page_is_in_the_view_menu(window, page):
    window.go("today")
    window.actions_by_key["view.budget"].trigger()
    assert window.stack.key == "budget"
