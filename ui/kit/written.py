"""Words as people typed them, made fit to show: `bsl_interpreter` from a list of codes reads "BSL interpreter"."""

from __future__ import annotations

_ABBREVIATIONS = {"bsl": "BSL", "pa": "PA", "dvd": "DVD", "pdf": "PDF", "sms": "SMS"}


def as_written(words: str) -> str:
    """Codes become words with a capital letter; what people wrote in words of their own stays as it is."""
    if "_" not in words and not words.islower():
        return words
    parts = [_ABBREVIATIONS.get(part, part) for part in words.replace("_", " ").split(" ")]
    shown = " ".join(parts)
    return shown[:1].upper() + shown[1:]
