"""A new workspace: whose it is, whether a passphrase protects it, and its first project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit.fields import Field, TextField

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def ask_for_workspace(window: MainWindow, path: Path, then: Callable[[], None] | None = None) -> None:
    """Ask, make the file at `path`, open it and go on with `then`."""

    def submit(answers: dict[str, Any]) -> None:
        if answers["passphrase"] != answers["again"]:
            raise Refused(_("The two passphrases differ. Type the same one twice."), field="again")
        window.when_ready(lambda: _make(window, path, answers))
        if then is not None:
            window.when_ready(then)

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
        TextField(
            "passphrase",
            _("Passphrase"),
            _("Several words that only your team knows. Without them nobody can read the file, not even you. Blank: not protected."),
            secret=True,
        ),
        TextField("again", _("The passphrase again"), secret=True),
    ]


def _make(window: MainWindow, path: Path, answers: dict[str, Any]) -> None:
    from coproduce.operations.projects import add_project
    from coproduce.storage.workspace_file import WorkspaceFile

    made = WorkspaceFile.create(path, organisation=answers["organisation"], passphrase=answers["passphrase"] or None)
    if answers.get("project"):
        add_project(made, title=answers["project"])
    window.take(made)
