"""The files that left the program. Like the history the list is only added to: undo does not reach what somebody has in their hand."""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from coproduce.domain.given import For, Given, GivenFile, Read
from coproduce.domain.ids import new_row_id
from coproduce.domain.issued import IssuedReport
from coproduce.storage import issued as issued_reports
from coproduce.storage.record_tables import given_files

_WORDS = ("title", "project_id", "project", "part", "made_by", "report_id")


Files = GivenFile | Sequence[GivenFile]
"""One file, or several saved together."""


def keep(connection: sa.Connection, line: int, given: Files, issued: IssuedReport | None) -> None:
    """Add files, told of in this line of the history; a report also with what it said."""
    report_id = None if issued is None else issued_reports.keep(connection, line, issued)
    for each in (given,) if isinstance(given, GivenFile) else given:
        _add(connection, line, each, report_id)


def _add(connection: sa.Connection, line: int, given: GivenFile, report_id: str | None) -> None:
    values = {name: getattr(given, name) or None for name in _WORDS} | {"report_id": report_id}
    values |= {"what": given.what.value, "for_whom": given.for_whom.value, "reading": given.reading.value}
    about = json.dumps({"people": given.people, "quotes": given.quotes}, ensure_ascii=False).encode()
    held = {"id": str(new_row_id()), "history_id": line, "form": given.form, "made_on": given.made_on, "about": about}
    connection.execute(sa.insert(given_files).values(values | held))


def read(connection: sa.Connection) -> list[GivenFile]:
    """All of them, newest first."""
    return [_given(row) for row in connection.execute(sa.select(given_files).order_by(given_files.c.entry.desc()))]


def _given(row: sa.Row[tuple[object, ...]]) -> GivenFile:
    words = {name: getattr(row, name) or "" for name in _WORDS}
    about = json.loads(row.about)
    return GivenFile(
        what=Given(row.what),
        for_whom=For(row.for_whom),
        reading=Read(row.reading),
        form=row.form,
        made_on=row.made_on,
        people=tuple(about["people"]),
        quotes=tuple(about["quotes"]),
        id=row.id,
        **words,
    )
