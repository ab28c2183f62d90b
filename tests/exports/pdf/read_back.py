"""Read a PDF's structure back with other people's readers (pikepdf for the tree, pdfminer for the letters), knowing nothing of our writer.

Validators pass a file whose headings are plain paragraphs, whose words run together or whose order is wrong. Comparing what is read back
with the document that went in finds these.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

logging.getLogger("pdfminer").setLevel(logging.ERROR)

SPACES = re.compile(r"[ \n\t]+")


@dataclass
class Node:
    """An element: what it is, what is said of it, and its content (words and elements) in reading order."""

    role: str
    alt: str = ""
    language: str = ""
    scope: str = ""
    content: list[str | Node] = field(default_factory=list)

    def tidy(self) -> Node:
        """Neighbouring words joined, runs of spaces made one, none at the edges."""
        joined: list[str | Node] = []
        for part in self.content:
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += part
            else:
                joined.append(part.tidy() if isinstance(part, Node) else part)
        words = [SPACES.sub(" ", part) if isinstance(part, str) else part for part in joined]
        if words and isinstance(words[0], str):
            words[0] = words[0].lstrip(" ")
        if words and isinstance(words[-1], str):
            words[-1] = words[-1].rstrip(" ")
        return Node(self.role, self.alt, self.language, self.scope, [part for part in words if part != ""])

    def words(self) -> str:
        """Everything said below, in order."""
        return "".join(part if isinstance(part, str) else part.words() for part in self.content)

    def lines(self, depth: int = 0) -> list[str]:
        """The tree as indented lines, for comparing and for showing what differs."""
        marks = "".join(
            f" {name}={value!r}" for name, value in (("alt", self.alt), ("lang", self.language), ("scope", self.scope)) if value
        )
        found = [f"{'  ' * depth}{self.role}{marks}"]
        for part in self.content:
            found += [f"{'  ' * (depth + 1)}“{part}”"] if isinstance(part, str) else part.lines(depth + 1)
        return found


@dataclass
class ReadBack:
    """What a reader finds: the tree, the bookmarks as (depth, title), the title, the language, and the links as (words, target)."""

    tree: Node
    bookmarks: list[tuple[int, str]]
    title: str
    language: str
    shows_title: bool
    links: list[tuple[str, str]]
    pages: int
    is_open: bool
    """Whether every reader may read it out."""
    decoration: str
    """The words outside the tree: headers, footers, repeated headings."""


def read_back(path: Path) -> ReadBack:
    """Read a PDF. Raises whatever its readers raise where the file is broken."""
    with pikepdf.open(path) as pdf:
        letters, decoration = _letters(path)
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        top = pdf.Root.StructTreeRoot.K
        root = top[0] if isinstance(top, pikepdf.Array) else top
        tree = _node(root, None, places, letters)
        viewing = pdf.Root.get("/ViewerPreferences", {})
        return ReadBack(
            tree=tree.tidy(),
            bookmarks=list(_bookmarks(pdf)),
            title=_title(pdf),
            language=str(pdf.Root.get("/Lang", "")),
            shows_title=bool(viewing.get("/DisplayDocTitle", False)),
            links=[link for page in pdf.pages for link in _links(page)],
            pages=len(pdf.pages),
            is_open=not pdf.is_encrypted,
            decoration=decoration,
        )


class Letters(PDFDevice):
    """Collects the letters of each mark on each page, and those of no mark."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.found: dict[tuple[int, int], str] = {}
        self.outside: list[str] = []
        self.page = 0
        self._marks: list[int | None] = []

    def begin_tag(self, _tag, props=None) -> None:
        mark = props.get("MCID") if isinstance(props, dict) else None
        self._marks.append(mark if mark is not None else self._marks[-1] if self._marks else None)

    def end_tag(self) -> None:
        self._marks.pop()

    def render_string(self, textstate, seq, _ncs, _graphicstate) -> None:
        letters = "".join(
            textstate.font.to_unichr(code) for piece in seq if isinstance(piece, bytes) for code in textstate.font.decode(piece)
        )
        mark = self._marks[-1] if self._marks else None
        if mark is None:
            self.outside.append(letters)
        else:
            place = (self.page, mark)
            self.found[place] = self.found.get(place, "") + letters


def _letters(path: Path) -> tuple[dict[tuple[int, int], str], str]:
    resources = PDFResourceManager()
    device = Letters(resources)
    interpreter = PDFPageInterpreter(resources, device)
    with path.open("rb") as stream:
        for device.page, page in enumerate(PDFPage.get_pages(stream)):
            interpreter.process_page(page)
    return device.found, "".join(device.outside)


def _node(element: pikepdf.Dictionary, page: pikepdf.Object | None, places: dict, letters: dict[tuple[int, int], str]) -> Node:
    page = element.get("/Pg", page)
    attributes = element.get("/A", None)
    scope = str(attributes.get("/Scope", "")).lstrip("/") if isinstance(attributes, pikepdf.Dictionary) else ""
    node = Node(str(element.S).lstrip("/"), str(element.get("/Alt", "")), str(element.get("/Lang", "")), scope)
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            node.content.append(letters.get((places[page.objgen], int(kid)), ""))
        elif kid.get("/Type") == "/MCR":
            node.content.append(letters.get((places[kid.get("/Pg", page).objgen], int(kid.MCID)), ""))
        elif kid.get("/Type") != "/OBJR":
            below = _node(kid, page, places, letters)
            actual = kid.get("/ActualText", None)
            node.content += [str(actual)] if actual is not None and below.role == "Span" else [below]
    if node.role == "Figure":
        node.content = []  # read out as its alternative text
    return node


def _bookmarks(pdf: pikepdf.Pdf):
    def below(items, depth):
        for item in items:
            yield depth, str(item.title)
            yield from below(item.children, depth + 1)

    with pdf.open_outline() as outline:
        yield from below(outline.root, 0)


def _title(pdf: pikepdf.Pdf) -> str:
    with pdf.open_metadata() as metadata:
        return str(metadata.get("dc:title", ""))


def _links(page: pikepdf.Page):
    for note in page.get("/Annots", []):
        if note.Subtype == "/Link":
            target = str(note.A.URI) if "/A" in note else "page"
            yield str(note.get("/Contents", "")), target
