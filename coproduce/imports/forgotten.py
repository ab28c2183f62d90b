"""A workbook from before somebody was erased must not bring them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coproduce.domain.erasing import CLEARED, GOES, MARKED, OWN_NAMES, without_name
from coproduce.domain.my_record import is_about, names_of
from coproduce.domain.people import Person
from coproduce.domain.sheets import Sheet
from coproduce.imports.workbook import ReadRow, ReadWorkbook
from coproduce.storage.plain import PLAIN


class Forgotten:
    """Whom the workspace has forgotten, and what the file itself says they were called."""

    def __init__(self, ids: frozenset[str], read: ReadWorkbook, people: Iterable[Person]) -> None:
        self._ids = ids
        now = {str(person.id): person.name for person in people if person.id in ids}
        rows: Sequence[ReadRow] = next((of.rows for of in read.sheets.values() if of.sheet.noun is Person), ()) if ids else ()
        self._names = [names for row in rows if (names := _names_in(row, ids, now)) is not None]

    def brought_back(self, sheet: Sheet, noun: Any, different: Mapping[str, Any]) -> str | None:
        """The field of a row that says again what was erased; None where it says nothing of the kind.

        `noun` is the record as it would be, `different` what the row changes of a record that is there; for a new record, all it says.
        """
        if any(is_about(sheet, noun, person_id) for person_id in self._ids):
            own = OWN_NAMES[Person] if sheet.noun is Person else ()
            erased = {*CLEARED.get(sheet.noun, ()), *MARKED.get(sheet.noun, ()), *own}
            for name, value in different.items():
                if sheet.noun in GOES or (name in erased and value not in (None, "")):
                    return name
        return next((name for names in self._names for name, _words in without_name(sheet, noun, names) if name in different), None)


def _names_in(row: ReadRow, ids: frozenset[str], now: Mapping[str, str]) -> re.Pattern[str] | None:
    """What a row calls somebody who was erased; None for anybody else, and for a row written since."""
    person_id, name = row.values.get("id"), row.values.get("name")
    if person_id not in ids or not name or name == now.get(person_id):
        return None
    person: Person = PLAIN[Person](id=person_id, name=name, full_name=row.values.get("full_name"))
    return names_of(person)
