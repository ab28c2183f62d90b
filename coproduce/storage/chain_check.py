# ruff: noqa: S608  every name in every statement is that of a table or a column of ours
"""Looking through the whole chain: each line against the one before, and each record against the newest line about it.

A record changed behind the program's back no longer opens the commitment of its newest line; one put in or taken out has no line that
says so. It reads the tables themselves, past anything that withholds needs, and tells no values.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from coproduce.domain.history_check import Altered, AlteredRecord, Answer, CheckedCode, CheckedHistory, PutBack
from coproduce.domain.record_code import RecordCode
from coproduce.storage.chain import Line, Touched, code_of, commitment, driver_of, head_for_paper, line_hash, who_code
from coproduce.storage.rows import SHAPES, Row, RowShape

_LINES = 'SELECT id, "at", label, what, took_back, records, "who", prev, "hash" FROM main.history ORDER BY id'
_RECORDS = "SELECT history_id, kind, record_id, action, fields, commitment FROM main.history_records ORDER BY history_id, kind, record_id"

Newest = dict[tuple[str, str], bytes | None]
"""The commitment of the newest line about each record; None for one that was removed. Records no line commits to are left out."""


@dataclass
class _Walk:
    """What is known so far on the way through the lines."""

    newest: Newest = field(default_factory=dict)
    lines: int = 0
    hash: bytes = b""
    broken_at: int | None = None
    chained_at: int = 1
    since: datetime | None = None
    put_back: list[PutBack] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    """Lines lost in damage, whole or in part, that no rescue has told of yet."""
    rescued: list[int] = field(default_factory=list)
    """The same once a later line says that the file was rescued."""
    wanted: bytes | None = None
    """The hash of the line somebody has a code of."""

    def take(self, line: Line, before: bytes, stated: bytes, touched: list[Touched]) -> None:
        """Go one line on."""
        self.lines += 1
        follows = line.number == self.lines and (self.lines == 1 or before == self.hash)
        if follows and (line.what == "lost" or len(touched) < line.records):
            self.lost.append(line.number)
        elif not (follows and line.records == len(touched) and line_hash(before, line, touched) == stated):
            self.break_at(self.lines)
        self.hash, self.lines = stated, line.number
        if line.what == "chained" and self.since is None:
            self.chained_at, self.since = line.number, _moment(line.at)
        if line.what == "rescue":
            self.rescued, self.lost = self.rescued + self.lost, []
        if line.what == "restore":
            self.put_back.append(PutBack(line.number, _moment(line.at)))
        for each in touched:
            if each.commitment is not None or each.action == "removed":
                self.newest[each.kind, each.record_id] = each.commitment

    def break_at(self, number: int) -> None:
        """The first break is what counts."""
        self.broken_at = number if self.broken_at is None else min(number, self.broken_at)


def check_history(connection: sa.Connection, code: RecordCode | None = None) -> CheckedCode:
    """Look through everything, and hold a code against it where there is one. 100,000 lines take about a second."""
    driver = driver_of(connection)
    walk = _walk(driver, None if code is None else code.number)
    paper = head_for_paper(connection) if walk.lines and walk.broken_at is None else None
    found = CheckedHistory(
        lines=walk.lines,
        head=code_of(walk.lines, walk.hash) if walk.lines else None,
        broken_at=walk.broken_at,
        altered=tuple(_altered(driver, walk.newest)),
        names_changed=_is_a_name_changed(driver),
        chained_at=walk.chained_at,
        since=walk.since,
        put_back=tuple(walk.put_back),
        lost=tuple(walk.rescued),
        on_paper=paper.code if paper is not None and paper.number else None,
    )
    return CheckedCode(found, code, None if code is None else _answer(code, walk))


def altered_records(connection: sa.Connection) -> set[AlteredRecord]:
    """The records that are not as history left them, also in a file that is about to be upgraded."""
    driver = driver_of(connection)
    return set(_altered(driver, _walk(driver, None).newest))


def _answer(code: RecordCode, walk: _Walk) -> Answer:
    if code.number > walk.lines:
        return Answer.BEYOND
    is_broken_before = walk.broken_at is not None and walk.broken_at <= code.number
    if walk.wanted is None or is_broken_before or code_of(code.number, walk.wanted) != code:
        return Answer.CHANGED_BEFORE
    return Answer.AGREES


def _walk(driver: Any, wanted: int | None) -> _Walk:
    walk = _Walk()
    groups = groupby(driver.execute(_RECORDS), key=itemgetter(0))
    number, rows = next(groups, (None, iter(())))
    for *held, before, stated in driver.execute(_LINES):
        line = Line(*held)
        while number is not None and number < line.number:  # records of a line that is not there
            walk.break_at(number)
            number, rows = next(groups, (None, iter(())))
        touched: list[Touched] = []
        if number == line.number:
            touched = [Touched(*row[1:]) for row in rows]
            number, rows = next(groups, (None, iter(())))
        walk.take(line, before, stated, touched)
        if line.number == wanted:
            walk.wanted = stated
    if number is not None:
        walk.break_at(number)
    for lost in walk.lost:
        walk.break_at(lost)
    return walk


def _altered(driver: Any, newest: Newest) -> Iterator[AlteredRecord]:
    """Every record that is not as its newest line left it, by kind and id."""
    salts = {(kind, record_id): salt for kind, record_id, salt in driver.execute("SELECT kind, record_id, salt FROM main.history_salts")}
    there: set[tuple[str, str]] = set()
    for kind, shape in SHAPES.items():
        columns = _columns_there(driver, shape)
        for row in _rows(driver, shape, columns):
            record = (kind, row[columns.index("id")])
            there.add(record)
            held, salt = newest.get(record), salts.get(record)
            if held is None:
                yield AlteredRecord(*record, Altered.ADDED)
            elif salt is None or not hmac.compare_digest(commitment(salt, kind, columns, row), held):
                yield AlteredRecord(*record, Altered.CHANGED)
    for record in sorted(record for record, held in newest.items() if held is not None and record not in there):
        yield AlteredRecord(*record, Altered.REMOVED)


def _columns_there(driver: Any, shape: RowShape) -> tuple[str, ...]:
    """The columns of a kind that the file has: one that is about to be upgraded lacks some."""
    found = {name for (name,) in driver.execute("SELECT name FROM main.pragma_table_info(?)", (shape.raw.name,))}
    return tuple(name for name in shape.columns if name in found)


def _rows(driver: Any, shape: RowShape, columns: Sequence[str]) -> Iterator[Row]:
    names = ", ".join(f'"{name}"' for name in columns)
    return iter(driver.execute(f'SELECT {names} FROM main."{shape.raw.name}" ORDER BY id') if names else ())


def _is_a_name_changed(driver: Any) -> bool:
    found = driver.execute('SELECT "who", salt, name FROM main.history_names')
    return any(who_code(salt, name) != who for who, salt, name in found)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)
