"""Every print of a day in every size: kept rules and equal trees, with nobody, a few and many on the list."""

from __future__ import annotations

import pytest

from coproduce.exports.prints import PrintChoices, build_print
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of
from tests.exports.test_prints import EVERY, the_day


@pytest.mark.parametrize(("key", "size"), EVERY)
@pytest.mark.parametrize("people", [0, 3, 40])
def test_a_print_is_read_back_as_it_was_written(printed, key, size, people):
    given = build_print(the_day(people=people), key, PrintChoices(size))
    back = read_back(printed(given, large_print=PrintChoices(size).is_large))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_every_print(printed, verapdf):
    days = (the_day(), the_day(people=0, blocks=()), the_day(people=60))
    paths = [
        printed(build_print(day, key, PrintChoices(size)), large_print=PrintChoices(size).is_large) for day in days for key, size in EVERY
    ]
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []
