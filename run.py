#!/usr/bin/env python3
"""Start Coproduce, setting up what it needs the first time.

    python3 run.py            open the window
    python3 run.py test       run the tests; words after it go to pytest
    python3 run.py WORDS      the command line, for example: python3 run.py --help

It needs Python 3.11 or newer and nothing else: the packages of requirements.lock go into .venv beside this file. Its own
words go to standard error, so that standard output carries only what the command itself says.
"""

from __future__ import annotations  # also lets an older Python read this file, as far as being refused

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
OLDEST = (3, 11)

# Debian's names. Qt's own message blames the wrong library when one of these is missing.
QT_LIBRARIES = ["libglib2.0-0", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"]
SCREEN_LIBRARIES = {
    "xcb": ["libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"],
    "wayland": ["libwayland-client0", "libwayland-cursor0", "libwayland-egl1"],
}
OFFLINE = re.compile(r"NewConnection|NameResolution|Temporary failure|getaddrinfo|unreachable|refused|timed out|dns error|sending request")


class CannotStart(Exception):
    """Coproduce cannot start here; the sentence says why and what to do."""


def say(words: str) -> None:
    """Tell the person something, on standard error."""
    print("coproduce: " + words, file=sys.stderr, flush=True)


def quietly(*command: object, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the set-up and keep what it prints. `more` is added to its environment.

    It inherits the lock of the set-up, so that an installer left behind by a killed start still holds it.
    """
    unwelcome = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in unwelcome}
    return subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**environment, **more},
        close_fds=False,
        text=True,
        errors="replace",
        check=False,
    )


def last_words(text: str) -> str:
    """The last lines that a failed command printed, set in."""
    return "\n".join("    " + line[:160] for line in text.strip().splitlines()[-5:])


def refuse_old_python(version: tuple[int | str, ...]) -> None:
    """Say which Python is needed, if `version` is too old."""
    if version[:2] < OLDEST:
        needed, found = (".".join(map(str, numbers)) for numbers in (OLDEST, version[:3]))
        raise CannotStart(f"this is Python {found}, and Coproduce needs {needed} or newer. Get one from your system or from python.org.")


# ---- one start at a time, each part once


def fingerprint() -> str:
    """What the set-up depends on: the packages, the Python behind .venv, and this folder."""
    return hashlib.sha256(LOCK.read_bytes() + f"\n{PYTHON.resolve()}\n{ROOT}".encode()).hexdigest()


def stamp(part: str) -> Path:
    """The file that says that a part of the set-up is finished. It is written last, so what was interrupted is done again."""
    return VENV / f"{part}.stamp"


def is_ready(part: str) -> bool:
    """Whether this part was finished for the packages, the Python and the folder of today."""
    return PYTHON.exists() and stamp(part).is_file() and stamp(part).read_text() == fingerprint()


@contextmanager
def alone() -> Iterator[None]:
    """Let one start at a time set things up; another waits here until it is done."""
    try:
        file = (ROOT / ".setup.lock").open("a+")
    except OSError as error:
        raise CannotStart(f"Coproduce sets itself up in {ROOT}, and cannot write there: {error.strerror}.") from error
    with file:
        os.set_inheritable(file.fileno(), True)
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("another start is setting up; waiting for it ...")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def set_up(*parts: str) -> None:
    """Set up those of these parts that are not ready: "packages", "qt", and the kinds of screen."""
    if all(map(is_ready, parts)):
        return
    with alone():
        for part in parts:
            if not is_ready(part):
                if part == "packages":
                    set_up_packages()
                elif part == "qt":
                    set_up_qt()
                else:
                    set_up_screen(part)
                stamp(part).write_text(fingerprint())


# ---- the parts


def install_system_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages when we may; otherwise give the one line that does."""
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not shutil.which("apt-get"):
        raise CannotStart(f"{why}. Install what holds them and start again; Debian's names are {', '.join(packages)}.")
    if os.geteuid() != 0:
        raise CannotStart(f"{why}. Run this line once, then start again:\n    sudo apt-get update && sudo {line}")
    say(f"{why}; installing them ...")
    quietly("apt-get", "update", "-q", DEBIAN_FRONTEND="noninteractive")
    done = quietly(*line.split(), DEBIAN_FRONTEND="noninteractive")
    if done.returncode:
        raise CannotStart(f"this line failed:\n    {line}\nIts last words:\n{last_words(done.stdout)}")


def ways_to_install() -> list[list[list[object]]]:
    """The commands that make .venv and fill it: by uv where it is present, and by what Python brings along."""
    python = getattr(sys, "_base_executable", "") or sys.executable  # the one behind .venv, which outlives it
    packages = ["--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    pip = [PYTHON, "-I", "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2"]
    plain = [[python, "-m", "venv", VENV], [*pip, *packages]]
    if uv := shutil.which("uv"):
        fill = [uv, "pip", "install", "--python", PYTHON, "--compile-bytecode"]
        return [[[uv, "venv", "--python", python, VENV], [*fill, *packages]], plain]
    if quietly(python, "-c", "import ensurepip, venv").returncode:  # Debian keeps these apart
        venv = "python{}.{}-venv".format(*sys.version_info)
        install_system_packages([venv, *QT_LIBRARIES, *SCREEN_LIBRARIES["xcb"]], "some system packages are missing")
    return [plain]


def set_up_packages() -> None:
    """Make .venv anew, with the packages of the lock file in it."""
    ways = ways_to_install()
    say("first start: fetching what Coproduce needs, about a minute ...")
    failed = None
    for way in ways:
        shutil.rmtree(VENV, ignore_errors=True)
        failed = next((done for done in (quietly(*command) for command in way) if done.returncode), None)
        if not failed:
            break
    if failed:
        why = "is this machine offline? Connect it" if OFFLINE.search(failed.stdout) else "the installer stopped. Mend what it names"
        words = last_words(failed.stdout)
        raise CannotStart(f"the Python packages could not be installed: {why} and start again. Its last words:\n{words}")
    site = next(folder for pattern in ("lib/python3*/site-packages", "Lib/site-packages") for folder in VENV.glob(pattern))
    (site / "coproduce.pth").write_text(f"{ROOT}\n")  # in the encoding that Python reads it with


def set_up_qt() -> None:
    """Make sure that Qt finds the libraries it needs even without a screen."""
    for last_try in (False, True):
        loaded = quietly(PYTHON, "-I", "-c", "import PySide6.QtWidgets")
        if not loaded.returncode:
            return
        if last_try or not sys.platform.startswith("linux"):
            raise CannotStart(f"Qt, which draws the window, does not load. Its last words:\n{last_words(loaded.stdout)}")
        install_system_packages([*QT_LIBRARIES, *SCREEN_LIBRARIES["xcb"]], "system libraries for windows are missing")


def set_up_screen(kind: str) -> None:
    """Make sure that Qt can reach this kind of screen, "xcb" or "wayland"."""
    plugin = next(VENV.glob(f"lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libq{kind}.so"))
    if shutil.which("ldd") and "not found" in quietly("ldd", plugin).stdout:
        install_system_packages(SCREEN_LIBRARIES[kind], "system libraries for the screen are missing")


# ---- is there a screen?


def answers(display: str) -> bool:
    """Whether an X server answers at `display`, such as ":0" or "localhost:10.0"."""
    name = re.fullmatch(r"(.*):(\d+)(\.\d+)?", display)
    if not name:
        return False
    host, number = name[1], int(name[2])
    try:
        if host not in ("", "unix"):
            socket.create_connection((host, 6000 + number), timeout=5).close()
            return True
    except OSError:
        return False
    here = f"/tmp/.X11-unix/X{number}"  # noqa: S108  where X keeps its sockets, and under the same name without a file
    for address in (here, "\0" + here):
        with socket.socket(socket.AF_UNIX) as line:
            if line.connect_ex(address) == 0:
                return True
    return False


def screens() -> list[str]:
    """The kinds of screen to make ready here; none where Qt needs no libraries for it."""
    wanted = re.split("[;:]", os.environ.get("QT_QPA_PLATFORM") or "xcb")[0]
    if not sys.platform.startswith("linux") or wanted not in SCREEN_LIBRARIES:
        return []
    there = {"xcb": answers(os.environ.get("DISPLAY", "")), "wayland": bool(os.environ.get("WAYLAND_DISPLAY"))}
    if not any(there.values()):
        raise CannotStart(
            "there is no screen here to open a window on. Everything but the window works without one: see `python3 run.py --help`.\n"
            "    Over ssh, `ssh -X` brings a screen along; `xvfb-run python3 run.py` makes one that nobody sees."
        )
    return [kind for kind, found in there.items() if found]


# ---- start


def start(module: str, *words: str, folder: Path | None = None) -> int:
    """Run a module of ours until it ends, and hand on its exit status."""
    child = subprocess.Popen([str(PYTHON), "-P", "-m", module, *words], cwd=folder)
    while True:
        try:
            status = child.wait()
        except KeyboardInterrupt:
            continue  # the child heard it too, and decides
        return status if status >= 0 else 128 - status


def main(words: Sequence[str]) -> int:
    """Set up, then run the window, the tests or the command line."""
    try:
        refuse_old_python(sys.version_info)
        if words[:1] == ["test"]:
            set_up("packages", "qt")
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            side_by_side = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]
            return start("pytest", *(words[1:] or side_by_side), folder=ROOT)
        if words:
            set_up("packages")
            return start("ui", *words)
        kinds = screens()
        set_up("packages", "qt", *kinds)
        status = start("ui")
        if status:  # perhaps a library went away: look again at the next start
            for part in ("qt", *kinds):
                stamp(part).unlink(missing_ok=True)
        return status
    except CannotStart as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped. The next start finishes the set-up.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
