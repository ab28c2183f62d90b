"""Bringing a workbook in and writing one out, through the window."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coproduce.domain.people import Person
from coproduce.exports.workbook import write_template
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.accessible_walk import unnamed_focusables
from ui.exporting import export_workbook, save_template
from ui.importing import begin_import
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog
from ui.kit.rows_table import RowsTable


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook that lists people by id and name."""

    def write(people, name="team.xlsx") -> Path:
        path = tmp_path / name
        write_template(path)
        book = openpyxl.load_workbook(path)
        sheet = book["People"]
        headings = [cell.value for cell in sheet[1]]
        for number, (person_id, person_name) in enumerate(people, start=2):
            sheet.cell(number, headings.index("person_id") + 1).value = person_id
            sheet.cell(number, headings.index("name") + 1).value = person_name
        book.save(path)
        return path

    return write


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window(())
    made.take(new_workspace)
    return made


def dialog_of(window, qtbot):
    """The one dialog that is open, as soon as it is."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(MessageDialog)), timeout=20_000)
    return next(dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible())


def press(qtbot, dialog, words):
    [button] = [button for button in dialog.findChildren(QPushButton) if button.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def names(workspace):
    with workspace.read() as reading:
        return sorted(person.name for person in reading.all(Person))


def test_a_workbook_is_shown_before_it_is_brought_in(window, new_workspace, qtbot, workbook):
    begin_import(window, workbook([("P-1", "Carys"), ("P-2", "Femi")]))
    dialog = dialog_of(window, qtbot)
    assert dialog.title.text() == "Bring in team.xlsx?"
    assert "To add: People 2." in dialog.words.text()
    assert names(new_workspace) == []
    assert unnamed_focusables(dialog) == []
    press(qtbot, dialog, "Bring it in")
    assert names(new_workspace) == ["Carys", "Femi"]
    assert window.message_bar.words.startswith("Brought in team.xlsx: added 2")


def test_an_import_is_one_step_that_undo_takes_back(window, new_workspace, qtbot, workbook):
    begin_import(window, workbook([("P-1", "Carys"), ("P-2", "Femi")]))
    press(qtbot, dialog_of(window, qtbot), "Bring it in")
    window.message_bar.press_undo()
    assert names(new_workspace) == []


def test_a_workbook_can_be_brought_in_with_the_keyboard_alone(window, new_workspace, qtbot, workbook):
    begin_import(window, workbook([("P-1", "Carys")]))
    dialog = dialog_of(window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert names(new_workspace) == ["Carys"]


def test_escape_brings_nothing_in(window, new_workspace, qtbot, workbook):
    begin_import(window, workbook([("P-1", "Carys")]))
    qtbot.keyClick(dialog_of(window, qtbot), Qt.Key.Key_Escape)
    assert names(new_workspace) == []


def test_every_problem_is_listed_with_its_place_and_can_be_copied(window, new_workspace, qtbot, workbook):
    begin_import(window, workbook([("P-1", "Carys"), ("P-1", "Femi"), ("P-3", None)]))
    dialog = dialog_of(window, qtbot)
    assert dialog.title.text() == "team.xlsx needs putting right first"
    table = dialog.findChild(RowsTable)
    places = {tuple(table.rows.index(row, column).data() for column in range(3)) for row in range(table.rows.rowCount())}
    assert ("People", "4", "name") in places
    assert unnamed_focusables(dialog) == []
    press(qtbot, dialog, "Copy the list")
    assert "People, row 4, column name" in QApplication.clipboard().text()
    press(qtbot, dialog, "Close")
    assert names(new_workspace) == []


def test_the_rows_that_are_right_can_be_brought_in_alone(window, new_workspace, qtbot, workbook):
    begin_import(window, workbook([("P-1", "Carys"), ("P-3", None)]))
    press(qtbot, dialog_of(window, qtbot), "Bring in the rows that are right")
    qtbot.waitUntil(lambda: dialog_of(window, qtbot).title.text() == "Bring in team.xlsx?")
    dialog = dialog_of(window, qtbot)
    assert "Left out" in dialog.words.text()
    press(qtbot, dialog, "Bring it in")
    assert names(new_workspace) == ["Carys"]


def test_a_workbook_that_says_nothing_new_says_so(window, new_workspace, qtbot, workbook):
    path = workbook([("P-1", "Carys")])
    begin_import(window, path)
    press(qtbot, dialog_of(window, qtbot), "Bring it in")
    begin_import(window, path)
    qtbot.waitUntil(lambda: dialog_of(window, qtbot).title.text() == "Nothing new in team.xlsx")
    dialog_of(window, qtbot).close()


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(window, qtbot, tmp_path):
    (tmp_path / "notes.xlsx").write_bytes(b"not a workbook")
    begin_import(window, tmp_path / "notes.xlsx")
    qtbot.waitUntil(lambda: bool(window.message_bar.words), timeout=20_000)
    assert not window.message_bar.offers_undo


def test_without_a_workspace_one_is_made_beside_the_workbook(open_window, qtbot, workbook):
    window = open_window(())
    path = workbook([("P-1", "Carys")])
    begin_import(window, path)
    [form] = [form for form in window.findChildren(FormDialog) if form.isVisible()]
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    offered = dialog_of(window, qtbot)
    assert offered.title.text() == "Print a recovery sheet"
    press(qtbot, offered, "Later")
    press(qtbot, dialog_of(window, qtbot), "Bring it in")
    assert window.workspace.path == path.with_suffix(".coproduce")
    assert names(window.workspace.workspace) == ["Carys"]


def test_what_is_written_out_can_be_brought_in_elsewhere(window, new_workspace, qtbot, workbook, tmp_path):
    begin_import(window, workbook([("P-1", "Carys")]))
    press(qtbot, dialog_of(window, qtbot), "Bring it in")
    export_workbook(window, tmp_path / "out.xlsx")
    qtbot.waitUntil(lambda: window.message_bar.words.startswith("Written: out.xlsx"), timeout=20_000)
    window.take(WorkspaceFile.create(tmp_path / "Other.coproduce"))
    begin_import(window, tmp_path / "out.xlsx")
    press(qtbot, dialog_of(window, qtbot), "Bring it in")
    assert names(window.workspace.workspace) == ["Carys"]


def test_a_template_can_be_saved_without_a_workspace(open_window, qtbot, tmp_path):
    window = open_window(())
    save_template(window, tmp_path / "template.xlsx")
    qtbot.waitUntil(lambda: window.message_bar.words.startswith("Written: template.xlsx"), timeout=20_000)
    assert "People" in openpyxl.load_workbook(tmp_path / "template.xlsx").sheetnames
