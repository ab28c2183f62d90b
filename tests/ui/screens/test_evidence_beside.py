"""What stands beside a figure against gaming it, and each record behind a part of the honesty page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coproduce.domain.codes import AtInvitation
from coproduce.domain.evidence import INDICATORS
from coproduce.domain.evidence.scene import Scene
from coproduce.domain.own_words import HONESTY_TOPICS, Topic
from coproduce.domain.people import Person
from tests.domain.evidence.anything import any_project
from tests.domain.evidence.situations import AS_OF, attends, days, decision, happened, said, workshop
from ui.sample import sample_workspace
from ui.screens.evidence.beside import BESIDE, beside_figure


def beside(indicator, *records, people=(), as_of=AS_OF):
    return " ".join(beside_figure(indicator, Scene(happened(*records, people=people), as_of)))


def test_only_indicators_there_are_have_something_beside_them():
    assert set(BESIDE) < {indicator.id for indicator in INDICATORS}


@pytest.mark.parametrize("indicator", list(BESIDE))
def test_anything_can_be_said_of_any_project(indicator):
    for seed in range(30):
        assert all(words.endswith((".", "?")) and "{" not in words for words in beside_figure(indicator, Scene(any_project(seed), AS_OF)))


def test_a_head_count_that_differs_from_the_list_is_named():
    words = beside("T2", workshop(headcount=9), attends("ann"), attends("bo"))
    assert "9 were counted in the room, 2 are on the list." in words
    assert beside("T2", workshop(headcount=2), attends("ann"), attends("bo")) == ""
    assert "No head count" in beside("T2", workshop(), attends("ann"))


def test_who_was_not_seen_for_long_and_did_not_leave_is_named():
    ann, bo = Person("ann", "Ann Owen"), Person("bo", "Bo Price", left_on=days(3))
    later = AS_OF + timedelta(days=400)
    words = beside("T28", workshop(), attends("ann"), attends("bo"), people=(ann, bo), as_of=later)
    assert "Ann Owen" in words
    assert "Bo Price" not in words
    assert "Ann Owen" not in beside("T28", workshop(), attends("ann"), people=(ann,), as_of=days(30))


def test_no_dissent_over_five_decisions_is_a_sign_to_look_again():
    assert "a sign to look again" in beside("T22", workshop(), *(decision(f"D{n}") for n in range(5)))
    assert "a sign to look again" not in beside("T22", workshop(), *(decision(f"D{n}") for n in range(4)))


def test_an_open_question_with_one_option_is_counted():
    assert "Of 2 decisions recorded as open, 2 have" in beside(
        "T14", workshop(), *(decision(f"D{n}", at_invitation=AtInvitation.OPEN) for n in (1, 2))
    )


def test_how_much_was_written_down_is_said_for_each_workshop():
    words = beside("T19", workshop("W1"), workshop("W2", days(3)), said("C1"), said("C2"))
    assert "2" in words
    assert "0" in words
    assert "of 2 nobody knows who said it" in words


@pytest.fixture
def sample(open_window, tmp_path):
    made = open_window()
    made.take(sample_workspace(tmp_path))
    made.go("evidence")
    page = made.stack.page("evidence")
    page.viewmodel.look_at(date(2026, 9, 1))
    return page


@pytest.mark.parametrize("topic", HONESTY_TOPICS)
def test_what_a_part_of_the_honesty_page_counts_is_listed(sample, topic):
    model = sample.viewmodel
    model.choose(topic.value)
    keys = [key for key in sample.pane.buttons() if key.startswith(("record ", "question "))]
    page = model.evidence.honesty
    expected = {
        Topic.WHO_WAS_MISSING: len(page.who_was_missing.apologies) + len(page.who_was_missing.absent),
        Topic.DECLINED_FOR_BENEFITS: 0,
        Topic.STAGES_LEFT_OUT: 0,
        Topic.LATE_ENTRIES: min(len({(each.kind, each.id) for each in page.late_entries}), 150),
    }.get(topic)
    assert len(keys) == (len(getattr(page, topic.value)) if expected is None else expected)


def test_a_question_on_the_honesty_page_is_one_press_away(sample, press):
    sample.viewmodel.choose("not_met")
    press(sample.pane.buttons()["question T19"])
    assert sample.viewmodel.chosen == "T19"


def test_nobody_is_named_for_going_without_because_of_benefits(sample):
    model = sample.viewmodel
    facts = model._facts
    somebody = next(iter(facts.people))
    model.evidence = replace(model.evidence, honesty=replace(model.evidence.honesty, declined_for_benefits=(somebody,)))
    model.choose("declined_for_benefits")
    assert "1 person" in sample.pane.words()
    assert facts.people[somebody].name not in sample.pane.words()
