"""Keeping a moment by name, and going back to it: a mark in the history, and a checked copy for when undo no longer reaches it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
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
        window.safekeeping.made_by_hand()
        window.services.say(_("Everything is saved already. This moment is kept as “{name}”.").format(name=name))

    window.services.run_job(_("Keeping this moment"), lambda _progress: file.backup(at=at), done)


def go_back_to_copy(window: MainWindow, copy: Path) -> None:
    """Ask, then put the copy of a kept moment in the place of the workspace; what is there now is kept beside it."""
    workspace = window.workspace
    if workspace is None:
        return
    detail = _(
        "Everything is then as it was at that moment. The workspace as it is now is kept beside it, "
        "with “before restore” in its name, so nothing is lost."
    )
    act = partial(_ask_passphrase if workspace.is_protected else _go_back, window, copy)
    window.services.ask(_("Put the copy in the place of this workspace?"), _("Go back to the copy"), act, detail=detail)


def _ask_passphrase(window: MainWindow, copy: Path) -> None:
    from coproduce.errors import Refused, WrongPassphrase
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.opening_file import passphrase_field

    def submit(values: dict[str, str]) -> None:
        try:
            WorkspaceFile.open(copy, passphrase=values["passphrase"], read_only=True).close()
        except WrongPassphrase as error:
            raise Refused(str(error), field="passphrase") from error
        _put_in_place(window, copy, values["passphrase"])

    title = _("“{name}” is protected").format(name=copy.stem)
    window.services.open_form(title, [passphrase_field()], submit, ok=_("Go back to the copy"))


def _go_back(window: MainWindow, copy: Path) -> None:
    window.services.attempt(lambda: _put_in_place(window, copy, None), say=False)


def _put_in_place(window: MainWindow, copy: Path, passphrase: str | None) -> None:
    from coproduce.storage.backup import restore
    from coproduce.storage.workspace_file import WorkspaceFile

    if window.workspace is None:
        return
    path = window.workspace.path
    window.close_workspace(keep_page=True)
    try:
        kept = restore(path, copy, passphrase)
    finally:
        window.take(WorkspaceFile.open(path, passphrase=passphrase))
    if kept is not None:
        window.services.say(_("Everything is as it was in the copy. What was there before is kept as “{name}”.").format(name=kept.name))
