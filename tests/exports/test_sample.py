"""The sample is a believable story, comes in without a question, and says that it is invented."""

from __future__ import annotations

from datetime import date

from coproduce.domain.codes import DecisionMethod, DeclineReason, WorkshopState
from coproduce.domain.evidence import measure_all
from coproduce.domain.evidence.indicator import State
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.storage.workspace_file import WorkspaceFile

from .conftest import SAMPLE

DAY = date(2026, 6, 30)


def test_it_comes_in_whole_without_a_problem_a_doubt_or_a_column_left_alone(tmp_path):
    read = read_workbook(SAMPLE)
    with WorkspaceFile.create(tmp_path / "sample.coproduce") as workspace:
        plan = plan_import(workspace, read)
    assert (plan.problems, plan.warnings, read.notes) == ((), (), ())


def test_it_says_that_it_is_invented(sample):
    assert "invented example" in sample.project.title.lower()
    assert "invented example" in sample.settings.organisation.lower()


def test_it_has_three_organisations_about_twenty_people_and_four_workshops_held(sample):
    assert len(sample.project.partners.split(";")) == 3
    assert 18 <= len(sample.people) <= 22
    assert sum(workshop.state in (WorkshopState.HELD, WorkshopState.CLOSED) for workshop in sample.workshops) == 4


def test_things_go_wrong_in_it_as_well(sample):
    evidence = measure_all(sample, DAY)
    assert any(line.decline_reason is DeclineReason.BENEFITS for line in sample.payments)
    assert any(decision.method is DecisionMethod.DECIDED_ELSEWHERE for decision in sample.decisions)
    assert evidence.share("T2").no == 1
    assert evidence.share("T5").no > 0
    assert evidence.share("T12").no > 0
    assert evidence.share("T19").no > 0
    assert evidence.share("T28").state is State.NOT_MET


def test_some_of_it_is_met_and_some_cannot_be_shown(sample):
    states = {result.state for result in measure_all(sample, DAY).results}
    assert {State.MET, State.PARTLY, State.NOT_MET, State.CANNOT_BE_SHOWN, State.MEASURED} <= states
