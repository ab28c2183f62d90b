"""The rows of a damaged file, table by table: down each tree as far as it hangs together, then what hangs on nothing any more.

A page that nothing points to is given to the table that its rows fit: whose checks they pass, and whose index, where that is left, names
them with the same number. What was deleted was written over at once, so that nothing comes back that was taken away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coproduce.storage.connection import SCHEMA_VERSION
from coproduce.storage.salvage.btree import INDEX_INSIDE, INDEX_LEAF, TABLE_INSIDE, TABLE_LEAF, Cell, Spoilt, Values, cells, kind_of, values
from coproduce.storage.salvage.pages import Pages
from coproduce.storage.salvage.reference import Reference, Table
from coproduce.storage.schema import FINGERPRINTS
from coproduce.storage.watching import keep_on

Row = dict[str, Any]
_OF_TABLES, _OF_INDEXES = frozenset({TABLE_LEAF, TABLE_INSIDE}), frozenset({INDEX_LEAF, INDEX_INSIDE})


@dataclass
class Gathered:
    """What was found. `rows` by table and key; `known` the ids an index names; `spoilt` counts texts with letters that are lost.

    `gaps` counts what could be seen to be missing: pages that were pointed to and cannot be read, and rows cut through by them.
    """

    version: int
    rows: dict[str, dict[Any, Row]] = field(default_factory=lambda: defaultdict(dict))
    known: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    gaps: int = 0
    spoilt: int = 0
    unplaced: int = 0


class _Tree:
    """The pages that hang on one root."""

    def __init__(self, pages: Pages, root: int, kinds: frozenset[int]) -> None:
        self.numbers: list[int] = []
        self.broken = 0
        waiting, seen = [root], set()
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            if kind_of(pages, number) not in kinds:
                self.broken += 1
                continue
            self.numbers.append(number)
            waiting.extend(cell.child for cell in cells(pages, number) if cell.child is not None)


def gather(pages: Pages) -> Gathered:
    """Everything that can be read. May take seconds for a large file, and tells whoever watches."""
    return _Gathering(pages).gathered


class _Gathering:
    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._taken: set[int] = set()
        schema = self._schema()
        self.gathered = Gathered(_version(pages, schema))
        self._reference = Reference(self.gathered.version)
        self._sql = {name: sql for kind, name, _table, _root, sql in schema if kind == "table" and isinstance(sql, str)}
        roots = {(kind, name): root for kind, name, _table, root, _sql in schema if isinstance(root, int)}
        self._walk(roots)
        for number in range(1, len(pages.pages) + 1):
            if number not in self._taken and kind_of(pages, number) is not None:
                self._place(number)

    def _schema(self) -> list[Values]:
        tree = _Tree(self._pages, 1, _OF_TABLES)
        found = [row for number in tree.numbers for row in self._records(number)]
        self._taken.update(tree.numbers)
        if tree.broken:
            for number in range(2, len(self._pages.pages) + 1):
                rows = [row for row in self._records(number) if _is_of_schema(row)] if kind_of(self._pages, number) == TABLE_LEAF else []
                if rows:
                    self._taken.add(number)
                    found += rows
        return [row for row in found if _is_of_schema(row)]

    def _records(self, number: int) -> Iterator[Values]:
        for cell in cells(self._pages, number):
            try:
                if cell.payload is not None:
                    yield values(cell.payload)[0]
            except Spoilt:
                continue

    def _walk(self, roots: dict[tuple[str, str], int]) -> None:
        """Each tree from its root. A page that two trees claim belongs to whom its rows fit."""
        claims: dict[int, list[Table]] = defaultdict(list)
        for table in self._reference.tables.values():
            root = roots.get(("table", table.name))
            if root is not None:
                tree = _Tree(self._pages, root, _OF_INDEXES if table.is_index else _OF_TABLES)
                self.gathered.gaps += tree.broken
                for number in tree.numbers:
                    claims[number].append(table)
            self._index(table, roots.get(("index", f"sqlite_autoindex_{table.name}_1")))
        for number, tables in claims.items():
            if len(tables) == 1:
                keep_on(1)
                self._taken.add(number)
                self._read(number, tables[0], self._reference.columns_in(tables[0].name, self._sql.get(tables[0].name)))
        inside = (TABLE_INSIDE, INDEX_INSIDE)
        for (_kind, name), root in roots.items():  # pages of ours that hold no rows a rescue wants
            if name.startswith(("search", "ix_", "uq_", "undo_steps", "alembic", "sqlite_")):
                for kinds in (_OF_TABLES, _OF_INDEXES):
                    numbers = _Tree(self._pages, root, kinds).numbers
                    self._taken.update(number for number in numbers if number not in claims and kind_of(self._pages, number) not in inside)

    def _index(self, table: Table, root: int | None) -> None:
        """Which ids a table's index names, each with the number of its row."""
        if root is None or table.number is not None or table.is_index:
            return
        tree = _Tree(self._pages, root, _OF_INDEXES)
        self._taken.update(tree.numbers)
        for number in tree.numbers:
            for row in self._records(number):
                if len(row) == 2 and isinstance(row[0], str) and isinstance(row[1], int):
                    self.gathered.known[table.name][row[0]] = row[1]

    def _read(self, number: int, table: Table, columns: tuple[str, ...]) -> None:
        kind = kind_of(self._pages, number)
        if kind == TABLE_INSIDE:
            return
        for cell in cells(self._pages, number):
            if cell.payload is None and cell.child is not None and cell.rowid is None and kind != INDEX_INSIDE:
                continue
            row = self._row(cell, table, columns)
            if row is not None:
                self.gathered.rows[table.name].setdefault(_key(row, cell, table), row)
            elif cell.payload is not None or cell.child is None:
                self.gathered.gaps += 1

    def _row(self, cell: Cell, table: Table, columns: tuple[str, ...]) -> Row | None:
        try:
            if cell.payload is None:
                return None
            found, has_spoilt = values(cell.payload)
        except Spoilt:
            return None
        if len(found) != len(columns):
            return None
        self.gathered.spoilt += has_spoilt
        row: Row = dict(zip(columns, found, strict=True))
        if table.number is not None:
            row[table.number] = cell.rowid
        return row

    def _place(self, number: int) -> None:
        """Give a page that hangs on nothing to the table that all its rows fit."""
        kind = kind_of(self._pages, number)
        if kind == TABLE_INSIDE:
            return
        of_index = kind in (INDEX_LEAF, INDEX_INSIDE)
        best: tuple[int, Table, tuple[str, ...]] | None = None
        for table in self._reference.tables.values():
            if table.is_index == of_index:
                for columns in self._reference.orders(table.name, self._sql.get(table.name)):
                    score = self._score(number, table, columns)
                    if score and (best is None or score > best[0]):
                        best = score, table, columns
        if best is not None:
            self._read(number, best[1], best[2])
        elif not of_index:
            self.gathered.unplaced += sum(1 for _row in self._records(number))

    def _score(self, number: int, table: Table, columns: tuple[str, ...]) -> int:
        """How surely a page belongs to a table; 0 where a row of it does not fit."""
        score, known = 0, self.gathered.known.get(table.name, {})
        for cell in cells(self._pages, number):
            if cell.payload is None:
                continue
            try:
                found, _spoilt = values(cell.payload)
            except Spoilt:
                continue
            if len(found) != len(columns) or (table.number is not None and found[0] is not None):
                return 0
            row = dict(zip(columns, found, strict=True))
            if table.number is not None:
                row[table.number] = cell.rowid
            if not self._reference.fits(table.name, tuple(row), tuple(row.values())):
                return 0
            score += 1 + 1000 * (known.get(str(row.get("id")), object()) == cell.rowid)
        return score


def _key(row: Row, cell: Cell, table: Table) -> Any:
    return tuple(row.values())[:3] if table.is_index else cell.rowid


def _is_of_schema(row: Values) -> bool:
    return len(row) == 5 and row[0] in ("table", "index", "trigger", "view") and all(isinstance(part, str) for part in row[1:3])


def _version(pages: Pages, schema: list[Values]) -> int:
    """The version in the head of the file; else the oldest that knows every table that was found."""
    first = pages.page(1)
    if first is not None:
        said = int.from_bytes(first[60:64], "big")
        if said in FINGERPRINTS:
            return said
    names = {name for kind, name, *_rest in schema if kind == "table"}
    for version in sorted(FINGERPRINTS):
        if names and names <= _names_in(version):
            return version
    return SCHEMA_VERSION


def _names_in(version: int) -> set[str]:
    return (
        set(Reference(version).tables)
        | {"alembic_version", "undo_steps", "search", "search_rows"}
        | {f"search_{part}" for part in ("data", "idx", "docsize", "config", "content")}
    )
