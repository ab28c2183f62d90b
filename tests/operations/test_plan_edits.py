"""A stored day of twenty parts with two splits: the arithmetic of a plain list, and undo back to every moment."""

from __future__ import annotations

import pytest

from coproduce.operations import plan
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.plan_edits import PlanEdits, make_edits


@pytest.fixture
def file(tmp_path):
    with WorkspaceFile.create(tmp_path / "plan.coproduce") as made:
        yield made


def test_a_hundred_random_edits_agree_and_each_is_undone_exactly(file):
    assert make_edits(file, seed=1, count=100) == 100


def test_one_length_moves_every_later_start_and_no_earlier_one(file):
    story = PlanEdits(file, seed=1)
    story.agree()
    third = story.rows()[2].block
    plan.set_length(file, third.id, minutes=third.minutes + 5)
    story.model[2] += 5
    story.agree()
