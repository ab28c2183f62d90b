"""How an organisation's documents look, asked in two lines: its colour, and its logo."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QSizePolicy, QWidget

from coproduce.domain.colours import readable_tone
from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.editors import Editor, LineEditor
from ui.kit.layout import column, row
from ui.kit.save_as import choose_file
from ui.kit.words import label
from ui.screens.settings.answer_line import AnswerLine, beside
from ui.screens.settings.answers import AnswersModel, Asked
from ui.theme import theme
from ui.theme.sizes import fix_height, fix_width


class ColourLine(AnswerLine):
    """A colour to type or to choose from a picture of colours. Where it cannot be read on white, the nearest tone that can is offered."""

    def __init__(self, model: AnswersModel, asked: Asked) -> None:
        self.sample = Sample()
        self.choose = button(_("Choose…"), self._ask)
        self.choose.setAccessibleName(_("Choose a colour"))
        self.offer = button("", self._take)
        self.offer.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tone = ""
        super().__init__(model, asked)

    def show_state(self) -> None:
        """Show the colour in use."""
        super().show_state()
        self.sample.show_colour(self._model.values[self.asked.name])

    def take(self, colour: str) -> None:
        """Put a colour in the box, and keep it where it can be read."""
        self._put(colour)
        self._keep()

    def _line(self) -> LineEditor:
        made = super()._line()
        fix_width(made.box, 110)
        made.line.insertWidget(0, self.sample)
        made.line.addWidget(self.choose)
        made.line.addStretch(1)
        return made

    def _under(self) -> list[QWidget]:
        self.offer.hide()
        return [self.wrong, self.offer]

    def _say_wrong(self, sentence: str) -> None:
        self._tone = readable_tone(str(self.editor.value() or "")) if sentence else ""
        self.offer.setText(_("Use {colour}").format(colour=self._tone))
        self.offer.setVisible(bool(self._tone))
        super()._say_wrong(sentence)

    def _take(self) -> None:
        self.editor.focused.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self.take(self._tone)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._model.values[self.asked.name] or "#0B6B6B"), self.window())
        dialog.setWindowTitle(_("Choose a colour"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda colour: self.take(colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class LogoLine(QWidget):
    """The logo as it stands on paper, a button that chooses a picture and one that takes it away."""

    def __init__(self, model: AnswersModel, asked: Asked) -> None:
        super().__init__()
        self._model, self.asked = model, asked
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        self.editor = LogoEditor(self._ask, self._remove)
        self.across = beside(asked, self.editor, [self.wrong])
        self.setLayout(self.across)
        self.editor.name(asked.label, asked.why)

    def show_state(self) -> None:
        """Show the logo in use."""
        self.editor.put(self._model.values[self.asked.name])
        self._say_wrong("")

    def _ask(self) -> None:
        choose_file(self.window(), _("Choose a logo"), _("Pictures (*.png *.jpg *.jpeg)"), self._take)

    def _take(self, path: Path) -> None:
        self._say(self._model.choose_logo(path))

    def _remove(self) -> None:
        self._say(self._model.change(self.asked.name, ""))

    def _say(self, refused: str) -> None:
        if not refused:
            self.show_state()
            return
        self._say_wrong(refused)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{self.asked.label}: {refused}"))

    def _say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.editor.name(self.asked.label, sentence or self.asked.why)


class LogoEditor(Editor):
    """A plate of white paper with the logo on it, and the two buttons."""

    def __init__(self, choose: Callable[[], object], remove: Callable[[], object]) -> None:
        super().__init__()
        self.sample = Sample(180, 76)
        self.choose = self.focused = button(_("Choose a picture…"), choose)
        self.remove = button(_("Remove"), remove)
        self.none = label(_("No logo yet."), "muted")
        self._logo = ""
        self.setLayout(column(self.sample, self.none, row(self.choose, self.remove, None, gap=8), gap=6))

    def value(self) -> str:
        """The logo as a setting holds it."""
        return self._logo

    def put(self, value: str) -> None:
        """Show this logo; blank shows that there is none."""
        if not value and self.window().focusWidget() is self.remove:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._logo = value
        self.sample.show_picture(base64.b64decode(value))
        self.sample.setVisible(bool(value))
        self.remove.setVisible(bool(value))
        self.none.setVisible(not value)

    def name(self, words: str, description: str) -> None:
        """Say the question with both buttons."""
        self.choose.setAccessibleName(_("{question}: choose a picture").format(question=words))
        self.remove.setAccessibleName(_("{question}: remove it").format(question=words))
        for made in (self.choose, self.remove):
            made.setAccessibleDescription(description)


class Sample(QWidget):
    """A piece of paper: a colour, or a picture on white. For the eye only; the words beside it say the same."""

    def __init__(self, width: int = 34, height: int = 34) -> None:
        super().__init__()
        self._colour, self._picture = QColor("white"), QImage()
        fix_width(self, width)
        fix_height(self, height)

    def show_colour(self, code: str) -> None:
        """Show a colour; blank shows the one used where nobody chose."""
        self._colour = QColor(code or "#0B6B6B")
        self.update()

    def show_picture(self, png: bytes) -> None:
        """Show a picture on white."""
        self._picture = QImage.fromData(png)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(theme.colour("inputline"), 1))
        painter.setBrush(self._colour)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, theme.px(6), theme.px(6))
        if not self._picture.isNull():
            inner = room.adjusted(8, 8, -8, -8)
            size = self._picture.size().scaled(QSize(int(inner.width()), int(inner.height())), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(inner.x(), inner.center().y() - size.height() / 2, size.width(), size.height()), self._picture)
