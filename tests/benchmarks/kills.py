"""Kill the program while it writes, backs up, restores and protects: is anything lost that it had acknowledged?

    python tests/benchmarks/kills.py 300

Each kill is a SIGKILL at a random moment. Afterwards the file is opened with every opening check and compared with what
had been acknowledged. A power cut is not tried here: it would lose what the operating system has not written yet.
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
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.workspace import Setting
from coproduce.errors import PassphraseNeeded, WorkspaceError, WrongPassphrase
from coproduce.storage import backup
from coproduce.storage.checks import check_file
from coproduce.storage.protecting import protect_anew
from coproduce.storage.workspace_file import WorkspaceFile

FRESH_FILE_EVERY = 50
PROTECTING_TAKES = 2.0
"""Seconds: with less, few kills come after the old file has been swapped for the new one."""


def write_for_ever(path: Path, passphrase: str | None, acknowledge: int) -> None:
    """Work number n adds a person, or several, and sets the counter to n; some are undone and redone before they count."""
    with WorkspaceFile.open(path, passphrase=passphrase) as workspace:
        while True:
            with workspace.work("Add") as work:
                counter = work.get(Setting, "counter")
                number = int(counter.value) + 1
                counter.value = str(number)
                words = "x" * random.choice((10, 200, 3000))
                if number % 7 == 0:
                    work.add_all([Person(f"{number}-{n}", "Several", words) for n in range(50)])
                work.add(Person(str(number), "One", words))
            if number % 5 == 0:
                workspace.undo()
                workspace.redo()
            os.write(acknowledge, number.to_bytes(8, "big"))


def restore_once(path: Path, kept: Path, _acknowledge: int) -> None:
    backup.restore(path, kept)


def protect_once(path: Path, old: str | None, new: str | None, _acknowledge: int) -> None:
    protect_anew(path, old, new)


def kill_while(child: Callable[[int], None], longest: float, *, from_first_word: bool = False) -> list[int]:
    """Run `child` in a process of its own and kill it at some moment. What it acknowledged."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        finished = False
        try:
            child(writing)
            finished = True
        finally:
            if not finished:
                traceback.print_exc()
            os._exit(not finished)
    os.close(writing)
    words = os.read(reading, 8) if from_first_word else b""
    time.sleep(random.random() * longest)
    os.kill(process, signal.SIGKILL)
    _pid, status = os.waitpid(process, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("the program stopped by itself")
    while more := os.read(reading, 65536):
        words += more
    os.close(reading)
    return [int.from_bytes(words[start : start + 8], "big") for start in range(0, len(words) // 8 * 8, 8)]


def new_workspace(path: Path, passphrase: str | None) -> None:
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=passphrase) as workspace, workspace.work("Begin") as work:
        work.add(Setting("counter", "0"))


def kills_while_writing(folder: Path, count: int, passphrase: str | None) -> Counter[str]:
    found: Counter[str] = Counter()
    path, acknowledged = folder / "w.coproduce", 0
    for kill in range(count):
        if kill % FRESH_FILE_EVERY == 0:
            path, acknowledged = folder / f"{kill}.coproduce", 0
            new_workspace(path, passphrase)
        numbers = kill_while(partial(write_for_ever, path, passphrase), 0.25, from_first_word=True)
        found["kills"] += 1
        found["acknowledged"] += len(numbers)
        found["with a log to recover"] += path.with_name(f"{path.name}-wal").exists()
        acknowledged = max([acknowledged, *numbers])
        try:
            check_file(path, passphrase)
            with WorkspaceFile.open(path, passphrase=passphrase) as workspace, workspace.read() as reading:
                counter = int(reading.get(Setting, "counter").value)
                people = {person.id for person in reading.bare(Person)}
        except WorkspaceError as error:
            found["integrity failures"] += 1
            print(f"kill {kill}: {error}", file=sys.stderr)
            continue
        expected = {str(n) for n in range(1, counter + 1)} | {f"{n}-{m}" for n in range(7, counter + 1, 7) for m in range(50)}
        found["lost"] += max(0, acknowledged - counter)
        found["half done"] += people != expected
        acknowledged = counter
    return found


def kills_while_backing_up(folder: Path, count: int) -> Counter[str]:
    found: Counter[str] = Counter()
    path = folder / "b.coproduce"
    new_workspace(path, None)
    with WorkspaceFile.open(path) as workspace, workspace.work("Fill") as work:
        work.add_all(Person(str(n), "x" * 1000) for n in range(2000))

    def back_up(_acknowledge: int) -> None:
        with WorkspaceFile.open(path) as workspace:
            while True:
                workspace.backup()

    for _ in range(count):
        kill_while(back_up, 0.4)
        found["kills"] += 1
    for copy in backup.default_folder(path).glob("*.coproduce"):
        found["backups"] += 1
        try:
            check_file(copy)
        except WorkspaceError as error:
            found["broken"] += 1
            print(f"{copy.name}: {error}", file=sys.stderr)
    return found


def kills_while_restoring(folder: Path, count: int) -> Counter[str]:
    """Each time the program had crashed before, so that a log lies beside the file."""
    found: Counter[str] = Counter()
    path = folder / "r.coproduce"
    new_workspace(path, None)
    with WorkspaceFile.open(path) as workspace:
        with workspace.work("Then") as work:
            work.add_all([Project("then", "x"), *(Person(f"then-{n}", "x" * 1000) for n in range(1000))])
        kept = workspace.backup()
    for number in range(count):
        place = folder / f"r{number}"
        place.mkdir()
        here = place / "r.coproduce"
        shutil.copyfile(kept, here)
        acknowledged = max(kill_while(partial(write_for_ever, here, None), 0.05, from_first_word=True))
        kill_while(partial(restore_once, here, kept), 0.4)
        found["kills"] += 1
        try:
            with WorkspaceFile.open(here) as workspace, workspace.read() as reading:
                counter = int(reading.get(Setting, "counter").value)
                people = len(reading.bare(Person))
            found["as it was" if counter else "restored"] += 1
            found["lost"] += max(0, acknowledged - counter) if counter else 0
            found["half done"] += people != 1000 + counter + 50 * (counter // 7)
        except WorkspaceError as error:
            found["broken"] += 1
            print(f"restore {number}: {error}", file=sys.stderr)
        shutil.rmtree(place)
    return found


def kills_while_protecting(folder: Path, count: int) -> Counter[str]:
    """From no passphrase to one, to another, and back: whichever is being written, one of the two opens and holds everything."""
    found: Counter[str] = Counter()
    path, words = folder / "p.coproduce", (None, "six random words", "six other words")
    new_workspace(path, None)
    with WorkspaceFile.open(path) as workspace, workspace.work("Fill") as work:
        work.add_all(Person(str(n), "x" * 1000) for n in range(2000))
    now = 0
    for kill in range(count):
        then = (now + 1) % len(words)
        kill_while(partial(protect_once, path, words[now], words[then]), PROTECTING_TAKES)
        found["kills"] += 1
        for place in (now, then):
            try:
                with WorkspaceFile.open(path, passphrase=words[place]) as workspace, workspace.read() as reading:
                    found["half done"] += len(reading.bare(Person)) != 2000
                found["changed"] += place == then
                now = place
                break
            except (WrongPassphrase, PassphraseNeeded):
                continue
            except WorkspaceError as error:
                found["broken"] += 1
                print(f"protecting {kill}: {error}", file=sys.stderr)
                return found
        else:
            found["lost"] += 1
            return found
        found["left beside"] += sum(one.name.endswith("protecting") for one in folder.iterdir())
    return found


def main(count: int) -> int:
    """Run all five; 0 where nothing was lost and nothing broke."""
    random.seed(int(os.environ.get("SEED", time.time_ns() % 10_000)))
    folder = Path(tempfile.mkdtemp(prefix="coproduce-kills-"))
    started = time.perf_counter()
    try:
        (folder / "protected").mkdir()
        runs = {
            "writing": kills_while_writing(folder, count, None),
            "writing, protected": kills_while_writing(folder / "protected", max(1, count // 10), "six random words"),
            "backing up": kills_while_backing_up(folder, max(1, count // 3)),
            "restoring": kills_while_restoring(folder, max(1, count // 3)),
            "protecting": kills_while_protecting(folder, max(1, count // 3)),
        }
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    bad = 0
    for name, found in runs.items():
        found.setdefault("left beside", 0)
        troubles = {trouble: found[trouble] for trouble in ("lost", "half done", "integrity failures", "broken")}
        bad += found["left beside"]
        bad += sum(troubles.values())
        figures = ", ".join(f"{figure} {number}" for figure, number in found.items() if figure not in troubles)
        print(f"{name}: {figures}; " + ", ".join(f"{trouble} {number}" for trouble, number in troubles.items()))
    print(f"{time.perf_counter() - started:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
