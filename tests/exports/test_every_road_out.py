"""Every file for a spreadsheet is safe to open, no file tells of the computer it was made on, and reports see only filtered facts."""

from __future__ import annotations

import ast
import csv
import getpass
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.given import For, Given, GivenFile
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS
from coproduce.domain.sheets.column import Kind
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.csv import write_csv_folder
from coproduce.exports.finance import FinanceLine, write_finance_csv, write_finance_xlsx
from coproduce.exports.finance.bank_file import BankColumn, BankForm, BankLine, write_bank_file
from coproduce.exports.given_list import given_out
from coproduce.exports.holding import what_is_held
from coproduce.exports.letters.my_record import my_record_letter
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.report_tables import tables_of
from coproduce.exports.table_text import table_text
from coproduce.exports.workbook import write_template, write_workbook
from coproduce.exports.writing import write_as
from coproduce.exports.you_said import you_said_we_did
from coproduce.imports.left_out import write_left_out
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.queries.holding import holding
from coproduce.storage.queries.my_record import my_record
from coproduce.storage.workspace_file import WorkspaceFile
from tests.exports.read_again import metadata_of, words_of
from tests.operations.story import tell

ROOT = Path(__file__).parents[2]
DAY = date(2025, 5, 1)
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "'=")
RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
NUMBER = re.compile(r"-?\d[\d,.]*%?")
USER, FOLDER = "quetzalcoatl-user", "quetzalcoatl-folder"

WRITERS = {
    *("coproduce/exports/csv.py", "coproduce/exports/finance/bank_file.py", "coproduce/exports/finance/finance_list.py"),
    *("coproduce/exports/report_tables.py", "coproduce/exports/table_text.py", "coproduce/exports/workbook.py"),
    *("coproduce/exports/workbook_read_me.py", "coproduce/imports/left_out.py"),
}
"""Every file that writes cells. Each is walked below; another one is to be walked too."""


@pytest.fixture
def file(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as made:
        tell(made)
        yield made


def make_hostile(file, start):
    """Put a formula at the start of every text there is."""
    with file.work("Hostile") as work:
        for sheet in SHEETS:
            for number, record in enumerate(work.all(sheet.noun)):
                for column in sheet.columns:
                    if column.kind is Kind.TEXT and isinstance(getattr(record, column.name, None), str | None) and column.name != "value":
                        setattr(record, column.name, f"{start}1+1 {sheet.name} {number}")


def report_documents(file):
    facts = load_facts(file, "P-01")
    for report in REPORTS:
        for audience in report.audiences:
            yield f"{report.key}-{audience.value}", build_report(facts, ReportChoices(report.key, audience, DAY))


def write_all(file, folder, start="="):
    """Every file of cells, by the roads the window and the command line take."""
    folder.mkdir(parents=True)
    hostile = f"{start}1+1"
    write_workbook(load_all_nouns(file), folder / "all.xlsx")
    write_template(folder / "template.xlsx")
    write_csv_folder(load_all_nouns(file), folder / "csv")
    for name, document in report_documents(file):
        if tables_of(document):
            write_as(".xlsx", document, folder / f"{name}.xlsx")
            write_as(".zip", document, folder / f"{name}.zip")
    finance = [FinanceLine(hostile, hostile, hostile, hostile, DAY, Money(100), hostile, hostile)]
    write_finance_csv(finance, folder / "finance.csv")
    write_finance_xlsx(finance, folder / "finance.xlsx")
    bank = BankForm((BankColumn.NAME, BankColumn.AMOUNT))
    write_bank_file([BankLine("X-1", f"{hostile} Ana", Money(100), DAY, "Batch")], bank, folder / "bank.csv")
    given = GivenFile(Given.LETTER, For.PERSON, ".pdf", DAY, hostile, project=hostile, part=hostile, made_by=hostile)
    listed = given_out([(given, (hostile,))], WorkspaceSettings(organisation=hostile), DAY)
    write_as(".xlsx", listed, folder / "given.xlsx")
    write_as(".zip", listed, folder / "given.zip")
    for sheet in SHEETS:
        with file.read() as reading:
            (folder / f"{sheet.name} copied.tsv").write_text(table_text(sheet.noun, reading.all(sheet.noun)), "utf-8")


def cells_of(path):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                yield from (cell for row in csv.reader(io.StringIO(packed.read(name).decode("utf-8-sig"), newline="")) for cell in row)
    else:
        text = path.read_bytes().decode("utf-8-sig")
        dialect = {"dialect": "excel-tab"} if path.suffix == ".tsv" else {}
        yield from (cell for row in csv.reader(io.StringIO(text, newline=""), **dialect) for cell in row)


@pytest.mark.parametrize("start", STARTS)
def test_no_spreadsheet_can_run_what_somebody_wrote(file, tmp_path, start):
    make_hostile(file, start)
    folder = tmp_path / "out"
    write_all(file, folder, start)
    seen = 0
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as packed:
                sheets = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
            assert not [path.name for text in sheets if re.search(r"<f[ >]", text)], path.name
            seen += any("1+1" in text for text in sheets) or "1+1" in words_of(path)
        else:
            cells = list(cells_of(path))
            assert [cell for cell in cells if RUNS.match(cell) and not NUMBER.fullmatch(cell)] == [], path.name
            seen += any("1+1" in cell for cell in cells)
    assert seen > 25, "the walk must see what it looks for"


def test_a_copy_of_rows_that_were_left_out_runs_nothing_either(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    (source / "people.csv").write_text('person_id,name,under_18\n1,"=1+1",perhaps\n2,Ann,yes\n', "utf-8")
    with WorkspaceFile.create(tmp_path / "w.coproduce") as file:
        write_left_out(plan_import(file, read_workbook(source), partial=True), tmp_path / "left.xlsx")
    with zipfile.ZipFile(tmp_path / "left.xlsx") as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert any("1+1" in text for text in sheets)
    assert not any(re.search(r"<f[ >]", text) for text in sheets)


def test_every_file_that_writes_cells_is_one_of_those_walked():
    found = set()
    for path in (ROOT / "coproduce").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and (
                node.attr == "add_worksheet" or (node.attr == "writer" and isinstance(node.value, ast.Name) and node.value.id == "csv")
            ):
                found.add(str(path.relative_to(ROOT)))
    assert found == WRITERS


def test_no_file_tells_whose_computer_it_was_made_on(file, tmp_path, monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME", "LNAME"):
        monkeypatch.setenv(name, USER)
    monkeypatch.setenv("HOME", str(tmp_path / FOLDER))
    assert getpass.getuser() == USER
    folder = tmp_path / FOLDER / "out"
    write_all(file, folder)
    documents = {
        "report": build_report(load_facts(file, "P-01"), ReportChoices("outcome", REPORTS[0].audiences[0], DAY)),
        "held": what_is_held(holding(file, DAY)),
        "record": my_record_letter(my_record(file, "0001"), DAY),
        "public": you_said_we_did(load_facts(file, "P-01"), DAY),
    }
    for name, document in documents.items():
        for form in (".pdf", ".html", ".docx"):
            write_as(form, document, folder / f"{name}{form}")
    written = sorted(one for one in folder.rglob("*") if one.is_file())
    assert len(written) > 60
    for path in written:
        words = words_of(path)
        for secret in (USER, FOLDER, str(tmp_path), str(ROOT)):
            assert secret not in words, (path.name, secret)
    assert "Valley Care" in metadata_of(folder / "report.pdf"), "it says which organisation made it"
    assert "Valley Care" in words_of(folder / "report.docx")


TAKES_FACTS = {
    *("about_part.part_in_short", "about_part.part_words", "for_finance.paid_by_name", "for_finance.without_words"),
    *("privacy.__init__", "privacy._people_named_in", "privacy.for_audience", "quoted.quotes_in"),
    *("report._equality_of", "report._material_of", "report._project_words", "report.build_report", "report.given_copy", "report.in_order"),
    *("report.issued_copy", "report.sections_of", "sections.material.of", "small_groups.added_up_where_small"),
    *("verifying.evidence_now", "wording.attribution", "you_said._may_quote", "you_said.you_said_we_did"),
}
"""Every function of exports that is handed the facts of a project. A section is handed `Material`, which filters them as it is made."""

OPENED_BY = {"privacy.py", "sections/material.py"}
"""Only here is the filter named: nobody chooses whether to use it."""


def test_facts_reach_a_report_through_the_filter_alone():
    exports = ROOT / "coproduce" / "exports"
    takes, opened = set(), set()
    for path in exports.rglob("*.py"):
        name = ".".join(path.relative_to(exports).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                annotations = [ast.unparse(one.annotation) for one in (*node.args.args, *node.args.kwonlyargs) if one.annotation]
                if any("ProjectFacts" in words for words in annotations):
                    takes.add(f"{name}.{node.name}")
            if isinstance(node, ast.Name) and node.id == "for_audience":
                opened.add(str(path.relative_to(exports)))
    assert takes == TAKES_FACTS
    assert opened <= OPENED_BY


def test_no_section_reads_a_personal_column_that_only_a_person_has():
    """Names of personal columns of people that no other noun shares stand nowhere in sections; the filter blanks the rest."""
    shared = {column.name for sheet in SHEETS if sheet.noun is not Person for column in sheet.columns}
    passed_on = {
        *("name", "named_contact", "name_consent", "inducted_on", "induction_confirmed", "access_first_asked_on", "upfront_asked_on"),
        *("left_on", "left_reason_asked", "id"),
    }
    own = {column.name for sheet in SHEETS if sheet.noun is Person for column in sheet.columns} - shared - passed_on
    assert {"full_name", "pronouns", "restricted_reason", "equality_stopped_on"} <= own
    for path in (ROOT / "coproduce" / "exports" / "sections").rglob("*.py"):
        read = {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
        assert not read & own, path.name
