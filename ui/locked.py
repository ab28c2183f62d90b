"""`python -m ui.locked FILE WHY`: the program as it starts after a workspace was locked: with nothing but the question for its words."""

from __future__ import annotations

import sys

from coproduce.i18n import _
from ui.computer_signs import SCREEN, SLEEP

IDLE, BY_HAND = "idle", "hand"


def why_words(why: str) -> str:
    """Why it is locked, in a sentence; nothing where it was just not opened yet."""
    return {
        IDLE: _("It was locked because nobody pressed a key or moved the mouse. Everything in it is saved."),
        SLEEP: _("It was locked because the computer went to sleep. Everything in it is saved."),
        SCREEN: _("It was locked together with the computer’s screen. Everything in it is saved."),
        BY_HAND: _("You locked it. Everything in it is saved."),
    }.get(why, "")


if __name__ == "__main__":
    from ui.app import run

    sys.exit(run(["coproduce", sys.argv[1]], why_locked=sys.argv[2]))
