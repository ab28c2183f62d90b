"""What the chain costs: a write with it and without it, in turns within one run, and looking through 100,000 lines.

    python -m tests.benchmarks.chain [--lines 100000] [--writes 20] [--rounds 40]

The same steps are taken in one workspace: an edit of a person with the chain as it is, and the same edit with its hashing and its
tables beside left out. Turns are short and alternate, and the quickest of each is told: whatever else the computer does only adds to it.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from coproduce.domain.people import Person
from coproduce.storage import chain
from coproduce.storage.connection import connect
from coproduce.storage.queries.record_code import check_code, record_code
from coproduce.storage.workspace_file import WorkspaceFile

PEOPLE = 500


@contextmanager
def without_chain():
    """Write lines as they were before: no salt, no commitment, no hash of anything, no name. The columns stay, filled with nothing."""
    with (
        patch.object(chain, "commit_to", lambda _images, _columns: chain.Salted({}, [])),
        patch.object(chain, "line_hash", lambda *_all: b""),
        patch.object(chain, "keep_salts", lambda *_all: None),
        patch.object(chain, "code_for", lambda *_all: None),
        patch.object(chain, "head", lambda connection: chain.Head(_newest(connection), b"")),
    ):
        yield


def _newest(connection):
    return connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM history").scalar_one()


def edit(file, number):
    """One small step."""
    with file.work("Edit person") as work:
        work.get(Person, str(number % PEOPLE)).group = f"Group {number}"


def write_costs(folder, writes, rounds):
    """Microseconds of processor time and of the clock a write takes with and without the chain: (name, cpu, wall), the quickest turns."""
    times = {"without": ([], []), "with": ([], [])}
    with WorkspaceFile.create(folder / "writes.coproduce") as file:
        file.work_as(file.right, "Rhian")
        with file.work("People") as work:
            work.add_all(Person(str(number), f"Person {number}") for number in range(PEOPLE))
        connection = connect(file.path)
        connection.execute("DROP TRIGGER history_is_one_chain")  # lines without a hash do not follow one another
        connection.close()
        number = 0
        for _round in range(rounds):
            for name in ("without", "with"):
                cpu, wall = time.process_time(), time.perf_counter()
                if name == "without":
                    with without_chain():
                        for _each in range(writes):
                            number += 1
                            edit(file, number)
                else:
                    for _each in range(writes):
                        number += 1
                        edit(file, number)
                times[name][0].append((time.process_time() - cpu) / writes * 1e6)
                times[name][1].append((time.perf_counter() - wall) / writes * 1e6)
    return [(name, min(cpu), min(wall)) for name, (cpu, wall) in times.items()]


def grow(path, lines):
    """A workspace with so many lines of history about 2,000 people, written as the program writes them but in few transactions."""
    from coproduce.storage import history
    from coproduce.storage.journal import Images
    from coproduce.storage.rows import SHAPES

    with WorkspaceFile.create(path) as file, file.work("People") as work:
        work.add_all(Person(str(number), f"Person {number}", group="0") for number in range(2_000))
    with WorkspaceFile.open(path) as file:
        shape, at = SHAPES["Person"], history.now()
        place = shape.columns.index("group")
        with file._writing("Grow") as session:
            connection = session.connection()
            rows = {row[0]: tuple(row) for row in connection.exec_driver_sql(_all_columns(shape))}
            for number in range(lines - 2):
                before = rows[str(number % 2_000)]
                after = (*before[:place], f"Group {number}", *before[place + 1 :])
                images = Images()
                images.note("Person", before[0], before, after)
                history.write_line(connection, at, "Edit person", "work", images, who="Rhian")
                rows[before[0]] = after
            values = [(row[place], row[0]) for row in rows.values()]
            connection.exec_driver_sql('UPDATE people SET "group" = ? WHERE id = ?', values)


def _all_columns(shape):
    names = ", ".join(f'"{name}"' for name in shape.columns)
    return f"SELECT {names} FROM people"


def look_through(folder, lines):
    """Seconds for looking through so many lines with a code, of processor time and by the clock (medians of five); the file in bytes."""
    path = folder / "long.coproduce"
    grow(path, lines)
    taken, used = [], []
    with WorkspaceFile.open(path) as file:
        words = record_code(file)
        for _each in range(5):
            began, cpu = time.perf_counter(), time.process_time()
            checked = check_code(file, words)
            taken.append(time.perf_counter() - began)
            used.append(time.process_time() - cpu)
    if not checked.agrees or checked.history.lines != lines:
        raise SystemExit(f"the chain is not whole: {checked.headline} {checked.lines}")
    return statistics.median(used), statistics.median(taken), path.stat().st_size


def main():
    """Measure, and say it in a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--writes", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = write_costs(folder, options.writes, options.rounds)
        for which, cpu, wall in told:
            print(f"a write {which} the chain: {cpu:7.0f} µs of processor time, {wall:7.0f} µs by the clock")
        (_without, cpu, wall), (_with, cpu_chain, wall_chain) = told
        more, times, wall_more = cpu_chain - cpu, cpu_chain / cpu, wall_chain - wall
        print(f"the chain costs {more:.0f} µs of processor time a write ({times:.2f}×), {wall_more:.0f} µs by the clock")
        cpu, wall, size = look_through(folder, options.lines)
        print(f"{options.lines:,} lines looked through in {cpu:.2f} s of processor time, {wall:.2f} s by the clock; {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
