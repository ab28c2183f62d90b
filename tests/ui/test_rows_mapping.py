"""Rows from any spreadsheet, through the window: people here, pasted or from a file, by keyboard, as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from coproduce.domain.people import Person
from coproduce.operations import people
from tests.imports.making import write
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.tab_walk import told, wants_tab
from ui.importing import begin_import
from ui.kit.choice_box import ChoiceBox
from ui.kit.dialogs import MessageDialog
from ui.rows_mapping.dialog import RowsDialog
from ui.tokens import APPEARANCES

NATION = (
    "nationbuilder_id\tfirst_name\tlast_name\temail\tmobile_number\tGender\tage_bracket\tOrganisation\n"
    "0014\tAna\tPrice\tana@example.org\t07700 900123\tF\t25-34\tDeaf-led group\n"
    "0015\tBen\tOkri\tben@example.org\t07700 900124\tM\t35-44\tCarers’ network\n"
    "0016\tSian\tVaughan\tsian@example.org\t07700 900125\tF\t35-44\tCarers’ network\n"
)


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    made.go("people")
    return made


@pytest.fixture
def pasted(window, qtbot):
    """Put text on the clipboard, press Ctrl+V on the page, and hand over the dialog."""

    def paste(text: str) -> RowsDialog:
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return dialog_of(window, qtbot)

    return paste


def dialog_of(window, qtbot) -> RowsDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(RowsDialog)), timeout=20_000)
    return next(one for one in window.findChildren(RowsDialog) if one.isVisible())


def everybody(workspace) -> dict[str, Person]:
    with workspace.read() as reading:
        return {person.name: person for person in reading.all(Person)}


def go_on(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def choose_words(box, words):
    place = box.findText(words)
    assert place >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(place)


def test_rows_pasted_are_brought_in_by_keyboard_alone_as_one_step(window, new_workspace, pasted, qtbot):
    dialog = pasted(NATION)
    assert QApplication.focusWidget() is dialog.columns_page.boxes[0]
    assert QApplication.focusWidget().accessibleName() == "nationbuilder_id"
    go_on(qtbot, dialog)
    assert QApplication.focusWidget() is dialog.rows_page.table
    go_on(qtbot, dialog)
    qtbot.waitUntil(lambda: len(everybody(new_workspace)) == 3)
    assert everybody(new_workspace)["Ana Price"].id == "0014"
    assert everybody(new_workspace)["Ana Price"].group == "Deaf-led group"
    assert window.message_bar.words == "Brought in people: add 3, update 0, skip 0"
    assert new_workspace.undo_label == "Bring in people"
    window.message_bar.press_undo()
    assert everybody(new_workspace) == {}


def test_the_columns_say_what_is_a_guess_what_is_left_out_and_what_is_never_kept(pasted):
    page = pasted(NATION).columns_page
    assert "Left out: email and mobile_number." in page.summary.text()
    assert "Never kept with a person: Gender and age_bracket." in page.summary.text()
    assert page.boxes[0].currentText() == "Id"
    assert "A guess from the heading" in page.boxes[0].accessibleDescription()
    assert "0014, 0015" in page.boxes[0].accessibleDescription()
    assert page.boxes[3].currentText() == "Leave out"
    assert 5 not in page.boxes
    assert 6 not in page.boxes


def test_a_choice_is_remembered_for_the_same_headings(window, pasted, qtbot):
    text = "Name\tNeighbourhood\nAna\tBryn\n"
    dialog = pasted(text)
    choose_words(dialog.columns_page.boxes[1], "Group")
    go_on(qtbot, dialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(RowsDialog))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("people")
    again = pasted(text)
    assert again.columns_page.boxes[1].currentText() == "Group"
    assert "As you chose before." in again.columns_page.boxes[1].accessibleDescription()


def test_without_a_name_there_is_no_going_on(pasted):
    dialog = pasted("Ref\tEmail\n1\ta@example.org\n")
    assert not dialog.go_on.isEnabled()
    assert "Choose which column holds the name." in dialog.step.text()
    choose_words(dialog.columns_page.boxes[1], "Name")
    assert dialog.go_on.isEnabled()


def test_a_cell_is_put_right_in_the_preview(new_workspace, pasted, qtbot):
    dialog = pasted("Name\tDate left\nAna\t31/02/2025\nBen\t\n")
    go_on(qtbot, dialog)
    assert dialog.rows_page.summary.text().startswith("Add 1, update 0, skip 1.")
    [box] = dialog.rows_page.pane.mending
    assert box.accessibleDescription() == "There is no such day in the calendar."
    qtbot.keyClick(dialog.rows_page.table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is box
    box.setText("28/02/2025")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert dialog.rows_page.summary.text() == "Add 2, update 0, skip 0."
    assert dialog.rows_page.pane.isAncestorOf(QApplication.focusWidget())
    go_on(qtbot, dialog)
    assert str(everybody(new_workspace)["Ana"].left_on) == "2025-02-28"


def test_a_row_that_is_wrong_can_be_left_out(new_workspace, pasted, qtbot):
    dialog = pasted("Name\tDate left\nAna\tsoon\nBen\t\n")
    go_on(qtbot, dialog)
    choose_words(dialog.rows_page.pane.box, "Leave out")
    assert dialog.rows_page.summary.text() == "Add 1, update 0, skip 1."
    go_on(qtbot, dialog)
    assert list(everybody(new_workspace)) == ["Ben"]


@pytest.mark.parametrize(
    ("answer", "summary", "names"),
    [
        ("Same person – update", "Add 2, update 1, skip 0.", ["Ana Price", "Ben Okri", "Siân Vaughan"]),
        ("Another person – add", "Add 3, update 0, skip 0.", ["Ana Price", "Ben Okri", "Sian Vaughan", "Siân Vaughan"]),
        ("Leave out", "Add 2, update 0, skip 1.", ["Ana Price", "Ben Okri", "Siân Vaughan"]),
    ],
)
def test_somebody_who_may_be_here_already_is_asked_about(new_workspace, pasted, qtbot, answer, summary, names):
    known = people.add_person(new_workspace, name="Siân Vaughan", group="Choir")
    dialog = pasted(NATION)
    go_on(qtbot, dialog)
    pane = dialog.rows_page.pane
    assert dialog.rows_page.summary.text().startswith("Add 2, update 0, skip 1. 1 row waits")
    assert pane.box.accessibleName() == "Is this the same person?"
    assert pane.box.currentText() == "Choose…"
    choose_words(pane.box, answer)
    assert dialog.rows_page.summary.text() == summary
    assert dialog.rows_page.pane.box.currentText() == answer
    go_on(qtbot, dialog)
    assert sorted(everybody(new_workspace)) == names
    sian = everybody(new_workspace)["Siân Vaughan"]
    assert sian.id == known
    assert sian.group == ("Carers’ network" if "update" in answer else "Choir")


def test_one_answer_can_be_given_for_all_that_ask(new_workspace, pasted, qtbot):
    for name in ("Ana", "Ben", "Femi"):
        people.add_person(new_workspace, name=name)
    dialog = pasted("Name\tGroup\nAna\tA\nBen\tB\nFemi\tC\n")
    go_on(qtbot, dialog)
    choose_words(dialog.rows_page.pane.box, "Same person – update")
    [alike] = [one for one in dialog.findChildren(QPushButton) if one.text() == "Do the same for 2 others that ask"]
    qtbot.mouseClick(alike, Qt.MouseButton.LeftButton)
    assert dialog.rows_page.summary.text() == "Add 0, update 3, skip 0."


def test_a_file_with_other_headings_comes_the_same_way(window, new_workspace, qtbot, tmp_path: Path):
    path = tmp_path / "members.csv"
    path.write_bytes("Ref;Name;Date left\r\n007;Siân O’Neill;03/04/2025\r\n".encode("cp1252"))
    begin_import(window, path)
    dialog = dialog_of(window, qtbot)
    go_on(qtbot, dialog)
    go_on(qtbot, dialog)
    assert str(everybody(new_workspace)["Siân O’Neill"].left_on) == "2025-04-03"


def test_a_sheet_called_people_with_other_headings_is_mapped_too(window, qtbot, tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Forename,Surname\nAna,Price\n", encoding="utf-8")
    begin_import(window, path)
    assert dialog_of(window, qtbot).columns_page.boxes[0].currentText() == "First name"


def test_escape_asks_before_answers_are_lost(new_workspace, pasted, qtbot):
    dialog = pasted("Name\tDate left\nAna\tsoon\nBen\t\n")
    go_on(qtbot, dialog)
    choose_words(dialog.rows_page.pane.box, "Leave out")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    [question] = [one for one in dialog.findChildren(MessageDialog) if one.isVisible()]
    assert dialog.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert everybody(new_workspace) == {}


def test_an_empty_clipboard_is_said(window, qtbot):
    QGuiApplication.clipboard().clear()
    window.actions_by_key["edit.paste_rows"].trigger()
    assert window.message_bar.words == "There are no rows to paste. Copy them in your spreadsheet first."


def test_words_pasted_into_the_search_box_stay_there(window, qtbot):
    window.find_on_page()
    QGuiApplication.clipboard().setText("Ana")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget().text() == "Ana"
    assert window.findChildren(RowsDialog) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_everything_in_it_has_a_name(new_workspace, pasted, qtbot, use_look, appearance):
    use_look(appearance, 2.0)
    people.add_person(new_workspace, name="Siân Vaughan")
    dialog = pasted(NATION + "0017\t\t\tx\t0\tF\t\t\n")
    assert unnamed_focusables(dialog) == []
    go_on(qtbot, dialog)
    for record_id in dialog.model.ids:
        dialog.rows_page.table.choose(record_id)
        assert unnamed_focusables(dialog) == []


def test_tab_goes_round_both_pages(pasted, qtbot):
    dialog = pasted(NATION)
    for _page in range(2):
        start, seen = QApplication.focusWidget(), []
        for _turn in range(60):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget())
            if seen[-1] is start:
                break
        assert seen[-1] is start
        assert dialog.go_on in seen
        go_on(qtbot, dialog)


def test_another_sheet_of_the_file_can_be_chosen(window, new_workspace, qtbot, tmp_path: Path):
    path = write(tmp_path / "panel.xlsx", {"Notes": [["Shoes", "Hats"], [1, 2]], "Panel": [["Forename", "Surname"], ["Ana", "Price"]]})
    begin_import(window, path)
    dialog = dialog_of(window, qtbot)
    [sheets] = [box for box in dialog.findChildren(ChoiceBox) if box.accessibleName() == "Sheet"]
    assert sheets.currentText() == "Panel", "the likeliest comes first"
    choose_words(sheets, "Notes")
    assert not dialog.go_on.isEnabled()
    choose_words(sheets, "Panel")
    go_on(qtbot, dialog)
    go_on(qtbot, dialog)
    assert list(everybody(new_workspace)) == ["Ana Price"]


def test_a_cell_put_right_with_nothing_still_waits_for_what_is_needed(pasted, qtbot):
    dialog = pasted("Name\nA\x07na\nBen\n")
    go_on(qtbot, dialog)
    [box] = dialog.rows_page.pane.mending
    assert box.text() == "Ana"
    box.clear()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    [again] = dialog.rows_page.pane.mending
    assert again.accessibleDescription() == "Give the name this person wishes to be called by."
    again.setText("Ana")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert dialog.rows_page.summary.text() == "Add 2, update 0, skip 0."


def test_control_and_enter_goes_on_wherever_the_focus_is(pasted, qtbot):
    dialog = pasted(NATION)
    gone_on = []
    dialog._go_on = lambda: gone_on.append(QApplication.focusWidget())
    for stop in wants_tab(dialog):
        stop.setFocus()
        go_on_from = QApplication.focusWidget()
        qtbot.keyClick(go_on_from, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert gone_on[-1:] == [go_on_from], told(stop)


def test_control_and_enter_brings_the_rows_in_from_their_table(new_workspace, pasted, qtbot):
    dialog = pasted(NATION)
    go_on(qtbot, dialog)
    dialog.rows_page.table.setFocus()
    qtbot.keyClick(dialog.rows_page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(everybody(new_workspace)) == 3, timeout=20_000)
