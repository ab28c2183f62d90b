"""The command that checks a report somebody holds."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from coproduce.cli.passphrases import passphrase_of
from coproduce.cli.speaking import say
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.exports.checked import Checked


def verify(options: argparse.Namespace) -> int:
    """Check a PDF, or a picture of a page, against itself and against a workspace. 0 where all agrees, 1 where something differs."""
    checked = _checked(options)
    say(checked.headline)
    for line in checked.lines:
        say(f"  {line}")
    for title, figures in ((_("Changed in the file:"), checked.altered), (_("Different now:"), checked.moved or ())):
        if figures:
            say(title)
        for each in figures:
            say(f"  {each.id:<6} {each.question}")
            say(f"         {each.was}  →  {each.now}")
    return 0 if checked.agrees else 1


def _checked(options: argparse.Namespace) -> Checked:
    from coproduce.exports.checked import check_report
    from coproduce.storage.queries.issued import facts_of, issued_with
    from coproduce.storage.workspace_file import WorkspaceFile

    if options.workspace is None:
        return check_report(options.report, lambda _fingerprint: None, lambda _project: None)
    with WorkspaceFile.open(options.workspace, passphrase=passphrase_of(options), read_only=True) as workspace:
        return check_report(options.report, partial(issued_with, workspace), partial(facts_of, workspace))
