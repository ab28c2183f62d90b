"""Bringing an older file up to date: after a verified backup, in one transaction, and only if nothing is lost by it.

Links are not enforced meanwhile, or rebuilding a table would empty those that point to it; they are checked before the
end. Alembic is imported here and nowhere else, when an upgrade is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from coproduce.domain.history_check import AlteredRecord
from coproduce.errors import WorkspaceDamaged
from coproduce.i18n import _
from coproduce.storage import history, journal, search
from coproduce.storage.chain_check import altered_records
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.engine import make_engines
from coproduce.storage.keys import Key
from coproduce.storage.many_rows import rows_of
from coproduce.storage.rows import SHAPES
from coproduce.storage.schema import FINGERPRINTS, fingerprint

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(
    path: Path,
    key: Key | None,
    at: datetime,
    *,
    folders: Sequence[Path] = (MIGRATIONS / "versions",),
    version: int = SCHEMA_VERSION,
    fingerprints: Mapping[int, str] = FINGERPRINTS,
) -> None:
    """Run every revision the file lacks. `folders` hold them; `version` is where they lead.

    Raises `WorkspaceDamaged`, with the file as it was, where records went missing or the result is not as it should be.
    """

    def connect_without_links() -> Any:
        connection = connect(path, key)
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    engines = make_engines(connect_without_links)
    try:
        with engines.writing.begin() as connection:
            before = _counts(connection)
            has_chain = "history_salts" in before
            altered = altered_records(connection) if has_chain else set()
            run_revisions(connection, folders)
            connection.exec_driver_sql(f"PRAGMA user_version = {version}")
            _refuse_losses(path, before, _counts(connection))
            _refuse_unlike(path, connection, fingerprints[version])
            search.rebuild(connection)
            journal.forget_all(connection)
            if not has_chain:
                there = history.as_they_stand(connection, SHAPES)
                history.write_line(connection, at, _("History can be checked from here on"), "chained", there)
            filled = altered_records(connection) - altered if has_chain else ()  # what was altered before can still be seen
            changed = as_they_became(connection, filled)
            history.write_line(connection, at, _("Upgraded to a newer file version"), "upgrade", changed)
    finally:
        engines.close()


def run_revisions(connection: sa.Connection, folders: Sequence[Path], *, to: str = "head") -> None:
    """Alembic's upgrade to the newest revision, or the one named, within the transaction that `connection` has open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(str(folder).replace("%", "%%") for folder in folders))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def as_they_became(connection: sa.Connection, altered: Iterable[AlteredRecord]) -> journal.Images:
    """Records as they are now, to be noted in a line because no other line left them so."""
    images = journal.Images()
    for each in altered:
        shape = SHAPES[each.kind]
        row = rows_of(connection, shape, [each.record_id]).get(each.record_id)
        images.note(each.kind, each.record_id, None if row else (), row)
    return images


def _counts(connection: sa.Connection) -> dict[str, int]:
    names = sa.inspect(connection).get_table_names()
    return {name: connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one() for name in names}


def _refuse_losses(path: Path, before: dict[str, int], after: dict[str, int]) -> None:
    if any(after.get(name, 0) < count for name, count in before.items()):
        words = _(
            "“{name}” could not be upgraded without losing records, so it was left exactly as it was. A backup was made as well. "
            "Please report this."
        )
        raise WorkspaceDamaged(words.format(name=path.name))


def _refuse_unlike(path: Path, connection: sa.Connection, wanted: str) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None or fingerprint(connection.connection.dbapi_connection) != wanted:
        words = _("“{name}” could not be upgraded, so it was left exactly as it was. A backup was made as well. Please report this.")
        raise WorkspaceDamaged(words.format(name=path.name))
