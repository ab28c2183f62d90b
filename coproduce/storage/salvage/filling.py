# ruff: noqa: S608  every name in every statement is that of a table or a column of ours
"""What was gathered, put into an empty workspace of the same version, so that it keeps every rule the program knows.

A value that cannot be right is left blank, and a row that still does not fit is left out. A record that points to one that is lost
points to nothing any more where it may; where it may not, the lost one gets a stand-in, so that nothing else is lost with it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlcipher3 import dbapi2 as driver

from coproduce.i18n import _
from coproduce.storage.chain import first_link
from coproduce.storage.column_types import fold_name, in_utc
from coproduce.storage.noun_words import known_kinds
from coproduce.storage.salvage.gathering import Gathered, Row
from coproduce.storage.salvage.reference import Reference, Table, insert
from coproduce.storage.schema import checks_of
from coproduce.storage.watching import keep_on

_HISTORY = "history"
_TELL_OF_A_KIND = ("history_records", "bin_entries")
_FAILED = re.compile(r"CHECK constraint failed: (ck_\w+)")


@dataclass
class Filled:
    """What became of it, counted by table. `cut` counts by (table, column); `stand_ins` are (table, id)."""

    saved: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    blanked: Counter[tuple[str, str]] = field(default_factory=Counter)
    cut: Counter[tuple[str, str]] = field(default_factory=Counter)
    stand_ins: list[tuple[str, str]] = field(default_factory=list)
    history_gaps: int = 0


def fill(connection: Any, gathered: Gathered, at: datetime) -> Filled:
    """Write everything through an open connection, within its transaction; links are not enforced meanwhile."""
    return _Filling(connection, gathered, at).filled


class _Filling:
    def __init__(self, connection: Any, gathered: Gathered, at: datetime) -> None:
        self._connection, self._gathered, self._at = connection, gathered, at
        self._tables = Reference(gathered.version).tables
        self._checks = {name: checks_of(table.sql) for name, table in self._tables.items()}
        self._lists = {
            name: [column for column in table.columns if f"ck_{name}_{column}_list" in self._checks[name]]
            for name, table in self._tables.items()
        }
        self.filled = Filled()
        self._last_line = 1
        self._put_history()
        for table in self._tables.values():
            if table.name != _HISTORY:
                for row in _in_order(table, gathered.rows.get(table.name, {})):
                    keep_on(1)
                    self._put(table, row)
        self._mend_links()

    def _put(self, table: Table, row: Row) -> bool:
        """Add a row, with what cannot be right left blank; counted where it cannot be added at all."""
        for column, kind in table.kinds.items():
            if row[column] is not None and type(row[column]) is not kind:
                self._blank(table, row, column)
        for column in self._lists[table.name]:
            if not _is_list(row[column]):
                self._blank(table, row, column)
                row[column] = "[]"
        for _again in row if self._can_be(table, row) else ():
            try:
                self._connection.execute(insert(table.name, tuple(row)), tuple(row.values()))
            except driver.IntegrityError as error:
                failed = _FAILED.search(str(error))
                wrong = self._checked(table, row, failed[1]) if failed else None
                if wrong is None:
                    break
                self._blank(table, row, wrong)
            except (driver.OperationalError, OverflowError) as error:
                if "full" in str(error):
                    raise
                break
            else:
                self.filled.saved[table.name] += 1
                return True
        self.filled.left_out[table.name] += 1
        return False

    def _can_be(self, table: Table, row: Row) -> bool:
        """It tells of a kind of record there is, and of a line of history there is."""
        line = row.get("history_id", 1)
        is_of_a_line = table.name == _HISTORY or (isinstance(line, int) and 1 <= line <= self._last_line)
        return is_of_a_line and (table.name not in _TELL_OF_A_KIND or row["kind"] in known_kinds())

    def _blank(self, table: Table, row: Row, column: str) -> None:
        row[column] = None
        self.filled.blanked[table.name, column] += 1

    def _checked(self, table: Table, row: Row, check: str) -> str | None:
        """The column a check looks at, where it may be blank."""
        says = self._checks[table.name].get(check, "")
        return next((name for name, value in row.items() if f'"{name}"' in says and value is not None and name not in table.needed), None)

    def _put_history(self) -> None:
        """Its lines have no gaps: each that is lost gets one that says so."""
        found = {int(row["id"]): row for row in self._gathered.rows.get(_HISTORY, {}).values()}
        pointed = [
            row["history_id"]
            for name, rows in self._gathered.rows.items()
            if name != _HISTORY
            for row in rows.values()
            if "history_id" in row
        ]
        last = max([number for number in [*found, *pointed] if isinstance(number, int) and 0 < number < 10**9], default=0)
        if last > 4 * (len(found) + len(pointed)) + 1000:  # a number that was damaged
            last = max(found, default=0) if max(found, default=0) < 4 * len(found) + 1000 else len(found)
        self._last_line = last
        moment = next((found[number]["at"] for number in sorted(found)), in_utc(self._at.astimezone(UTC)))
        table = self._tables[_HISTORY]
        for number in range(1, last + 1):
            row = found.get(number)
            if row is not None:
                if not isinstance(row["took_back"], int) or not 0 < row["took_back"] <= last:
                    row["took_back"] = None
                if not _is_moment(row["at"]):
                    row["at"] = moment
                moment = row["at"]
                if self._put(table, row):
                    continue
            lost: Row = {
                "id": number,
                "at": moment,
                "label": _("A line that was lost when the file was damaged"),
                "what": "lost",
                "records": 0,
            }
            if "hash" in table.columns:
                lost |= self._links(number, found.get(number + 1))
            self._connection.execute(insert(_HISTORY, tuple(lost)), tuple(lost.values()))
            self.filled.history_gaps += 1

    def _links(self, number: int, following: Row | None) -> Row:
        """What binds a lost line to its neighbours: the one after it still says which hash it had, so codes made later still agree."""
        before = self._connection.execute("SELECT hash FROM history WHERE id = ?", (number - 1,)).fetchone()
        own = following and following["prev"]
        return {"prev": before[0] if before else first_link(), "hash": own if isinstance(own, bytes) and own else first_link()}

    def _mend_links(self) -> None:
        """Until nothing points to what is not there."""
        for _again in range(20):
            broken = {(table, parent, link) for table, _row, parent, link in self._connection.execute("PRAGMA foreign_key_check")}
            if not broken:
                return
            for table, parent, link in sorted(broken):
                self._mend(table, parent, link)

    def _mend(self, table: str, parent: str, link: int) -> None:
        column = next(line[3] for line in self._connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall() if line[0] == link)
        lost = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT id FROM "{parent}")'
        if column in self._tables[table].needed:
            for (record_id,) in self._connection.execute(f'SELECT DISTINCT "{column}" FROM "{table}" WHERE {lost}').fetchall():
                self._stand_in(parent, record_id)
        else:
            done = self._connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE {lost}').rowcount
            self.filled.cut[table, column] += done

    def _stand_in(self, table: str, record_id: str) -> None:
        """A record in the place of one that is lost: what it needs is made up, and its words say so."""
        known = self._tables[table]
        links = {line[3]: line[2] for line in self._connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()}
        row: Row = {"id": record_id}
        for column in known.columns:
            if column in known.needed and column != "id":
                row[column] = self._link(links[column]) if column in links else self._made_up(known, column, record_id)
        if "name_key" in row:
            row["name_key"] = fold_name(str(row["name"]))
        self._connection.execute(insert(table, tuple(row)), tuple(row.values()))
        self.filled.stand_ins.append((table, record_id))

    def _link(self, parent: str) -> str:
        """What a stand-in points to: the only record there is, else one more that is lost."""
        found = self._connection.execute(f'SELECT id FROM "{parent}" LIMIT 2').fetchall()
        return str(found[0][0]) if len(found) == 1 else "LOST"

    def _made_up(self, table: Table, column: str, record_id: str) -> Any:
        if table.kinds[column] is int:
            return 0
        says = {name.rsplit("_", 1)[-1]: text for name, text in self._checks[table.name].items() if f'"{column}"' in text}
        if "known" in says:
            return says["known"].split("'")[1]
        if "list" in says:
            return "[]"
        if "day" in says:
            return date(self._at.year, self._at.month, self._at.day).isoformat()
        return _("Lost in the damage: {id}").format(id=record_id)


def _in_order(table: Table, rows: dict[Any, Row]) -> Iterator[Row]:
    """By number, so that what is read twice is kept as it was first."""
    yield from (rows[key] for key in (sorted(rows, key=repr) if table.is_index else sorted(rows)))


def _is_list(text: object) -> bool:
    try:
        return isinstance(json.loads(str(text)), list)
    except ValueError:
        return False


def _is_moment(text: object) -> bool:
    try:
        return in_utc(datetime.fromisoformat(str(text))) == text
    except ValueError:
        return False
