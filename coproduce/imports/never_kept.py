"""What is never kept with a person, told by the heading or by what is in the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from coproduce.domain.codes import fold
from coproduce.i18n import _
from coproduce.imports.heading_text import words_of


def N_(words: str) -> str:  # noqa: N802  gettext's own name for it
    """Mark words for translation where they stand; they are translated when they are read."""
    return words


_EQUALITY = N_("Answers about equality are kept as counts for the whole project, never with a person.")
_HEALTH = N_("Health and diagnoses are never kept. Ask what a person needs, and write that down with the workshop.")
_MONEY = N_("Bank details, benefits and National Insurance numbers are never kept.")
_STATUS = N_("Immigration status, nationality and convictions are never kept.")
_AGE = N_("Dates of birth and ages are not kept with a person. Only “under 18” is, where it matters.")

_NEVER: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            r"gender|sex|trans|ethnic\w*|race|racial|religio\w*|belief|faith|sexual\w*|orientation|marital|married|pregnan\w*",
            r"maternity|political|trade union|union|age band|age bracket|age group|age range|caste|equality|protected characteristics?",
        ),
        _EQUALITY,
    ),
    (
        (
            r"diagnos\w*|disab\w*|impairment\w*|health|medical|medication|conditions?|illness\w*|nhs|mental|gp|allerg\w*",
            r"neurodiver\w*|autis\w*",
        ),
        _HEALTH,
    ),
    (
        (
            r"bank\w*|account (?:no|number|name)|sort ?code|iban|swift|bic|card number|benefits?|universal credit|pip|esa|dla",
            r"national insurance|ni (?:no|number)|nino|tax code|utr|income|salary",
        ),
        _MONEY,
    ),
    (
        (
            r"immigra\w*|asylum|refugee|visa|nationality|citizenship|passport\w*|biometric\w*",
            r"criminal\w*|convictions?|offen[cs]e\w*|dbs",
        ),
        _STATUS,
    ),
    ((r"date of birth|birth ?(?:date|day)|dob|born|year of birth|age",), _AGE),
)
"""Source of the kinds: UK GDPR, articles 9(1) and 10; Equality Act 2010, section 4; Data Protection Act 2018, section 11."""

_PATTERNS = tuple((re.compile(rf"\b(?:{'|'.join(words)})\b"), why) for words, why in _NEVER)

_INSURANCE = re.compile(r"[A-Za-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Da-d]")
_SORT_CODE = re.compile(r"\d{2}-\d{2}-\d{2}")
_NHS = re.compile(r"\d{3} \d{3} \d{4}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?")
_TELLING_GENDERS = frozenset({"male", "female", "man", "woman", "nonbinary"})
_GENDERS = _TELLING_GENDERS | {"m", "f", "other", "prefernottosay", "transman", "transwoman", "agender"}
_ETHNIC = re.compile(r"\b(white british|black african|black caribbean|asian british|black british|mixed ethnic\w*|bangladeshi|roma)\b")


@cache
def why_never(heading: str) -> str | None:
    """Why what stands under such a heading is never kept with a person; None where it may be."""
    words = words_of(heading)
    return next((_(why) for pattern, why in _PATTERNS if pattern.search(words)), None)


def is_about_equality(heading: str) -> bool:
    """The heading asks what equality monitoring asks."""
    return bool(_PATTERNS[0][0].search(words_of(heading)) or _PATTERNS[1][0].search(words_of(heading)))


def why_never_inside(words: Sequence[str]) -> str | None:
    """What the cells of a column give away where the heading says nothing."""
    if not words:
        return None
    for pattern, why in ((_INSURANCE, _MONEY), (_SORT_CODE, _MONEY), (_IBAN, _MONEY), (_NHS, _HEALTH)):
        if 2 * sum(pattern.fullmatch(one) is not None for one in words) > len(words):
            return _(why)
    folded = {fold(one) for one in words}
    if folded <= _GENDERS and folded & _TELLING_GENDERS:
        return _(_EQUALITY)
    if 2 * sum(_ETHNIC.search(one.casefold()) is not None for one in words) > len(words):
        return _(_EQUALITY)
    return None
