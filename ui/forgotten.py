"""An older copy of a file was put back: whoever was erased since is erased again before anybody sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.i18n import _, ngettext
from coproduce.storage.erased import noted_beside

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def erase_again_on_opening(window: MainWindow) -> None:
    """Say so where it happened; most files have no list and cost nothing."""
    if window.workspace is None or not noted_beside(window.workspace.path):
        return
    from coproduce.operations.erasing import erase_again
    from coproduce.operations.retention import clear_again

    count = erase_again(window.workspace.workspace)
    again = clear_again(window.workspace.workspace)
    if again and not count:
        window.services.say(_("This copy held something that was past its day and had been cleared. It was cleared again."))
    if count:
        words = ngettext(
            "This copy held {n} person who was erased since. They were erased again.",
            "This copy held {n} people who were erased since. They were erased again.",
            count,
        )
        window.services.say(words.format(n=count))
