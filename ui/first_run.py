"""The page shown while no workspace is open: open the sample, begin a new workspace, bring in a workbook, or go on where you were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from coproduce.i18n import _
from ui.kit.buttons import link
from ui.kit.layout import card, clear, column, flowing, row
from ui.kit.words import Icon, label
from ui.theme import theme
from ui.theme.sizes import fix_width, least_height

_WIDTH = 760


class Tile(QPushButton):
    """A large button: an icon, what it does, and a line that says what for."""

    def __init__(self, icon_name: str, title: str, words: str, act: Callable[[], object], *, primary: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        inside = row(
            column(Icon(icon_name, 24, "accent"), None),
            column(label(title, "h3"), label(words, "muted", wrap=True), None, gap=3),
            gap=14,
            margins=(16, 14, 16, 14),
        )
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        least_height(self, 84)
        self.clicked.connect(lambda _checked=False: act())


class FirstRun(QScrollArea):
    """Where to begin."""

    def __init__(self, do: Callable[[str], None], open_file: Callable[[Path], None], forget: Callable[[Path], None]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open_file, self._forget = open_file, forget
        self._listed: Sequence[Path] = ()
        self.sample = Tile(
            "lightbulb",
            _("Open the sample"),
            _("An invented project, so that you can look round before you type anything."),
            lambda: do("file.sample"),
        )
        self.new = Tile("file-plus", _("New workspace"), _("An empty file for your organisation and its projects."), lambda: do("file.new"))
        self.bring = Tile(
            "upload",
            _("Import a workbook"),
            _("Bring in people, workshops and payments from an Excel file. You can drop it on this window."),
            lambda: do("file.import"),
        )
        self.open = Tile(
            "folder-open", _("Open a workspace"), _("A .coproduce file that you or a colleague made."), lambda: do("file.open")
        )
        self._top = row(self.sample, self.new, gap=14)
        self._below = row(self.bring, self.open, gap=14)
        self._recent = column(gap=2)
        self._recent_card = card(label(_("Go on where you were"), "h2"), self._recent)
        self._inside = QWidget()
        self._inside.setLayout(self._page())
        fix_width(self._inside, _WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(flowing(column(None, row(None, self._inside, None), None, None, margins=(28, 28, 28, 28)), "page"))

    def show_recent(self, recent: Sequence[Path]) -> None:
        """List the workspaces opened lately; one that has gone says so, cannot be pressed, and can be taken off."""
        self._listed = recent
        clear(self._recent)
        for path in recent:
            self._recent.addLayout(self._recent_line(path))
        self._recent_card.setVisible(bool(recent))

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        return self.sample

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retheme()

    def retheme(self) -> None:
        """Tiles stand side by side where there is room for their words."""
        room = min(theme.px(_WIDTH), self.viewport().width() - theme.px(56))
        self._inside.setFixedWidth(max(room, 200))
        narrow = room < theme.px(560)
        for layout in (self._top, self._below):
            layout.setDirection(layout.Direction.TopToBottom if narrow else layout.Direction.LeftToRight)

    def _page(self) -> QLayout:
        return column(
            row(Icon("handshake", 40, "accent"), label(_("Welcome to Coproduce"), "h1"), None, gap=14),
            label(
                _(
                    "Plan workshops with people, look after those who come, and show honestly how equal it was. "
                    "Everything stays in one file on this computer."
                ),
                "muted",
                wrap=True,
            ),
            self._top,
            self._below,
            self._recent_card,
            gap=16,
        )

    def _recent_line(self, path: Path) -> QLayout:
        there = path.exists()
        name = link(path.stem, lambda: self._open_file(path))
        name.setEnabled(there)
        gone = _("{folder} – not there now: moved, renamed, or on a disk that is not plugged in")
        where = str(path.parent) if there else gone.format(folder=path.parent)
        line = row(Icon("file-text", 17), name, label(where, "muted", wrap=True), gap=8)
        line.setStretch(2, 1)
        if not there:
            off = link(_("Take off the list"), lambda: self._take_off(path))
            off.setAccessibleName(_("Take {name} off the list").format(name=path.stem))
            line.addWidget(off)
        return line

    def _take_off(self, path: Path) -> None:
        self._forget(path)
        self.sample.setFocus()
        self.show_recent([known for known in self._listed if known != path])
