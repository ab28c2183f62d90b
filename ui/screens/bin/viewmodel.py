"""What the bin shows and does: each deletion, what went with it, and how it comes back or goes for good. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from coproduce.i18n import _, ngettext
from coproduce.operations.bin import put_back
from coproduce.operations.removal import listed
from coproduce.storage.bin import DAYS_KEPT
from coproduce.storage.history import now as this_moment
from coproduce.storage.noun_words import noun_word
from coproduce.storage.queries.bin import Binned, binned
from ui.kit.cells import Cell, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Fact, Note, Part, State, Title
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import RowsInMemory
from ui.kit.written import as_written, short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched

SOON = 7
"""Days left from which on a deletion is said to go soon."""


class Which(StrEnum):
    """The filters of the page."""

    ALL = "all"
    SOON = "soon"


class BinModel(RowsInMemory[Which, Binned]):
    """What was deleted and can still be put back, newest first."""

    def __init__(
        self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today, now: Callable[[], datetime] = this_moment
    ) -> None:
        super().__init__(file, shell, today, filters=Which, sort="", descending=True)
        self.now = now
        self.columns = [
            Column(_("What was deleted"), _what, width=160, stretch=True),
            Column(_("What went with it"), _went_with, width=190),
            Column(_("Deleted"), _deleted, width=112),
            Column(_("Days left"), self._days_left, width=128),
        ]

    def wants(self, touched: Touched) -> bool:
        """Whatever changed may have gone into the bin, or come back."""
        return bool(touched)

    def read_rows(self) -> Mapping[str, Binned]:
        return {str(found.entry.number): found for found in binned(self.file)}

    def fits(self, row: Binned, which: Which) -> bool:
        return which is Which.ALL or row.entry.days_left(self.now()) <= SOON

    def searched(self, row: Binned) -> str:
        return f"{title_of(row)} {kind_of(row)}"

    @property
    def help_line(self) -> str:
        """How many deletions there are, and how long they stay."""
        count = self.counts.get(Which.ALL, 0)
        if not count:
            return _("Nothing was deleted in the last 30 days.")
        words = ngettext("{n} thing you can put back.", "{n} things you can put back.", count).format(n=f"{count:,}")
        return " ".join([words, _("Each lies here for {n} days, then it is deleted for good.").format(n=DAYS_KEPT)])

    def filter_words(self) -> Mapping[Which, str]:
        return {Which.ALL: _("All"), Which.SOON: _("Going soon")}

    @property
    def parts(self) -> list[Part]:
        """The pane: what it was, when it goes, and what went with it."""
        if self.detail is None:
            return []
        at = self.detail.entry.deleted_at.astimezone()
        when = _("{noun} · deleted {day} at {time}").format(noun=kind_of(self.detail), day=short_day(at.date()), time=f"{at:%H:%M}")
        return [
            Title(title_of(self.detail), when, icon="trash-2"),
            State(self._days_left(self.detail)),
            Fact("paperclip", _("WHAT WENT WITH IT"), listed(self.detail.entry.went_with) or _("Nothing else.")),
            Note(self._sentence(), quiet=True),
        ]

    @property
    def foot(self) -> list[Act]:
        """Put back, or delete for good."""
        if self.detail is None or not self.file.may_write:
            return []
        return [
            Act("put_back", _("Put back"), self.put_back, "undo-2", is_primary=True),
            Act("delete", _("Delete for good…"), self.ask_to_delete, "trash-2"),
        ]

    @property
    def can_be_emptied(self) -> bool:
        """There is something in it, and the file may be changed."""
        return bool(self.counts.get(Which.ALL, 0)) and self.file.may_write

    def put_back(self) -> None:
        """Put the deletion chosen back, with all that went with it."""
        if self.detail is not None:
            words = _("Put back {title}.").format(title=_short(self.detail))
            self.shell.run_work(
                _("Put back"),
                partial(put_back, self.file, self.detail.entry.number),
                lambda also: self.shell.say(f"{words} {also}".strip(), undo=True),
                records=_records(self.detail),
            )

    def ask_to_delete(self) -> None:
        """Ask, then delete the one chosen so that nothing brings it back."""
        if self.detail is not None:
            title = _short(self.detail)
            question = _("Delete {title} for good?").format(title=title)
            self._ask(question, _("Delete for good"), [self.detail], _("Deleted {title} for good.").format(title=title))

    def ask_to_empty(self) -> None:
        """Ask, then delete all of it so that nothing brings it back."""
        count = self.counts.get(Which.ALL, 0)
        question = ngettext("Delete the {n} thing in the bin for good?", "Delete all {n} things in the bin for good?", count)
        self._ask(question.format(n=f"{count:,}"), _("Empty the bin"), list(self.rows.values()), _("The bin is empty now."))

    def _ask(self, question: str, yes: str, going: Sequence[Binned], words: str) -> None:
        act = partial(self.file.delete_for_good, [found.entry.number for found in going])
        records = sum(map(_records, going))
        detail = _(
            "This cannot be undone. It leaves the file, and so do the undo steps up to then. "
            "The history keeps that something was deleted, never what was in it. Backups you made before still hold it."
        )
        label = _("Delete for good")

        def delete() -> None:
            self.shell.run_work(label, act, lambda _nothing: self.shell.say(words), records=records)

        self.shell.ask(question, yes, delete, detail=detail)

    def _sentence(self) -> str:
        if not self.file.may_write:
            return _("The workspace is open to read only, so nothing can be put back.")
        return _("Put back brings it all back as it was. What was changed since stays as it is now.")

    def _days_left(self, found: Binned) -> PillCell:
        left = found.entry.days_left(self.now())
        words = ngettext("{n} day left", "{n} days left", left).format(n=left)
        return PillCell(words, Tone.WARN if left <= SOON else Tone.PLAIN, "hourglass" if left <= SOON else "clock")


def kind_of(found: Binned) -> str:
    """`Person`, `Access arrangement` …"""
    noun = noun_word(found.entry.kind)
    return noun[:1].upper() + noun[1:]


def title_of(found: Binned) -> str:
    """What it was called; where nobody knows, what kind of record it was."""
    if not found.title:
        return kind_of(found)
    return as_written(found.title) if found.entry.kind == "Arrangement" else found.title


def _short(found: Binned) -> str:
    """Its title for a sentence."""
    return shorten(title_of(found), 60, placeholder=" …")


def _records(found: Binned) -> int:
    return 1 + sum(found.entry.went_with.values())


def _what(found: Binned) -> Cell:
    return TwoLines(title_of(found), kind_of(found) if found.title else "")


def _went_with(found: Binned) -> Cell:
    return Text(listed(found.entry.went_with))


def _deleted(found: Binned) -> Cell:
    return Text(short_day(found.entry.deleted_at.astimezone().date()))
