"""Cut the power at random moments of a recorded piece of work: is anything lost that was acknowledged, is any file broken?

    python -m tests.long.power_cuts 5000

What the program wrote is recorded in order (`disk_shim.c`). For each cut the disk is put together again as it could have been found:
what had been flushed is there; of what had not, nothing, all, the beginning, or some of it in any order, torn into sectors. Names that
were made or taken away since the folder was last flushed may or may not be. The same is done with a program that flushes less
(`synchronous = NORMAL`), which has to lose: that shows that the cuts bite.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coproduce.domain.people import Person
from coproduce.domain.workspace import Setting
from coproduce.errors import WorkspaceError
from coproduce.storage import connection
from coproduce.storage.keys import key_of
from coproduce.storage.workspace_file import WorkspaceFile
from tests.long.disk_shim import build, environment

ROOT = Path(__file__).resolve().parents[2]
WORDS = "six random words"
SECTOR = 512
WORKS = 400


class Op(NamedTuple):
    """One thing the disk was asked to do."""

    what: str
    path: str
    at: int
    bytes: bytes


def work_on(path: Path, code: str | None, works: int, synchronous: str) -> None:
    """Work number n adds a person or several and sets the counter to n, which is then acknowledged; now and then the file is closed."""
    if synchronous != "FULL":
        connection._PRAGMAS = tuple(each.replace("FULL", synchronous) for each in connection._PRAGMAS)
    chance = random.Random(7)
    acknowledge = os.open(f"{path}.ack", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    number = 0
    while number < works:
        with WorkspaceFile.open(path, passphrase=code) as workspace:
            for _one in range(120):
                number += 1
                with workspace.work("Add") as work:
                    work.get(Setting, "counter").value = str(number)
                    words = "x" * chance.choice((10, 200, 3000, 20000))
                    work.add(Person(str(number), "One", words))
                    if number % 7 == 0:
                        work.add_all([Person(f"{number}-{n}", "Several", words[:300]) for n in range(50)])
                    if number % 9 == 0:
                        work.delete(work.get(Person, str(number - 4)))
                if number % 5 == 0:
                    workspace.undo()
                    workspace.redo()
                os.write(acknowledge, number.to_bytes(8, "big"))
                if number >= works:
                    os._exit(0)


def there_after(number: int) -> set[str]:
    """Who is in the workspace after so many works."""
    people = {str(n) for n in range(1, number + 1)} | {f"{n}-{m}" for n in range(7, number + 1, 7) for m in range(50)}
    return people - {str(n - 4) for n in range(9, number + 1, 9)}


def record(
    folder: Path, library: Path, code_for: str | None, synchronous: str, works: int
) -> tuple[dict[str, bytes], list[Op], str | None]:
    """The files before, everything the disk was asked, and what opens the file."""
    disk = folder / "disk"
    disk.mkdir()
    path = disk / "w.coproduce"
    with WorkspaceFile.create(path, passphrase=code_for) as workspace, workspace.work("Begin") as work:
        work.add(Setting("counter", "0"))
    code = None if code_for is None else key_of(path, code_for).recovery_code  # opens it as the passphrase does, and sooner
    before = {str(file): file.read_bytes() for file in disk.iterdir()}
    command = [sys.executable, "-m", "tests.long.power_cuts", "work", str(path), code or "", str(works), synchronous]
    subprocess.run(command, cwd=ROOT, env=environment(library, disk, folder / "log"), check=True)
    ops = list(_read((folder / "log").read_bytes()))
    shutil.rmtree(disk)
    (folder / "log").unlink()
    return before, ops, code


def _read(log: bytes) -> Iterator[Op]:
    place = 0
    while place < len(log):
        what, length = chr(log[place]), int.from_bytes(log[place + 1 : place + 3], "little")
        path = log[place + 3 : place + 3 + length].decode()
        place += 3 + length
        at, size = int.from_bytes(log[place : place + 8], "little", signed=True), int.from_bytes(log[place + 8 : place + 12], "little")
        place += 12
        has_bytes = what in "WAN"
        yield Op(what, path, at, log[place : place + size] if has_bytes else b"")
        place += size if has_bytes else 0


class Disk:
    """What lies on the disk for certain, and what is under way."""

    def __init__(self, before: dict[str, bytes]) -> None:
        self.files = {path: bytearray(content) for path, content in before.items()}
        self.folder = str(Path(next(iter(before))).parent)
        self.acknowledged = 0
        self._waiting: dict[str, list[Op]] = defaultdict(list)
        self._new: set[str] = set()
        self._gone: dict[str, bytearray] = {}

    def do(self, op: Op) -> None:
        """The next thing it was asked."""
        if op.path.endswith((".ack", "-shm")):
            if op.what == "A":
                self.acknowledged = int.from_bytes(op.bytes, "big")
        elif op.what in "WT":
            self._waiting[op.path].append(op)
        elif op.what == "S" and op.path == self.folder:
            self._new.clear()
            self._gone.clear()
        elif op.what == "S":
            for waiting in self._waiting.pop(op.path, []):
                _apply(self.files.setdefault(op.path, bytearray()), waiting)
        elif op.what == "C" and op.path not in self.files:
            self.files[op.path] = bytearray()
            self._new.add(op.path)
        elif op.what == "U":
            self._gone[op.path] = self.files.pop(op.path, bytearray())
            self._waiting.pop(op.path, None)
            self._new.discard(op.path)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as they could be found."""
        found = {path: bytearray(content) for path, content in self.files.items() if path not in self._new or chance.random() < 0.5}
        found |= {path: bytearray(content) for path, content in self._gone.items() if path not in found and chance.random() < 0.5}
        for path, waiting in self._waiting.items():
            if path in found:
                for op in _what_got_there(waiting, chance):
                    _apply(found[path], op)
        return {path: bytes(content) for path, content in found.items()}


def _what_got_there(waiting: list[Op], chance: random.Random) -> Iterator[Op]:
    kept = chance.choice(("nothing", "all", "some", "beginning"))
    if kept == "beginning":
        waiting = waiting[: chance.randint(0, len(waiting))]
    for op in waiting:
        if kept == "nothing" or (kept == "some" and chance.random() < 0.5):
            continue
        if kept != "all" and op.what == "W" and len(op.bytes) > SECTOR and chance.random() < 0.3:
            for start in range(0, len(op.bytes), SECTOR):
                if chance.random() < 0.5:
                    yield op._replace(at=op.at + start, bytes=op.bytes[start : start + SECTOR])
        else:
            yield op


def _apply(content: bytearray, op: Op) -> None:
    end = op.at + len(op.bytes)
    if len(content) < (end if op.what == "W" else op.at):
        content.extend(bytes((end if op.what == "W" else op.at) - len(content)))
    if op.what == "T":
        del content[op.at :]
    else:
        content[op.at : end] = op.bytes


def cuts(folder: Path, library: Path, count: int, *, words: str | None, synchronous: str, seed: int, works: int = WORKS) -> Counter[str]:
    """Record, cut so many times, and open what is left with every check of opening."""
    before, ops, code = record(folder, library, words, synchronous, works)
    chance = random.Random(seed)
    first = next(place for place, op in enumerate(ops) if op.what == "A")
    at = sorted(chance.randint(first + 1, len(ops)) for _cut in range(count))
    disk, done, found = Disk(before), 0, Counter(cuts=0, acknowledged=0)
    for place in at:
        for op in ops[done:place]:
            disk.do(op)
        done = place
        found["cuts"] += 1
        found["acknowledged"] += disk.acknowledged
        found.update(_look(folder / "cut", disk, chance, code))
        if found["cuts"] % 500 == 0:
            print(f"… {dict(found)}", flush=True)
    return found


def _look(folder: Path, disk: Disk, chance: random.Random, code: str | None) -> Counter[str]:
    found: Counter[str] = Counter()
    folder.mkdir()
    for path, content in disk.after_a_cut(chance).items():
        (folder / Path(path).name).write_bytes(content)
    try:
        with WorkspaceFile.open(folder / "w.coproduce", passphrase=code) as workspace, workspace.read() as reading:
            counter = int(reading.get(Setting, "counter").value)
            people = {person.id for person in reading.bare(Person)}
    except WorkspaceError as error:
        found["corrupt"] += 1
        print(f"after {disk.acknowledged} works: {error}", file=sys.stderr)
    else:
        found["cuts that lost"] += counter < disk.acknowledged
        found["lost"] += max(0, disk.acknowledged - counter)
        found["half done"] += people != there_after(counter)
    shutil.rmtree(folder)
    return found


def main(count: int, seed: int) -> int:
    """0 where nothing was lost with FULL, and something was with NORMAL."""
    started, bad = time.perf_counter(), 0
    with tempfile.TemporaryDirectory(prefix="coproduce-power-") as here:
        library = build(Path(here))
        for name, words, synchronous, share in (
            ("FULL", None, "FULL", count - count // 5),
            ("FULL, protected", WORDS, "FULL", count // 5),
            ("NORMAL", None, "NORMAL", max(1, count // 10)),
        ):
            found = cuts(Path(here), library, share, words=words, synchronous=synchronous, seed=seed)
            troubles = {trouble: found[trouble] for trouble in ("cuts that lost", "lost", "corrupt", "half done")}
            figures = {"cuts": found["cuts"], "acknowledged": found["acknowledged"], **troubles}
            print(f"{name}: " + ", ".join(f"{what} {n:,}" for what, n in figures.items()), flush=True)
            bad += sum(troubles.values()) if synchronous == "FULL" else not troubles["lost"]
    print(f"{time.perf_counter() - started:.0f} s, seed {seed}")
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work_on(Path(sys.argv[2]), sys.argv[3] or None, int(sys.argv[4]), sys.argv[5])
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
