"""What a piece of work touched, as it is announced once it is safely stored."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """`label` is the work's name in the person's words; `touched` are (kind, id), such as ("Person", "0001")."""

    label: str
    touched: frozenset[tuple[str, str]]
