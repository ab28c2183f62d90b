"""Contrast of what is really painted, and of every pair of colours the window can paint."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTableView

from ui import tokens
from ui.pages_beside import BESIDE
from ui.sample import sample_workspace
from ui.screens import SCREENS
from ui.tokens import APPEARANCES, DECORATION, GROUNDS, INKS, OVER, PAIRS, TINTS, contrast_ratio, least_contrast

UI = Path(tokens.__file__).parent
SHEET = importlib.import_module("ui.theme.stylesheet")
TEXT_PAIRS = {(ink, paper) for kind, ink, paper in PAIRS if kind == "text"}
PAGES = [*(screen.key for screen in SCREENS), *BESIDE, "settings", "help", "welcome"]
_RULE = re.compile(r"([^{}]+?) \{((?:[^{}]|\{[\d-]+\})*)\}")


def rules():
    """Every rule of the style sheet, with the tokens of its ink and its ground where it says them."""
    for selector, body in _RULE.findall(SHEET._RULES):
        said = dict(re.findall(r"(?:^|[\s;])(color|background|background-color): \$(\w+)", body))
        yield selector.strip(), said.get("color"), said.get("background") or said.get("background-color")


def test_the_style_sheet_pairs_no_colours_that_are_not_measured():
    unmeasured = [(where, ink, paper) for where, ink, paper in rules() if ink and paper and (ink, paper) not in TEXT_PAIRS]
    assert unmeasured == []
    assert sum(1 for _where, ink, paper in rules() if ink and paper) > 15


def test_an_ink_without_a_ground_of_its_own_may_stand_anywhere():
    assert {ink for _where, ink, paper in rules() if ink and not paper} <= {*INKS, "checkedborder"}


def test_every_token_the_program_names_is_measured_or_says_nothing():
    """Names of tokens in the code, wherever a colour or an icon is asked for."""
    measured = {token for _kind, *pair in PAIRS for token in pair} | set(DECORATION)
    every = set(APPEARANCES["light"])
    named = set()
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            if getattr(called, "attr", getattr(called, "id", "")) in {"colour", "hex", "icon", "Icon", "draw_icon"}:
                named |= {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and part.value in every}
    assert named - measured == set()
    assert {"accent", "muted", "focus"} <= named
    assert every == measured, "a token that nothing measures, or that does not exist"
    assert set(OVER.values()) | set(GROUNDS) | set(TINTS) <= every


def strongest(image: QImage, room: QRect) -> float:
    """The contrast of the ground, the commonest colour there, with the colour farthest from it; 1 where all is one colour."""
    room = room.intersected(image.rect())
    if room.width() < 4 or room.height() < 4:
        return 21.0
    pixels, across = memoryview(image.constBits()).cast("I"), image.bytesPerLine() // 4
    found: Counter[int] = Counter()
    for line in range(room.top(), room.bottom() + 1):
        found.update(pixels[line * across + room.left() : line * across + room.right() + 1].tolist())
    paper = f"#{found.most_common(1)[0][0] & 0xFFFFFF:06X}"
    return max(contrast_ratio(f"#{colour & 0xFFFFFF:06X}", paper) for colour, count in found.items() if count > 2)


def written_places(window):
    """Everything in sight that has words in it: a name for people who read the failure, and where it is in the window."""
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton) + window.findChildren(QLineEdit):
        words = widget.text() or (widget.placeholderText() if isinstance(widget, QLineEdit) else "")
        seen = widget.visibleRegion().boundingRect()
        if words.strip() and widget.isVisible() and widget.isEnabled() and seen == widget.rect():
            yield f"{type(widget).__name__} {words[:40]!r}", QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible() or view.model() is None:
            continue
        for row in range(min(view.model().rowCount(), 8)):
            for place in range(view.horizontalHeader().count() if isinstance(view, QTableView) else 1):
                index = view.model().index(row, place)
                room = view.visualRect(index).adjusted(4, 3, -4, -3)
                if index.data() and view.viewport().visibleRegion().boundingRect().contains(room):
                    yield f"{type(view).__name__} {index.data()!r}"[:60], QRect(view.viewport().mapTo(window, room.topLeft()), room.size())


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    sample_workspace(folder).close()
    return folder


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_everything_written_on_every_page_can_be_told_from_its_ground(open_window, sample_folder, use_look, qtbot, appearance):
    use_look(appearance, 1.5)
    window = open_window(width=1500, height=1000)
    window.take(sample_workspace(sample_folder))
    faint, looked = [], 0
    for key in PAGES:
        window.go(key)
        qtbot.wait(30)
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        for name, room in written_places(window):
            looked += 1
            ratio = strongest(image, room)
            if ratio < least_contrast("text", appearance) - 0.15:  # the edges of letters are soft
                faint.append((key, name, round(ratio, 2)))
    assert faint == []
    assert looked > 200
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
