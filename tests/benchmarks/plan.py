"""How long a long plan takes to find its times again: a part made longer until every later start is on screen.

    .venv/bin/python -m tests.benchmarks.plan [parts] [changes]

A plan of `parts` parts (200) with two splits is open. Each change goes the whole way: key, operation, transaction with its undo
step, announcement, queries, times, timeline, checks, paint. Beside it stands what the timeline alone needs for the same: new times
for all parts, and a repaint. Medians in milliseconds, and as a ratio to painting the timeline alone. Passing is a median of at most
50 ms for times and repaint.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import date, time
from pathlib import Path

from tests.benchmarks.click import Painted

from PySide6.QtWidgets import QApplication  # isort: skip  the one above says where Qt keeps its settings

from coproduce.domain.agenda import Block
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.domain.projects import Project
from coproduce.domain.timetable import timetable
from coproduce.domain.workshops import Workshop
from coproduce.storage.workspace_file import WorkspaceFile
from tests.benchmarks import guarded
from ui import theme
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screens.plan.tiles import tiles_of

GOAL_MS = 50.0
W = WorkshopId("W")


def fill(file: WorkspaceFile, parts: int) -> None:
    """A long day of parts of 2 minutes, two of its rows split into three lanes."""
    blocks = [Block(W, n + 1, f"Part {n + 1}", 2) for n in range(parts - 6)]
    for row, order in enumerate((20, 60)):
        blocks[order].lane = "A"
        blocks += [Block(W, order + 1, f"Beside {row}", 2, lane=lane) for lane in "BC"]
    blocks += [Block(W, parts, f"Last {n}", 2, lane="AB"[n]) for n in range(2)]
    with file.work("Fill") as work:
        work.add_all([Project(ProjectId("P"), "A project"), Workshop(W, ProjectId("P"), "A long day", date(2026, 3, 3), time(9)), *blocks])


def main(parts: int = 200, changes: int = 40) -> int:
    """Print the medians; 1 where times and repaint take longer than they should."""
    app = QApplication.instance() or QApplication([])
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        file = WorkspaceFile.create(Path(folder, "plan.coproduce"), passphrase=guarded.PASSPHRASE)
        fill(file, parts)
        window = MainWindow(Preferences())
        window.fill()
        window.finish()
        window.resize(1366, 768)
        window.show()
        window.take(file)
        window.go("plan")
        page = window.stack.page("plan")
        page.show_record(W)
        QApplication.processEvents()
        model, shown = page.viewmodel, page.timeline
        painted = Painted(shown)
        first = model.tiles[0].key
        length = next(block.minutes for block in model.blocks if block.id == first)
        paints, again, whole = [], [], []
        for turn in range(changes):
            paints.append(painted.milliseconds_after(shown.update))

            def timed(turn: int = turn) -> None:
                blocks = list(model.blocks)
                blocks[0].minutes = length + turn % 2
                shown.show_tiles(tiles_of(blocks, timetable(blocks, time(9)), {}, (), 1), None)

            again.append(painted.milliseconds_after(timed))
            whole.append(painted.milliseconds_after(lambda turn=turn: model.set_length(first, 5 if turn % 2 else 10)))
        paint, retimed, all_the_way = (statistics.median(times) for times in (paints, again, whole))
        print(f"{len(model.blocks):,} parts, {changes} changes")
        print(f"paint the timeline    {paint:6.1f} ms")
        print(f"new times and repaint {retimed:6.1f} ms   {retimed / paint:4.1f} x painting   (goal {GOAL_MS:.0f} ms)")
        print(f"a change all the way  {all_the_way:6.1f} ms   {all_the_way / paint:4.1f} x painting")
        window.close()
    return 0 if retimed <= GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, guarded.words())))
