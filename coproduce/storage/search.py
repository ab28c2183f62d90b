# ruff: noqa: S608  every name in every statement is a constant of this file
"""Finding records by how their words begin: "sian w" finds Siân Williams. The only place that searches with SQL of its own.

`search_rows` holds the words of each record that can be found, folded as names are (case and accents set aside);
`search` is SQLite's full-text index over them (sqlite.org/fts5.html). Both are kept by every work, undo and redo in its own
transaction, from the rows before and after that the journal holds anyway. They can be made again from the records at any
time. A word that is removed leaves the index at once ("secure-delete"), since people may ask to be forgotten.

The number of a row says its kind, so that looking for one kind never walks through the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from coproduce.storage.column_types import fold_name
from coproduce.storage.ground import metadata
from coproduce.storage.journal import Images
from coproduce.storage.many_rows import in_groups
from coproduce.storage.rows import SHAPES, Row

SearchedKind = Literal["Person", "Workshop", "Decision", "Contribution"]


class Searched(NamedTuple):
    """A kind that can be found, by the words of these columns."""

    kind: SearchedKind
    table: str
    columns: tuple[str, ...]


SEARCHED: tuple[Searched, ...] = (
    Searched("Person", "people", ("name", "full_name", "group")),
    Searched("Workshop", "workshops", ("title", "venue")),
    Searched("Decision", "decisions", ("question", "outcome")),
    Searched("Contribution", "contributions", ("words", "theme")),
)
"""In this order for good: a kind's place is in the numbers of its rows, so another kind goes to the end."""

_ROWS = (
    "CREATE TABLE search_rows (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, words TEXT NOT NULL, "
    "CONSTRAINT uq_search_rows_kind_record_id UNIQUE (kind, record_id)) STRICT"
)
_INDEX = (
    "CREATE VIRTUAL TABLE search USING fts5(words, content='search_rows', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
_FORGET = "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)"

SCHEMA = (_ROWS, _INDEX, _FORGET)

_PLACES: dict[str, int] = {searched.kind: place for place, searched in enumerate(SEARCHED)}
_A_KIND = 2**40
"""Row numbers set aside for each kind."""

_THESE = "kind = ? AND record_id IN (SELECT value FROM json_each(?))"

_CANDIDATES = 400
"""So many are looked at before the best are chosen: enough that nobody typing three letters of a name is missed."""

_REBUILD_FROM = 2000
"""Taking so many words out one by one takes longer than making the index again."""

Entry = tuple[str, str, str | None, str | None]
"""Kind, record id, folded words before and after; None where there was no record."""


@sa.event.listens_for(metadata, "after_create")
def _create(_target: object, connection: sa.Connection, **_options: object) -> None:
    """SQLite only; PostgreSQL has an index of its own for this."""
    if connection.dialect.name == "sqlite":
        for statement in SCHEMA:
            connection.exec_driver_sql(statement)


def matching(connection: sa.Connection, kind: SearchedKind, words: str, most: int) -> list[str]:
    """The ids of at most `most` records in which every word of `words` begins a word.

    Records that begin with the first word come first, then in the order of the alphabet. No letters or figures find nothing.
    Nothing in `words` is taken for an instruction: quotes, stars and AND are only looked for.
    """
    folded = fold_name(words)
    if not folded:
        return []
    low = _PLACES[kind] * _A_KIND
    found = connection.exec_driver_sql(
        "SELECT record_id, search_rows.words FROM search CROSS JOIN search_rows ON search_rows.id = search.rowid "
        "WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? LIMIT ?",
        (_expression(folded), low, low + _A_KIND - 1, _CANDIDATES),
    ).fetchall()
    first = folded.split()[0]
    best = sorted((not its_words.startswith(first), its_words, record_id) for record_id, its_words in found)
    return [record_id for _later, _words, record_id in best[:most]]


def containing(connection: sa.Connection, kind: SearchedKind, words: str) -> frozenset[str]:
    """The ids of all records in which every word of `words` stands somewhere, even within a word. No words find every record."""
    low = _PLACES[kind] * _A_KIND
    looked_for = fold_name(words).split()
    gathered = "SELECT json_group_array(record_id) FROM search_rows WHERE id BETWEEN ? AND ?"
    with connection.exec_driver_sql(gathered + " AND instr(words, ?)" * len(looked_for), (low, low + _A_KIND - 1, *looked_for)) as found:
        return frozenset(json.loads(found.scalar_one()))


def _expression(folded: str) -> str:
    return " ".join('"' + word.replace('"', '""') + '"*' for word in folded.split())


def keep(connection: sa.Connection, images: Images) -> None:
    """Bring the index in step with the rows that a work, an undo or a redo has just written."""
    entries = [entry for entry in _entries(images) if entry[2] != entry[3]]
    gone = [(kind, record_id) for kind, record_id, before, _after in entries if before is not None]
    come = [(kind, record_id, after) for kind, record_id, _before, after in entries if after is not None]
    all_at_once = len(gone) > _REBUILD_FROM
    _take_out(connection, gone, index_too=not all_at_once)
    _put_in(connection, come, index_too=not all_at_once)
    if all_at_once:
        _index_again(connection)


def rebuild(connection: sa.Connection) -> None:
    """Make it all again from the records, whatever is there."""
    connection.exec_driver_sql("DELETE FROM search_rows")
    for searched in SEARCHED:
        _put_in(connection, _of_table(connection, searched), index_too=False)
    _index_again(connection)


def is_in_step(connection: Any) -> bool:
    """Whether every record that can be found is there with its own words, and nothing else. Takes a bare driver's connection."""
    for searched in SEARCHED:
        columns = ", ".join(f'n."{name}"' for name in searched.columns)
        rows = connection.execute(
            f"SELECT s.words, {columns} FROM {searched.table} n LEFT JOIN search_rows s ON s.kind = ? AND s.record_id = n.id",
            (searched.kind,),
        )
        if any(words != _folded(values) for words, *values in rows):
            return False
    counts = ", ".join(f"(SELECT count(*) FROM {searched.table})" for searched in SEARCHED)
    there, *each = connection.execute(f"SELECT (SELECT count(*) FROM search_rows), {counts}").fetchone()
    return bool(there == sum(each))


def _of_table(connection: sa.Connection, searched: Searched) -> list[tuple[str, str, str]]:
    columns = ", ".join(f'"{name}"' for name in searched.columns)
    rows = connection.exec_driver_sql(f"SELECT id, {columns} FROM {searched.table} ORDER BY entry, id")
    return [(searched.kind, record_id, _folded(values)) for record_id, *values in rows]


def _entries(images: Images) -> Iterator[Entry]:
    for searched in SEARCHED:
        places = [SHAPES[searched.kind].columns.index(name) for name in searched.columns]
        for record_id, (before, after) in images.pairs.get(searched.kind, {}).items():
            yield searched.kind, record_id, _words(before, places), _words(after, places)


def _words(row: Row | None, places: Sequence[int]) -> str | None:
    return None if row is None else _folded([row[place] for place in places])


def _folded(values: Iterable[str | None]) -> str:
    return fold_name(" ".join(value for value in values if value))


def _take_out(connection: sa.Connection, gone: list[tuple[str, str]], *, index_too: bool) -> None:
    for kind, of_kind in groupby(gone, itemgetter(0)):
        for some in in_groups([record_id for _kind, record_id in of_kind]):
            which = (kind, json.dumps(some))
            if index_too:
                connection.exec_driver_sql(
                    f"INSERT INTO search(search, rowid, words) SELECT 'delete', id, words FROM search_rows WHERE {_THESE}", which
                )
            connection.exec_driver_sql(f"DELETE FROM search_rows WHERE {_THESE}", which)


def _put_in(connection: sa.Connection, come: list[tuple[str, str, str]], *, index_too: bool) -> None:
    numbers = {kind: _next_number(connection, place) for kind, place in _PLACES.items()} if come else {}
    rows = []
    for kind, record_id, words in come:
        rows.append((numbers[kind], kind, record_id, words))
        numbers[kind] += 1
    for some in in_groups(rows):
        connection.exec_driver_sql("INSERT INTO search_rows (id, kind, record_id, words) VALUES (?, ?, ?, ?)", list(some))
        if index_too:
            connection.exec_driver_sql("INSERT INTO search(rowid, words) VALUES (?, ?)", [(row[0], row[3]) for row in some])


def _next_number(connection: sa.Connection, place: int) -> int:
    low = place * _A_KIND
    last = connection.exec_driver_sql("SELECT max(id) FROM search_rows WHERE id BETWEEN ? AND ?", (low, low + _A_KIND - 1)).scalar_one()
    return low + 1 if last is None else int(last) + 1


def _index_again(connection: sa.Connection) -> None:
    connection.exec_driver_sql("INSERT INTO search(search) VALUES ('rebuild')")
