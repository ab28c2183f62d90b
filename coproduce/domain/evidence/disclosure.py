"""Small numbers: what may be printed of equality counts, so that nobody can be picked out.

Only for a whole project, one question at a time, never crossed. Below the threshold nothing is printed; else cells are
rounded to 5, small ones are "fewer than N", and a second cell is hidden where one could be worked out from the total. Where even
that leaves only one way, small cells and the smallest large one are hidden alike.
Source: NHS Digital disclosure control for hospital statistics 2018 (rounding, small cells) and its older rule (a second cell).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coproduce.domain.codes import fold
from coproduce.domain.projects import EqualityCount
from coproduce.i18n import _

ROUNDED_TO = 5

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
    """One question. `is_shown` False: too few answers in all, no cells. `total` is rounded; None where a cell is small."""

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
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


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

    No small cell can be worked out, not even by somebody who knows these rules, how many people there were, and every count
    that is shown. The total is printed only where no cell is small: with it, small cells could often be narrowed down.
    """
    counts = [count for _answer, count in answers]
    total = sum(counts)
    any_small = any(0 < count < threshold for count in counts)
    places = None if total < threshold or not total or _total_tells(counts, threshold) else _hidden(counts, threshold)
    if places is None:
        return SafeTable(question, is_shown=False)
    cells = []
    for place, (answer, count) in enumerate(answers):
        if place in places:
            cells.append(Cell(answer, Shown.HIDDEN, None))
        elif 0 < count < threshold:
            cells.append(Cell(answer, Shown.FEWER_THAN, threshold))
        else:
            cells.append(Cell(answer, Shown.ROUNDED, rounded(count)))
    return SafeTable(question, is_shown=True, cells=tuple(cells), total=None if any_small else rounded(total))


def _total_tells(counts: Sequence[int], threshold: int) -> bool:
    """Whether all answers given once each, or each by just too few, have this total: then it alone would say so."""
    if threshold > 1 and sum(counts) == len(counts):
        return True
    return sum(counts) == len(counts) * (threshold - 1) and any(0 < count < threshold for count in counts)


def _hidden(counts: Sequence[int], threshold: int) -> set[int] | None:
    """The places that are "not shown"; None where nothing can be shown.

    Small cells may stand as "fewer than" where their sum, or that of a single one and of the smallest large one hidden with
    it, can come about in several ways. Else all of these cells are "not shown" alike: nobody can tell which is which.
    """
    small = [count for count in counts if 0 < count < threshold]
    large = sorted((count, place) for place, count in enumerate(counts) if count >= max(threshold, 1))
    if not small or (len(small) > 1 and len(small) < sum(small) < len(small) * (threshold - 1)):
        return set()
    if not large:
        return None
    least, place = large[0]
    if len(small) == 1 and _several_ways(small[0] + least, large[1][0] if large[1:] else None, threshold):
        return {place}
    return {place for place, count in enumerate(counts) if 0 < count <= least}


def _several_ways(known: int, next_larger: int | None, threshold: int) -> bool:
    """Whether a small cell and a large one that is below the next larger can have that sum in at least two ways."""
    most = known - 1 if next_larger is None else min(known, next_larger) - 1
    return most > max(threshold, known - threshold + 1)


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
