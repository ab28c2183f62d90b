"""The widths somebody gave to the columns of a table, remembered on this computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings

_ORGANISATION = _PROGRAM = "Coproduce"


def kept_widths(table: str, usual: Sequence[int]) -> list[int]:
    """The widths last given to a table, in pixels at 100 % text size; the usual ones where nothing fitting is kept."""
    written = str(QSettings(_ORGANISATION, _PROGRAM).value(_key(table), ""))
    widths = [int(part) for part in written.split() if part.isdecimal()]
    return widths if len(widths) == len(usual) else list(usual)


def keep_widths(table: str, widths: Sequence[int]) -> None:
    """Remember the widths of a table."""
    QSettings(_ORGANISATION, _PROGRAM).setValue(_key(table), " ".join(map(str, widths)))


def _key(table: str) -> str:
    return f"tables/{table.replace('/', ' ')}"
