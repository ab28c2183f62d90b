"""The program that reads an .xlsx in a process of its own, so that no file can hang or crash Coproduce.

`python -m coproduce.imports.reader FILE` looks the file over, reads it and writes lines of JSON:
`["sheets", count]`, for each sheet `["sheet", name]`, then `["rows", [row, …]]` (row 1 first), at last `["end"]`; or `["refused", reason]`.
Dates and times travel as text with the mark U+0001 and a letter in front; text that begins with the mark gets `s`.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

from coproduce.imports.guard import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Reason, UnsafeFile, look_over

MARK = "\x01"
LONGEST_CELL = 32_768
"""Longer text is cut here: one more than a cell may hold, so that it is still seen to be too long."""
MOST_CHARACTERS = 256 * 1024 * 1024
MEMORY_LIMIT = 1536 * 1024 * 1024
_ROWS_A_LINE = 500


def main(arguments: list[str]) -> int:
    """Read the one file named; the exit code is 0 whenever the answer is whole."""
    out = sys.stdout
    gc.disable()  # the rows are gone before they could become rubbish
    try:
        _limit_memory()
        for line in read(Path(arguments[0])):
            _write(out, line)
        _write(out, ["end"])
    except UnsafeFile as unsafe:
        _write(out, ["refused", unsafe.reason.value])
    except MemoryError:
        _write(out, ["refused", Reason.UNPACKS_TOO_LARGE.value])
    out.flush()
    return 0


def read(path: Path) -> Iterator[list[Any]]:
    """The lines for one file. Raises `UnsafeFile`."""
    with_errors = look_over(path)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with path.open("rb") as file:
            workbook = CalamineWorkbook.from_filelike(file)
            errors = _error_cells(path, with_errors) if with_errors else {}
            left = MOST_CHARACTERS
            yield ["sheets", len(workbook.sheet_names)]
            for name in workbook.sheet_names:
                sheet = workbook.get_sheet_by_name(name)
                height, width = sheet.total_height, sheet.total_width
                if height > MOST_ROWS + 1 or width > MOST_COLUMNS or height * width > MOST_CELLS:
                    raise UnsafeFile(Reason.TOO_MANY_CELLS)
                yield ["sheet", name]
                for rows in _in_lines(sheet.iter_rows(), errors.get(name, {})):
                    left -= _shorten(rows)
                    if left < 0:
                        raise UnsafeFile(Reason.UNPACKS_TOO_LARGE)
                    yield ["rows", rows]
    except (CalamineError, OSError, ValueError, LookupError) as error:
        raise UnsafeFile(Reason.DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise UnsafeFile(Reason.DAMAGED) from error
        raise


def _in_lines(rows: Iterator[list[Any]], errors: dict[tuple[int, int], str]) -> Iterator[list[list[Any]]]:
    batch: list[list[Any]] = []
    for number, row in enumerate(rows, start=1):
        if errors:
            for column in range(1, len(row) + 1):
                row[column - 1] = errors.get((number, column), row[column - 1])
        batch.append(row)
        if len(batch) == _ROWS_A_LINE:
            yield batch
            batch = []
    if batch:
        yield batch


def _shorten(rows: list[list[Any]]) -> int:
    """Cut cells that are too long and tell text that looks marked from what is; gives the number of characters."""
    characters = 0
    for row in rows:
        for place, cell in enumerate(row):
            if cell.__class__ is str and cell:
                characters += min(len(cell), LONGEST_CELL)
                if len(cell) > LONGEST_CELL:
                    row[place] = cell = cell[:LONGEST_CELL]
                if cell[0] == MARK:
                    row[place] = f"{MARK}s{cell}"
    return characters


def _error_cells(path: Path, parts: frozenset[str]) -> dict[str, dict[tuple[int, int], str]]:
    """Cells such as #REF!, which the parser gives as blank: by sheet name, then by row and column."""
    from coproduce.imports.error_cells import error_cells

    return error_cells(path, parts)


def _marked(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{MARK}m{value.isoformat()}"
    if isinstance(value, date):
        return f"{MARK}d{value.isoformat()}"
    if isinstance(value, time):
        return f"{MARK}t{value.isoformat()}"
    if isinstance(value, timedelta):
        return f"{MARK}l{value.total_seconds()!r}"
    return str(value)


def unmarked(cell: Any) -> Any:
    """The value of a cell as it travelled: the other half of the journey."""
    if cell.__class__ is not str or cell[:1] != MARK:
        return cell
    letter, rest = cell[1:2], cell[2:]
    match letter:
        case "d":
            return date.fromisoformat(rest)
        case "m":
            return datetime.fromisoformat(rest)
        case "t":
            return time.fromisoformat(rest)
        case "l":
            return timedelta(seconds=float(rest))
    return rest


def _write(out: IO[str], line: list[Any]) -> None:
    out.write(json.dumps(line, default=_marked, separators=(",", ":")))
    out.write("\n")


def _limit_memory() -> None:
    """Ask the system to refuse more memory, where it can; elsewhere the limits on cells and characters stand alone."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
