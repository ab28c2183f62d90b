"""The bin: what people deleted, with everything that went with it, kept for 30 days so that it can be put back.

An entry is written by a work that deletes (`Work.deletion`), never by undo, redo or a step undone alone. It lies in the bin
while the record it is named after is not there, and no later work has removed that record again: so undo and redo need
keep no books here. What is deleted for good leaves the undo steps as well; history keeps what the steps were called.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage import history
from coproduce.storage.journal import Images
from coproduce.storage.record_tables import bin_entries, history_records, undo_steps
from coproduce.storage.record_tables import history as lines
from coproduce.storage.rows import SHAPES

DAYS_KEPT = 30

_LONGEST_TITLE = 200
_AT_ONCE = 500

_TITLED_BY = {
    "Rate": "label",
    "Project": "title",
    "Person": "name",
    "Workshop": "title",
    "Block": "title",
    "Batch": "title",
    "BudgetLine": "title",
    "TeamMember": "name",
    "Supplier": "name",
    "LeadTime": "need",
    "Paper": "paper",
    "Arrangement": "need",
    "Requirement": "need",
    "Contribution": "words",
    "Decision": "question",
    "Option": "option",
    "Dissent": "words",
    "Change": "after",
    "Ask": "words",
    "VoteCount": "option",
    "Ballots": "ranking",
    "Objection": "words",
    "Asked": "said",
    "Action": "what",
    "DecisionVersion": "outcome",
    "Lane": "lane",
    "Reflection": "words",
    "Promise": "words",
    "OwnWords": "words",
    "Method": "title",
    "Template": "title",
    "TemplateBlock": "title",
}

Record = tuple[str, str]
"""Kind and id."""


@dataclass
class Deletion:
    """One record a work deletes, and the rows that go and change with it."""

    kind: str
    record_id: str
    images: Images = field(default_factory=Images)


@dataclass(frozen=True, slots=True)
class BinEntry:
    """One deletion in the bin. `title` is empty where the record had no words of its own; `deleted_at` is in UTC.

    `went_with` counts the other records that went, by kind.
    """

    number: int
    line: int
    kind: str
    record_id: str
    title: str
    deleted_at: datetime
    went_with: Mapping[str, int]

    def days_left(self, now: datetime) -> int:
        """How many days it can still be put back, today counted; none once it is due to go."""
        left = self.deleted_at + timedelta(days=DAYS_KEPT) - now
        return max(0, -(-left // timedelta(days=1)))


def put_in(connection: sa.Connection, line: int, deletions: Iterable[Deletion]) -> None:
    """Keep what the work of a line of history deleted. What was never stored before that work is not kept."""
    for deletion in deletions:
        gone = [(kind, record_id) for kind, record_id, _before, after in deletion.images if after is None]
        if (deletion.kind, deletion.record_id) not in gone or deletion.kind == "Setting":
            continue  # a setting that goes back to what it was at first is changed, not deleted
        went_with: dict[str, int] = {}
        for kind, record_id in gone:
            if (kind, record_id) != (deletion.kind, deletion.record_id):
                went_with[kind] = went_with.get(kind, 0) + 1
        connection.execute(
            sa.insert(bin_entries).values(
                history_id=line,
                kind=deletion.kind,
                record_id=deletion.record_id,
                title=_title(deletion),
                went_with=json.dumps(went_with),
                images=deletion.images.packed(),
            )
        )


def _title(deletion: Deletion) -> str:
    column = _TITLED_BY.get(deletion.kind)
    before = deletion.images.pairs[deletion.kind][deletion.record_id][0]
    if column is None or before is None:
        return ""
    return str(before[SHAPES[deletion.kind].columns.index(column)])[:_LONGEST_TITLE]


def entries(connection: sa.Connection) -> list[BinEntry]:
    """What lies in the bin, newest first."""
    later, theirs = history_records.alias(), lines.alias()
    removed_again = (
        sa.select(later.c.history_id)
        .join(theirs, theirs.c.id == later.c.history_id)
        .where(later.c.kind == bin_entries.c.kind, later.c.record_id == bin_entries.c.record_id)
        .where(later.c.history_id > bin_entries.c.history_id, later.c.action == "removed")
        .where(theirs.c.what == "work", theirs.c.took_back.is_(None))
    )
    own = bin_entries.c
    asked = sa.select(own.id, own.history_id, own.kind, own.record_id, own.title, lines.c.at, own.went_with)
    found = connection.execute(
        asked.join(lines, lines.c.id == own.history_id).where(~removed_again.exists()).order_by(own.history_id.desc(), own.id)
    )
    listed = [BinEntry(*row[:6], went_with=_counted(row[6])) for row in found]
    there = present(connection, [(entry.kind, entry.record_id) for entry in listed])
    return [entry for entry in listed if (entry.kind, entry.record_id) not in there]


def _counted(written: str) -> dict[str, int]:
    """What went with it, by kind; nothing where that was spoilt: the entry itself can still be put back."""
    try:
        return {str(kind): int(count) for kind, count in json.loads(written).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def entry(connection: sa.Connection, number: int) -> BinEntry:
    """One entry. Raises `Refused` where it is not in the bin."""
    for found in entries(connection):
        if found.number == number:
            return found
    raise Refused(_("That is not in the bin any more."))


def images_of(connection: sa.Connection, number: int) -> Images:
    """The rows as they were before and after a deletion."""
    return Images.unpacked(connection.execute(sa.select(bin_entries.c.images).where(bin_entries.c.id == number)).scalar_one())


def present(connection: sa.Connection, records: Iterable[Record]) -> set[Record]:
    """Those of some records that are there."""
    wanted: dict[str, list[str]] = {}
    for kind, record_id in records:
        wanted.setdefault(kind, []).append(record_id)
    found: set[Record] = set()
    for kind, ids in wanted.items():
        raw = SHAPES[kind].raw.c
        for some in _some(ids):
            found.update((kind, record_id) for record_id in connection.scalars(sa.select(raw.id).where(raw.id.in_(some))))
    return found


def holding(connection: sa.Connection, records: Iterable[Record]) -> list[BinEntry]:
    """The entries in the bin with which any of these records went, newest first."""
    records = set(records)
    of = history_records.c
    took: set[int] = set()
    for kind, record_id in records:
        took.update(connection.scalars(sa.select(of.history_id).where(of.kind == kind, of.record_id == record_id, of.action == "removed")))
    return [each for each in entries(connection) if each.line in took and records & _gone_with(connection, [each.number])]


def delete_for_good(
    connection: sa.Connection, at: datetime, numbers: Sequence[int] | None = None, *, who: str | None = None
) -> set[Record]:
    """Take entries, or all, out of the bin for good, with all that undo steps hold of them. Gives back what is gone.

    The newest step that holds any of it goes from the undo stack, and with it all that are older: they could not be
    taken back without it. Raises `Refused` where an entry is not in the bin.
    """
    there = {each.number: each for each in entries(connection)}
    wanted = list(there) if numbers is None else list(numbers)
    if not wanted or not there.keys() >= set(wanted):
        raise Refused(_("That is not in the bin any more.") if wanted else _("The bin is empty."))
    gone = _gone_with(connection, wanted)
    stale = set(connection.scalars(sa.select(bin_entries.c.id))) - there.keys()
    _drop(connection, [*wanted, *(number for number in stale if gone & _gone_with(connection, [number]))])
    _forget_steps(connection, gone)
    history.write_line(connection, at, _("Deleted for good"), "purge", Images(), who=who)
    return gone


def delete_overdue(connection: sa.Connection, at: datetime) -> None:
    """Delete for good what has lain in the bin for 30 days."""
    until = at - timedelta(days=DAYS_KEPT)
    due = [each.number for each in entries(connection) if each.deleted_at <= until]
    if due:
        delete_for_good(connection, at, due)
    old = sa.select(bin_entries.c.id).join(lines, lines.c.id == bin_entries.c.history_id).where(lines.c.at <= until)
    _drop(connection, list(connection.scalars(old)))


def has_overdue(connection: Any, at: datetime) -> bool:
    """Whether `delete_overdue` has anything to do. Takes a bare driver's connection: every opening asks."""
    oldest = connection.execute("SELECT min(at) FROM history WHERE id IN (SELECT history_id FROM bin_entries)").fetchone()[0]
    return oldest is not None and datetime.fromisoformat(oldest) <= at - timedelta(days=DAYS_KEPT)


def _gone_with(connection: sa.Connection, numbers: Iterable[int]) -> set[Record]:
    return {(kind, record_id) for number in numbers for kind, record_id, _before, after in images_of(connection, number) if after is None}


def _drop(connection: sa.Connection, numbers: Sequence[int]) -> None:
    for some in _some(numbers):
        connection.execute(sa.delete(bin_entries).where(bin_entries.c.id.in_(some)))


def _forget_steps(connection: sa.Connection, gone: set[Record]) -> None:
    """Steps that hold any of these records, those older than the newest to be undone, and those to be redone after the first."""
    of = undo_steps.c
    step_of = {line: (step, undone) for line, step, undone in connection.execute(sa.select(of.history_id, of.id, of.undone))}
    touching = {
        step_of[line]
        for kind, record_id in gone
        for line in connection.scalars(
            sa.select(history_records.c.history_id).where(history_records.c.kind == kind, history_records.c.record_id == record_id)
        )
        if line in step_of
    }
    to_undo = [step for step, undone in touching if not undone]
    to_redo = [step for step, undone in touching if undone]
    if to_undo:
        connection.execute(sa.delete(undo_steps).where(of.undone == 0, of.id <= max(to_undo)))
    if to_redo:
        connection.execute(sa.delete(undo_steps).where(of.undone == 1, of.id >= min(to_redo)))


def _some(values: Sequence[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(values), _AT_ONCE):
        yield list(values[start : start + _AT_ONCE])
