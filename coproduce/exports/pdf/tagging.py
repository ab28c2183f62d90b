"""The structure tree: what each thing on the pages is, in reading order, for people who hear or feel the document.

Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from coproduce.exports.pdf.objects import written


class UntaggedText(RuntimeError):
    """Words were drawn that are neither tagged nor an artifact. A mistake in a renderer, never in a document."""


class Mark(NamedTuple):
    """Marked content: the page, in the order of drawing from 1, and the number of the mark on it."""

    page: int
    number: int


class Note(NamedTuple):
    """An annotation: its page, as in `Mark`, and its object number."""

    page: int
    number: int


class Element(PDFObject):
    """One structure element. Its kids are marks, notes and the object numbers of elements, in reading order."""

    __slots__ = ("__InternalName__", "actual", "alt", "attributes", "kids", "language", "number", "parent", "tag")

    def __init__(self, tag: str, parent: int) -> None:
        self.tag, self.parent, self.number = tag, parent, 0
        self.kids: list[int | Mark | Note] = []
        self.alt: str | None = None
        self.actual: str | None = None
        self.language: str | None = None
        self.attributes: str | None = None

    def format(self, document: PDFDocument) -> bytes:
        """The element as the file holds it. Written by hand, for there are tens of thousands in a long report."""
        page, kids = 0, []
        for kid in self.kids:
            if isinstance(kid, int):
                kids.append(f"{kid} 0 R")
            elif isinstance(kid, Note):
                kids.append(f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {_page(document, kid.page)} 0 R>>")
            else:
                page = page or kid.page
                kids.append(str(kid.number) if kid.page == page else f"<</Type/MCR/Pg {_page(document, kid.page)} 0 R/MCID {kid.number}>>")
        said = b"".join(
            b"/%s %s" % (key, written(words))
            for key, words in ((b"Alt", self.alt), (b"Lang", self.language), (b"ActualText", self.actual))
            if words
        )
        at = f"/Pg {_page(document, page)} 0 R" if page else ""
        attributes = f"/A{self.attributes}" if self.attributes else ""
        held = f" {kids[0]}" if len(kids) == 1 else f"[{' '.join(kids)}]"  # a list of one costs who reads the file a third of a kilobyte
        return f"<</Type/StructElem/S/{self.tag}/P {self.parent} 0 R{at}{attributes}/K{held}".encode("ascii") + said + b">>"


def _page(document: PDFDocument, page: int) -> int:
    """The object number of a page."""
    number: int = document.idToObjectNumberAndVersion[f"Page{page}"][0]
    return number


class StructureTree(PDFObject):
    """The elements of one document, from its root. What a long table leaves behind is its written form and no more."""

    def __init__(self, file: PDFDocument) -> None:
        self._file = file
        self._closed: list[Element] = []
        self.parents: list[list[int] | int] = []
        """The parent tree: for a page, the element of each of its marks; for an annotation, its element."""
        file.Reference(self)
        self.document = self._made("Document", file.objectcounter)

    def element(
        self,
        tag: str,
        parent: Element,
        *,
        alt: str | None = None,
        language: str | None = None,
        attributes: str | None = None,
    ) -> Element:
        """A new last kid of `parent`."""
        made = self._made(tag, parent.number)
        made.alt, made.language, made.attributes = alt, language, attributes
        parent.kids.append(made.number)
        return made

    def _made(self, tag: str, parent: int) -> Element:
        made = Element(tag, parent)
        self._file.Reference(made)
        made.number = self._file.objectcounter
        return made

    def close(self, *elements: Element) -> None:
        """Note that elements will have no more kids."""
        self._closed.extend(elements)

    def end_page(self, marks: list[int]) -> int:
        """Keep the page's marks, write the elements that are closed, and return the page's place in the parent tree."""
        self.parents.append(marks)
        for element in self._closed:
            self._file.idToObject[element.__InternalName__] = element.format(self._file)
        self._closed.clear()
        return len(self.parents) - 1

    def format(self, _document: PDFDocument) -> bytes:
        """The root and the parent tree as the file holds them."""
        nums = " ".join(
            f"{place} [{' '.join(f'{number} 0 R' for number in parents)}]" if isinstance(parents, list) else f"{place} {parents} 0 R"
            for place, parents in enumerate(self.parents)
        )
        root = f"<</Type/StructTreeRoot/K[{self.document.number} 0 R]/ParentTree<</Nums[{nums}]>>/ParentTreeNextKey {len(self.parents)}>>"
        return root.encode("ascii")
