"""The bin: putting back what was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.i18n import _, ngettext
from coproduce.operations.removal import listed
from coproduce.storage.noun_words import noun_word

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def put_back(workspace: WorkspaceFile, entry: int) -> str:
    """Put back what one deletion took, as it was; says what came back with it, and how many records stay as they are.

    Raises `Refused` where something it belongs to must be put back first, or its place is taken.
    """
    with workspace.read() as reading:
        noun = noun_word(reading.bin_entry(entry).kind)
    with workspace.work(_("Put back {noun}").format(noun=noun)) as work:
        back = work.put_back(entry)
    also = listed(back.came_with)
    words = [_("Also put back: {list}.").format(list=also) if also else "", _left(back.left)]
    return " ".join(part for part in words if part)


def _left(count: int) -> str:
    words = ngettext(
        "{n} record could not be put back as it was, because other things have changed since.",
        "{n} records could not be put back as they were, because other things have changed since.",
        count,
    )
    return words.format(n=count) if count else ""
