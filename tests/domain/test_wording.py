"""Words for codes, dates, lists and small numbers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from inspect import getmembers, isclass

import pytest

from coproduce.domain import codes, resourcing
from coproduce.domain.wording import (
    WORDS,
    day_words,
    days_words,
    in_sentence,
    label,
    list_words,
    number_words,
    percent_words,
    share_words,
    span_words,
)

CODED = [
    kind
    for module in (codes, resourcing)
    for name, kind in getmembers(module, isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", CODED, ids=lambda kind: kind.__name__)
def test_every_code_has_words(kind):
    assert set(WORDS[kind]) == {code.value for code in kind}
    assert all(label(code).strip() for code in kind)


def test_what_nobody_recorded_is_said_in_words():
    assert label(None) == "Not recorded"
    assert in_sentence(None) == "not recorded"
    assert day_words(None) == "not recorded"


def test_codes_read_well_inside_a_sentence():
    assert in_sentence(codes.Capacity.LIVED_EXPERIENCE) == "lived experience"
    assert in_sentence(codes.LevelFramework.TLAP) == "TLAP ladder of co-production"
    assert in_sentence(codes.LevelFramework.IAP2) == "IAP2 spectrum"


def test_yes_of_two_kinds_do_not_share_words_by_accident():
    assert label(codes.YesNo.NO) == label(codes.YesPartlyNo.NO) == "No"
    assert label(codes.OrganiserSays.NOT_POSSIBLE) == "It was not possible"


def test_dates_are_written_out():
    assert day_words(date(2025, 3, 3)) == "3 March 2025"
    assert span_words(date(2025, 3, 3), date(2025, 3, 3)) == "3 March 2025"
    assert span_words(date(2025, 3, 3), date(2025, 3, 9)) == "3 to 9 March 2025"
    assert span_words(date(2025, 3, 3), date(2025, 5, 9)) == "3 March to 9 May 2025"
    assert span_words(date(2024, 12, 3), date(2025, 1, 9)) == "3 December 2024 to 9 January 2025"


@pytest.mark.parametrize(
    "items, words", [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (iter("abcd"), "a, b, c and d")]
)
def test_lists_end_in_and(items, words):
    assert list_words(items) == words


def test_small_numbers_are_words_and_large_ones_figures():
    assert [number_words(n) for n in (0, 1, 10, 11, 1204)] == ["no", "one", "ten", "11", "1,204"]
    assert [days_words(n) for n in (0, 1, 10.5, 36)] == ["0 days", "1 day", "10.5 days", "36 days"]


def test_only_nothing_is_no_percent_and_only_all_is_a_hundred():
    assert percent_words(0, 900) == "0%"
    assert percent_words(1, 900) == "1%"
    assert percent_words(899, 900) == "99%"
    assert percent_words(900, 900) == "100%"
    assert percent_words(1, 8) == "13%"


def test_a_share_of_fewer_than_ten_is_in_words_and_the_rest_in_percent():
    assert share_words(7, 0, 8) == "7 of 8"
    assert share_words(7, 1, 9) == "7 of 9"
    assert share_words(23, 0, 31) == "74%"
    assert share_words(9, 10, 27) == "33% to 70%"
    assert share_words(0, 0, 0) == "nothing to count"
