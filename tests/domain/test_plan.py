"""Moving, splitting and joining, against a second model: a day as a plain list of lengths and lists of lengths."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coproduce.domain import plan
from coproduce.domain.agenda import Block
from coproduce.domain.plan import PlanLane, Row
from coproduce.domain.timetable import timetable
from coproduce.errors import Refused

FIRST = 9 * 60


def block(minutes, **more):
    return Block("W", 0, "Part", minutes, **more)


def day_of(*rows):
    """A plan from numbers (one block) and dicts (lane: numbers)."""
    made = []
    for row in rows:
        if isinstance(row, dict):
            made.append(Row(lanes=tuple(PlanLane(name, tuple(block(n) for n in lengths)) for name, lengths in row.items())))
        else:
            made.append(Row(block(row)))
    return settled(made)


def settled(rows):
    blocks = [each for row in rows for each in row.blocks]
    plan.put(blocks, plan.places(rows, 1))
    return blocks


def shape(blocks):
    return [{lane.name: [b.minutes for b in lane.blocks] for lane in row.lanes} or row.block.minutes for row in plan.rows_of(blocks, 1)]


def the(blocks, minutes):
    return next(each for each in blocks if each.minutes == minutes)


def reshape(blocks, how):
    plan.put(blocks, plan.places(how(plan.rows_of(blocks, 1)), 1))
    return shape(blocks)


def test_rows_come_back_as_they_were_put():
    blocks = day_of(10, {"A": [20, 21], "B": [22]}, 30, {"A": [40], "B": [41]}, {"A": [50], "C": [51]})
    assert shape(blocks) == [10, {"A": [20, 21], "B": [22]}, 30, {"A": [40], "B": [41]}, {"A": [50], "C": [51]}]


def test_a_part_steps_over_a_whole_split():
    blocks = day_of(10, {"A": [20], "B": [21]}, 30)
    assert reshape(blocks, lambda rows: plan.stepped(rows, the(blocks, 30).id, -1)) == [10, 30, {"A": [20], "B": [21]}]


def test_at_either_end_of_the_day_nothing_moves():
    blocks = day_of(10, 20)
    assert reshape(blocks, lambda rows: plan.stepped(rows, the(blocks, 10).id, -1)) == [10, 20]
    assert reshape(blocks, lambda rows: plan.stepped(rows, the(blocks, 20).id, 1)) == [10, 20]


def test_a_part_moves_within_its_lane_and_leaves_the_split_at_the_end_of_it():
    blocks = day_of(10, {"A": [20, 21], "B": [22]}, 30)
    one = the(blocks, 20).id
    assert reshape(blocks, lambda rows: plan.stepped(rows, one, 1)) == [10, {"A": [21, 20], "B": [22]}, 30]
    assert reshape(blocks, lambda rows: plan.stepped(rows, one, 1)) == [10, {"A": [21], "B": [22]}, 20, 30]


def test_a_split_of_one_lane_is_no_split():
    blocks = day_of({"A": [20, 21], "B": [22]})
    gone = the(blocks, 22)
    assert reshape([b for b in blocks if b is not gone], lambda rows: plan.without(rows, gone.id)) == [20, 21]


def test_joined_lanes_follow_one_another():
    blocks = day_of(10, {"A": [20, 21], "B": [22]}, 30)
    assert reshape(blocks, lambda rows: plan.joined(rows, the(blocks, 21).id)) == [10, 20, 21, 22, 30]


def test_a_part_is_put_after_another_in_its_lane_or_after_the_whole_split():
    for in_lane, wanted in ((True, [{"A": [20, 5], "B": [22]}, 30]), (False, [{"A": [20], "B": [22]}, 5, 30])):
        blocks, new = day_of({"A": [20], "B": [22]}, 30), block(5)
        after = the(blocks, 20).id
        rows = plan.inserted(plan.rows_of(blocks, 1), new, after, in_lane=in_lane)
        plan.put([*blocks, new], plan.places(rows, 1))
        assert shape([*blocks, new]) == wanted


def test_a_part_cannot_follow_one_that_has_gone():
    with pytest.raises(Refused):
        plan.inserted(plan.rows_of(day_of(10), 1), block(5), "gone")


def test_imported_splits_with_other_lanes_are_two_splits():
    blocks = [Block("W", order, "Part", 10, lane) for order, lane in ((1, "A"), (1, "B"), (2, "C"), (2, "D"))]
    assert [[lane.name for lane in row.lanes] for row in plan.rows_of(blocks, 1)] == [["A", "B"], ["C", "D"]]


def test_blocks_of_one_order_without_lanes_run_side_by_side():
    blocks = [Block("W", 1, "Part", 10), Block("W", 1, "Part", 20), Block("W", 2, "Part", 5)]
    assert shape(blocks) == [{"A": [10], "B": [20]}, 5]


def lengths_of(model):
    return [max(sum(lane) for lane in row) if isinstance(row, list) else row for row in model]


def starts_of(model):
    """The second model: where each length begins, in reading order."""
    now, found = FIRST, []
    for row, length in zip(model, lengths_of(model), strict=True):
        for lane in row if isinstance(row, list) else [[row]]:
            at = now
            for minutes in lane:
                found.append((at, minutes))
                at += minutes
        now += length
    return found


def as_model(blocks):
    return [[list(lane) for lane in row.values()] if isinstance(row, dict) else row for row in shape(blocks)]


CHANGES = st.sampled_from(["longer", "earlier", "later", "split", "join", "add", "remove"])
MOVES = st.lists(st.tuples(CHANGES, st.integers(0, 40)), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=2, max_size=12), MOVES)
def test_whatever_is_done_the_arithmetic_is_that_of_a_plain_list(lengths, moves):
    blocks, model = day_of(*lengths), list(lengths)
    for what, number in moves:
        blocks, model = done(what, number, blocks, model)
        assert as_model(blocks) == model
        timed = timetable(blocks, time(9)).timed
        assert [(each.start, each.block.minutes) for each in timed] == starts_of(model)


def done(what, number, blocks, model):
    """One change of both models; a plain row is changed, so that the second model can stay plain."""
    number %= len(model)
    row = plan.rows_of(blocks, 1)[number]
    if what == "longer" and row.block:
        row.block.minutes += 5
        model[number] += 5
    elif what in ("earlier", "later") and row.block:
        there = min(max(number + (1 if what == "later" else -1), 0), len(model) - 1)
        reshape(blocks, lambda rows: plan.stepped(rows, row.block.id, 1 if what == "later" else -1))
        model.insert(there, model.pop(number))
    elif what == "split" and row.block:
        copies = [block(row.block.minutes), block(row.block.minutes + 5)]
        lanes = Row(lanes=tuple(PlanLane(name, (each,)) for name, each in zip("ABC", [row.block, *copies], strict=True)))
        rows = plan.rows_of(blocks, 1)
        rows[number] = lanes
        blocks = settled(rows)
        model[number] = [[each.minutes] for each in (row.block, *copies)]
    elif what == "join" and row.is_split:
        reshape(blocks, lambda rows: plan.joined(rows, row.blocks[0].id))
        model[number : number + 1] = [minutes for lane in model[number] for minutes in lane]
    elif what == "add":
        new = block(7)
        blocks = settled(plan.inserted(plan.rows_of(blocks, 1), new, row.blocks[-1].id))
        model.insert(number + 1, 7)
    elif what == "remove" and row.block and len(model) > 2:
        blocks = settled(plan.without(plan.rows_of(blocks, 1), row.block.id))
        del model[number]
    return blocks, model
