"""A change of one project may rest on words said in another."""

from __future__ import annotations

import pytest

from coproduce.domain.codes import Capacity, WorkshopState
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.evidence import measure_all
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.domain.evidence.literal import read_all
from tests.domain.evidence.situations import AS_OF, DAY


@pytest.mark.parametrize("capacity, answer", [(Capacity.EMPLOYED, 0), (Capacity.CARER, 1), (None, 1)])
def test_words_said_in_another_project_keep_the_capacity_their_person_had_there(tmp_path, capacity, answer):
    records = (
        Project("ours", "Ours"),
        Project("theirs", "Theirs"),
        Person("ann", "Ann"),
        Workshop("W1", "ours", "A day", DAY, state=WorkshopState.HELD),
        Workshop("W2", "theirs", "A day", DAY, state=WorkshopState.HELD),
        Attendance("W2", "ann", capacity=capacity),
        Contribution("C1", "W1", "Please write sooner"),
        Contribution("C2", "W2", "Please ring", person_id="ann"),
        Decision("D1", "ours", "When do we write?", workshop_id="W1", decided_on=DAY),
        Change("D1", "C2", "in ten days", "the same day"),
    )
    with WorkspaceFile.create(tmp_path / "two.coproduce") as workspace:
        with workspace.work("Two projects") as work:
            for record in records:
                work.add(record)
        facts = load_facts(workspace, "ours")
    evidence = measure_all(facts, AS_OF)
    assert evidence.share("T18").yes == answer == read_all(facts, AS_OF)["T18"]["yes"]
    assert evidence.share("T1").records.not_recorded == ("W1",)
    assert facts.attendances == ()
