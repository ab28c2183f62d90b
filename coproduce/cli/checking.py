"""The command that checks a report somebody holds, and the history of a workspace."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.cli.passphrases import passphrase_of
from coproduce.cli.speaking import say
from coproduce.domain.history_check import Altered
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.exports.checked import Checked


def verify(options: argparse.Namespace) -> int:
    """Check a PDF, or a picture of a page, against itself and against a workspace; or a workspace's history, and a code somebody saw.

    0 where all agrees, 1 where something differs.
    """
    is_workspace = options.report.suffix.lower() == ".coproduce" or (options.code is not None and options.workspace is None)
    if is_workspace:
        return _verify_history(options, options.report)
    found = _verify_report(options)
    return found if options.code is None else max(found, _verify_history(options, options.workspace))


def _verify_history(options: argparse.Namespace, path: Path) -> int:
    from coproduce.storage.noun_words import noun_word
    from coproduce.storage.queries.record_code import check_code
    from coproduce.storage.tables import NOUNS
    from coproduce.storage.workspace_file import WorkspaceFile

    with WorkspaceFile.open(path, passphrase=passphrase_of(options), read_only=True) as workspace:
        checked = check_code(workspace, options.code or "")
    say(checked.headline)
    for line in checked.lines:
        say(f"  {line}")
    if checked.history.altered:
        say(_("Records changed outside the program:"))
    kinds = {kind.__name__: kind for kind in NOUNS}
    for each in checked.history.altered:
        say(f"  {noun_word(kinds[each.kind])} {each.record_id}: {_how(each.how)}")
    return 0 if checked.agrees else 1


def _how(how: Altered) -> str:
    return {Altered.CHANGED: _("changed"), Altered.ADDED: _("put in"), Altered.REMOVED: _("taken out")}[how]


def _verify_report(options: argparse.Namespace) -> int:
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
