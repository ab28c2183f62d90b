"""What holds for every question: the headline, the words, what is said about it, and its form in JSON."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from coproduce.domain.codes import Answer
from coproduce.domain.evidence import INDICATORS, measure_all, to_json
from coproduce.domain.evidence.indicator import Finding, Measure, RecordKind, Share, State, Theme
from coproduce.domain.evidence.loop import T19
from tests.domain.evidence.anything import any_project
from tests.domain.evidence.situations import AS_OF, DAY, attends, happened, paid, result, said

ORDER = [
    "T1",
    "T2",
    "T3",
    "T4",
    "T5",
    "T6",
    "T7",
    "T7b",
    "T8",
    "T9",
    "T10",
    "T11",
    "T11o",
    "T12",
    "T13",
    "T14",
    "T15",
    "T16",
    "T17",
    "T18",
    "T19",
    "T20",
    "T21",
    "T22",
    "T23",
    "T23b",
    "T24",
    "T25",
    "T25g",
    "T26",
    "T27",
    "T28",
    "T29",
]


def asked(yes=0, no=0, not_recorded=0, missing=0):
    """A share of invented units."""
    units = [Finding.YES] * yes + [Finding.NO] * no + [Finding.NOT_RECORDED] * not_recorded + [Finding.MISSING] * missing
    question = Share(
        id="T0",
        asks="?",
        theme=Theme.PAY,
        record=RecordKind.PAYMENT,
        gaming=T19.gaming,
        sources=(),
        ask=lambda _scene: [(f"{place:02}", finding) for place, finding in enumerate(units)],
    )
    return question.measure(None)


@pytest.mark.parametrize(
    "counts, state",
    [
        pytest.param({}, State.NOTHING_TO_MEASURE, id="nobody in scope"),
        pytest.param({"yes": 4, "not_recorded": 1}, State.PARTLY, id="a fifth not recorded"),
        pytest.param({"yes": 3, "not_recorded": 1}, State.CANNOT_BE_SHOWN, id="more than a fifth not recorded"),
        pytest.param({"not_recorded": 1}, State.CANNOT_BE_SHOWN, id="all not recorded"),
        pytest.param({"yes": 8}, State.MET, id="all yes"),
        pytest.param({"no": 8}, State.NOT_MET, id="all no"),
        pytest.param({"missing": 8}, State.NOT_MET, id="all missing"),
        pytest.param({"no": 4, "not_recorded": 1}, State.NOT_MET, id="no yes, a fifth not recorded"),
        pytest.param({"yes": 1, "no": 7}, State.PARTLY, id="some"),
    ],
)
def test_the_headline_is_tried_in_order(counts, state):
    assert asked(**counts).state is state


def test_a_share_is_a_band_from_low_to_high():
    found = asked(yes=2, no=1, not_recorded=1, missing=4)
    assert (found.yes, found.no, found.not_recorded, found.eligible) == (2, 5, 1, 8)
    assert (found.low, found.high) == (Fraction(1, 4), Fraction(3, 8))
    assert found.missing == ("04", "05", "06", "07")
    assert set(found.missing) < set(found.records.no)
    assert (asked().low, asked().high) == (None, None)


def test_below_ten_a_share_is_counted_in_words_and_from_ten_in_percent():
    assert asked(yes=7, no=1).words == "7 of 8"
    assert asked(yes=7, no=3).words == "70%"
    assert asked(yes=7, no=2, not_recorded=1).words == "70% to 80%"
    assert asked(yes=199, no=1).words == "99%"


def test_indicators_stand_in_the_order_they_are_defined():
    assert [indicator.id for indicator in INDICATORS] == ORDER


def test_those_marked_a_count_a_missing_record_as_no():
    marked = {indicator.id for indicator in INDICATORS if isinstance(indicator, Share) and indicator.counts_against}
    assert marked == {"T3", "T5", "T7", "T7b", "T10", "T12", "T18", "T19", "T20", "T21", "T28"}


@pytest.mark.parametrize("seed", range(60))
def test_a_missing_record_is_named_only_where_it_counts_against(seed):
    for found in measure_all(any_project(seed), AS_OF).results:
        if isinstance(found.indicator, Share):
            assert found.indicator.counts_against or not found.missing
            assert set(found.missing) <= set(found.records.no)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_everything_a_reader_may_ask_of_an_indicator_is_there(indicator):
    assert indicator.question
    assert indicator.how_it_can_be_gamed.endswith(".")
    assert indicator.counter.endswith(".")
    assert indicator.sources
    assert indicator.theme.words
    for part in ("Worked:", "Source:"):
        assert part in indicator.definition
    assert not isinstance(indicator, Measure) or indicator.unit_words


def test_nobodys_pay_is_ever_printed_by_name():
    assert {indicator.id for indicator in INDICATORS if isinstance(indicator, Share) and indicator.never_by_name} >= {"T4", "T9"}


def test_results_are_found_by_id_and_kind():
    evidence = measure_all(happened(), AS_OF)
    assert evidence["T6"] is evidence.measure("T6")
    assert evidence["T5"] is evidence.share("T5")
    with pytest.raises(KeyError):
        evidence["T99"]
    with pytest.raises(KeyError):
        evidence.share("T6")
    with pytest.raises(KeyError):
        evidence.measure("T5")


def test_json_holds_shares_and_measures_in_their_form():
    words = [said(), said("C2", answer=Answer.ADOPTED, answered_on=DAY)]
    found = {each["id"]: each for each in to_json(measure_all(happened(attends(), paid(after=36), *words), AS_OF))}
    assert found["T19"] == {
        "id": "T19",
        "question": "Was what people said answered?",
        "yes": 1,
        "no": 1,
        "not_recorded": 0,
        "eligible": 2,
        "low": "1/2",
        "high": "1/2",
        "state": "partly",
        "records": {"yes": ["C2"], "no": ["C1"], "not_recorded": []},
        "missing": ["C1"],
    }
    assert found["T6"] == {
        "id": "T6",
        "question": "Days from workshop to money",
        "value": 36,
        "unit": "days",
        "n": 1,
        "state": "measured",
    }
    assert (found["T4"]["low"], found["T4"]["high"]) == ("1/1", "1/1")
    assert (found["T3"]["low"], found["T11"]["low"]) == ("0/1", None)
    assert found["T27"]["value"] is None


@pytest.mark.parametrize("seed", range(30))
def test_json_can_be_written_and_lists_everything_with_the_level_last(seed):
    listed = to_json(measure_all(any_project(seed), AS_OF))
    assert json.loads(json.dumps(listed)) == listed
    assert [each["id"] for each in listed] == [*ORDER, "level"]


def test_an_empty_project_has_nothing_to_measure_and_nothing_breaks():
    evidence = measure_all(happened(), AS_OF)
    headlines = {found.state for found in evidence.results if found.id not in ("T1", "T2")}
    assert headlines == {State.NOTHING_TO_MEASURE, State.NOT_MEASURED}
    assert result("T1").records.not_recorded == ("W1",)
