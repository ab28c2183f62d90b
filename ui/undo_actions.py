"""Undo and Redo, with the name of what they would undo or do again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from coproduce.i18n import _

if TYPE_CHECKING:
    from ui.open_workspace import OpenWorkspace
    from ui.services import ShellServices


def name_undo_actions(undo: QAction, redo: QAction, workspace: OpenWorkspace | None) -> None:
    """Write "Undo mark as paid" on the menu, and grey what cannot be done."""
    before = workspace.undo_label if workspace else None
    after = workspace.redo_label if workspace else None
    undo.setText(_("Undo: {step}").format(step=before) if before else _("Undo"))
    redo.setText(_("Redo: {step}").format(step=after) if after else _("Redo"))
    undo.setEnabled(before is not None)
    redo.setEnabled(after is not None)


def undo_step(workspace: OpenWorkspace, services: ShellServices) -> None:
    """Take the last step back and say which."""
    step = workspace.undo_label
    if step is not None:
        said = _("Undone: {step}").format(step=step)
        label = _("Undo: {step}").format(step=step)
        services.run_work(label, workspace.undo, lambda _changes: services.say(said), records=workspace.undo_size)


def redo_step(workspace: OpenWorkspace, services: ShellServices) -> None:
    """Do the last undone step again and say which."""
    step = workspace.redo_label
    if step is not None:
        said = _("Done again: {step}").format(step=step)
        label = _("Redo: {step}").format(step=step)
        services.run_work(label, workspace.redo, lambda _changes: services.say(said), records=workspace.redo_size)
