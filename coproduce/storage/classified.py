"""How much each column of a workspace says about a person: for those of the sheets as the sheets say, for the others here.

A test asks it of every column of a file, so that a new one cannot be forgotten. Source: UK GDPR, articles 4(1) and 9(1).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from coproduce.domain.sheets import SHEETS, Privacy

_NONE, _PERSONAL, _SPECIAL = Privacy.NONE, Privacy.PERSONAL, Privacy.SPECIAL

BESIDE: Mapping[str, Mapping[str, Privacy]] = {
    "alembic_version": {"version_num": _NONE},
    "bin_entries": {
        **dict.fromkeys(("id", "history_id", "kind", "record_id"), _NONE),
        **dict.fromkeys(("title", "went_with"), _PERSONAL),
        "images": _SPECIAL,
    },
    "clearings": dict.fromkeys(("history_id", "kind", "record_id", "is_final"), _NONE),
    "given_files": {
        **dict.fromkeys(("history_id", "what", "project_id", "project", "part", "for_whom"), _NONE),
        **dict.fromkeys(("reading", "form", "report_id", "made_on"), _NONE),
        **dict.fromkeys(("title", "made_by", "about"), _PERSONAL),
    },
    "history": dict.fromkeys(("id", "at", "label", "what", "took_back", "records", "who", "prev", "hash"), _NONE),
    "history_names": {**dict.fromkeys(("who", "salt"), _NONE), "name": _PERSONAL},
    "history_records": dict.fromkeys(("kind", "record_id", "history_id", "action", "fields", "commitment"), _NONE),
    "history_salts": dict.fromkeys(("kind", "record_id", "salt"), _NONE),
    "issued_reports": {
        **dict.fromkeys(("history_id", "report", "project_id", "project", "audience", "as_of", "made_on", "form", "fingerprint"), _NONE),
        **dict.fromkeys(("evidence", "equality"), _PERSONAL),
    },
    "people": {"name_key": _PERSONAL},
    "search": {"words": _SPECIAL},
    "search_config": dict.fromkeys(("k", "v"), _NONE),
    "search_data": {"id": _NONE, "block": _SPECIAL},
    "search_docsize": dict.fromkeys(("id", "sz"), _NONE),
    "search_idx": {"segid": _NONE, "term": _SPECIAL, "pgno": _NONE},
    "search_rows": {**dict.fromkeys(("id", "kind", "record_id"), _NONE), "words": _SPECIAL},
    "undo_steps": {**dict.fromkeys(("id", "history_id", "label", "undone", "size"), _NONE), "images": _SPECIAL},
}
"""Columns that no sheet has, by table: what the program keeps for itself. What holds rows of other tables counts as the most of them."""

OF_EVERY_NOUN = ("id", "entry")
"""A number or letters made by the program, and the order records were entered in: they say nothing by themselves."""


def privacy_of(table: str, column: str) -> Privacy | None:
    """How much it says about a person; None where nobody has said."""
    known = BESIDE.get(table, {}).get(column) or _of_sheets().get((table, column))
    return known or (_NONE if column in OF_EVERY_NOUN and table in _tables() else None)


@cache
def _of_sheets() -> dict[tuple[str, str], Privacy]:
    found = {}
    for sheet in SHEETS:
        table = _table_of(sheet.noun)
        found.update({(table, column.name): column.privacy for column in sheet.columns})
    return found


@cache
def _tables() -> frozenset[str]:
    return frozenset({table for table, _column in _of_sheets()} | {"issued_reports", "clearings", "given_files"})


def _table_of(noun: type[object]) -> str:
    import coproduce.storage.tables  # noqa: F401  the nouns are mapped once it is there

    mapper: Mapper[object] = inspect(noun)
    return str(mapper.local_table.name)  # type: ignore[attr-defined, unused-ignore]
