"""The machine-checkable rules of PDF/UA-1, asked of every file we write."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LONG = 1_000_000
"""A file of more bytes than this is checked in a process of its own: the checker takes forty times its size, and the window keeps
what it has once been given."""

_ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from coproduce.exports.pdf.validation import answer; answer()"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker found. `failures` are its own sentences, empty where the file keeps every rule it can check."""

    passes: bool
    failures: tuple[str, ...]


def validate(file: Path | bytes) -> Verdict:
    """Check a PDF against PDF/UA-1 (ISO 14289-1) with page-validation, a long one in a process of its own."""
    content = file.read_bytes() if isinstance(file, Path) else file
    return (_checked_apart(content) if len(content) > LONG else None) or _checked(content)


def answer() -> None:
    """Check the PDF that comes in, and write what was found as JSON: the other process's side."""
    verdict = _checked(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps([verdict.passes, verdict.failures]))


def _checked_apart(content: bytes) -> Verdict | None:
    """The same from another process; None where that one could not be started or did not end well."""
    command = [sys.executable, "-I", "-X", "utf8", "-c", _PROGRAM, str(_ROOT)]
    unseen = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=unseen, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    passes, failures = json.loads(done.stdout)
    return Verdict(passes, tuple(failures))


def _checked(content: bytes) -> Verdict:
    """The checker's safety limits guard against strangers' files and trip over our long ones (bookmarks, rows), so they are lifted."""
    import page

    report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1, limits=page.SafetyLimits.unlimited())
    failures = tuple(f"{failure.rule_id}: {failure.message}" for failure in report.failures)
    return Verdict(bool(report.is_compliant), failures)
