"""The reports that left the program. Like the history it is only added to: undo does not reach a page that somebody has in their hand."""

from __future__ import annotations

import json

import sqlalchemy as sa

from coproduce.domain.ids import new_row_id
from coproduce.domain.issued import IssuedReport
from coproduce.storage.record_tables import issued_reports

_SHOWN = [issued_reports.c[name] for name in ("report", "project_id", "project", "audience", "as_of", "made_on", "form", "fingerprint")]


def keep(connection: sa.Connection, line: int, issued: IssuedReport) -> str:
    """Add one, told of in this line of the history; gives its id."""
    values = {column.name: getattr(issued, column.name) for column in _SHOWN}
    counts = None if issued.equality is None else json.dumps(issued.equality, ensure_ascii=False)
    issued_id = str(new_row_id())
    held = {"id": issued_id, "history_id": line, "evidence": issued.evidence.encode(), "equality": counts}
    connection.execute(sa.insert(issued_reports).values(values | held))
    return issued_id


def read(connection: sa.Connection, fingerprint: str | None = None) -> list[IssuedReport]:
    """All of them, or those with one fingerprint; newest first."""
    asked = sa.select(issued_reports.c.id, issued_reports.c.evidence, *_SHOWN).order_by(issued_reports.c.entry.desc())
    if fingerprint is not None:
        asked = asked.where(issued_reports.c.fingerprint == fingerprint)
    return [IssuedReport(**{**row._mapping, "evidence": row.evidence.decode()}) for row in connection.execute(asked)]


def last_equality(connection: sa.Connection, project_id: str) -> dict[tuple[str, str], int] | None:
    """The counts behind the equality tables of the copy of a project issued last; None where no copy showed any."""
    own = issued_reports.c
    asked = sa.select(own.equality).where(own.project_id == project_id, own.equality.is_not(None)).order_by(own.entry.desc()).limit(1)
    held = connection.scalar(asked)
    return None if held is None else {(question, answer): count for question, answer, count in json.loads(held)}
