"""Looking for words in columns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, true

from coproduce.storage import tables
from coproduce.storage.column_types import fold_name


def matches(words: str, *columns: ColumnElement[Any], name: bool = False) -> ColumnElement[bool]:
    """Rows in which every word stands in some column, whatever its case. No words match every row.

    With `name`, a person's name counts too, accents set aside, so that "sian" finds Siân.
    """
    return and_(true(), *(or_(*_places(word, columns, name=name)) for word in words.split()))


def _places(word: str, columns: tuple[ColumnElement[Any], ...], *, name: bool) -> list[ColumnElement[bool]]:
    places = [column.icontains(word, autoescape=True) for column in columns]
    return [tables.people.c.name_key.contains(fold_name(word), autoescape=True), *places] if name else places
