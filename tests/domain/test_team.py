from __future__ import annotations

import pytest

from coproduce.domain.codes import Right
from coproduce.domain.team import TeamMember, right_of, sees_needs

TEAM = [TeamMember("Nia Evans", Right.LEAD), TeamMember("Joe", Right.FINANCE)]


@pytest.mark.parametrize(
    ("name", "right"),
    [("Nia Evans", Right.LEAD), (" nia  evans ", Right.LEAD), ("Joe", Right.FINANCE), ("Jo", Right.READER), ("", Right.READER)],
)
def test_a_name_has_the_right_it_was_given_and_a_stranger_only_looks(name, right):
    assert right_of(TEAM, name) is right


def test_with_nobody_in_the_team_everybody_leads():
    assert right_of([], "") is Right.LEAD


def test_only_leads_see_what_people_need():
    assert [right for right in Right if sees_needs(right)] == [Right.LEAD]
