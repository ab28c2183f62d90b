"""Every error a person can meet, as one tree.

    CoproduceError            carries a sentence for the person who met it
    ├── Refused               a rule said no; says what to do; nothing was changed
    │   └── ProblemsFound     many at once (a workbook): `problems` lists each with its place
    ├── WorkspaceError        the file or the disk said no: what happened, what is safe, what next
    │   ├── WorkspaceMissing      there is no such file
    │   ├── NotAWorkspace         empty, another program's, or not a database
    │   ├── WorkspaceTooNew       made by a newer Coproduce
    │   ├── WorkspaceDamaged      a check at opening failed
    │   ├── WorkspaceLocked       open in another window or on another computer
    │   ├── WrongPassphrase       or a damaged first page: the two look alike
    │   ├── PassphraseNeeded      the file is protected and no passphrase was given
    │   └── DiskTrouble           full, read-only, no permission, folder gone
    └── Cancelled             the person stopped long work; nothing was left half done

Anything else is a bug: it is rolled back, logged without personal data, and the program goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class CoproduceError(Exception):
    """The root of the tree. `str(error)` is a sentence fit to show."""


class Refused(CoproduceError):
    """A rule said no. `field` names the form field it belongs beside, where there is one.

    `brief` says why in a word or two, such as "already paid", where many records are counted by their reason.
    """

    def __init__(self, sentence: str, *, field: str | None = None, brief: str = "") -> None:
        super().__init__(sentence)
        self.field = field
        self.brief = brief


class Problem(NamedTuple):
    """One thing wrong in a workbook, with its place. `row` counts as Excel does; None is the whole sheet."""

    sheet: str
    row: int | None
    column: str | None
    value: str
    expected: str

    def __str__(self) -> str:
        place = [self.sheet]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        found = f" “{self.value}”" if self.value else " blank"
        return f"{', '.join(place)}:{found if self.column else ''} – {self.expected}"


class ProblemsFound(Refused):
    """A file was read and something in it cannot be right. Nothing was changed."""

    def __init__(self, sentence: str, problems: Sequence[Problem]) -> None:
        super().__init__(sentence)
        self.problems = tuple(problems)


class WorkspaceError(CoproduceError):
    """The file or the disk said no. The sentence says what happened, what is safe and what to do next."""


class WorkspaceMissing(WorkspaceError):
    """There is no file at that place."""


class NotAWorkspace(WorkspaceError):
    """The file is empty, belongs to another program, or is no database at all."""


class WorkspaceTooNew(WorkspaceError):
    """A newer Coproduce made this file; opening it here could lose what this one does not know."""


class WorkspaceDamaged(WorkspaceError):
    """A check at opening found damage. The file is left as it is. `backup` is the newest one that is whole, where one was looked for."""

    backup: Path | None = None


class WorkspaceLocked(WorkspaceError):
    """Another window or another computer has the file open."""


class WrongPassphrase(WorkspaceError):
    """The passphrase does not open the file, or its first page is damaged: SQLite cannot tell the two apart."""


class PassphraseNeeded(WorkspaceError):
    """The file is protected and nobody gave a passphrase."""


class DiskTrouble(WorkspaceError):
    """The disk is full, the folder is read-only or gone, or permission is missing."""


class Cancelled(CoproduceError):
    """The person stopped long work. Nothing was left half done."""
