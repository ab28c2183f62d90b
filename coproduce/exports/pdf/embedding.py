"""A font as one document carries it: only the glyphs it uses, each with the letters it stands for.

Written as a composite font (Type 0, Identity-H) whose codes are glyph numbers, so that shaped text needs no second table. ReportLab's own
way of embedding writes letters for codes it does not use (U+0000, forbidden by ISO 14289-1, 7.21.7) and cannot write shaped glyphs.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import uharfbuzz as hb

if TYPE_CHECKING:
    from coproduce.exports.pdf.file import PdfFile
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

    def write(self, file: PdfFile) -> int:
        """Write the font to the file and return its object number."""
        glyphs = sorted(self._letters)
        name = f"{_tag(glyphs)}+{self.file.name}"
        program = self._subset(glyphs)
        stream = file.add_stream(program, f"/Length1 {len(program)}")
        rise, fall = self.file.reach
        box = " ".join(map(str, self.file.box))
        descriptor = f"/FontName/{name}/Flags 4/ItalicAngle 0/Ascent {rise}/Descent {fall}/CapHeight 700/StemV 80"
        descriptor += f"/FontBBox[{box}]/FontFile2 {stream} 0 R"
        described = file.add(f"<</Type/FontDescriptor{descriptor}>>".encode("ascii"))
        descendant = (
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor {described} 0 R"
            f"/DW 1000/W[{self._widths(glyphs)}]"
        )
        below = file.add(f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}{descendant}>>".encode("ascii"))
        letters = file.add_stream(self._to_unicode(glyphs))
        font = f"/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{below} 0 R]/ToUnicode {letters} 0 R"
        return file.add(f"<</Type/Font/Subtype/Type0{font}>>".encode("ascii"))

    def _subset(self, glyphs: list[int]) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _TABLES_LEFT_OUT)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        data: bytes = hb.subset(self.file.face, wanted).blob.data
        return data

    def _widths(self, glyphs: list[int]) -> str:
        return " ".join(f"{glyph}[{self.file.advance(glyph):.5g}]" for glyph in glyphs)

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
