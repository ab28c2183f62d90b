"""The list of sheets is whole: every noun, every field, every column classified and explained."""

from __future__ import annotations

from dataclasses import MISSING, fields

import pytest

from coproduce.domain.sheets import SHEETS, Kind, Privacy, Sheet, sheet_named, sheet_of
from coproduce.storage.tables import NOUNS

EVERY_SHEET = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


def test_every_noun_has_a_sheet() -> None:
    assert {sheet.noun for sheet in SHEETS} == set(NOUNS)


@EVERY_SHEET
def test_every_field_has_a_column_but_ids_the_workbook_does_not_name(sheet: Sheet) -> None:
    names = {field.name for field in fields(sheet.noun)}
    columns = {column.name for column in sheet.columns}
    assert columns <= names
    assert names - columns <= {"id"}
    assert len(columns) == len(sheet.columns)


@EVERY_SHEET
def test_a_column_is_required_exactly_where_the_noun_cannot_do_without(sheet: Sheet) -> None:
    needed = {field.name for field in fields(sheet.noun) if field.default is MISSING and field.default_factory is MISSING}
    required = {column.name for column in sheet.columns if column.required}
    if sheet.name == "Workspace":
        needed.remove("value")  # a blank value is kept as an empty one
    assert required == needed


@EVERY_SHEET
def test_every_column_is_classified_and_explained(sheet: Sheet) -> None:
    for column in sheet.columns:
        assert column.privacy in Privacy, column
        assert column.help.endswith((".", "?")), column
        assert len(column.help) <= 90, column
        assert (column.codes is not None) == (column.kind in (Kind.CODE, Kind.CODES)), column
        assert (column.parent is not None) == (column.kind in (Kind.PARENT, Kind.PARENTS, Kind.PROPOSER)), column


def test_what_says_something_about_a_person_is_not_called_harmless() -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.heading in ("person_id", "led_by", "proposed_by", "name", "words", "owner"):
                assert column.privacy is not Privacy.NONE, (sheet.name, column.heading)


@EVERY_SHEET
def test_parents_stand_on_earlier_sheets_or_on_the_same(sheet: Sheet) -> None:
    earlier = [one.noun for one in SHEETS[: SHEETS.index(sheet) + 1]]
    assert all(column.parent in earlier for column in sheet.columns if column.parent is not None)


@EVERY_SHEET
def test_the_key_of_a_sheet_is_made_of_its_columns(sheet: Sheet) -> None:
    assert set(sheet.key) <= {column.name for column in sheet.columns}


def test_sheets_are_found_however_their_name_is_spelt() -> None:
    assert sheet_named("  people ") is sheet_named("People") is sheet_named("PEOPLE")
    assert sheet_named("Colours") is None
    assert all(sheet_of(sheet.noun) is sheet for sheet in SHEETS)
