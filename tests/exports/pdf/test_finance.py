"""The page that goes to finance with a batch, read back and checked as every PDF is."""

from __future__ import annotations

import pytest

from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of
from tests.exports.test_finance import LINES, cover


def of(count):
    return cover([LINES[number % 3] for number in range(count)], differs="Expected 3 lines." if count else "", same_person=count)


@pytest.mark.parametrize("count", [0, 3, 120])
@pytest.mark.parametrize("large", [False, True])
def test_the_cover_is_read_back_as_it_was_written(printed, count, large):
    back = read_back(printed(of(count), large_print=large))
    assert back.bookmarks == expected_bookmarks(of(count))
    assert back.tree.lines() == expected_tree(of(count), contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_the_cover(printed, verapdf):
    paths = [printed(of(count), large_print=large) for count in (0, 3, 120) for large in (False, True)]
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []
