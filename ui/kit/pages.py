"""The pages of a PDF as pictures, drawn when they come in sight."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

import pypdfium2
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from coproduce.i18n import _
from ui.kit.layout import column
from ui.theme import theme

KEPT = 12
"""Pictures kept at once; an A4 page is about 3 MB."""


class Pages(QScrollArea):
    """One page under another, as wide as there is room. Arrow keys and Page Up and Down scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Preview"))
        self._pdf: pypdfium2.PdfDocument | None = None
        self._opened: list[pypdfium2.PdfDocument] = []
        self.destroyed.connect(partial(_close_all, self._opened))
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._shown: bytes | None = None
        self.pages: list[PageView] = []
        self._column = column(margins=(4, 4, 10, 4), gap=14)
        inside = QWidget()
        inside.setProperty("look", "page")
        inside.setLayout(self._column)
        self.setWidget(inside)

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show the pages of another file, from the top; the same file again changes nothing."""
        if pdf == self._shown:
            return
        self._shown = pdf
        self._pictures.clear()
        _close_all(self._opened)
        self._pdf = pypdfium2.PdfDocument(pdf) if pdf else None
        self._opened += [self._pdf] if self._pdf is not None else []
        for page in self.pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        count = len(self._pdf) if self._pdf is not None else 0
        self.pages = [PageView(self, number, *self._size(number)) for number in range(count)]
        for page in self.pages:
            self._column.addWidget(page)
        self.setAccessibleDescription(_("{n} pages. Save as HTML to read it with a screen reader here.").format(n=count))
        self.verticalScrollBar().setValue(0)

    def picture(self, number: int, width: int) -> QImage:
        """One page as a picture `width` pixels wide."""
        kept = self._pictures.get((number, width))
        if kept is not None:
            self._pictures.move_to_end((number, width))
            return kept
        made = self._render(number, width)
        self._pictures[(number, width)] = made
        if len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for page in self.pages:
            page.updateGeometry()

    def _size(self, number: int) -> tuple[float, float]:
        if self._pdf is None:
            return 595.0, 842.0
        width, height = self._pdf.get_page_size(number)
        return float(width), float(height)

    def _render(self, number: int, width: int) -> QImage:
        if self._pdf is None:
            return QImage()
        page = self._pdf[number]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
        bitmap.close()
        page.close()
        return image


def _close_all(opened: list[pypdfium2.PdfDocument]) -> None:
    while opened:
        opened.pop().close()


class PageView(QWidget):
    """One page, in the proportion of its paper."""

    def __init__(self, pages: Pages, number: int, width: float, height: float) -> None:
        super().__init__()
        self._pages, self._number, self._ratio = pages, number, height / width
        self.setAccessibleName(_("Page {n}").format(n=number + 1))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, theme.px(860)) * self._ratio)

    def sizeHint(self) -> QSize:
        width = min(self._pages.viewport().width() - 14, theme.px(860))
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width(), theme.px(860))
        paper = QRectF((self.width() - width) / 2, 0, width, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        picture = self._pages.picture(self._number, round(width * self.devicePixelRatioF()))
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.drawImage(paper, picture)
        painter.setPen(theme.colour("line"))
        painter.drawRect(paper)
