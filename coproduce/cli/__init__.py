"""The command line: the same verbs as the window, without one.

Exit codes: 0 done · 1 refused, or problems found · 2 the command was not understood.
The standard output carries the command's own output and nothing else; everything said in words besides goes to the error output.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from coproduce.cli.parser import make_parser
from coproduce.cli.speaking import speak_utf8, tell
from coproduce.cli.usage import NotUnderstood
from coproduce.errors import CoproduceError, ProblemsFound

DONE, REFUSED, NOT_UNDERSTOOD, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one command and give its exit code."""
    speak_utf8()
    parser = make_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else NOT_UNDERSTOOD
    return _run(parser, options)


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    try:
        code = options.run(options)
        sys.stdout.flush()
    except NotUnderstood as wrong:
        tell(f"{parser.prog}: {wrong}")
        return NOT_UNDERSTOOD
    except ProblemsFound as found:
        for problem in found.problems:
            tell(str(problem))
        tell(str(found))
        return REFUSED
    except CoproduceError as refused:
        tell(str(refused))
        return REFUSED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Whoever was reading has read enough. Nothing more may be written, not even at the end of the program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return int(code)
