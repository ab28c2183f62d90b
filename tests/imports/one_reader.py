"""One process that reads many workbooks, in place of a process for each: the same reader, the same limits, only quicker to begin.

What ends it (a fault of the parser) is told as the program tells it, and counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from coproduce.errors import Refused
from coproduce.imports.guard import Reason
from coproduce.imports.parser_process import in_words

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import gc, sys
sys.path.insert(0, sys.argv[1])
from coproduce.imports.reader import main
for path in sys.stdin:
    main([path.rstrip("\\n")])
    gc.collect()
"""


class OneReader:
    """Use `read` in place of `parser_process.read_xlsx`. `fell` are the files that ended the process, `hung` those that took too long."""

    def __init__(self, seconds: float = 60.0) -> None:
        self.seconds = seconds
        self.fell: list[str] = []
        self.hung: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, path: Path, *, progress: Any) -> Iterator[tuple[str, Iterator[list[Any]]]]:
        """Each sheet with its rows. Raises `Refused` as the program does."""
        progress(0, 1)
        sheets: list[tuple[str, list[list[Any]]]] = []
        for kind, *rest in self._lines(path):
            if kind == "refused":
                raise Refused(in_words(Reason(rest[0])))
            if kind == "sheet":
                sheets.append((str(rest[0]), []))
            elif kind == "rows":
                sheets[-1][1].extend(rest[0])
        for name, rows in sheets:
            yield name, iter(rows)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None

    def _lines(self, path: Path) -> list[list[Any]]:
        process = self._running()
        alarm = threading.Timer(self.seconds, self._give_up, [path.name])
        alarm.start()
        lines: list[list[Any]] = []
        try:
            with suppress(BrokenPipeError):
                process.stdin.write(f"{path}\n".encode())
                process.stdin.flush()
            for text in process.stdout:
                lines.append(json.loads(text))
                if lines[-1][0] in ("end", "refused"):
                    return lines
        finally:
            alarm.cancel()
        self.close()
        self.fell.append(path.name)
        return [["refused", Reason.DAMAGED.value]]

    def _running(self) -> Any:
        if self._process is None:
            command = [sys.executable, "-I", "-X", "utf8", "-c", PROGRAM, str(ROOT)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return self._process

    def _give_up(self, name: str) -> None:
        self.hung.append(name)
        if self._process is not None:
            self._process.kill()
