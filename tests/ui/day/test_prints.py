"""Printing for the day: from the plan or by keyboard, the pages in sight are the file that is saved, and choices come back."""

from __future__ import annotations

from datetime import date, time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from coproduce.operations import agenda, people, room, workshops
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.codes_seen import agrees_on_every_page
from ui.day.prints import PrintsWindow
from ui.error_dialog import CrashDialog

DAY = date(2026, 3, 3)


@pytest.fixture
def window(open_window, new_workspace):
    file = new_workspace
    made = open_window(width=1366, height=768)
    made.take(file)
    meeting = workshops.add_workshop(file, project_id=made.project_id, title="Listening", date=DAY, starts_at=time(10))
    agenda.add_block(file, workshop_id=meeting, title="Welcome", minutes=15)
    room.add_to_workshop(file, meeting, [people.add_person(file, name=name) for name in ("Siân Morgan", "Ben Hughes")])
    made.go("plan")
    made.stack.page("plan").show_record(meeting)
    return made


def opened(window, qtbot):
    [dialog] = [each for each in window.findChildren(PrintsWindow) if each.isVisible()]
    qtbot.waitUntil(lambda: dialog.model.pdf is not None and not dialog.model.is_making, timeout=60_000)
    return dialog


@pytest.fixture
def prints(window, qtbot):
    page = window.stack.page("plan")
    pressed = next(made for made in page.findChildren(QPushButton) if made.text() == "Print…")
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    return opened(window, qtbot)


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return found


def settled(prints, qtbot):
    qtbot.waitUntil(lambda: prints.model.pdf is not None and not prints.model.is_making, timeout=60_000)


def choose(prints, qtbot, words):
    place = next(row for row in range(prints.kinds.count()) if prints.kinds.item(row).text() == words)
    prints.kinds.setFocus()
    while prints.kinds.currentRow() != place:
        QTest.keyClick(prints.kinds, Qt.Key.Key_Down if prints.kinds.currentRow() < place else Qt.Key.Key_Up)
    settled(prints, qtbot)


def save(prints, window, qtbot, path, ending):
    qtbot.mouseClick(prints.save_buttons[ending], Qt.MouseButton.LeftButton)
    [asking] = prints.findChildren(QFileDialog)
    asking.selectFile(str(path))
    asking.accept()
    qtbot.waitUntil(lambda: path.exists() and window.jobs.current is None, timeout=60_000)


def test_the_arrow_keys_go_from_print_to_print_and_the_pages_follow(prints, qtbot):
    assert "Facilitator sheet" in words_of(prints.model.pdf)
    choose(prints, qtbot, "Sign-in sheet")
    assert "Siân Morgan" in words_of(prints.model.pdf)
    assert prints.about.text() == "Names to tick at the door. For everybody who comes."
    assert len(prints.pages.pages) == prints.model.pages


def test_the_window_opens_by_keyboard_for_the_workshop_in_sight(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert "Listening" in opened(window, qtbot).under.text()


def test_what_is_saved_is_what_is_in_sight(prints, window, qtbot, tmp_path):
    choose(prints, qtbot, "Agenda")
    save(prints, window, qtbot, tmp_path / "agenda.pdf", ".pdf")
    assert (tmp_path / "agenda.pdf").read_bytes() == prints.model.pdf
    assert agrees_on_every_page(window.workspace.workspace, prints.model.pdf)
    assert prints.message_bar.words.startswith("Saved agenda.pdf")


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_a_print_is_saved_in_other_forms(prints, window, qtbot, tmp_path, ending):
    save(prints, window, qtbot, tmp_path / f"sheet{ending}", ending)
    assert (tmp_path / f"sheet{ending}").stat().st_size > 1000


def test_the_name_of_the_file_says_what_it_is(prints):
    assert prints.model.file_name(".pdf") == "Facilitator sheet – Listening – 2026-03-03.pdf"


def test_the_last_choices_come_back(prints, window, qtbot):
    qtbot.mouseClick(prints.parts["notes"], Qt.MouseButton.LeftButton)
    choose(prints, qtbot, "Agenda")
    qtbot.mouseClick(prints.size_chips.button("easy"), Qt.MouseButton.LeftButton)
    settled(prints, qtbot)
    assert "Agenda in Easy Read" in words_of(prints.model.pdf)
    prints.accept()
    window.services.open_day("prints")
    again = opened(window, qtbot)
    assert (again.model.kind.key, again.model.size.value) == ("agenda", "easy")
    assert again.model.shown == {"goal", "materials"}


def test_the_pages_follow_what_is_changed(prints, window, qtbot):
    choose(prints, qtbot, "Name badges")
    people.add_person(window.workspace.workspace, name="Nobody yet")
    settled(prints, qtbot)
    room.add_to_workshop(window.workspace.workspace, prints.model.workshop_id, [people.add_person(window.workspace.workspace, name="Eira")])
    settled(prints, qtbot)
    assert "Eira" in words_of(prints.model.pdf)


def test_pages_that_were_stopped_can_be_made_again(prints, window, qtbot):
    prints.model.make()
    window.jobs.current.cancel()
    qtbot.waitUntil(lambda: prints.model.pdf is None and not prints.model.is_making, timeout=20_000)
    assert prints.pages_state.text() == "The pages were stopped before they were made."
    again = next(made for made in prints.findChildren(QPushButton) if made.text() == "Make the pages")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    settled(prints, qtbot)


def test_everything_in_the_window_has_a_name(prints):
    assert unnamed_focusables(prints) == []


def test_the_window_can_be_closed_while_its_pages_are_made(prints, window, qtbot):
    prints.model.make()
    assert window.jobs.current is not None
    prints.accept()
    qtbot.waitUntil(lambda: window.findChildren(PrintsWindow) == [], timeout=20_000)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog) and each.isVisible()] == []
