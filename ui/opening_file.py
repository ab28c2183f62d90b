"""Opening a workspace through the window: its passphrase is asked for, and where it does not open, every way on is offered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer

from coproduce.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coproduce.errors import WorkspaceError
    from coproduce.storage.salvage.lost import Rescued
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.dialogs import MessageDialog
    from ui.kit.fields import TextField
    from ui.main_window import MainWindow

T = TypeVar("T")


def open_file(window: MainWindow, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> None:
    """Open it in this window; where that fails say why, and what can be done."""
    from coproduce.errors import PassphraseNeeded, WorkspaceError
    from ui.unlocking import unlock

    try:
        found = opened(window, path, passphrase, read_only=read_only)
    except PassphraseNeeded:
        unlock(window, path, read_only=read_only)
    except WorkspaceError as error:
        window.opening_failed()
        offer_ways_on(window, path, passphrase, error)
    else:
        window.take(found)


def opened(window: MainWindow, path: Path, passphrase: str | None, *, read_only: bool) -> WorkspaceFile:
    """The file, open; where it is damaged the newest copy is looked for in every folder of backups. Raises what opening raises."""
    from coproduce.storage.workspace_file import WorkspaceFile

    return WorkspaceFile.open(path, passphrase=passphrase, read_only=read_only, backups_in=_backup_folders(window, path))


def _backup_folders(window: MainWindow, path: Path) -> list[Path | None]:
    """Beside it, and where this computer was told to put them."""
    chosen = window.preferences.backup_folder(path)
    return [None] if chosen is None else [None, chosen]


def ask_passphrase(window: MainWindow, path: Path, act: Callable[[str], object]) -> None:
    """Ask for the passphrase of a file, and do something that needs the right one. What else goes wrong is told with its ways on."""

    def submit(values: dict[str, str]) -> None:
        tried(window, path, values["passphrase"], act)

    window.services.open_form(
        _("“{name}” is protected").format(name=path.stem),
        [passphrase_field()],
        submit,
        ok=_("Open"),
    )


def passphrase_field() -> TextField:
    """The question for the words of a protected file, which its recovery sheet answers as well."""
    from ui.kit.fields import TextField

    hint = _("Nobody knows it any more? Type the code on the recovery sheet here.")
    return TextField("passphrase", _("Passphrase"), hint, required=True, secret=True)


def tried(window: MainWindow, path: Path, passphrase: str, act: Callable[[str], T]) -> T | None:
    """What `act` gives for a passphrase from a form. Wrong words are refused in the form; other trouble gives None, and its ways on."""
    from coproduce.errors import Refused, WorkspaceError, WrongPassphrase

    try:
        return act(passphrase)
    except WrongPassphrase as error:
        raise Refused(str(error), field="passphrase") from error
    except WorkspaceError as error:  # the words are right: the form has done its part
        QTimer.singleShot(0, window, partial(offer_ways_on, window, path, passphrase, error))
        return None


def offer_ways_on(window: MainWindow, path: Path, passphrase: str | None, error: WorkspaceError) -> None:
    """What happened, in the error's own sentences, and what can be done about it, the likeliest first."""
    from coproduce.errors import DiskTrouble, NotAWorkspace, WorkspaceDamaged, WorkspaceLocked, WorkspaceMissing, WorkspaceTooNew
    from coproduce.storage.backup import newest
    from ui.copying import open_a_copy
    from ui.error_dialog import show_problem

    dialog = show_problem(window, _("“{name}” could not be opened").format(name=path.stem), str(error))
    if isinstance(error, WorkspaceDamaged):
        if error.backup is not None:
            _offer_backup(window, dialog, path, error.backup, passphrase)
        dialog.add_way(_("Rescue what can be read…"), partial(_ask_where_to_rescue, window, path, passphrase))
    elif isinstance(error, (WorkspaceLocked, DiskTrouble)):
        if path.is_file():
            dialog.add_way(_("Open to read only"), partial(open_file, window, path, passphrase, read_only=True))
            dialog.add_way(_("Open a copy…"), partial(open_a_copy, window, path, passphrase))
        else:
            dialog.add_way(_("Choose another file…"), window.files.open)
    elif isinstance(error, (WorkspaceMissing, NotAWorkspace, WorkspaceTooNew)):
        backup = newest(path, passphrase, _backup_folders(window, path))
        if backup is not None:
            _offer_backup(window, dialog, path, backup, passphrase, replaces=not isinstance(error, WorkspaceTooNew))
        dialog.add_way(_("Choose another file…"), window.files.open)


def _offer_backup(
    window: MainWindow, dialog: MessageDialog, path: Path, copy: Path, passphrase: str | None, *, replaces: bool = True
) -> None:
    if replaces:
        dialog.add_way(_("Put the newest backup in its place…"), partial(_ask_to_restore, window, path, copy, passphrase))
    dialog.add_way(_("Look at the newest backup"), partial(open_file, window, copy, passphrase, read_only=True))


def _ask_to_restore(window: MainWindow, path: Path, copy: Path, passphrase: str | None) -> None:
    detail = _(
        "What was done since it was made is not in it. The file that cannot be opened is kept beside it, with “before restore” in its name."
    )
    question = _("Put “{name}” in the place of this workspace?").format(name=copy.stem)
    window.services.ask(question, _("Put it in place"), partial(_restore, window, path, copy, passphrase), detail=detail)


def _restore(window: MainWindow, path: Path, copy: Path, passphrase: str | None) -> None:
    from coproduce.storage.backup import restore

    def put_back() -> None:
        kept = restore(path, copy, passphrase)
        open_file(window, path, passphrase)
        if kept is not None and window.workspace is not None:
            window.services.say(_("The backup is in place. What was there before is kept as “{name}”.").format(name=kept.name))

    window.services.attempt(put_back, say=False)


def _ask_where_to_rescue(window: MainWindow, path: Path, passphrase: str | None) -> None:
    from coproduce.storage.salvage.rescuing import suggested_name
    from ui.file_actions import workspace_kinds
    from ui.kit.save_as import save_as

    save_as(
        window,
        _("Save what can be read in a new workspace"),
        suggested_name(path),
        workspace_kinds(),
        partial(rescue_into, window, path, passphrase),
    )


def rescue_into(window: MainWindow, path: Path, passphrase: str | None, to: Path) -> None:
    """Rescue on a worker, then say what came of it."""
    from coproduce.storage.history import now
    from coproduce.storage.salvage.rescuing import rescue
    from coproduce.storage.watching import watched_by
    from ui.kit.screen import Progress

    def work(progress: Progress) -> Rescued:
        with watched_by(progress, 0):
            return rescue(path, to, passphrase, now(), _backup_folders(window, path))

    window.services.run_job(_("Rescuing {name}").format(name=path.stem), work, partial(_say_what_came, window, passphrase))


def _say_what_came(window: MainWindow, passphrase: str | None, rescued: Rescued) -> None:
    from coproduce.i18n import ngettext
    from ui.kit.dialogs import Lines, MessageDialog

    saved = ngettext("{n} record is in the new workspace.", "{n} records are in the new workspace.", rescued.saved)
    lost = ngettext("{n} is known to be missing.", "{n} are known to be missing.", rescued.missing)
    numbers = f"{saved.format(n=rescued.saved)} {lost.format(n=rescued.missing)}"
    where = _("This list is kept beside it, as “{name}”.").format(name=rescued.words_at.name)
    dialog = MessageDialog(window, "shield-check", _("What could be read is safe"), f"{numbers} {where}", width=620)
    dialog.add(Lines(_("What came of it"), rescued.lines))
    dialog.add_button(_("Close"))
    dialog.add_button(_("Open the new workspace"), partial(open_file, window, rescued.path, passphrase), primary=True)
    dialog.open()
