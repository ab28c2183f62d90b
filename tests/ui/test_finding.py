"""The list of everything, in a real window over a real file: typed, chosen and opened with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coproduce.domain.decisions import Decision
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, tell
from tests.ui.accessible_walk import unnamed_focusables
from ui.kit.command_palette import CommandPalette
from ui.kit.found_lines import line_at


@pytest.fixture
def window(open_window, tmp_path: Path) -> Iterator[object]:
    file = WorkspaceFile.create(tmp_path / "Valley.coproduce", organisation="Valley Care")
    tell(file)
    with file.work("More") as work:
        work.add_all(
            [
                Person("S1", "Siân Gwyther", group="Bus users"),
                Project("P2", "Another project"),
                Workshop("WX", "P2", "Gwyther hall evening", DAY, venue="Hall"),
                Decision("DX", "P2", "Does Gwyther hall stay open?"),
                Contribution("CX", "WX", "The Gwyther bus is late", theme="Transport"),
            ]
        )
    shown = open_window()
    shown.take(file)
    return shown


def opened(window) -> CommandPalette:
    window.actions_by_key["edit.commands"].trigger()
    (palette,) = window.findChildren(CommandPalette)
    return palette


def listed(palette) -> list[str]:
    return [palette.found.item(row).text() for row in range(palette.found.count())]


def pressed(palette, *keys) -> None:
    for key in keys:
        QTest.keyClick(palette.search, key)


def test_everything_is_found_beside_the_commands_under_its_heading(window):
    palette = opened(window)
    QTest.keyClicks(palette.search, "gwy")
    assert listed(palette) == [
        "People",
        "Siân Gwyther",
        "Workshops",
        "Gwyther hall evening",
        "Decisions",
        "Does Gwyther hall stay open?",
        "What people said",
        "The Gwyther bus is late",
    ]
    lines = [line for row in range(palette.found.count()) if (line := line_at(palette.found.item(row)))]
    assert [line.about for line in lines] == [
        "Bus users",
        "1 March 2025 · Hall · Another project",
        "Not decided yet · Another project",
        "1 March 2025 · Transport · Gwyther hall evening · Another project",
    ]
    assert not any(line.icon.isNull() for line in lines)
    assert unnamed_focusables(palette) == []


def test_one_letter_is_enough_and_commands_stay_first(window):
    palette = opened(window)
    QTest.keyClicks(palette.search, "s")
    assert listed(palette)[0] == "Commands"
    assert listed(palette).index("Siân Gwyther") <= 8
    assert palette.found.currentItem().text() == listed(palette)[1]


@pytest.mark.parametrize(
    ("typed", "page", "record"),
    [("sian", "people", "S1"), ("gwyther evening", "workshops", "WX"), ("stay open", "decisions", "DX"), ("bus late", "decisions", "CX")],
)
def test_enter_goes_to_the_record_on_its_page_whatever_its_project(window, typed, page, record):
    palette = opened(window)
    QTest.keyClicks(palette.search, typed)
    pressed(palette, Qt.Key.Key_Return)
    assert window.stack.key == page
    model = window.stack.page(page).viewmodel
    model = getattr(model, "chosen", model)
    assert model.chosen_id == record
    assert window.project_id == ("P2" if record.endswith("X") else window.project_id)


def test_the_arrow_keys_pass_over_the_headings_and_round_the_ends(window):
    palette = opened(window)
    QTest.keyClicks(palette.search, "gwy")
    passed = []
    for _step in range(4):
        passed.append(palette.found.currentItem().text())
        pressed(palette, Qt.Key.Key_Down)
    assert passed == ["Siân Gwyther", "Gwyther hall evening", "Does Gwyther hall stay open?", "The Gwyther bus is late"]
    assert palette.found.currentItem().text() == "Siân Gwyther"
    pressed(palette, Qt.Key.Key_Up)
    assert palette.found.currentItem().text() == "The Gwyther bus is late"


def test_a_screen_reader_hears_name_context_and_kind(window):
    palette = opened(window)
    QTest.keyClicks(palette.search, "sian")
    said = palette.found.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Siân Gwyther, Bus users, People"


def test_what_was_taken_back_is_no_longer_found(window):
    window.undo()
    palette = opened(window)
    QTest.keyClicks(palette.search, "gwy")
    assert listed(palette) == []
    pressed(palette, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_without_a_workspace_the_commands_are_there(open_window):
    palette = opened(open_window())
    assert "New workspace…" in listed(palette)
    QTest.keyClicks(palette.search, "sian")
    assert listed(palette) == []


def test_a_command_with_the_letters_in_the_middle_gives_way_to_records(window):
    palette = opened(window)
    QTest.keyClicks(palette.search, "late")
    assert "Commands" not in listed(palette)  # though there is a command to save a workbook template
    assert palette.found.currentItem().text() == "The Gwyther bus is late"
