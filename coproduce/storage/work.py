"""Reading nouns, and changing them: one `Work` is one transaction, one line of history and one undo step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain, groupby
from typing import Any, TypeVar, TypeVarTuple

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from coproduce.domain.codes import Right
from coproduce.domain.given import GivenFile
from coproduce.domain.history_check import CheckedCode
from coproduce.domain.issued import IssuedReport
from coproduce.domain.people import Person
from coproduce.domain.record_code import RecordCode
from coproduce.domain.retention import Kept
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage import bin as the_bin
from coproduce.storage import chain as the_chain
from coproduce.storage import clearing, erased, history, journal, putting_back, restricted, search
from coproduce.storage import given as given_files
from coproduce.storage import issued as issued_reports
from coproduce.storage.chain_check import check_history
from coproduce.storage.changes import Changes
from coproduce.storage.guard import check_images
from coproduce.storage.many_rows import in_groups, insert_rows
from coproduce.storage.noun_words import noun_word
from coproduce.storage.rows import SHAPES, complete, shape_of
from coproduce.storage.tables import TABLES

T = TypeVar("T")
Columns = TypeVarTuple("Columns")

MOST_AT_ONCE = 5_000
"""So many values are asked for in one statement: SQLite takes 32,766."""


class Reading:
    """One consistent look at the workspace. What it gives stays usable afterwards."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, kind: type[T], id: str) -> T:  # noqa: A002  the word people use
        """The record. Raises `Refused` where there is none."""
        noun = self.find(kind, id)
        if noun is None:
            raise Refused(_("There is no {noun} “{id}”. It may have been removed.").format(noun=noun_word(kind), id=id))
        return noun

    def find(self, kind: type[T], id: str) -> T | None:  # noqa: A002
        """The record, or None."""
        return self._session.get(kind, id)

    def all(self, kind: type[T], **equal: object) -> list[T]:
        """All records of a kind whose attributes equal those given, in the order they were entered."""
        table = TABLES[kind]
        return list(self._session.scalars(sa.select(kind).filter_by(**equal).order_by(table.c.entry, table.c.id)))

    def among(self, kind: type[T], values: Sequence[object], *, by: str = "id") -> list[T]:
        """All records of a kind whose attribute `by` is one of `values`, however many, in the order they were entered."""
        table = TABLES[kind]
        found: list[T] = []
        for start in range(0, len(values), MOST_AT_ONCE):
            wanted = table.c[by].in_(values[start : start + MOST_AT_ONCE])
            found += self._session.scalars(sa.select(kind).where(wanted).order_by(table.c.entry, table.c.id))
        return found

    def bare_among(self, kind: type[T], ids: Sequence[str]) -> list[T]:
        """The records of these ids, in this order, to look at only (see `bare`); one that has gone is left out."""
        held = TABLES[kind].c.id
        found: dict[str, T] = {}
        for start in range(0, len(ids), MOST_AT_ONCE):
            found |= {noun.__dict__["id"]: noun for noun in self.bare(kind, held.in_(ids[start : start + MOST_AT_ONCE]))}
        return [found[one] for one in ids if one in found]

    def rows(self, statement: sa.Select[*Columns]) -> Sequence[sa.Row[*Columns]]:
        """The rows of a SELECT; for `storage.queries`."""
        return self._session.execute(statement).all()

    def ids(self, statement: sa.Select[str]) -> list[str]:
        """The ids a SELECT of one column gives, in its order: many times quicker than `rows` where there are 100,000.

        They come as one text, since a row for each takes the driver longer than finding and sorting them. SQLite keeps the order
        of a subquery whose rows are gathered so.
        """
        found = statement.subquery()
        [(text,)] = self.rows(sa.select(sa.func.json_group_array(found.c[0])))
        ids: list[str] = json.loads(text)
        return ids

    def numbers(self, statement: sa.Select[str, int | None]) -> dict[str, int]:
        """The number a SELECT of an id and a number gives for each id, where it is known; as quick as `ids`, in no order."""
        found = statement.subquery()
        gathered = sa.func.json_group_object(found.c[0], found.c[1])
        [(text,)] = self.rows(sa.select(gathered).where(found.c[1].is_not(None)))
        numbers: dict[str, int] = json.loads(text)
        return numbers

    def bare(self, kind: type[T], condition: sa.ColumnElement[bool] | None = None) -> list[T]:
        """All records of a kind, in the order they were entered, to look at only: four times as quick as `all`.

        They know of no database, so changes to them go nowhere.
        """
        shape, table = SHAPES[kind.__name__], TABLES[kind]
        statement = sa.select(*shape.as_stored).order_by(table.c.entry, table.c.id)
        if condition is not None:
            statement = statement.where(condition)
        return [shape.noun_of(row) for row in self._session.connection().execute(statement).all()]

    def searched(self, kind: search.SearchedKind, words: str, *, most: int) -> list[str]:
        """The ids of the best `most` records in which every word of `words` begins a word (`search.matching`)."""
        return search.matching(self._session.connection(), kind, words, most)

    def bin_entries(self) -> list[the_bin.BinEntry]:
        """What lies in the bin, newest first."""
        return the_bin.entries(self._session.connection())

    def bin_entry(self, number: int) -> the_bin.BinEntry:
        """One entry of the bin. Raises `Refused` where it is not there any more."""
        return the_bin.entry(self._session.connection(), number)

    def bin_images(self, entry: int) -> journal.Images:
        """The rows as they were before and after a deletion in the bin."""
        return the_bin.images_of(self._session.connection(), entry)

    def issued(self, fingerprint: str | None = None) -> list[IssuedReport]:
        """The reports that left the program, all or those with one fingerprint; newest first."""
        return issued_reports.read(self._session.connection(), fingerprint)

    def given(self) -> list[GivenFile]:
        """The files that left the program, newest first."""
        return given_files.read(self._session.connection())

    def last_equality(self, project_id: str) -> dict[tuple[str, str], int] | None:
        """The equality counts behind the copy of a project issued last (`issued.last_equality`)."""
        return issued_reports.last_equality(self._session.connection(), project_id)

    def containing(self, kind: search.SearchedKind, words: str) -> frozenset[str]:
        """The ids of all records in which every word of `words` stands somewhere (`search.containing`)."""
        return search.containing(self._session.connection(), kind, words)

    def erased_people(self) -> frozenset[str]:
        """The ids of everybody who was erased from this file."""
        return erased.erased_people(self._session.connection())

    def hidden_people(self, codes: frozenset[str]) -> dict[str, list[Person]]:
        """Those of the codes who lie in the bin or in an undo step and nowhere else (`erased.hidden_people`)."""
        return erased.hidden_people(self._session.connection(), codes)

    def record_code(self) -> RecordCode | None:
        """The code to print on what is made from the records as they are now; None where there is no history."""
        head = the_chain.head_for_paper(self._session.connection())
        return head.code if head.number else None

    def check_history(self, code: RecordCode | None = None) -> CheckedCode:
        """Look through the history and the records for changes made behind the program's back, and hold a code against it."""
        return check_history(self._session.connection(), code)

    def cleared_for_good(self) -> frozenset[clearing.Cleared]:
        """What was cleared from this file because its day had come, and cannot come back."""
        return clearing.cleared_for_good(self._session.connection())

    def days_entered(self) -> dict[tuple[str, str], date]:
        """The day on which each record, by (kind, id), was first added."""
        return history.days_entered(self._session.connection())

    def history_of(self, kind: type[Any], id: str) -> list[history.HistoryLine]:  # noqa: A002
        """What happened to one record, oldest first."""
        return history.lines_of(self._session.connection(), kind.__name__, id)


class Work(Reading):
    """Changes to come, all or none. Attributes changed on what `get` and `all` give are noticed by themselves.

    Once the `with` block is left, `changes` says what was stored.
    """

    def __init__(self, session: Session, label: str, at: datetime, right: Right = Right.LEAD, who: str | None = None) -> None:
        super().__init__(session)
        self.changes = Changes(label, frozenset())
        self._at, self._right, self._who = at, right, who
        self._images = journal.Images()
        self._deletions: list[the_bin.Deletion] = []
        self._deletion: the_bin.Deletion | None = None
        self._is_return = False
        self._cleared: list[clearing.Cleared] = []
        event.listen(session, "do_orm_execute", _refuse_bulk_writes)
        event.listen(session, "before_flush", _complete_all)
        event.listen(session, "after_flush", self._note_flush)

    def add(self, noun: Any) -> None:
        """Add one record."""
        self._session.add(noun)

    def add_all(self, nouns: Iterable[Any]) -> None:
        """Add many at once, fast. Later changes to these same objects are not noticed: `get` them first."""
        self._session.flush()
        connection = self._session.connection()
        for kind, of_kind in groupby(nouns, type):
            shape = SHAPES[kind.__name__]
            rows = []
            for noun in of_kind:
                complete(noun)
                row = shape.row_of(noun)
                rows.append(row)
                self._images.note(shape.kind, shape.id_of(row), None, row)
            insert_rows(connection, shape.raw.name, shape.columns, rows)

    def delete(self, noun: Any) -> None:
        """Remove one record, into the bin. Refused at the end where another record still points to it."""
        with self.deletion(noun):
            self._session.delete(noun)

    @contextmanager
    def deletion(self, noun: Any) -> Iterator[None]:
        """Whatever goes or changes in here lies in the bin as one entry, named after `noun`; within another it is part of that."""
        if self._deletion is not None:
            yield
            return
        self._session.flush()
        deletion = self._deletion = the_bin.Deletion(type(noun).__name__, str(noun.id))
        try:
            yield
            self._session.flush()
        finally:
            self._deletion = None
        self._deletions.append(deletion)

    def put_back(self, entry: int) -> putting_back.Return:
        """Put back what an entry of the bin holds. Raises `Refused` where something else must be put back first, or it no longer fits."""
        self._session.flush()
        connection = self._session.connection()
        self._is_return = True
        back = putting_back.plan_return(connection, the_bin.entry(connection, entry))
        journal.put(connection, back.images, self.changes.label)
        for kind, record_id, before, after in back.images:
            self._images.note(kind, record_id, before, after)
        return back

    def note_cleared(self, kind: Kept, record_id: str) -> None:
        """This work clears something because its day has come: once the workspace is closed, nothing brings it back."""
        self._cleared.append((kind, record_id))

    def finish(self) -> None:
        """Write everything, with its undo step and its line of history. `WorkspaceFile.work` calls this."""
        self._session.flush()
        self.changes = self._images.changes(self.changes.label)
        if not self.changes.touched:
            return
        check_images(self._right, self._images)
        connection = self._session.connection()
        if not self._is_return:
            restricted.check_links(connection, self._images)
        search.keep(connection, self._images)
        line = history.write_line(connection, self._at, self.changes.label, "work", self._images, who=self._who)
        journal.remember(connection, line, self.changes.label, self._images)
        if not self._cleared:  # undo brings back what was cleared, until the file is closed
            the_bin.put_in(connection, line, self._deletions)
        clearing.note(connection, line, self._cleared)

    def finish_for_good(self, holds: erased.Holds, *, without_trace: bool = False) -> None:
        """Write everything so that nothing can bring back what was. `WorkspaceFile.erasing` calls this.

        `without_trace`: the line notes every record of the kinds that changed, so that it does not say which did.
        """
        self._session.flush()
        self.changes = self._images.changes(self.changes.label)
        check_images(self._right, self._images)
        connection = self._session.connection()
        search.keep(connection, self._images)
        told = history.as_they_stand(connection, self._images.kinds) if without_trace else self._images
        history.write_line(connection, self._at, self.changes.label, "purge", told, who=self._who)
        erased.forget(connection, holds)

    def _note_flush(self, session: Session, _context: object) -> None:
        for noun in session.new:
            row = shape_of(noun).row_of(noun)
            self._note(noun, None, row)
        for noun in chain.from_iterable(in_groups(list(session.dirty))):
            shape = shape_of(noun)
            self._note(noun, shape.row_before(noun, _changed(noun)), shape.row_of(noun))
        for noun in session.deleted:
            self._note(noun, shape_of(noun).row_before(noun, _changed(noun)), None)

    def _note(self, noun: Any, before: tuple[Any, ...] | None, after: tuple[Any, ...] | None) -> None:
        shape = shape_of(noun)
        ids = {shape.id_of(row) for row in (before, after) if row is not None}
        if len(ids) != 1:
            raise RuntimeError("the id of a record never changes")
        if before != after:
            record_id = ids.pop()
            self._images.note(shape.kind, record_id, before, after)
            if self._deletion is not None:
                self._deletion.images.note(shape.kind, record_id, before, after)


def _changed(noun: Any) -> dict[str, Any]:
    """The values that changed attributes had when they were last stored."""
    state = sa.inspect(noun)
    return {name: attribute.history.deleted[0] for name, attribute in state.attrs.items() if attribute.history.deleted}


def _complete_all(session: Session, _context: object, _instances: object) -> None:
    for noun in (*session.new, *session.dirty):
        complete(noun)


def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise RuntimeError("change records through their objects: undo and history cannot see other writes")
