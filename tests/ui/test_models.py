"""Every model that Qt's views read keeps Qt's rules, in the window and through changes of a real workspace."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView

import ui
from coproduce.operations import people, workshops
from ui.kit.records_part import RecordsPart
from ui.kit.rows_model import IdWindowModel
from ui.main_window import SETTINGS
from ui.pages_beside import BESIDE
from ui.sample import sample_workspace


def subclasses(kind):
    for made in kind.__subclasses__():
        yield made
        yield from subclasses(made)


def test_there_is_one_model_of_our_own():
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name != "ui.__main__":
            importlib.import_module(module.name)
    ours = {made for made in subclasses(QAbstractItemModel) if made.__module__.startswith("ui.")}
    assert ours == {IdWindowModel}, "a new model is to be tried below"


@pytest.fixture
def window(open_window, tmp_path, qtbot):
    made = open_window()
    made.take(sample_workspace(tmp_path))
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


@pytest.mark.parametrize("key", ["workshops", "people", "resourcing", "decisions", *BESIDE, SETTINGS])
def test_every_list_of_a_page_keeps_the_rules_of_qt_through_changes(window, qtbot, key):
    window.go(key)
    page = window.stack.currentWidget()
    file = window.workspace.workspace
    watched = [
        QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
        for view in page.findChildren(QAbstractItemView)
        if view.model() is not None
    ]
    assert watched
    somebody = people.add_person(file, name="Aaliyah First")
    for part in page.findChildren(RecordsPart):
        model = part.viewmodel
        for chip in model.chips:
            model.show_filter(chip.key)
        model.show_filter(model.chips[0].key)
        for column in [column for column in model.columns if column.sort]:
            model.sort_by(column.sort, True)
            model.sort_by(column.sort, False)
        for words in ("a", "ab", ""):
            model.look_for(words)
        if model.ids:
            part.table.choose(model.ids[-1])
    people.edit_person(file, somebody, name="Zoë Last")
    people.delete_person(file, somebody)
    workshops.add_workshop(file, project_id=window.project_id, title="Another", date=date(2026, 5, 5))
    for _step in range(4):
        window.undo()
    qtbot.wait(5)
