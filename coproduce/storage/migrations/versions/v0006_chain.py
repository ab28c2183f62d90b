"""History as a chain: each line is bound to all before it and to the records it touched, and says who did it where that is known.

Lines that were there are chained as they stand: nothing shows whether they were changed before. What it says is fixed for good: later
changes are revisions of their own.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NEW_HISTORY = """CREATE TABLE history_chained (
    id INTEGER NOT NULL, "at" TEXT NOT NULL, label TEXT NOT NULL, what TEXT NOT NULL, took_back INTEGER, records INTEGER NOT NULL,
    who BLOB, prev BLOB NOT NULL, hash BLOB NOT NULL,
    CONSTRAINT pk_history PRIMARY KEY (id),
    CONSTRAINT ck_history_label_length CHECK (length("label") <= 32767),
    CONSTRAINT ck_history_what_length CHECK (length("what") <= 32767),
    CONSTRAINT fk_history_took_back FOREIGN KEY(took_back) REFERENCES history (id) DEFERRABLE INITIALLY DEFERRED
) STRICT"""

_TRIGGERS = (
    "CREATE TRIGGER history_is_kept_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is only added to'); END",
    "CREATE TRIGGER history_is_kept_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is only added to'); END",
    """CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM history)
    BEGIN SELECT RAISE(ABORT, 'history has no gaps'); END""",
    """CREATE TRIGGER history_is_one_chain BEFORE INSERT ON history
    WHEN NEW.id > 1 AND NEW.prev IS NOT (SELECT hash FROM history WHERE id = NEW.id - 1)
    BEGIN SELECT RAISE(ABORT, 'history is one chain'); END""",
)


def upgrade() -> None:
    """Two tables beside the history, a column for its records, and its lines made again as a chain."""
    _beside()
    op.add_column("history_records", sa.Column("commitment", sa.LargeBinary()))
    op.execute(_NEW_HISTORY)
    _chain(op.get_bind())
    op.drop_table("history")
    op.rename_table("history_chained", "history")
    for trigger in _TRIGGERS:
        op.execute(trigger)


def _beside() -> None:
    op.create_table(
        "history_salts",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record_id", name="pk_history_salts"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "history_names",
        sa.Column("who", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("who", name="pk_history_names"),
        sa.UniqueConstraint("name", name="uq_history_names_name"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _chain(bind: sa.Connection) -> None:
    """The lines there are, each with the hash of the one before; none says who, and none has commitments."""
    order = "SELECT history_id, kind, record_id, action, fields FROM history_records ORDER BY history_id, kind, record_id"
    touched: dict[int, list[Any]] = {}
    for number, rows in groupby(bind.exec_driver_sql(order), key=itemgetter(0)):
        touched[number] = [[*row[1:], None] for row in rows]
    before = os.urandom(32)
    for line in bind.exec_driver_sql('SELECT id, "at", label, what, took_back, records FROM history ORDER BY id').fetchall():
        told = sha256(before)
        for part in ([*line, None], *touched.get(line[0], ())):
            told.update(json.dumps(part, separators=(",", ":")).encode())
        bind.exec_driver_sql("INSERT INTO history_chained VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)", (*line, before, told.digest()))
        before = told.digest()
