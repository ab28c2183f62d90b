"""ReportLab's objects where a tagged file asks for more than they write by themselves."""

from __future__ import annotations

import zlib
from codecs import BOM_UTF16_BE

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFInfo, PDFName, PDFObject, PDFStream, PDFString, PDFZCompress

_QUICKLY = 3
"""Of zlib's levels, 1 to 9."""


def pdf_text(text: str) -> PDFString:
    """Words in a dictionary, always as UTF-16: in ReportLab's choice of encoding, words that begin with `þÿ` are read as something else."""
    return PDFString(BOM_UTF16_BE + text.encode("utf-16-be"), enc="raw")


def written(text: str) -> bytes:
    """The same as the file holds it, without ReportLab's look at each letter: there are tens of thousands in a long report."""
    return b"<%s>" % (BOM_UTF16_BE + text.encode("utf-16-be")).hex().upper().encode("ascii")


class Stream(PDFStream):
    """A stream whose end stands on a line of its own, as ISO 19005-1, 6.1.7 asks of archives."""

    def format(self, document: PDFDocument) -> bytes:
        """The stream as the file holds it."""
        held: bytes = super().format(document)
        return held.removesuffix(b"endstream\n") + b"\nendstream\n"


def packed(content: bytes, entries: dict[str, object] | None = None) -> Stream:
    """A compressed stream, with further entries of its dictionary. Compressed at once, so that the memory holds no more than the file."""
    filtered = {**(entries or {}), "Filter": PDFArray([PDFName(PDFZCompress.pdfname)])}
    return Stream(PDFDictionary(filtered), PDFZCompress.encode(content))


class Written(PDFObject):
    """An object in the very words of the file."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """The same."""
        return self.content


def page_content(operators: bytes) -> Written:
    """What a page shows. Packed quickly: half the time for a sixth more room, and a long report has a thousand pages."""
    tight = zlib.compress(operators, _QUICKLY)
    return Written(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream\n" % (len(tight), tight))


def picture(pixels: bytes, size: tuple[int, int]) -> Stream:
    """A picture of that width and height, from its red, green and blue bytes in rows from the top."""
    kind = {"Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": size[0], "Height": size[1]}
    return packed(pixels, kind | {"ColorSpace": PDFName("DeviceRGB"), "BitsPerComponent": 8})


class Information(PDFInfo):
    """Title, author and the program that made the file; no dates, for a date would be either untrue or different every time."""

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as the file holds it."""
        said = {"Title": self.title, "Author": self.author, "Producer": self.producer}
        held: bytes = PDFDictionary({key: pdf_text(words) for key, words in said.items()}).format(document)
        return held
