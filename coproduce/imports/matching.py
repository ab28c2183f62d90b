"""Which record of the workspace a row is, if it is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coproduce.domain.codes import YesNo
from coproduce.domain.room import Turns
from coproduce.domain.sheets import Kind, Sheet
from coproduce.imports.workbook import ReadRow, ReadSheet

Key = tuple[Any, ...]
_GROUP = ("capacity", "runs_it")


def key_of(sheet: Sheet, values: Mapping[str, Any], fields: Sequence[str]) -> Key:
    """By what a record is known again. Spaces around text do not count, nor does the group of a named person's turns."""
    if fields == ("id",):
        return (values.get("id"),)
    key = [value.strip() if isinstance(value := values.get(name), str) else value for name in fields]
    if sheet.noun is Turns:
        is_named = values.get("person_id") is not None
        key = [None if (is_named and name in _GROUP) or value is YesNo.NO else value for name, value in zip(fields, key, strict=True)]
    return tuple(key)


def key_fields(of_sheet: ReadSheet) -> tuple[str, ...]:
    """The fields of the key; for a sheet without one, every column the file has."""
    sheet = of_sheet.sheet
    return sheet.key or tuple(column.name for column in sheet.columns if column.name in of_sheet.headings)


def values_of(sheet: Sheet, noun: Any) -> dict[str, Any]:
    """The fields of a record that are not blank."""
    values = ((column.name, getattr(noun, column.name)) for column in sheet.columns)
    return {name: value for name, value in values if value is not None and value != ()}


def _some_values(noun: Any, fields: Sequence[str]) -> dict[str, Any]:
    return {name: None if (value := getattr(noun, name)) == () else value for name in fields} | {
        "person_id": getattr(noun, "person_id", None)
    }


def match(of_sheet: ReadSheet, existing: Sequence[Any]) -> list[Any | None]:
    """For each row the record it is about, or None where it is new.

    Records that are exactly as the row says come first, so that bringing the same file in twice changes nothing. A row that
    cannot come in as it stands takes no record from one that can.
    """
    rows = of_sheet.rows
    found: list[Any | None] = [None] * len(rows)
    if not existing:
        return found
    sheet, fields = of_sheet.sheet, key_fields(of_sheet)
    waiting: dict[Key, list[Any]] = {}
    for noun in existing:
        waiting.setdefault(key_of(sheet, _some_values(noun, fields), fields), []).append(noun)
    keys = [key_of(sheet, row.values, fields) for row in rows]
    places = sorted(range(len(rows)), key=lambda place: not rows[place].is_whole)
    for place in places:
        key = keys[place]
        same = next((noun for noun in waiting.get(key, ()) if not changes(rows[place], noun)), None)
        if same is not None:
            waiting[key].remove(same)
            found[place] = same
    if not sheet.key:
        return found
    for place in places:
        key = keys[place]
        if found[place] is None and waiting.get(key):
            found[place] = waiting[key].pop(0)
    return found


def changes(row: ReadRow, noun: Any) -> dict[str, Any]:
    """What the row says differently from the record. A blank cell says nothing, so it never removes anything."""
    return {name: value for name, value in row.values.items() if value is not None and getattr(noun, name) != value}


def links_of(sheet: Sheet) -> list[tuple[str, type[Any], Kind]]:
    """The columns that point to other records: field, noun and kind."""
    return [(column.name, column.parent, column.kind) for column in sheet.columns if column.parent is not None]
