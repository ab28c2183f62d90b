"""The rules of the house, as sentences that run."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"coproduce", "ui", "assets", "tests", "pyproject.toml", "README.md", "run.py", "requirements.lock", "LICENSE"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
VAGUE_FILES = {"util", "utils", "helper", "helpers", "manager", "managers", "handler", "handlers", "base", "common", "misc"}
VAGUE_CLASS = re.compile(r"(Manager|Helper|Utils?)$")
TEXT = {".py", ".toml", ".md", ".txt", ".lock", ".css", ".html", ".java", ".po", ".json", ""}


def ours() -> list[Path]:
    """Every file of the project: what git would keep, or where there is no git, whatever is not hidden."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return sorted(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())
    hidden = re.compile(r"^\.|^__pycache__$")
    return sorted(p for p in ROOT.rglob("*") if p.is_file() and not any(map(hidden.search, p.relative_to(ROOT).parts)))


def python_files(*folders: str) -> list[Path]:
    """The project's Python, or only what lies in these folders."""
    inside = [ROOT / folder for folder in folders]
    return [p for p in ours() if p.suffix == ".py" and (not inside or any(p.is_relative_to(folder) for folder in inside))]


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


def complaints(pattern: str, files: list[Path]) -> list[str]:
    """Every line in these files that the pattern finds, with its place."""
    find = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if find.search(line)
    ]


def test_ruff_has_no_complaint():
    done = run("-m", "ruff", "check", "--output-format", "concise", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_has_no_complaint():
    done = run("-m", "mypy", "--no-error-summary")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_import_goes_the_way_the_house_allows():
    done = run("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_too_long_to_hold_in_the_head():
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_see_at_once():
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in [*python_files("coproduce", "ui"), ROOT / "run.py"]
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_names_say_what_a_thing_is():
    files = [str(p.relative_to(ROOT)) for p in python_files() if p.stem in VAGUE_FILES]
    classes = [f"{p.relative_to(ROOT)} {n.name}" for p in python_files() for n in definitions(p) if VAGUE_CLASS.search(n.name)]
    assert files + classes == []


def test_the_top_of_the_project_stays_as_it_is():
    names = {path.relative_to(ROOT).parts[0] for path in ours()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_nothing_names_a_machine_it_was_written_on():
    files = [p for p in ours() if p.suffix in TEXT and p != Path(__file__).resolve() and b"\0" not in p.read_bytes()]
    assert complaints(r"(?<![\w.])/(work|root)/\w|--(extra-)?index-url|://[\w.-]+/simple\b", files) == []


def test_nothing_is_put_off_till_later():
    assert complaints(r"\b(TODO|FIXME|XXX)\b", [p for p in python_files() if p != Path(__file__).resolve()]) == []


def test_nobody_waits_by_sleeping_or_by_turning_the_event_loop_by_hand():
    assert complaints(r"\bprocessEvents\(|\btime\.sleep\(|^from time import .*\bsleep\b", python_files("coproduce", "ui")) == []


def locked() -> dict[str, tuple[Version, list[str]]]:
    """Each package of the lock file with its version and the lines that belong to it."""
    entries: dict[str, tuple[Version, list[str]]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8").strip()):
        first, *rest = entry.replace("\\\n", "\n").splitlines()
        requirement = Requirement(first.strip())
        (pin,) = requirement.specifier
        assert pin.operator == "==", first
        entries[canonicalize_name(requirement.name)] = Version(pin.version), [line.strip() for line in rest]
    return entries


def test_the_lock_file_has_hashes_and_no_addresses():
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name, (_version, lines) in locked().items():
        assert lines, name
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in lines), name


def test_the_lock_file_holds_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = locked()
    for requirement in map(Requirement, [*project["dependencies"], *project["optional-dependencies"]["test"]]):
        version, _lines = packages[canonicalize_name(requirement.name)]
        assert version in requirement.specifier, requirement.name
