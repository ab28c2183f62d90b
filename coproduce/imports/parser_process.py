"""Our side of the process that reads an .xlsx: starting it, waiting no longer than agreed, and taking its answer apart."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.imports.guard import LARGEST_FILE, Reason
from coproduce.imports.progress import Progress

SECONDS_ALLOWED = 30.0
_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from coproduce.imports.reader import main; sys.exit(main(sys.argv[1:]))"

Row = list[Any]


def read_xlsx(path: Path, *, progress: Progress, seconds: float = SECONDS_ALLOWED) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet's name with its rows, row 1 first; take a sheet's rows before the next sheet. Cells are marked (`reader.unmarked`).

    Raises `Refused` in words for a file that is no safe workbook; whatever `progress` raises stops the reading.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise Refused(in_words(Reason.TOO_LARGE))
    progress(0, 1)
    lines = _Lines(path, seconds)
    try:
        count = int(lines.next()[1])
        line = lines.next()
        for done in range(count):
            progress(done, count)
            rows = _SheetRows(lines)
            yield str(line[1]), iter(rows)
            line = rows.line_after()
    finally:
        lines.stop()


class _Lines:
    """The answer, line by line, drained in the background so that the reader never waits for us."""

    def __init__(self, path: Path, seconds: float) -> None:
        command = [sys.executable, "-I", "-X", "utf8", "-c", _PROGRAM, str(_ROOT), str(path.resolve())]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._is_too_slow = False
        self._alarm = threading.Timer(seconds, self._give_up)
        self._alarm.daemon = True
        self._alarm.start()
        self._drain = threading.Thread(target=self._take_all, daemon=True)
        self._drain.start()

    def next(self) -> list[Any]:
        """The next line. Raises `Refused` where the reader refused the file, failed or took too long."""
        text = self._queue.get()
        if text is None:
            raise Refused(in_words(Reason.TOO_SLOW if self._is_too_slow else Reason.DAMAGED))
        line: list[Any] = json.loads(text)
        if line[0] == "refused":
            raise Refused(in_words(Reason(line[1])))
        return line

    def stop(self) -> None:
        """End the process, whether it is done or not."""
        self._alarm.cancel()
        self._process.kill()
        self._process.wait()
        self._drain.join()
        self._alarm.join()
        if self._process.stdout:
            self._process.stdout.close()

    def _take_all(self) -> None:
        for line in self._process.stdout or ():
            self._queue.put(line)
        self._queue.put(None)

    def _give_up(self) -> None:
        self._is_too_slow = True
        self._process.kill()


class _SheetRows:
    """The rows of one sheet, as they come."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        self._after: list[Any] | None = None

    def __iter__(self) -> Iterator[Row]:
        while (line := self._lines.next())[0] == "rows":
            yield from line[1]
        self._after = line

    def line_after(self) -> list[Any]:
        """The line after the last row; rows nobody took are passed over."""
        while self._after is None:
            for _row in self:
                pass
        return self._after


def in_words(reason: Reason) -> str:
    """Why the file is not read, and what to do."""
    match reason:
        case Reason.EMPTY:
            return _("This file is empty. Nothing was imported.")
        case Reason.TOO_LARGE:
            return _("This file is larger than 25 MB. Leave out pictures, or split it into several workbooks.")
        case Reason.OLD_OR_PROTECTED:
            return _("This is an old Excel file (.xls), or one with a password. Open it in Excel and save it as .xlsx without a password.")
        case Reason.NOT_A_WORKBOOK:
            return _("This is not an .xlsx workbook. Save it as .xlsx, or as CSV files in a folder.")
        case Reason.OTHER_SPREADSHEET:
            return _("This is a spreadsheet of another kind. Save it as .xlsx, or as CSV files in a folder.")
        case Reason.TOO_MANY_PARTS | Reason.UNPACKS_TOO_LARGE:
            return _("This file unpacks to far more than a workbook should hold, so it was not opened. Copy the sheets into a new one.")
        case Reason.DECLARATION:
            return _("This file holds instructions that no workbook needs, so it was not opened. Copy the sheets into a new one.")
        case Reason.TOO_MANY_CELLS:
            return _("A sheet reaches beyond row 200,000 or column ZZ. Delete what is out there, or copy the sheets into a new one.")
        case Reason.TOO_SLOW:
            return _("Reading this file took longer than 30 seconds, so it was stopped. Split it into several workbooks.")
        case Reason.DAMAGED:
            return _("This workbook is damaged and cannot be read. Open it in Excel, save it again and try once more.")
