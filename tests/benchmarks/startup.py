"""How soon the window is there: first paint and first data against a bare Qt window.

    .venv/bin/python tests/benchmarks/startup.py [turns]

Each turn starts three fresh processes one after another: a bare `QMainWindow`, and Coproduce with the sample as the workspace
of last time. The time runs from before the process is started until the window (the frame), and then today's figures, have
been painted. Printed are the medians and, as ratios within the turn, their medians and the best: ratios mean the same on
every machine. Passing is first paint at most 1.3 and first data at most 1.6 times the bare window.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", time.time(), flush=True)
        QApplication.quit()
app = QApplication([])
window = Window()
window.resize(1320, 820)
window.show()
app.exec()
"""

OURS = """
import time
from PySide6.QtWidgets import QApplication
from ui.app import Start
class Timed(Start):
    def frame_painted(self):
        print("painted", time.time(), flush=True)
        super().frame_painted()
    def figures_painted(self):
        assert self._early._page.isVisible(), "no figures are shown"
        print("data", time.time(), flush=True)
        self._app.quit()
app = QApplication([])
app.setApplicationName("Coproduce")
start = Timed(app)
start.show()
app.exec()
"""


def timed(code: str, environment: dict[str, str]) -> dict[str, float]:
    """Run `code` in a fresh Python; seconds from the start to each moment it prints."""
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    moments = (line.split() for line in done.stdout.splitlines())
    return {name: float(at) - begun for name, at in moments}


def prepared(home: Path) -> dict[str, str]:
    """An environment whose preferences say that the sample was open last time."""
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    make = (
        "from pathlib import Path; from ui.sample import sample_workspace; from ui.preferences import Preferences;"
        f"made = sample_workspace(Path({str(home)!r})); Preferences().reopen = made.path; made.close()"
    )
    subprocess.run([sys.executable, "-c", make], env=environment, cwd=ROOT, check=True)
    return environment


def main(turns: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        environment = prepared(Path(home))
        timed(BARE, environment)
        timed(OURS, environment)
        bare, paint, data, pass_ = [], [], [], []
        for _turn in range(turns):
            begun = time.time()
            subprocess.run([sys.executable, "-c", "pass"], check=True)
            pass_.append(time.time() - begun)
            bare.append(timed(BARE, environment)["painted"])
            ours = timed(OURS, environment)
            paint.append(ours["painted"])
            data.append(ours["data"])
    print(f"{'':24}{'ms':>8}{'× pass':>9}{'× bare window':>15}{'best':>7}")
    print(f"{'python -c pass':24}{_ms(pass_):8.0f}{1:9.1f}")
    for words, times in (("bare Qt window painted", bare), ("Coproduce: first paint", paint), ("Coproduce: first data", data)):
        ratios = [ours / theirs for ours, theirs in zip(times, bare, strict=True)]
        against = _ms(times) / _ms(pass_)
        print(f"{words:24}{_ms(times):8.0f}{against:9.1f}{statistics.median(ratios):15.2f}{min(times) / min(bare):7.2f}")


def _ms(times: list[float]) -> float:
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
