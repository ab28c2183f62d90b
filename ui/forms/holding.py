"""The page an organisation prints about itself: what it holds about people, why, and how long. No Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.given import For, Given
from coproduce.exports.holding import what_is_held
from coproduce.i18n import _
from coproduce.storage.queries.holding import holding
from ui.kit.letters import Letter, Letters

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def held_here(file: WorkspaceFile, today: date) -> Letters:
    """One document, with counts and without names."""
    return Letters(
        title=_("What we hold about people"),
        kind=_("What we hold about people"),
        about="",
        what=Given.HOLDING,
        for_whom=For.PUBLIC,
        read=lambda: [Letter("held", _("For everybody"), "", what_is_held(holding(file, today)))],
        help_line=_("To print, to put on a website, or to show to an inspector. It names nobody."),
    )
