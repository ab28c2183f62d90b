"""What would change a figure: for every indicator, in every state, in words that tell the past from what can still be done."""

from __future__ import annotations

from fractions import Fraction

import pytest

from coproduce.domain.evidence import INDICATORS
from coproduce.domain.evidence.indicator import Measure, MeasureResult, Records, Share, ShareResult, State
from ui.screens.evidence.change import what_would_change
from ui.screens.evidence.change_words import MENDINGS

SHARES = [each for each in INDICATORS if isinstance(each, Share)]
MEASURES = [each for each in INDICATORS if isinstance(each, Measure)]
PAST = "past"


def share(indicator, yes=0, no=0, not_recorded=0, missing=0):
    ids = [f"r{number}" for number in range(yes + no + missing + not_recorded)]
    written, unwritten = ids[yes : yes + no], ids[yes + no : yes + no + missing]
    records = Records(tuple(ids[:yes]), (*written, *unwritten), tuple(ids[yes + no + missing :]))
    return ShareResult(indicator, records, tuple(unwritten))


STATES = {
    State.NOTHING_TO_MEASURE: {},
    State.CANNOT_BE_SHOWN: {"yes": 1, "not_recorded": 3},
    State.MET: {"yes": 4},
    State.NOT_MET: {"no": 4},
    State.PARTLY: {"yes": 4, "no": 2},
}


def test_each_indicator_has_its_words():
    assert list(MENDINGS) == [indicator.id for indicator in INDICATORS]


@pytest.mark.parametrize("indicator", SHARES, ids=lambda each: each.id)
@pytest.mark.parametrize("state", STATES)
def test_a_share_says_what_would_move_it(indicator, state):
    result = share(indicator, **STATES[state])
    assert result.state is state
    words = what_would_change(result)
    assert words
    assert all(each.strip() and "{" not in each and each.rstrip().endswith(".") for each in words)
    mending = MENDINGS[indicator.id]
    if state is State.NOTHING_TO_MEASURE:
        assert mending.starts in words
    if state in (State.NOT_MET, State.PARTLY):
        assert (mending.still in " ".join(words)) if mending.still else any(PAST in each for each in words)


@pytest.mark.parametrize("indicator", [each for each in SHARES if MENDINGS[each.id].missing], ids=lambda each: each.id)
def test_what_is_a_no_only_because_nothing_is_written_is_told_apart(indicator):
    words = " ".join(what_would_change(share(indicator, yes=1, no=1, missing=3)))
    assert "3 count as no because nothing is written down." in words
    assert MENDINGS[indicator.id].missing in words


@pytest.mark.parametrize("indicator", SHARES, ids=lambda each: each.id)
def test_an_indicator_that_can_be_missing_says_what_to_do_about_it(indicator):
    assert bool(MENDINGS[indicator.id].missing) == (indicator.counts_against)


@pytest.mark.parametrize("indicator", MEASURES, ids=lambda each: each.id)
def test_a_measure_says_when_it_starts_and_what_moves_it(indicator):
    mending = MENDINGS[indicator.id]
    assert what_would_change(MeasureResult(indicator, None, 0)) == [mending.starts, mending.next_time]
    assert what_would_change(MeasureResult(indicator, Fraction(1, 2), 4)) == [mending.still, mending.next_time]
    assert mending.still


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.id)
def test_the_button_goes_to_a_page_there_is(go, window, indicator):
    mending = MENDINGS[indicator.id]
    page = go("evidence")
    page.viewmodel.choose(indicator.id)
    page.pane.buttons()["change"].click()
    assert window.stack.key == mending.page


def test_one_thing_alone_is_said_as_one():
    [t3] = [each for each in INDICATORS if each.id == "T3"]
    words = " ".join(what_would_change(share(t3, no=1, missing=1, not_recorded=1)))
    assert "1 is not recorded." in words
    assert "1 counts as no because nothing is written down." in words
    assert "1 is a no and stays one" in words
