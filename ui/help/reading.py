"""The pane a topic is read in: its words in the look of the window, links between topics, and words that were looked for marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat, QTextFragment
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ui.help.contents import html_of
from ui.help.topics import topics
from ui.theme import theme

_WIDEST = 660
"""The longest line, in pixels at 100 % text size: about 90 letters."""


class Reading(QTextBrowser):
    """`opened` hears where a link leads. Nothing is fetched: links that lead outside are not followed."""

    def __init__(self, opened: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("look", "reading")
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.anchorClicked.connect(lambda url: opened(url.toString()))
        self._target = self._marked = ""

    def show_topic(self, target: str, marked: str = "") -> None:
        """Show a topic from its top, or a term of the glossary, and mark the words that were looked for."""
        same = self._target.partition("#")[0] == target.partition("#")[0]
        self._target = target
        key, _hash, anchor = target.partition("#")
        if not same or not self.toPlainText():
            self.setAccessibleName(topics()[key].title)
            self._write(key)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.mark(marked)
        if anchor:
            self.document().size()  # lays all of it out, so that the scroll bar reaches as far as the anchor
            self.scrollToAnchor(anchor)

    def mark(self, words: str) -> None:
        """Mark words wherever they stand, and bring the first of them into sight. No words: nothing is marked."""
        self._marked = words
        look = QTextCharFormat()
        look.setBackground(theme.colour("warnbg"))
        look.setForeground(theme.colour("warn"))
        look.setFontUnderline(True)
        places = [place for word in words.split() for place in self._places(word)]
        selections = []
        for place in places:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = place, look
            selections.append(selection)
        self.setExtraSelections(selections)
        if places and "#" not in self._target:
            first = min(places, key=lambda place: place.selectionStart())
            shown = QTextCursor(first)
            shown.clearSelection()
            self.setTextCursor(shown)

    def marked_words(self) -> list[str]:
        """What is marked, for tests."""
        return [selection.cursor.selectedText() for selection in self.extraSelections()]

    def retheme(self) -> None:
        """Write it again in the colours and sizes in use now, at the same place."""
        if not self._target:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._write(self._target.partition("#")[0])
        self.mark(self._marked)
        self._wrap()
        bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is loaded from anywhere."""
        return None

    def _write(self, key: str) -> None:
        document = self.document()
        document.setDefaultStyleSheet(_style())
        document.setDocumentMargin(theme.px(14))
        self.setHtml(html_of(key))
        self._keep_heading_sizes()

    def _keep_heading_sizes(self) -> None:
        """Qt makes headings larger still than the style says; their size is the style's alone."""
        for start, end, look in [
            (piece.position(), piece.position() + piece.length(), piece.charFormat()) for piece in _heading_pieces(self.document())
        ]:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            cursor.setCharFormat(look)

    def _wrap(self) -> None:
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), theme.px(_WIDEST)))

    def _places(self, word: str) -> list[QTextCursor]:
        found, places = self.document().find(word), []
        while not found.isNull():
            places.append(found)
            found = self.document().find(word, found, QTextDocument.FindFlag(0))
        return places


def _heading_pieces(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            pieces = block.begin()
            while not pieces.atEnd():
                yield pieces.fragment()
                pieces += 1
        block = block.next()


def _style() -> str:
    size, px = theme.points, theme.px
    return f"""
    body, p, li, td {{ font-size: {size(10.5):.1f}pt; color: {theme.hex("text")}; line-height: 140%; }}
    p {{ margin-top: 0; margin-bottom: {px(9)}px; }}
    li {{ margin-bottom: {px(5)}px; }}
    h1 {{ font-size: {size(16):.1f}pt; font-weight: 700; margin-top: 0; margin-bottom: {px(8)}px; }}
    h2 {{ font-size: {size(12.5):.1f}pt; font-weight: 600; margin-top: {px(16)}px; margin-bottom: {px(5)}px; }}
    h3 {{ font-size: {size(11):.1f}pt; font-weight: 600; margin-top: {px(16)}px; margin-bottom: {px(3)}px; }}
    h1, h2, h3 {{ color: {theme.hex("text")}; }}
    a {{ color: {theme.hex("accent")}; text-decoration: underline; }}
    b, .menu {{ font-weight: 600; }}
    .key {{ font-weight: 600; background-color: {theme.hex("hover")}; }}
    .meaning {{ margin-bottom: {px(3)}px; }}
    .source {{ color: {theme.hex("muted")}; font-size: {size(9):.1f}pt; margin-bottom: {px(2)}px; }}
    .does {{ padding-right: {px(28)}px; padding-bottom: {px(5)}px; }}
    """
