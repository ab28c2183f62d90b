"""Records that are kept and not used: nothing new is written down about whoever they are about, whichever verb asks.

Only rows that are new, or that come to point to somebody, are looked at; what is held already may be corrected, paid and erased.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import sqlalchemy as sa

from coproduce.domain.my_record import points_to_people
from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.journal import Images
from coproduce.storage.rows import SHAPES, Row
from coproduce.storage.tables import people

_AT_ONCE = 5_000


def check_links(connection: sa.Connection, images: Images) -> None:
    """Raises `Refused`, naming the first, where something new would point to somebody whose record is not to be used.

    A record that comes with its person, such as by a workbook or out of the bin, is as it was.
    """
    with_them = {record_id for record_id, (before, _after) in images.pairs.get(Person.__name__, {}).items() if before is None}
    wanted = sorted(set(_newly_pointed_to(images)) - with_them)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        asked = sa.select(people.c.name).where(people.c.id.in_(some), people.c.restricted_on.is_not(None)).order_by(people.c.name_key)
        name = connection.scalar(asked.limit(1))
        if name is not None:
            words = _(
                "The record of {name} is kept, but is not to be used, so nothing new is written down about them. "
                "Lift that first, from their page, if they agree."
            )
            raise Refused(words.format(name=name), brief=_("kept, not used"))


def _newly_pointed_to(images: Images) -> Iterator[str]:
    for kind, records in images.pairs.items():
        places = _places().get(kind, ())
        if not places:
            continue
        for before, after in records.values():
            if after is not None and before != after:
                known = set(_people_in(before, places)) if before is not None else set()
                yield from (person for person in _people_in(after, places) if person not in known)


def _people_in(row: Row, places: tuple[int, ...]) -> Iterator[str]:
    for place in places:
        value = row[place]
        if isinstance(value, str):
            yield from json.loads(value) if value.startswith("[") else (value,)


@cache
def _places() -> dict[str, tuple[int, ...]]:
    """By kind, where in its rows ids of people stand."""
    found = {}
    for sheet in SHEETS:
        columns = SHAPES[sheet.noun.__name__].columns if sheet.noun.__name__ in SHAPES else ()
        names = [column.name for column in sheet.columns if points_to_people(column)]
        found[sheet.noun.__name__] = tuple(columns.index(name) for name in names if name in columns)
    return found
