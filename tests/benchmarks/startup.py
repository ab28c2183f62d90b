"""How soon the window is there: first paint and first data against a bare Qt window.

    .venv/bin/python tests/benchmarks/startup.py [turns]
    .venv/bin/python tests/benchmarks/startup.py [turns] --protected

Each turn starts three fresh processes one after another: a bare `QMainWindow`, and Coproduce with the sample as the workspace
of last time. The time runs from before the process is started until the window (the frame), and then today's figures, have
been painted. Printed are the medians and, as ratios within the turn, their medians and the best: ratios mean the same on
every machine. Passing is first paint at most 1.3 and first data at most 1.6 times the bare window.

With `--protected` the sample is protected as well, and its key is at hand, as it is once it was derived or comes from the keyring. By
turns with the one that is not protected: from the start of the process, and from the moment it is opened in a window that stands, until
the page of the open workspace has been painted. Passing is at most 1.5 times.
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


OPENS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import Start
from ui.kept_keys import KeptKeys
class AtHand(KeptKeys):
    def kept(self, path):
        return sys.argv[2] or None
app = QApplication([])
app.setApplicationName("Coproduce")
twice = []
class Timed(Start):
    def sidebar_painted(self):
        super().sidebar_painted()
        self.window.files.kept_keys = AtHand(lambda: None)
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(1)
    def look(self):
        if self.window.workspace is None:
            return
        self.timer.stop()
        self.window.repaint()
        if not twice:
            twice.append(True)
            print("opened", time.time(), flush=True)
            self.window.close_workspace()
            QTimer.singleShot(300, self.once_more)
        else:
            print("again", time.time(), flush=True)
            app.quit()
    def once_more(self):
        print("pressed", time.time(), flush=True)
        self.window.files.open_path(Path(sys.argv[1]))
        self.timer.start(1)
start = Timed(app, Path(sys.argv[1]))
start.preferences.keep_unlocked(Path(sys.argv[1]), wanted=bool(sys.argv[2]))
start.preferences.backs_up = False
start.show()
app.exec()
"""


def timed(code: str, environment: dict[str, str], *words: str) -> dict[str, float]:
    """Run `code` in a fresh Python; seconds from the start to each moment it prints."""
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment,
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
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


def protected_twin(home: Path, environment: dict[str, str]) -> tuple[str, str, str]:
    """The sample, the same protected, and the code that opens it."""
    make = (
        "import shutil, sys; from pathlib import Path; from ui.sample import sample_workspace;"
        "from coproduce.storage.protecting import protect_anew; from coproduce.storage.workspace_file import WorkspaceFile;"
        f"made = sample_workspace(Path({str(home)!r})); made.close(); twin = made.path.with_name('Twin.coproduce');"
        "shutil.copyfile(made.path, twin); protect_anew(twin, None, 'acorn bagel cactus dimple ember fossil');"
        "opened = WorkspaceFile.open(twin, passphrase='acorn bagel cactus dimple ember fossil');"
        "print(made.path); print(twin); print(opened.recovery_code); opened.close()"
    )
    done = subprocess.run([sys.executable, "-c", make], env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    open_to_all, twin, code = done.stdout.splitlines()
    return open_to_all, twin, code


def compare_protected(turns: int) -> None:
    """Print how much longer a protected workspace takes."""
    with tempfile.TemporaryDirectory() as home:
        environment = prepared(Path(home))
        open_to_all, twin, code = protected_twin(Path(home), environment)
        from_start: dict[str, list[float]] = {"": [], code: []}
        from_press: dict[str, list[float]] = {"": [], code: []}
        for turn in range(turns + 1):
            for path, key in ((open_to_all, ""), (twin, code)):
                moments = timed(OPENS, environment, path, key)
                if turn:  # the first of each only warms the disk
                    from_start[key].append(moments["opened"])
                    from_press[key].append(moments["again"] - moments["pressed"])
    print(f"{'':32}{'open to all':>12}{'protected':>11}{'ratio':>8}{'best':>7}")
    for words, times in (("start to the open workspace", from_start), ("opened in a standing window", from_press)):
        ratios = [theirs / ours for ours, theirs in zip(times[""], times[code], strict=True)]
        best = min(times[code]) / min(times[""])
        print(f"{words:32}{_ms(times['']):9.0f} ms{_ms(times[code]):8.0f} ms{statistics.median(ratios):8.2f}{best:7.2f}")


def _ms(times: list[float]) -> float:
    return statistics.median(times) * 1000


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--protected"]
    (compare_protected if "--protected" in sys.argv else main)(int(given[0]) if given else 15)
