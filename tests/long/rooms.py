"""Groups in many random rooms: every rule kept or named, and what is spread at least as even as the best of many shuffles.

    .venv/bin/python -m tests.long.rooms 1000 [seed]
"""

from __future__ import annotations

import sys

from tests.domain.rooms import check_rooms


def main() -> int:
    """The command."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    check_rooms(count, seed)
    print(f"{count:,} rooms: every rule kept or named, and none less even than the best of 200 shuffles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
