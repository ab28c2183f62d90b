"""The budget in a real window."""

from __future__ import annotations

import pytest

from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import BudgetKind
from coproduce.domain.money import Money
from coproduce.operations import budget, resourcing
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


@pytest.fixture
def planned(story):
    """A line for the whole project, and one for the workshop ahead."""
    whole = budget.add_budget_line(story.file, story.project, kind=BudgetKind.STAFF, title="Our hours", each=Money(5000))
    return whole, budget.add_budget_line(
        story.file, story.project, kind=BudgetKind.EXPENSES, title="Buses", each=Money(1000), workshop_id=story.held
    )


def look_at(page, workshop_id):
    place = page.which.box.findData(workshop_id)
    page.which.box.setCurrentIndex(place)
    page.which.box.activated.emit(place)


def table_of(page):
    table = page.standing.table
    return [[table.item(row, place).text() for place in range(table.columnCount())] for row in range(table.rowCount())]


def test_one_workshop_is_looked_at_by_itself(page, story, planned):
    whole, buses = planned
    assert list(page.table.rows.ids) == [buses, whole]
    look_at(page, story.held)
    assert list(page.table.rows.ids) == [buses]
    assert page.help_line.text() == (
        "£10.00 planned · £0.00 paid · £12.50 promised. 1 line is for the whole project, and no part of it is counted here."
    )
    look_at(page, story.ahead)
    assert list(page.table.rows.ids) == []
    page.show_record(whole)
    assert page.viewmodel.workshop_id == ""
    assert page.table.chosen_id == whole


def test_a_line_begun_while_a_workshop_is_in_sight_is_for_it(page, story, press, form):
    look_at(page, story.ahead)
    page.viewmodel.add()
    fill(form(), kind="fees", title="Fees")
    press(form().ok)
    [line] = lines(story)
    assert line.workshop_id == story.ahead
    assert row_of(page, line.id)[0] == "Fees, Fees for people’s time · Two"
    press(page.pane.buttons()["edit"])
    fill(form(), workshop_id=None)
    press(form().ok)
    assert lines(story)[0].workshop_id is None
    assert list(page.table.rows.ids) == []


def test_how_it_stands_is_a_sentence_a_chart_and_a_table_of_the_same_numbers(page, story, planned, press):
    press(page.sides.button("standing"))
    assert page.standing.isVisible()
    assert page.standing.sentence.text().startswith("£60.00 is planned. £0.00 is paid and £12.50 promised: £47.50 left.")
    assert table_of(page) == [
        ["Expenses given back", "£10.00", "£0.00", "£12.50", "£0.00", "£2.50 over"],
        ["Your team’s hours", "£50.00", "£0.00", "£0.00", "£0.00", "£50.00 left"],
        ["All together", "£60.00", "£0.00", "£12.50", "£0.00", "£47.50 left"],
    ]
    assert page.standing.chart.accessibleDescription() == (
        "Expenses given back: £10.00 planned, £0.00 paid, £12.50 promised, £2.50 over; "
        "Your team’s hours: £50.00 planned, £0.00 paid, £0.00 promised, £50.00 left"
    )
    look_at(page, story.held)
    assert len(table_of(page)) == 1


def test_the_budget_of_a_workshop_is_one_press_from_its_money(window, go, story, planned, press):
    shown = go("workshops")
    shown.show_record(story.held)
    shown.show_only("money")
    press(shown.pane.buttons()["budget"])
    page = window.stack.page("budget")
    assert page.viewmodel.workshop_id == story.held
    assert list(page.table.rows.ids) == [planned[1]]
