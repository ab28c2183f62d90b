"""The disk that remembers and the disk that is full (`disk_shim.c`), built where there is a compiler."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def why_not() -> str | None:
    """Why it cannot be used here; None where it can."""
    if not sys.platform.startswith("linux"):
        return "a library can be put before the C library on Linux only"
    if shutil.which("cc") is None:
        return "there is no C compiler (cc)"
    return None


def build(folder: Path) -> Path:
    """The library, in `folder`."""
    made = folder / "disk_shim.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", made, HERE / "disk_shim.c", "-ldl", "-lpthread"], check=True, capture_output=True
    )
    return made


def environment(library: Path, folder: Path, log: Path | None = None) -> dict[str, str]:
    """What a program is started with so that its files under `folder` lie on such a disk."""
    return {**os.environ, "LD_PRELOAD": str(library), "DISK_FOLDER": str(folder)} | ({"DISK_LOG": str(log)} if log else {})


def full_at(number: int) -> None:
    """In a program started so: the write of this number from now on, and all after it, find no room; 0 makes room."""
    ctypes.CDLL(None).disk_full_at(ctypes.c_long(number))


def written() -> int:
    """How many writes there were since."""
    return int(ctypes.CDLL(None).disk_written())
