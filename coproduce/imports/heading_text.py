"""A heading as words, so that `nationbuilder_id`, `NationBuilder-ID` and `Nationbuilder Id` are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def words_of(heading: str) -> str:
    """Small letters and figures with one space between the words; accents and signs set aside."""
    parted = _CAMEL.sub(" ", unicodedata.normalize("NFKD", heading))
    plain = "".join(c if c.isalnum() else " " for c in parted if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())
