"""Many records at once, on real pages: chosen with keys and mouse, the summary first, one step, one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from coproduce.domain.codes import PaymentKind, WorkshopState
from coproduce.domain.ids import PaymentId
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from tests.operations.story import DAY, LATER, snapshot
from tests.ui.screens.conftest import fill, row_of
from ui.kit.column_panel import ColumnPanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lines(story):
    """Two offers to Ben, and one he declined."""
    ids = [PaymentId(f"X-{number}") for number in range(3)]
    with story.file.work("More lines") as work:
        work.add_all(Payment(one, story.held, story.ben, PaymentKind.FEE, offered=Money(500), offered_on=DAY) for one in ids)
    with story.file.work("A no") as work:
        work.get(Payment, ids[2]).decline(on=LATER)
    return ids


def payment(story, payment_id):
    with story.file.read() as reading:
        return reading.get(Payment, payment_id)


def test_many_are_paid_in_one_step_after_a_summary_and_undone_at_once(go, story, lines, window, qtbot, press, form):
    page = go("resourcing")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    assert page.pane.words().startswith("5 payments chosen")

    press(page.pane.buttons()["many_pay"])
    said = form().summary.text()
    assert said == "3 payments will be marked as paid, £22.50. 2 are left out: no amount 1, declined 1."
    fill(form(), reference="BACS 12", paid_on="05/04/2025")
    press(form().ok)

    assert row_of(page, lines[0])[4] == "Paid"
    assert payment(story, story.offered).reference == "BACS 12"
    assert "Mark as paid (3)" in window.message_bar.words
    assert "2 are left out" in window.message_bar.words
    assert len(page.table.chosen_ids) == 5

    window.message_bar.press_undo()
    assert row_of(page, lines[0])[4] == "Late"
    assert payment(story, story.offered).paid is None
    assert len(page.table.chosen_ids) == 5


def test_the_summary_follows_the_answers(go, lines, qtbot, press, form):
    page = go("resourcing")
    page.table.choose_many(lines)
    press(page.pane.buttons()["many_cancel"])
    assert form().summary.text() == "Fill in what is needed to see who it fits."
    fill(form(), cancelled_reason="Typed twice")
    qtbot.waitUntil(lambda: form().summary.text() == "3 lines will be cancelled.")


def test_where_it_fits_nobody_the_form_says_so_and_stays(go, story, lines, press, form):
    page = go("resourcing")
    page.table.choose_many([lines[2], story.draft])
    press(page.pane.buttons()["many_pay"])
    press(form().ok)
    assert "fits none" in form().form.general.text()
    assert form().isVisible()


def test_what_leaves_the_list_is_no_longer_chosen(go, lines, press, form):
    page = go("resourcing")
    press(page.part.chips.button("them"))
    page.table.choose_many(lines[:2])
    press(page.pane.buttons()["many_pay"])
    press(form().ok)
    assert not set(page.table.chosen_ids) & set(lines)
    assert len(page.table.chosen_ids) <= 1


def test_one_record_is_chosen_again_from_many(go, lines, press):
    page = go("resourcing")
    page.table.choose(lines[0])
    page.table.choose_many(lines)
    press(page.pane.buttons()["one"])
    assert page.viewmodel.chosen_id in lines
    assert page.pane.words().startswith("Ben")


def test_another_page_that_sends_somebody_here_chooses_one(go, story, lines, window):
    page = go("resourcing")
    page.table.choose_many(lines)
    window.services.go_to("resourcing", story.draft)
    assert page.table.chosen_ids == [story.draft]


def test_rows_are_copied_as_the_workbook_writes_them(go, lines, window):
    page = go("resourcing")
    page.table.choose_many(lines[:2])
    window.actions_by_key["edit.copy_workbook"].trigger()
    head, first, _second = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:4] == ["payment_id", "workshop_id", "person_id", "kind"]
    said = dict(zip(head.split("\t"), first.split("\t"), strict=True))
    assert (said["kind"], said["offered"], said["offered_on"], said["paid"]) == ("fee", "5.00", "2025-03-01", "")


def test_columns_are_chosen_from_the_menu_on_a_page_with_a_list_and_explained_on_one_without(go, window):
    go("resourcing")
    window.actions_by_key["view.columns"].trigger()
    [panel] = [found for found in window.findChildren(ColumnPanel) if found.isVisible()]
    assert panel.windowTitle() == "Columns of Resourcing"
    panel.close()
    go("today")
    window.actions_by_key["view.columns"].trigger()
    assert window.message_bar.words == "This page has no list."


def test_people_are_put_on_the_list_of_a_workshop_together(go, story, window, press, form):
    page = go("people")
    page.table.choose_many([story.ana, story.ben])
    assert page.pane.words().startswith("2 people chosen")
    press(page.pane.buttons()["many_workshop"])
    assert form().summary.text() == "Fill in what is needed to see who it fits."
    fill(form(), workshop_id=story.ahead)
    form().show_summary()
    assert form().summary.text() == "2 people will be put on the list."
    press(form().ok)
    assert row_of(page, story.ben)[2] == "1 of 2"
    window.message_bar.press_undo()
    assert row_of(page, story.ben)[2] == "1 of 1"


def test_a_no_to_many_asks_for_the_reason_before_it_is_given(go, story, press, form):
    page = go("decisions")
    page.viewmodel.show_side("said")
    part = page.part
    part.table.choose_many([story.unanswered, story.answered])
    press(part.pane.buttons()["many_answer"])
    fill(form(), answer="not_adopted")
    form().show_summary()
    assert "Say why" in form().summary.text()
    fill(form(), reason="The phone line closes")
    form().show_summary()
    assert form().summary.text() == "1 thing said will get this answer. 1 is left out: answered already 1."
    press(form().ok)
    with story.file.read() as reading:
        assert reading.get(Contribution, story.unanswered).reason == "The phone line closes"


@pytest.mark.parametrize(
    ("key", "answers", "summary"),
    [
        ("many_owner", {"owner": "Cai"}, "2 decisions will be seen to by them."),
        ("many_due", {"due_on": "01/09/2026"}, "2 decisions will be due on that day."),
        ("many_state", {"state": "done"}, "1 decision will be there. 1 is left out: not decided yet 1."),
        ("many_delete", {}, "2 decisions will be deleted, with what belongs to them."),
    ],
)
def test_decisions_are_followed_up_together(go, story, window, press, form, key, answers, summary):
    page = go("decisions")
    page.part.table.choose_many([story.decision, story.open_question])
    press(page.part.pane.buttons()[key])
    fill(form(), **answers)
    form().show_summary()
    assert form().summary.text() == summary
    press(form().ok)
    assert "Undo" in window.message_bar.words or "Done" in window.message_bar.words


def test_workshops_are_closed_together_from_the_menu_of_the_list(go, story, press, form):
    page = go("workshops")
    page.table.choose_many([story.held, story.ahead])
    offered = {act.words: act for act in page.table.acts()}
    assert list(offered) == ["Mark as held", "Close workshops", "Delete", "Copy for a workbook"]
    offered["Close workshops"].act()
    assert form().summary.text() == "1 workshop will be closed. 1 is left out: not held yet 1."
    press(form().ok)
    with story.file.read() as reading:
        assert reading.get(Workshop, story.held).state is WorkshopState.CLOSED


@pytest.mark.parametrize("key", ["asked", "welcome", "group", "contact", "delete"])
def test_each_act_on_people_does_what_it_says_and_is_undone(go, story, window, press, form, key):
    page = go("people")
    before = snapshot(story.file)
    page.table.choose_many([story.ana, story.ben])
    press(page.pane.buttons()[f"many_{key}"])
    words = {"group": {"group": "Deaf club"}, "contact": {"named_contact": "Cai"}}
    fill(form(), **words.get(key, {}))
    form().show_summary()
    assert form().summary.text().startswith(("2 people will be", "2 people will have"))
    press(form().ok)
    assert snapshot(story.file) != before
    window.message_bar.press_undo()
    assert snapshot(story.file) == before


def test_where_the_act_empties_the_list_the_focus_stays_on_the_page(go, story, lines, window, qtbot, press, form):
    page = go("resourcing")
    page.viewmodel.show_filter("late")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    press(page.pane.buttons()["many_pay"])
    fill(form(), paid_on="05/04/2025")
    press(form().ok)
    assert page.viewmodel.ids == []
    qtbot.waitUntil(lambda: window.focusWidget() is page.part.search)
