"""How a workspace of a version is built: the tables a rescue fills, and in which order a file may hold their columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2 as driver

from coproduce.storage.connection import APPLICATION_ID, SCHEMA_VERSION
from coproduce.storage.engine import make_engines
from coproduce.storage.schema import parts_of, plain

MADE_ANEW = frozenset({"alembic_version", "undo_steps", "search_rows"})
"""What a rescue does not look for: it is made from the rest, or begins anew."""


class Table(NamedTuple):
    """One table. `kinds` says what each column holds where it is not blank, `needed` which may not be; `number` is the column that

    stands for the row's own number; `is_index` says that its rows lie in an index.
    """

    name: str
    sql: str
    columns: tuple[str, ...]
    kinds: dict[str, type]
    needed: frozenset[str]
    number: str | None
    is_index: bool


class Reference:
    """The tables of one version, in a database in memory whose checks say what fits where. It is one thread's."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.connection = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        for statement in _statements(version):
            self.connection.execute(statement)
        self.tables = {name: _table(self.connection, name, sql) for name, sql in _named(self.connection)}

    def fits(self, table: str, columns: tuple[str, ...], row: tuple[Any, ...]) -> bool:
        """Whether a table could hold this row by its kinds of column, its checks and what it needs."""
        kinds = self.tables[table].kinds
        if any(value is not None and type(value) is not kinds[name] for name, value in zip(columns, row, strict=True)):
            return False
        try:
            self.connection.execute("SAVEPOINT fits")
            self.connection.execute(insert(table, columns), row)
        except (driver.Error, OverflowError):
            return False
        finally:
            self.connection.execute("ROLLBACK TO fits")
            self.connection.execute("RELEASE fits")
        return True

    def orders(self, table: str, sql: str | None) -> set[tuple[str, ...]]:
        """The orders a file may hold a table's columns in: as it spells them, or, where that is lost, as made afresh or as upgraded."""
        if sql is not None:
            return {self.columns_in(table, sql)}
        upgraded = next((each for each in _upgraded(self.version) if f" {table} (" in each.replace('"', "")), None)
        return {self.tables[table].columns, self.columns_in(table, upgraded)}

    def columns_in(self, table: str, sql: str | None) -> tuple[str, ...]:
        """The order of a table's columns in a file that spells it so; ours where that is not the table as we know it."""
        known = self.tables[table]
        return known.columns if sql is None else _as_spelled(sql, known.sql, known.columns)


def insert(table: str, columns: tuple[str, ...]) -> str:
    """The statement that adds one row."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608  names of our own


@lru_cache(maxsize=256)
def _as_spelled(sql: str, ours: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns as a statement lists them, where it makes the same table as ours."""
    if plain(sql) != plain(ours):
        return columns
    first = [part.split(maxsplit=1)[0].strip('"') for part in parts_of(sql)]
    found = tuple(name for name in first if name in columns)
    return found if len(found) == len(columns) else columns


def _named(connection: Any) -> list[tuple[str, str]]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    return [(name, sql) for name, sql in found if not name.startswith("search") and name not in MADE_ANEW]


def _table(connection: Any, name: str, sql: str) -> Table:
    lines = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    is_index = "WITHOUT ROWID" in sql
    keys = [(column, kind) for _place, column, kind, _needed, _default, key in lines if key]
    number = keys[0][0] if len(keys) == 1 and keys[0][1] == "INTEGER" and not is_index else None
    columns = {column: _PYTHON[kind] for _place, column, kind, *_rest in lines}
    needed = frozenset(column for _place, column, _kind, is_needed, *_rest in lines if is_needed)
    return Table(name, sql, tuple(columns), columns, needed, number, is_index)


_PYTHON = {"TEXT": str, "INTEGER": int, "BLOB": bytes}


@cache
def _statements(version: int) -> tuple[str, ...]:
    """What makes the tables of a version in an empty database."""
    return _spelled(lambda writing: build(writing, version))


@cache
def _upgraded(version: int) -> tuple[str, ...]:
    """The same tables as they are spelled in a file that came from the first version."""
    return _spelled(lambda writing: _run(writing, version))


def _spelled(make: Callable[[Any], None]) -> tuple[str, ...]:
    connection = driver.connect(":memory:", isolation_level=None)
    engines = make_engines(lambda: connection)
    with engines.writing.begin() as writing:
        make(writing)
        found = writing.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL AND name NOT LIKE 'search%'"
        )
        statements = tuple(sql for (sql,) in found)
    engines.close()
    return statements


def build(writing: Any, version: int) -> None:
    """An empty workspace of a version, within the transaction that is open."""
    from coproduce.storage.opening import build_schema

    if version == SCHEMA_VERSION:
        build_schema(writing)
        return
    _run(writing, version)
    writing.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    writing.exec_driver_sql(f"PRAGMA user_version = {version}")


def _run(writing: Any, version: int) -> None:
    from coproduce.storage.upgrading import MIGRATIONS, run_revisions

    run_revisions(writing, (MIGRATIONS / "versions",), to=f"{version:04d}")
