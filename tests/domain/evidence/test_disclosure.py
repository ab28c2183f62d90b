"""Small numbers in equality counts."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from coproduce.domain.evidence.disclosure import Shown, counts_by_cell, rounded, safe_table, safe_tables, telling_changes
from coproduce.domain.projects import EqualityCount


def table(*counts, threshold=10):
    return safe_table("ethnicity", [(f"answer {number}", count) for number, count in enumerate(counts)], threshold)


def words(*counts, threshold=10):
    return [cell.words for cell in table(*counts, threshold=threshold).cells]


@pytest.mark.parametrize("count, shown", [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (10, 10), (12, 10), (13, 15), (52, 50)])
def test_counts_are_rounded_to_the_nearest_5(count, shown):
    assert rounded(count) == shown


def test_below_the_threshold_nothing_is_printed():
    found = table(4, 5)
    assert (found.is_shown, found.cells, found.total) == (False, (), None)
    assert found.words == "too few to show safely"
    assert not table().is_shown
    assert not table(0, 0, threshold=0).is_shown


def test_large_cells_are_rounded_and_so_is_their_total():
    found = table(12, 31, 0)
    assert [cell.words for cell in found.cells] == ["10", "30", "0"]
    assert (found.total, found.words) == (45, None)


def test_a_single_small_cell_takes_the_smallest_other_into_hiding():
    assert words(3, 40, 14, 31) == ["fewer than 10", "40", "not shown", "30"]
    assert words(3, 14, 0, 40) == ["fewer than 10", "not shown", "0", "40"]


@pytest.mark.parametrize(
    "counts, shown",
    [
        ((1, 10, 40), ["not shown", "not shown", "40"]),  # 11 people in two cells, one below 10 and one not: only 1 and 10
        ((40, 9, 0, 40), ["not shown", "not shown", "0", "not shown"]),  # the smallest large cell is no larger than the next
        ((1, 1, 25, 40), ["not shown", "not shown", "not shown", "40"]),  # 2 people in two cells
        ((9, 40, 9, 25), ["not shown", "40", "not shown", "not shown"]),  # 18 people in two cells below 10
    ],
)
def test_where_a_sum_can_come_about_in_one_way_only_small_and_large_cells_are_hidden_alike(counts, shown):
    assert words(*counts) == shown


@pytest.mark.parametrize("counts", [(9, 9), (9, 9, 0), (1,) * 12])
def test_where_no_large_cell_could_hide_a_small_one_nothing_is_printed(counts):
    assert not table(*counts).is_shown


def test_two_small_cells_hide_each_other():
    assert words(3, 40, 4) == ["fewer than 10", "40", "fewer than 10"]


def test_no_total_stands_beside_a_small_cell():
    assert table(3, 40, 14).total is None
    assert table(3, 40, 4).total is None


def test_an_empty_cell_is_no_small_cell():
    assert words(0, 12, 15) == ["0", "10", "15"]


@pytest.mark.parametrize("threshold, cells, most", [(3, 2, 12), (3, 3, 12), (5, 3, 14), (10, 2, 24)])
def test_every_small_count_could_stand_behind_what_is_printed(threshold, cells, most):
    """Whoever knows these rules and reads the table can tell nothing of a small cell but that it is small."""
    printed = defaultdict(list)
    for counts in product(range(most + 1), repeat=cells):
        found = table(*counts, threshold=threshold)
        if found.is_shown:
            printed[found].append(counts)
    for found, possible in printed.items():
        for place, cell in enumerate(found.cells):
            if cell.shown is Shown.FEWER_THAN:
                assert {counts[place] for counts in possible} == set(range(1, threshold))


def counted(question, answer, count):
    return EqualityCount("P-01", question, answer, count)


def test_questions_stand_apart_and_spellings_of_one_answer_together():
    rows = [counted("Ethnicity", "White British", 8), counted("disability", "yes", 12), counted("ethnicity", "white-british", 9)]
    ethnicity, disability = safe_tables(rows, 10)
    assert (ethnicity.question, [(cell.answer, cell.words) for cell in ethnicity.cells]) == ("Ethnicity", [("White British", "15")])
    assert [cell.words for cell in disability.cells] == ["10"]


@pytest.mark.parametrize(
    "before, now, warned", [(20, 20, False), (20, 21, True), (27, 20, True), (20, 28, False), (0, 7, True), (0, 8, False)]
)
def test_a_cell_that_changed_by_1_to_7_since_the_last_report_is_warned_of(before, now, warned):
    last = counts_by_cell([counted("ethnicity", "Roma", before)])
    found = telling_changes([counted("Ethnicity", "roma", now)], last)
    assert [(change.question, change.answer, change.before, change.now) for change in found] == (
        [("Ethnicity", "roma", before, now)] if warned else []
    )


def test_a_cell_that_came_or_went_is_compared_with_nothing():
    found = telling_changes([counted("ethnicity", "Roma", 3)], counts_by_cell([counted("ethnicity", "Irish", 4)]))
    assert {(change.answer, change.before, change.now) for change in found} == {("Roma", 0, 3), ("irish", 4, 0)}


def test_the_warning_names_no_count():
    (warning,) = telling_changes([counted("ethnicity", "Roma", 3)], {})
    assert "Roma" in warning.words
    assert "3" not in warning.words
