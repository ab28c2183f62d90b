"""A short piece of each long run about files (tests/long): power cuts, a full disk, mutated workspaces, races and killed upgrades."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.long import disk_shim, mutated, power_cuts, starts_and_upgrades

ROOT = Path(__file__).resolve().parents[2]
needs_shim = pytest.mark.skipif(disk_shim.why_not() is not None, reason=str(disk_shim.why_not()))
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be parted there")


@needs_shim
@pytest.mark.parametrize("words", [None, power_cuts.WORDS], ids=["plain", "protected"])
def test_power_cuts_lose_nothing_that_was_acknowledged(tmp_path, words):
    found = power_cuts.cuts(tmp_path, disk_shim.build(tmp_path), 25, words=words, synchronous="FULL", seed=3, works=130)
    assert found["cuts"] == 25
    assert found["acknowledged"] > 100
    assert found["lost"] == found["corrupt"] == found["half done"] == 0


@needs_shim
def test_the_same_cuts_find_a_program_that_flushes_less(tmp_path):
    found = power_cuts.cuts(tmp_path, disk_shim.build(tmp_path), 15, words=None, synchronous="NORMAL", seed=3, works=130)
    assert found["lost"] > 0


@needs_shim
@pytest.mark.parametrize("words", ["", "six random words"], ids=["plain", "protected"])
def test_a_disk_that_is_full_at_some_write_of_a_story_loses_nothing(tmp_path, words):
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [sys.executable, "-m", "tests.long.full_disk", "tell", str(disk), "7", words]
    environment = disk_shim.environment(disk_shim.build(tmp_path), disk)
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "points 7" in run.stdout
    assert "lost or not in words 0, left half made 0" in run.stdout


@needs_fork
def test_mutated_workspaces_neither_crash_nor_hang_and_are_refused_in_words(capsys):
    found = mutated.run(60, seed=2)
    assert found["files"] == 60
    assert found["opened"] > 5
    assert found["refused"] > 20
    assert found["crashes"] == found["hangs"] == found["not in words"] == 0, capsys.readouterr().err


@needs_fork
def test_starts_at_the_same_moment_have_one_owner(tmp_path):
    assert starts_and_upgrades.races(tmp_path, 6) == {
        "races": 6,
        "without an owner": 0,
        "with two owners": 0,
        "fell over": 0,
        "left a lock": 0,
    }


@needs_fork
def test_killed_upgrades_leave_the_old_file_or_the_new_one(tmp_path):
    found = starts_and_upgrades.kills_while_upgrading(tmp_path, 8, seed=2)
    assert found["kills"] == found["old"] + found["new"] == 8
    assert found["neither"] == found["half done"] == found["broken"] == 0
