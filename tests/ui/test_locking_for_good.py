"""After locking, the memory of the program holds no words of a record; and it locks before the computer sleeps. Looked at from outside."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import pytest

from coproduce.operations import people
from coproduce.storage.workspace_file import WorkspaceFile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at the memory of a process as Linux shows it"),
]

ROOT = Path(__file__).resolve().parents[2]
WORDS = "acorn bagel cactus dimple ember fossil"
CANARY = "Quillon-Vastergaard"
A_WHILE = 60


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Ours.coproduce"
    with WorkspaceFile.create(path, passphrase=WORDS) as made:
        for number in range(20):
            people.add_person(made, name=f"{CANARY} {number}")
    return path


class Program:
    """The program in a process of its own."""

    def __init__(self, file: Path, home: Path, before: tuple[str, ...] = ()) -> None:
        environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
        command = [*before, sys.executable, "-m", "tests.ui.locking_program", str(file), WORDS]
        self.home = home
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )

    def __enter__(self) -> Self:
        there, _to_write, _wrong = select.select([self._process.stdout], [], [], A_WHILE)
        try:
            assert there, "the workspace was not opened"
            assert self._process.stdout.readline() == "ready\n"
        except AssertionError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()

    @property
    def pid(self) -> int:
        """The process of the window, also where others were put before it."""
        for one in [self._process.pid, *_children(self._process.pid)]:
            if any(word in _command(one) for word in ("tests.ui.locking_program", "ui.locked")) and "python" in _command(one)[0]:
                return one
        return self._process.pid

    def lock(self) -> None:
        self._process.stdin.write("lock\n")
        self._process.stdin.flush()

    def wait_until_locked(self) -> None:
        begun = time.monotonic()
        while time.monotonic() - begun < A_WHILE:
            started = (self.home / "Coproduce" / "coproduce.log").read_text().count("Started.")
            if "ui.locked" in _command(self.pid) and started == 2:
                time.sleep(1)  # the question for the words is being drawn
                return
            time.sleep(0.1)
        raise AssertionError(_command(self.pid))

    def finds_in_memory(self, words: str) -> int:
        """How often these words stand in its memory, as UTF-8 and as Qt keeps words."""
        found = 0
        with Path(f"/proc/{self.pid}/maps").open() as maps, Path(f"/proc/{self.pid}/mem").open("rb", buffering=0) as memory:
            for line in maps:
                place, rights = line.split()[:2]
                if "r" not in rights or "[v" in line:
                    continue
                start, end = (int(part, 16) for part in place.split("-"))
                with contextlib.suppress(OSError, ValueError, OverflowError):
                    memory.seek(start)
                    held = memory.read(end - start)
                    found += held.count(words.encode()) + held.count(words.encode("utf-16-le"))
        return found


def _command(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return [""]


def _children(pid: int) -> list[int]:
    try:
        near = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [*near, *(one for child in near for one in _children(child))]


def test_no_words_of_a_record_are_left_in_memory(file, tmp_path):
    with Program(file, tmp_path) as program:
        pid = program.pid
        if not os.access(f"/proc/{pid}/mem", os.R_OK):
            pytest.skip("this computer shows nobody the memory of a process")
        assert program.finds_in_memory(CANARY) > 0
        program.lock()
        program.wait_until_locked()
        assert program.pid == pid
        assert program.finds_in_memory(CANARY) == 0
        assert program.finds_in_memory(WORDS) == 0


HAS_BUS = pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="dbus-run-session is not installed")
ON_A_BUS = ("dbus-run-session", "--", "sh", "-c")
LISTENS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from ui.computer_signs import ComputerSigns
app = QApplication([])
window = QWidget()
signs = ComputerSigns(window)
signs.came.connect(lambda sign: (print(sign, flush=True), app.quit()))
open(sys.argv[1] + "/now", "w").close()
app.exec()
"""


def with_logind(sign: str, folder: Path) -> str:
    """A line for the shell: the stand-in for logind on the same bus, and then what follows."""
    stand_in = f'"{sys.executable}" -m tests.ui.logind {sign} "{folder}"'
    return f'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; {stand_in} & exec "$0" "$@"'


@HAS_BUS
@pytest.mark.parametrize(("sign", "heard"), [("sleep", "sleep"), ("session", "screen"), ("screen", "screen")])
def test_the_signs_of_the_computer_are_heard(tmp_path, sign, heard):
    command = [*ON_A_BUS, with_logind(sign, tmp_path), sys.executable, "-c", LISTENS, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, timeout=A_WHILE, check=True, capture_output=True, text=True)
    assert done.stdout == f"{heard}\n"


@HAS_BUS
def test_it_locks_before_the_computer_sleeps(file, tmp_path):
    with Program(file, tmp_path, (*ON_A_BUS, with_logind("sleep", tmp_path))) as program:
        _wait_for(tmp_path / "holds sleep back")
        (tmp_path / "now").touch()
        program.wait_until_locked()
        assert program.finds_in_memory(CANARY) == 0
        assert float(_wait_for(tmp_path / "let go after").read_text()) < 5


def _wait_for(path: Path) -> Path:
    begun = time.monotonic()
    while not (path.exists() and path.read_text()):
        assert time.monotonic() - begun < A_WHILE, path
        time.sleep(0.05)
    return path
