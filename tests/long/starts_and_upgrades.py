"""Many programs start on one workspace at the same moment, and upgrades are killed: never two owners, and never half an upgrade.

    python -m tests.long.starts_and_upgrades 300 200

A race is won by the program that may write. In each, some start at once; none lets go before all have tried. The upgrades are of the
kept file of every older version, protected or not; afterwards the file is the old one or the new one, whole, with everything in it.
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
from pathlib import Path

from coproduce.domain.people import Person
from coproduce.errors import CoproduceError, WorkspaceLocked
from coproduce.storage.checks import check_file
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.keys import key_of
from coproduce.storage.protecting import protect_anew
from coproduce.storage.upgrading import run_revisions  # noqa: F401  loaded before the processes part
from coproduce.storage.workspace_file import WorkspaceFile

FILES = Path(__file__).resolve().parents[1] / "storage" / "files"
STARTERS = 4
WORDS = "six random words"


def races(folder: Path, count: int) -> Counter[str]:
    """So many times, several processes open one workspace at the same moment."""
    path = folder / "race.coproduce"
    WorkspaceFile.create(path).close()
    found: Counter[str] = Counter()
    for _race in range(count):
        told = _one_race(path)
        found["races"] += 1
        found["without an owner"] += told.count(b"won") == 0
        found["with two owners"] += told.count(b"won") > 1
        found["fell over"] += len([one for one in told if one not in (b"won", b"lost")])
        found["left a lock"] += (folder / f".{path.name}.lock").exists()
    check_file(path)
    return found


def _one_race(path: Path) -> list[bytes]:
    """What each starter came to."""
    start_reading, start_writing = os.pipe()
    stop_reading, stop_writing = os.pipe()
    answers, processes = [], []
    for _starter in range(STARTERS):
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(start_writing)
            os.close(stop_writing)
            _start(path, start_reading, stop_reading, writing)
        os.close(writing)
        answers.append(reading)
        processes.append(process)
    os.close(start_reading)
    os.close(stop_reading)
    os.close(start_writing)  # all see the end of it at once
    told = [os.read(reading, 10) for reading in answers]
    os.close(stop_writing)
    for process, reading in zip(processes, answers, strict=True):
        os.waitpid(process, 0)
        os.close(reading)
    return told


def _start(path: Path, start: int, stop: int, answer: int) -> None:
    os.read(start, 1)
    try:
        workspace = WorkspaceFile.open(path)
        os.write(answer, b"won")
        os.read(stop, 1)
        workspace.close()
    except WorkspaceLocked:
        os.write(answer, b"lost")
        os.read(stop, 1)
    except BaseException:  # noqa: BLE001  the process ends here
        traceback.print_exc()
        os.write(answer, b"fell")
    os._exit(0)


def kills_while_upgrading(folder: Path, count: int, seed: int) -> Counter[str]:
    """Kill the upgrade of each older file in turn, at a random moment of the time one takes."""
    chance, found = random.Random(seed), Counter({"kills": 0})
    old: list[tuple[Path, str | None]] = []
    for version in range(1, SCHEMA_VERSION):
        plain, protected = folder / f"{version}.coproduce", folder / f"{version} protected.coproduce"
        shutil.copyfile(FILES / f"schema-{version}.coproduce", plain)
        shutil.copyfile(plain, protected)
        protect_anew(protected, None, WORDS)
        old += [(plain, None), (protected, key_of(protected, WORDS).recovery_code)]
    takes = {file: _time_of_one(folder, file, code) for file, code in old}
    for number in range(count):
        file, code = old[number % len(old)]
        _kill_one(folder / str(number), file, code, chance.uniform(0, 1.1 * takes[file]), found)
    return found


def _time_of_one(folder: Path, file: Path, code: str | None) -> float:
    """Seconds that an upgrade takes in a process that was parted from this one."""
    here = folder / "timed"
    here.mkdir()
    started = time.perf_counter()
    process = _upgrade_in_a_process(shutil.copyfile(file, here / "w.coproduce"), code)
    _pid, status = os.waitpid(process, 0)
    assert status == 0
    shutil.rmtree(here)
    return time.perf_counter() - started


def _upgrade_in_a_process(path: Path, code: str | None) -> int:
    process = os.fork()
    if process == 0:
        try:
            WorkspaceFile.open(path, passphrase=code).close()
        except BaseException:  # noqa: BLE001  the process ends here
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return process


def _kill_one(here: Path, file: Path, code: str | None, after: float, found: Counter[str]) -> None:
    here.mkdir()
    path = Path(shutil.copyfile(file, here / "w.coproduce"))
    process = _upgrade_in_a_process(path, code)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    found["kills"] += 1
    try:
        check_file(path, code)
        version = _version(path, code)
        found["new" if version == SCHEMA_VERSION else "old"] += 1
        found["neither"] += version not in (SCHEMA_VERSION, int(file.name[0]))
        with WorkspaceFile.open(path, passphrase=code) as workspace, workspace.read() as reading:
            found["half done"] += reading.get(Person, "0001").name != "Zoë" or not reading.history_of(Person, "0001")
        for copy in here.glob("* backups/*.coproduce"):
            check_file(copy, code)
    except CoproduceError as error:
        found["broken"] += 1
        print(f"{file.name}, killed after {after:.3f} s: {error}", file=sys.stderr)
    shutil.rmtree(here)


def _version(path: Path, code: str | None) -> int:
    connection = connect(path, None if code is None else key_of(path, code))
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return version


def main(starts: int, kills: int, seed: int) -> int:
    """0 where nobody shared a workspace and no upgrade was left half done."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="coproduce-starts-") as here:
        raced = races(Path(here), starts)
        print(", ".join(f"{name} {n}" for name, n in raced.items()), flush=True)
        killed = kills_while_upgrading(Path(here), kills, seed)
        print("upgrading: " + ", ".join(f"{name} {killed[name]}" for name in ("kills", "old", "new", "neither", "half done", "broken")))
    print(f"{time.perf_counter() - started:.0f} s, seed {seed}")
    bad = sum(raced[name] for name in ("without an owner", "with two owners", "fell over", "left a lock"))
    return int(bool(bad + sum(killed[name] for name in ("neither", "half done", "broken"))))


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*(*numbers, *(20, 8, 1)[len(numbers) :])))
