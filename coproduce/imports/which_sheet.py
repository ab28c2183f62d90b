"""Which list a table belongs to: the one in sight, unless its headings say outright that it is another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coproduce.domain.codes import fold
from coproduce.domain.people import Person
from coproduce.domain.sheets import Sheet, sheet_named
from coproduce.domain.sheets.people import PEOPLE
from coproduce.domain.workshops import Workshop
from coproduce.imports.found_table import FoundTable
from coproduce.imports.heading_words import is_ours
from coproduce.imports.links import Links
from coproduce.imports.mapping import how_well
from coproduce.imports.table_fields import MAPPED_SHEETS, PERSON_NAME, WORKSHOP_TITLE


def sheet_for(table: FoundTable, in_sight: Sheet | None) -> Sheet:
    """The sheet all of whose needed headings stand there in the workbook's words; else the one in sight; else the likeliest.

    A heading such as Name alone says nothing outright: it fits the list in sight, or people, as well.
    """
    ours = [sheet for sheet in MAPPED_SHEETS if is_our_own(sheet, table)]
    if ours and in_sight not in ours:
        outright = max(ours, key=lambda sheet: how_well(sheet, table))
        if how_well(outright, table) > how_well(in_sight or PEOPLE, table):
            return outright
    if in_sight is not None:
        return in_sight
    named = sheet_named(table.name)
    if named in MAPPED_SHEETS and named is not None:
        return named
    likeliest = max(MAPPED_SHEETS, key=lambda sheet: how_well(sheet, table))
    return likeliest if how_well(likeliest, table) > how_well(PEOPLE, table) else PEOPLE


def is_our_own(sheet: Sheet, table: FoundTable) -> bool:
    """Every heading is the sheet's own, and none that it needs is missing."""
    headings = [heading for heading in table.headings if heading]
    own = {sheet.by_heading[key].name for key in map(fold, headings) if key in sheet.by_heading}
    return all(is_ours(sheet, one) for one in headings) and own >= {one.name for one in sheet.columns if one.required}


class Recogniser:
    """Tells by what the workspace knows whether words are names of people or titles of workshops."""

    def __init__(self, sheet: Sheet, links: Links) -> None:
        self._links = links
        self._ways: list[tuple[str, type[Any]]] = []
        for field, noun in ((PERSON_NAME, Person), (WORKSHOP_TITLE, Workshop)):
            if any(column.parent is noun for column in sheet.columns):
                self._ways.append((field, noun))

    def __call__(self, words: Sequence[str]) -> str | None:
        """The part that most of the words are."""
        for field, noun in self._ways:
            named = self._links.of(noun)
            if 2 * sum(named.knows(one) for one in words) > len(words):
                return field
        return None
