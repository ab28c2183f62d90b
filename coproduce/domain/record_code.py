"""The code of a place in the history, such as `Record 1,234 · 7F3A-19C2`: short enough for paper, and made of all that was done so far.

Whoever has a page with a code is a witness: were anything before it changed, the same place would have another code. The letters
are Crockford's base 32, in which no two are mistaken for one another. Source: crockford.com/base32.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coproduce.errors import Refused
from coproduce.i18n import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS = 8
"""Forty bits. Finding other contents for one code takes 2^40 tries, each as slow as the function that makes it (see `storage.chain`)."""

_GROUP = LETTERS // 2
_NUMBER = r"[0-9]{1,3}(?:[,.' \u00a0\u202f][0-9]{3})+|[0-9]+"
_TYPED = re.compile(rf"[^0-9]*(?P<number>{_NUMBER})[^0-9A-Za-z]+(?P<first>[0-9A-Za-z]{{4}})[^0-9A-Za-z]*(?P<second>[0-9A-Za-z]{{4}})\W*")


@dataclass(frozen=True, slots=True)
class RecordCode:
    """A code somebody saw: the number of a line of history, from 1, and its eight letters."""

    number: int
    letters: str

    def __str__(self) -> str:
        """As it is printed."""
        code = f"{self.letters[:_GROUP]}-{self.letters[_GROUP:]}"
        return _("Record {number} · {code}").format(number=f"{self.number:,}", code=code)


def letters_of(digest: bytes) -> str:
    """Five bytes as eight letters."""
    number = int.from_bytes(digest, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (LETTERS - 1), -1, -5))


def read_code(words: str) -> RecordCode:
    """The code in what somebody typed, in large or small letters, with or without the word before it, the comma and the dash.

    Raises `Refused` where it is none.
    """
    match = _TYPED.fullmatch(words.strip())
    letters = (match["first"] + match["second"]).upper().translate(str.maketrans("OIL", "011")) if match else ""
    if match is None or set(letters) - set(ALPHABET):
        raise Refused(
            _("That is not a whole code. Copy the number and the eight letters, such as: Record 1,234 · 7F3A-19C2."), field="code"
        )
    return RecordCode(int(re.sub(r"[^0-9]", "", match["number"])), letters)
