"""Letters about money, read back and checked as every PDF is."""

from __future__ import annotations

import pytest

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
