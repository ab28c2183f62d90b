"""Whoever has the file and its passphrase and changes it without the program, by itself or with the chain made anew."""

from __future__ import annotations

import os
from itertools import groupby
from operator import itemgetter

from coproduce.storage.chain import Line, Touched, commitment, line_hash, who_code
from coproduce.storage.connection import connect
from coproduce.storage.rows import SHAPES


class Forger:
    """A bare connection without the triggers that refuse changes to history, nor the check of links."""

    def __init__(self, path):
        self.connection = connect(path)
        self.run("PRAGMA foreign_keys = OFF")
        for (name,) in self.run("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history%'"):
            sql = self.run("SELECT sql FROM sqlite_master WHERE name = ?", name)[0][0]
            self.run(f"DROP TRIGGER {name}")
            self._triggers = [*getattr(self, "_triggers", []), sql]

    def run(self, statement, *values):
        return self.connection.execute(statement, values).fetchall()

    @property
    def last(self):
        return self.run("SELECT max(id) FROM history")[0][0]

    def close(self):
        """Leave the file as the program expects it, so that it opens."""
        for table in ("undo_steps", "bin_entries"):
            self.run(f"DELETE FROM {table} WHERE history_id NOT IN (SELECT id FROM history)")
        for sql in self._triggers:
            self.run(sql)
        self.connection.close()

    def rebuild(self):
        """Make every hash anew from the lines and records that are there, as the program would have."""
        order = "SELECT history_id, kind, record_id, action, fields, commitment FROM history_records ORDER BY history_id, kind, record_id"
        touched = {number: [Touched(*row[1:]) for row in rows] for number, rows in groupby(self.run(order), key=itemgetter(0))}
        before = self.run("SELECT prev FROM history WHERE id = 1")[0][0]
        for row in self.run("SELECT id, at, label, what, took_back, records, who FROM history ORDER BY id"):
            told = line_hash(before, Line(*row), touched.get(row[0], []))
            self.run("UPDATE history SET prev = ?, hash = ? WHERE id = ?", before, told, row[0])
            before = told

    def commit_anew(self, kind, record_id):
        """Commit the newest line about a record to what the record says now."""
        shape, salt = SHAPES[kind], os.urandom(16)
        names = ", ".join(f'"{name}"' for name in shape.columns)
        [row] = self.run(f"SELECT {names} FROM {shape.raw.name} WHERE id = ?", record_id)
        [[line]] = self.run("SELECT max(history_id) FROM history_records WHERE kind = ? AND record_id = ?", kind, record_id)
        held = commitment(salt, kind, shape.columns, row)
        where = "WHERE kind = ? AND record_id = ?"
        self.run(f"UPDATE history_records SET commitment = ? {where} AND history_id = ?", held, kind, record_id, line)
        self.run(f"UPDATE history_salts SET salt = ? {where}", salt, kind, record_id)

    def renumber(self, number, new):
        """Give a line another number, with its records."""
        self.run("UPDATE history SET id = ? WHERE id = ?", new, number)
        self.run("UPDATE history_records SET history_id = ? WHERE history_id = ?", new, number)

    def swap(self, one, other):
        """Two lines in each other's place."""
        self.renumber(one, -1)
        self.renumber(other, one)
        self.renumber(-1, other)

    def take_out(self, number):
        """A line and its records, as though it had never been, with those after it moved up."""
        self.run("DELETE FROM history_records WHERE history_id = ?", number)
        self.run("DELETE FROM history WHERE id = ?", number)
        for later in range(number + 1, self.last + 1):
            self.renumber(later, later - 1)

    def put_in(self, number, label):
        """A line that was never written, with those after it moved down."""
        for later in range(self.last, number - 1, -1):
            self.renumber(later, later + 1)
        self.run(
            "INSERT INTO history (id, at, label, what, records, prev, hash) VALUES (?, '2026-01-01T10:00:00Z', ?, 'work', 0, x'00', x'00')",
            number,
            label,
        )

    def pretend(self, number, name):
        """Say that somebody else did it, with a name that opens."""
        salt = os.urandom(16)
        self.run("INSERT INTO history_names VALUES (?, ?, ?)", who_code(salt, name), salt, name)
        self.run("UPDATE history SET who = ? WHERE id = ?", who_code(salt, name), number)


def one_cell(table, **values):
    """One cell changed behind the program's back, in the record of an id or the line of a number."""
    [(column, value), (key, wanted)] = values.items()
    return lambda forger: forger.run(f'UPDATE {table} SET "{column}" = ? WHERE "{key}" = ?', value, wanted)
