"""The same figure in five forms: on the page of the window, in the PDF, in the web page, in the Word document and as JSON."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import docx
import pikepdf
import pytest
from PySide6.QtWidgets import QLabel

from coproduce.cli import main
from coproduce.domain.evidence import Evidence, measure_all, to_json
from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.wording import state_words
from coproduce.exports.cleaning import clean
from coproduce.exports.fingerprint import FILE_NAME
from coproduce.exports.sections.results import answer_words, figure_words, question_words
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.exports.pdf.read_back import read_back

ROOT = Path(__file__).resolve().parents[2]
CASES = {
    "sample": (ROOT / "assets" / "sample" / "sample.xlsx", "FD", date(2026, 6, 30)),
    "sample, promises due": (ROOT / "assets" / "sample" / "sample.xlsx", "FD", date(2026, 9, 1)),
    "case 1": (ROOT / "tests" / "files" / "case-1.xlsx", "P-01", date(2025, 7, 1)),
}
TABLE = "Question, figure and headline"


@dataclass
class Case:
    """A workspace on a day: the one object all figures come from, and the report of it in every form."""

    path: Path
    project: str
    as_of: date
    evidence: Evidence

    def report(self, ending: str) -> Path:
        """The statement as the command line writes it."""
        out = self.path.with_suffix(f".{ending}")
        words = ["report", self.path, "--project", self.project, "--report", "participation", "--as-of", self.as_of]
        assert main([str(word) for word in [*words, "--format", ending, "--out", out]]) == 0
        return out

    @property
    def expected(self) -> list[tuple[str, str, str]]:
        """Question, figure and headline of every indicator."""
        return [(question_words(each), figure_words(each), state_words(each.state)) for each in self.evidence.results]


@pytest.fixture(params=CASES)
def case(request, tmp_path) -> Case:
    workbook, project, as_of = CASES[request.param]
    path = tmp_path / "w.coproduce"
    with WorkspaceFile.create(path) as workspace:
        bring_in(workspace, plan_import(workspace, read_workbook(workbook)))
        evidence = measure_all(load_facts(workspace, project), as_of)
    return Case(path, project, as_of, evidence)


def test_the_page_of_the_window_shows_every_figure_of_the_evidence(case, open_window):
    window = open_window()
    window.take(WorkspaceFile.open(case.path))
    window.go("evidence")
    page = window.stack.page("evidence")
    page.viewmodel.look_at(case.as_of)
    assert set(page.tiles) >= {each.id for each in case.evidence.results}
    for result in case.evidence.results:
        tile = page.tiles[result.id]
        drawn = [label.text() for label in tile.findChildren(QLabel)]
        assert question_words(result) in drawn
        assert figure_words(result) in drawn
        assert state_words(result.state) in tile.accessibleName()
        assert (tile.line.shares or (0, 0, 0)) == (counts(result) if isinstance(result, ShareResult) else (0, 0, 0))


def test_the_pdf_prints_every_figure_and_carries_every_count(case):
    path = case.report("pdf")
    tree = read_back(path).tree
    tables = [node for node in tree.content if not isinstance(node, str) and node.role == "Table"]
    rows = {table.content[0].words(): [[cell.words() for cell in row] for row in rows_of(table)] for table in tables}
    assert [tuple(row) for row in rows[TABLE]] == [(clean(a), clean(b), clean(c)) for a, b, c in case.expected]
    said = tree.words()
    for result in case.evidence.results:
        if not hidden(case, result):
            assert clean(answer_words(result)) in said, result.id
    with pikepdf.open(path) as pdf:
        carried = json.loads(pdf.attachments[FILE_NAME].get_file().read_bytes())
    assert_same_counts(carried["evidence"], case)


def rows_of(table):
    """The body rows of a table of the structure tree, as lists of cells."""
    [body] = [node for node in table.content if node.role == "TBody"]
    return [row.content for row in body.content]


def counts(result):
    return result.yes, result.no, result.not_recorded


def hidden(case, result):
    """A theme about which nothing is known yet lists its questions and says no more."""
    theme = [each for each in case.evidence.results if each.indicator.theme is result.indicator.theme]
    return all(each.state.value in ("nothing_to_measure", "not_measured") for each in theme)


class Tables(HTMLParser):
    """The rows of each table under its caption, and all words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: dict[str, list[list[str]]] = {}
        self.said = self._caption = ""
        self._within: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in ("caption", "th", "td"):
            self._within.append(tag)
            if tag == "caption":
                self._caption = ""
            else:
                self.rows[self._caption][-1].append("")
        elif tag == "tr":
            self.rows.setdefault(self._caption, []).append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("caption", "th", "td"):
            self._within.pop()

    def handle_data(self, data: str) -> None:
        self.said += data
        if self._within and self._within[-1] == "caption":
            self._caption += data
        elif self._within:
            self.rows[self._caption][-1][-1] += data


def test_the_web_page_says_every_figure(case):
    page = Tables(case.report("html").read_text(encoding="utf-8"))
    assert [tuple(row) for row in page.rows[TABLE][1:]] == case.expected
    for result in case.evidence.results:
        if not hidden(case, result):
            assert answer_words(result) in page.said, result.id


def test_the_word_document_says_every_figure(case):
    document = docx.Document(io.BytesIO(case.report("docx").read_bytes()))
    tables = [[tuple(cell.text for cell in row.cells) for row in table.rows] for table in document.tables]
    [found] = [rows for rows in tables if rows[0] == ("Question", "Figure", "Headline")]
    assert found[1:] == case.expected
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for result in case.evidence.results:
        if not hidden(case, result):
            assert answer_words(result) in said, result.id


def test_the_command_line_prints_every_count(case, capsys):
    capsys.readouterr()
    assert main(["evidence", str(case.path), "--project", case.project, "--as-of", str(case.as_of), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == to_json(case.evidence)
    assert_same_counts(printed, case)


def assert_same_counts(found: list[dict], case: Case) -> None:
    """The counts, ends, states and values are those of the evidence, and the records behind them are as many."""
    expected = to_json(case.evidence)
    assert [each["id"] for each in found] == [each["id"] for each in expected]
    for ours, theirs in zip(expected, found, strict=True):
        assert {key: value for key, value in theirs.items() if key not in ("records", "missing")} == {
            key: value for key, value in ours.items() if key not in ("records", "missing")
        }
        for answer, names in ours.get("records", {}).items():
            assert len(theirs["records"][answer]) == len(names) == theirs[answer]
