"""Somebody who tries to work out the hidden counts of a printed equality table, and knows more than most.

They know the rules as this program has them, the threshold, the answers on the sheet, every printed word, and exactly how many people there
were in all: a report says how many came, and rounded sums elsewhere can say no more than that. What is left is a search among
the counts that add up, for those the program would print in just these words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from random import Random

Printed = tuple[str, ...]
Print = Callable[[Sequence[int]], Printed]

NOT_SHOWN = "not shown"


def worked_out(printed: Printed, answers: int, total: int, threshold: int, again: Print) -> dict[int, int]:
    """The hidden cells whose count follows from what is printed: place and count.

    `printed` has a word for each answer, or nothing where the whole table was withheld; `again` prints other counts by the same rules.
    """
    words = printed or (NOT_SHOWN,) * answers
    places = [place for place, word in enumerate(words) if not word.isdecimal()]
    found: dict[int, set[int]] = {place: set() for place in places}
    for hidden in _hidden(printed, total, threshold):
        for counts in _tried([_behind(word, hidden, threshold) for word in words], total):
            if again(counts) == printed:
                for place in places:
                    found[place].add(counts[place])
                if all(len(values) > 1 for values in found.values()):
                    return {}
    assert all(found.values()), "nothing could stand behind these words, so the search does not know the rules"
    return {place: min(values) for place, values in found.items() if len(values) == 1}


def _hidden(printed: Printed, total: int, threshold: int) -> Iterator[list[int]]:
    """What "not shown" can stand for: anything in a table withheld; else small counts and one large, none larger than those shown."""
    if not printed:
        yield list(range(total + 1))
        return
    shown = [int(word) for word in printed if word.isdecimal() and word != "0"]
    for large in range(threshold, min([total, *(count + 2 for count in shown)]) + 1):
        yield [*range(1, threshold), large]


def _behind(word: str, hidden: list[int], threshold: int) -> list[int]:
    """The counts one printed word can stand for."""
    if word.startswith("fewer than"):
        return list(range(1, threshold))
    if not word.isdecimal():
        return hidden
    near = range(max(0, int(word) - 2), int(word) + 3)
    return [count for count in near if not 0 < count < threshold]


def _tried(cells: Sequence[list[int]], total: int) -> Iterator[tuple[int, ...]]:
    """A few from many starts, which mostly is enough; then all there are."""
    for start in range(100):
        order = Random(start)
        yield from islice(adding_up([order.sample(cell, len(cell)) for cell in cells], total), 10)
    yield from adding_up(cells, total)


def adding_up(cells: Sequence[list[int]], total: int) -> Iterator[tuple[int, ...]]:
    """Every choice of one count for each cell that gives the total."""
    least = [sum(map(min, cells[place:])) for place in range(len(cells) + 1)]
    most = [sum(map(max, cells[place:])) for place in range(len(cells) + 1)]

    def rest(place: int, left: int) -> Iterator[tuple[int, ...]]:
        if place == len(cells):
            yield ()
            return
        for count in cells[place]:
            if least[place + 1] <= left - count <= most[place + 1]:
                for others in rest(place + 1, left - count):
                    yield (count, *others)

    return rest(0, total)
