"""A new workspace: whose it is, whether a passphrase protects it, and its first project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coproduce.domain.passphrases import check_passphrase
from coproduce.i18n import _
from ui.kit.fields import Choice, ChoiceField, Field, TextField
from ui.offering_sheet import offer_sheet
from ui.protection import passphrase_field

if TYPE_CHECKING:
    from ui.main_window import MainWindow

WITH, WITHOUT = "with", "without"


def ask_for_workspace(window: MainWindow, path: Path, then: Callable[[], None] | None = None) -> None:
    """Ask, make the file at `path`, open it and go on with `then`."""

    def submit(answers: dict[str, Any]) -> None:
        if answers["protect"] == WITH:
            check_passphrase(answers["passphrase"] or "")
        window.when_ready(lambda: _make(window, path, answers, then or _nothing))

    window.services.open_form(
        _("New workspace"),
        _questions(asks_project=then is None),
        submit,
        ok=_("Make the workspace"),
        help_line=_("It is kept in {name}, in {folder}.").format(name=path.name, folder=path.parent),
    )


def _questions(*, asks_project: bool) -> list[Field]:
    project = TextField(
        "project", _("First project"), _("Such as “Redesigning the booking line”. You can add it later, or bring it in from a workbook.")
    )
    return [
        TextField("organisation", _("Organisation"), _("Printed on what you hand out. You can change it at any time.")),
        *([project] if asks_project else []),
        ChoiceField(
            "protect",
            _("How is it protected?"),
            _("It holds names and needs. Laptops are lost and stolen."),
            required=True,
            value=WITH,
            choices=(
                Choice(WITH, _("With a passphrase: nobody can read it without")),
                Choice(WITHOUT, _("Not at all: anybody who gets the file can read it")),
            ),
        ),
        passphrase_field(),
    ]


def _make(window: MainWindow, path: Path, answers: dict[str, Any], then: Callable[[], None]) -> None:
    """What follows waits until the recovery sheet was offered."""
    from coproduce.operations.projects import add_project
    from coproduce.storage.workspace_file import WorkspaceFile

    passphrase = answers["passphrase"] if answers["protect"] == WITH else None
    made = WorkspaceFile.create(path, organisation=answers["organisation"], passphrase=passphrase)
    if answers.get("project"):
        add_project(made, title=answers["project"])
    window.take(made)
    if passphrase is None:
        then()
    else:
        offer_sheet(window, then)


def _nothing() -> None:
    """Nothing follows."""
