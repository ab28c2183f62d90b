"""File, Protection: what protects the workspace, another passphrase, a first one or none, and the recovery sheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coproduce.domain.passphrases import check_passphrase, six_words
from coproduce.errors import Refused, WrongPassphrase
from coproduce.i18n import _, ngettext
from ui.kit.cells import Tone
from ui.kit.choice_box import Tick
from ui.kit.dialogs import MessageDialog
from ui.kit.fields import TextField
from ui.kit.layout import column
from ui.kit.progress_dialog import ProgressDialog
from ui.kit.words import label
from ui.offering_sheet import offer_sheet
from ui.unlocking import keep_unlocked, stay_words

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def open_protection(window: MainWindow) -> None:
    """Say what protects the workspace, and offer what can be done about it."""
    workspace = window.workspace
    if workspace is None:
        return
    if workspace.is_read_only:
        window.services.say(_("This workspace is open to read only, so its protection cannot be changed here."), tone=Tone.INFO)
        return
    if not workspace.is_protected:
        words = _("Anybody who gets this file can read it: names, needs and words. With a passphrase nobody can without it.")
        dialog = MessageDialog(window, "lock-open", _("This workspace is not protected"), words, width=560)
        dialog.add_button(_("Close"))
        dialog.add_button(_("Protect it…"), partial(_ask_new, window), primary=True)
    else:
        words = _("Nobody can read this file without its passphrase, or the code on its recovery sheet.")
        dialog = MessageDialog(window, "lock", _("This workspace is protected"), words, width=620)
        dialog.add(_StaysUnlocked(window))
        dialog.add_button(_("Close"))
        dialog.add_button(_("Take protection away…"), partial(_ask_away, window))
        dialog.add_button(_("Change the passphrase…"), partial(_ask_new, window))
        dialog.add_button(_("Recovery sheet…"), partial(offer_sheet, window), primary=True)
    dialog.open()


class _StaysUnlocked(QWidget):
    """Whether its key is in the keyring of this computer. Ticking it takes effect at once; without a keyring it is grey and says so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.tick = Tick(_("Keep unlocked on this computer"))
        why_not = window.files.kept_keys.why_not
        self._words = label(why_not or stay_words(), "muted", wrap=True)
        self.tick.setAccessibleDescription(self._words.text())
        self.tick.setEnabled(not why_not)
        workspace = window.workspace
        self.tick.setChecked(workspace is not None and not why_not and window.preferences.is_kept_unlocked(workspace.path))
        self.tick.toggled.connect(self._keep)
        self.setLayout(column(self.tick, self._words, gap=2, margins=(0, 8, 0, 0)))

    def _keep(self, wanted: bool) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        if not keep_unlocked(self._window, workspace.path, workspace.workspace.recovery_code or "", wanted=wanted):
            self._words.setText(_("The keyring of this computer did not take it. Its words are asked for as before."))
            self.tick.setChecked(False)


def passphrase_field() -> TextField:
    """Six words made for them, in sight, which they may put others in place of."""
    hint = _("Six words made for you, or words of your own. Write them down where only your team finds them.")
    return TextField("passphrase", _("Passphrase"), hint, value=six_words(), passing=True)


def _ask_new(window: MainWindow) -> None:
    workspace = window.workspace
    if workspace is None:
        return
    old = [_old_field()] if workspace.is_protected else []
    window.services.open_form(
        _("A new passphrase") if old else _("Protect this workspace"),
        [*old, passphrase_field()],
        lambda answers: _protect(window, answers.get("old"), check_passphrase(answers["passphrase"] or "")),
        ok=_("Change it") if old else _("Protect it"),
        help_line=_("The whole file is written anew. That takes a moment."),
    )


def _ask_away(window: MainWindow) -> None:
    window.services.open_form(
        _("Take protection away"),
        [_old_field()],
        lambda answers: _protect(window, answers["old"], None),
        ok=_("Take it away"),
        help_line=_("Then anybody who gets the file can read it."),
    )


def _old_field() -> TextField:
    return TextField("old", _("The passphrase it has now"), _("Or the code on the recovery sheet."), required=True, secret=True)


def _protect(window: MainWindow, old: str | None, new: str | None) -> None:
    """Close the file, write it anew on a worker, and open it again whatever happens. What the keyring knows of it is forgotten."""
    from coproduce.storage.protecting import protect_anew

    if window.workspace is None:
        return
    path = window.workspace.path
    if window.workspace.is_protected:
        _check_old(path, old)
        keep_unlocked(window, path, "", wanted=False)
    window.close_workspace(keep_page=True)
    window.preferences.reopen = path

    def done(_result: object) -> None:
        _open_again(window, path, new)
        window.when_ready(partial(_say_what_is_left, window, path, is_protected=new is not None))

    def failed(error: Exception) -> None:
        _open_again(window, path, old)
        window.services.failed(error)

    words = _("Everything is written into a new file and looked through. Until then the old one stays as it is.")
    job = window.jobs.start(_("Writing the file anew"), partial(protect_anew, path, old, new), done, failed)
    ProgressDialog(window, _("The whole file is written anew"), words, job, window.jobs.ended).open()


def _open_again(window: MainWindow, path: Path, passphrase: str | None) -> None:
    from coproduce.storage.workspace_file import WorkspaceFile

    window.services.attempt(lambda: window.take(WorkspaceFile.open(path, passphrase=passphrase)), say=False)


def _check_old(path: Path, old: str | None) -> None:
    from coproduce.storage.workspace_file import WorkspaceFile

    try:
        WorkspaceFile.open(path, passphrase=old, read_only=True).close()
    except WrongPassphrase as error:
        raise Refused(str(error), field="old") from error


def _say_what_is_left(window: MainWindow, path: Path, *, is_protected: bool) -> None:
    """Copies made before are as they were. Where that leaves them open to anybody, offer to take them away."""
    from coproduce.storage.checks import read_header
    from coproduce.storage.copies import copies_of

    if not is_protected:
        window.services.say(_("The workspace is not protected any more. Copies made before keep their passphrase."), tone=Tone.WARN)
        return
    open_to_all = [copy.path for copy in copies_of(path) if not read_header(copy.path).is_protected]
    if not open_to_all:
        offer_sheet(window)
        return
    count = len(open_to_all)
    question = ngettext("Delete {n} backup that anybody can read?", "Delete {n} backups that anybody can read?", count)
    window.services.ask(
        question.format(n=count),
        _("Delete them"),
        partial(_delete, window, open_to_all),
        detail=_("They were made before the workspace was protected, and lie beside it. A new one is made now."),
    )


def _delete(window: MainWindow, copies: list[Path]) -> None:
    if window.workspace is not None:
        window.workspace.workspace.backup_by_itself(window.preferences.backup_folder(window.workspace.path))
    for copy in copies:
        copy.unlink(missing_ok=True)
    offer_sheet(window)
