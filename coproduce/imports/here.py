"""What is in the workspace already, read once, so that rows can be compared with it again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coproduce.domain.sheets import SHEETS

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

Records = Mapping[type[Any], Sequence[Any]]
"""The records of each noun."""


def records_in(workspace: WorkspaceFile) -> Records:
    """Everything of every noun, as it is now."""
    with workspace.read() as reading:
        return {sheet.noun: reading.bare(sheet.noun) for sheet in SHEETS}
