"""Many records at once, on real pages: chosen with keys and mouse, the summary first, one step, one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from coproduce.domain.codes import PaymentKind
from coproduce.domain.ids import PaymentId
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from tests.operations.story import DAY, LATER
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
