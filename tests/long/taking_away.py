"""Records taken away and cells blanked in many random projects: nobody looks better by writing less down.

    .venv/bin/python -m tests.long.taking_away 400 [first]
"""

from __future__ import annotations

import sys
from random import Random

from tests.domain.evidence.anything import any_project
from tests.domain.evidence.taking_away import BY_DEFINITION, gained


def main() -> int:
    """The command."""
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    found = {taken: seed for seed in range(first, first + count) for taken in gained(any_project(seed), Random(seed))}
    for taken, seed in sorted(found.items()):
        print(f"{' '.join(taken)}: {BY_DEFINITION.get(taken, f'NOT BY DEFINITION, project {seed}')}")
    beyond = found.keys() - BY_DEFINITION.keys()
    print(f"{count:,} projects: {len(found)} ways a definition allows, {len(beyond)} beyond")
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main())
