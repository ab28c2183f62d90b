"""Letters about money, read back and checked as every PDF is."""

from __future__ import annotations

import pytest

from coproduce.exports.letters.together import together
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of
from tests.exports.test_money_letters import EMPTY, LETTERS, PAYEE


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("payee", [PAYEE, EMPTY], ids=["some", "none"])
@pytest.mark.parametrize("large", [False, True])
def test_a_letter_is_read_back_as_it_was_written(printed, kind, payee, large):
    given = LETTERS[kind](payee)
    back = read_back(printed(given, large_print=large))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_every_letter(printed, verapdf):
    paths = [printed(make(payee), large_print=large) for make in LETTERS.values() for payee in (PAYEE, EMPTY) for large in (False, True)]
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []


@pytest.mark.parametrize("count", [0, 1, 12])
def test_many_letters_in_one_file_are_read_back_as_they_were_written(printed, count):
    given = together("Offers", [list(LETTERS.values())[number % len(LETTERS)](PAYEE) for number in range(count)])
    back = read_back(printed(given, large_print=True))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()
