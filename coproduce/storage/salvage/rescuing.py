"""Rescuing a damaged workspace: what can be read of it goes into a new file, and a list beside that says what could not.

The damaged file is only read, byte by byte, and never opened as a database: nothing about it changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coproduce.errors import PassphraseNeeded, Refused, WorkspaceDamaged, WrongPassphrase
from coproduce.i18n import _
from coproduce.storage import erased, history, search
from coproduce.storage.backup import flush, flush_folder, remove_with_companions
from coproduce.storage.chain_check import altered_records
from coproduce.storage.checks import could_be_protected, look, looking_into, start_of
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.copies import copies_of
from coproduce.storage.engine import make_engines
from coproduce.storage.faults import disk_in_words
from coproduce.storage.keys import SALT_BYTES, Key, key_with
from coproduce.storage.places import refuse_unsuitable
from coproduce.storage.salvage.filling import Filled, fill
from coproduce.storage.salvage.gathering import Gathered, gather
from coproduce.storage.salvage.lost import Lost, Rescued, lost_lines
from coproduce.storage.salvage.pages import PLAIN, first_pages, fits, plain_pages, protected_pages, raw_pages
from coproduce.storage.salvage.reference import build
from coproduce.storage.tables import TABLES
from coproduce.storage.upgrading import as_they_became, upgrade

LARGEST = 2 * 1024**3
"""Bytes of a damaged file: all of it is held in memory while it is read."""


def words_beside(made: Path) -> Path:
    """Where the list of what was lost lies."""
    return made.with_name(f"{made.stem} " + _("what was lost") + ".txt")


def suggested_name(path: Path) -> str:
    """What the new file could be called."""
    return f"{path.stem} " + _("rescued") + path.suffix


def rescue(path: Path, to: Path, passphrase: str | None, at: datetime, folders: Sequence[Path | None] = (None,)) -> Rescued:
    """Read every row of the workspace at `path` whose page is whole, and write them into a new one at `to`, protected as that one was.

    `folders` are where its backups may lie (None is beside it): a backup knows the first bytes of a protected file where they are damaged.
    Raises `Refused` where there is a file at `to`, `WrongPassphrase` or `PassphraseNeeded`, and `WorkspaceDamaged` where nothing is left.
    """
    path, to = path.resolve(), to.resolve()
    if to.exists() or to == path:
        raise Refused(_("There is already a file called “{name}” there. Choose another name.").format(name=to.name), field="path")
    _start, size = start_of(path)
    if size > LARGEST:
        raise Refused(_("“{name}” is too large to be rescued on this computer. It was not changed. Open a backup.").format(name=path.name))
    refuse_unsuitable(to)
    with disk_in_words(path):
        raw = raw_pages(path)
    key = _key(path, raw, passphrase, folders)
    gathered = gather(plain_pages(raw) if key is None else protected_pages(raw, key))
    if not any(rows for name, rows in gathered.rows.items() if name not in ("history", "history_records")):
        words = _("Nothing of “{name}” can be read any more, so no new file was made. It was not changed. Look for a copy elsewhere.")
        raise WorkspaceDamaged(words.format(name=path.name))
    with disk_in_words(to):
        return _write(path, to, key, gathered, at)


def _write(path: Path, to: Path, key: Key | None, gathered: Gathered, at: datetime) -> Rescued:
    part = to.with_name(f"{to.name}.part")
    remove_with_companions(part)
    try:
        lost = _fill(part, key, gathered, at)
        if gathered.version < SCHEMA_VERSION:
            upgrade(part, key, at)
        _say_so(part, key, at)
        with looking_into(part, key, "rw") as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA journal_mode = WAL")
        flush(part)
        look(part, key, "immutable")
        part.replace(to)
    finally:
        remove_with_companions(part)
    lines = lost_lines(lost, path, to)
    words_beside(to).write_text("\n".join(lines) + "\n", encoding="utf-8")
    flush_folder(to.parent)
    erased.carry_beside(path, to)
    missing = sum(map(len, lost.missing.values())) + lost.filled.left_out.total() + lost.unplaced
    saved = sum(lost.filled.saved[table.name] for table in TABLES.values())
    return Rescued(to, words_beside(to), lines, saved, missing)


def _fill(part: Path, key: Key | None, gathered: Gathered, at: datetime) -> Lost:
    def connect_without_links() -> Any:
        connection = connect(part, key, "rwc")
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    engines = make_engines(connect_without_links)
    try:
        with engines.writing.begin() as connection:
            build(connection, gathered.version)
            filled = fill(connection.connection.driver_connection, gathered, at)
            missing = _missing(connection.connection.driver_connection, gathered, filled)
            if gathered.version == SCHEMA_VERSION:  # an upgrade makes it as well
                search.rebuild(connection)
    finally:
        engines.close()
    return Lost(filled, missing, gathered.gaps, gathered.spoilt, gathered.unplaced)


def _say_so(part: Path, key: Key | None, at: datetime) -> None:
    """The last line of the history, which notes the records that are not as the line before left them."""
    engines = make_engines(lambda: connect(part, key, "rw"))
    try:
        with engines.writing.begin() as connection:
            changed = as_they_became(connection, altered_records(connection))
            history.write_line(connection, at, _("Rescued from a damaged file"), "rescue", changed)
    finally:
        engines.close()


def _missing(connection: Any, gathered: Gathered, filled: Filled) -> dict[str, list[str]]:
    """The ids that an index or the history still names and no row has."""
    named: dict[str, set[str]] = {table: set(ids) for table, ids in gathered.known.items()}
    for kind, record_id in connection.execute(_STILL_THERE):
        table = _TABLE_OF.get(kind)
        if table is not None and table in gathered.rows:
            named.setdefault(table, set()).add(record_id)
    found = {}
    stand_ins = set(filled.stand_ins)
    for table, ids in named.items():
        there = {record_id for (record_id,) in connection.execute(f'SELECT id FROM "{table}"') if (table, record_id) not in stand_ins}  # noqa: S608
        if ids - there:
            found[table] = sorted(ids - there)
    return found


_TABLE_OF = {noun.__name__: table.name for noun, table in TABLES.items()}
_STILL_THERE = """
    SELECT kind, record_id FROM (SELECT kind, record_id, action, max(history_id) FROM history_records GROUP BY kind, record_id)
    WHERE action <> 'removed'
"""


def _key(path: Path, raw: list[bytes], passphrase: str | None, folders: Sequence[Path | None]) -> Key | None:
    """The key that proves any page; None for a file without protection."""
    if not _is_protected(raw):
        return None
    if not passphrase:
        raise PassphraseNeeded(_("“{name}” is protected. It was not changed. Type its passphrase to rescue it.").format(name=path.name))
    key = _proved(path, raw, passphrase, folders)
    if key is not None:
        return key
    words = _(
        "No page of “{name}” can be opened with this passphrase. Nothing was changed. Type it again; if you are sure of it, open a backup."
    )
    raise WrongPassphrase(words.format(name=path.name))


def proved_key(path: Path, passphrase: str | None, folders: Sequence[Path | None]) -> Key | None:
    """The key by which some page of a protected file can be read, whatever became of its beginning; None where there is none."""
    raw = first_pages(path)
    return _proved(path, raw, passphrase, folders) if passphrase and _is_protected(raw) else None


def _is_protected(raw: list[bytes]) -> bool:
    """It does not begin as others do, and most pages that hold anything look like chance. The first alone would not tell."""
    held = [page for page in raw[:32] if any(page)]
    return bool(held) and not raw[0].startswith(PLAIN) and 2 * sum(map(could_be_protected, held)) > len(held)


def _proved(path: Path, raw: list[bytes], passphrase: str, folders: Sequence[Path | None]) -> Key | None:
    salts = [raw[0][:SALT_BYTES]]
    for folder in folders:
        for copy in copies_of(path, folder):
            with copy.path.open("rb") as file:
                salts.append(file.read(SALT_BYTES))
    keys = (key_with(salt, passphrase) for salt in dict.fromkeys(salts))
    return next((key for key in keys if fits(raw, key)), None)
