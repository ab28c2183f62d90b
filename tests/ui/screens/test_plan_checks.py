"""Each check of a plan in a real window: where something is wrong it speaks beside the plan, where all is well it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from coproduce.domain.checks import PlanScene
from coproduce.domain.ids import ContributionId
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.storage.workspace_file import WorkspaceFile
from tests.domain.test_checks import CASES


def written(scene: PlanScene, path) -> WorkspaceFile:
    """The scene as a workspace on the disk, with what was said at a workshop of the week before."""
    file = WorkspaceFile.create(path, organisation="Valley Care")
    named = {entry.person_id for entry in (*scene.attendances, *scene.seats, *scene.papers, *scene.arrangements)}
    named |= {person for block in scene.blocks for person in block.led_by}
    with file.work("Write") as work:
        work.add(Project("P", "Project"))
        work.add_all([scene.people.get(person, Person(person, person)) for person in sorted(named)])
        work.add(replace(scene.workshop))
        before = Workshop("V", "P", "Before", scene.workshop.date - timedelta(days=7))
        work.add(before)
        work.add_all([Contribution(ContributionId(f"C{number}"), before.id, "A bench") for number in range(scene.said_before)])
        work.add_all([LeadTime(need, days) for need, days in scene.notice.by_need.items()])
        for records in (scene.blocks, scene.attendances, scene.arrangements, scene.papers, scene.seats, scene.decisions, scene.options):
            work.add_all([replace(record) for record in records])
    return file


def shown(window, scene: PlanScene, path):
    """What a person reads beside the plan of that scene, and the keys of the buttons in sight."""
    window.take(written(scene, path))
    window.go("plan")
    page = window.stack.page("plan")
    page.viewmodel.today = lambda: scene.today
    page.viewmodel.show_workshop(scene.workshop.id)
    page.viewmodel.show_side("checks")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    read = "\n".join(one.text() for one in page.pane.findChildren(QLabel) if one.isVisible())
    return read, {key for key, made in page.pane.buttons().items() if made.isVisible()}


@pytest.mark.parametrize("key", CASES)
def test_a_check_speaks_in_the_window_only_where_something_is_wrong(open_window, tmp_path, key):
    wrong, right, words = CASES[key]
    window = open_window()
    read, buttons = shown(window, wrong, tmp_path / "wrong.coproduce")
    assert words in read
    assert {f"know {key}", f"go {key}"} <= buttons
    _read, buttons = shown(window, right, tmp_path / "right.coproduce")
    assert f"know {key}" not in buttons
