"""Rows pasted or dropped on every list: which list opens, names turned into people, what is the same on all rows, one step."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from coproduce.domain.codes import AttendanceState, PaymentKind
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.sheets import sheet_named
from coproduce.domain.sheets.people import ATTENDANCE
from coproduce.domain.workshops import Workshop
from coproduce.operations import people, workshops
from coproduce.storage.queries.organisation import projects
from tests.ui.accessible_walk import unnamed_focusables
from ui.rows_mapping.dialog import RowsDialog
from ui.screens.workshops.sections import Section
from ui.tokens import APPEARANCES

FINANCE = "Payee;Invoice date;Amount;Ref\r\nSIAN PRICE;28/03/2025;£25.50;BACS 0091\r\nOkri, Ben;31/03/2025;40.00;BACS 0092\r\n"


@pytest.fixture
def workshop_id(new_workspace):
    people.add_person(new_workspace, name="Siân Price", group="Carers’ network")
    people.add_person(new_workspace, name="Ben Okri", group="Choir")
    project = projects(new_workspace)[0].id
    return workshops.add_workshop(new_workspace, project_id=project, title="What gets in the way", date=dt.date(2025, 3, 12))


@pytest.fixture
def window(open_window, new_workspace, workshop_id):
    made = open_window()
    made.take(new_workspace)
    return made


@pytest.fixture
def pasted(window, qtbot):
    """Put text on the clipboard, press Ctrl+V where the focus is, and hand over the panel."""

    def paste(text: str) -> RowsDialog:
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return panel_of(window, qtbot)

    return paste


def panel_of(window, qtbot) -> RowsDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(RowsDialog)), timeout=20_000)
    return next(one for one in window.findChildren(RowsDialog) if one.isVisible())


def go_on(qtbot, panel):
    qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def say_same(panel, field, words):
    box = panel.columns_page.same.answers[field]
    place = next(n for n in range(box.count()) if box.itemText(n).startswith(words))
    box.setCurrentIndex(place)


def everything(workspace, noun):
    with workspace.read() as reading:
        return reading.bare(noun)


def names(workspace) -> dict[str, str]:
    return {person.id: person.name for person in everything(workspace, Person)}


@pytest.mark.parametrize(
    ("page", "listed"),
    [("people", "People"), ("workshops", "Workshops"), ("resourcing", "Payments"), ("decisions", "Decisions")],
)
def test_ctrl_v_on_a_page_opens_the_panel_for_its_list(window, pasted, page, listed):
    window.go(page)
    panel = pasted("Something\tElse\n1\t2\n")
    assert panel.columns_page.lists.currentText() == listed


def test_on_a_page_without_a_list_the_headings_say_which_it_is(window, pasted):
    window.go("today")
    assert pasted(FINANCE).columns_page.lists.currentText() == "Payments"


def test_a_finance_export_dropped_on_resourcing_becomes_payments_in_one_step(window, new_workspace, qtbot, tmp_path: Path):
    path = tmp_path / "export.csv"
    path.write_bytes(FINANCE.encode("cp1252"))
    window.go("resourcing")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    copying, pressed, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(400, 300), copying, carried, pressed, keys))
    panel = panel_of(window, qtbot)
    assert not panel.go_on.isEnabled()
    assert "Say what “Workshop” and “Kind” is" in panel.step.text()
    assert QApplication.focusWidget() is panel.columns_page.same.answers["workshop_id"]
    say_same(panel, "workshop_id", "What gets in the way")
    say_same(panel, "kind", "Fee")
    go_on(qtbot, panel)
    assert panel.rows_page.summary.text() == "Add 2, update 0, skip 0."
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: len(everything(new_workspace, Payment)) == 2)
    made = {names(new_workspace)[one.person_id]: one for one in everything(new_workspace, Payment)}
    assert made["Siân Price"].claimed.plain() == "25.50"
    assert made["Ben Okri"].claimed_on == dt.date(2025, 3, 31)
    assert {one.kind for one in made.values()} == {PaymentKind.FEE}
    assert window.message_bar.words == "Brought in payments: add 2, update 0, skip 0"
    window.message_bar.press_undo()
    assert everything(new_workspace, Payment) == []


def test_names_pasted_into_the_people_of_a_workshop_are_its_attendance(window, new_workspace, workshop_id, pasted, qtbot):
    window.go("workshops")
    page = window.stack.currentWidget()
    page.show_record(workshop_id)
    page.table.setFocus()
    assert page.rows_in_sight() == ("Workshops", {"workshop_id": workshop_id})
    page.pane.setFocus()
    for _turn in range(12):
        if page.pane.isAncestorOf(QApplication.focusWidget()):
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    panel = pasted("Name\tAttended\nBen Okri\t✓\nFemi Adeyemi\t✓\nSiân Price\t\n")
    assert panel.columns_page.lists.currentText() == "Attendance"
    assert "“✓” is read as “Here”" in panel.columns_page.boxes[1].accessibleDescription()
    go_on(qtbot, panel)
    assert panel.rows_page.summary.text() == "Add 2, update 0, skip 1. 1 row waits for your answer and stays out until then."
    [box] = panel.rows_page.pane.meaning
    assert box.accessibleName() == "Who is “Femi Adeyemi”?"
    box.setCurrentIndex(box.findText("Add “Femi Adeyemi” as a new person"))
    assert panel.rows_page.summary.text() == "Add 3, update 0, skip 0, 1 new person as well."
    assert [one.currentText() for one in panel.rows_page.pane.meaning] == ["Add “Femi Adeyemi” as a new person"], "it can be changed"
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: len(everything(new_workspace, Attendance)) == 3)
    came = {names(new_workspace)[one.person_id]: one.state for one in everything(new_workspace, Attendance)}
    assert came == {"Ben Okri": AttendanceState.HERE, "Femi Adeyemi": AttendanceState.HERE, "Siân Price": None}
    window.undo()
    assert everything(new_workspace, Attendance) == []
    assert "Femi Adeyemi" not in names(new_workspace).values()


def test_two_of_one_name_are_chosen_between_for_all_rows_at_once(window, new_workspace, pasted, qtbot):
    other = people.add_person(new_workspace, name="Ben Okri", group="Allotments")
    window.go("resourcing")
    panel = pasted("Payee\tType\tAmount claimed\nBen Okri\tfee\t20\nBen Okri\ttravel\t4.20\n")
    say_same(panel, "workshop_id", "What gets")
    go_on(qtbot, panel)
    assert panel.model.waiting == 2
    [box] = panel.rows_page.pane.meaning
    box.setCurrentIndex(next(n for n in range(box.count()) if "Allotments" in box.itemText(n)))
    assert panel.model.waiting == 0
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: len(everything(new_workspace, Payment)) == 2)
    assert {one.person_id for one in everything(new_workspace, Payment)} == {other}


def test_the_list_can_be_changed_in_the_panel(window, new_workspace, pasted, qtbot):
    window.go("people")
    panel = pasted("Feedback\tTheme\nToo early in the day\ttimes\nToo many forms\tforms\n")
    lists = panel.columns_page.lists
    lists.setCurrentIndex(lists.findText("What people said"))
    say_same(panel, "workshop_id", "What gets")
    go_on(qtbot, panel)
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: len(everything(new_workspace, Contribution)) == 2)
    assert window.message_bar.words.startswith("Brought in what people said: add 2")


def test_a_day_that_is_missing_is_given_in_the_preview(window, new_workspace, pasted, qtbot):
    window.go("resourcing")
    panel = pasted("Payee\tType\tAmount paid\nBen Okri\tfee\t20\n")
    say_same(panel, "workshop_id", "What gets")
    go_on(qtbot, panel)
    [box] = panel.rows_page.pane.mending
    assert box.accessibleName() == "Paid on"
    assert box.accessibleDescription() == "Money was paid, so say on which day."
    box.setText("1/4/2025")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert panel.rows_page.summary.text() == "Add 1, update 0, skip 0."


def test_a_day_for_every_row_is_checked_before_the_rows(window, pasted):
    window.go("resourcing")
    panel = pasted("Payee\tType\tAmount paid\nBen Okri\tfee\t20\n")
    say_same(panel, "workshop_id", "What gets")
    more = panel.columns_page.same.more
    more.setCurrentIndex(more.findText("Paid on"))
    day = panel.columns_page.same.answers["paid_on"]
    assert QApplication.focusWidget() is day
    day.setText("soon")
    day.textEdited.emit("soon")
    assert not panel.go_on.isEnabled()
    assert "Write a date such as" in panel.step.text()


def test_what_was_copied_from_a_list_of_ours_pastes_back_without_questions(window, new_workspace, pasted, qtbot):
    window.go("people")
    known = next(one for one, name in names(new_workspace).items() if name == "Ben Okri")
    panel = pasted(f"person_id\tname\tgroup\n{known}\tBen Okri\tAllotments\n")
    assert panel.is_on_rows, "nothing was a guess, so the rows are shown at once"
    assert panel.rows_page.summary.text() == "Add 0, update 1, skip 0."
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert [one.group for one in everything(new_workspace, Person) if one.id == known] == ["Allotments"]


def test_dates_that_read_two_ways_are_asked_about(window, new_workspace, pasted, qtbot):
    window.go("workshops")
    panel = pasted("Title\tDate\nOne\t03/04/2025\nTwo\t05/06/2025\n")
    [order] = panel.columns_page.orders.values()
    assert order.isVisibleTo(panel)
    assert order.currentText() == "03/04/2025: the day first"
    order.setCurrentIndex(1)
    go_on(qtbot, panel)
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: len(everything(new_workspace, Workshop)) == 3)
    assert dt.date(2025, 3, 4) in {one.date for one in everything(new_workspace, Workshop)}


def test_the_first_row_can_be_said_to_be_no_headings(window, pasted):
    window.go("people")
    panel = pasted("Name\tGroup\nAna\tChoir\n")
    assert panel.columns_page.headings.isChecked()
    panel.columns_page.headings.setChecked(False)
    assert panel.model.mapping.columns[0].title == "Column 1"
    assert len(panel.model.table.rows) == 2


def test_rates_come_in_on_their_part_of_the_settings(window, new_workspace, pasted, qtbot):
    window.go("settings")
    window.stack.currentWidget().show_only("rates")
    panel = pasted("Rate\tPer\tAmount\tFrom\nHalf day\thour\t12.60\t01/04/2025\n")
    assert panel.columns_page.lists.currentText() == "Rates"
    go_on(qtbot, panel)
    go_on(qtbot, panel)
    qtbot.waitUntil(lambda: len(everything(new_workspace, Rate)) == 1)


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_everything_in_it_has_a_name_for_another_list_too(window, pasted, qtbot, use_look, appearance):
    use_look(appearance, 2.0)
    window.go("resourcing")
    panel = pasted("Payee\tInvoice date\tAmount\nFemi\t03/04/2025\t4\nBen\t05/04/2025\tx\n")
    assert unnamed_focusables(panel) == []
    say_same(panel, "workshop_id", "What gets")
    say_same(panel, "kind", "Fee")
    go_on(qtbot, panel)
    for record_id in panel.model.ids:
        panel.rows_page.table.choose(record_id)
        assert unnamed_focusables(panel) == []


def test_a_list_that_was_chosen_keeps_its_own_memory(window, pasted, qtbot):
    window.go("people")
    panel = pasted("Who\tMark\nBen Okri\tx\n")
    panel.columns_page.lists.setCurrentIndex(panel.columns_page.lists.findText("Attendance"))
    assert panel.model.sheet is ATTENDANCE
    assert panel.columns_page.boxes[0].currentText() == "Person, by name"


def test_every_part_of_a_workshop_names_its_list(window, workshop_id):
    window.go("workshops")
    page = window.stack.currentWidget()
    page.show_record(workshop_id)
    found = {}
    for section in Section:
        page.show_only(section)
        next(one for one in page.pane.findChildren(QPushButton) if one.text() == "Edit" and one.isVisible()).setFocus()
        found[section.value] = sheet_named(page.rows_in_sight()[0])
    assert None not in found.values()
    assert found["people"] is ATTENDANCE
    assert len(set(found.values())) == len(Section)


@pytest.mark.parametrize("key", ["people", "workshops"])
def test_rows_copied_for_a_workbook_paste_back_with_nothing_new(window, key, qtbot):
    window.go(key)
    page = window.stack.currentWidget()
    table = page.table
    table.setFocus()
    table.choose_many(page.viewmodel.ids)
    window.actions_by_key["edit.copy_workbook"].trigger()
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    panel = panel_of(window, qtbot)
    assert panel.is_on_rows
    assert panel.rows_page.summary.text().startswith("Add 0, update 0, skip 0, nothing new for ")
    assert not panel.go_on.isEnabled()
