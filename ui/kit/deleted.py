"""What the message bar says after a deletion: what went, where it lies now, and Undo."""

from __future__ import annotations

from collections.abc import Callable

from coproduce.i18n import _
from ui.kit.screen import Shell


def say_deleted(shell: Shell, words: str, also: str = "") -> None:
    """“Deleted Ana. Also removed: 1 paper. In the bin for 30 days.”, with Undo beside it."""
    shell.say(" ".join(part for part in (words, also, _("In the bin for 30 days.")) if part), undo=True)


def attempt_delete(shell: Shell, delete: Callable[[], object]) -> None:
    """Delete a small thing, which needs no name, and say so; or why it cannot be."""

    def act() -> None:
        delete()
        say_deleted(shell, _("Deleted."))

    shell.attempt(act, say=False)
