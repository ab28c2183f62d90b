"""A screen nobody sees, a bus for screen readers, and the program on it: what a test of AT-SPI stands on."""

from __future__ import annotations

import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PROGRAMS = {"Xvfb": "xvfb", "dbus-run-session": "dbus", "openbox": "openbox", "xclip": "xclip"}
XCB = "libxcb-cursor0"
LONGEST_S = 200


@functools.cache
def why_not() -> str:
    """Why no screen reader can be had here, with the Debian packages that would bring it; blank where it can."""
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if not LAUNCHER.exists():
        missing.append("at-spi2-core")
    if not Path(SYSTEM_PYTHON).exists() or _fails(SYSTEM_PYTHON, "-c", "import pyatspi"):
        missing.append("python3-pyatspi")
    if not shutil.which("ldconfig") or "libxcb-cursor" not in subprocess.run(["ldconfig", "-p"], capture_output=True, text=True).stdout:
        missing.append(XCB)
    return f"a screen reader needs {', '.join(missing)} (Debian's names)" if missing else ""


def _fails(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False, env={"PATH": os.environ["PATH"]}).returncode != 0


def end(session: int) -> None:
    """End every process of a session. Those that ask for a group of their own, as a launcher does, keep their session."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        until = time.monotonic() + 5
        while (left := in_session(session)) and time.monotonic() < until:
            for process in left:
                with suppress(ProcessLookupError):
                    os.kill(process, kind)
            time.sleep(0.05)


def in_session(session: int) -> list[int]:
    """The processes of a session that still run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _parent, _group, its_session = status.read_text().rpartition(")")[2].split()[:4]
            if int(its_session) == session and state != "Z":
                found.append(int(status.parent.name))
    return found


@contextmanager
def screen() -> Iterator[str]:
    """A private X server; its display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


SESSION = """
"$LAUNCHER" --launch-immediately >/dev/null 2>&1 &
openbox --startup "touch '$HOME/managed'" >/dev/null 2>&1 &
for _turn in $(seq 300); do [ -e "$HOME/managed" ] && break; sleep 0.1; done
"$PROGRAM_PYTHON" -m ui >"$LOG" 2>&1 &
timeout "$LONGEST" "$SYSTEM_PYTHON" "$STORY" "$FOLDER"
"""


class Played(NamedTuple):
    """Whether all of a story could be done, and what was said on the way."""

    is_done: bool
    words: str


def play(story: str, folder: Path, tries: int = 2) -> Played:
    """Let a screen reader do `story`; files go to `folder`.

    A bus, a window manager, a program and its reader on a machine busy with other tests may miss each other, so a story that was
    not done is begun once more. One that cannot be done fails both times.
    """
    played = _play(story, folder)
    if played.is_done or tries == 1:
        return played
    shutil.rmtree(folder)
    folder.mkdir()
    return play(story, folder, tries - 1)


def _play(story: str, folder: Path) -> Played:
    """Open the program on a screen of its own. Whatever happens, nothing that was started stays behind."""
    home = Path(tempfile.mkdtemp(prefix="home-", dir=folder))
    (home / "Documents").mkdir()
    said = folder / "said.txt"
    with screen() as display, said.open("w", encoding="utf-8") as words:
        session = subprocess.Popen(
            ["dbus-run-session", "--", "bash", "-c", SESSION],
            cwd=ROOT,
            env=_environment(display, home, story, folder),
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            session.wait(LONGEST_S + 30)
        finally:
            end(session.pid)
    return Played(session.returncode == 0, said.read_text(encoding="utf-8"))


def _environment(display: str, home: Path, story: str, folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_RUNTIME_DIR": str(home),
        "DISPLAY": display,
        "LANG": "C.UTF-8",
        "TZ": "Europe/London",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LAUNCHER": str(LAUNCHER),
        "PROGRAM_PYTHON": sys.executable,
        "SYSTEM_PYTHON": SYSTEM_PYTHON,
        "LOG": str(folder / "program.txt"),
        "LONGEST": str(LONGEST_S),
        "STORY": str(HERE / story),
        "FOLDER": str(folder),
    }
