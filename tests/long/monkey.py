"""Let a monkey loose on the window, for as long as one likes.

    .venv/bin/python -m tests.long.monkey 100000            so many actions, from seed 1 on
    .venv/bin/python -m tests.long.monkey 2000 --seed 17    one run again, as it was

Each run of 2,000 actions has a seed and a process of its own and begins with the sample afresh. A fault prints its seed and
the last things done; `--every 1` looks after each action instead of each hundredth, to see which one it was.
"""

from __future__ import annotations

import argparse
import faulthandler
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUN = 2000
LONGEST_S = 3600


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("actions", type=int, help="how many actions in all")
    asked.add_argument("--seed", type=int, default=1, help="the seed of the first run; each run takes the next")
    asked.add_argument("--every", type=int, default=100, help="look after so many actions")
    asked.add_argument("--here", metavar="LOG", help=argparse.SUPPRESS)
    words = asked.parse_args()
    if words.here:
        return run_here(words.seed, words.actions, words.every, Path(words.here))
    return run_all(words.actions, words.seed, words.every)


def run_all(actions: int, seed: int, every: int) -> int:
    """Run after run, each in a process of its own."""
    started, done, faults, places = time.monotonic(), 0, 0, dict[str, set[str]]()
    while done < actions:
        count = min(RUN, actions - done)
        outcome, been = run_apart(seed, count, every)
        for kind, names in been.items():
            places.setdefault(kind, set()).update(names)
        faults += bool(outcome)
        done += count
        state = "FAULT" if outcome else "well"
        took = time.monotonic() - started
        seen = ", ".join(f"{len(names)} {kind}" for kind, names in places.items())
        print(f"seed {seed}: {state} after {count} actions; {done:,} in all, {faults} faults, {took:.0f} s; so far {seen}", flush=True)
        if outcome:
            print(outcome, flush=True)
        seed += 1
    for kind, names in places.items():
        print(f"{kind}: {'; '.join(sorted(names))}")
    return 1 if faults else 0


def run_apart(seed: int, actions: int, every: int) -> tuple[str, dict[str, list[str]]]:
    """One run; what went wrong, or nothing, and the pages and dialogs it came to."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "done.txt")
        command = [sys.executable, "-m", "tests.long.monkey", str(actions), "--seed", str(seed), "--every", str(every), "--here", str(log)]
        try:
            ended = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_S, check=False)
        except subprocess.TimeoutExpired as error:
            return f"it hung:\n{(error.stderr or b'').decode()[-3000:]}\n{_tail(log)}", {}
        if ended.returncode == 0:
            return "", {line.split("\t")[0]: line.split("\t")[1:] for line in ended.stdout.splitlines() if "\t" in line}
        said = f"{ended.stdout[-6000:]}{ended.stderr[-3000:]}"
        return said if ended.returncode == 1 else f"{said}\nexit {ended.returncode}\n{_tail(log)}", {}


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8").splitlines()[-30:]) if log.exists() else ""


def run_here(seed: int, actions: int, every: int, log: Path) -> int:
    """One run in this process; each action is written to `log` before it is done."""
    from tests.long import ground

    faulthandler.enable()
    faulthandler.dump_traceback_later(LONGEST_S - 10)
    from tests.ui.monkey_run import Fault, let_loose

    app = ground.application()
    window = ground.open_sample()
    try:
        with log.open("w", encoding="utf-8") as written:
            seen = let_loose(window, seed, actions, Path(ground.HOME), lambda done: print(done, file=written, flush=True), every)
        print("pages", *sorted(seen.pages), sep="\t")
        print("dialogs", *sorted(seen.dialogs), sep="\t")
    except Fault as fault:
        print(fault)
        return 1
    finally:
        app.clipboard().clear()
        window.close()
        ground.take_away()
    return 0


if __name__ == "__main__":
    sys.exit(main())
