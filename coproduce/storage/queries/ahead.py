"""Which workshops are still to come."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from coproduce.domain.codes import WorkshopState
from coproduce.storage import tables

_w = tables.workshops.c
_FINISHED = (WorkshopState.HELD, WorkshopState.CLOSED, WorkshopState.CANCELLED)


def is_unfinished() -> ColumnElement[bool]:
    """Neither held, closed nor cancelled; a state nobody recorded is unfinished."""
    return or_(_w.state.is_(None), _w.state.not_in(_FINISHED))


def is_ahead(today: date) -> ColumnElement[bool]:
    """Unfinished, and its day has not gone by."""
    return and_(is_unfinished(), _w.date >= today)
