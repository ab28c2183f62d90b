"""What a column of somebody else's table can be: the columns of a sheet, and the parts that a name or a workshop may come in."""

from __future__ import annotations

from functools import cache

from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS, Column, Kind, Privacy, Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.domain.sheets.planning import WORKSPACE
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _

FIRST_NAME, LAST_NAME = "first_name", "last_name"
PERSON_NAME = "person_name"
WORKSHOP_TITLE, WORKSHOP_DATE = "workshop_title", "workshop_date"

_NAME_PARTS = (FIRST_NAME, LAST_NAME)
_PARTS: dict[type[object], tuple[str, ...]] = {Person: (PERSON_NAME, *_NAME_PARTS), Workshop: (WORKSHOP_TITLE, WORKSHOP_DATE)}

MAPPED_SHEETS: tuple[Sheet, ...] = tuple(sheet for sheet in SHEETS if sheet is not WORKSPACE)
"""Every list that rows can be brought into. The settings of a workspace are a form, not a list."""


@cache
def parts_of(sheet: Sheet) -> dict[str, str]:
    """The parts a sheet takes, each with the field it helps to fill."""
    if sheet is PEOPLE:
        return dict.fromkeys(_NAME_PARTS, "name")
    parts: dict[str, str] = {}
    for column in sheet.columns:
        if column.kind is Kind.PARENT and column.parent in _PARTS:
            parts |= dict.fromkeys(_PARTS[column.parent], column.name)
    return parts


@cache
def fields_of(sheet: Sheet) -> tuple[str, ...]:
    """What a column can be, in the order offered: a field, with its parts behind it. A person's name comes first."""
    parts = parts_of(sheet)
    columns = sorted(sheet.columns, key=lambda column: column.name != "name") if sheet is PEOPLE else sheet.columns
    return tuple(name for column in columns for name in (column.name, *(part for part, whole in parts.items() if whole == column.name)))


def filled_by(sheet: Sheet, field: str) -> frozenset[str]:
    """The fields and parts that can fill a field."""
    return frozenset({field, *(part for part, whole in parts_of(sheet).items() if whole == field)})


def kind_of(sheet: Sheet, field: str) -> Kind:
    """What a cell of a field or a part holds."""
    if field == WORKSHOP_DATE:
        return Kind.DATE
    return sheet.by_field[field].kind if field in sheet.by_field else Kind.TEXT


def column_of(sheet: Sheet, field: str) -> Column:
    """The column of the sheet that a field, or the part of one, fills."""
    return sheet.by_field[parts_of(sheet).get(field, field)]


def has_people(sheet: Sheet) -> bool:
    """Its rows are about persons, so that what is never kept with one has no place in it."""
    return sheet is PEOPLE or any(column.parent is Person and column.privacy is Privacy.PERSONAL for column in sheet.columns)


def needed(sheet: Sheet) -> list[Column]:
    """What a new record cannot do without, but for its id, which can be made."""
    return [column for column in sheet.columns if column.required and column.kind is not Kind.ID]


def field_words(sheet: Sheet, field: str) -> str:
    """A field as people say it."""
    told = {
        FIRST_NAME: _("First name"),
        LAST_NAME: _("Last name"),
        PERSON_NAME: _("Person, by name"),
        WORKSHOP_TITLE: _("Workshop, by title"),
        WORKSHOP_DATE: _("Workshop, by date"),
        "person_id": _("Person"),
        "workshop_id": _("Workshop"),
        "project_id": _("Project"),
        "decision_id": _("Decision"),
        "contribution_id": _("What was said"),
        "id": _("Id"),
    }
    if sheet is PEOPLE:
        told |= {
            "contact_route": _("How to reach them"),
            "photo_consent": _("May they be in photographs?"),
            "quote_consent": _("May their words be printed?"),
            "name_consent": _("May their name be printed?"),
            "keep_needs_consent": _("May what they need be kept?"),
            "consents_asked_on": _("Asked about all this on"),
            "assent_on": _("The young person said yes on"),
            "named_contact": _("Whom they can turn to"),
            "inducted_on": _("Welcomed in on"),
            "induction_confirmed": _("Did they say the welcome was enough?"),
            "access_asked": _("Have they been asked what they need?"),
            "access_first_asked_on": _("First asked on"),
            "upfront_asked_on": _("Asked about money before the day on"),
            "left_reason_asked": _("Were they asked why they left?"),
            "under_18": _("Under 18?"),
            "guardian_consent_on": _("Parent or guardian agreed on"),
            "retain_until": _("Keep their record until"),
            "restricted_on": _("Kept, but not used, from"),
            "restricted_reason": _("Why it is not used"),
            "equality_stopped_on": _("No equality questions from"),
        }
    return told.get(field) or field.replace("_", " ").capitalize()
