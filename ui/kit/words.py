"""Labels: headings, quiet words, small capitals and icons that stand alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import draw_icon, theme
from ui.theme.sizes import fix_height, fix_width


class Words(QLabel):
    """A label whose words begin on the side the window is read from, whatever language they are in.

    Qt would set English in a window read from the right at its left edge, away from the icons beside it.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self._lead()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def _lead(self) -> None:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | (self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask))


def label(words: str, look: str = "", *, wrap: bool = False) -> QLabel:
    """Words. `look` is h1, h2, h3, muted, caps, big, brand or wrong; nothing for plain. Typed text is never read as HTML."""
    made = Words(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        made.setProperty("look", look)
    made.setWordWrap(wrap)
    # A fixed height would be the height of one line, whatever the words need at the width they get.
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(wrap)
    made.setSizePolicy(policy)
    return made


class OneLine(Words):
    """Words kept on one line; what does not fit is cut with dots and stands in the tool tip."""

    def __init__(self, words: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if look:
            self.setProperty("look", look)
        self._whole = words
        self._fit()

    @property
    def whole(self) -> str:
        """All the words, cut or not."""
        return self._whole

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._whole = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(fitted)
        self.setToolTip(self._whole if fitted != self._whole else "")
        self.setAccessibleName(self._whole)


class Icon(QWidget):
    """An icon that only repeats what the words beside it say, so screen readers pass over it."""

    def __init__(self, name: str, side: int = 18, token: str = "muted") -> None:
        super().__init__()
        self.name, self.token = name, token
        fix_width(self, side)
        fix_height(self, side)

    def show_icon(self, name: str, token: str) -> None:
        """Draw another icon."""
        self.name, self.token = name, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, self.name, QRectF(self.rect()), self.token)


class Avatar(QWidget):
    """A person's initials in a circle; the name stands beside it."""

    def __init__(self, initials: str) -> None:
        super().__init__()
        self.initials = initials
        fix_width(self, 48)
        fix_height(self, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("soft"))
        painter.setPen(theme.colour("accent"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setFont(theme.font(13, 700))
        painter.setPen(theme.colour("softtext"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.initials)


def initials_of(name: str) -> str:
    """The first letters of the first and last word of a name: "Carys Llewelyn" gives CL."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words[:1]))
