"""Checking a file against a workspace: parents, ids, keys, contradictions, doubts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coproduce.domain.decisions import Decision
from coproduce.errors import Problem, ProblemsFound
from coproduce.operations.interchange import bring_in
from coproduce.storage.queries.facts import load_all_nouns
from coproduce.storage.workspace_file import WorkspaceFile
from tests.imports.making import Sheets, plan, take, with_sheets

PAYMENT = ["payment_id", "workshop_id", "person_id", "kind"]
DECISION = ["decision_id", "project_id", "question"]


def place(problem: Problem) -> tuple[str, int | None, str | None, str]:
    return problem.sheet, problem.row, problem.column, problem.value


@pytest.mark.parametrize(
    "sheets, where",
    [
        ({"Attendance": [["workshop_id", "person_id"], ["W1", "0002"]]}, ("Attendance", 2, "person_id", "0002")),
        ({"Attendance": [["workshop_id", "person_id"], ["W2", "0001"]]}, ("Attendance", 2, "workshop_id", "W2")),
        (
            {"Workshops": [["workshop_id", "project_id", "title", "date"], ["W1", "P-9", "First", "01/03/2025"]]},
            ("Workshops", 2, "project_id", "P-9"),
        ),
        (
            {"Blocks": [["workshop_id", "order", "title", "minutes", "led_by"], ["W1", 1, "Hello", 5, "0001; 0099"]]},
            ("Blocks", 2, "led_by", "0099"),
        ),
        (
            {"Blocks": [["workshop_id", "order", "title", "minutes", "proposed_by"], ["W1", 1, "Hello", 5, "0099"]]},
            ("Blocks", 2, "proposed_by", "0099"),
        ),
        ({"Dissent": [["decision_id", "words"], ["D1", "No"]]}, ("Dissent", 2, "decision_id", "D1")),
        ({"Equality": [["project_id", "question", "answer", "count"], ["P-02", "age", "old", 3]]}, ("Equality", 2, "project_id", "P-02")),
        ({"People": [["person_id", "name"], ["0001", "Asha"], ["0014", "Owen"], ["0001", "Ann"]]}, ("People", 4, "person_id", "0001")),
        (
            {"Attendance": [["workshop_id", "person_id", "state"], ["W1", "0001", "here"], ["W1", "0001", "absent"]]},
            ("Attendance", 3, "person_id", "0001"),
        ),
        (
            {"Papers": [["workshop_id", "person_id", "paper"], ["W1", "0001", "Agenda"], ["W1", "0001", "Agenda "]]},
            ("Papers", 3, "paper", "Agenda"),
        ),
        ({"Workspace": [["setting", "value"], ["currency", "GBP"], ["Currency", "EUR"]]}, ("Workspace", 3, "setting", "currency")),
        ({"Payments": [[*PAYMENT, "paid"], ["X1", "W1", "0001", "fee", 25]]}, ("Payments", 2, "paid_on", "")),
        ({"Payments": [[*PAYMENT, "paid_on"], ["X1", "W1", "0001", "fee", "01/03/2025"]]}, ("Payments", 2, "paid", "")),
        (
            {"Payments": [[*PAYMENT, "paid", "paid_on", "cancelled_reason"], ["X1", "W1", "0001", "fee", 25, "01/03/2025", "typed twice"]]},
            ("Payments", 2, "cancelled_reason", "typed twice"),
        ),
        (
            {
                "Decisions": [DECISION, ["D1", "P-01", "Which?"]],
                "Deciders": [["decision_id", "capacity", "could_decide", "took_part"], ["D1", "carer", 2, 3]],
            },
            ("Deciders", 2, "took_part", "3"),
        ),
        ({"Turns": [["workshop_id", "turns"], ["W1", 3]]}, ("Turns", 2, "person_id", "")),
        (
            {"Projects": [["project_id", "title", "starts_on", "ends_on"], ["P-01", "T", "02/03/2025", "01/03/2025"]]},
            ("Projects", 2, "ends_on", "2025-03-01"),
        ),
        (
            {"Rates": [["label", "shape", "amount", "valid_from", "valid_to"], ["Hour", "per_hour", 12.6, "02/03/2025", "01/03/2025"]]},
            ("Rates", 2, "valid_to", "2025-03-01"),
        ),
        (
            {"Workshops": [["workshop_id", "project_id", "title", "date"], ["W1", "P-01", "First", "01/03/2925"]]},
            ("Workshops", 2, "date", "2925-03-01"),
        ),
    ],
)
def test_what_cannot_be_right_is_a_problem_with_its_place(
    workspace: WorkspaceFile, tmp_path: Path, sheets: Sheets, where: tuple[str, int, str, str]
) -> None:
    made = plan(workspace, tmp_path, with_sheets(**sheets))
    assert [place(problem) for problem in made.problems] == [where]
    assert made.problems[0].expected.endswith(".")
    with pytest.raises(ProblemsFound) as found:
        bring_in(workspace, made)
    assert found.value.problems == made.problems
    assert not any(nouns for kind, nouns in load_all_nouns(workspace).items() if kind.__name__ != "Setting")
    assert workspace.undo_label is None


def test_a_number_that_lost_its_zeros_is_recognised(workspace: WorkspaceFile, tmp_path: Path) -> None:
    (problem,) = plan(workspace, tmp_path, with_sheets(Attendance=[["workshop_id", "person_id"], ["W1", 14]])).problems
    assert "0014" in problem.expected


def test_parents_may_be_in_the_workspace_already(workspace: WorkspaceFile, tmp_path: Path) -> None:
    take(workspace, tmp_path, with_sheets())
    only = {"Attendance": [["workshop_id", "person_id", "minutes_present"], ["W1", "0001", 90]]}
    assert not plan(workspace, tmp_path, only).problems


def test_a_bad_parent_row_is_one_problem_and_not_one_for_each_child(workspace: WorkspaceFile, tmp_path: Path) -> None:
    sheets = with_sheets(People=[["person_id", "name", "left_on"], ["0001", "Asha", "soon"], ["0014", "Owen", None]])
    assert [place(problem) for problem in plan(workspace, tmp_path, sheets).problems] == [("People", 2, "left_on", "soon")]


def test_an_unreadable_cell_is_not_also_a_contradiction(workspace: WorkspaceFile, tmp_path: Path) -> None:
    sheets = with_sheets(Payments=[[*PAYMENT, "paid", "paid_on"], ["X1", "W1", "0001", "fee", 25, "soon"]])
    assert [place(problem) for problem in plan(workspace, tmp_path, sheets).problems] == [("Payments", 2, "paid_on", "soon")]


def test_one_row_can_have_several_things_wrong(workspace: WorkspaceFile, tmp_path: Path) -> None:
    rows = [[*PAYMENT, "paid", "response", "cancelled_reason"], ["X1", "W9", "0001", "gift", 25, "perhaps", "twice"]]
    columns = [problem.column for problem in plan(workspace, tmp_path, with_sheets(Payments=rows)).problems]
    assert columns == ["workshop_id", "kind", "response", "cancelled_reason", "paid_on"]


def test_a_missing_column_is_one_problem_of_the_sheet(workspace: WorkspaceFile, tmp_path: Path) -> None:
    made = plan(workspace, tmp_path, {"People": [["person_id"], ["0001"], ["0014"]]})
    assert [place(problem) for problem in made.problems] == [("People", None, "name", "")]


def test_a_missing_column_does_not_matter_where_everybody_is_known(workspace: WorkspaceFile, tmp_path: Path) -> None:
    take(workspace, tmp_path, with_sheets())
    made = plan(workspace, tmp_path, {"People": [["person_id", "left_on"], ["0001", "01/03/2025"]]})
    assert not made.problems
    assert made.summary() == "added 0, updated 1, unchanged 0"


@pytest.mark.parametrize(
    "sheets, where",
    [
        (
            {
                "Contributions": [
                    ["contribution_id", "workshop_id", "words", "answered_on", "told_on"],
                    ["C1", "W1", "Ring us", "02/03/2025", "01/03/2025"],
                ]
            },
            ("Contributions", 2, "told_on", "2025-03-01"),
        ),
        (
            {"Workshops": [["workshop_id", "project_id", "title", "date", "state"], ["W1", "P-01", "First", "01/03/2025", "planned"]]},
            ("Attendance", 2, "state", "here"),
        ),
        (
            {
                "Projects": [["project_id", "title"], ["P-01", "One"], ["P-02", "Two"]],
                "Decisions": [[*DECISION, "workshop_id"], ["D1", "P-02", "Which?", "W1"]],
            },
            ("Decisions", 2, "workshop_id", "W1"),
        ),
        ({"Turns": [["workshop_id", "person_id", "turns"], ["W1", "0001", 3], ["W1", "0001", 4]]}, ("Turns", 3, "person_id", "0001")),
    ],
)
def test_a_doubt_is_listed_and_brought_in_all_the_same(
    workspace: WorkspaceFile, tmp_path: Path, sheets: Sheets, where: tuple[Any, ...]
) -> None:
    made = plan(workspace, tmp_path, with_sheets(**sheets))
    assert not made.problems
    assert place(made.warnings[0]) == where
    bring_in(workspace, made)


def test_blocks_may_share_their_order(workspace: WorkspaceFile, tmp_path: Path) -> None:
    blocks = [["workshop_id", "order", "title", "minutes"], ["W1", 1, "Hello", 5], ["W1", 1, "Also hello", 5]]
    made = plan(workspace, tmp_path, with_sheets(Blocks=blocks))
    assert not made.problems
    assert not made.warnings


def test_a_settlement_is_a_line_of_its_own_beside_the_advance(workspace: WorkspaceFile, tmp_path: Path) -> None:
    lines = [
        [*PAYMENT, "advance_asked_on", "paid", "paid_on"],
        ["X1", "W1", "0001", "fee", "01/02/2025", 10, "02/02/2025"],
        ["X2", "W1", "0001", "fee", None, 40, "02/04/2025"],
    ]
    assert not plan(workspace, tmp_path, with_sheets(Payments=lines)).problems


def test_twenty_faults_are_all_listed_at_once_and_nothing_changes(workspace: WorkspaceFile, tmp_path: Path) -> None:
    sheets = {
        "Workspace": [["setting", "value"], ["payment_promise_days", "soon"]],
        "Rates": [["label", "shape", "amount", "valid_from"], ["Hour", "hourly", "12.605", "2025-13-01"]],
        "Projects": [["project_id", "title", "starts_on", "ends_on"], ["P-01", "Home", "2025-02-01", "2025-01-01"]],
        "People": [
            ["person_id", "name", "under_18"],
            ["0001", "Asha", "perhaps"],
            ["0001", "Ann", None],
            ["0003", None, None],
            ["0004", "a\x07b", None],
        ],
        "Workshops": [
            ["workshop_id", "project_id", "title", "date", "starts_at"],
            ["W1", "P-01", "First", "12/31/2025", "noon"],
            ["W2", "P-7", "B", "1/2/2025", None],
        ],
        "Blocks": [["workshop_id", "order", "title", "minutes"], ["W1", 1, "Hello", -5]],
        "Attendance": [["workshop_id", "person_id", "state"], ["W1", "0001", "there"], ["W1", "0001", "here"]],
        "Payments": [
            [*PAYMENT, "paid", "paid_on", "offered"],
            ["X1", "W1", "0001", "fee", 25, None, -3],
            ["X2", "W1", "0009", "fee", None, "1/3/2025", None],
        ],
        "Verdicts": [["workshop_id", "given_by", "voice"], ["W1", "participant", 11]],
    }
    made = plan(workspace, tmp_path, sheets)
    expected = [
        ("Workspace", 2, "value"),
        ("Rates", 2, "shape"),
        ("Rates", 2, "amount"),
        ("Rates", 2, "valid_from"),
        ("Projects", 2, "ends_on"),
        ("People", 2, "under_18"),
        ("People", 3, "person_id"),
        ("People", 4, "name"),
        ("People", 5, "name"),
        ("Workshops", 2, "date"),
        ("Workshops", 2, "starts_at"),
        ("Workshops", 3, "project_id"),
        ("Blocks", 2, "minutes"),
        ("Attendance", 2, "state"),
        ("Attendance", 3, "person_id"),
        ("Payments", 2, "paid_on"),
        ("Payments", 2, "offered"),
        ("Payments", 3, "person_id"),
        ("Payments", 3, "paid"),
        ("Verdicts", 2, "voice"),
    ]
    assert [(problem.sheet, problem.row, problem.column) for problem in made.problems] == expected
    with pytest.raises(ProblemsFound, match="20 things"):
        bring_in(workspace, made)
    assert workspace.undo_label is None


def test_a_decision_may_follow_one_further_down_the_same_sheet(workspace: WorkspaceFile, tmp_path: Path) -> None:
    sheet = [[*DECISION, "follows_id"], ["D2", "P-01", "Again?", "D1"], ["D1", "P-01", "Where?", None]]
    take(workspace, tmp_path, with_sheets(Decisions=sheet))
    assert [one.follows_id for one in load_all_nouns(workspace)[Decision]] == ["D1", None]


def test_a_decision_that_follows_nothing_known_is_a_problem(workspace: WorkspaceFile, tmp_path: Path) -> None:
    sheet = [[*DECISION, "follows_id"], ["D2", "P-01", "Again?", "D1"]]
    (problem,) = plan(workspace, tmp_path, with_sheets(Decisions=sheet)).problems
    assert place(problem) == ("Decisions", 2, "follows_id", "D1")
