"""Whose record is kept and not used: how they are marked wherever they are listed, and who is left out of a list of letters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from coproduce.domain.people import Person
from coproduce.i18n import _
from coproduce.storage import tables
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_who = tables.people.c


def marked(name: str) -> str:
    """The name with what everybody has to know who reads it."""
    return _("{name} (kept, not used)").format(name=name)


def shown(person: Person) -> str:
    """What somebody is called in a list of the window."""
    return marked(person.name) if person.is_restricted else person.name


def shown_name() -> ColumnElement[Any]:
    """The same as a column, for queries that read names alone."""
    before, _placeholder, after = marked("\n").partition("\n")
    return case((_who.restricted_on.is_not(None), func.trim(before + _who.name + after)), else_=_who.name)


def left_out(workspace: WorkspaceFile, kind: type[Any], **equal: object) -> list[str]:
    """The names of those among the people of some records of `kind`, by attributes, whose record is not to be used.

    An attribute may be a list of values.
    """
    records = tables.TABLES[kind].c
    among = select(records.person_id).where(*(_equals(records[name], value) for name, value in equal.items()))
    asked = select(_who.name).where(_who.restricted_on.is_not(None), _who.id.in_(among)).order_by(_who.name_key, _who.id)
    with workspace.read() as reading:
        return [name for (name,) in reading.rows(asked)]


def _equals(column: Any, value: object) -> ColumnElement[bool]:
    equals: ColumnElement[bool] = column.in_(value) if isinstance(value, list) else column == value
    return equals


def not_to_be_used(reading: Reading) -> dict[str, Person]:
    """Everybody whose record is kept and not used, by id; to look at only."""
    return {str(person.id): person for person in reading.bare(Person, _who.restricted_on.is_not(None))}


def is_used(person: Person) -> bool:
    """Letters are written to them."""
    return not person.is_restricted
