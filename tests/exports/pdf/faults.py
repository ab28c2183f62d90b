"""Ways in which a PDF can be unfair to people who hear or feel it, each planted in a good file.

They test the tests: a suite that does not notice one of these would not notice it in our own output either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

Fault = Callable[[Pdf], None]
FAULTS: dict[str, Fault] = {}


def fault(plant: Fault) -> Fault:
    FAULTS[plant.__name__.replace("_", " ")] = plant
    return plant


def elements(pdf: Pdf, role: str | None = None) -> list[Dictionary]:
    """Elements of a role (all without one), in reading order."""

    def walk(node: pikepdf.Object) -> Iterator[Dictionary]:
        if isinstance(node, Array):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, Dictionary) and "/S" in node:
            if role is None or role == node.S:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(pdf.Root.StructTreeRoot.K))


def links(pdf: Pdf) -> list[Dictionary]:
    return [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]


def metadata(pdf: Pdf, pattern: bytes) -> None:
    content = re.sub(pattern, b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    pdf.Root.Metadata = pdf.make_stream(content, Type=Name.Metadata, Subtype=Name.XML)


def rewrite_page(pdf: Pdf, change: Callable[[list], list]) -> None:
    """Change the instructions of the second page, which holds plain paragraphs."""
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(change(list(pikepdf.parse_content_stream(page)))))


def a_paragraphs_mark(instructions: list) -> int:
    """Where the first paragraph's mark begins."""
    return next(place for place, one in enumerate(instructions) if str(one.operator) == "BDC" and one.operands[0] == "/P")


@fault
def a_figure_without_words(pdf: Pdf) -> None:
    del elements(pdf, "/Figure")[0].Alt


@fault
def a_figure_named_by_its_file(pdf: Pdf) -> None:
    elements(pdf, "/Figure")[0].Alt = String("chart1.png")


@fault
def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@fault
def a_language_that_is_none(pdf: Pdf) -> None:
    pdf.Root.Lang = String("English (UK)")


@fault
def the_file_name_shown_as_title(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


@fault
def no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


@fault
def no_claim_to_be_accessible(pdf: Pdf) -> None:
    metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


@fault
def no_title(pdf: Pdf) -> None:
    metadata(pdf, rb"<dc:title>.*?</dc:title>")


@fault
def not_marked_as_tagged(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


@fault
def a_heading_level_left_out(pdf: Pdf) -> None:
    for element in elements(pdf, "/H2"):
        element.S = Name.H3


@fault
def headings_as_paragraphs(pdf: Pdf) -> None:
    for role in ("/H1", "/H2", "/H3"):
        for element in elements(pdf, role):
            element.S = Name.P


@fault
def headings_of_tables_without_scope(pdf: Pdf) -> None:
    for element in elements(pdf, "/TH"):
        if "/A" in element:
            del element.A


@fault
def tables_without_headings(pdf: Pdf) -> None:
    for element in elements(pdf, "/TH"):
        element.S = Name.TD
        if "/A" in element:
            del element.A


@fault
def a_row_without_its_last_cell(pdf: Pdf) -> None:
    row = elements(pdf, "/TR")[2]
    row.K = Array(list(row.K)[:-1])


@fault
def list_items_outside_a_list(pdf: Pdf) -> None:
    for element in elements(pdf, "/L"):
        element.S = Name.Div


@fault
def lists_as_paragraphs(pdf: Pdf) -> None:
    for role in ("/L", "/LI", "/LBody", "/Lbl"):
        for element in elements(pdf, role):
            element.S = Name.P if role == "/LBody" else Name.Div


@fault
def words_without_a_tag(pdf: Pdf) -> None:
    def untag(instructions: list) -> list:
        start = a_paragraphs_mark(instructions)
        end = next(place for place in range(start, len(instructions)) if str(instructions[place].operator) == "EMC")
        return [one for place, one in enumerate(instructions) if place not in {start, end}]

    rewrite_page(pdf, untag)


@fault
def words_hidden_as_decoration(pdf: Pdf) -> None:
    def hide(instructions: list) -> list:
        start = a_paragraphs_mark(instructions)
        instructions[start] = pikepdf.ContentStreamInstruction([Name.Artifact], Operator("BMC"))
        return instructions

    rewrite_page(pdf, hide)


@fault
def a_link_that_says_nothing(pdf: Pdf) -> None:
    del links(pdf)[0].Contents


@fault
def a_link_that_is_no_link(pdf: Pdf) -> None:
    for element in elements(pdf, "/Link"):
        element.S = Name.Span


@fault
def a_link_outside_the_tree(pdf: Pdf) -> None:
    for link in links(pdf):
        del link.StructParent


@fault
def no_order_for_the_tab_key(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.Tabs


@fault
def no_way_from_words_to_tags(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@fault
def a_font_not_embedded(pdf: Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == "/FontDescriptor" and "/FontFile2" in found:
            del found.FontFile2


@fault
def glyphs_without_letters(pdf: Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == "/Font" and "/ToUnicode" in found:
            del found.ToUnicode


@fault
def everything_read_backwards(pdf: Pdf) -> None:
    document = elements(pdf, "/Document")[0]
    document.K = Array(list(document.K)[::-1])


@fault
def tags_that_may_be_wrong(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@fault
def a_role_nobody_knows(pdf: Pdf) -> None:
    elements(pdf, "/P")[0].S = Name("/Blurb")


@fault
def no_bookmarks(pdf: Pdf) -> None:
    del pdf.Root.Outlines


@fault
def closed_to_screen_readers(_pdf: Pdf) -> None:
    """Planted when the file is saved."""


@fault
def words_glued_at_line_ends(pdf: Pdf) -> None:
    """Take away the space glyph that ends a line: the words still look parted."""
    spaces = space_codes(pdf)

    def glue(instructions: list) -> list:
        for one in instructions:
            if str(one.operator) == "TJ":
                pieces = one.operands[0]
                last = bytes(pieces[-1]) if isinstance(pieces[-1], String) else b""
                if last[-2:] in spaces:
                    pieces[-1] = String(last[:-2])
        return instructions

    rewrite_page(pdf, glue)


@fault
def two_paragraphs_swapped(pdf: Pdf) -> None:
    document = elements(pdf, "/Document")[0]
    kids = list(document.K)
    places = [place for place, kid in enumerate(kids) if kid.S == "/P"][-2:]
    kids[places[0]], kids[places[1]] = kids[places[1]], kids[places[0]]
    document.K = Array(kids)


def space_codes(pdf: Pdf) -> set[bytes]:
    """The codes that stand for a space in any font of the file."""
    found = set()
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/ToUnicode" in one:
            for code, letters in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", one.ToUnicode.read_bytes()):
                if letters == b"0020":
                    found.add(bytes.fromhex(code.decode()))
    return found


def save(pdf: Pdf, path, name: str) -> None:
    """Save the faulty file."""
    if name == "closed to screen readers":
        shut = pikepdf.Permissions(accessibility=False, extract=False)
        pdf.save(path, encryption=pikepdf.Encryption(R=4, owner="x", user="", allow=shut))
    else:
        pdf.save(path)
