"""What somebody typed, made safe to print: text is data, and no renderer looks at markup in it.

Only characters that cannot be printed, that hide others or that turn the order of words around are taken away.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from coproduce.i18n import gettext as _

MOST_CHARACTERS = 1_000_000
"""More than this in one piece of text is no sentence; the rest is cut, and the page says so."""

_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u024f\u2010-\u2015\u2018-\u201e\u2026]*")
"""Latin letters, figures and the marks of ordinary writing: nothing in them to clean, and all spoken as Latin."""
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_LONE_JOINER = re.compile("(?<![\u0600-\u0dff\U0001f000-\U0001faff\u2600-\u27bf])[\u200c\u200d]|[\u200c\u200d](?=\\s|$)")
_PILED_MARKS = re.compile("([\u0300-\u036f]{6})[\u0300-\u036f]+")
_SAFE_ADDRESS = re.compile(r"(https?://[^\s<>\"]+|mailto:[^\s<>\"]+)", re.IGNORECASE)


def clean(text: str) -> str:
    """The text composed (NFC), without controls, invisible or direction-turning characters. Newlines stay; tabs become spaces."""
    if len(text) > MOST_CHARACTERS:
        cut = len(text) - MOST_CHARACTERS
        text = text[:MOST_CHARACTERS] + " " + _("[The last {count} characters are left out.]").format(count=f"{cut:,}")
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", text)
    text = _HIDDEN.sub("", _NEWLINES.sub("\n", text).replace("\t", " "))
    return _PILED_MARKS.sub(r"\1", _LONE_JOINER.sub("", text))


def one_line(text: str) -> str:
    """Cleaned, with every run of spaces and newlines made one space."""
    return " ".join(clean(text).split())


def safe_address(url: str) -> str | None:
    """The address if it is one a reader may follow from a document: http, https or mailto; otherwise None."""
    address = _HIDDEN.sub("", url).strip()
    return address if len(address) < 2000 and _SAFE_ADDRESS.fullmatch(address) else None


_SPOKEN: tuple[tuple[str, str], ...] = (
    ("HEBREW", "he"),
    ("ARABIC", "ar"),
    ("DEVANAGARI", "hi"),
    ("BENGALI", "bn"),
    ("GURMUKHI", "pa"),
    ("GUJARATI", "gu"),
    ("TAMIL", "ta"),
    ("ETHIOPIC", "am"),
    ("CJK", "zh"),
    ("GREEK", "el"),
)
_URDU_LETTERS = frozenset("ٹڈڑںےہھ")


def spoken_language(text: str) -> str | None:
    """The language a screen reader should speak, judged by the script, where most letters are of one that is not Latin.

    A guess by script is better than English: an English voice is silent before Arabic letters. Cyrillic is left open.
    """
    if text.isascii() or _PLAIN.fullmatch(text):
        return None
    letters = list(islice(filter(str.isalpha, text), 400))
    foreign = [character for character in letters if ord(character) > 0x36F]
    if not foreign or len(foreign) * 2 < len(letters):
        return None
    if _URDU_LETTERS & set(foreign):
        return "ur"
    name = unicodedata.name(foreign[0], "")
    return next((language for script, language in _SPOKEN if name.startswith(script)), None)
