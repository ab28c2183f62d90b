from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.long import disk_shim

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(disk_shim.why_not() is not None, reason=str(disk_shim.why_not()))
def test_a_form_keeps_what_was_typed_whichever_write_finds_the_disk_full(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [sys.executable, "-m", "tests.long.full_window", str(disk)]
    run = subprocess.run(command, cwd=ROOT, env=disk_shim.environment(disk_shim.build(tmp_path), disk), capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    assert int(re.match(r"(\d+) tries on a full disk, 2 forms", run.stdout)[1]) >= 10
