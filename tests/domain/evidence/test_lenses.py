"""The same results under the headings of others: nothing twice, nothing lost, nothing added up."""

from __future__ import annotations

import pytest

from coproduce.domain.codes import LevelFramework
from coproduce.domain.evidence import INDICATORS, measure_all
from coproduce.domain.evidence.lenses import LENSES, LensKey, lens_called
from coproduce.domain.evidence.level import LADDER, Rung
from coproduce.domain.evidence.level_words import level_in
from tests.domain.evidence.anything import any_project
from tests.domain.evidence.situations import AS_OF

IDS = {indicator.id for indicator in INDICATORS}


def test_each_lens_is_offered_once():
    assert [lens.key for lens in LENSES] == list(LensKey)
    assert all(lens_called(lens.key.value) is lens for lens in LENSES)
    assert lens_called("") is None


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.key.value)
def test_a_question_stands_under_one_heading_or_outside_and_is_never_lost(lens):
    results = measure_all(any_project(3), AS_OF).results
    under = [indicator for part in lens.parts for indicator in part.indicators]
    assert len(under) == len(set(under))
    outside = lens.outside(results)
    assert set(under) | {result.id for result in outside} == IDS
    assert not set(under) & {result.id for result in outside}
    assert all(any(result is each for each in results) for result in outside)


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.key.value)
def test_a_heading_with_nothing_under_it_says_so(lens):
    for part in lens.parts:
        if not part.indicators:
            assert "speaks to" in part.not_shown


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.key.value)
def test_whose_headings_they_are_is_said_with_the_year_and_the_address(lens):
    assert lens.owner in lens.credit
    assert (lens.year or "no year given") in lens.credit
    assert lens.link in lens.credit
    assert lens.url.startswith("https://")
    assert "own choice" in lens.credit


def test_the_headings_are_those_of_the_frameworks():
    """As the sources list them, in their order."""
    headings = {lens.key: [part.heading for part in lens.parts] for lens in LENSES}
    assert headings[LensKey.UK_STANDARDS] == [
        *("Inclusive opportunities", "Working together", "Support and learning", "Communications", "Impact", "Governance")
    ]
    assert headings[LensKey.FOUR_PI] == ["Principles", "Purpose", "Presence", "Process", "Impact"]
    assert headings[LensKey.SCIE] == ["Equality", "Diversity", "Accessibility", "Reciprocity"]
    assert headings[LensKey.LUNDY] == ["Space", "Voice", "Audience", "Influence"]
    assert len(headings[LensKey.GRIPP2]) == 5
    assert len(headings[LensKey.GUNNING]) == 4
    assert headings[LensKey.TLAP][2:] == [rung.words for rung, _needs in LADDER]


@pytest.mark.parametrize(
    "framework, rung, words",
    [
        (LevelFramework.IAP2, Rung.INFORMING, "Inform"),
        (LevelFramework.IAP2, Rung.CO_DESIGN, "Involve"),
        (LevelFramework.IAP2, Rung.CO_PRODUCTION, "Collaborate"),
        (LevelFramework.IAP2, Rung.NONE, None),
        (LevelFramework.ARNSTEIN, Rung.CONSULTATION, "Consultation"),
        (LevelFramework.ARNSTEIN, Rung.CO_PRODUCTION, None),
        (LevelFramework.TLAP, Rung.CO_PRODUCTION, None),
        (None, Rung.INFORMING, None),
    ],
)
def test_a_rung_is_said_in_other_words_only_where_it_has_a_counterpart(framework, rung, words):
    assert level_in(framework, rung) == words
