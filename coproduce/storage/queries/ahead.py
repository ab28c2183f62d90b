"""Which workshops are still to come, and what is to be arranged for them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from coproduce.domain.codes import OrganiserSays, WorkshopState
from coproduce.storage import tables

_w, _need = tables.workshops.c, tables.arrangements.c
_FINISHED = (WorkshopState.HELD, WorkshopState.CLOSED, WorkshopState.CANCELLED)


def is_unfinished() -> ColumnElement[bool]:
    """Neither held, closed nor cancelled; a state nobody recorded is unfinished."""
    return or_(_w.state.is_(None), _w.state.not_in(_FINISHED))


def is_ahead(today: date) -> ColumnElement[bool]:
    """Unfinished, and its day has not gone by."""
    return and_(is_unfinished(), _w.date >= today)


def to_arrange(today: date) -> ColumnElement[bool]:
    """A need at a workshop still to come that nobody has confirmed, and that was not said to be impossible."""
    return and_(
        _need.confirmed_on.is_(None),
        or_(_need.organiser_says.is_(None), _need.organiser_says != OrganiserSays.NOT_POSSIBLE),
        is_ahead(today),
    )
