"""The indicators against a second, literal reading of the same definitions, on whole projects made at random."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coproduce.domain.evidence import INDICATORS
from coproduce.domain.evidence.level import Rung
from tests.domain.evidence.anything import AS_OF, any_project
from tests.domain.evidence.literal import read_all
from tests.domain.evidence.workbooks import bring, figures
from tests.domain.evidence.workbooks import differences as of_a_workbook

BATCH = 100


def differences(seed, as_of=AS_OF):
    facts = any_project(seed)
    ours, literal = figures(facts, as_of), read_all(facts, as_of)
    return {name: (ours[name], literal[name]) for name in literal if ours[name] != literal[name]}


@pytest.mark.parametrize("first", range(0, 1000, BATCH))
def test_both_readings_give_every_figure_and_every_record_alike(first):
    found = {seed: differences(seed) for seed in range(first, first + BATCH)}
    assert {seed: apart for seed, apart in found.items() if apart} == {}


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**9), days=st.integers(-420, 40))
def test_both_readings_agree_on_any_day(seed, days):
    assert differences(seed, AS_OF + timedelta(days=days)) == {}


def test_both_readings_cover_every_indicator():
    assert set(read_all(any_project(0), AS_OF)) == {indicator.id for indicator in INDICATORS} | {"level"}


def test_the_random_projects_reach_every_headline_of_every_indicator():
    """Agreement says little where all projects are alike: each state, and each level, turns up."""
    shares = ("nothing_to_measure", "met", "not_met", "partly")
    missing = {
        (indicator.id, state)
        for indicator in INDICATORS
        for state in (shares if hasattr(indicator, "ask") else ("measured", "not_measured"))
    }
    missing |= {("level", rung.value) for rung in Rung}
    for seed in range(1000):
        missing -= {
            (name, found["value"] if name == "level" else found["state"]) for name, found in figures(any_project(seed), AS_OF).items()
        }
        if not missing:
            return
    assert missing == set()


@pytest.mark.parametrize("first", range(0, 15, 5))
def test_a_whole_workbook_brought_in_gives_what_both_readings_give_of_what_was_typed(first, tmp_path):
    """200 of them: `python -m tests.long.workbooks_agree`."""
    for seed in range(first, first + 5):
        brought = bring(seed, tmp_path)
        assert of_a_workbook(brought) == {}, seed
        assert brought.refused <= max(4, brought.rows // 10), "too much of the workbook stayed out to say anything"
