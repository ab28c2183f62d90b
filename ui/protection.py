"""File, Protection: what protects the workspace, another passphrase, a first one or none, and the recovery sheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.passphrases import check_passphrase, six_words
from coproduce.errors import Refused, WrongPassphrase
from coproduce.i18n import _, ngettext
from ui.kit.cells import Tone
from ui.kit.dialogs import MessageDialog
from ui.kit.fields import TextField
from ui.kit.record_list import local_today

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
        dialog.add_button(_("Close"))
        dialog.add_button(_("Take protection away…"), partial(_ask_away, window))
        dialog.add_button(_("Change the passphrase…"), partial(_ask_new, window))
        dialog.add_button(_("Recovery sheet…"), partial(offer_sheet, window), primary=True)
    dialog.open()


def passphrase_field() -> TextField:
    """Six words made for them, in sight, which they may put others in place of."""
    hint = _("Six words made for you, or words of your own. Write them down where only your team finds them.")
    return TextField("passphrase", _("Passphrase"), hint, value=six_words())


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
    """Close the file, write it anew, and open it again whatever happens."""
    from coproduce.storage.protecting import protect_anew
    from coproduce.storage.workspace_file import WorkspaceFile

    if window.workspace is None:
        return
    path = window.workspace.path
    if window.workspace.is_protected:
        _check_old(path, old)
    window.close_workspace(keep_page=True)
    opens_with = old
    try:
        protect_anew(path, old, new)
        opens_with = new
    finally:
        window.take(WorkspaceFile.open(path, passphrase=opens_with))
    window.when_ready(partial(_say_what_is_left, window, path, is_protected=new is not None))


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


def offer_sheet(window: MainWindow) -> None:
    """Ask where the recovery sheet is saved for printing."""
    dialog = MessageDialog(
        window,
        "scroll-text",
        _("Print a recovery sheet"),
        _("If nobody knows the passphrase any more, only this sheet opens the workspace. Print it, lock it away, and delete its file."),
        width=540,
    )
    dialog.add_button(_("Later"))
    dialog.add_button(_("Save the sheet…"), partial(_choose_place, window), primary=True)
    dialog.open()


def _choose_place(window: MainWindow) -> None:
    from ui.kit.save_as import save_as

    save_as(window, _("Save the recovery sheet"), _("Recovery sheet") + ".pdf", _("PDF (*.pdf)"), partial(_save, window))


def _save(window: MainWindow, target: Path) -> None:
    from coproduce.domain.given import For, Given, GivenFile
    from coproduce.exports.pdf import render
    from coproduce.exports.recovery_sheet import recovery_sheet
    from coproduce.storage.queries import organisation

    workspace = window.workspace
    if workspace is None or workspace.workspace.recovery_code is None:
        return
    file, code = workspace.workspace, workspace.workspace.recovery_code
    sheet = recovery_sheet(file.path.stem, organisation.settings(file).organisation, code, local_today())

    given = GivenFile(Given.SHEET, For.TEAM, ".pdf", local_today(), made_by=window.services.my_name)

    def done(_result: object) -> None:
        window.services.attempt(lambda: file.note(_("Saved a recovery sheet"), "export", given=given), say=False)
        _ask_back(window, code)

    window.services.run_job(_("Saving {name}").format(name=target.name), lambda _progress: render(sheet, target), done)


def _ask_back(window: MainWindow, code: str) -> None:
    """Typed back once, so that it is known that the sheet is there and can be read."""
    last = code.rsplit(maxsplit=1)[-1]

    def check(answers: dict[str, str]) -> None:
        typed = "".join(answers["last"].upper().split()).translate(str.maketrans("OIL", "011"))
        if typed != last:
            raise Refused(_("These are not the last four of the code on the sheet. Look at the sheet again."), field="last")
        window.services.say(_("The sheet can be read. Lock it away, and delete its file."), tone=Tone.OK)

    window.services.open_form(
        _("Is the sheet there?"),
        [TextField("last", _("The last four letters or figures of its code"), required=True)],
        check,
        ok=_("Check"),
        help_line=_("Type them from the sheet, once it is printed."),
    )
