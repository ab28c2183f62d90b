"""What has to be known before and after a person is erased."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coproduce.domain.money import NOTHING, Money
from coproduce.domain.resourcing import Payment
from coproduce.storage.backup import default_folder
from coproduce.storage.workspace_file import WorkspaceFile


def owed_to(records: Iterable[Any]) -> Money:
    """What is still to be paid on the payment lines among some records."""
    return sum((line.amount_owed for line in records if isinstance(line, Payment)), NOTHING)


def backups_beside(path: Path) -> int:
    """How many copies of the file lie in its folder of backups."""
    folder = default_folder(path)
    return len([one for one in folder.glob(f"*{path.suffix}") if one.is_file()]) if folder.is_dir() else 0


def people_erased(workspace: WorkspaceFile) -> frozenset[str]:
    """The ids of everybody who was erased from the file."""
    with workspace.read() as reading:
        return reading.erased_people()
