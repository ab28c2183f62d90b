"""Six words that nobody could guess, drawn from a list of 7,776. Source: EFF Large Wordlist for Passphrases, 2016 (CC BY 3.0 US)."""

from __future__ import annotations

import secrets
from pathlib import Path

from coproduce.errors import Refused
from coproduce.i18n import _

_WORDS = Path(__file__).resolve().parents[2] / "assets" / "words" / "six_words.txt"
WORDS, SHORTEST = 6, 12


def six_words() -> str:
    """Six words, drawn at random by the operating system: about 77 bits."""
    known = _WORDS.read_text("utf-8").split()
    return " ".join(secrets.choice(known) for _place in range(WORDS))


def check_passphrase(words: str) -> str:
    """The passphrase as it is used. Raises `Refused` where it is so short that it would be guessed."""
    if len(words.strip()) < SHORTEST:
        raise Refused(_("This is too short: it could be guessed. Use several words, 12 letters or more."), field="passphrase")
    return words
