"""The tables beside the nouns: what was done, for good (history), how to take it back (undo steps), what was
deleted (bin), and what was printed for others (reports).
"""

from __future__ import annotations

import sqlalchemy as sa

from coproduce.storage.columns import day, entry, ident, moment, whole, words
from coproduce.storage.ground import metadata, table


def _line() -> sa.ForeignKey:
    return sa.ForeignKey("history.id", deferrable=True, initially="DEFERRED")


history = sa.Table(
    "history",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
    *moment("at"),
    *words("label", required=True),
    *words("what", required=True),
    sa.Column("took_back", sa.Integer(), _line(), nullable=True),
    *whole("records", required=True),
    sa.Column("who", sa.LargeBinary(), nullable=True),
    sa.Column("prev", sa.LargeBinary(), nullable=False),
    sa.Column("hash", sa.LargeBinary(), nullable=False),
    sqlite_strict=True,
)
"""One line for each thing that was done; `what` is one of `history.What`. Lines are only ever added, without gaps.

`took_back` is the line of the work that this work took back alone; `records` says how many it touched; `who` stands for a name in
`history_names`; `hash` binds the line to the one before it, whose hash is `prev` (see `chain`).
"""

history_records = sa.Table(
    "history_records",
    metadata,
    sa.Column("kind", sa.Text(), primary_key=True),
    sa.Column("record_id", sa.Text(), primary_key=True),
    sa.Column("history_id", sa.Integer(), _line(), primary_key=True),
    *words("action", required=True),
    *words("fields"),
    sa.Column("commitment", sa.LargeBinary(), nullable=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Which records a line touched: added, changed or removed, and for a change the names of the fields. Never a value: `commitment` stands
for the record as the line left it, and cannot be opened without its salt.
"""

history_salts = sa.Table(
    "history_salts",
    metadata,
    sa.Column("kind", sa.Text(), primary_key=True),
    sa.Column("record_id", sa.Text(), primary_key=True),
    sa.Column("salt", sa.LargeBinary(), nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The salt of the newest commitment to each record that is there; written over when the record changes, and gone with it."""

history_names = sa.Table(
    "history_names",
    metadata,
    sa.Column("who", sa.LargeBinary(), primary_key=True),
    sa.Column("salt", sa.LargeBinary(), nullable=False),
    sa.Column("name", sa.Text(), nullable=False),
    sa.UniqueConstraint("name"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The names people work under, apart from the lines, so that one can be forgotten and the chain still verifies."""

undo_steps = sa.Table(
    "undo_steps",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("history_id", sa.Integer(), _line(), nullable=False),
    *words("label", required=True),
    *whole("undone", required=True),
    *whole("size", required=True),
    sa.Column("images", sa.LargeBinary(), nullable=False),
    sqlite_strict=True,
)
"""One step for each work that can be undone or redone; `images` are the rows before and after (see `journal`)."""

bin_entries = sa.Table(
    "bin_entries",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("history_id", sa.Integer(), _line(), nullable=False),
    *words("kind", required=True),
    *words("record_id", required=True),
    *words("title", required=True),
    *words("went_with", required=True),
    sa.Column("images", sa.LargeBinary(), nullable=False),
    sqlite_strict=True,
)
"""One entry for each record a person deleted, with the rows that went and changed with it (see `bin`).

`title` is what it was called, where it has words of its own; `went_with` counts the other rows by kind, as JSON.
"""

issued_reports = table(
    "issued_reports",
    ident(),
    whole("history_id", required=True),
    words("report", required=True),
    words("project_id", required=True),
    words("project", required=True),
    words("audience", required=True),
    day("as_of", required=True),
    day("made_on", required=True),
    words("form", required=True),
    words("fingerprint", required=True),
    (sa.Column("evidence", sa.LargeBinary(), nullable=False),),
    words("equality"),
    entry(),
    extra=(sa.Index(None, "fingerprint"),),
)
"""`history_id` is the line that tells of it; `evidence` is the evidence file, whole; `equality` the true
counts behind its equality tables, as JSON, which never leave the workspace.
"""

clearings = table(
    "clearings",
    ident(),
    whole("history_id", required=True),
    words("kind", required=True),
    words("record_id", required=True),
    whole("is_final", required=True),
    entry(),
    extra=(sa.Index(None, "history_id"),),
)
"""What was cleared because its day had come: the line of history that did it, the kind (`domain.retention.Kept`) and the record.

`is_final` is 1 once nothing can bring it back.
"""

given_files = table(
    "given_files",
    ident(),
    whole("history_id", required=True),
    words("what", required=True),
    words("title"),
    words("project_id"),
    words("project"),
    words("part"),
    words("for_whom"),
    words("reading"),
    words("form"),
    words("made_by"),
    words("report_id"),
    day("made_on", required=True),
    (sa.Column("about", sa.LargeBinary(), nullable=False),),
    entry(),
)
"""Every file that left the program (`domain.given.GivenFile`), only added to. `report_id` is its line among the reports issued;
`about` the ids of the people it was for and of the words it quotes, as JSON.
"""

alembic_version = sa.Table(
    "alembic_version",
    metadata,
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where the migrations keep their place."""

_ONLY_ADDED = "BEGIN SELECT RAISE(ABORT, 'history is only added to'); END"
_CHAINED = (
    "WHEN NEW.id > 1 AND NEW.prev IS NOT (SELECT hash FROM history WHERE id = NEW.id - 1) "
    "BEGIN SELECT RAISE(ABORT, 'history is one chain'); END"
)
_NO_GAPS = "WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM history) BEGIN SELECT RAISE(ABORT, 'history has no gaps'); END"

TRIGGERS = (
    f"CREATE TRIGGER history_is_kept_update BEFORE UPDATE ON history {_ONLY_ADDED}",
    f"CREATE TRIGGER history_is_kept_delete BEFORE DELETE ON history {_ONLY_ADDED}",
    f"CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history {_NO_GAPS}",
    f"CREATE TRIGGER history_is_one_chain BEFORE INSERT ON history {_CHAINED}",
    f"CREATE TRIGGER history_records_are_kept_update BEFORE UPDATE ON history_records {_ONLY_ADDED}",
    f"CREATE TRIGGER history_records_are_kept_delete BEFORE DELETE ON history_records {_ONLY_ADDED}",
)


@sa.event.listens_for(metadata, "after_create")
def _create_triggers(_target: object, connection: sa.Connection, **_options: object) -> None:
    """SQLite only; PostgreSQL will have rights instead."""
    if connection.dialect.name == "sqlite":
        for trigger in TRIGGERS:
            connection.exec_driver_sql(trigger)
