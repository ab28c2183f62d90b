"""By when access has to be arranged, as `domain.lead_times` works it out, for whatever lists or counts what is late."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from coproduce.domain.dates import after
from coproduce.domain.lead_times import SOON_DAYS, LeadTime, Notice, notice_from
from coproduce.domain.suppliers import Supplier
from coproduce.storage import tables
from coproduce.storage.queries.ahead import to_arrange
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_need, _w = tables.arrangements.c, tables.workshops.c


class Due(NamedTuple):
    """The ids of what is still to arrange and had to be by now, and of what has to be within a week."""

    late: tuple[str, ...]
    soon: tuple[str, ...]


def notice_in(reading: Reading) -> Notice:
    """How early things have to be arranged."""
    return notice_from(reading.bare(LeadTime), reading.bare(Supplier))


def lead_times(workspace: WorkspaceFile) -> list[LeadTime]:
    """Every lead time, in the order they were written down."""
    with workspace.read() as reading:
        return reading.all(LeadTime)


def due_in(reading: Reading, today: date) -> Due:
    """What is late and what is soon. Only what can be either is read: the rule itself is Python's."""
    notice, until = notice_in(reading), after(today, SOON_DAYS)
    worked_out = and_(_need.needed_by.is_(None), _w.date <= after(until, notice.longest))
    found = reading.rows(
        select(_need.id, _need.need, _need.supplier, _need.needed_by, _w.date)
        .join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
        .where(to_arrange(today), or_(_need.needed_by <= until, worked_out))
    )
    days = [(row.id, notice.arrange_by(row, row.date)) for row in found]
    known = [(access_id, by.day) for access_id, by in days if by is not None]
    late = tuple(access_id for access_id, day in known if day < today)
    return Due(late, tuple(access_id for access_id, day in known if today <= day <= until))


def is_among(ids: Sequence[str]) -> ColumnElement[bool]:
    """Whether an arrangement is one of these, however many: they go down as one list."""
    listed = func.json_each(json.dumps(list(ids))).table_valued("value")
    return _need.id.in_(select(listed.c.value))
