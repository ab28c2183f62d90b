"""The two tables beside the nouns: what was done, for good (history), and how to take it back (undo steps)."""

from __future__ import annotations

import sqlalchemy as sa

from coproduce.storage.columns import moment, whole, words
from coproduce.storage.tables import metadata

history = sa.Table(
    "history",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
    *moment("at"),
    *words("label", required=True),
    *words("what", required=True),
    sqlite_strict=True,
)
"""One line for each work, undo and redo. `what` is work, undo, redo, restore or upgrade. Lines are only ever added, without gaps."""

history_records = sa.Table(
    "history_records",
    metadata,
    sa.Column("kind", sa.Text(), primary_key=True),
    sa.Column("record_id", sa.Text(), primary_key=True),
    sa.Column("history_id", sa.Integer(), sa.ForeignKey("history.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    *words("action", required=True),
    *words("fields"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Which records a line touched: added, changed or removed, and for a change the names of the fields. Never a value."""

undo_steps = sa.Table(
    "undo_steps",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    *words("label", required=True),
    *whole("undone", required=True),
    *whole("size", required=True),
    sa.Column("images", sa.LargeBinary(), nullable=False),
    sqlite_strict=True,
)
"""One step for each work that can be undone or redone; `images` are the rows before and after (see `journal`)."""

alembic_version = sa.Table(
    "alembic_version",
    metadata,
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where the migrations keep their place."""

_ONLY_ADDED = "BEGIN SELECT RAISE(ABORT, 'history is only added to'); END"
_NO_GAPS = "WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM history) BEGIN SELECT RAISE(ABORT, 'history has no gaps'); END"

TRIGGERS = (
    f"CREATE TRIGGER history_is_kept_update BEFORE UPDATE ON history {_ONLY_ADDED}",
    f"CREATE TRIGGER history_is_kept_delete BEFORE DELETE ON history {_ONLY_ADDED}",
    f"CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history {_NO_GAPS}",
    f"CREATE TRIGGER history_records_are_kept_update BEFORE UPDATE ON history_records {_ONLY_ADDED}",
    f"CREATE TRIGGER history_records_are_kept_delete BEFORE DELETE ON history_records {_ONLY_ADDED}",
)


@sa.event.listens_for(metadata, "after_create")
def _create_triggers(_target: object, connection: sa.Connection, **_options: object) -> None:
    """SQLite only; PostgreSQL will have rights instead."""
    if connection.dialect.name == "sqlite":
        for trigger in TRIGGERS:
            connection.exec_driver_sql(trigger)
