"""Codes: compared with a forgiving eye, and sorted into the groups that rules speak of."""

from __future__ import annotations

from enum import StrEnum
from inspect import getmembers, isclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain import codes
from coproduce.domain.codes import (
    CAME_STATES,
    CHAIRING_ROLES,
    ORGANISATION_CAPACITIES,
    PARTICIPANT_CAPACITIES,
    RUNNING_ROLES,
    STAFFED_ROLES,
    Capacity,
    Role,
    fold,
)

CODED = [kind for _name, kind in getmembers(codes, isclass) if issubclass(kind, StrEnum) and kind is not StrEnum]


@pytest.mark.parametrize(
    "written", ["lived_experience", "Lived Experience", " LIVED-EXPERIENCE ", "livedexperience", "lived\u00a0experience"]
)
def test_case_spaces_dashes_and_underscores_do_not_matter(written):
    assert fold(written) == fold(Capacity.LIVED_EXPERIENCE)


def test_nothing_folds_to_nothing():
    assert fold(None) == fold("") == fold("  ") == ""


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("kind", CODED, ids=lambda kind: kind.__name__)
def test_no_two_codes_of_one_kind_look_alike_when_folded(kind):
    assert len({fold(code) for code in kind}) == len(kind)


def test_every_capacity_is_on_one_side():
    assert set(Capacity) == PARTICIPANT_CAPACITIES | ORGANISATION_CAPACITIES
    assert not PARTICIPANT_CAPACITIES & ORGANISATION_CAPACITIES


def test_who_runs_the_day_is_not_there_to_support_somebody():
    assert CHAIRING_ROLES < RUNNING_ROLES
    assert not RUNNING_ROLES & STAFFED_ROLES
    assert {Role.PARTICIPANT, Role.OBSERVER} == set(Role) - RUNNING_ROLES - STAFFED_ROLES


def test_three_states_mean_that_somebody_came():
    assert {state.value for state in CAME_STATES} == {"here", "left_early", "unexpected"}
