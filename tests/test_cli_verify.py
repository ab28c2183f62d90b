"""`coproduce verify`: said in words, and in the number it ends with."""

from __future__ import annotations

import pytest

from coproduce.cli import main
from coproduce.domain.projects import Project
from coproduce.operations.projects import edit_project
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell


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
