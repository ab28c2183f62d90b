"""Bringing a file in: one step, updates only what it says, and the rows left out of a partial import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.errors import Cancelled
from coproduce.imports.left_out import write_left_out
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.queries.facts import load_all_nouns
from coproduce.storage.workspace_file import Changes, WorkspaceFile
from tests.imports.making import FILES, plan, take, take_file, with_sheets


def everything(workspace: WorkspaceFile) -> dict[str, list[dict[str, object]]]:
    """Every field of every record."""
    return {kind.__name__: [dict(vars(noun)) for noun in nouns] for kind, nouns in load_all_nouns(workspace).items()}


def counts(workspace: WorkspaceFile) -> dict[str, int]:
    return {kind.__name__: len(nouns) for kind, nouns in load_all_nouns(workspace).items() if nouns and kind is not Setting}


def test_an_import_is_one_step_announced_once_and_undone_at_once(workspace: WorkspaceFile, tmp_path: Path) -> None:
    announced: list[Changes] = []
    workspace.subscribe(announced.append)
    before = everything(workspace)
    result = take(workspace, tmp_path, with_sheets())
    assert result.summary == "added 6, updated 0, unchanged 0"
    assert next(str(count) for count in result.counts) == "Projects: added 1, updated 0, unchanged 0"
    (changes,) = announced
    assert ("Person", "0014") in changes.touched
    assert counts(workspace) == {"Project": 1, "Person": 2, "Workshop": 1, "Attendance": 2}
    after = everything(workspace)
    workspace.undo()
    assert everything(workspace) == before
    workspace.redo()
    assert everything(workspace) == after


def test_the_same_file_twice_changes_nothing(workspace: WorkspaceFile) -> None:
    take_file(workspace, FILES / "case-1.xlsx")
    before, step = everything(workspace), workspace.undo_label
    result = take_file(workspace, FILES / "case-1.xlsx")
    assert result.summary == "added 0, updated 0, unchanged 566"
    assert everything(workspace) == before
    workspace.undo()
    assert workspace.undo_label is None
    assert step is not None


def test_only_the_columns_of_the_file_are_updated_and_a_blank_removes_nothing(workspace: WorkspaceFile, tmp_path: Path) -> None:
    people = [["person_id", "name", "group", "left_on"], ["0001", "Asha", "Carers", "01/03/2025"], ["0014", "Owen", "Youth", None]]
    take(workspace, tmp_path, with_sheets(People=people))
    result = take(workspace, tmp_path, {"People": [["person_id", "name", "left_on"], ["0001", "Asha R", None], ["0014", "Owen", None]]})
    assert result.summary == "added 0, updated 1, unchanged 1"
    with workspace.read() as reading:
        asha = reading.get(Person, "0001")
    assert (asha.name, asha.group, asha.left_on) == ("Asha R", "Carers", date(2025, 3, 1))


def test_a_row_is_known_again_by_its_key(workspace: WorkspaceFile, tmp_path: Path) -> None:
    extra = {
        "Papers": [["workshop_id", "person_id", "paper"], ["W1", "0001", "Agenda"]],
        "Rates": [["label", "shape", "amount", "valid_from"], ["Hour", "per_hour", 12.6, "01/01/2025"]],
        "Equality": [["project_id", "question", "answer", "count"], ["P-01", "age", "old", 3]],
        "Blocks": [["workshop_id", "order", "title", "minutes"], ["W1", 1, "Hello", 5]],
        "Turns": [["workshop_id", "person_id", "capacity", "turns"], ["W1", "0001", None, 4], ["W1", None, "carer", 5]],
        "Decisions": [["decision_id", "project_id", "question"], ["D1", "P-01", "Which?"]],
        "Deciders": [["decision_id", "capacity", "took_part"], ["D1", "carer", 2]],
    }
    take(workspace, tmp_path, with_sheets(**extra))
    before = counts(workspace)
    changed = {
        "Attendance": [["workshop_id", "person_id", "minutes_present"], ["W1", "0014", 90]],
        "Papers": [["workshop_id", "person_id", "paper", "sent_on"], ["W1", "0001", "Agenda", "01/02/2025"]],
        "Rates": [["label", "shape", "amount", "valid_from"], ["Hour", "per_hour", 13, "01/01/2025"]],
        "Equality": [["project_id", "question", "answer", "count"], ["P-01", "age", "old", 4]],
        "Blocks": [["workshop_id", "order", "title", "minutes"], ["W1", 1, "Hello again", 5]],
        "Turns": [["workshop_id", "person_id", "capacity", "turns"], ["W1", "0001", "carer", 6], ["W1", None, "carer", 7]],
        "Deciders": [["decision_id", "capacity", "took_part"], ["D1", "Carer", 3]],
    }
    result = take(workspace, tmp_path, changed)
    assert result.summary == "added 0, updated 8, unchanged 0"
    assert counts(workspace) == before
    with workspace.read() as reading:
        assert reading.all(Attendance, person_id="0014")[0].minutes_present == 90


def test_sheets_without_a_key_keep_as_many_of_each_as_the_file_has(workspace: WorkspaceFile, tmp_path: Path) -> None:
    twice = [["workshop_id", "given_by", "voice"], ["W1", "participant", 5], ["W1", "participant", 5], ["W1", "participant", None]]
    take(workspace, tmp_path, with_sheets(Verdicts=twice))
    assert take(workspace, tmp_path, {"Verdicts": twice}).summary == "added 0, updated 0, unchanged 3"
    assert take(workspace, tmp_path, {"Verdicts": [*twice, ["W1", "participant", 5]]}).summary == "added 1, updated 0, unchanged 3"
    with workspace.read() as reading:
        assert [verdict.voice for verdict in reading.all(Verdict)] == [5, 5, None, 5]


def test_contradictions_are_seen_between_the_file_and_what_is_there(workspace: WorkspaceFile, tmp_path: Path) -> None:
    line = ["payment_id", "workshop_id", "person_id", "kind"]
    take(workspace, tmp_path, with_sheets(Payments=[[*line, "paid", "paid_on"], ["X1", "W1", "0001", "fee", 25, "01/04/2025"]]))
    (problem,) = plan(workspace, tmp_path, {"Payments": [[*line, "cancelled_reason"], ["X1", "W1", "0001", "fee", "twice"]]}).problems
    assert (problem.row, problem.column) == (2, "cancelled_reason")
    paid_part = {"Payments": [[*line, "paid"], ["X1", "W1", "0001", "fee", 30]]}
    assert take(workspace, tmp_path, paid_part).summary == "added 0, updated 1, unchanged 0"
    with workspace.read() as reading:
        assert reading.get(Payment, "X1").paid == Money(3000)


def test_settings_are_updated_by_name(workspace: WorkspaceFile, tmp_path: Path) -> None:
    take(
        workspace, tmp_path, {"Workspace": [["setting", "value"], ["payment_promise_days", 14], ["organisation", "Vale"], ["region", None]]}
    )
    take(workspace, tmp_path, {"Workspace": [["setting", "value"], ["Payment_Promise_Days", "21"], ["organisation", None]]})
    with workspace.read() as reading:
        kept = {setting.id: setting.value for setting in reading.all(Setting)}
    assert kept["payment_promise_days"] == "21"
    assert kept["organisation"] == "Vale"
    assert kept["region"] == ""


def test_a_partial_import_brings_in_what_is_right_and_gives_the_rest_back(workspace: WorkspaceFile, tmp_path: Path) -> None:
    sheets = with_sheets(
        People=[["person_id", "name", "left_on", "shoe size"], ["0001", "Asha", "soon", 38], ["0014", "Owen", date(2025, 3, 1), 43]],
        Blocks=[["workshop_id", "order", "title", "minutes"], ["W1", 1, "Hello", 5], ["W1", 2, "Talk", -5]],
    )
    made = plan(workspace, tmp_path, sheets, partial=True)
    assert len(made.problems) == 2
    copy = tmp_path / "errors.xlsx"
    assert write_left_out(made, copy) == 3
    result = bring_in(workspace, made)
    assert result.summary == "added 5, updated 0, unchanged 0, left out 3"
    assert counts(workspace) == {"Project": 1, "Person": 1, "Workshop": 1, "Block": 1, "Attendance": 1}

    again = read_workbook(copy)
    assert set(again.sheets) == {"People", "Blocks", "Attendance"}
    assert again.unknown_columns == [("People", "shoe size")]
    (row,) = again.sheets["Attendance"].rows
    assert row.values["person_id"] == "0001"


def test_the_copy_says_why_and_can_be_put_right_and_imported(workspace: WorkspaceFile, tmp_path: Path) -> None:
    import openpyxl

    people = [["person_id", "name", "left_on"], ["0001", "Asha", "soon"], ["0014", "Owen", None]]
    made = plan(workspace, tmp_path, with_sheets(People=people), partial=True)
    copy = tmp_path / "errors.xlsx"
    write_left_out(made, copy)
    bring_in(workspace, made)
    book = openpyxl.load_workbook(copy)
    assert [cell.value for cell in book["People"][1]] == ["person_id", "name", "left_on", "Error"]
    assert "soon" in book["People"]["D2"].value
    assert "0001" in book["Attendance"]["D2"].value
    book["People"]["C2"].value = "2025-03-01"
    book.save(copy)
    take_file(workspace, copy)
    assert counts(workspace) == {"Project": 1, "Person": 2, "Workshop": 1, "Attendance": 2}


def test_a_row_may_lean_on_a_record_the_workspace_has_though_its_new_row_is_bad(workspace: WorkspaceFile, tmp_path: Path) -> None:
    take(workspace, tmp_path, with_sheets())
    sheets = {
        "People": [["person_id", "name", "left_on"], ["0001", "Asha", "soon"]],
        "Attendance": [["workshop_id", "person_id", "minutes_present"], ["W1", "0001", 60]],
    }
    assert plan(workspace, tmp_path, sheets, partial=True).summary() == "added 0, updated 1, unchanged 0, left out 1"


def test_the_first_of_two_rows_with_one_id_is_kept_in_a_partial_import(workspace: WorkspaceFile, tmp_path: Path) -> None:
    people = [["person_id", "name"], ["0001", "Asha"], ["0001", "Ann"], ["0014", "Owen"]]
    bring_in(workspace, plan(workspace, tmp_path, with_sheets(People=people), partial=True))
    with workspace.read() as reading:
        assert reading.get(Person, "0001").name == "Asha"
        assert len(reading.all(Attendance)) == 2


def test_stopping_an_import_leaves_everything_as_it_was(workspace: WorkspaceFile, tmp_path: Path) -> None:
    made = plan(workspace, tmp_path, with_sheets())

    def stop(done: int, of: int) -> None:
        if done > 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_in(workspace, made, progress=stop)
    assert counts(workspace) == {}
    assert workspace.undo_label is None


def test_a_plan_changes_nothing_by_itself(workspace: WorkspaceFile, tmp_path: Path) -> None:
    take(workspace, tmp_path, with_sheets())
    before = everything(workspace)
    made = plan(
        workspace, tmp_path, {"Workshops": [["workshop_id", "project_id", "title", "date"], ["W1", "P-01", "Renamed", "01/03/2025"]]}
    )
    assert not made.changes_nothing
    assert everything(workspace) == before
    with workspace.read() as reading:
        assert reading.get(Workshop, "W1").title == "First"
