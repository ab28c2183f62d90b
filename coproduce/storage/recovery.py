"""The recovery code: the key itself, for a sheet of paper, when nobody knows the passphrase any more.

52 letters and figures hold the 256 bits of the key and four more check them, in 14 groups of four. The alphabet is Crockford's base 32,
in which no two are mistaken for one another: O is read as 0, I and L as 1. The salt stays in the file, so that a code opens one file
and its backups. Source: crockford.com/base32.html.
"""

from __future__ import annotations

from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_KEY_HEX, _LETTERS, _CHECK = 64, 52, 4


def code_of(key_hex: str) -> str:
    """The code of a key (64 hex digits): 14 groups of four with spaces between."""
    letters = _letters(int(key_hex, 16) << 4, _LETTERS)
    whole = letters + _check_of(letters)
    return " ".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def key_in(words: str) -> str | None:
    """The 64 hex digits in a code however it is typed; None where this is no code, or a letter of it is wrong."""
    typed = "".join(letter for letter in words.upper() if letter.isalnum()).translate(str.maketrans("OIL", "011"))
    if len(typed) != _LETTERS + _CHECK or set(typed) - set(ALPHABET) or _check_of(typed[:_LETTERS]) != typed[_LETTERS:]:
        return None
    number = 0
    for letter in typed[:_LETTERS]:
        number = number * 32 + ALPHABET.index(letter)
    return f"{number >> 4:0{_KEY_HEX}x}"


def _letters(number: int, count: int) -> str:
    found = ""
    for _place in range(count):
        number, last = divmod(number, 32)
        found = ALPHABET[last] + found
    return found


def _check_of(letters: str) -> str:
    return _letters(int.from_bytes(sha256(letters.encode()).digest()[:4], "big") >> 12, _CHECK)
