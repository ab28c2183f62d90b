"""The command line: each verb as somebody would type it, its exit code, and what goes where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS
from coproduce.imports.workbook import read_workbook
from coproduce.storage.workspace_file import WorkspaceFile
from tests.cli_shell import CASE_1, ROOT, Shell, faulty

SAMPLE = ROOT / "assets" / "sample" / "sample.xlsx"
REPORT_KEYS = [report.key for report in REPORTS]
EVIDENCE = ROOT / "tests" / "files" / "case-1.evidence.json"


def test_help_comes_at_once_and_loads_nothing_heavy() -> None:
    program = (
        "import sys; from coproduce.cli import main; code = main(['--help']); "
        "heavy = {'PySide6', 'sqlalchemy', 'reportlab', 'xlsxwriter', 'python_calamine', 'sqlcipher3'} & set(sys.modules); "
        "print(code, sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr.strip() == "0 []"
    for command in ("new", "sample", "template", "import", "export", "evidence", "report", "check", "backup", "restore", "protect"):
        assert command in done.stdout


def test_no_command_loads_qt(case_1: Path) -> None:
    program = (
        "import sys; from coproduce.cli import main\n"
        "for words in sys.argv[1:]: main(words.split('|'))\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'ui'))], file=sys.stderr)"
    )
    folder = case_1.parent
    commands = [
        f"evidence|{case_1}|--project|P-01",
        f"export|{case_1}|{folder / 'out.xlsx'}",
        f"template|{folder / 'template.xlsx'}",
        f"report|{case_1}|--project|P-01|--report|outcome|--format|html|--out|{folder / 'out.html'}",
        f"check|{case_1}",
        f"backup|{case_1}",
    ]
    done = subprocess.run([sys.executable, "-c", program, *commands], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    "words", [(), ("dance",), ("new",), ("evidence", "w.coproduce"), ("evidence", "w", "--project", "P", "--as-of", "31/02/2025")]
)
def test_a_command_that_is_not_understood_exits_2(shell: Shell, words: tuple[str, ...]) -> None:
    said = shell(*words)
    assert (said.code, said.out) == (2, "")
    assert "usage" in said.err


def test_new_asks_to_choose_about_protection(shell: Shell) -> None:
    said = shell("new", "w.coproduce")
    assert (said.code, said.out) == (2, "")
    for choice in ("--no-passphrase", "--passphrase-file", "COPRODUCE_PASSPHRASE"):
        assert choice in said.err
    assert not shell.path("w.coproduce").exists()
    both = shell("new", "w.coproduce", "--no-passphrase", "--passphrase-file", "f")
    assert both.code == 2


def test_new_makes_a_workspace_with_the_name_of_the_organisation(shell: Shell) -> None:
    said = shell("new", "w.coproduce", "--organisation", "Vale & Son", "--no-passphrase")
    assert (said.code, said.out, said.err) == (0, "w.coproduce\n", "")
    with WorkspaceFile.open(shell.path("w.coproduce")) as workspace:
        assert not workspace.is_protected
    again = shell("new", "w.coproduce", "--no-passphrase")
    assert (again.code, again.out) == (1, "")
    assert "w.coproduce" in again.err


def test_a_protected_workspace_opens_with_its_passphrase_only(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.path("words").write_text("correct horse\nignored\n", encoding="utf-8")
    shell.path("wrong").write_text("incorrect horse\n", encoding="utf-8")
    shell.path("empty").write_text("\n", encoding="utf-8")
    assert shell("new", "w.coproduce", "--passphrase-file", "words").code == 0
    assert shell("check", "w.coproduce").code == 1
    assert shell("check", "w.coproduce", "--passphrase-file", "wrong").code == 1
    assert shell("check", "w.coproduce", "--passphrase-file", "empty").code == 1
    assert shell("check", "w.coproduce", "--passphrase-file", "missing").code == 1
    assert shell("check", "w.coproduce", "--passphrase-file", "words").code == 0
    monkeypatch.setenv("COPRODUCE_PASSPHRASE", "correct horse")
    assert shell("import", "w.coproduce", CASE_1).code == 0
    assert shell("evidence", "w.coproduce", "--project", "P-01").code == 0
    assert b"Getting home" not in shell.path("w.coproduce").read_bytes()


def test_import_counts_on_the_output_and_doubts_beside_it(shell: Shell) -> None:
    shell("new", "w.coproduce", "--no-passphrase")
    said = shell("import", "w.coproduce", CASE_1)
    assert said.code == 0
    assert "People: added 24, updated 0, unchanged 0" in said.out
    assert said.out.splitlines()[-1].startswith("In all: added ")
    assert "Attendance, row 53" in said.err
    assert "Attendance, row" not in said.out


def test_a_faulty_import_lists_every_fault_changes_nothing_and_exits_1(shell: Shell) -> None:
    shell("new", "w.coproduce", "--no-passphrase")
    before = shell.path("w.coproduce").read_bytes()
    said = shell("import", "w.coproduce", faulty(shell))
    assert (said.code, said.out) == (1, "")
    lines = said.err.splitlines()
    assert lines[0].startswith("People, row 2, column under_18: “perhaps” –")
    assert lines[1].startswith("People, row 3, column person_id: “1” –")
    assert lines[2].startswith("People, row 4, column name: blank –")
    assert "3 things" in lines[3]
    assert shell.path("w.coproduce").read_bytes() == before


def test_a_partial_import_writes_the_rest_to_a_copy_and_exits_1(shell: Shell) -> None:
    shell("new", "w.coproduce", "--no-passphrase")
    said = shell("import", "w.coproduce", faulty(shell), "--partial", "errors.xlsx")
    assert said.code == 1
    assert "People: added 1, updated 0, unchanged 0, left out 3" in said.out
    assert "errors.xlsx" in said.err
    assert len(read_workbook(shell.path("errors.xlsx")).sheets["People"].rows) == 3
    good = shell("import", "w.coproduce", CASE_1, "--partial", "none.xlsx")
    assert good.code == 0
    assert not shell.path("none.xlsx").exists()
    assert shell("import", "w.coproduce", CASE_1, "--partial", "errors.csv").code == 2


@pytest.mark.parametrize("source", ["missing.xlsx", "empty.xlsx", "letter.docx"])
def test_what_cannot_be_imported_is_refused_in_words(shell: Shell, source: str) -> None:
    shell("new", "w.coproduce", "--no-passphrase")
    shell.path("empty.xlsx").write_bytes(b"")
    shell.path("letter.docx").write_bytes(b"Dear all")
    said = shell("import", "w.coproduce", source)
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1


def test_evidence_as_json_agrees_with_the_figures_worked_out_separately(shell: Shell, case_1: Path) -> None:
    said = shell("evidence", case_1, "--project", "P-01", "--as-of", "2025-07-01", "--json")
    assert (said.code, said.err) == (0, "")
    found = {one["id"]: one for one in json.loads(said.out)}
    for wanted in json.loads(EVIDENCE.read_text(encoding="utf-8")):
        assert {key: found[wanted["id"]][key] for key in wanted} == wanted
    assert shell("evidence", case_1, "--project", "P-01", "--as-of", "01/07/2025", "--json").out == said.out


def test_evidence_reads_as_a_table(shell: Shell, case_1: Path) -> None:
    said = shell("evidence", case_1, "--project", "P-01", "--as-of", "2025-07-01")
    assert said.code == 0
    assert said.out.splitlines()[0] == "Getting home from hospital (P-01), as of 1 July 2025"
    (line,) = [line for line in said.out.splitlines() if line.startswith("  T20 ")]
    assert line.split() == ["T20", "7", "of", "8", "Partly", "met", *["Did", "every", "no", "come", "with", "a", "reason?"]]


@pytest.mark.parametrize("words", [("evidence",), ("report", "--report", "outcome", "--format", "pdf", "--out", "out.pdf")])
def test_an_unknown_project_is_refused_in_words(shell: Shell, case_1: Path, words: tuple[str, ...]) -> None:
    said = shell(words[0], case_1, "--project", "P-99", *words[1:])
    assert (said.code, said.out) == (1, "")
    assert "P-99" in said.err
    assert "P-01" in said.err
    assert not shell.path("out.pdf").exists()


@pytest.mark.parametrize("report", REPORT_KEYS)
@pytest.mark.parametrize("form, start", [("pdf", b"%PDF"), ("html", b"<!doctype html>"), ("docx", b"PK"), ("xlsx", b"PK"), ("zip", b"PK")])
def test_reports_are_written(shell: Shell, case_1: Path, report: str, form: str, start: bytes) -> None:
    out = shell.path(f"out.{form}")
    said = shell("report", case_1, "--project", "P-01", "--report", report, "--format", form, "--out", out, "--as-of", "2025-07-01")
    assert (said.code, said.out) == (0, f"{out}\n"), said.err
    assert out.read_bytes()[:20].lower().startswith(start.lower())


def test_the_outcome_summary_is_written_in_easy_read_and_no_other_report_is(shell: Shell, case_1: Path) -> None:
    common = ("report", case_1, "--project", "P-01", "--format", "html", "--easy-read", "--report")
    assert shell(*common, "outcome", "--out", "easy.html").code == 0
    assert "in Easy Read" in shell.path("easy.html").read_text(encoding="utf-8")
    said = shell(*common, "participation", "--out", "statement.html")
    assert said.code == 1
    assert "no Easy Read form" in said.err
    assert not shell.path("statement.html").exists()


def test_a_report_in_large_print_for_funders_is_longer(shell: Shell, case_1: Path) -> None:
    for name, more in (("a.pdf", ()), ("b.pdf", ("--large-print", "--audience", "funder"))):
        said = shell("report", case_1, "--project", "P-01", "--report", "outcome", "--format", "pdf", "--out", name, *more)
        assert said.code == 0, said.err
    assert shell.path("b.pdf").stat().st_size > shell.path("a.pdf").stat().st_size


WHOLE = ("--project", "P-01", "--report", "outcome", "--format", "html", "--out", "out.html")


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (("--workshop", "W003"), "One workshop: "),
        (("--from", "2025-01-01", "--to", "2025-03-31"), "From 1 January 2025 to 31 March 2025"),
    ],
)
def test_a_report_may_be_about_a_part(shell: Shell, case_1: Path, part: tuple[str, ...], says: str) -> None:
    said = shell("report", case_1, *WHOLE, *part)
    assert said.code == 0, said.err
    assert says in shell.path("out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--workshop", "W-99"), "no such workshop"),
        (("--workshop", "W003", "--from", "2025-01-01", "--to", "2025-03-31"), "and not both"),
        (("--from", "2025-01-01"), "Give both --from and --to."),
        (("--from", "2025-03-31", "--to", "2025-01-01"), "The last day is before the first."),
        (("--audience", "finance"), "is not made for this audience: Finance"),
    ],
)
def test_what_no_report_can_be_about_is_refused_in_words(shell: Shell, case_1: Path, words: tuple[str, ...], says: str) -> None:
    said = shell("report", case_1, *WHOLE, *words)
    assert (said.code, said.out) == (1, "")
    assert says in said.err
    assert not shell.path("out.html").exists()


def test_the_copy_for_finance_is_written_from_the_command_line(shell: Shell, case_1: Path) -> None:
    words = ("--project", "P-01", "--report", "resourcing", "--format", "html", "--out", "out.html", "--audience", "finance")
    assert shell("report", case_1, *words).code == 0
    assert "For finance only" in shell.path("out.html").read_text(encoding="utf-8")


def test_several_projects_are_set_side_by_side_and_checked(shell: Shell, case_1: Path) -> None:
    assert shell("import", case_1, SAMPLE).code == 0
    both = ("--project", "P-01", "--project", "FD", "--format", "pdf", "--out", "out.pdf")
    said = shell("report", case_1, *both, "--report", "projects")
    assert said.code == 0, said.err
    assert "every figure is the same" in shell("verify", "out.pdf", case_1).out
    said = shell("report", case_1, *both, "--report", "outcome")
    assert said.code == 1
    assert "is about one project" in said.err


def test_a_report_of_a_part_is_checked(shell: Shell, case_1: Path) -> None:
    words = ("--project", "P-01", "--report", "participation", "--format", "pdf", "--out", "out.pdf", "--workshop", "W003")
    assert shell("report", case_1, *words).code == 0
    said = shell("verify", "out.pdf", case_1)
    assert said.code == 0
    assert "One workshop: Workshop 4" in said.out
    assert "This workspace issued it" in said.out


def test_every_report_and_audience_there_is_can_be_asked_for(shell: Shell) -> None:
    words = shell("report", "--help").out
    assert f"{{{','.join(REPORT_KEYS)}}}" in words
    assert f"{{{','.join(audience.value for audience in Audience)}}}" in words


def test_a_report_where_nothing_may_be_written_is_refused(shell: Shell, case_1: Path) -> None:
    said = shell("report", case_1, "--project", "P-01", "--report", "outcome", "--format", "html", "--out", "no/where.html")
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1


def test_export_writes_a_workbook_or_a_folder(shell: Shell, case_1: Path) -> None:
    assert shell("export", case_1, "out.xlsx").out == "out.xlsx\n"
    assert zipfile.is_zipfile(shell.path("out.xlsx"))
    assert shell("export", case_1, "out").code == 0
    assert (shell.path("out") / "people.csv").exists()
    assert shell("export", case_1, "out.pdf").code == 2
    assert shell("export", "missing.coproduce", "out2.xlsx").code == 1


def test_export_and_import_give_the_same_json(shell: Shell, case_1: Path) -> None:
    shell("export", case_1, "out.xlsx")
    shell("new", "second.coproduce", "--no-passphrase")
    assert shell("import", "second.coproduce", "out.xlsx").code == 0
    first, second = (
        shell("evidence", file, "--project", "P-01", "--as-of", "2025-07-01", "--json").out for file in (case_1, "second.coproduce")
    )
    assert first == second


def test_the_template_can_be_imported_as_it_is(shell: Shell) -> None:
    assert shell("template", "template.xlsx").out == "template.xlsx\n"
    shell("new", "w.coproduce", "--no-passphrase")
    said = shell("import", "w.coproduce", "template.xlsx")
    assert said.code == 0
    assert said.out.splitlines()[-1] == "In all: added 0, updated 0, unchanged 0"
    assert shell("template", "template.txt").code == 2


def test_the_sample_is_a_workspace_with_a_project(shell: Shell) -> None:
    said = shell("sample", "sample.coproduce")
    assert (said.code, said.out) == (0, "sample.coproduce\n")
    assert "invented" in said.err
    project = said.err.split("project ")[1].split(",")[0]
    assert shell("evidence", "sample.coproduce", "--project", project).code == 0
    assert shell("sample", "sample.coproduce").code == 1


def test_output_cut_short_is_no_fault(case_1: Path) -> None:
    command = [sys.executable, "-m", "coproduce.cli", "evidence", str(case_1), "--project", "P-01", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env={**os.environ}) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_the_error_of_a_rule_is_one_sentence(shell: Shell) -> None:
    said = shell("evidence", "missing.coproduce", "--project", "P-01")
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
