"""Keeping a moment by name, so that it can be gone back to: a mark in the history and a checked copy beside the workspace."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def keep_moment(window: MainWindow) -> None:
    """Ask what to call this moment, and keep it."""
    from ui.kit.fields import TextField

    workspace = window.workspace
    if workspace is None:
        return
    if workspace.is_read_only:
        words = _("This workspace is open to read only. Nothing in it has changed, so there is nothing to keep.")
        window.services.say(words, tone=Tone.INFO)
        return
    why = _("Everything is saved already. A name lets you go back to this moment: it stands in the history, and a copy is made.")
    hint = _("The name stays in the history for good, so name no person.")
    name = TextField("name", _("Name this moment"), hint, required=True, value=_suggestion())
    window.services.open_form(_("Keep this moment"), [name], lambda answers: _keep(window, answers["name"]), ok=_("Keep"), help_line=why)


def _suggestion() -> str:
    now = datetime.now().astimezone()
    return _("{day} at {time}").format(day=f"{now.day} {now:%B %Y}", time=f"{now:%H:%M}")


def _keep(window: MainWindow, name: str) -> None:
    workspace = window.workspace
    if workspace is None:
        return
    file = workspace.workspace
    at = file.note(name, "mark")

    def done(_made: Path) -> None:
        window.preferences.note_backup(file.path, at)
        window.status_line.show_backup()
        window.services.say(_("Everything is saved already. This moment is kept as “{name}”.").format(name=name))

    window.services.run_job(_("Keeping this moment"), lambda _progress: file.backup(at=at), done)
