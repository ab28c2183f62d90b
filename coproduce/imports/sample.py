"""The invented project that comes with the program."""

from __future__ import annotations

from pathlib import Path

from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.workspace_file import WorkspaceFile

SAMPLE_WORKBOOK = Path(__file__).resolve().parents[2] / "assets" / "sample" / "sample.xlsx"


def make_sample(path: Path, *, passphrase: str | None = None) -> WorkspaceFile:
    """A new workspace at `path` with the sample in it, open.

    Raises `Refused` where there is a file of that name, `WorkspaceError` where the folder will not do.
    """
    workspace = WorkspaceFile.create(path, passphrase=passphrase)
    try:
        bring_in(workspace, plan_import(workspace, read_workbook(SAMPLE_WORKBOOK)))
    except BaseException:
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    return workspace
