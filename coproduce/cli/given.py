"""A file written by a command is listed in the workspace like one saved in the window."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coproduce.cli.passphrases import passphrase_of
from coproduce.cli.speaking import tell
from coproduce.errors import CoproduceError
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.domain.given import GivenFile
    from coproduce.domain.issued import IssuedReport


def list_as_given(options: argparse.Namespace, label: str, given: GivenFile, issued: IssuedReport | None = None) -> None:
    """Add it to the list of what was given out. The file is written by then: where the workspace is open elsewhere, that is said."""
    from coproduce.storage.workspace_file import WorkspaceFile

    try:
        with WorkspaceFile.open(options.file, passphrase=passphrase_of(options)) as workspace:
            workspace.note(label, "export", issued=issued, given=given)
    except CoproduceError as trouble:
        tell(_("It is not in the list of what was given out. {why}").format(why=trouble))
