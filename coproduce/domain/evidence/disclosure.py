"""Small numbers: what may be printed of equality counts, so that nobody can be picked out.

Only for a whole project, one question at a time, never crossed. Below the threshold nothing is printed; else cells are
rounded to 5, small ones are "fewer than N", and more cells are hidden where a small one could be worked out from the rest.
Source: NHS Digital disclosure control for hospital statistics 2018 (rounding to 5, small cells and their neighbours hidden).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coproduce.domain.codes import fold
from coproduce.domain.projects import EqualityCount
from coproduce.i18n import _

ROUNDED_TO = 5
_SPREAD = ROUNDED_TO // 2
"""How far the true count can lie from a rounded one, either way."""

TELLING_CHANGE = range(1, 8)
"""A cell that changed by so little since the last report shows who joined or left. Source: NHS Digital 2018, counts of 1–7."""


class Shown(StrEnum):
    """How a cell is printed."""

    ROUNDED = "rounded"
    FEWER_THAN = "fewer_than"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer as it may be printed. `number`: the rounded count, or N of "fewer than N"; None where hidden."""

    answer: str
    shown: Shown
    number: int | None

    @property
    def words(self) -> str:
        """What stands in the table."""
        if self.shown is Shown.FEWER_THAN:
            return _("fewer than {n}").format(n=self.number)
        return _("not shown") if self.number is None else str(self.number)


@dataclass(frozen=True, slots=True)
class SafeTable:
    """One question. `is_shown` False: too few answers in all, no cells. `total` is rounded; None where it must be hidden too."""

    question: str
    is_shown: bool
    cells: tuple[Cell, ...] = ()
    total: int | None = None

    @property
    def words(self) -> str | None:
        """The sentence in place of a table that cannot be shown."""
        return None if self.is_shown else _("too few to show safely")


def rounded(count: int) -> int:
    """To the nearest 5."""
    return (count + _SPREAD) // ROUNDED_TO * ROUNDED_TO


def safe_tables(counts: Iterable[EqualityCount], threshold: int) -> tuple[SafeTable, ...]:
    """What may be printed of a project's equality counts, a table for each question in the order they stand.

    Two rows of the same question and answer, spelled alike but for case, spaces, `-` and `_`, are one.
    """
    questions: dict[str, tuple[str, dict[str, tuple[str, int]]]] = {}
    for row in counts:
        _question, answers = questions.setdefault(fold(row.question), (row.question, {}))
        spelling, so_far = answers.get(fold(row.answer), (row.answer, 0))
        answers[fold(row.answer)] = (spelling, so_far + row.count)
    return tuple(safe_table(question, list(answers.values()), threshold) for question, answers in questions.values())


def safe_table(question: str, answers: Sequence[tuple[str, int]], threshold: int) -> SafeTable:
    """One question's answers with their counts, as they may be printed.

    A single small cell takes the smallest other one into hiding with it. Then, as long as somebody who knows these rules could
    narrow a small cell down, the next smallest is hidden, and at last the total.
    """
    total = sum(count for _answer, count in answers)
    if total < threshold or not total:
        return SafeTable(question, is_shown=False)
    cells = [_first_cell(answer, count, threshold) for answer, count in answers]
    sizes = [count for _answer, count in answers]
    small = sum(cell.shown is Shown.FEWER_THAN for cell in cells)
    if small == 1:
        cells = _hide_smallest(cells, sizes)
    shown_total: int | None = rounded(total)
    while shown_total is not None and _gives_away(cells, shown_total, threshold):
        hidden_one_more = _hide_smallest(cells, sizes)
        if hidden_one_more == cells:
            shown_total = None
        cells = hidden_one_more
    return SafeTable(question, is_shown=True, cells=tuple(cells), total=shown_total)


def _first_cell(answer: str, count: int, threshold: int) -> Cell:
    if 0 < count < threshold:
        return Cell(answer, Shown.FEWER_THAN, threshold)
    return Cell(answer, Shown.ROUNDED, rounded(count))


def _hide_smallest(cells: list[Cell], sizes: list[int]) -> list[Cell]:
    """The cells with the smallest still shown, zeros aside, hidden; the same cells where none is left."""
    shown = [place for place, cell in enumerate(cells) if cell.shown is Shown.ROUNDED and sizes[place] > 0]
    if not shown:
        return cells
    smallest = min(shown, key=lambda place: sizes[place])
    return [replace(cell, shown=Shown.HIDDEN, number=None) if place == smallest else cell for place, cell in enumerate(cells)]


def _bounds(cell: Cell, threshold: int, most: int) -> tuple[int, int]:
    """The least and most a reader who knows the rules can take a cell for."""
    if cell.shown is Shown.FEWER_THAN:
        return 1, threshold - 1
    if cell.number is None:
        return max(threshold, 1), most
    if not cell.number:
        return 0, 0 if threshold > _SPREAD else _SPREAD
    return max(threshold, cell.number - _SPREAD), cell.number + _SPREAD


def _gives_away(cells: Sequence[Cell], total: int, threshold: int) -> bool:
    """Whether the total and the other cells rule out any count that "fewer than N" leaves open."""
    most_in_all, least_in_all = total + _SPREAD, max(threshold, total - _SPREAD)
    bounds = [_bounds(cell, threshold, most_in_all) for cell in cells]
    least, most = sum(low for low, _high in bounds), sum(high for _low, high in bounds)
    for cell, (low, high) in zip(cells, bounds, strict=True):
        if cell.shown is not Shown.FEWER_THAN:
            continue
        can_be_one = least_in_all - (most - high) <= low
        can_be_nearly_n = most_in_all - (least - low) >= high
        if not (can_be_one and can_be_nearly_n):
            return True
    return False


@dataclass(frozen=True, slots=True)
class TellingChange:
    """A cell that changed since the last issued report by so few that they can be told apart: print with care, or wait."""

    question: str
    answer: str
    before: int
    now: int

    @property
    def words(self) -> str:
        """The warning, which names no count."""
        return _("“{answer}” ({question}) changed by only a few people since the last report: whoever reads both can tell who.").format(
            answer=self.answer, question=self.question
        )


def counts_by_cell(counts: Iterable[EqualityCount]) -> dict[tuple[str, str], int]:
    """True counts by (question, answer) as they are compared: what to keep of an issued report, in the workspace only."""
    cells: dict[tuple[str, str], int] = {}
    for row in counts:
        key = (fold(row.question), fold(row.answer))
        cells[key] = cells.get(key, 0) + row.count
    return cells


def telling_changes(counts: Sequence[EqualityCount], last_issued: Mapping[tuple[str, str], int]) -> tuple[TellingChange, ...]:
    """The cells that differ from the last issued report by 1–7. A cell that is new or gone counts as 0 on the other side."""
    spelling = {(fold(row.question), fold(row.answer)): (row.question, row.answer) for row in reversed(counts)}
    now = counts_by_cell(counts)
    changes = []
    for key in dict.fromkeys((*now, *last_issued)):
        before, after = last_issued.get(key, 0), now.get(key, 0)
        if abs(after - before) in TELLING_CHANGE:
            question, answer = spelling.get(key, key)
            changes.append(TellingChange(question, answer, before, after))
    return tuple(changes)
