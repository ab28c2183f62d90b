"""Bringing a workbook in: read on a worker, shown before anything changes, brought in as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from coproduce.errors import Problem
from coproduce.i18n import _, ngettext
from ui.kit.cells import Text
from ui.kit.columns import Column
from ui.kit.dialogs import MessageDialog
from ui.kit.rows_table import RowsTable
from ui.kit.words import label
from ui.theme.sizes import least_height

if TYPE_CHECKING:
    from coproduce.imports.plan import ImportPlan, SheetCount
    from coproduce.operations.interchange import ImportResult
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow
    from ui.rows_mapping.opening import FoundTables


_WIDE = 860


def begin_import(window: MainWindow, path: Path) -> None:
    """Read a file and show what it would do. Where no workspace is open, make one for it first."""
    if window.workspace is None:
        from ui.new_workspace import ask_for_workspace

        ask_for_workspace(window, _beside(path), lambda: _read(window, path, partial=False))
    else:
        _read(window, path, partial=False)


def _beside(path: Path) -> Path:
    """A name for a new workspace next to the workbook that no file has yet."""
    made, number = path.with_suffix(".coproduce"), 2
    while made.exists():
        made, number = path.with_name(f"{path.stem} {number}.coproduce"), number + 1
    return made


def _read(window: MainWindow, path: Path, *, partial: bool) -> None:
    workspace = window.workspace
    if workspace is None:
        return
    file = workspace.workspace

    def work(progress: Progress) -> ImportPlan | FoundTables:
        from coproduce.imports.planning import plan_import
        from coproduce.imports.workbook import NoSheetWeKnow, read_workbook
        from ui.rows_mapping.opening import read_foreign_file

        try:
            read = read_workbook(path, progress)
        except NoSheetWeKnow:
            return read_foreign_file(file, path, progress)
        if read.is_somebody_elses:
            return read_foreign_file(file, path, progress)
        return plan_import(file, read, partial=partial, progress=progress)

    window.services.run_job(_("Reading {name}").format(name=path.name), work, lambda found: _show(window, found))


def _show(window: MainWindow, found: ImportPlan | FoundTables) -> None:
    """A workbook of ours is told in sentences; a table of somebody else's is mapped first."""
    from coproduce.imports.plan import ImportPlan
    from ui.rows_mapping.opening import open_mapping

    if isinstance(found, ImportPlan):
        plan_dialog(window, found).open()
    else:
        open_mapping(window, found)


def plan_dialog(window: MainWindow, plan: ImportPlan) -> MessageDialog:
    """A dialog that says what would be brought in, or lists everything that is in the way."""
    return _welcome(window, plan) if plan.is_ready else _refused(window, plan)


def _welcome(window: MainWindow, plan: ImportPlan) -> MessageDialog:
    name = plan.source.name
    if plan.changes_nothing:
        dialog = MessageDialog(
            window, "circle-check", _("Nothing new in {name}").format(name=name), _("The workspace says all of it already.")
        )
        dialog.add_button(_("Close"), primary=True)
        return dialog
    added = _listed(_("To add: {list}."), plan.counts, "added")
    updated = _listed(_("To change: {list}."), plan.counts, "updated")
    left_out = _listed(_("Left out, because something in them needs putting right: {list}."), plan.counts, "left_out")
    undo = _("This is one step: Undo takes all of it back.")
    words = "\n\n".join(part for part in (added, updated, left_out, *plan.notes, undo) if part)
    dialog = MessageDialog(window, "upload", _("Bring in {name}?").format(name=name), words, width=_WIDE if plan.warnings else 560)
    if plan.warnings:
        count = len(plan.warnings)
        about = ngettext(
            "{count} thing worth a look; it does not stop the import", "{count} things worth a look; they do not stop the import", count
        )
        _list(dialog, plan.warnings, about.format(count=count))
    dialog.add_button(_("Cancel"))
    dialog.add_button(_("Bring it in"), lambda: _bring_in(window, plan), primary=True)
    return dialog


def _listed(sentence: str, counts: Sequence[SheetCount], name: str) -> str:
    """`To add: People 24, Workshops 12.`; nothing where there is nothing of the kind."""
    found = [f"{count.sheet} {getattr(count, name)}" for count in counts if getattr(count, name)]
    return sentence.format(list=", ".join(found)) if found else ""


def _refused(window: MainWindow, plan: ImportPlan) -> MessageDialog:
    dialog = MessageDialog(
        window,
        "triangle-alert",
        _("{name} needs putting right first").format(name=plan.source.name),
        str(plan.refuse()),
        tone="warn",
        width=_WIDE,
    )
    _list(dialog, plan.problems, _("Problems in the file"))
    dialog.add_button(_("Copy the list"), lambda: _copy(plan.problems), stays=True)
    dialog.add_button(_("Bring in the rows that are right"), lambda: _read(window, plan.source, partial=True))
    dialog.add_button(_("Close"), primary=True)
    return dialog


def _list(dialog: MessageDialog, problems: Sequence[Problem], name: str) -> None:
    by_place = {str(place): problem for place, problem in enumerate(problems)}
    whole = label("", wrap=True)

    def chosen(place: str | None) -> None:
        whole.setText("" if place is None else str(by_place[place]))

    table = RowsTable(name, _columns(), lambda ids: {place: by_place[place] for place in ids}, chosen=chosen)
    table.show_ids(list(by_place))
    least_height(table, min(360, 60 + 52 * len(problems)))
    dialog.add(label(name, "h3"))
    dialog.add(table)
    dialog.add(whole)
    table.choose("0")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Sheet"), lambda problem: Text(problem.sheet, strong=True), 100),
        Column(_("Row"), lambda problem: Text("" if problem.row is None else str(problem.row)), 60),
        Column(_("Column"), lambda problem: Text(problem.column or ""), 140),
        Column(_("What is there"), lambda problem: Text(problem.value), 130),
        Column(_("What is needed"), lambda problem: Text(problem.expected, strong=True), 300, stretch=True),
    )


def _copy(problems: Sequence[Problem]) -> None:
    QGuiApplication.clipboard().setText("\n".join(str(problem) for problem in problems))


def _bring_in(window: MainWindow, plan: ImportPlan) -> None:
    from coproduce.operations.interchange import bring_in

    workspace = window.workspace
    if workspace is None:
        return
    file, name = workspace.workspace, plan.source.name
    window.safekeeping.before_much_changes()

    def done(brought: ImportResult) -> None:
        window.services.say(_("Brought in {name}: {summary}").format(name=name, summary=brought.summary), undo=True)

    window.services.run_work(_("Bring in {name}").format(name=name), lambda: bring_in(file, plan), done, records=_size(plan))


def _size(plan: ImportPlan) -> int:
    return len(plan.updates) + sum(map(len, plan.added.values()))
