"""`coproduce`: without arguments the window, with arguments the command line, which never loads Qt."""

from __future__ import annotations

import sys


def main() -> int:
    """Start what was asked for and give back its exit code."""
    if len(sys.argv) > 1:
        from coproduce.cli import main as command_line

        return command_line(sys.argv[1:])
    from ui.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
