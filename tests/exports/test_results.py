"""Each evidence result in words: for all, none, some, one and not recorded."""

from __future__ import annotations

from fractions import Fraction

import pytest

from coproduce.domain.evidence import INDICATORS
from coproduce.domain.evidence.indicator import Measure, MeasureResult, Records, ShareResult, Theme
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.results import answer_words, figure_words, question_words, state_of

BY_ID = {indicator.id: indicator for indicator in INDICATORS}


def share(name: str, yes: int = 0, no: int = 0, unknown: int = 0, missing: int = 0) -> ShareResult:
    ids = [str(n) for n in range(yes + no + unknown)]
    records = Records(tuple(ids[:yes]), tuple(ids[yes : yes + no]), tuple(ids[yes + no :]))
    return ShareResult(BY_ID[name], records, records.no[:missing])


@pytest.mark.parametrize(
    "result, words",
    [
        (share("T1"), "There is nothing to count yet: no workshops."),
        (share("T1", yes=1), "Yes for the one workshop."),
        (share("T28", no=1, missing=1), "No for the one person who left. It counts as no because nothing was written down."),
        (share("T28", no=2), "No for both people who left."),
        (share("T1", yes=4), "Yes for all four workshops."),
        (share("T1", yes=7, no=1), "Yes for 7 of 8 workshops, no for 1."),
        (share("T1", unknown=1), "Not recorded for the one workshop. Too much is not recorded to show this either way."),
        (
            share("T19", yes=30, no=4, missing=4),
            "Yes for 30 of 34 things people said (88%), no for 4. Each counts as no because nothing was written down.",
        ),
        (share("T3", yes=9, no=8, unknown=3, missing=2), None),
    ],
)
def test_a_share_reads_right(result, words):
    if words is not None:
        assert answer_words(result) == words


def test_what_counts_against_and_what_is_not_recorded_are_both_said():
    assert answer_words(share("T3", yes=30, no=4, unknown=2, missing=1)) == (
        "Yes for 30 of 36 places taken at workshops (83% to 89%), no for 4, not recorded for 2. "
        "Of the 4 noes, 1 is there because nothing was written down."
    )
    assert answer_words(share("T3", yes=9, no=8, unknown=10)).endswith("Too much is not recorded to show this either way.")


@pytest.mark.parametrize(
    "name, value, n, words",
    [
        ("T6", Fraction(36), 77, "The middle wait was 36 days, over 77 payments."),
        ("T6", Fraction(1), 1, "The middle wait was 1 day, over one payment."),
        ("T6", None, 0, "No payment has fallen due yet, so there is no waiting time to show."),
        ("T23", Fraction(3, 10), 20, "The three participants who came most took 30% of 20 places participants took."),
        ("T23", None, 4, "It is worked out from ten places on. So far participants took four."),
        ("T25", Fraction(1), 2, "Participants spoke exactly as much as their share of the room. A tally was kept at two workshops."),
        (
            "T25",
            Fraction(1, 2),
            1,
            "Participants spoke less than their share of the room: 0.5, where 1 is even. A tally was kept at one workshop.",
        ),
        (
            "T25g",
            Fraction(1, 4),
            1,
            "0.25, where 0 is all the same and 1 is one person speaking. A tally by person was kept at one workshop.",
        ),
        ("T27", None, 0, "No participant has given back a sheet, so nothing is shown."),
    ],
)
def test_a_measure_reads_right(name, value, n, words):
    indicator = BY_ID[name]
    assert isinstance(indicator, Measure)
    assert answer_words(MeasureResult(indicator, value, n)) == words


def test_every_indicator_is_told_in_words():
    assert set(ABOUT) == set(BY_ID)
    assert {indicator.theme for indicator in INDICATORS} == set(Theme)
    for indicator in INDICATORS:
        about = ABOUT[indicator.id]
        assert "{" not in about.definition(WorkspaceSettings())
        assert about.rests_on_words.endswith(".")


def test_a_question_can_stand_alone():
    assert question_words(share("T11o", yes=1)) == "Did access work, as the organiser says?"
    assert all(
        question_words(result).endswith("?") for result in map(share, [i for i in BY_ID if i not in {"T6", "T23", "T25", "T25g", "T27"}])
    )


def test_figure_and_headline_agree_with_the_share():
    assert (figure_words(share("T1", yes=7, no=1)), state_of(share("T1", yes=7, no=1))) == ("7 of 8", "Partly met")
    assert (figure_words(share("T1")), state_of(share("T1"))) == ("none yet", "Nothing to measure")
    assert state_of(share("T1", yes=2, unknown=1)) == "Cannot be shown"
