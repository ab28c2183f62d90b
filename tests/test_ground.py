"""Starting from nothing: what `run.py` says and does, on real folders with real processes."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
ECHO = """\
import sys

print("words:", *sys.argv[1:])
sys.exit(3 if "fail" in sys.argv else 0)
"""
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def run_py() -> ModuleType:
    """`run.py` as a module, to ask its functions."""
    spec = importlib.util.spec_from_file_location("coproduce_run", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_clone(folder: Path) -> Path:
    """A folder to start in: the real `run.py`, nothing to fetch, and a program that repeats its words."""
    (folder / "ui").mkdir(parents=True)
    (folder / "ui" / "__init__.py").touch()
    (folder / "ui" / "__main__.py").write_text(ECHO)
    (folder / "requirements.lock").write_text("# nothing\n")
    shutil.copy(ROOT / "run.py", folder)
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone, never started."""
    return make_clone(tmp_path / "a clone – ŵ")


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone that was started before."""
    folder = make_clone(tmp_path_factory.mktemp("settled") / "clone")
    subprocess.run([sys.executable, str(folder / "run.py"), "one"], check=True, capture_output=True)
    return folder


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a clone from another folder, with no screen and no words in the environment that change pip or Python."""
    started = []

    def start(folder: Path, *words: str, **environment: str) -> subprocess.Popen[str]:
        plain = {name: value for name, value in os.environ.items() if not re.match(r"QT_|PYTEST|PYTHON|DISPLAY|WAYLAND", name)}
        command = [sys.executable, str(folder / "run.py"), *words]
        child = subprocess.Popen(command, cwd=tmp_path, env=plain | environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()


@pytest.mark.slow
def test_the_first_start_sets_up_and_keeps_standard_output_for_the_command(clone, start):
    first = start(clone, "evidence", "--json")
    out, err = first.communicate()
    assert (first.returncode, out) == (0, "words: evidence --json\n"), err
    assert err.startswith("coproduce: first start")

    second = start(clone, "evidence", "--json")
    assert second.communicate() == ("words: evidence --json\n", "")


@pytest.mark.slow
def test_the_exit_status_of_the_command_is_handed_on(settled, start):
    child = start(settled, "fail")
    assert child.communicate() == ("words: fail\n", "")
    assert child.returncode == 3


@pytest.mark.slow
def test_two_first_starts_at_the_same_moment_do_not_break_each_other(clone, start):
    both = [start(clone, "one"), start(clone, "two")]
    answers = [child.communicate() for child in both]
    assert [out for out, _err in answers] == ["words: one\n", "words: two\n"], answers
    assert [child.returncode for child in both] == [0, 0]
    assert sum("first start" in err for _out, err in answers) == 1, "the second waits, and finds it all done"


@pytest.mark.slow
def test_a_set_up_that_was_killed_half_way_is_done_again(clone, start):
    killed = start(clone, "one")
    deadline = time.monotonic() + 60
    while not (clone / ".venv" / "pyvenv.cfg").exists():
        assert killed.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert not (clone / ".venv" / "packages.stamp").exists()

    again = start(clone, "two")
    out, err = again.communicate()
    assert (again.returncode, out) == (0, "words: two\n"), err


@pytest.mark.slow
def test_a_folder_that_came_from_elsewhere_is_set_up_for_its_new_place(settled, start, tmp_path):
    moved = shutil.copytree(settled, tmp_path / "elsewhere", symlinks=True)
    child = start(moved, "two")
    out, err = child.communicate()
    assert (child.returncode, out) == (0, "words: two\n"), err
    assert "first start" in err


@pytest.mark.slow
def test_without_a_network_it_says_so_and_a_later_start_finishes(clone, start):
    nothing = "# nothing\n"
    (clone / "requirements.lock").write_text(f"no-such-package-anywhere==1 --hash=sha256:{'0' * 64}\n")
    nowhere = "http://127.0.0.1:9/"
    child = start(clone, "one", PIP_CONFIG_FILE=os.devnull, PIP_INDEX_URL=nowhere, PIP_FIND_LINKS="", UV_INDEX_URL=nowhere, UV_OFFLINE="1")
    out, err = child.communicate()
    assert (child.returncode, out) == (1, "")
    assert "is this machine offline?" in err
    assert "Traceback" not in err

    (clone / "requirements.lock").write_text(nothing)
    assert start(clone, "two").communicate()[0] == "words: two\n"


def test_without_a_screen_it_says_so_in_words_and_sets_nothing_up(clone, start):
    child = start(clone)
    out, err = child.communicate()
    assert (child.returncode, out) == (1, "")
    assert err.startswith("coproduce: there is no screen here")
    assert "python3 run.py --help" in err, "and how to work without one"
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("platform", ["", "xcb", "xcb:extra", "wayland;xcb"])
def test_a_display_where_nobody_answers_is_no_screen(clone, start, platform):
    child = start(clone, DISPLAY=":9876", QT_QPA_PLATFORM=platform)
    assert "there is no screen here" in child.communicate()[1]


def test_a_folder_it_cannot_write_to_is_named(clone, start):
    (clone / ".setup.lock").mkdir()  # what root, who may write anywhere, cannot write to either
    child = start(clone, "one")
    out, err = child.communicate()
    assert (child.returncode, out) == (1, "")
    assert f"sets itself up in {clone}, and cannot write there" in err


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 8, 0), (3, 10, 12)])
def test_an_older_python_is_refused_in_words(run_py, version):
    with pytest.raises(run_py.CannotStart, match=r"needs 3\.11 or newer"):
        run_py.refuse_old_python(version)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 5), (4, 0, 0)])
def test_a_new_enough_python_is_let_in(run_py, version):
    run_py.refuse_old_python(version)


def test_an_older_python_gets_as_far_as_being_refused():
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_check_is_the_test_command_of_the_readme():
    command = "python3 run.py test"
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == f"exec {command}"
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
