# ruff: noqa: S608  the SQL is the file's own, and known by its fingerprint
"""What a workspace of each version is made of, as one fingerprint: a file with other triggers, views or checks is refused."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Any

FINGERPRINTS = {
    1: "7e8f0c57f2b152920f85f3b034b66ddbff67dcc9952e8aea89c9594c8777e53b",
    2: "56efb95171029c8106e8773db82297d810ff5b1b30c7e73bc9b408a084838bf4",
    3: "5af340a3c5e77ad976c8f8e517dcb34e488b691bde1ebd673a903158aa5290a4",
    4: "8ebcbba79bd42425c2bc9c8717dd5d19ab404d07895afb6de340d45def6c6f5e",
    5: "dc40f54750c225a89c84c4744395000cb7c6a832c0ee5fe3596fc1ead2644a11",
    6: "07d20a67da7d567d2a9ed66d9e93b7dbca04eaa30586abe12716eb99d032de9f",
    7: "c9a739bf5048ec206eb38e1111d7518632278c868f63e54d987726a636fac7d0",
}
"""By schema version. A test makes a fresh file and compares."""


_CHECK = re.compile(r"CONSTRAINT (\w+) CHECK \((.*)\)", re.DOTALL)


def fingerprint(connection: Any) -> str:
    """The fingerprint of an open file. Spaces, quotes and the order of a table's lines do not count."""
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    lines = sorted(f"{kind} {name} {table} {plain(sql)}" for kind, name, table, sql in found)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@lru_cache(maxsize=1024)
def plain(sql: str) -> str:
    """One spelling of a CREATE statement: an upgraded table is written differently from a fresh one, and is the same."""
    text = re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.replace('"', "").split()))
    if not text.startswith("CREATE TABLE") or "(" not in text or ")" not in text:
        return text
    opening, closing = text.index("("), text.rindex(")")
    return f"{text[:opening]}({','.join(sorted(_parts(text[opening + 1 : closing])))}){text[closing + 1 :]}"


def parts_of(sql: str) -> list[str]:
    """The lines of a CREATE TABLE statement: its columns, then what holds for them."""
    return [part.strip() for part in _parts(sql[sql.index("(") + 1 : sql.rindex(")")])]


def _parts(body: str) -> list[str]:
    """The lines of a table, split at the commas outside brackets and strings."""
    parts, depth, quoted, start = [], 0, False, 0
    for place, letter in enumerate(body):
        if letter == "'":
            quoted = not quoted
        elif not quoted:
            depth += (letter == "(") - (letter == ")")
            if letter == "," and depth == 0:
                parts.append(body[start:place])
                start = place + 1
    return [*parts, body[start:]]


@lru_cache(maxsize=1024)
def checks_of(sql: str) -> dict[str, str]:
    """The checks of a table by name, as its CREATE statement spells them."""
    found = [_CHECK.fullmatch(part) for part in parts_of(sql)]
    return {match[1]: match[2] for match in found if match}


def broken_check(connection: Any) -> str | None:
    """The name of a check that some stored value breaks; None where all hold.

    SQLite's own check leaves these out of a file that is opened to read only. Only for a file whose fingerprint is right:
    the checks are run as the file spells them.
    """
    for table, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").fetchall():
        checks = checks_of(sql)
        if not checks:
            continue
        broken = ", ".join(f"count(CASE WHEN NOT ({says}) THEN 1 END)" for says in checks.values())
        counts = connection.execute(f"SELECT {broken} FROM {table}").fetchone()
        for name, count in zip(checks, counts, strict=True):
            if count:
                return name
    return None
