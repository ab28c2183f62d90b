"""Letters about what people said, read back and checked as every PDF is."""

from __future__ import annotations

import pytest

from coproduce.exports.letters.together import together
from coproduce.exports.you_said import you_said_we_did
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of
from tests.exports.test_what_you_said import BACK, EMPTY, LETTERS
from tests.exports.test_you_said import FACTS, TODAY


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("heard", [BACK, EMPTY], ids=["some", "none"])
@pytest.mark.parametrize("large", [False, True])
def test_a_letter_is_read_back_as_it_was_written(printed, kind, heard, large):
    given = LETTERS[kind](heard)
    back = read_back(printed(given, large_print=large))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


def test_many_letters_in_one_file_are_read_back_as_they_were_written(printed):
    given = together("Letters", [make(BACK) for make in LETTERS.values()])
    back = read_back(printed(given, large_print=True))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.parametrize("workshop_id", [None, "W2"])
def test_the_public_version_is_read_back_as_it_was_written(printed, workshop_id):
    given = you_said_we_did(FACTS, TODAY, workshop_id)
    back = read_back(printed(given))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_every_letter(printed, verapdf):
    paths = [printed(make(heard), large_print=large) for make in LETTERS.values() for heard in (BACK, EMPTY) for large in (False, True)]
    paths.append(printed(you_said_we_did(FACTS, TODAY)))
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []
