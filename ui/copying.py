"""Saving a copy of the workspace, and opening a copy of one that somebody else has open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.given import For, Given, GivenFile
from coproduce.i18n import _
from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.main_window import MainWindow


def ask_for_copy(window: MainWindow) -> None:
    """Ask where the copy goes, write it and say so. The workspace stays open."""
    workspace = window.workspace
    if workspace is None:
        return

    def saved(made: Path) -> None:
        given = GivenFile(Given.COPY, For.TEAM, made.suffix, local_today(), made_by=window.services.my_name)
        window.services.attempt(lambda: workspace.workspace.note(_("Saved a copy"), "backup", given=given), say=False)
        window.services.say(_("Copy saved: {name}, in {folder}").format(name=made.name, folder=made.parent))

    _ask(window, workspace.path, lambda target: _write(window, workspace.workspace, target, saved))


def open_a_copy(window: MainWindow, path: Path, passphrase: str | None) -> None:
    """Ask where a copy of a workspace that cannot be open here goes, write it and open it in this window; ask for its passphrase first."""
    from coproduce.errors import PassphraseNeeded
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.opening_file import ask_passphrase

    def begin(words: str | None, target: Path) -> None:
        looked_at = WorkspaceFile.open(path, passphrase=words, read_only=True)

        def saved(made: Path) -> None:
            looked_at.close()
            window.take(WorkspaceFile.open(made, passphrase=words))

        def failed(error: Exception) -> None:
            looked_at.close()
            window.services.failed(error)

        _write(window, looked_at, target, saved, failed)

    def write(target: Path) -> None:
        try:
            begin(passphrase, target)
        except PassphraseNeeded:
            ask_passphrase(window, path, lambda words: begin(words, target))

    _ask(window, path, lambda target: window.services.attempt(lambda: write(target), say=False))


def _ask(window: MainWindow, path: Path, then: Callable[[Path], object]) -> None:
    from ui.file_actions import workspace_kinds
    from ui.kit.save_as import save_as

    name = _("{name} copy").format(name=path.stem) + path.suffix
    save_as(window, _("Save a copy"), name, workspace_kinds(), then)


def _write(
    window: MainWindow,
    file: WorkspaceFile,
    target: Path,
    saved: Callable[[Path], None],
    failed: Callable[[Exception], None] | None = None,
) -> None:
    window.services.run_job(_("Saving a copy"), lambda _progress: file.save_copy(target), saved, failed=failed)
