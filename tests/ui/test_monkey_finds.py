"""Faults put into the window on purpose: the monkey comes upon each, by nothing but clicking, typing and looking.

Each is looked for on the pages and in the ways it is about, so that it takes seconds; the monkey with all ways is `tests.long.monkey`.
"""

from __future__ import annotations

import pytest

from coproduce.storage.queries import people as people_queries
from coproduce.storage.queries.people import Group
from tests.ui.monkey_run import Fault, let_loose
from ui.kit.form import Form
from ui.kit.key_figure import KeyFigure
from ui.open_workspace import OpenWorkspace
from ui.sample import sample_workspace
from ui.screens.people.viewmodel import PeopleModel

FORMS = ("press_the_likeliest", "fill_in", "undo_or_redo")


@pytest.fixture
def window(open_window, tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    made = open_window()
    made.take(sample_workspace(tmp_path))
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


def a_list_overhears_undo(plant):
    undo, wants, going_back = OpenWorkspace.undo, PeopleModel.wants, []

    def quietly(workspace):
        going_back.append(True)
        try:
            return undo(workspace)
        finally:
            going_back.clear()

    plant.setattr(OpenWorkspace, "undo", quietly)
    plant.setattr(PeopleModel, "wants", lambda model, touched: not going_back and wants(model, touched))


def a_button_falls_over(plant):
    def fall_over(_model):
        raise RuntimeError("in the middle of nowhere")

    plant.setattr(PeopleModel, "add", fall_over)


def a_form_drops_an_answer(plant):
    values = Form.values

    def some(form):
        found = values(form)
        return {name: "" if name == "contact_route" else answer for name, answer in found.items()}

    plant.setattr(Form, "values", some)


def a_filter_hides_a_row(plant):
    ids = people_queries.ids

    def fewer(workspace, *, group=Group.ALL, **asked):
        return ids(workspace, group=group, **asked)[: None if group is Group.ALL else -1]

    plant.setattr(people_queries, "ids", fewer)


def a_tile_stays_as_it_was(plant):
    show = KeyFigure.show_figure

    def once(tile, figure, under=""):
        if tile.figure.text() == "–":
            show(tile, figure, under)

    plant.setattr(KeyFigure, "show_figure", once)


FAULTS = {
    a_list_overhears_undo: ("the table lists|asked again says|the table has", 1, ("people",), FORMS),
    a_button_falls_over: ("in the middle of nowhere", 1, ("people",), FORMS),
    a_form_drops_an_answer: ("was typed under", 1, ("people",), FORMS),
    a_filter_hides_a_row: ("says [0-9]+, and [0-9]+ are listed", 1, ("people",), ("press", "key")),
    a_tile_stays_as_it_was: ("a tile says", 3, ("today", "resourcing"), ("page", "press_the_likeliest", "fill_in")),
}
"""How each is told, a seed, the pages it is on, and the ways that lead to it."""


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_monkey_comes_upon_a_planted_fault(window, tmp_path, monkeypatch, fault):
    fault(monkeypatch)
    told, seed, pages, ways = FAULTS[fault]
    window.go(pages[0])
    with pytest.raises(Fault, match=told):
        let_loose(window, seed, 150, tmp_path, every=3, pages=pages, only=ways)
