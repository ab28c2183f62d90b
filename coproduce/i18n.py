"""Our own words in other languages: gettext, with English (GB) as the language of the source."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "locale"

_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(code: str) -> None:
    """Speak `code` (such as "cy") from now on; a language we do not have falls back to English."""
    global _translations
    _translations = _gettext.translation("coproduce", LOCALE_FOLDER, languages=[code], fallback=True)


def gettext(words: str) -> str:
    """The sentence in the language in use."""
    return _translations.gettext(words)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for `count` things; placeholders are left for the caller to fill."""
    return _translations.ngettext(one, many, count)


_ = gettext
