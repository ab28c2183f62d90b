"""The settings, read within a reading that is under way: what the promises and the currency are."""

from __future__ import annotations

from sqlalchemy import select

from coproduce.domain.workspace import Setting, WorkspaceSettings, settings_from
from coproduce.storage import tables
from coproduce.storage.work import Reading

_ALL = select(tables.settings.c.id, tables.settings.c.value)


def settings_in(reading: Reading) -> WorkspaceSettings:
    """The settings as rules use them, defaults included."""
    return settings_from(Setting(name, value) for name, value in reading.rows(_ALL))
