"""Whatever is done to a workspace, in any order: nothing refused leaves a trace, undo is exact, money adds up, and the erased stay erased.

The long run is `python -m tests.long.store_machine 1000`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RULE_MARKER, run_state_machine_as_test

from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.sheets import SHEETS
from coproduce.imports.plan import ImportPlan
from coproduce.imports.progress import Progress, unwatched
from coproduce.operations import interchange
from coproduce.operations.interchange import ImportResult
from coproduce.storage import erased, journal, search
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.store_machine import Store


def run(stories: int, steps: int, machine: type[Store] = Store) -> None:
    """So many stories of so many steps; the first that comes out wrong raises."""
    few = settings(
        max_examples=stories,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=few)


@pytest.mark.slow
def test_any_story_leaves_the_file_as_it_should_be() -> None:
    run(4, 25)


Plant = Callable[[pytest.MonkeyPatch], None]


def undo_survives_an_erasure(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(erased, "forget", lambda _connection, _holds: None)


def restoring_forgets_who_was_erased(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(erased, "note_beside", lambda _path, _people: None)


def a_part_payment_loses_a_penny(plant: pytest.MonkeyPatch) -> None:
    right = Payment.mark_paid

    def wrong(line: Payment, **said: Any) -> None:
        was = line.paid
        right(line, **said)
        if was and line.paid:
            line.paid = Money(line.paid.pence - 1)

    plant.setattr(Payment, "mark_paid", wrong)


def a_stopped_import_leaves_rows(plant: pytest.MonkeyPatch) -> None:
    right = interchange.bring_in

    def in_two_steps(workspace: WorkspaceFile, plan: ImportPlan, *, progress: Progress = unwatched) -> ImportResult:
        with workspace.work("Import a workbook") as work:
            for sheet in SHEETS:
                work.add_all(plan.added.pop(sheet.noun, ()))
        return right(workspace, plan, progress=progress)

    plant.setattr(interchange, "bring_in", in_two_steps)


def a_search_misses_changes(plant: pytest.MonkeyPatch) -> None:
    right = search.keep

    def wrong(connection: Any, images: journal.Images) -> None:
        kept = {kind: {one: pair for one, pair in records.items() if None in pair} for kind, records in images.pairs.items()}
        right(connection, journal.Images(kept))

    plant.setattr(search, "keep", wrong)


FAULTS: dict[Plant, tuple[str, tuple[str, ...]]] = {
    undo_survives_an_erasure: ("was erased and is in the file", ("add_or_rename_person", "erase", "undo")),
    restoring_forgets_who_was_erased: ("was erased and is in the file", ("back_up", "erase", "restore")),
    a_part_payment_loses_a_penny: ("mark_paid of", ("new_payment", "move_a_payment", "undo")),
    a_stopped_import_leaves_rows: ("import is one step|left a trace", ("bring_in_a_table", "undo", "redo")),
    a_search_misses_changes: ("a search for", ("add_or_rename_person", "undo", "redo")),
}
"""How each is told, and the rules it is looked for with: the whole machine finds them as well, in minutes."""


def only(rules: tuple[str, ...]) -> type[Store]:
    """The machine with no other rules than these."""
    others = {name: None for name, found in inspect.getmembers(Store) if hasattr(found, RULE_MARKER) and name not in rules}
    return type("Some", (Store,), others)


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_planted_fault_is_found(fault: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    told, rules = FAULTS[fault]
    with pytest.raises(AssertionError, match=told):
        run(15, 12, only(rules))
