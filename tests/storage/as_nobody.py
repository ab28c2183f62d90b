"""Becoming somebody who owns nothing, for a moment: the tests may run as root, who may do anything."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root becomes nobody; anybody else stays who they are."""
    if os.geteuid() != 0:
        yield
        return
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that nobody may reach: pytest's own belong to whoever runs it."""
    folder = Path(tempfile.mkdtemp(prefix="coproduce-nobody-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for inside in (folder, *folder.rglob("*")):
            if inside.is_dir():
                inside.chmod(0o755)
        shutil.rmtree(folder)
