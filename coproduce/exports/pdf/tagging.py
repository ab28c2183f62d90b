"""The structure tree: what each thing on the pages is, in reading order, for people who hear or feel the document.

Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from coproduce.exports.pdf.file import PdfFile, pdf_text


class UntaggedText(RuntimeError):
    """Words were drawn that are neither tagged nor an artifact. A mistake in a renderer, never in a document."""


class Element:
    """One structure element. Its kids are references to elements and annotations, and (page, mark) pairs, in reading order."""

    __slots__ = ("actual", "alt", "attributes", "kids", "language", "number", "parent", "tag")

    def __init__(self, number: int, tag: str, parent: int) -> None:
        self.number, self.tag, self.parent = number, tag, parent
        self.kids: list[str | tuple[int, int]] = []
        self.alt: str | None = None
        self.actual: str | None = None
        self.language: str | None = None
        self.attributes: str | None = None


class StructureTree:
    """The elements of one document. Written to the file when they are closed, so that long tables do not fill the memory."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self.number = file.number()
        self._open: dict[int, Element] = {}
        self.parents: list[list[int] | int] = []
        """The parent tree: for a page, the element of each of its marks; for an annotation, its element."""
        self.document = self._made("Document", self.number)

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
        parent.kids.append(f"{made.number} 0 R")
        return made

    def _made(self, tag: str, parent: int) -> Element:
        made = Element(self._file.number(), tag, parent)
        self._open[made.number] = made
        return made

    def close(self, *elements: Element) -> None:
        """Write elements that will have no more kids."""
        for element in elements:
            del self._open[element.number]
            self._file.put(element.number, _element(element))

    def finish(self) -> None:
        """Write all that is still open, and the root."""
        self.close(*self._open.values())
        nums = " ".join(
            f"{place} [{' '.join(f'{number} 0 R' for number in parents)}]" if isinstance(parents, list) else f"{place} {parents} 0 R"
            for place, parents in enumerate(self.parents)
        )
        root = f"<</Type/StructTreeRoot/K[{self.document.number} 0 R]/ParentTree<</Nums[{nums}]>>/ParentTreeNextKey {len(self.parents)}>>"
        self._file.put(self.number, root.encode("ascii"))


def _element(element: Element) -> bytes:
    page: int | None = None
    kids = []
    for kid in element.kids:
        if isinstance(kid, str):
            kids.append(kid)
            continue
        page = kid[0] if page is None else page
        kids.append(str(kid[1]) if kid[0] == page else f"<</Type/MCR/Pg {kid[0]} 0 R/MCID {kid[1]}>>")
    said = "".join(
        f"/{key} {pdf_text(words)}"
        for key, words in (("Alt", element.alt), ("Lang", element.language), ("ActualText", element.actual))
        if words
    )
    at = f"/Pg {page} 0 R" if page is not None else ""
    attributes = f"/A{element.attributes}" if element.attributes else ""
    return f"<</Type/StructElem/S/{element.tag}/P {element.parent} 0 R{at}{attributes}/K[{' '.join(kids)}]{said}>>".encode("ascii")
