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
    """The lines in the order they were planned, the figures by kind, and the currency.

    Of one workshop, `for_all` counts the lines for the whole project: no part of them is counted here.
    """

    lines: Sequence[BudgetLine]
    figures: Sequence[BudgetFigures]
    currency: str
    for_all: int = 0


def budget(workspace: WorkspaceFile, project_id: str, workshop_id: str | None = None) -> Budget:
    """The budget of one project, or of one of its workshops."""
    workshops = tables.workshops.c
    here = select(workshops.id).where(workshops.project_id == project_id)
    if workshop_id is not None:
        here = here.where(workshops.id == workshop_id)
    with workspace.read() as reading:
        planned = reading.all(BudgetLine, project_id=project_id)
        lines = [line for line in planned if workshop_id in (None, line.workshop_id)]
        payments = reading.bare(Payment, tables.payments.c.workshop_id.in_(here))
        needs = reading.bare(Arrangement, tables.arrangements.c.workshop_id.in_(here))
        for_all = sum(line.workshop_id is None for line in planned) if workshop_id is not None else 0
        return Budget(lines, budget_figures(lines, payments, needs), settings_in(reading).currency, for_all)
