"""Damage workspaces at random, look whether opening notices, and rescue each: does every row come back whose page is whole?

    python -m tests.long.damage 150 [seed] [protected]

Each of six kinds of damage is done so many times to a protected workspace, and a third as often to an unprotected one. Which page a
row stands on is asked of another SQLite than ours (`dbstat`), on an undamaged twin.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import WorkspaceError
from coproduce.storage.checks import check_file, look
from coproduce.storage.connection import connect
from coproduce.storage.keys import key_of
from coproduce.storage.salvage.pages import PAGE, RESERVED, protected_pages, raw_pages
from coproduce.storage.salvage.rescuing import rescue
from coproduce.storage.workspace_file import WorkspaceFile

WORDS = "six random words for you here"
AT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
NOT_RESCUED = ("undo_steps", "alembic_version", "search", "sqlite", "history_salts")
"""Made anew, or begun anew. Salts are given afresh to records that a rescue notes; that the rest open what they opened is tested apart."""


class Twin(NamedTuple):
    """An undamaged file, its rows by table and key, and the pages each of them stands on."""

    path: Path
    words: str | None
    rows: dict[str, dict[Any, dict[str, Any]]]
    pages: dict[str, dict[Any, frozenset[int]]]
    links: dict[str, dict[str, str]]


def make(path: Path, words: str | None, size: int) -> Path:
    """A workspace with trees of several levels, and texts that do not fit on a page."""
    chance = random.Random(4)
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=words) as workspace:
        with workspace.work("People") as work:
            work.add_all([Project("P-01", "Gardens"), Project("P-02", "Buses")])
            work.add_all(Person(f"person-{n}", f"Person {n}", named_contact="x" * chance.choice((5, 40, 300))) for n in range(size))
        with workspace.work("Workshops") as work:
            work.add_all(Workshop(f"W-{n}", f"P-0{1 + n % 2}", f"Workshop {n}", date(2025, 1, 1 + n % 28)) for n in range(size // 20))
            work.add_all(Attendance(f"W-{n % (size // 20)}", f"person-{n}") for n in range(size))
        for start in range(0, size // 4, 50):
            with workspace.work("Words") as work:
                some = range(start, min(start + 50, size // 4))
                work.add_all(Contribution(f"c{n}", f"W-{n % (size // 20)}", f"word {n} " * chance.choice((3, 50, 50, 900))) for n in some)
        with workspace.work("Change") as work:
            for n in range(0, size, 7):
                work.get(Person, f"person-{n}").name = f"Another name {n}"
    return path


def as_plain(path: Path, words: str | None, to: Path) -> Path:
    """The same pages in a file that any SQLite reads: where they are decrypted, as many bytes of each are left over as were taken."""
    if words is None:
        shutil.copyfile(path, to)
    else:
        pages = protected_pages(raw_pages(path), key_of(path, words)).pages
        to.write_bytes(b"".join((page or b"") + bytes(RESERVED) for page in pages))
    return to


def look_at(path: Path, words: str | None) -> Twin:
    """Read a whole file with the other SQLite."""
    plain = as_plain(path, words, path.with_name(f"{path.name}.plain"))
    connection = sqlite3.connect(plain)
    connection.execute("PRAGMA journal_mode = DELETE")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    twin = Twin(path, words, {}, {}, {})
    named = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    for table, sql in named:
        if table.startswith(NOT_RESCUED):
            continue
        is_index = "WITHOUT ROWID" in sql
        keys = [line[1] for line in connection.execute(f"PRAGMA table_info({table})") if line[5]] if is_index else ["rowid"]
        order = ", ".join(keys)
        found = connection.execute(f"SELECT {order}, * FROM {table} ORDER BY {order}")
        names = [column[0] for column in found.description][len(keys) :]
        rows = [(row[: len(keys)], dict(zip(names, row[len(keys) :], strict=True))) for row in found]
        places = list(_places(connection, table, is_index=is_index))
        assert len(places) == len(rows)
        ids = [tuple(row[name] for name in (keys if is_index else ["id"])) for _key, row in rows]
        twin.rows[table] = dict(zip(ids, (row for _key, row in rows), strict=True))
        twin.pages[table] = dict(zip(ids, places, strict=True))
        twin.links[table] = {line[3]: line[2] for line in connection.execute(f"PRAGMA foreign_key_list({table})")}
    connection.close()
    return twin


def rows_of(path: Path, twin: Twin) -> dict[str, dict[Any, dict[str, Any]]]:
    """The rows of a rescued file as our own SQLite reads them, by the same keys."""
    connection = connect(path, None if twin.words is None else key_of(path, twin.words))
    found: dict[str, dict[Any, dict[str, Any]]] = {}
    for table in twin.rows:
        cursor = connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        keys = [line[1] for line in connection.execute(f"PRAGMA table_info({table})") if line[5]]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        found[table] = {tuple(row[name] for name in keys): row for row in rows}
    connection.close()
    return found


def has_dbstat() -> bool:
    """Whether the other SQLite can say what stands on which page."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("SELECT count(*) FROM dbstat")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


def _places(connection: sqlite3.Connection, table: str, *, is_index: bool) -> Iterator[frozenset[int]]:
    nodes = {}
    beyond: dict[str, set[int]] = {}
    for path, page, kind, count in connection.execute("SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ?", (table,)):
        if kind == "overflow":
            beyond.setdefault(path.split("+")[0], set()).add(page)
        else:
            nodes[path] = (page, kind, count)

    def walk(path: str) -> Iterator[frozenset[int]]:
        page, kind, count = nodes[path]
        for cell in range(count):
            if kind == "internal":
                yield from walk(f"{path}{cell:03x}/")
            if kind == "leaf" or is_index:
                yield frozenset({page, *beyond.get(f"{path}{cell:03x}", ())})
        if kind == "internal":
            yield from walk(f"{path}{count:03x}/")

    yield from walk("/")


def _bit(spoilt: bytearray, start: int, chance: random.Random) -> None:
    spoilt[start + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)


def _bytes(spoilt: bytearray, start: int, chance: random.Random) -> None:
    place = start + chance.randrange(PAGE - 16)
    spoilt[place : place + 16] = chance.randbytes(16)


def _zeros(spoilt: bytearray, start: int, chance: random.Random) -> None:
    end = min(len(spoilt), start + PAGE * chance.choice((1, 1, 8)))
    spoilt[start:end] = bytes(end - start)


def _other_page(spoilt: bytearray, start: int, chance: random.Random) -> None:
    other = chance.randrange(1, len(spoilt) // PAGE) * PAGE
    spoilt[start : start + PAGE] = spoilt[other : other + PAGE]


def _first_page(spoilt: bytearray, _start: int, chance: random.Random) -> None:
    spoilt[chance.randrange(100, PAGE)] ^= 0xFF


def _head(spoilt: bytearray, _start: int, chance: random.Random) -> None:
    spoilt[chance.randrange(100)] ^= 0xFF


KINDS = {
    "one bit": _bit,
    "16 bytes": _bytes,
    "zeros over 1 or 8 pages": _zeros,
    "a page over another": _other_page,
    "first page": _first_page,
    "head": _head,
}


def try_one(twin: Twin, kind: str, folder: Path, chance: random.Random) -> Counter[str]:
    """Damage a copy, open it, rescue it, and set the new file against the twin."""
    found: Counter[str] = Counter(damaged=1)
    whole = twin.path.read_bytes()
    spoilt = bytearray(whole)
    while spoilt == whole:  # two of three hit a page that some row needs, the others any page
        row = chance.choice(list(twin.pages[chance.choice(list(twin.pages))].values()) or [frozenset({2})])
        page = chance.choice(sorted(row)) if chance.random() < 0.67 else chance.randrange(2, len(whole) // PAGE + 1)
        KINDS[kind](spoilt, (page - 1) * PAGE, chance)
    bad = {1 + start // PAGE for start in range(0, len(whole), PAGE) if spoilt[start : start + PAGE] != whole[start : start + PAGE]}
    path = folder / "damaged.coproduce"
    path.write_bytes(spoilt)
    try:
        if twin.words is None:
            check_file(path)
        else:
            look(path, key_of(path, twin.words), "immutable")
    except WorkspaceError as error:
        found["noticed"] += 1
        found["in words"] += str(error).count(".") >= 2
    if twin.words is not None and spoilt[:16] != whole[:16]:
        shutil.copyfile(twin.path, _backup_folder(path) / "damaged 2025-03-01 12.00.00.coproduce")  # only a backup knows what stood there
    made = folder / "rescued.coproduce"
    try:
        rescued = rescue(path, made, twin.words, AT)
    except WorkspaceError as error:
        found["not rescued"] += 1
        print(f"{kind}: {error}", file=sys.stderr)
        return found
    finally:
        shutil.rmtree(_backup_folder(path))
    assert path.read_bytes() == spoilt
    found["rescued"] += 1
    found.update(compare(twin, rows_of(made, twin), bad, kind))
    for each in (made, rescued.words_at):
        each.unlink()
    return found


def _backup_folder(path: Path) -> Path:
    folder = path.with_name(f"{path.stem} backups")
    folder.mkdir(exist_ok=True)
    return folder


def compare(twin: Twin, rescued: dict[str, dict[Any, dict[str, Any]]], bad: set[int], kind: str) -> Counter[str]:
    """Every row of the twin that stands on none of the bad pages is in the rescued file as it was, but for links to what is lost."""
    found: Counter[str] = Counter()
    for table, rows in twin.rows.items():
        for key, row in rows.items():
            if twin.pages[table][key] & bad:
                found["rows on bad pages"] += 1
                found["of these rescued all the same"] += rescued[table].get(key) == row
                continue
            found["rows on whole pages"] += 1
            there = rescued[table].get(key)
            if there is None:
                found["missing"] += 1
                print(f"{kind}, pages {sorted(bad)}: {table} {key} is missing", file=sys.stderr)
            elif any(there[name] != value and not _is_cut(twin, table, name, value, there[name], bad) for name, value in row.items()):
                found["altered"] += 1
                print(f"{kind}, pages {sorted(bad)}: {table} {key} is altered", file=sys.stderr)
    return found


def _is_cut(twin: Twin, table: str, name: str, was: Any, now: Any, bad: set[int]) -> bool:
    parent = twin.links[table].get(name)
    return now is None and parent is not None and bool(twin.pages[parent].get((was,), frozenset()) & bad)


def run(
    count: int, seed: int, words: str | None, size: int = 300, told: Callable[[dict[str, Counter[str]]], object] = len
) -> dict[str, Counter[str]]:
    """Try each kind of damage so many times on one kind of file, by turns; `told` what was found so far, now and then."""
    folder = Path(tempfile.mkdtemp(prefix="coproduce-damage-"))
    found: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    try:
        path = make(folder / "garden.coproduce", words, size)
        code = None if words is None else key_of(path, words).recovery_code  # opens it as the passphrase does, and sooner
        twin, chance = look_at(path, code), random.Random(seed)
        for number in range(1, count + 1):
            for kind in KINDS:
                found[kind].update(try_one(twin, kind, folder, chance))
            if number % 10 == 0:
                told(found)
    finally:
        shutil.rmtree(folder)
    return found


def main(count: int, seed: int, which: str = "both") -> int:
    """Print what came of it; 0 where a protected file never kept damage to itself and no row that is whole was lost."""
    started, bad = time.perf_counter(), 0
    for name, words, times in (("protected", WORDS, count), ("not protected", None, (count + 2) // 3)):
        if which in ("both", name):
            found = run(times, seed, words, told=lambda so_far: print("…", _in_a_line(sum(so_far.values(), Counter())), flush=True))
            for kind, figures in found.items():
                print(f"{name}, {kind}: {_in_a_line(figures)}", flush=True)
                bad += figures["missing"] + figures["altered"] + figures["not rescued"]
                bad += figures["damaged"] - figures["noticed"] if words else 0
    print(f"{time.perf_counter() - started:.0f} s, seed {seed}")
    return 1 if bad else 0


def _in_a_line(figures: Counter[str]) -> str:
    return ", ".join(f"{what} {n:,}" for what, n in figures.items())


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else 25, int(given[1]) if len(given) > 1 else 1, *given[2:3]))
