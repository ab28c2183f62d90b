"""Putting back what was deleted: its rows as they were, and what had changed with it where nobody has changed it since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import sqlalchemy as sa

from coproduce.domain.codes import SaidAs
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage import bin as the_bin
from coproduce.storage.in_the_way import IN_LISTS, LINKS, ids_in, in_the_way
from coproduce.storage.journal import Images
from coproduce.storage.many_rows import rows_of
from coproduce.storage.noun_words import noun_word
from coproduce.storage.rows import SHAPES, Row
from coproduce.storage.tables import TABLES

MOST_NAMED = 3
"""A refusal names so many of the entries to put back first."""

_NEEDED = {(kind.__name__, key.parent.name) for kind, table in TABLES.items() for key in table.foreign_keys if not key.parent.nullable}

_ORGANISER = "organiser"
"""Stands where a person's id may stand, and is nobody's."""

Record = tuple[str, str]


class Return(NamedTuple):
    """The rows to write. `came_with` counts by kind the records that return beside the entry's own; `left` those that stay
    as they are now, or away: they have changed since, or belong to something that was deleted for good.
    """

    images: Images
    came_with: Mapping[str, int]
    left: int


def plan_return(connection: sa.Connection, entry: the_bin.BinEntry) -> Return:
    """What has to be written so that all that an entry holds is there again.

    Raises `Refused`, naming what to put back first, where something it belongs to is in the bin too; and where its place
    is taken or what it belongs to is gone for good.
    """
    kept = the_bin.images_of(connection, entry.number)
    own = (entry.kind, entry.record_id)
    back = {(kind, record_id): row for kind, record_id, row, after in kept if row is not None and after is None}
    there = the_bin.present(connection, back)
    wanted = Images({})
    for record, row in back.items():
        if record not in there:
            wanted.note(*record, None, row)
    left = len(there) + _note_changes(connection, kept, wanted)
    left += _fit(connection, wanted, own)
    came = Counter(kind for kind, record_id, before, _after in wanted if before is None and (kind, record_id) != own)
    return Return(wanted, came, left)


def _note_changes(connection: sa.Connection, kept: Images, wanted: Images) -> int:
    """Field by field, put back what the deletion changed and nobody else has since. Counts the records left as they are."""
    left = 0
    for kind, records in kept.pairs.items():
        changed = {record_id: pair for record_id, pair in records.items() if None not in pair}
        now = rows_of(connection, SHAPES[kind], list(changed))
        for record_id, (before, after) in changed.items():
            row = now.get(record_id)
            if before is None or after is None or row is None:
                left += 1
                continue
            fields = [(old if is_now == new else is_now) for old, new, is_now in zip(before, after, row, strict=True)]
            left += any(old != new != is_now for old, new, is_now in zip(before, after, row, strict=True))
            wanted.note(kind, record_id, row, tuple(fields))
    return left


def _fit(connection: sa.Connection, wanted: Images, own: Record) -> int:
    """Leave out what belongs to records deleted for good, until the rest fits. Counts what stays away or loses a link."""
    left = 0
    while obstacles := in_the_way(connection, wanted) - {("Person", _ORGANISER)}:
        missing = obstacles - the_bin.present(connection, obstacles)
        _refuse_before_others(connection, missing)
        cut = _without(wanted, missing)
        if not cut or own[1] not in wanted.pairs.get(own[0], {}):
            raise Refused(
                _("This cannot be put back: its place is taken, or what it belonged to was deleted for good. Nothing was changed.")
            )
        left += cut
    return left


def _without(wanted: Images, missing: set[Record]) -> int:
    """Take out the rows that need a missing record, and the links of those that can do without. Counts the rows."""
    cut = 0
    for kind, column, parent in LINKS:
        gone = {record_id for its_kind, record_id in missing if its_kind == parent}
        place = SHAPES[kind].columns.index(column)
        for record_id, (before, after) in list(wanted.pairs.get(kind, {}).items()) if gone else ():
            if after is None or not gone.intersection(ids_in(kind, column, after[place])):
                continue
            cut += 1
            if (kind, column) in _NEEDED:
                del wanted.pairs[kind][record_id]
            else:
                wanted.note(kind, record_id, before, _unlinked(kind, column, after, gone))
    return cut


def _unlinked(kind: str, column: str, row: Row, gone: set[str]) -> Row:
    values = dict(zip(SHAPES[kind].columns, row, strict=True))
    kept = [value for value in ids_in(kind, column, values[column]) if value not in gone]
    values[column] = json.dumps(kept, separators=(",", ":")) if (kind, column) in IN_LISTS else None
    if column == "person_id" and "said_as" in values:
        values["said_as"] = SaidAs.ANONYMOUS.value  # as deleting the person leaves what they said
    return tuple(values.values())


def _refuse_before_others(connection: sa.Connection, missing: set[Record]) -> None:
    first = the_bin.holding(connection, missing)
    if not first:
        return
    names = ", ".join(entry_words(each) for each in first[:MOST_NAMED])
    if len(first) > MOST_NAMED:
        names = _("{names} and {n} more").format(names=names, n=len(first) - MOST_NAMED)
    raise Refused(_("It belongs to something else in the bin. Put back first: {names}. Nothing was changed.").format(names=names))


def entry_words(entry: the_bin.BinEntry) -> str:
    """`workshop “First”`."""
    noun = noun_word(entry.kind)
    return _("{noun} “{title}”").format(noun=noun, title=entry.title) if entry.title else noun
