"""What a reader looks at first: the title and the language, the bookmarks, the fonts, the attached files."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFCatalog, PDFDictionary, PDFDocument, PDFName

from coproduce import __version__
from coproduce.exports.document import Attachment, Document
from coproduce.exports.pdf.archive import CLAIM, NAMESPACES, SCHEMA, say_what_colours_mean
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.objects import Stream, packed, pdf_text
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.text import one_line
from coproduce.exports.pdf.text_box import Bookmark

_CATALOGUE_ENTRIES = [*PDFCatalog.__NoDefault__, "OutputIntents"]


def fill_catalogue(canvas: TaggedCanvas, document: Document, bookmarks: list[Bookmark], setter: Typesetter) -> None:
    """Add everything that ties the pages together."""
    canvas.setTitle(one_line(document.title))
    canvas.setAuthor(one_line(document.organisation))
    canvas.setProducer(_producer())
    for bookmark in bookmarks:  # open to two levels
        canvas.addOutlineEntry(pdf_text(bookmark.title), bookmark.name, bookmark.depth, closed=bookmark.depth > 0)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    metadata = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    canvas.setCatalogEntry("Metadata", Stream(PDFDictionary(metadata), _metadata(document).encode()))
    canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
    canvas.setCatalogEntry("StructTreeRoot", canvas.tree)
    say_what_colours_mean(canvas)
    canvas.file.Catalog.__NoDefault__ = _CATALOGUE_ENTRIES
    canvas.file.delayedFonts.extend(setter.fonts.values())
    if document.attachments:
        _attach(canvas, document.attachments)


def _producer() -> str:
    return f"Coproduce {__version__}"


def _attach(canvas: TaggedCanvas, attachments: tuple[Attachment, ...]) -> None:
    """Put the files inside, by name."""
    named: list[object] = []
    for attachment in sorted(attachments, key=lambda each: each.name):
        canvas.file.updateSignature(attachment.content)
        name = pdf_text(one_line(attachment.name.replace("\\", "/").rsplit("/", 1)[-1]) or "file")
        named += [name, canvas.file.Reference(_file(attachment, name, canvas.file))]
    canvas.setCatalogEntry("Names", {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(named)})})
    canvas.setCatalogEntry("AF", named[1::2])
    canvas.file.Catalog.__NoDefault__ = [*_CATALOGUE_ENTRIES, "AF"]


def _file(attachment: Attachment, name: object, file: PDFDocument) -> PDFDictionary:
    size = PDFDictionary({"Size": len(attachment.content)})
    kind = "/" + attachment.media_type.replace("/", "#2F")  # PDFName leaves the stroke, and the name would end there
    content = file.Reference(packed(attachment.content, {"Type": PDFName("EmbeddedFile"), "Subtype": kind, "Params": size}))
    said = {"F": name, "UF": name, "Desc": pdf_text(one_line(attachment.description or attachment.name))}
    held = {"EF": PDFDictionary({"F": content, "UF": content}), "AFRelationship": PDFName("Data")}
    return PDFDictionary({"Type": PDFName("Filespec")} | said | held)


def _metadata(document: Document) -> str:
    title, author = escape(one_line(document.title)), escape(one_line(document.organisation))
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 {NAMESPACES}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{escape(_producer())}</pdf:Producer>
<xmp:CreatorTool>{escape(_producer())}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
{CLAIM}
{SCHEMA}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
