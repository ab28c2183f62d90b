"""A workspace: one file that is opened, read, worked on, undone and backed up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from coproduce.domain.codes import Right
from coproduce.domain.issued import IssuedReport
from coproduce.domain.team import sees_needs
from coproduce.errors import Refused, WorkspaceError
from coproduce.i18n import _
from coproduce.storage import bin as the_bin
from coproduce.storage import clearing, copies, erased, history, journal
from coproduce.storage import given as given_files
from coproduce.storage.backup import write_backup, write_copy
from coproduce.storage.changes import Changes
from coproduce.storage.checks import look
from coproduce.storage.column_types import clean
from coproduce.storage.connection import connect
from coproduce.storage.drafts import Draft, draft_path, forget_drafts, keep_drafts, kept_drafts
from coproduce.storage.engine import Engines, make_engines
from coproduce.storage.faults import in_words
from coproduce.storage.guard import check_start
from coproduce.storage.keys import Key
from coproduce.storage.opening import Opened, make_file, open_file, tidy_up
from coproduce.storage.traces import sweep
from coproduce.storage.turns import Turn, Turns
from coproduce.storage.undoing import Undoing
from coproduce.storage.withholding import withhold_needs
from coproduce.storage.work import Reading, Work

Listener = Callable[[Changes], None]

__all__ = ["Changes", "WorkspaceFile"]


class WorkspaceFile(Undoing):
    """One open workspace. Reads may come from any thread; work too, one at a time (see `reserve`)."""

    def __init__(self, opened: Opened, clock: Callable[[], datetime] = history.now) -> None:
        self.path = opened.path
        self.is_protected = opened.key is not None
        self.is_read_only = opened.lock is None
        self.is_open = True
        self._key: Key | None = opened.key
        self._lock = opened.lock
        self._clock = clock
        self._connect: Callable[[], Any] = lambda: connect(opened.path, opened.key, opened.mode)
        self._engines = make_engines(self._connect)
        self._right = Right.LEAD
        self._who: str | None = None
        self._withholding: Engines | None = None
        self._turns = Turns()
        self._has_traces = opened.has_traces
        self._listeners: list[Listener] = []

    @classmethod
    def create(
        cls, path: Path, *, organisation: str = "", passphrase: str | None = None, clock: Callable[[], datetime] = history.now
    ) -> WorkspaceFile:
        """A new workspace, protected where a passphrase is given.

        Raises `Refused` where there is a file of that name, and `WorkspaceError` where the folder will not do.
        """
        make_file(path, organisation=organisation, passphrase=passphrase, at=clock())
        return cls.open(path, passphrase=passphrase, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        passphrase: str | None = None,
        read_only: bool = False,
        clock: Callable[[], datetime] = history.now,
        backups_in: Sequence[Path | None] = (None,),
    ) -> WorkspaceFile:
        """The workspace at `path`, checked first; an older one is upgraded after a backup. `backups_in`: see `opening.open_file`.

        Raises a `WorkspaceError` that says what is wrong, what is safe and what to do. `read_only` takes no lock, so
        that a file open elsewhere can be looked at.
        """
        opened = cls(open_file(path, passphrase=passphrase, read_only=read_only, at=clock(), backups_in=backups_in), clock)
        opened.let_go_of_what_was_cleared()
        return opened

    def close(self) -> None:
        """Let go of the file, and for good of what was cleared because its day had come. Closing twice does nothing."""
        if self.is_open:
            with suppress(WorkspaceError, Refused):  # where the disk refuses, opening it again does it
                self.let_go_of_what_was_cleared()
        self.is_open = False
        self.work_as(Right.LEAD)
        self._engines.close()
        if self._has_traces:
            with suppress(WorkspaceError):
                self._sweep()
        if self.is_read_only:
            tidy_up(self.path, self._key)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def recovery_code(self) -> str | None:
        """What opens the file when nobody knows the passphrase any more, for paper only; None where it is not protected."""
        return None if self._key is None else self._key.recovery_code

    @property
    def right(self) -> Right:
        """What whoever works with it here may see and change."""
        return self._right

    @property
    def may_write(self) -> bool:
        """Something may be changed in it here, by whoever works with it."""
        return not self.is_read_only and self._right is not Right.READER

    def work_as(self, right: Right, who: str | None = None) -> None:
        """From now on somebody with this right works with it: what they may not see is in no reading, what they may not change is refused.

        `who` is the name they give; each line of history then says it. A courtesy on one computer: whoever has the file can open it as
        somebody else.
        """
        self._who = clean(who or "").strip() or None
        if right is self._right:
            return
        self._right = right
        if self._withholding is not None:
            self._withholding.close()
        self._withholding = None if sees_needs(right) else make_engines(lambda: withhold_needs(self._connect()))

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """One consistent look, from any thread. Records may be kept afterwards; changes to them go nowhere."""
        with in_words(self.path), Session(self._seen, autoflush=False, expire_on_commit=False) as session:
            event.listen(session, "before_flush", _refuse_flush)
            yield Reading(session)

    @contextmanager
    def work(self, label: str) -> Iterator[Work]:
        """One transaction, one undo step called `label`; announced once stored. Any exception undoes it all.

        `label` is kept for good in history, so it names the work and never a person. Raises `Refused` while other work is done.
        """
        with self._writing(label) as session:
            check_start(self._right)
            work = Work(session, label, self._clock(), self._right, self._who)
            yield work
            work.finish()
        if work.changes.touched:
            self._announce(work.changes)

    @contextmanager
    def erasing(self, label: str, holds: erased.Holds, *, people: Sequence[str] = (), without_trace: bool = False) -> Iterator[Work]:
        """Work that nothing can bring back: all undo steps go, and so does what the bin holds of it; no trace stays in the file.

        `holds` says whether a text is, or holds, something that is to be forgotten. Backups made before keep it, so `people`, the ids
        of those who are erased, are noted beside the file. `without_trace` names no record in the history, where even that would tell
        something.
        """
        with self._writing(label) as session:
            check_start(self._right)
            work = Work(session, label, self._clock(), self._right, self._who)
            yield work
            work.finish_for_good(holds, without_trace=without_trace)
        forget_drafts(self.path)
        if people:
            erased.note_beside(self.path, people)
        self._announce(work.changes)
        self._sweep()

    def reserve(self, label: str) -> Turn:
        """The next turn to write, for long work on a worker: `with turn.used(progress): ...` there gives it back.

        Until then every other work is refused, and names this one by its label.
        """
        self._refuse_to_write()
        return self._turns.take(label)

    def note(self, label: str, what: history.Beside, *, issued: IssuedReport | None = None, given: given_files.Files = ()) -> datetime:
        """Tell in history of something that undo does not reach, such as a report that was saved, or a moment to go back to.

        What leaves is listed; a report is kept with what it said. Gives the moment it is told under. In a workspace open to read only
        nothing is written.
        """
        at = self._clock().replace(microsecond=0)
        if not self.is_read_only:
            with self._writing(label) as session:
                line = history.write_line(session.connection(), at, label, what, journal.Images(), who=self._who)
                given_files.keep(session.connection(), line, given, issued)
            self._announce(Changes(label, frozenset({("History", str(line))})))
        return at

    def let_go_of_what_was_cleared(self) -> None:
        """What was cleared because its day had come, and not undone since, cannot come back from now on. Mostly there is nothing."""
        with self._looking() as connection:
            if self.is_read_only or not clearing.is_waiting(connection):
                return
        label = _("Let go of what was past its day")
        with self._writing(label) as session:
            gone = clearing.settle(session.connection(), self._clock(), label)
        if gone:
            erased.note_codes(self.path, {erased.key_of(kind, record_id) for kind, record_id in gone})
            self._sweep()
            self._announce(Changes(label, frozenset(gone)))

    def delete_for_good(self, entries: Sequence[int] | None = None) -> None:
        """Delete entries of the bin, or all of it, so that nothing can bring them back: neither undo nor the file itself.

        Backups made before keep them. Raises `Refused` where an entry is not in the bin.
        """
        with self._writing(_("Delete for good")) as session:
            check_start(self._right)
            gone = the_bin.delete_for_good(session.connection(), self._clock(), entries, who=self._who)
        self._announce(Changes(_("Delete for good"), frozenset(gone)))
        self._sweep()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every work, undo and redo, on the thread that did it. Gives back how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def backup(self, folder: Path | None = None, *, at: datetime | None = None) -> Path:
        """A verified copy in `folder`, or beside the workspace, named by the moment `at`, or now.

        May run on a worker while the main thread writes.
        """
        return write_backup(self.path, self._key, folder, at or self._clock())

    def backup_by_itself(self, folder: Path | None = None) -> Path:
        """A verified copy nobody asked for; those of its kind that are no longer needed go. May run on a worker."""
        now = self._clock()
        made = write_backup(self.path, self._key, folder, now, is_automatic=True)
        copies.thin_out(self.path, folder, now)
        return made

    @property
    def waits_to_be_confirmed(self) -> bool:
        """A copy was put in its place, and nobody has said yet that it is the right one: by a backup, or a moment kept by name."""
        with self._looking() as connection:
            return copies.waits_to_be_confirmed(connection)

    def steps_since(self, copy: Path) -> list[tuple[datetime, str]] | None:
        """What was done here since a copy was made, newest first: when, and what it was called.

        None where the copy is of other work, such as another file of the same name. Raises `WorkspaceError` where it cannot be read.
        """
        with self._looking() as connection:
            return copies.steps_since(connection, *copies.last_line(copy, self._key))

    def check_copy(self, copy: Path) -> None:
        """Read a copy of this workspace from end to end. Raises `WorkspaceError` where it is not whole."""
        look(copy, self._key, "immutable")

    def save_copy(self, target: Path) -> Path:
        """A verified copy at `target`, protected as this one is; may run on a worker while the main thread writes."""
        return write_copy(self.path, self._key, target)

    @property
    def has_drafts(self) -> bool:
        """Something half typed is kept."""
        return draft_path(self.path).exists()

    @property
    def drafts(self) -> list[Draft]:
        """What was half typed when it locked, and is in no record yet."""
        return kept_drafts(self.path, self._key)

    def keep_drafts(self, drafts: list[Draft]) -> None:
        """Keep what is half typed, in place of what was kept before. Raises `WorkspaceError` where the disk refuses."""
        keep_drafts(self.path, self._key, drafts)

    @property
    def _seen(self) -> Engine:
        return (self._withholding or self._engines).reading

    def _refuse_to_write(self) -> None:
        if self.is_read_only:
            raise Refused(_("This workspace is open to read only, so nothing can be changed. Save a copy and open that instead."))

    @contextmanager
    def _writing(self, label: str) -> Iterator[Session]:
        self._refuse_to_write()
        with (
            self._turns.one(label),
            in_words(self.path),
            Session(self._engines.writing, expire_on_commit=False) as session,
            session.begin(),
        ):
            session.connection()  # takes the write lock before anything is read
            yield session

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with in_words(self.path), self._seen.connect() as connection:
            yield connection

    def _sweep(self) -> None:
        """Take away what deleting for good left on the disk; where that cannot be now, closing does it."""
        self._has_traces = True
        self._has_traces = not sweep(self.path, self._key)

    def _announce(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _refuse_flush(_session: Session, _context: object, _instances: object) -> None:
    raise RuntimeError("a reading writes nothing: use work()")
