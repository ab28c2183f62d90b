"""The parts of the evidence page: a tile for each indicator with its bar, and the ladder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coproduce.i18n import _
from ui.kit.layout import column, row
from ui.kit.pills import Pill
from ui.kit.words import label
from ui.screens.evidence.lines import Ladder, Line
from ui.theme import theme
from ui.theme.sizes import fix_height, least_width

_TOKENS = ("c1", "c2", "hover")


class ShareBar(QWidget):
    """Yes, no and not recorded as parts of one bar. What is not recorded is hatched, so that colour is never the only sign."""

    def __init__(self, shares: tuple[int, int, int]) -> None:
        super().__init__()
        self._shares = shares
        fix_height(self, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(room, theme.colour("hover"))
        left, whole = 0.0, max(sum(self._shares), 1)
        for place, (count, token) in enumerate(zip(self._shares, _TOKENS, strict=True)):
            width = room.width() * count / whole
            part = QRectF(room.right() - left - width if self.isRightToLeft() else room.x() + left, room.y(), width, room.height())
            painter.fillRect(part, theme.colour(token))
            if place == 2 and count:
                self._hatch(painter, part)
            left += width

    def _hatch(self, painter: QPainter, part: QRectF) -> None:
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(theme.colour("inputline"), 1.4))
        x = part.x() - part.height()
        while x < part.right():
            painter.drawLine(int(x), int(part.bottom()) + 1, int(x + part.height()), int(part.y()) - 1)
            x += theme.px(5)
        painter.restore()


class IndicatorTile(QPushButton):
    """One indicator: its question, its bar and figure, and its headline. Pressing it shows it in full."""

    def __init__(self, line: Line, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.line = line
        self.setProperty("look", "tile")
        self.setCheckable(True)
        self.setAccessibleName(line.spoken)
        self._chosen = chosen
        figure = label(line.figure, "h3")
        pill = Pill(line.pill)
        top = row(label(line.question, wrap=True), column(pill, None), gap=10)
        top.setStretch(0, 1)
        figures = row(figure, None, gap=10)
        if line.shares is not None and any(line.shares):
            figures = row(column(None, ShareBar(line.shares), None), figure, gap=12)
            figures.setStretch(0, 1)
            least_width(figure, 88)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        beside = [label(line.beside, "muted", wrap=True)] if line.beside else []
        self.setLayout(column(top, figures, *beside, margins=(14, 10, 14, 10), gap=6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._press)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.heightForWidth(width)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked() and not self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(9), theme.px(9))

    def _press(self) -> None:
        self.setChecked(True)
        self._chosen(self.line.id)


class LadderBar(QWidget):
    """The rungs side by side; those the records show are filled."""

    def __init__(self) -> None:
        super().__init__()
        self._ladder: Ladder | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        least_width(self, 260)
        fix_height(self, 30)

    def show_ladder(self, ladder: Ladder) -> None:
        """Show another level."""
        self._ladder = ladder
        rungs = _("{n} of {all} rungs").format(n=ladder.reached, all=len(ladder.rungs))
        self.setAccessibleName(_("Level the records show: {shown}, {rungs}").format(shown=ladder.shown, rungs=rungs))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ladder is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(9, 600))
        gap, count = theme.px(4), len(self._ladder.rungs)
        width = (self.width() - gap * (count - 1)) / count
        for place, words in enumerate(self._ladder.rungs):
            seat = count - 1 - place if self.isRightToLeft() else place
            part = QRectF(seat * (width + gap), 0, width, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            reached = place < self._ladder.reached
            painter.setBrush(theme.colour("accent" if reached else "surface"))
            painter.setPen(QPen(theme.colour("accent" if reached else "line"), 1))
            painter.drawRoundedRect(part, theme.px(6), theme.px(6))
            painter.setPen(theme.colour("onaccent" if reached else "muted"))
            fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(part.width()) - theme.px(8))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, fitted)
