"""Words as people typed them, made fit to show: `bsl_interpreter` from a list of codes reads "BSL interpreter"."""

from __future__ import annotations

from datetime import date

from coproduce.domain.codes import WITHHELD
from coproduce.domain.needs import NEEDS, need_words
from coproduce.domain.wording import day_words

_ABBREVIATIONS = {"bsl": "BSL", "pa": "PA", "dvd": "DVD", "pdf": "PDF", "sms": "SMS"}


def as_written(words: str) -> str:
    """Codes become words with a capital letter; what people wrote in words of their own stays as it is."""
    if "_" not in words and not words.islower():
        return words
    parts = [_ABBREVIATIONS.get(part, part) for part in words.replace("_", " ").split(" ")]
    shown = " ".join(parts)
    return shown[:1].upper() + shown[1:]


def need_written(need: str) -> str:
    """A need as people read it: the words of our list, else as it was written."""
    return need_words(need) if need in NEEDS or need == WITHHELD else as_written(need)


def short_day(day: date) -> str:
    """A day for a narrow column: `12 Sep 2026`."""
    number, month, year = day_words(day).split(" ")
    return f"{number} {month[:3]} {year}"
