"""The state of a page that lists records: a filter, words to look for, an order, and one record chosen. No Qt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coproduce.i18n import _, ngettext
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Acts, Note, Part, Title
from ui.kit.screen import Shell, Touched

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

F = TypeVar("F", bound=StrEnum)
"""The filters of the page; the first leaves everything."""

D = TypeVar("D")
"""What is known in full about the record chosen."""


class Filter(NamedTuple):
    """One filter: its key, its words and how many records it leaves."""

    key: str
    words: str
    figure: int


def local_today() -> date:
    """The day it is where the person sits."""
    return datetime.now(UTC).astimezone().date()


MANY = 20_000
"""From so many rows on, the rows are drawn first and the figures of the filters follow."""


def _nothing() -> None:
    """Nobody listens yet."""


def _at_once(act: Callable[[], None]) -> None:
    act()


class RecordList(ABC, Generic[F, D]):
    """What a page shows, worked out by queries. A view draws it; an operation changes the workspace and this asks again."""

    kinds: frozenset[str]
    """The nouns that show on the page."""

    columns: Sequence[Column]

    noun: type[Any] | None = None
    """What one row is, where it has a sheet in the workbook: such rows can be copied as the workbook writes them."""

    def __init__(
        self, file: WorkspaceFile, shell: Shell, today: Callable[[], date], *, filters: type[F], sort: str, descending: bool = False
    ) -> None:
        self.file, self.shell, self.today = file, shell, today
        self.changed: Callable[[], None] = _nothing
        self.later: Callable[[Callable[[], None]], None] = _at_once
        """Does something once what is to be drawn now is drawn."""
        self._counts_to_come = False
        self.filters = filters
        self.filter = next(iter(filters))
        self.search = ""
        self.sort, self.descending = sort, descending
        self.counts: Mapping[F, int] = {}
        self.ids: Sequence[str] = ()
        self.chosen_id: str | None = None
        self.chosen_ids: Sequence[str] = ()
        self.detail: D | None = None
        self._begin_at = ""

    @property
    def place(self) -> str:
        """What `begin_at` takes to come back to the record chosen."""
        return self.chosen_id or ""

    def begin_at(self, place: str) -> None:
        """Choose this record when the list is first read, if it is in it."""
        self._begin_at = place

    @abstractmethod
    def query_ids(self) -> Sequence[str]:
        """The ids of the records to list, in order."""

    @abstractmethod
    def query_counts(self) -> Mapping[F, int]:
        """How many records each filter leaves."""

    @abstractmethod
    def query_detail(self, record_id: str) -> D | None:
        """One record in full; None where it has gone."""

    @abstractmethod
    def fetch(self, wanted: Sequence[str]) -> Mapping[str, Any]:
        """The rows of these ids."""

    @property
    @abstractmethod
    def help_line(self) -> str:
        """One line under the title: how many records there are, and what waits."""

    @abstractmethod
    def filter_words(self) -> Mapping[F, str]:
        """The words of each filter."""

    @property
    @abstractmethod
    def parts(self) -> Sequence[Part]:
        """What the pane says about the record chosen."""

    @property
    @abstractmethod
    def foot(self) -> Sequence[Act]:
        """The buttons at the foot of the pane."""

    def counted(self, count: int) -> str:
        """So many of what the page lists: "12 people"."""
        return ngettext("{n} row", "{n} rows", count).format(n=f"{count:,}")

    @property
    def many_acts(self) -> Sequence[Act]:
        """What can be done to all records chosen, where there are two or more."""
        return ()

    @property
    def many_parts(self) -> Sequence[Part]:
        """What the pane says where two or more are chosen."""
        title = Title(_("{records} chosen").format(records=self.counted(len(self.chosen_ids))), icon="list-checks")
        acts = self.many_acts
        if not acts:
            return [title]
        what = _("Each of these is done to all of them in one step. You see first who it fits, and who is left out and why.")
        return [title, Note(what, quiet=True), *(Acts((act,)) for act in acts)]

    def workbook_text(self, ids: Sequence[str]) -> str:
        """These records as the workbook writes them, with its headings: it can be pasted into any of our lists."""
        if self.noun is None:
            return ""
        from coproduce.exports.table_text import table_text

        with self.file.read() as reading:
            return table_text(self.noun, reading.bare_among(self.noun, ids))

    @property
    def chips(self) -> list[Filter]:
        """The filters, with how many records each leaves."""
        words = self.filter_words()
        return [Filter(key.value, words[key], self.counts.get(key, 0)) for key in self.filters]

    @property
    def nothing_found(self) -> tuple[str, str]:
        """What stands in place of rows where a search or a filter leaves none: a title and a sentence."""
        if self.search:
            return _("Nothing has these words"), _("Try fewer words, or choose All.")
        return _("Nothing here at the moment"), _("Choose All to see everything.")

    @property
    def is_empty(self) -> bool:
        """There are no records at all, whatever the filter."""
        return not self.counts.get(next(iter(self.filters)), 0)

    def wants(self, touched: Touched) -> bool:
        """Does any of these records show here?"""
        return any(kind in self.kinds for kind, _id in touched)

    def refresh(self) -> None:
        """Ask the queries again."""
        figures_follow = len(self.ids) >= MANY
        if not figures_follow:
            self.counts = self.query_counts()
        self.ids = self.query_ids()
        if self._begin_at and self._begin_at in self.ids:
            self.chosen_id = self._begin_at
        self._begin_at = ""
        self.detail = None if self.chosen_id is None else self.query_detail(self.chosen_id)
        if self.detail is None:
            self.chosen_id = None
        if self.chosen_ids:
            listed = set(self.ids)
            self.chosen_ids = [one for one in self.chosen_ids if one in listed]
        self.changed()
        if figures_follow and not self._counts_to_come:
            self._counts_to_come = True
            self.later(self._count)

    def _count(self) -> None:
        self._counts_to_come = False
        if self.file.is_open:
            self.counts = self.query_counts()
            self.changed()

    def show_filter(self, key: str) -> None:
        """List what a filter leaves."""
        self.filter = self.filters(key)
        self.ids = self.query_ids()
        self.changed()

    def look_for(self, words: str) -> None:
        """List what has these words."""
        self.search = words
        self.ids = self.query_ids()
        self.changed()

    def sort_by(self, name: str, descending: bool) -> None:
        """List in another order."""
        self.sort, self.descending = name, descending
        self.ids = self.query_ids()
        self.changed()

    def choose(self, record_id: str | None) -> None:
        """Show one record in full; None shows none."""
        if record_id == self.chosen_id and not self.chosen_ids:
            return
        self.chosen_id, self.chosen_ids = record_id, ()
        self.detail = None if record_id is None else self.query_detail(record_id)
        self.changed()

    def choose_many(self, ids: Sequence[str]) -> None:
        """Choose two records or more: what is done is done to all of them."""
        self.chosen_id, self.chosen_ids, self.detail = None, ids, None
        self.changed()

    def show_record(self, record_id: str) -> None:
        """Show one record, whatever filter or search would hide it."""
        if record_id not in self.ids:
            self.filter, self.search = next(iter(self.filters)), ""
            self.ids = self.query_ids()
        self.chosen_id, self.chosen_ids = record_id, ()
        self.detail = self.query_detail(record_id)
        if self.detail is None:
            self.chosen_id = None
        self.changed()
