"""A calendar file, asked for in the window."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coproduce.operations.agenda import add_block
from coproduce.operations.workshops import add_workshop
from coproduce.storage.queries.organisation import projects
from ui.calendar_file import file_name


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    return made


@pytest.fixture
def workshop_id(new_workspace):
    (project,) = projects(new_workspace)
    made = add_workshop(
        new_workspace, project_id=project.id, title="What makes a good call? / 1", date=date(2026, 5, 14), starts_at=time(10, 0)
    )
    add_block(new_workspace, made, title="Welcome", minutes=90)
    return made


def choose_file(window, path):
    """Press Save in the dialog that asks where."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_the_button_beside_a_workshop_saves_its_calendar_file(window, workshop_id, tmp_path, qtbot):
    window.services.go_to("workshops", workshop_id)
    made = window.stack.page("workshops").pane.buttons()["calendar"]
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Space)
    choose_file(window, tmp_path / "call.ics")
    text = (tmp_path / "call.ics").read_text(encoding="utf-8")
    assert "DTSTART:20260514T100000\n" in text
    assert "DTEND:20260514T113000\n" in text
    assert "call.ics" in window.message_bar.words


def test_the_menu_does_the_same(window, workshop_id, tmp_path):
    window.services.go_to("workshops", workshop_id)
    window.actions_by_key["file.calendar"].trigger()
    choose_file(window, tmp_path / "menu.ics")
    assert (tmp_path / "menu.ics").exists()


def test_each_part_of_the_plan_in_sight_becomes_an_entry(window, workshop_id, tmp_path):
    window.services.go_to("plan", workshop_id)
    window.actions_by_key["file.calendar_parts"].trigger()
    choose_file(window, tmp_path / "parts.ics")
    text = (tmp_path / "parts.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Welcome\n" in text
    assert "DTEND:20260514T113000\n" in text


def test_without_a_workshop_chosen_the_window_goes_there_and_says_so(window):
    window.go("people")
    window.actions_by_key["file.calendar"].trigger()
    assert window.stack.key == "workshops"
    assert "Choose a workshop" in window.message_bar.words
    assert window.findChild(QFileDialog) is None


def test_a_folder_that_has_gone_is_said_and_nothing_breaks(window, workshop_id, tmp_path):
    window.services.go_to("workshops", workshop_id)
    window.actions_by_key["file.calendar"].trigger()
    choose_file(window, tmp_path / "gone" / "call.ics")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [("What next? / 2", "What next 2.ics"), ("  ", "Workshop.ics"), ("Té a sgwrs", "Té a sgwrs.ics"), ("x" * 200, "x" * 80 + ".ics")],
)
def test_the_file_gets_a_name_every_disk_takes(title, name):
    assert file_name(title) == name
