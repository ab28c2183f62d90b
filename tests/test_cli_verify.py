"""`coproduce verify`: said in words, and in the number it ends with."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from coproduce.cli import main
from coproduce.domain.projects import Project
from coproduce.operations.people import add_person
from coproduce.operations.projects import edit_project
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell
from tests.storage.chained import Forger


@pytest.fixture
def printed(tmp_path):
    workspace, report = tmp_path / "story.coproduce", tmp_path / "statement.pdf"
    with WorkspaceFile.create(workspace, organisation="Valley Care") as file:
        tell(file)
    words = ["--project", "P-01", "--report", "participation", "--format", "pdf", "--out", str(report), "--as-of", "2030-01-01"]
    assert main(["report", str(workspace), *words]) == 0
    return workspace, report


def test_a_report_agrees_with_its_workspace(printed, capsys):
    workspace, report = printed
    assert main(["verify", str(report), str(workspace)]) == 0
    said = capsys.readouterr().out
    assert "It agrees" in said
    assert "every figure is the same" in said


def test_a_figure_that_moved_is_named_and_ends_with_one(printed, capsys):
    workspace, report = printed
    with WorkspaceFile.open(workspace) as file, file.read() as reading:
        [project] = reading.all(Project)
    with WorkspaceFile.open(workspace) as file:
        edit_project(file, project.id, intended_level="co-design")
    assert main(["verify", str(report), str(workspace)]) == 1
    assert "level" in capsys.readouterr().out


def test_without_a_workspace_it_says_whether_it_is_whole(printed, capsys):
    _workspace, report = printed
    assert main(["verify", str(report)]) == 0
    assert "It is whole" in capsys.readouterr().out


def test_a_file_that_is_no_report_ends_with_one_and_says_so(tmp_path, capsys):
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"Dear all")
    assert main(["verify", str(letter)]) == 1
    assert "letter.pdf" in capsys.readouterr().err


# -- the history of a workspace


def code_on(report):
    with pypdfium2.PdfDocument(report) as pdf:
        words = pdf[1].get_textpage().get_text_range()
    [code] = re.findall(r"Record [\d,]+ · [0-9A-Z]{4}-[0-9A-Z]{4}", words)
    return code


def test_a_report_of_the_command_line_carries_a_code_and_the_code_agrees(printed, capsys):
    workspace, report = printed
    assert main(["verify", str(workspace), "--code", code_on(report)]) == 0
    assert "The code agrees" in capsys.readouterr().out


def test_a_report_and_its_code_are_checked_in_one_go(printed, capsys):
    workspace, report = printed
    assert main(["verify", str(report), str(workspace), "--code", code_on(report)]) == 0
    said = capsys.readouterr().out
    assert "It agrees" in said
    assert "The code agrees" in said
    assert main(["verify", str(report), str(workspace), "--code", "Record 1 · 0000-0000"]) == 1
    assert "changed before that code was made" in capsys.readouterr().out


def test_a_whole_history_is_looked_through_and_what_was_written_by_command_keeps_it_whole(printed, tmp_path, capsys):
    workspace, report = printed
    seen = code_on(report)
    assert main(["export", str(workspace), str(tmp_path / "all.xlsx")]) == 0
    other = tmp_path / "other.coproduce"
    assert main(["new", str(other), "--no-passphrase"]) == 0
    assert main(["import", str(other), str(tmp_path / "all.xlsx")]) == 0
    capsys.readouterr()
    assert main(["backup", str(other)]) == 0
    [backup] = (tmp_path / "other backups").glob("*.coproduce")
    assert main(["restore", str(backup), str(other)]) == 0
    capsys.readouterr()
    for each in (workspace, other, backup):
        assert main(["verify", str(each)]) == 0
        said = capsys.readouterr().out
        assert "agrees with itself and with its records" in said
        assert "The newest code is Record" in said
    assert main(["verify", str(other), "--code", seen]) == 1


def test_where_only_files_were_saved_since_the_code_on_pages_is_named_beside_the_newest(printed, capsys):
    workspace, report = printed
    assert main(["verify", str(workspace)]) == 0
    said = capsys.readouterr().out
    newest = said.split("The newest code is ")[1].split(". ")[0]
    assert f"Pages made now carry {code_on(report)}:" in said
    assert newest != code_on(report), "saving the report is a line of its own"
    with WorkspaceFile.open(workspace) as file:
        add_person(file, name="Tolly")
    assert main(["verify", str(workspace)]) == 0
    assert "Pages made now" not in capsys.readouterr().out, "the newest line is about a record"


def test_a_record_changed_outside_the_program_is_named_and_ends_with_one(printed, capsys):
    workspace, _report = printed
    forger = Forger(workspace)
    forger.run("UPDATE projects SET title = 'Another'")
    forger.close()
    assert main(["verify", str(workspace)]) == 1
    said = capsys.readouterr().out
    assert "1 record was changed outside the program." in said
    assert "project P-01: changed" in said


def test_what_is_no_code_is_refused(printed, capsys):
    workspace, _report = printed
    assert main(["verify", str(workspace), "--code", "seven"]) == 1
    assert "not a whole code" in capsys.readouterr().err
