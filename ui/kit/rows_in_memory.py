"""The state of a page whose records are few: they are read together, and filtered, searched and sorted here. No Qt."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from ui.kit.in_order import by_field, in_order
from ui.kit.record_list import F, RecordList

Orders = Mapping[str, Callable[[Any], Any]]
"""For the name of an order: what a row is sorted by."""

R = TypeVar("R")
"""One row, which is also all that is known about its record."""


class RowsInMemory(RecordList[F, R]):
    """A list of rows held by their ids. They are read whenever the page counts."""

    orders: ClassVar[Orders] = {}
    """What a row is sorted by, for each column that is not a field of its record."""

    rows: Mapping[str, R] = {}

    @abstractmethod
    def read_rows(self) -> Mapping[str, R]:
        """Every row by its id, in the order they have while no column sorts them."""

    @abstractmethod
    def fits(self, row: R, which: F) -> bool:
        """Whether a filter leaves this row."""

    @abstractmethod
    def searched(self, row: R) -> str:
        """The words of a row that a search looks through."""

    def record_of(self, row: R) -> Any:
        """The record whose fields sort a row."""
        return row

    @property
    def total(self) -> int:
        """How many there are, whatever the filter."""
        return len(self.rows)

    def query_counts(self) -> Mapping[F, int]:
        self.rows = self.read_rows()
        return {which: sum(self.fits(row, which) for row in self.rows.values()) for which in self.filters}

    def query_ids(self) -> Sequence[str]:
        words = self.search.casefold().split()
        left = [key for key, row in self.rows.items() if self.fits(row, self.filter) and self._has(row, words)]
        return in_order(left, lambda key: self._order(self.rows[key]), descending=self.descending) if self.sort else left

    def query_detail(self, record_id: str) -> R | None:
        return self.rows.get(record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, R]:
        return {key: self.rows[key] for key in wanted if key in self.rows}

    def _has(self, row: R, words: Sequence[str]) -> bool:
        folded = self.searched(row).casefold() if words else ""
        return all(word in folded for word in words)

    def _order(self, row: R) -> Any:
        by = self.orders.get(self.sort)
        return by(row) if by is not None else by_field(self.record_of(row), self.sort)
