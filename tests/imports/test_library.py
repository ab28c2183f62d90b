from __future__ import annotations

from datetime import time

from coproduce.domain.agenda import Block
from coproduce.domain.codes import BlockCategory
from coproduce.domain.methods import CARRIED
from coproduce.domain.timetable import timetable
from coproduce.imports.library import built_in_methods, built_in_templates, published_rates


def test_at_least_thirty_methods_come_with_the_program_each_with_all_that_helps_to_choose():
    methods = built_in_methods()
    assert len(methods) >= 30
    assert len({method.title for method in methods}) == len({method.id for method in methods}) == len(methods)
    for method in methods:
        method.check()
        assert method.minutes
        assert method.smallest_group
        assert method.largest_group
        assert method.purpose
        assert method.steps
        assert method.access_notes
        assert method.source
        assert method.participants_lead or method.category is BlockCategory.BREAK


def test_the_templates_that_practitioners_need_are_there():
    titles = [whole.template.title for whole in built_in_templates()]
    assert titles == [
        "First meeting",
        "Design workshop",
        "Decision meeting",
        "Online evening",
        "Weekly team meeting",
        "Young people's group",
        "Appreciative enquiry",
        "Consent decision",
    ]


def test_every_template_makes_a_day_whose_times_can_be_worked_out():
    for whole in built_in_templates():
        blocks = [Block("W", part.order, **{name: getattr(part, name) for name in CARRIED}) for part in whole.blocks]
        table = timetable(blocks, time(10))
        assert table.timed
        assert all(timed.start is not None for timed in table.timed)
        assert table.timed[-1].start == 600 + table.total - table.timed[-1].block.minutes


def test_lanes_of_a_template_run_side_by_side():
    [evening] = [whole for whole in built_in_templates() if whole.template.title == "Online evening"]
    rooms = [part for part in evening.blocks if part.lane]
    assert [part.lane for part in rooms] == ["Room 1", "Room 2"]
    assert len({part.order for part in rooms}) == 1


def test_published_rates_say_where_they_come_from_and_no_figure_is_in_code():
    rates = dict(published_rates())
    assert len(rates) >= 8
    for rate in rates.values():
        rate.check()
        assert any(character.isdigit() for character in rate.source or ""), rate.label
    assert rates["real_living_wage_uk"].amount.plain() == "13.45"
