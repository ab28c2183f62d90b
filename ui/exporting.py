"""Writing workbooks: the whole workspace, or an empty one to fill in. Done on a worker; the old file stays until the new one is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.given import For, Given, GivenFile
from coproduce.domain.team import sees_needs
from coproduce.i18n import _
from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow


def export_workbook(window: MainWindow, target: Path) -> None:
    """Write every record of the open workspace to `target`."""
    workspace = window.workspace
    if workspace is None:
        return
    file = workspace.workspace

    def work(progress: Progress) -> Path:
        from coproduce.exports.workbook import write_workbook
        from coproduce.storage.queries.facts import load_all_nouns

        write_workbook(load_all_nouns(file), target, progress=progress)
        return target

    given = GivenFile(Given.WORKBOOK, For.TEAM, ".xlsx", local_today(), made_by=window.services.my_name)

    def done(made: Path) -> None:
        window.services.attempt(lambda: file.note(_("Saved a workbook"), "export", given=given), say=False)
        left_out = "" if sees_needs(file.right) else _("What people need is left out: only leads see it.")
        _written(window, made, left_out)

    window.services.run_job(_("Writing {name}").format(name=target.name), work, done)


def save_template(window: MainWindow, target: Path) -> None:
    """Write an empty workbook, with its help, to `target`."""

    def work(_progress: Progress) -> Path:
        from coproduce.exports.workbook import write_template

        write_template(target)
        return target

    window.services.run_job(_("Writing {name}").format(name=target.name), work, lambda made: _written(window, made))


def _written(window: MainWindow, made: Path, left_out: str = "") -> None:
    words = _("Written: {name}, in {folder}").format(name=made.name, folder=made.parent)
    window.services.say(f"{words}. {left_out}" if left_out else words)
