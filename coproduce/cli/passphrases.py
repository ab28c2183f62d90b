"""Where a passphrase comes from. Never from the command itself, which other programs on the computer can see."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from coproduce.errors import Refused
from coproduce.i18n import _

VARIABLE = "COPRODUCE_PASSPHRASE"


def passphrase_of(options: argparse.Namespace) -> str | None:
    """The passphrase in the file named, else in the environment; None where there is neither.

    Raises `Refused` where the file cannot be read or holds none.
    """
    if options.passphrase_file is None:
        return os.environ.get(VARIABLE) or None
    return first_line(options.passphrase_file)


def first_line(file: Path) -> str:
    """The passphrase in a file. Raises `Refused` where the file cannot be read or holds none."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        words = _("The passphrase file “{name}” cannot be read. Check its name and that it is text.")
        raise Refused(words.format(name=file.name)) from error
    if not lines or not lines[0]:
        raise Refused(_("The first line of the passphrase file “{name}” is empty.").format(name=file.name))
    return str(lines[0])
