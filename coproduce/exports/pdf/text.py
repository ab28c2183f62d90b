"""Text is data: what somebody typed is cleaned, never interpreted.

Nothing here looks at markup, because the renderer has none: `<b>` is three characters. Only characters that cannot be printed, that
hide others or that turn the order of words around are taken away.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from coproduce.exports.document import Bold, Link, Words
from coproduce.exports.pdf import fonts
from coproduce.i18n import gettext as _

MOST_CHARACTERS = 1_000_000
"""More than this in one piece of text is no sentence; the rest is cut, and the page says so."""

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
_LONE_JOINER = re.compile("(?<![\u0600-\u0dff\U0001f000-\U0001faff\u2600-\u27bf])[\u200c\u200d]|[\u200c\u200d](?=\\s|$)")
_PILED_MARKS = re.compile("([\u0300-\u036f]{6})[\u0300-\u036f]+")
_SAFE_ADDRESS = re.compile(r"(https?://[^\s<>\"]+|mailto:[^\s<>\"]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]+")


def clean(text: str) -> str:
    """The text as it will be printed: composed (NFC), without controls, invisible or direction-turning characters.

    A character no font of ours has becomes its code, such as `[U+E000]`: never a gap. Newlines stay.
    """
    if len(text) > MOST_CHARACTERS:
        cut = len(text) - MOST_CHARACTERS
        text = text[:MOST_CHARACTERS] + " " + _("[The last {count} characters are left out.]").format(count=f"{cut:,}")
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    text = _HIDDEN.sub("", _NEWLINES.sub("\n", text).replace("\t", " "))
    text = _PILED_MARKS.sub(r"\1", _LONE_JOINER.sub("", text))
    strange = {character for character in set(text) if not _printable(character)}
    for character in sorted(strange):
        text = text.replace(character, f"[U+{ord(character):04X}]")
    return text


def one_line(text: str) -> str:
    """Cleaned, with every run of spaces and newlines made one space: for titles, bookmarks and what is read aloud."""
    return " ".join(clean(text).split())


@lru_cache(maxsize=65536)
def _printable(character: str) -> bool:
    if character in "\n\u200c\u200d":
        return True
    if unicodedata.category(character) == "Co":
        return False
    return fonts.font_for(character) is not None


def safe_address(url: str) -> str | None:
    """The address if it is one a reader may follow from a document: http, https or mailto; otherwise None."""
    address = _HIDDEN.sub("", url).strip()
    return address if len(address) < 2000 and _SAFE_ADDRESS.fullmatch(address) else None


class Part:
    """A stretch of cleaned text in one weight, perhaps with an address behind it."""

    __slots__ = ("bold", "link", "text")

    def __init__(self, text: str, *, bold: bool = False, link: str | None = None) -> None:
        self.text, self.bold, self.link = text, bold, link


def parts(words: Words, *, bold: bool = False) -> list[Part]:
    """Words as cleaned parts; a link with an address we do not follow is plain words."""
    if isinstance(words, str):
        return [Part(clean(words), bold=bold)]
    found = []
    for word in words:
        if isinstance(word, str):
            found.append(Part(clean(word), bold=bold))
        elif isinstance(word, Bold):
            found.append(Part(clean(word.text), bold=True))
        elif isinstance(word, Link):
            found.append(Part(clean(word.text), bold=bold, link=safe_address(word.url)))
    return found


def lines_of(found: list[Part]) -> list[list[Part]]:
    """The parts cut at their newlines; blank lines are left out."""
    lines: list[list[Part]] = [[]]
    for part in found:
        for number, piece in enumerate(part.text.split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(Part(_SPACES.sub(" ", piece), bold=part.bold, link=part.link))
    return [line for line in lines if any(part.text.strip() for part in line)]


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
    if text.isascii():
        return None
    letters = [character for character in text[:400] if character.isalpha()]
    foreign = [character for character in letters if ord(character) > 0x36F]
    if not foreign or len(foreign) * 2 < len(letters):
        return None
    if _URDU_LETTERS & set(foreign):
        return "ur"
    name = unicodedata.name(foreign[0], "")
    return next((language for script, language in _SPOKEN if name.startswith(script)), None)
