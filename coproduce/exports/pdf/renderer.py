"""A document as a tagged PDF: laid out page by page, drawn as it comes, written by ReportLab when the number of pages is known."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDocument

from coproduce.exports.document import Document
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.catalogue import fill_catalogue
from coproduce.exports.pdf.composer import Composer
from coproduce.exports.pdf.flow import Placed, Queue, pages
from coproduce.exports.pdf.page import RunningWords
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.tagging import StructureTree
from coproduce.exports.pdf.text import one_line
from coproduce.exports.pdf.watch import Watch
from coproduce.i18n import gettext as _

PAGES_WITHOUT_CONTENTS = 6
"""A document of more pages begins with a table of contents."""


def draw(document: Document, styles: Styles, target: BinaryIO, watch: Watch) -> int:
    """Write the document to a binary stream and return the number of its pages."""
    if not one_line(document.title):
        document = replace(document, title=_("Untitled"))  # PDF/UA-1, 7.1: a title there must be
    contents = _needs_contents(document, styles)
    drawing = _Drawing(document, styles, target, watch)
    watch.check()
    with _standing_objects():
        return drawing.with_contents() if contents else drawing.plain()


@contextmanager
def _standing_objects() -> Iterator[None]:
    """Let Python not look for rubbish while a file is drawn: the document stays, and so does nearly all that is made for its pages."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()


def _needs_contents(document: Document, styles: Styles) -> bool:
    """Whether the document would be longer than six pages: its first pages are laid out to see."""
    setter = Typesetter()
    composer = Composer(document, styles, setter, StructureTree(PDFDocument()))
    if len(composer.bookmarks) == 1:
        return False
    trial = pages(Queue(chain(composer.front(contents=False), composer.body())), styles.first_room, styles.room)
    return sum(1 for _page in islice(trial, PAGES_WITHOUT_CONTENTS + 1)) > PAGES_WITHOUT_CONTENTS


class _Drawing:
    """One document on its way into the file."""

    def __init__(self, document: Document, styles: Styles, target: BinaryIO, watch: Watch) -> None:
        self.document, self.styles, self.watch = document, styles, watch
        self.setter = Typesetter()
        self.canvas = TaggedCanvas(target, styles.page, document.language)
        self.composer = Composer(document, styles, self.setter, self.canvas.tree)

    def plain(self) -> int:
        """The front and the body in one flow."""
        boxes = chain(self.composer.front(contents=False), self.composer.body())
        for number, placed in enumerate(pages(Queue(boxes), self.styles.first_room, self.styles.room)):
            self._page(placed, is_first=number == 0)
        return self._finish()

    def with_contents(self) -> int:
        """The body on pages of its own, drawn first: only then are the page numbers of the contents known."""
        front = list(pages(Queue(self.composer.front(contents=True)), self.styles.first_room, self.styles.room))
        for placed in pages(Queue(self.composer.body()), self.styles.room, self.styles.room):
            self._page(placed)
        for bookmark in self.composer.bookmarks:
            bookmark.page += len(front)
        for number, placed in enumerate(front):
            self._page(placed, is_first=number == 0)
        drawn = self.canvas.pages
        drawn[:] = drawn[-len(front) :] + drawn[: -len(front)]
        return self._finish()

    def _page(self, placed: list[Placed], *, is_first: bool = False) -> None:
        top = self.styles.page[1] - (self.styles.first_top if is_first else self.styles.top)
        for each in placed:
            each.box.draw(self.canvas, self.styles.margin, top - each.down)
        self.watch.page_done(self.canvas.getPageNumber())
        self.canvas.showPage()

    def _finish(self) -> int:
        running, drawn = RunningWords(self.document, self.styles, self.setter), self.canvas.pages
        for number, page in enumerate(drawn, 1):
            with self.canvas.finishing(page):
                running.draw(self.canvas, number, len(drawn))
            self.watch.check()
        fill_catalogue(self.canvas, self.document, self.composer.bookmarks, self.setter)
        self.canvas.save()
        return len(drawn)
