"""The code of the history as it is now, for paper; and looking through the history, with or without a code somebody saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.record_code import read_code

if TYPE_CHECKING:
    from coproduce.domain.history_check import CheckedCode
    from coproduce.storage.workspace_file import WorkspaceFile


def record_code(workspace: WorkspaceFile) -> str:
    """Such as `Record 1,234 · 7F3A-19C2`: what is printed on whatever is made from the records as they are now."""
    with workspace.read() as reading:
        code = reading.record_code()
    return "" if code is None else str(code)


def check_code(workspace: WorkspaceFile, words: str) -> CheckedCode:
    """Look through the whole history, and hold the code in `words` against it; against itself alone where there are none.

    Raises `Refused` where the words are no code. 100,000 entries take about a second.
    """
    code = read_code(words) if words.strip() else None
    with workspace.read() as reading:
        return reading.check_history(code)
