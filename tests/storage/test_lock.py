from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coproduce.domain.workspace import Setting
from coproduce.errors import WorkspaceLocked
from coproduce.storage.lock import Lock, lock_path
from coproduce.storage.workspace_file import WorkspaceFile

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from pathlib import Path
from coproduce.storage.workspace_file import WorkspaceFile
with WorkspaceFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""

RACE = """
import sys
from pathlib import Path
from coproduce.errors import WorkspaceLocked
from coproduce.storage.lock import Lock
path = Path(sys.argv[1])
for start in sys.stdin:
    try:
        lock = Lock(path)
    except WorkspaceLocked:
        lock = None
    print("won" if lock else "lost", flush=True)
    sys.stdin.readline()
    if lock:
        lock.release()
    print("done", flush=True)
"""


def program(code, path):
    return subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def say(process, words="go"):
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


@pytest.fixture
def holder(path):
    WorkspaceFile.create(path, organisation="Garden Trust").close()
    process = program(HOLD, path)
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_window_is_told_who_has_the_file_and_may_read_it(holder, path):
    with pytest.raises(WorkspaceLocked) as told:
        WorkspaceFile.open(path)
    words = str(told.value)
    assert f"process {holder.pid}" in words
    assert "Coproduce on the computer" in words
    assert "read only" in words
    with WorkspaceFile.open(path, read_only=True) as workspace, workspace.read() as reading:
        assert reading.get(Setting, "organisation").value == "Garden Trust"


def test_a_crash_lets_the_next_one_in(holder, path):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert lock_path(path).exists()
    WorkspaceFile.open(path).close()
    assert not lock_path(path).exists()


def test_closing_lets_the_next_one_in(holder, path):
    say(holder)
    holder.wait()
    assert not lock_path(path).exists()
    WorkspaceFile.open(path).close()


def test_the_same_program_cannot_open_a_file_twice_either(workspace):
    with pytest.raises(WorkspaceLocked):
        WorkspaceFile.open(workspace.path)


def test_a_file_reached_by_another_name_is_the_same_file(workspace, tmp_path):
    link = tmp_path / "link.coproduce"
    link.symlink_to(workspace.path)
    with pytest.raises(WorkspaceLocked):
        WorkspaceFile.open(link)


def test_of_many_starts_at_the_same_moment_exactly_one_wins(path):
    rounds, racers = 100, [program(RACE, path) for _ in range(2)]
    try:
        for _ in range(rounds):
            for racer in racers:
                say(racer)
            results = sorted(racer.stdout.readline().strip() for racer in racers)
            assert results == ["lost", "won"]
            for racer in racers:
                say(racer, "release")
            assert [racer.stdout.readline() for racer in racers] == ["done\n"] * 2
    finally:
        for racer in racers:
            racer.communicate()


def test_words_that_cannot_be_read_still_mean_locked(path):
    lock = Lock(path)
    lock_path(path).write_text("{ half", encoding="utf-8")
    with pytest.raises(WorkspaceLocked, match="already open in another window"):
        Lock(path)
    lock.release()
    lock.release()


def test_the_lock_names_host_program_process_and_start(path):
    lock = Lock(path)
    who = json.loads(lock_path(path).read_text(encoding="utf-8"))
    assert set(who) == {"program", "host", "user", "pid", "since"}
    assert who["pid"] == os.getpid()
    lock.release()
