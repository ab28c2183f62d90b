"""Many random workbooks, written as .xlsx, brought in by the importer and measured: against the second, literal reading of the definitions.

.venv/bin/python -m tests.long.workbooks_agree [200] [first]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tests.domain.evidence.workbooks import bring, differences, figures


def says_something(found: dict[str, Any]) -> bool:
    """Whether there was anything to count, or a value."""
    return bool(found["eligible"]) if "eligible" in found else found["value"] not in (None, "none")


def main() -> int:
    """The command."""
    count, first = (int(given) for given in (*sys.argv[1:3], *("200", "0")[len(sys.argv) - 1 :]))
    rows = refused = apart = 0
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            brought = bring(seed, Path(folder))
            rows, refused = rows + brought.rows, refused + brought.refused
            seen.update(name for name, found in figures(brought.loaded).items() if says_something(found))
            for name, (ours, literal) in differences(brought).items():
                apart += 1
                print(f"workbook {seed}, {name}: {ours} here, {literal} read literally")
    least = min(figures(brought.loaded), key=lambda name: seen[name])
    print(f"{count} workbooks, {rows:,} rows ({refused:,} refused by the importer): {apart} figures apart")
    print(f"every indicator had something to count in {seen[least]} workbooks or more (fewest: {least})")
    return 1 if apart else 0


if __name__ == "__main__":
    sys.exit(main())
