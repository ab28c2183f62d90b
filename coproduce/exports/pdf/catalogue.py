"""What a reader looks at first: the catalogue with the title and the language, the pages, the bookmarks, the fonts, the attached files."""

from __future__ import annotations

from xml.sax.saxutils import escape

from coproduce import __version__
from coproduce.exports.document import Attachment, Document
from coproduce.exports.pdf.canvas import Page
from coproduce.exports.pdf.file import PdfFile, pdf_text
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.tagging import StructureTree
from coproduce.exports.pdf.text import one_line
from coproduce.exports.pdf.text_box import Bookmark


def write_catalogue(
    file: PdfFile, document: Document, styles: Styles, pages: list[Page], bookmarks: list[Bookmark], setter: Typesetter, tree: StructureTree
) -> None:
    """Write everything that ties the pages together, and finish the file."""
    kids = _write_pages(file, styles, pages, setter)
    outlines = _write_bookmarks(file, bookmarks)
    metadata = file.add_stream(_metadata(document).encode(), "/Type/Metadata/Subtype/XML", packed=False)
    attached = _write_attachments(file, document.attachments)
    tree.finish()
    title = one_line(document.title)
    root = file.add(
        f"<</Type/Catalog/Pages {kids} 0 R/Outlines {outlines} 0 R/PageMode/UseNone/Metadata {metadata} 0 R"
        f"/Lang {pdf_text(document.language)}/MarkInfo<</Marked true>>/StructTreeRoot {tree.number} 0 R"
        f"/ViewerPreferences<</DisplayDocTitle true>>{attached}>>".encode("ascii")
    )
    author = one_line(document.organisation)
    information = file.add(f"<</Title {pdf_text(title)}/Author {pdf_text(author)}/Producer {pdf_text(_producer())}>>".encode("ascii"))
    file.finish(root, information)


def _producer() -> str:
    return f"Coproduce {__version__}"


def _write_pages(file: PdfFile, styles: Styles, pages: list[Page], setter: Typesetter) -> int:
    fonts = "".join(f"/{font.resource} {font.write(file)} 0 R" for font in setter.fonts.values())
    resources = file.add(f"<</Font<<{fonts}>>/ProcSet[/PDF/Text/ImageB]>>".encode("ascii"))
    parent = file.number()
    width, height = styles.page
    for page in pages:
        contents = " ".join(f"{number} 0 R" for number in page.contents)
        links = f"/Annots[{' '.join(f'{number} 0 R' for number in page.links)}]" if page.links else ""
        file.put(
            page.number,
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {width} {height}]/Resources {resources} 0 R/Contents[{contents}]"
            f"/StructParents {page.place}/Tabs/S{links}>>".encode("ascii"),
        )
    file.put(parent, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{page.number} 0 R' for page in pages)}]>>".encode("ascii"))
    return parent


def _write_bookmarks(file: PdfFile, bookmarks: list[Bookmark]) -> int:
    """Bookmarks as nested lists; the title holds the sections. All are open to two levels."""
    root = file.number()
    numbers = [file.number() for _bookmark in bookmarks]
    parents: list[int | None] = []
    trail: list[int] = []
    for place, bookmark in enumerate(bookmarks):
        del trail[bookmark.depth :]
        parents.append(trail[-1] if trail else None)
        trail.append(place)
    kids: dict[int | None, list[int]] = {}
    for place, above in enumerate(parents):
        kids.setdefault(above, []).append(place)
    for siblings in kids.values():
        for index, place in enumerate(siblings):
            bookmark, above = bookmarks[place], parents[place]
            entries = f"/Title {pdf_text(bookmark.title)}/Dest[{bookmark.page} 0 R/XYZ 0 {bookmark.top:.2f} null]"
            entries += f"/Parent {root if above is None else numbers[above]} 0 R"
            entries += f"/Prev {numbers[siblings[index - 1]]} 0 R" if index else ""
            entries += f"/Next {numbers[siblings[index + 1]]} 0 R" if index + 1 < len(siblings) else ""
            if below := kids.get(place):
                shown = len(below) if above is None else -len(below)
                entries += f"/First {numbers[below[0]]} 0 R/Last {numbers[below[-1]]} 0 R/Count {shown}"
            file.put(numbers[place], f"<<{entries}>>".encode("ascii"))
    top = kids[None]
    shown = len(top) + sum(len(kids.get(place, ())) for place in top)
    file.put(root, f"<</Type/Outlines/First {numbers[top[0]]} 0 R/Last {numbers[top[-1]]} 0 R/Count {shown}>>".encode("ascii"))
    return root


def _write_attachments(file: PdfFile, attachments: tuple[Attachment, ...]) -> str:
    """The files carried inside, by name; returns the catalogue's entries for them."""
    named, found = [], []
    for attachment in sorted(attachments, key=lambda each: each.name):
        kind = attachment.media_type.replace("/", "#2F").encode("ascii", "replace").decode()
        stream = file.add_stream(attachment.content, f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(attachment.content)}>>")
        name = pdf_text(one_line(attachment.name.replace("\\", "/").rsplit("/", 1)[-1]) or "file")
        said = f"/F {name}/UF {name}/Desc {pdf_text(one_line(attachment.description or attachment.name))}/AFRelationship/Data"
        number = file.add(f"<</Type/Filespec{said}/EF<</F {stream} 0 R/UF {stream} 0 R>>>>".encode("ascii"))
        named.append(f"{name} {number} 0 R")
        found.append(f"{number} 0 R")
    return f"/Names<</EmbeddedFiles<</Names[{' '.join(named)}]>>>>/AF[{' '.join(found)}]" if found else ""


def _metadata(document: Document) -> str:
    title, author = escape(one_line(document.title)), escape(one_line(document.organisation))
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{escape(_producer())}</pdf:Producer>
<xmp:CreatorTool>{escape(_producer())}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
