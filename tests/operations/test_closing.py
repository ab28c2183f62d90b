from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import AttendanceState, WorkshopState
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.operations import closing, people, projects, room, workshops
from coproduce.storage.workspace_file import WorkspaceFile

DAY = date(2026, 3, 3)


@pytest.fixture
def new_workspace(tmp_path):
    with WorkspaceFile.create(tmp_path / "closing.coproduce") as file:
        yield file


@pytest.fixture
def meeting(new_workspace):
    project = projects.add_project(new_workspace, title="The line")
    made = workshops.add_workshop(new_workspace, project_id=project, title="Listening", date=DAY)
    ids = [people.add_person(new_workspace, name=name) for name in ("Ana", "Ben", "Carys")]
    room.add_to_workshop(new_workspace, made, ids)
    room.set_attendance(new_workspace, made, ids[0], AttendanceState.APOLOGIES)
    return made


def test_only_those_of_whom_nothing_is_said_are_settled(new_workspace, meeting):
    assert closing.settle_the_rest(new_workspace, meeting, AttendanceState.HERE) == 2
    with new_workspace.read() as reading:
        states = [seat.state for seat in reading.all(Attendance)]
    assert sorted(states) == [AttendanceState.APOLOGIES, AttendanceState.HERE, AttendanceState.HERE]


def test_one_step_says_that_it_was_held_and_closes_it(new_workspace, meeting):
    closing.finish_workshop(new_workspace, meeting, today=DAY)
    with new_workspace.read() as reading:
        assert reading.get(Workshop, meeting).state is WorkshopState.CLOSED
    new_workspace.undo()
    with new_workspace.read() as reading:
        assert reading.get(Workshop, meeting).state is None


def test_a_workshop_still_to_come_is_not_closed(new_workspace, meeting):
    with pytest.raises(Refused, match="has not happened yet"):
        closing.finish_workshop(new_workspace, meeting, today=date(2026, 3, 2))
