"""The form a letter comes in, from the words somebody used for what they read best. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from coproduce.domain.codes import fold
from coproduce.domain.wording import list_words
from coproduce.i18n import _
from ui.kit.letters import Letters

_LARGE, _EASY = fold("large print"), fold("easy read")


class LetterForm(NamedTuple):
    """Easy Read is in large print too. `words` are empty for an ordinary letter."""

    is_easy: bool
    is_large: bool
    words: str


def letter_form(format_wanted: str | None) -> LetterForm:
    """`Easy Read`, `easy-read with pictures`, `Large print, 20 point` …; anything else is an ordinary letter."""
    wanted = fold(format_wanted or "")
    if wanted.startswith(_EASY):
        return LetterForm(True, True, _("in Easy Read"))
    if wanted.startswith(_LARGE):
        return LetterForm(False, True, _("in large print"))
    return LetterForm(False, False, "")


def saying_who_is_left_out(letters: Letters, names: Sequence[str]) -> Letters:
    """The same letters; the line above them names those who get none, because their record is not to be used."""
    if not names:
        return letters
    left_out = _("Left out, because their record is kept but not used: {names}.").format(names=list_words(list(names)))
    return replace(letters, help_line=" ".join(filter(None, (letters.help_line, left_out))))
