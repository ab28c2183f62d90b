"""What the command line writes is listed in the workspace like what the window saves."""

from __future__ import annotations

import pytest

from coproduce.domain.given import For, Given, Read
from coproduce.storage.queries.given import what_left
from coproduce.storage.queries.issued import issued_reports
from coproduce.storage.workspace_file import WorkspaceFile
from tests.cli_shell import Shell


@pytest.fixture
def shell(tmp_path, capsys):
    made = Shell(tmp_path, capsys)
    made("sample", made.path("s.coproduce"))
    return made


def listed(shell):
    with WorkspaceFile.open(shell.path("s.coproduce")) as file:
        return [one.given for one in what_left(file)], issued_reports(file)


def test_reports_and_workbooks_of_the_command_line_are_listed(shell):
    common = ("report", shell.path("s.coproduce"), "--project", "FD", "--report", "outcome", "--as-of", "2026-10-01")
    assert shell(*common, "--format", "html", "--out", shell.path("a.html"), "--by", "Cai", "--easy-read").code == 0
    assert shell(*common, "--format", "html", "--out", shell.path("b.html"), "--audience", "funder", "--large-print").code == 0
    assert shell("export", shell.path("s.coproduce"), shell.path("all.xlsx"), "--by", "Cai").code == 0
    assert shell("export", shell.path("s.coproduce"), shell.path("folder")).code == 0
    given, issued = listed(shell)
    assert [(one.what, one.for_whom, one.reading, one.form, one.made_by) for one in reversed(given)] == [
        (Given.REPORT, For.PUBLIC, Read.EASY, ".html", "Cai"),
        (Given.REPORT, For.FUNDER, Read.LARGE, ".html", ""),
        (Given.WORKBOOK, For.TEAM, Read.ORDINARY, ".xlsx", "Cai"),
        (Given.WORKBOOK, For.TEAM, Read.ORDINARY, ".csv", ""),
    ]
    assert len(issued) == 2
    assert {one.report_id for one in given if one.what is Given.REPORT} == {one.id for one in issued}


def test_where_the_workspace_is_open_elsewhere_the_file_is_written_and_that_is_said(shell):
    with WorkspaceFile.open(shell.path("s.coproduce")):
        said = shell("export", shell.path("s.coproduce"), shell.path("all.xlsx"))
    assert said.code == 0
    assert shell.path("all.xlsx").exists()
    assert "It is not in the list of what was given out." in said.err
    assert listed(shell) == ([], [])
