"""Bringing a file in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from coproduce.domain.sheets import SHEETS
from coproduce.errors import Problem
from coproduce.i18n import _
from coproduce.imports.plan import ImportPlan, SheetCount
from coproduce.imports.progress import Progress, unwatched
from coproduce.storage.many_objects import many_objects
from coproduce.storage.work import Work
from coproduce.storage.workspace_file import WorkspaceFile


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was brought in: counts by sheet, the doubts and notes of the plan, and the problems of the rows left out."""

    counts: tuple[SheetCount, ...]
    summary: str
    warnings: tuple[Problem, ...]
    notes: tuple[str, ...]
    left_out: tuple[Problem, ...]


def bring_in(workspace: WorkspaceFile, plan: ImportPlan, *, progress: Progress = unwatched) -> ImportResult:
    """Add and change what the plan says, all or nothing.

    Raises `ProblemsFound` where the plan has problems and is not partial; whatever `progress` raises undoes it all.
    """
    if not plan.is_ready:
        raise plan.refuse()
    with many_objects(), workspace.work(plan.step or _("Import a workbook")) as work:
        steps = len(SHEETS) + 1
        for done, sheet in enumerate(SHEETS):
            progress(done, steps)
            work.add_all(plan.added.get(sheet.noun, ()))
        _update(work, plan)
        progress(steps, steps)
    return ImportResult(tuple(plan.counts), plan.summary(), plan.warnings, plan.notes, plan.problems)


def _update(work: Work, plan: ImportPlan) -> None:
    by_noun: dict[type[Any], dict[str, dict[str, Any]]] = {}
    for update in plan.updates:
        by_noun.setdefault(update.noun, {})[update.id] = update.values
    for noun, updates in by_noun.items():
        records = {record.id: record for record in work.all(noun)} if len(updates) > 100 else {}
        for record_id, values in updates.items():
            record = records.get(record_id) or work.get(noun, record_id)
            for name, value in values.items():
                setattr(record, name, value)
