# ruff: noqa: S608  every name in every statement is a constant of the program
"""What somebody sees who may not see what people need: that there is a need, and how far arranging it has got.

On such a connection temporary views stand before the tables, so whatever is asked, by any query, comes without the details. SQLite
looks for a name among what is temporary first (sqlite.org/lang_naming.html). Nothing can be written through a view.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from coproduce.domain.codes import WITHHELD, SeenBy
from coproduce.storage import tables
from coproduce.storage.record_tables import bin_entries

_FOR_ALL = f"= '{SeenBy.EVERYONE.value}'"
_SHOWN = f"r.seen_by {_FOR_ALL}"
_SHOWN_THERE = f"EXISTS (SELECT 1 FROM main.requirements k WHERE k.person_id = r.person_id AND k.need = r.need AND k.seen_by {_FOR_ALL})"
_KEPT_BACK = "r.kind IN ('Arrangement', 'Requirement')"


def withhold_needs(connection: Any) -> Any:
    """The same connection, from now on without the details of needs. Only for reading."""
    named = f"'{WITHHELD}'"
    requirements = {"need": f"CASE WHEN {_SHOWN} THEN r.need ELSE {named} END", "words": f"CASE WHEN {_SHOWN} THEN r.words END"}
    arrangements = {"need": f"CASE WHEN {_SHOWN_THERE} THEN r.need ELSE {named} END"}
    arrangements |= dict.fromkeys(("words", "not_possible_reason", "alternative", "supplier"), "NULL")
    _view(connection, tables.requirements, requirements)
    _view(connection, tables.arrangements, arrangements)
    _view(connection, bin_entries, {"title": f"CASE WHEN {_KEPT_BACK} THEN '' ELSE r.title END"})
    return connection


def _view(connection: Any, table: sa.Table, instead: Mapping[str, str]) -> None:
    columns = ", ".join(f"""{instead.get(column.name, f'r."{column.name}"')} AS "{column.name}\"""" for column in table.columns)
    connection.execute(f"CREATE TEMP VIEW {table.name} AS SELECT {columns} FROM main.{table.name} r")
