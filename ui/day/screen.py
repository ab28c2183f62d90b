"""The screen for the room: big type for a projector. F11 fills the screen, Escape closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from coproduce.i18n import _
from ui.kit.layout import clear, column, holding, row
from ui.kit.words import label
from ui.theme import theme

if TYPE_CHECKING:
    from ui.day.run_words import LaneShown
    from ui.day.screen_model import ScreenModel
    from ui.open_workspace import OpenWorkspace

TICK_MS = 1000
_OPEN: list[RoomScreen] = []


class RoomScreen(QWidget):
    """A window of its own, on the second screen where there is one. It follows the file, and goes with it."""

    stays_awake = True
    """A workshop is going on: nobody has to touch the computer for it to stay open."""

    def __init__(self, workspace: OpenWorkspace, model: ScreenModel, icon: QIcon | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "page")
        self.setWindowTitle(_("Screen for the room"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon is not None:
            self.setWindowIcon(icon)
        self.model = model
        self.about, self.clock = label("", "muted", wrap=True), label("")
        self.words = label("", wrap=True)
        self._lanes = row(gap=32)
        self.lanes: list[LaneBoard] = []
        head = row(self.about, self.clock, gap=24)
        head.setStretch(0, 1)
        whole = column(head, self.words, holding(self._lanes), margins=(40, 28, 40, 28), gap=20)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.show_state)
        self._timer.start()
        workspace.changed.connect(self._changed)
        workspace.destroyed.connect(self.close)
        self.resize(1100, 640)
        self.show_state()

    def show_state(self) -> None:
        """Draw what is on."""
        shown = self.model.shown
        self.about.setText(self.model.title)
        self.clock.setText(f"{self.model.now():%H:%M}")
        self.words.setText(shown.words)
        self.words.setVisible(bool(shown.words))
        if len(self.lanes) != len(shown.lanes):
            clear(self._lanes)
            self.lanes = [LaneBoard() for _lane in shown.lanes]
            for board in self.lanes:
                self._lanes.addWidget(board, 1)
                board.show()
        for board, lane in zip(self.lanes, shown.lanes, strict=True):
            board.show_lane(lane)
        said = [shown.words, *(board.said for board in self.lanes)]
        self.setAccessibleName(". ".join(words for words in said if words))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retheme(self) -> None:
        """Another look: the same words, as large as the window lets them be."""
        self._fit()

    def _fit(self) -> None:
        small = max(14, round(self.height() * 0.04))
        for words in (self.about, self.clock):
            _set_size(words, small)
        _set_size(self.words, _largest(self.words.text(), self.width() - 120, self.height() * 0.6, self.height() * 0.14))
        room = (self.width() - 80 - 32 * max(0, len(self.lanes) - 1)) / max(1, len(self.lanes))
        titles = [_largest(board.title.text(), room - 24, self.height() * 0.36, self.height() * 0.16) for board in self.lanes]
        for board in self.lanes:
            board.fit(min(titles), small, room)

    def _changed(self, _changes: object) -> None:
        self.model.refresh()
        if self.model.detail is None:
            self.close()
        else:
            self.show_state()


class LaneBoard(QWidget):
    """One lane: its name where there are several, the part, the time left, and what is next."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.lane, self.title, self.left, self.coming = label("", "muted"), label("", wrap=True), label("", wrap=True), label("", wrap=True)
        self.coming.setProperty("look", "muted")
        self.setLayout(column(None, self.lane, self.title, self.left, None, self.coming, gap=12))

    @property
    def said(self) -> str:
        """Everything it says, for those who hear it."""
        return ", ".join(words.text() for words in (self.lane, self.title, self.left, self.coming) if words.text())

    def show_lane(self, lane: LaneShown) -> None:
        """Show what is on in it."""
        self.lane.setText(lane.lane or "")
        self.lane.setVisible(bool(lane.lane))
        self.title.setText(lane.title)
        self.left.setText(lane.left.word if lane.left else "")
        self._token = lane.left.tone.value if lane.left else "text"
        self.coming.setText(lane.coming)

    def fit(self, title: int, small: int, room: float) -> None:
        """Set the type as large as it may be."""
        _set_size(self.lane, round(small * 1.2), weight=600)
        _set_size(self.title, title, weight=700)
        _set_size(self.left, _largest(self.left.text(), room - 24, title * 2.6, title * 1.1), weight=600, token=self._token)
        _set_size(self.coming, round(small * 1.2))


def _largest(words: str, width: float, height: float, most: float) -> int:
    """The largest type in which words fit a box."""
    size = max(16, round(most))
    flags = int(Qt.TextFlag.TextWordWrap)
    while size > 16:
        font = QFont(theme.family)
        font.setPixelSize(size)
        font.setBold(True)
        metrics = QFontMetricsF(font)
        widest = max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
        if widest <= width and metrics.boundingRect(QRectF(0, 0, width, 10_000), flags, words).height() <= height:
            return size
        size = round(size * 0.94)
    return size


def _set_size(words: QLabel, pixels: int, *, weight: int = 400, token: str = "") -> None:
    colour = f" color: {theme.hex(token)};" if token else ""
    rule = f"font-size: {pixels}px; font-weight: {weight};{colour}"
    if words.styleSheet() != rule:
        words.setStyleSheet(rule)


def open_screen(workspace: OpenWorkspace, model: ScreenModel, icon: QIcon) -> RoomScreen:
    """Show it, on the second screen where there is one. A second time, the one that is open comes to the front."""
    for old in _OPEN:
        if old.model.workshop_id == model.workshop_id:
            old.raise_()
            old.activateWindow()
            return old
    made = RoomScreen(workspace, model, icon)
    _OPEN.append(made)
    made.destroyed.connect(lambda: _OPEN.remove(made))
    screens = QGuiApplication.screens()
    if len(screens) > 1:
        made.setGeometry(screens[-1].availableGeometry())
        made.showFullScreen()
    else:
        made.show()
    made.setFocus()
    return made
