"""What is planned to be spent on a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import BudgetKind
from coproduce.domain.ids import ProjectId, RowId, WorkshopId
from coproduce.domain.money import Money
from coproduce.domain.projects import Project
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class BudgetDetails(TypedDict, total=False):
    """What may be known about a line besides what it is for; see `BudgetLine`."""

    people: int | None
    sessions: int | None
    each: Money | None
    spent: Money | None
    note: str | None
    workshop_id: WorkshopId | None


class BudgetChanges(BudgetDetails, total=False):
    """What may be corrected."""

    kind: BudgetKind
    title: str


def add_budget_line(
    workspace: WorkspaceFile, project_id: ProjectId, *, kind: BudgetKind, title: str, **details: Unpack[BudgetDetails]
) -> RowId:
    """Plan a line of a project's budget, for one of its workshops or for all of it."""
    line = BudgetLine(project_id, kind, title, **details)
    line.check()
    with workspace.work(_("Add budget line")) as work:
        work.get(Project, project_id)
        _refuse_elsewhere(work, line)
        work.add(line)
    return line.id


def edit_budget_line(workspace: WorkspaceFile, line_id: RowId, **changes: Unpack[BudgetChanges]) -> None:
    """Correct a line."""
    with workspace.work(_("Edit budget line")) as work:
        line = work.get(BudgetLine, line_id)
        amend(line, changes)
        line.check()
        _refuse_elsewhere(work, line)


def delete_budget_line(workspace: WorkspaceFile, line_id: RowId) -> None:
    """Take a line off the budget. What was paid stays."""
    with workspace.work(_("Delete budget line")) as work:
        work.delete(work.get(BudgetLine, line_id))


def _refuse_elsewhere(work: Work, line: BudgetLine) -> None:
    if line.workshop_id is not None and work.get(Workshop, line.workshop_id).project_id != line.project_id:
        raise Refused(_("That workshop is part of another project. Choose one of this project."), field="workshop_id")
