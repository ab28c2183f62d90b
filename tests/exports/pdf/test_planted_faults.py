"""The suite notices every planted fault: a checker, or the comparison of what is read back with what went in."""

from __future__ import annotations

import logging
from pathlib import Path

import pikepdf
import pytest

from coproduce.exports.document import Bullets, Chart, ChartKind, ChartRow, Column, Document, Heading, Link, PageBreak, Paragraph, Table
from coproduce.exports.pdf import render, validation
from coproduce.exports.pdf.validation import validate
from tests.exports.pdf import faults
from tests.exports.pdf.documents import LONG, document
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back

GOOD: Document = document(
    Heading(2, "What was said"),
    Bullets(("Buses stop too early.", "Pavements are blocked.")),
    Table("Votes", (Column("Theme"), Column("Votes")), (("Buses", "18"), ("Cost", "9"))),
    Chart("Votes", "Buses lead.", ChartKind.BARS, ("Votes",), (ChartRow("Buses", (18.0,), ("18",)), ChartRow("Cost", (9.0,), ("9",)))),
    PageBreak(),
    Paragraph(LONG * 2),
    Heading(3, "Where to read more"),
    Paragraph(("See ", Link("the notes", "https://example.org/notes"), ".")),
    Paragraph("The last words."),
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("faults") / "good.pdf"
    assert render(GOOD, path).verdict.passes
    assert complaints(path) == []
    return path


def complaints(path: Path) -> list[str]:
    """What the checker inside the program and the read-back find wrong."""
    found = []
    try:
        found += validate(path).failures
        back = read_back(path)
    except Exception as error:  # noqa: BLE001  a reader that gives up has noticed
        return [*found, f"unreadable: {error}"]
    if back.tree.lines() != expected_tree(GOOD).lines():
        found.append("the tree is another")
    if back.bookmarks != expected_bookmarks(GOOD):
        found.append("the bookmarks are others")
    if (back.title, back.language, back.shows_title, back.is_open) != (GOOD.title, GOOD.language, True, True):
        found.append("title, language or permissions are others")
    return found


def faulty(name: str, good: Path, folder: Path) -> Path:
    """The good file with one fault planted in it."""
    path = folder / "faulty.pdf"
    with pikepdf.open(good) as pdf:
        faults.FAULTS[name](pdf)
        faults.save(pdf, path, name)
    return path


@pytest.mark.parametrize("name", sorted(faults.FAULTS))
def test_a_planted_fault_is_noticed(name, good, tmp_path):
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    assert complaints(faulty(name, good, tmp_path)), f"nobody noticed: {name}"


def test_all_planted_faults_are_there():
    assert len(faults.FAULTS) == 32


def test_saving_without_a_fault_is_no_fault(good, tmp_path):
    with pikepdf.open(good) as pdf:
        pdf.save(tmp_path / "same.pdf")
    assert complaints(tmp_path / "same.pdf") == []


@pytest.mark.parametrize("name", ["no title", "no language"])
def test_a_long_file_is_checked_in_another_process_with_the_same_findings(name, good, tmp_path, monkeypatch):
    here = validation.validate(faulty(name, good, tmp_path))
    monkeypatch.setattr(validation, "LONG", 0)
    monkeypatch.setattr(validation, "_checked", lambda _content: pytest.fail("checked in this process"))
    assert not here.passes
    assert validation.validate(tmp_path / "faulty.pdf") == here
    assert validation.validate(good).passes


def test_a_long_file_is_checked_here_where_no_process_can_be_started(good, tmp_path, monkeypatch):
    path = faulty("no title", good, tmp_path)
    monkeypatch.setattr(validation, "LONG", 0)
    monkeypatch.setattr(validation.sys, "executable", str(tmp_path / "no such program"))
    assert not validation.validate(path).passes
