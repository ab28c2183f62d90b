"""A font as one document carries it: only the glyphs it uses, each with the letters it stands for.

A composite font (Type 0, Identity-H) whose codes are glyph numbers, so that shaped text needs no second table, made of ReportLab's objects
and handed to its document as one of its fonts. ReportLab's own TrueType fonts cannot write shaped glyphs, and say U+0000 for codes they do
not use (forbidden by ISO 14289-1, 7.21.7).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFArray, PDFDictionary, PDFDocument, PDFName

from coproduce.exports.pdf.objects import packed

if TYPE_CHECKING:
    from coproduce.exports.pdf.fonts import FontFile

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_TABLES_LEFT_OUT = ("GSUB", "GPOS", "GDEF", "DSIG", "name", "post", "meta", "STAT", "kern")


class EmbeddedFont:
    """The glyphs one document uses of a font. `resource` is its short name on the pages."""

    def __init__(self, file: FontFile, resource: str) -> None:
        self.file, self.resource = file, resource
        self._letters: dict[int, str] = {}

    def learn(self, glyphs: list[tuple[int, int]], text: str, *, leftward: bool) -> bool:
        """Note shaped glyphs (with the place of their letters in `text`). True where the letters can be read back from the glyphs alone."""
        text = text.translate(_MIRRORED) if leftward else text  # brackets are drawn turned round (UAX #9, L4)
        clusters = sorted({cluster for _, cluster in glyphs})
        ends = dict(zip(clusters, [*clusters[1:], len(text)], strict=True))
        exact = len(clusters) == len(glyphs) and (not clusters or clusters[0] == 0)
        for glyph, cluster in glyphs:
            letters = text[cluster : ends[cluster]]
            if self._letters.setdefault(glyph, letters) != letters:
                exact = False
        return exact

    def addObjects(self, document: PDFDocument) -> None:
        """Put the font among those of the document: what ReportLab asks of each font when it writes the file."""
        glyphs = sorted(self._letters)
        name = PDFName(f"{_tag(glyphs)}+{self.file.name}")
        below = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "CIDToGIDMap": PDFName("Identity"),
            "FontDescriptor": document.Reference(self._descriptor(name, glyphs)),
            "DW": 1000,
            "W": f"[{' '.join(f'{glyph}[{self.file.advance(glyph):.5g}]' for glyph in glyphs)}]",
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(below))]),
            "ToUnicode": packed(self._to_unicode(glyphs)),
        }
        document.idToObject[BasicFonts].dict[self.resource] = document.Reference(PDFDictionary(font))

    def _descriptor(self, name: str, glyphs: list[int]) -> PDFDictionary:
        program = self._subset(glyphs)
        rise, fall = self.file.reach
        entries = {"Type": PDFName("FontDescriptor"), "FontName": name, "Flags": 4, "ItalicAngle": 0, "CapHeight": 700, "StemV": 80}
        entries |= {"Ascent": rise, "Descent": fall, "FontBBox": PDFArray(self.file.box)}
        return PDFDictionary(entries | {"FontFile2": packed(program, {"Length1": len(program)})})

    def _subset(self, glyphs: list[int]) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _TABLES_LEFT_OUT)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        data: bytes = hb.subset(self.file.face, wanted).blob.data
        return data

    def _to_unicode(self, glyphs: list[int]) -> bytes:
        pairs = [f"<{glyph:04X}> <{self._letters[glyph].encode('utf-16-be').hex().upper()}>" for glyph in glyphs if self._letters[glyph]]
        blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CMAP.format(body=body).encode("ascii")


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _tag(glyphs: list[int]) -> str:
    """Six capital letters that stand for this choice of glyphs, as subset fonts are named."""
    digest = hashlib.sha256(",".join(map(str, glyphs)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
