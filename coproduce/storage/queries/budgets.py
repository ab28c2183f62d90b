"""A project's budget: its lines, and what was promised and paid of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from coproduce.domain.access import Arrangement
from coproduce.domain.budget import BudgetFigures, BudgetLine, budget_figures
from coproduce.domain.resourcing import Payment
from coproduce.storage import tables
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.workspace_file import WorkspaceFile


@dataclass(frozen=True, slots=True)
class Budget:
    """The lines in the order they were planned, the figures by kind, and the currency."""

    lines: Sequence[BudgetLine]
    figures: Sequence[BudgetFigures]
    currency: str


def budget(workspace: WorkspaceFile, project_id: str) -> Budget:
    """The budget of one project."""
    here = select(tables.workshops.c.id).where(tables.workshops.c.project_id == project_id)
    with workspace.read() as reading:
        lines = reading.all(BudgetLine, project_id=project_id)
        payments = reading.bare(Payment, tables.payments.c.workshop_id.in_(here))
        needs = reading.bare(Arrangement, tables.arrangements.c.workshop_id.in_(here))
        return Budget(lines, budget_figures(lines, payments, needs), settings_in(reading).currency)
