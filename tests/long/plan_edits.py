"""Many random edits of a stored plan, each agreed with a plain list, undone exactly and done again.

    .venv/bin/python -m tests.long.plan_edits 2000 [seed]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.plan_edits import make_edits


def main() -> int:
    """The command."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder, WorkspaceFile.create(Path(folder, "plan.coproduce")) as file:
        print(f"{make_edits(file, seed, count):,} edits, each agreed, undone and done again")
    return 0


if __name__ == "__main__":
    sys.exit(main())
