"""Taking back what was done, and doing it again: the newest step, one step alone, or all back to one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from coproduce.domain.codes import Right
from coproduce.i18n import _
from coproduce.storage import history, journal, search, steps
from coproduce.storage.changes import Changes
from coproduce.storage.guard import check_images
from coproduce.storage.many_objects import many_objects
from coproduce.storage.steps import Step, TouchedRecord


class Undoing(ABC):
    """The part of an open workspace that undo, redo and the list of steps are asked of."""

    is_read_only: bool
    _right: Right
    _who: str | None
    _clock: Callable[[], datetime]

    @abstractmethod
    def _writing(self, label: str) -> AbstractContextManager[Session]:
        """One transaction that writes."""

    @abstractmethod
    def _looking(self) -> AbstractContextManager[Connection]:
        """One look."""

    @abstractmethod
    def _announce(self, changes: Changes) -> None:
        """Tell whoever listens."""

    def undo(self) -> Changes:
        """Take back the newest work. Raises `Refused` where there is none or its records have moved on."""
        return self._step(undone=False)

    def redo(self) -> Changes:
        """Do again what was undone last. Raises `Refused` where there is none or its records have moved on."""
        return self._step(undone=True)

    def steps(self) -> list[Step]:
        """Everything that was done, newest first."""
        with self._looking() as connection:
            return list(steps.read_trail(connection).steps())

    def records_of(self, number: int, *, most: int = 150) -> list[TouchedRecord]:
        """The records step `number` touched, at most so many."""
        with self._looking() as connection:
            return steps.records_of(connection, number, most)

    def steps_about(self, kind: str, record_id: str) -> frozenset[int]:
        """The numbers of the steps that touched one record."""
        with self._looking() as connection:
            return steps.steps_about(connection, kind, record_id)

    def only_records(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Of these steps those that touched one record, with its (kind, id)."""
        with self._looking() as connection:
            return steps.only_records(connection, numbers)

    def dependants(self, number: int) -> list[Step]:
        """The later steps that lean on step `number`, newest first; none where it can be undone alone.

        Raises `Refused` where it cannot be undone at all: it is undone already, too old, or nobody's work.
        """
        with self._looking() as connection:
            return steps.dependants(connection, steps.read_trail(connection), number)

    def undo_alone(self, number: int) -> Changes:
        """Take back step `number` and leave the later ones: a work of its own, which can be undone.

        Raises `Refused`, naming the later steps, where they lean on it.
        """
        with many_objects(), self._writing(_("Undo this step")) as session:
            connection = session.connection()
            trail = steps.read_trail(connection)
            step = trail.step(number)
            images = steps.images_to_undo(connection, trail, number)
            check_images(self._right, images)
            steps.refuse_where_leaned_on(step, steps.dependants(connection, trail, number))
            label = steps.alone_label(step.label)
            journal.put(connection, images, step.label)
            search.keep(connection, images)
            line = history.write_line(connection, self._clock(), label, "work", images, took_back=number, who=self._who)
            journal.remember(connection, line, label, images)
        changes = images.changes(label)
        self._announce(changes)
        return changes

    def undo_back_to(self, number: int) -> Changes:
        """Take back every step newer than step `number`, one after the other; all or none. Redo brings them back one by one.

        Raises `Refused` where there is none, where one is too old, or where records have moved on.
        """
        touched: set[tuple[str, str]] = set()
        with many_objects(), self._writing(_("Undo back to here")) as session:
            connection = session.connection()
            trail = steps.read_trail(connection)
            label = _("Undo back to: {step}").format(step=trail.step(number).label)
            for _each in steps.newer_than(trail, number):
                undone, images = journal.take_step(connection, undone=False)
                check_images(self._right, images)
                search.keep(connection, images)
                history.write_line(connection, self._clock(), undone, "undo", images, who=self._who)
                touched |= images.changes(undone).touched
        changes = Changes(label, frozenset(touched))
        self._announce(changes)
        return changes

    @property
    def undo_size(self) -> int:
        """How many records `undo` would write; 0 where there is nothing to undo."""
        return self._size(undone=False)

    @property
    def redo_size(self) -> int:
        """How many records `redo` would write."""
        return self._size(undone=True)

    @property
    def undo_label(self) -> str | None:
        """The work that `undo` would take back."""
        return self._label(undone=False)

    @property
    def redo_label(self) -> str | None:
        """The work that `redo` would do again."""
        return self._label(undone=True)

    def _step(self, *, undone: bool) -> Changes:
        with many_objects(), self._writing(_("Redo") if undone else _("Undo")) as session:
            connection = session.connection()
            label, images = journal.take_step(connection, undone=undone)
            check_images(self._right, images)
            search.keep(connection, images)
            history.write_line(connection, self._clock(), label, "redo" if undone else "undo", images, who=self._who)
        changes = images.changes(label)
        self._announce(changes)
        return changes

    def _size(self, *, undone: bool) -> int:
        with self._looking() as connection:
            return journal.records_of_next(connection, undone=undone)

    def _label(self, *, undone: bool) -> str | None:
        if self.is_read_only:
            return None
        with self._looking() as connection:
            step = journal.next_step(connection, undone=undone)
        return None if step is None else step.label
