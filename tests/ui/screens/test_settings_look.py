"""How documents look, asked in Settings: a colour that can be read, and a logo that can be kept. By mouse and by keyboard, and undone."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog

from coproduce.domain.colours import readable_tone
from coproduce.storage.queries import organisation
from tests.ui.accessible_walk import unnamed_focusables


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    return made


@pytest.fixture
def page(window):
    window.go("settings")
    return window.stack.page("settings")


@pytest.fixture
def colour(page):
    return page.workspace.answers.lines["colour"]


@pytest.fixture
def logo(page):
    return page.workspace.answers.lines["logo"]


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGBA", (300, 100), (200, 30, 30, 120)).save(path)
    return path


def typed(qtbot, line, words):
    line.editor.box.setFocus()
    line.editor.box.selectAll()
    qtbot.keyClicks(line.editor.box, words)
    qtbot.keyClick(line.editor.box, Qt.Key.Key_Return)


def settings(window):
    return organisation.settings(window.workspace.workspace)


def choose(window, path):
    [dialog] = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    QApplication.processEvents()


def test_a_colour_is_typed_kept_and_undone(window, colour, qtbot):
    typed(qtbot, colour, "7a1f5c")
    assert settings(window).colour == colour.editor.box.text() == "#7A1F5C"
    assert colour.sample._colour == QColor("#7A1F5C")
    window.undo()
    assert settings(window).colour == colour.editor.box.text() == ""


def test_a_colour_too_light_says_its_ratio_and_offers_one_that_can_be_read(window, colour, qtbot):
    typed(qtbot, colour, "#F5A623")
    assert "#F5A623 on white is 2.02 to 1. Words need 4.5 to 1 to be read." in colour.wrong.text()
    assert colour.editor.box.text() == "#F5A623"
    assert settings(window).colour == ""
    tone = readable_tone("#F5A623")
    assert colour.offer.isVisible()
    assert colour.offer.text() == f"Use {tone}"
    colour.offer.setFocus()
    qtbot.keyClick(colour.offer, Qt.Key.Key_Space)
    assert settings(window).colour == colour.editor.box.text() == tone
    assert not colour.wrong.isVisible()
    assert not colour.offer.isVisible()
    assert colour.editor.box.hasFocus(), "the focus is not lost with the button"


def test_what_is_no_colour_is_refused_and_nothing_is_offered(window, colour, qtbot):
    typed(qtbot, colour, "plum")
    assert "such as #7A1F5C" in colour.wrong.text()
    assert not colour.offer.isVisible()


def test_a_colour_is_chosen_from_a_picture_of_colours(window, colour, qtbot):
    qtbot.mouseClick(colour.choose, Qt.MouseButton.LeftButton)
    [dialog] = [each for each in window.findChildren(QColorDialog) if each.isVisible()]
    dialog.setCurrentColor(QColor("#1f4e9e"))
    dialog.accept()
    QApplication.processEvents()
    assert settings(window).colour == "#1F4E9E"


def test_a_logo_is_chosen_shown_taken_away_and_brought_back(window, logo, qtbot, picture):
    assert logo.editor.none.isVisible()
    assert not logo.editor.remove.isVisible()
    logo.editor.choose.setFocus()
    qtbot.keyClick(logo.editor.choose, Qt.Key.Key_Space)
    choose(window, picture)
    kept = settings(window).logo
    assert kept == logo.editor.value() != ""
    assert logo.editor.sample.isVisible()
    assert not logo.editor.none.isVisible()
    logo.editor.remove.setFocus()
    qtbot.keyClick(logo.editor.remove, Qt.Key.Key_Space)
    assert settings(window).logo == ""
    assert logo.editor.none.isVisible()
    assert window.focusWidget() is logo.editor.choose
    window.undo()
    assert settings(window).logo == kept
    assert logo.editor.sample.isVisible()


def test_a_picture_that_cannot_be_read_says_so_beside_the_question(window, logo, qtbot, tmp_path):
    (tmp_path / "words.png").write_text("Dear all,")
    qtbot.mouseClick(logo.editor.choose, Qt.MouseButton.LeftButton)
    choose(window, tmp_path / "words.png")
    assert logo.wrong.isVisible()
    assert logo.wrong.text() == "“words.png” cannot be read as a picture. Choose a PNG or a JPEG."
    assert logo.editor.choose.accessibleDescription() == logo.wrong.text()
    assert settings(window).logo == ""


def test_everything_that_takes_the_focus_has_a_name(window, page, colour, qtbot, logo, picture):
    logo._take(picture)
    typed(qtbot, colour, "#FFFF00")
    assert unnamed_focusables(page) == []
