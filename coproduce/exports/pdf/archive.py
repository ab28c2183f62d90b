"""What makes a file fit for an archive (PDF/A-3a, ISO 19005-3): what its colours mean, and what it says of itself in its metadata."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.objects import packed

_MADE = slice(24, 36)
"""Where a profile says when it was made, and on the next line its own checksum (ICC.1:2010, 7.2): both would differ every time."""
_CHECKSUM = slice(84, 100)

CLAIM = """<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"""

SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""An archive must explain any name that ISO 19005 does not know itself, such as those of PDF/UA."""

NAMESPACES = (
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)


def say_what_colours_mean(canvas: TaggedCanvas) -> None:
    """Red, green and blue are those of sRGB."""
    profile = canvas.file.Reference(packed(_srgb(), {"N": 3}))
    name = PDFString("sRGB IEC61966-2.1")
    intent = {"Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": name, "Info": name}
    canvas.setCatalogEntry("OutputIntents", PDFArray([PDFDictionary(intent | {"DestOutputProfile": profile})]))


@cache
def _srgb() -> bytes:
    from PIL import ImageCms

    written = BytesIO(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = bytearray(written.getvalue())
    profile[_MADE] = bytes((0x07, 0xE9, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[_CHECKSUM] = bytes(16)
    return bytes(profile)
