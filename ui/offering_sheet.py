"""Offering the recovery sheet: where it is saved, and four letters typed back from it, so that it is known to be there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit.cells import Tone
from ui.kit.dialogs import MessageDialog
from ui.kit.fields import TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def offer_sheet(window: MainWindow, then: Callable[[], object] | None = None) -> None:
    """Ask where the recovery sheet is saved for printing, and go on with `then` once that is settled, whichever way."""
    _Offer(window, then or _nothing).ask()


def _nothing() -> None:
    """Nothing follows."""


class _Offer:
    """One offer, from the question to what follows it."""

    def __init__(self, window: MainWindow, then: Callable[[], object]) -> None:
        self._window, self._then = window, then

    def ask(self) -> None:
        """Now, or later?"""
        dialog = MessageDialog(
            self._window,
            "scroll-text",
            _("Print a recovery sheet"),
            _("If nobody knows the passphrase any more, only this sheet opens the workspace. Print it, lock it away, and delete its file."),
            width=540,
        )
        dialog.add_button(_("Later"), self._then)
        dialog.add_button(_("Save the sheet…"), self._choose_place, primary=True)
        dialog.rejected.connect(self._then)
        dialog.open()

    def _choose_place(self) -> None:
        from ui.kit.save_as import save_as

        title, name = _("Save the recovery sheet"), _("Recovery sheet") + ".pdf"
        save_as(self._window, title, name, _("PDF (*.pdf)"), self._save).rejected.connect(self._then)

    def _save(self, target: Path) -> None:
        from coproduce.domain.given import For, Given, GivenFile
        from coproduce.exports.pdf import render
        from coproduce.exports.recovery_sheet import recovery_sheet
        from coproduce.storage.queries import organisation
        from coproduce.storage.queries.record_code import record_code

        workspace, services = self._window.workspace, self._window.services
        if workspace is None or workspace.workspace.recovery_code is None:
            return
        file, code = workspace.workspace, workspace.workspace.recovery_code
        sheet = recovery_sheet(file.path.stem, organisation.settings(file).organisation, code, local_today()).made_at(record_code(file))

        given = GivenFile(Given.SHEET, For.TEAM, ".pdf", local_today(), made_by=services.my_name)

        def done(_result: object) -> None:
            services.attempt(lambda: file.note(_("Saved a recovery sheet"), "export", given=given), say=False)
            self._ask_back(code)

        def failed(error: Exception) -> None:
            services.failed(error)
            self._then()

        services.run_job(_("Saving {name}").format(name=target.name), lambda _progress: render(sheet, target), done, failed=failed)

    def _ask_back(self, code: str) -> None:
        """Typed back once, so that it is known that the sheet is there and can be read."""
        last = code.rsplit(maxsplit=1)[-1]

        def check(answers: dict[str, str]) -> None:
            typed = "".join(answers["last"].upper().split()).translate(str.maketrans("OIL", "011"))
            if typed != last:
                raise Refused(_("These are not the last four of the code on the sheet. Look at the sheet again."), field="last")
            self._window.services.say(_("The sheet can be read. Lock it away, and delete its file."), tone=Tone.OK)

        shown = FormDialog(
            self._window,
            _("Is the sheet there?"),
            [TextField("last", _("The last four letters or figures of its code"), required=True, passing=True)],
            check,
            ok=_("Check"),
            help_line=_("Type them from the sheet, once it is printed."),
        )
        shown.finished.connect(lambda _how: self._then())
        shown.open()
