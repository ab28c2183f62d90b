"""The command line as a test types it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from coproduce.cli import main

ROOT = Path(__file__).resolve().parent.parent
CASE_1 = ROOT / "tests" / "files" / "case-1.xlsx"


@dataclass
class Said:
    code: int
    out: str
    err: str


class Shell:
    """Runs commands in this process and keeps what they say apart."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capture = folder, capture

    def __call__(self, *words: str | Path) -> Said:
        self.capture.readouterr()
        code = main([str(word) for word in words])
        spoken = self.capture.readouterr()
        return Said(code, spoken.out, spoken.err)

    def path(self, name: str) -> Path:
        return self.folder / name


def faulty(shell: Shell) -> Path:
    shell.path("faulty").mkdir()
    people = "person_id,name,under_18\n1,Asha,perhaps\n1,Ann,\n3,,yes\n4,Owen,no\n"
    (shell.path("faulty") / "people.csv").write_text(people, encoding="utf-8")
    return shell.path("faulty")
