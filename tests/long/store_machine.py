"""Stories of a workspace at random, for as long as one likes: see `tests/operations/store_machine.py`.

.venv/bin/python -m tests.long.store_machine [100] [40]      so many stories of so many steps, new ones each time

A story that comes out wrong is printed as short as it could be made. It becomes a test of its own where it is mended.
"""

from __future__ import annotations

import sys
import time

from tests.long import ground

STORIES_AT_ONCE = 20


def main() -> int:
    """The command."""
    from hypothesis import HealthCheck, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.operations.store_machine import Store

    stories, steps = (int(given) for given in (*sys.argv[1:3], *("100", "40")[len(sys.argv) - 1 :]))
    started, told = time.monotonic(), 0
    while told < stories:
        count = min(STORIES_AT_ONCE, stories - told)
        some = settings(
            max_examples=count,
            stateful_step_count=steps,
            deadline=None,
            derandomize=False,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(Store, settings=some)
        told += count
        print(f"{told} stories of {steps} steps or fewer: clean, {time.monotonic() - started:.0f} s", flush=True)
    ground.take_away()
    return 0


if __name__ == "__main__":
    sys.exit(main())
