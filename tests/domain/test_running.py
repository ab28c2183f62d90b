"""A running day: what is on in each lane, what is next, what is left, and how far it is from the plan."""

from __future__ import annotations

from datetime import time

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.ids import WorkshopId
from coproduce.domain.running import behind, day_now, minutes_left, next_everywhere, next_in

W = WorkshopId("W")


@pytest.fixture
def day():
    """Welcome; two lanes, the first of two parts; lunch; and a fixed end."""
    return {
        "welcome": Block(W, 1, "Welcome", 15),
        "a1": Block(W, 2, "A1", 30, lane="A"),
        "b1": Block(W, 2, "B1", 50, lane="B"),
        "a2": Block(W, 3, "A2", 20, lane="A"),
        "lunch": Block(W, 4, "Lunch", 45),
        "end": Block(W, 5, "Finish by", 0, pinned_start=time(13)),
    }


def run(day, at, lane="everywhere"):
    """Go on in one lane, or everywhere, as the verb does."""
    now = day_now(day.values(), 1)
    ends, begins = next_everywhere(now) if lane == "everywhere" else next_in(now, lane)
    for block in ends:
        block.ended_at = at
    for block in begins:
        block.began_at = at
    return [block.title for block in begins]


def on(day):
    return {lane.lane: lane.current.title if lane.current else None for lane in day_now(day.values(), 1).lanes}


def test_a_day_nobody_began_has_nothing_on_and_says_what_it_begins_with(day):
    now = day_now(day.values(), 1)
    assert (now.lanes, [block.title for block in now.after], now.is_running) == ((), ["Welcome"], False)


def test_a_split_begins_in_every_lane_and_each_lane_goes_on_by_itself(day):
    assert run(day, time(10)) == ["Welcome"]
    assert run(day, time(10, 15), None) == ["A1", "B1"]
    assert run(day, time(10, 40), "A") == ["A2"]
    assert on(day) == {"A": "A2", "B": "B1"}
    assert day["b1"].ended_at is None


def test_a_lane_that_is_through_waits_until_the_others_are(day):
    for at, lane in ((time(10), None), (time(10, 15), None), (time(10, 40), "A"), (time(11), "A")):
        run(day, at, lane)
    assert on(day) == {"A": None, "B": "B1"}
    assert next_in(day_now(day.values(), 1), "A") == ([], ())
    run(day, time(11, 5), "B")
    assert run(day, time(11, 6), "A") == ["Lunch"]


def test_all_lanes_can_go_on_together_and_a_fixed_point_never_runs(day):
    for minute in range(4):
        run(day, time(10, minute))
    assert on(day) == {None: "Lunch"}
    assert run(day, time(12)) == []
    assert day_now(day.values(), 1).is_over
    assert day["end"].began_at is None


def test_minutes_left_count_what_was_added_and_go_past_midnight():
    part = Block(W, 1, "Late", 30, began_at=time(23, 50), extra_minutes=5)
    assert minutes_left(part, time(0, 10)) == 15
    assert minutes_left(part, time(0, 30)) == -5


@pytest.mark.parametrize(("now", "minutes"), [(time(10, 5), 5), (time(10, 34), 5), (time(10, 50), 20)])
def test_how_far_from_the_plan_is_when_this_part_will_end(now, minutes):
    part = Block(W, 1, "Round", 30, began_at=time(10, 5))
    assert behind(part, 10 * 60 + 30, now) == minutes
