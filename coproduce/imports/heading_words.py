"""What headings of other people's spreadsheets mean for each sheet."""

from __future__ import annotations

from functools import cache

from coproduce.domain.sheets import Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.imports.heading_text import words_of
from coproduce.imports.known_headings import known_of
from coproduce.imports.never_kept import why_never
from coproduce.imports.table_fields import MAPPED_SHEETS, has_people

_NOT_A_PERSONS_ID = frozenset(
    {"household", "family", "organisation", "org", "group", "parent", "recruiter", "email", "event", "session", "workshop", "project"}
)
_ALSO_FINE = frozenset({"under_18", "guardian_consent_on"})
"""Fields whose headings sound like what is never kept."""

OFTEN = frozenset(
    {"email", "e mail", "email address", "mobile", "mobile number", "phone", "phone number", "telephone", "address", "postcode", "notes"}
)
"""Headings often met, for which there is no field."""


_SHEETS = {sheet.name: sheet for sheet in MAPPED_SHEETS}
_OURS: dict[str, dict[str, str]] = {
    sheet.name: {words_of(column.heading): column.name for column in sheet.columns} for sheet in MAPPED_SHEETS
}


@cache
def _known(name: str) -> dict[str, str]:
    sheet = _SHEETS[name]
    by_name = {words_of(column.name): column.name for column in sheet.columns}
    return known_of(sheet) | by_name | _OURS[name]


@cache
def _all_known() -> frozenset[str]:
    return frozenset(words for sheet in MAPPED_SHEETS for words in _known(sheet.name)) | OFTEN


def field_of(sheet: Sheet, heading: str) -> str | None:
    """The field or part a heading speaks of. Of two lines of headings (`Contact – First name`) the lower counts first."""
    return _field_of(sheet.name, heading)


@cache
def _field_of(name: str, heading: str) -> str | None:
    for words in _readings(heading):
        known = _known(name).get(words)
        if known:
            return known
        *before, last = words.split() or [""]
        if name == PEOPLE.name and last == "id" and not _NOT_A_PERSONS_ID.intersection(before):
            return "id"
    return None


def _readings(heading: str) -> tuple[str, str]:
    return words_of(heading.rpartition(" – ")[2]), words_of(heading)


def is_ours(sheet: Sheet, heading: str) -> bool:
    """The heading is the workbook's own, so there is nothing to guess."""
    return words_of(heading) in _OURS[sheet.name]


def never_on(sheet: Sheet, heading: str) -> str | None:
    """Why what stands under such a heading is never kept on this sheet; None where it may be."""
    if not has_people(sheet) or is_ours(sheet, heading) or field_of(sheet, heading) in _ALSO_FINE:
        return None
    return why_never(heading)


@cache
def is_known(heading: str) -> bool:
    """Words that only a heading would say, on whatever sheet."""
    words = _readings(heading)
    return not _all_known().isdisjoint(words) or words[0].endswith(" id") or why_never(heading) is not None
