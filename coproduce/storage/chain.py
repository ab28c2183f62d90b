"""The chain of history: each line is bound to all before it, and to each record as the line left it.

A line's hash is made of the hash before, the line itself, and for each record it touched a commitment: an HMAC of the record as it
then stood, under random salt. The salt lies apart and only for the newest line about a record: when the record changes or goes, its
old salt is written over. So a commitment of the past says nothing about what stood there, nobody can try values against it, and the
chain still verifies when a person is forgotten. Nothing here holds a value.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import scrypt, sha256
from json import JSONEncoder
from typing import Any, NamedTuple

import sqlalchemy as sa

from coproduce.domain.record_code import RecordCode, letters_of
from coproduce.storage.journal import Images
from coproduce.storage.many_rows import in_groups
from coproduce.storage.rows import Row

SALT_BYTES = 16
"""128 bits of chance for each record and each name."""

_HASH_BYTES = 32

_encode = JSONEncoder(separators=(",", ":")).encode
_encode_sorted = JSONEncoder(separators=(",", ":"), sort_keys=True).encode


class Head(NamedTuple):
    """The newest line of a history: its number, 0 where there is none, and its hash."""

    number: int
    hash: bytes

    @property
    def code(self) -> RecordCode:
        """What is printed of it."""
        return code_of(self.number, self.hash)


class Line(NamedTuple):
    """What a line's hash is made of beside its records, as the database holds it. `who` stands for a name (see `who_code`)."""

    number: int
    at: str
    label: str
    what: str
    took_back: int | None
    records: int
    who: bytes | None


class Touched(NamedTuple):
    """One record of a line. `commitment` is None for one that was removed, and in lines older than the chain."""

    kind: str
    record_id: str
    action: str
    fields: str | None
    commitment: bytes | None


def first_link() -> bytes:
    """What stands before the first line of a new workspace: chance, so that no two workspaces have a code in common."""
    return os.urandom(_HASH_BYTES)


def salts(count: int) -> Iterator[bytes]:
    """So many fresh salts."""
    chance = os.urandom(SALT_BYTES * count)
    return (chance[place : place + SALT_BYTES] for place in range(0, len(chance), SALT_BYTES))


def commitment(salt: bytes, kind: str, columns: Sequence[str], row: Row) -> bytes:
    """What stands for a record as it is. Blank columns are left out, so that a column added later changes nothing."""
    held = {name: value for name, value in zip(columns, row, strict=True) if value is not None}
    return hmac.digest(salt, _encode_sorted([kind, held]).encode(), "sha256")


def who_code(salt: bytes, name: str) -> bytes:
    """What stands for a name in the lines of whoever works under it."""
    return hmac.digest(salt, name.encode(), "sha256")


def line_hash(before: bytes, line: Line, touched: Iterable[Touched]) -> bytes:
    """The hash of a line after the hash `before`; its records in the order of kind and id."""
    told = sha256(before)
    told.update(_encode([*line[:-1], line.who and line.who.hex()]).encode())
    for kind, record_id, action, fields, held in touched:
        told.update(_encode([kind, record_id, action, fields, held and held.hex()]).encode())
    return told.digest()


@lru_cache(maxsize=64)
def code_of(number: int, line: bytes) -> RecordCode:
    """The code of a line. Slow on purpose, about 40 ms and 16 MB, for whoever looks for another history with the same code."""
    digest = scrypt(line, salt=b"coproduce record %d" % number, n=1 << 14, r=8, p=1, dklen=5)
    return RecordCode(number, letters_of(digest))


def driver_of(connection: sa.Connection) -> Any:
    """The driver's own connection under this one, in the same transaction: ten times quicker for a small statement."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.dbapi_connection


def head(connection: sa.Connection) -> Head:
    """The newest line there is."""
    found = driver_of(connection).execute('SELECT id, "hash" FROM main.history ORDER BY id DESC LIMIT 1').fetchone()
    return Head(0, b"") if found is None else Head(*found)


def head_for_paper(connection: sa.Connection) -> Head:
    """The newest line that is not about a file saved or a moment kept: what is printed twice from the same records is the same twice."""
    newest = 'SELECT id, "hash" FROM main.history WHERE what NOT IN (\'export\', \'backup\', \'mark\') ORDER BY id DESC LIMIT 1'
    found = driver_of(connection).execute(newest).fetchone()
    return Head(0, b"") if found is None else Head(*found)


def code_for(connection: sa.Connection, name: str | None) -> bytes | None:
    """What stands for whoever works here now; None where nobody said their name. A new name is kept beside, with salt."""
    if not name:
        return None
    known = driver_of(connection).execute('SELECT "who" FROM history_names WHERE name = ?', (name,)).fetchone()
    if known is not None:
        return bytes(known[0])
    [salt] = salts(1)
    code = who_code(salt, name)
    driver_of(connection).execute("INSERT INTO history_names (who, salt, name) VALUES (?, ?, ?)", (code, salt, name))
    return code


def keep_salts(connection: sa.Connection, salted: Sequence[tuple[str, str, bytes]], gone: Iterable[tuple[str, str]]) -> None:
    """Write the salts of records over those they had before, and take out those of records that went: (kind, id, salt)."""
    driver = driver_of(connection)
    for some in in_groups(salted):
        driver.executemany("INSERT OR REPLACE INTO history_salts (kind, record_id, salt) VALUES (?, ?, ?)", some)
    for few in in_groups(list(gone)):
        driver.executemany("DELETE FROM history_salts WHERE kind = ? AND record_id = ?", few)


class Salted(NamedTuple):
    """Commitments of records by (kind, id), with the salts that open them."""

    commitments: dict[tuple[str, str], bytes]
    salts: list[tuple[str, str, bytes]]


def commit_to(images: Images, columns: dict[str, tuple[str, ...]]) -> Salted:
    """Commit to every record of `images` as it is after them; `columns` are those of each kind."""
    there = [(kind, record_id, after) for kind, record_id, _before, after in images if after is not None]
    commitments, salted = {}, []
    for (kind, record_id, after), salt in zip(there, salts(len(there)), strict=True):
        commitments[kind, record_id] = commitment(salt, kind, columns[kind], after)
        salted.append((kind, record_id, salt))
    return Salted(commitments, salted)
