"""Let LibreOffice open documents and write them anew as PDF or text, many in one start.

Where it is missing, or has no Writer, `why_not()` says so in a sentence and the tests that need it are skipped.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import docx

SEE = "see tests/libreoffice/README.md"
TEXT = "txt:Text (encoded):UTF8"


@functools.cache
def why_not() -> str | None:
    """Why LibreOffice cannot open a Word document here, or None where it can. The first call tries it."""
    if office() is None:
        return f"LibreOffice is not here: {SEE}"
    with tempfile.TemporaryDirectory() as folder:
        tried = Path(folder, "tried.docx")
        docx.Document().save(str(tried))
        try:
            converted([tried], "pdf", Path(folder, "out"))
        except RuntimeError:
            return f"LibreOffice is here without Writer: {SEE}"
    return None


def office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(paths: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """Each file as `pdf` or `TEXT`, in order. Raises `RuntimeError` with LibreOffice's words where one could not be opened."""
    with tempfile.TemporaryDirectory() as profile:
        words = [str(office()), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", form]
        done = subprocess.run([*words, "--outdir", str(folder), *map(str, paths)], capture_output=True, text=True, check=False, timeout=300)
    made = [folder / f"{path.stem}.{form.partition(':')[0]}" for path in paths]
    if missing := [path.name for path in made if not path.exists()]:
        raise RuntimeError(f"LibreOffice did not write {', '.join(missing)}: {done.stdout[-800:]} {done.stderr[-800:]}")
    return made
