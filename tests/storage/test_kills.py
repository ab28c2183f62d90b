from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


def test_ten_kills_lose_nothing_that_was_acknowledged():
    """The long run is `python tests/benchmarks/kills.py 300`."""
    run = subprocess.run([sys.executable, str(BENCHMARKS / "kills.py"), "10"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "writing: kills 10" in run.stdout
    assert run.stdout.count("lost 0, half done 0, integrity failures 0, broken 0") == 5
