"""The invented project that comes with the program, as a workspace of one's own to try things in."""

from __future__ import annotations

from pathlib import Path

from coproduce.i18n import _
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.workspace_file import WorkspaceFile
from ui.theme.places import ASSETS

SAMPLE = ASSETS / "sample" / "sample.xlsx"


def sample_workspace(folder: Path) -> WorkspaceFile:
    """Open the sample in `folder`, made afresh where it is not there yet. It is not protected: everybody in it is invented."""
    path = folder / _("Coproduce sample.coproduce")
    if path.exists():
        return WorkspaceFile.open(path)
    folder.mkdir(parents=True, exist_ok=True)
    made = WorkspaceFile.create(path)
    bring_in(made, plan_import(made, read_workbook(SAMPLE)))
    return made
