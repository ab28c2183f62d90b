"""Projects, people, workshops, papers, access and settings: their few rules."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Paper
from coproduce.domain.codes import WorkshopState
from coproduce.domain.ids import new_id, new_row_id
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting, WorkspaceSettings, check_setting, settings_from
from coproduce.errors import Refused

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    "noun",
    [
        Project("P-01", " "),
        Person("0001", ""),
        Workshop("W1", "P-01", "\t", DAY),
        Arrangement("A1", "0001", "W1", "  "),
        Project("P-01", "Home", starts_on=date(2025, 3, 2), ends_on=DAY),
    ],
)
def test_what_has_no_name_or_ends_before_it_starts_is_refused_beside_a_field(noun):
    with pytest.raises(Refused) as refused:
        noun.check()
    assert refused.value.field


@pytest.mark.parametrize(
    "noun", [Project("P-01", "Home", starts_on=DAY, ends_on=DAY), Person("0001", "Ann"), Workshop("W1", "P-01", "Day", DAY)]
)
def test_a_name_is_enough(noun):
    noun.check()


@pytest.mark.parametrize(
    "state, held", [("held", True), ("closed", True), ("planned", False), ("draft", False), ("cancelled", False), (None, False)]
)
def test_a_workshop_was_held_once_it_is_held_or_closed(state, held):
    assert Workshop("W1", "P-01", "Day", DAY, state=state and WorkshopState(state)).was_held is held


@pytest.mark.parametrize(
    "needed, sent, right",
    [
        ("easy_read", "Easy Read", True),
        ("easy_read", "large print", False),
        ("easy_read", None, False),
        ("None", None, True),
        ("none", "standard", True),
        (None, "standard", None),
        ("  ", "standard", None),
    ],
)
def test_a_paper_is_in_the_right_format_when_it_is_the_one_needed(needed, sent, right):
    assert Paper("W1", "0001", "Agenda", needed, sent).right_format is right


def test_settings_that_are_not_given_have_their_defaults():
    given = [
        Setting("payment_promise_days", " 10 "),
        Setting("region", "London"),
        Setting("late_entry_days", " "),
        Setting("shade", "blue"),
    ]
    assert settings_from(given) == WorkspaceSettings(payment_promise_days=10, region="London")


@pytest.mark.parametrize("value, kept", [(" 14 ", "14"), ("007", "7"), ("", ""), ("0", "0")])
def test_a_number_of_days_is_kept_plain(value, kept):
    assert check_setting("payment_promise_days", value) == kept


@pytest.mark.parametrize("value", ["-1", "two weeks", "1.5", "99999"])
def test_anything_but_a_number_of_days_is_refused(value):
    with pytest.raises(Refused):
        check_setting("small_number_threshold", value)


def test_words_in_settings_are_kept_as_they_are():
    assert check_setting("organisation", " Riverside & Vale ") == "Riverside & Vale"


def test_fresh_ids_can_be_read_out_and_do_not_repeat():
    ids = {new_id("P") for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(name) == 10 and name.startswith("P-") and not set("01IO") & set(name[2:]) for name in ids)
    assert new_row_id() != new_row_id()
