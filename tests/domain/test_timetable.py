from __future__ import annotations

from datetime import time

from coproduce.domain.agenda import Block
from coproduce.domain.codes import BlockCategory
from coproduce.domain.timetable import clock, minutes_by_category, participants_lead, timetable


def block(order, minutes, lane=None, title="", **more):
    return Block("W", order, title or f"{order}{lane or ''}", minutes, lane, **more)


def starts(table):
    return {timed.block.title: None if timed.start is None else f"{clock(timed.start):%H:%M}" for timed in table.timed}


def test_each_part_begins_when_the_one_before_it_ends():
    table = timetable([block(1, 20), block(2, 15), block(3, 25)], time(9, 30))
    assert starts(table) == {"1": "09:30", "2": "09:50", "3": "10:05"}
    assert table.total == 60
    assert clock(table.end) == time(10, 30)


def test_nothing_has_a_time_until_somebody_says_when_the_day_begins():
    table = timetable([block(1, 20), block(2, 15, pinned_start=time(10)), block(3, 5)], None)
    assert starts(table) == {"1": None, "2": "10:00", "3": "10:15"}
    assert table.timed[1].gap == 0


def test_minutes_before_a_fixed_start_are_free_or_over():
    free = timetable([block(1, 20), block(2, 15, pinned_start=time(10))], time(9, 30))
    assert free.timed[1].gap == 10
    over = timetable([block(1, 40), block(2, 15, pinned_start=time(10))], time(9, 30))
    assert over.timed[1].gap == -10
    assert starts(over)["2"] == "10:00"


def test_a_fixed_point_at_the_end_says_what_is_left_and_is_not_the_end_itself():
    table = timetable([block(1, 100), block(2, 0, pinned_start=time(12))], time(10))
    assert table.timed[1].gap == 20
    assert clock(table.end) == time(11, 40)


def test_a_split_lasts_as_long_as_its_longest_lane_and_lanes_run_on_their_own():
    table = timetable([block(1, 30, "A"), block(1, 20, "B"), block(2, 15, "A"), block(2, 10, "B"), block(3, 5)], time(10))
    assert starts(table) == {"1A": "10:00", "2A": "10:30", "1B": "10:00", "2B": "10:20", "3": "10:45"}
    assert table.total == 50
    assert [table.of(block_id).block.title for block_id in table.spare] == ["2B"]
    assert list(table.spare.values()) == [15]
    assert [(timed.lane, timed.lanes) for timed in table.timed] == [(0, 2), (0, 2), (1, 2), (1, 2), (0, 1)]


def test_what_is_done_before_the_day_has_no_time():
    blocks = [block(1, 15, day=0, title="Send papers"), block(1, 30, title="Welcome")]
    assert starts(timetable(blocks, time(9), 0)) == {"Send papers": None}
    assert starts(timetable(blocks, time(9))) == {"Welcome": "09:00"}


def test_every_day_of_several_begins_at_the_same_time():
    blocks = [block(1, 30, title="One"), block(1, 45, day=2, title="Two")]
    assert starts(timetable(blocks, time(9), 2)) == {"Two": "09:00"}


def test_the_balance_counts_the_longest_lane_only():
    blocks = [
        block(1, 10, category=BlockCategory.TALK),
        block(2, 30, "A", category=BlockCategory.SMALL_GROUPS),
        block(2, 20, "B", category=BlockCategory.SMALL_GROUPS),
    ]
    assert minutes_by_category(blocks) == {BlockCategory.TALK: 10, BlockCategory.SMALL_GROUPS: 30}


def test_how_much_of_the_day_participants_lead_leaves_breaks_out():
    blocks = [
        block(1, 30, led_by=("sian",), category=BlockCategory.SMALL_GROUPS),
        block(2, 15, category=BlockCategory.BREAK, led_by=("sian",)),
        block(3, 60, led_by=("officer",)),
    ]
    assert participants_lead(blocks, frozenset({"sian"})) == (30, 90)
