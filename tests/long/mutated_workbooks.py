"""Mutated workbooks and CSV files down the road every import takes: none crashes or hangs it, and each is brought in or refused in words.

.venv/bin/python -m tests.long.mutated_workbooks [10000] [first]

A process of its own reads each workbook in the program; here one reads many, and every fiftieth file takes the real road as well.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.long import ground


def main() -> int:
    """The command."""
    from coproduce.imports import workbook
    from coproduce.storage.workspace_file import WorkspaceFile
    from tests.imports.mutants import mutant, way_in
    from tests.imports.one_reader import OneReader

    count, first = (int(given) for given in (*sys.argv[1:3], *("10000", "0")[len(sys.argv) - 1 :]))
    reader, real = OneReader(), workbook.read_xlsx
    ended: Counter[str] = Counter()
    faults, started, longest = 0, time.monotonic(), 0.0
    with tempfile.TemporaryDirectory() as folder, WorkspaceFile.create(Path(folder, "w.coproduce")) as file:
        for seed in range(first, first + count):
            path, began = mutant(seed, Path(folder)), time.monotonic()
            fell = len(reader.fell)
            try:
                workbook.read_xlsx = reader.read
                way = way_in(file, path)
                workbook.read_xlsx = real
                if seed % 50 == 0 or len(reader.fell) > fell:
                    apart = way_in(file, path)
                    assert apart == way, f"read apart it ends {apart!r}, and here {way!r}"
            except BaseException as error:
                faults += 1
                print(f"FAULT seed {seed}: {type(error).__name__}: {error}"[:600], flush=True)
                if isinstance(error, KeyboardInterrupt):
                    raise
                continue
            ended[f"{path.suffix} {way}"] += 1
            longest = max(longest, time.monotonic() - began)
            if (seed + 1 - first) % 500 == 0:
                took = time.monotonic() - started
                print(f"{seed + 1 - first} files, {took:.0f} s, longest {longest:.1f} s: {dict(ended)}, faults {faults}", flush=True)
    reader.close()
    took = time.monotonic() - started
    print(
        f"{count} files in {took:.0f} s: {dict(sorted(ended.items()))}; {len(reader.fell)} ended the reader, {len(reader.hung)} hung, "
        f"{faults} faults; the longest took {longest:.1f} s"
    )
    ground.take_away()
    return 1 if faults or reader.hung else 0


if __name__ == "__main__":
    sys.exit(main())
