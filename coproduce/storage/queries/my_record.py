"""Everything held about one person, gathered from every table, the bin and the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from coproduce.domain.decisions import Decision
from coproduce.domain.my_record import Done, HeldRecord, MyRecord, NamedIn, is_about, mentions, names_of
from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS, Sheet, sheet_of
from coproduce.domain.team import sees_needs
from coproduce.domain.wording import day_words
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.many_objects import many_objects
from coproduce.storage.queries.named import title_of
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.rows import SHAPES
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_BY_KIND = {sheet.noun.__name__: sheet for sheet in SHEETS}


def my_record(workspace: WorkspaceFile, person_id: str) -> MyRecord:
    """All records of the person, wherever their id or their name stands.

    Raises `Refused` where there is no such person, and as `check_may_give` does.
    """
    check_may_give(workspace)
    with many_objects(), workspace.read() as reading:
        return _Gathered(reading, reading.get(Person, person_id)).record()


def check_may_give(workspace: WorkspaceFile) -> None:
    """Raises `Refused` for whoever may not see what people need: a record that leaves it out is none."""
    if not sees_needs(workspace.right):
        raise Refused(_("Their record holds what they need, so only somebody who leads can give it to them. Ask one of the leads."))


class _Gathered:
    """One pass over everything in the workspace."""

    def __init__(self, reading: Reading, person: Person) -> None:
        self._reading = reading
        self._person = person
        self._all: dict[type[Any], dict[str, Any]] = {
            sheet.noun: {str(each.id): each for each in reading.bare(sheet.noun)} for sheet in SHEETS
        }

    def find(self, kind: type[Any], id: str) -> Any:  # noqa: A002  the word people use
        """A record of a kind, or None."""
        return self._all[kind].get(str(id))

    def record(self) -> MyRecord:
        held = tuple(self._held())
        return MyRecord(
            person=self._person,
            settings=settings_in(self._reading),
            held=held,
            deleted=tuple(self._deleted()),
            named_in=tuple(self._named_in({(each.sheet.name, str(each.record.id)) for each in held})),
            done=tuple(self._done(held)),
            titles=self._title,
        )

    def _held(self) -> Iterator[HeldRecord]:
        for sheet, record in self._everything():
            if is_about(sheet, record, self._person.id):
                yield HeldRecord(sheet, record, self._place(record))

    def _everything(self) -> Iterator[tuple[Sheet, Any]]:
        for sheet in SHEETS:
            for record in self._all[sheet.noun].values():
                yield sheet, record

    def _place(self, record: Any) -> str:
        workshop = self.find(Workshop, getattr(record, "workshop_id", None) or "")
        decision = self.find(Decision, getattr(record, "decision_id", None) or "")
        parts = [
            _("{title}, {day}").format(title=workshop.title, day=day_words(workshop.date)) if workshop else "",
            decision.question if decision else "",
        ]
        return " · ".join(filter(None, parts))

    def _title(self, kind: str, record_id: str) -> str:
        record = self.find(_BY_KIND[kind].noun, record_id)
        if record is None:
            return record_id
        if isinstance(record, Workshop):
            return _("{title}, {day}").format(title=record.title, day=day_words(record.date))
        return title_of(self, kind, record) or record_id

    def _named_in(self, theirs: set[tuple[str, str]]) -> Iterator[NamedIn]:
        names = names_of(self._person)
        for sheet, record in self._everything():
            if (sheet.name, str(record.id)) not in theirs:
                for heading, words in mentions(sheet, record, names):
                    yield NamedIn(sheet, str(record.id), heading, words, self._place(record))

    def _deleted(self) -> Iterator[tuple[datetime, HeldRecord]]:
        for entry in self._reading.bin_entries():
            for kind, _id, before, after in self._reading.bin_images(entry.number):
                if after is None and before is not None and kind in _BY_KIND:
                    record = SHAPES[kind].noun_of(before)
                    if is_about(_BY_KIND[kind], record, self._person.id):
                        yield entry.deleted_at, HeldRecord(_BY_KIND[kind], record, self._place(record))

    def _done(self, held: Iterable[HeldRecord]) -> Iterator[Done]:
        lines = [
            (line.at, Done(line.at.astimezone().date(), line.label, sheet_of(each.sheet.noun)))
            for each in held
            for line in self._reading.history_of(each.sheet.noun, str(each.record.id))
        ]
        for _at, done in sorted(dict.fromkeys(lines), key=lambda line: line[0]):
            yield done
