"""Change workspaces at random and work with whatever opens: no crash, nothing that never ends, and every trouble said in words.

    python -m tests.long.mutated 20000

Six kinds of change: bytes anywhere, the head of the file, what its pages say of themselves, the schema, the rows, triggers and views.
Each changed file is looked at, opened, read through, searched, measured, worked on, undone, closed; some are rescued as well.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from coproduce.domain.evidence import measure_all
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.errors import CoproduceError, WorkspaceError
from coproduce.storage.connection import connect
from coproduce.storage.first_look import first_look
from coproduce.storage.keys import key_of
from coproduce.storage.queries.bin import binned
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.finding import find_anything
from coproduce.storage.queries.today import figures
from coproduce.storage.salvage.rescuing import rescue
from coproduce.storage.tables import NOUNS
from coproduce.storage.workspace_file import WorkspaceFile
from tests.spelled_once import spell_once
from tests.storage.every_noun import every_noun

PAGE = 4096
TODAY = date(2025, 3, 1)
AT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
WORDS = "six random words"
SECONDS = 60
"""So long may one file take; the machine may be busy."""
AT_ONCE = 25


def make(path: Path, words: str | None = None) -> Path:
    """A workspace with a record of every kind, a history, a bin and something to undo."""
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=words) as workspace:
        with workspace.work("Fill") as work:
            work.add_all([*every_noun(), *(Person(f"P{n}", f"Person {n}", named_contact="x" * 60) for n in range(80))])
        for n in range(4):
            with workspace.work("Change") as work:
                work.get(Person, f"P{n}").name = f"Another {n}"
        with workspace.work("Delete") as work, work.deletion(work.get(Person, "P9")):
            work.delete(work.get(Person, "P9"))
        workspace.undo()
    return path


def use(path: Path, code: str | None, number: int = 0) -> Counter[str]:
    """What the program does with a file. Anything that is no error of ours goes through. `number` says what is done this time only."""
    found: Counter[str] = Counter()

    def attempt(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except CoproduceError as error:
            found["told"] += 1
            if str(error).count(".") < (2 if isinstance(error, WorkspaceError) else 1):
                found["not in words"] += 1
                print(f"not in words: {error!r}", file=sys.stderr)
        return None

    attempt(lambda: first_look(path, today=TODAY, passphrase=code))
    workspace = attempt(lambda: WorkspaceFile.open(path, passphrase=code))
    if workspace is None:
        return found + Counter(refused=1)
    found["opened"] += 1
    for place, kind in enumerate(NOUNS):
        attempt(lambda kind=kind, place=place: _read(workspace, kind, whole=(place + number) % 4 == 0))
    for act in (
        workspace.steps,
        lambda: [workspace.records_of(step.number) for step in workspace.steps()],
        lambda: binned(workspace),
        lambda: find_anything(workspace, "person"),
        lambda: figures(workspace, today=TODAY, project_id=None),
        lambda: [measure_all(load_facts(workspace, project), TODAY) for project in _projects(workspace)],
        lambda: _add(workspace),
        workspace.undo,
        workspace.redo,
        lambda: [workspace.undo() for _step in range(2)],
        *([workspace.backup] if number % 4 == 0 else []),
        workspace.delete_for_good,
        workspace.close,
    ):
        attempt(act)
    attempt(workspace.close)
    return found


def _read(workspace: WorkspaceFile, kind: type, *, whole: bool) -> None:
    """As the lists read a kind, or, in turn, as the forms and the facts do."""
    with workspace.read() as reading:
        for noun in reading.all(kind)[:1] if whole else reading.bare(kind)[:1]:
            reading.history_of(kind, noun.id)


def _projects(workspace: WorkspaceFile) -> list[str]:
    with workspace.read() as reading:
        return [project.id for project in reading.bare(Project)]


def _add(workspace: WorkspaceFile) -> None:
    with workspace.work("Add") as work:
        work.add(Person("new", "New"))
        for person in work.all(Person)[:5]:
            person.name += "!"


# -- the changes


def some_bytes(path: Path, chance: random.Random, _code: str | None) -> None:
    """Bits, numbers that stand for much, pieces from elsewhere, the end cut off."""
    content = bytearray(path.read_bytes())
    for _one in range(chance.choice((1, 2, 4, 8, 32))):
        _spoil(content, chance, chance.randrange(len(content)))
    if chance.random() < 0.02:
        del content[chance.randrange(len(content)) :]
    path.write_bytes(content)


def the_head(path: Path, chance: random.Random, _code: str | None) -> None:
    """The first hundred bytes, or the first page."""
    content = bytearray(path.read_bytes())
    for _one in range(chance.choice((1, 2, 4))):
        _spoil(content, chance, chance.randrange(chance.choice((100, PAGE))))
    path.write_bytes(content)


def page_heads(path: Path, chance: random.Random, _code: str | None) -> None:
    """What pages say of themselves: their kind, how many cells, where these are."""
    content = bytearray(path.read_bytes())
    for _one in range(chance.choice((1, 2, 4, 8))):
        _spoil(content, chance, chance.randrange(len(content) // PAGE) * PAGE + chance.randrange(40))
    path.write_bytes(content)


def _spoil(content: bytearray, chance: random.Random, place: int) -> None:
    how = chance.randrange(5)
    if how == 0:
        content[place] ^= 1 << chance.randrange(8)
    elif how == 1:
        content[place] = chance.choice((0, 1, 2, 5, 10, 13, 127, 128, 255))
    elif how == 2:
        content[place : place + 4] = chance.choice((0, 1, 2, len(content) // PAGE, 2**31 - 1, 2**32 - 1)).to_bytes(4, "big")
    elif how == 3:
        start, length = chance.randrange(len(content)), chance.randrange(1, 100)
        content[place : place + length] = content[start : start + length]
    else:
        content[place : place + 2] = chance.randrange(65536).to_bytes(2, "big")


def the_schema(path: Path, chance: random.Random, code: str | None) -> None:
    """Tables renamed, columns added, checks loosened, statements cut, roots exchanged."""
    table, other = chance.choice(_TABLES), chance.choice(_TABLES)
    _run(
        path,
        code,
        chance.choice(
            (
                [f"ALTER TABLE {table} RENAME TO {table}_x"],
                [f"ALTER TABLE {table} ADD COLUMN extra TEXT"],
                [f"DROP TABLE {table}"],
                [f"CREATE INDEX extra ON {table} (id)"],
                ["CREATE TABLE extra (a, b)"],
                _written(f"sql = replace(sql, 'CHECK', 'CHECK (1) CHECK') WHERE name = '{table}'"),
                _written(f"sql = substr(sql, 1, {chance.randrange(80)}) WHERE name = '{table}'"),
                _written(f"rootpage = (SELECT rootpage FROM sqlite_master WHERE name = '{other}') WHERE name = '{table}'"),
                _written(f"rootpage = {chance.randrange(100000)} WHERE name = '{table}'"),
                _written(f"name = '{other}' WHERE name = '{table}'"),
                _written(f"sql = replace(sql, ' STRICT', '') WHERE name = '{table}'"),
                _written(f"sql = replace(sql, 'TEXT', 'BLOB') WHERE name = '{table}'"),
                [f"PRAGMA user_version = {chance.choice((-1, 0, 1, 2, 3, 4, 6, 99))}"],
                [f"PRAGMA application_id = {chance.randrange(5)}"],
            )
        ),
    )


def triggers_and_views(path: Path, chance: random.Random, code: str | None) -> None:
    """What runs by itself, and what stands in the place of a table."""
    table = chance.choice(_TABLES)
    _run(
        path,
        code,
        chance.choice(
            (
                [f"CREATE TRIGGER e AFTER INSERT ON {table} BEGIN DELETE FROM people; END"],
                [f"CREATE TRIGGER e AFTER UPDATE ON {table} BEGIN UPDATE payments SET paid = 0; END"],
                [f"DROP TRIGGER {chance.choice(_TRIGGERS)}"],
                [f"ALTER TABLE {table} RENAME TO {table}_x", f"CREATE VIEW {table} AS SELECT * FROM {table}_x"],
                ["CREATE VIEW bomb AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"],
                [
                    f"DROP TABLE {table}",
                    f"CREATE VIEW {table} AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n",
                ],
                [f"CREATE TRIGGER e INSTEAD OF INSERT ON {table} BEGIN SELECT 1; END"],
                ["CREATE VIRTUAL TABLE extra USING fts5(a)"],
                _written(f"sql = replace(sql, 'ABORT', 'IGNORE') WHERE name = '{chance.choice(_TRIGGERS)}'"),
                _written(f"sql = '{_LOADS}' WHERE name = '{chance.choice(_TRIGGERS)}'"),
            )
        ),
    )


def the_rows(path: Path, chance: random.Random, code: str | None) -> None:
    """Values that no form would have let in, rows taken out, and rows that nobody wrote."""
    statements = ["PRAGMA ignore_check_constraints = ON", "DROP TRIGGER history_is_kept_update", "DROP TRIGGER history_is_kept_delete"]
    statements += ["DROP TRIGGER history_records_are_kept_update", "DROP TRIGGER history_records_are_kept_delete"]
    for _one in range(chance.choice((1, 1, 1, 3))):
        table = chance.choice((*_TABLES, "history", "history_records", "undo_steps", "bin_entries", "search_rows", "issued_reports"))
        column = chance.choice(_COLUMNS[table])
        value = chance.choice(_VALUES)
        statements.append(
            chance.choice(
                (
                    f'UPDATE {table} SET "{column}" = {value}',
                    f'UPDATE {table} SET "{column}" = {value} WHERE rowid = (SELECT max(rowid) FROM {table})',
                    f'UPDATE {table} SET "{column}" = substr("{column}", 2)',
                    f'UPDATE {table} SET "{column}" = CAST(CAST("{column}" AS BLOB) || x\'fe\' AS TEXT)',
                    f"DELETE FROM {table}" + chance.choice(("", " WHERE rowid % 2")),
                )
            )
        )
    statements += _GUARDS
    _run(path, code, statements)


def _written(change: str) -> list[str]:
    return ["PRAGMA writable_schema = ON", f"UPDATE sqlite_master SET {change}", "PRAGMA writable_schema = OFF"]


def _run(path: Path, code: str | None, statements: list[str]) -> None:
    connection = connect(path, None if code is None else key_of(path, code))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    for statement in statements:
        with suppress(driver.Error):
            connection.execute(statement)
    connection.close()


_VALUES = (
    "NULL", "''", "0", "-1", "9223372036854775807", "1e308", "x'00ff'", "CAST(x'fffe41' AS TEXT)", "CAST(x'0041' AS TEXT)", "'[]'", "'[1]'",
    "'{'", "'yesterday'", "'2025-02-30'", "'0001-01-01'", "'9999-12-31'", "'25:61'", "'yes'", "'P0'", "id", "zeroblob(20)",
    "printf('%.*c', 40000, 'x')", "char(0x202e) || 'abc'", "'2025-03-01T14:32:05Z'", "'9999-12-31T23:59:59Z'", "'0001-01-01T00:00:00Z'",
)  # fmt: skip
_LOADS = "CREATE TRIGGER x AFTER INSERT ON people BEGIN SELECT load_extension(1); END"
_TABLES: list[str] = []
_COLUMNS: dict[str, list[str]] = {}
_TRIGGERS: list[str] = []
_GUARDS: list[str] = []


def _learn(path: Path) -> None:
    connection = connect(path)
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    _TRIGGERS[:] = [name for kind, name, _sql in rows if kind == "trigger"]
    _GUARDS[:] = [sql for kind, _name, sql in rows if kind == "trigger"]
    for kind, name, _sql in rows:
        if kind == "table":
            _COLUMNS[name] = [line[1] for line in connection.execute(f"PRAGMA table_info({name})")]
            if not name.startswith(("history", "undo", "bin", "search", "issued", "alembic")):
                _TABLES.append(name)
    connection.close()


KINDS = (some_bytes, the_head, page_heads, the_schema, triggers_and_views, the_rows)


def one(number: int, seed: int, folder: Path, blanks: dict[str | None, Path]) -> Counter[str]:
    """Change one file by its number, and use it. Every tenth is protected; every twentieth is rescued as well."""
    chance = random.Random(f"{seed} {number}")
    code = list(blanks)[number % 10 == 0]
    path = folder / "m.coproduce"
    shutil.copyfile(blanks[code], path)
    KINDS[number % len(KINDS)](path, chance, code)
    found: Counter[str] = Counter(files=1)
    if number % 20 in (0, 7):
        made = folder / "r.coproduce"
        try:
            rescue(path, made, code, AT)
            WorkspaceFile.open(made, passphrase=code).close()
            found["rescued"] += 1
        except CoproduceError as error:
            found["told that nothing can be rescued"] += 1
            found["not in words"] += str(error).count(".") < 2
    found.update(use(path, code, number))
    return found


def some(numbers: range, seed: int, folder: Path, blanks: dict[str | None, Path]) -> Counter[str]:
    """Some of them in a process of its own; where that falls over, one by one, so that it is known which."""
    found, ended = _in_a_process(numbers, seed, folder, blanks)
    if ended == 0:
        return found
    if len(numbers) == 1:
        what = "hangs" if ended == signal.SIGALRM else "crashes"
        print(f"{what}: number {numbers[0]}, seed {seed}, signal {ended}", file=sys.stderr)
        return Counter({"files": 1, what: 1})
    found = Counter()
    for number in numbers:
        found.update(some(range(number, number + 1), seed, folder, blanks))
    return found


def _in_a_process(numbers: range, seed: int, folder: Path, blanks: dict[str | None, Path]) -> tuple[Counter[str], int]:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        found: Counter[str] = Counter()
        for number in numbers:
            signal.alarm(SECONDS)
            here = folder / str(number)
            shutil.rmtree(here, ignore_errors=True)
            here.mkdir()
            try:
                found.update(one(number, seed, here, blanks))
            except BaseException:  # noqa: BLE001  the process ends here
                found.update({"files": 1, "crashes": 1})
                print(
                    f"number {number}, seed {seed}, {KINDS[number % len(KINDS)].__name__}:\n{traceback.format_exc()[-1800:]}",
                    file=sys.stderr,
                )
            shutil.rmtree(here, ignore_errors=True)
        os.write(writing, repr(dict(found)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _pid, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        return Counter(), os.WTERMSIG(status)
    return Counter(eval(said)), 0  # our own words


def run(count: int, seed: int, first: int = 0) -> Counter[str]:
    """Change so many files and use each."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="coproduce-mutated-") as here:
        folder = Path(here)
        plain, protected = make(folder / "plain.coproduce"), make(folder / "protected.coproduce", WORDS)
        _learn(plain)
        blanks: dict[str | None, Path] = {None: plain, key_of(protected, WORDS).recovery_code: protected}
        spell_once()
        use(shutil.copyfile(plain, folder / "w.coproduce"), None)
        for start in range(first, first + count, AT_ONCE):
            found.update(some(range(start, min(start + AT_ONCE, first + count)), seed, folder, blanks))
            if start % 500 == 0:
                print(f"… {found['files']:,}", flush=True)
    return found


def main(count: int, seed: int, first: int) -> int:
    """0 where nothing fell over, nothing hung and everything was said in words."""
    started = time.perf_counter()
    found = run(count, seed, first)
    troubles = {trouble: found[trouble] for trouble in ("crashes", "hangs", "not in words")}
    print(", ".join(f"{name} {n:,}" for name, n in {**{k: v for k, v in found.items() if k not in troubles}, **troubles}.items()))
    print(f"{time.perf_counter() - started:.0f} s, seed {seed}")
    return int(any(troubles.values()))


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*(*given, *(300, 1, 0)[len(given) :])))
