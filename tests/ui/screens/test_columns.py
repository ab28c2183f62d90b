"""Every list offers the columns of its sheet, sorts by each of them in both directions, and keeps blanks last."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from coproduce.domain.codes import BudgetKind
from coproduce.domain.money import Money
from coproduce.domain.sheets import Kind, sheet_of
from coproduce.operations import batches, budget, lead_times, suppliers
from coproduce.storage.queries import organisation
from tests.ui.screens.conftest import cells
from ui.kit.columns import Column
from ui.kit.records_part import RecordsPart
from ui.sample import sample_workspace

LISTS = (
    *("people", "workshops", "resourcing", "decisions", "said", "history", "projects", "rates", "batches", "access", "budget"),
    *("suppliers", "lead_times"),
)
TOLD_ELSEWHERE = {
    "workshops": {"project_id"},
    "resourcing": {"workshop_id", "person_id"},
    "decisions": {"project_id", "workshop_id", "decided_on"},
    "said": {"workshop_id", "person_id", "told_on"},
    "access": {"workshop_id", "person_id"},
    "budget": {"project_id"},
}
"""Fields that the columns shown at first say, or that are the id of another record."""


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    with sample_workspace(folder) as file:
        [project] = organisation.projects(file)
        for number, title in enumerate(("March", "April", "May")):
            batches.begin_batch(file, title=title, on=date(2026, number + 3, 1), expected_count=number or None)
            suppliers.add_supplier(file, name=f"{title} Signing", does="Lipspeaker" if number else None, notice_days=number or None)
            lead_times.add_lead_time(file, need=f"{title} thing", days=number, source=title if number else None)
            budget.add_budget_line(file, project.id, kind=list(BudgetKind)[number], title=title, people=number or None, each=Money(number))
    return folder


@pytest.fixture
def shown(open_window, sample_folder, qtbot):
    """The list of a page, and its model."""
    window = open_window(width=1900)
    window.take(sample_workspace(sample_folder))

    def show(name):
        page = {"said": "decisions", "projects": "settings", "rates": "settings"}.get(name, name)
        window.go(page)
        if page != name:
            window.stack.page(page).viewmodel.show_side(name) if name == "said" else window.stack.page(page).show_only(name)
        [part] = [part for part in window.stack.page(page).findChildren(RecordsPart) if part.isVisible()]
        return part

    yield show
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)


@pytest.mark.parametrize("name", LISTS)
def test_every_column_can_be_shown_and_sorted_by_with_blanks_last(shown, name):
    part = shown(name)
    choice, model = part.table.columns.choice, part.viewmodel
    names = [column.name for column in model.columns]
    assert len(set(names)) == len(names)
    for column in model.columns:
        choice.show(column.name, is_shown=True)
    part.table.columns.show_choice()
    assert [column.name for column in part.table.rows.columns] == names

    listed = sorted(model.ids)
    for place, column in enumerate(model.columns):
        if column.sort is None:
            assert column.name == "needs", "only needs, a list of words, have no order"
            continue
        for descending in (False, True):
            part.table.sort_by(place, descending=descending)
            assert sorted(model.ids) == listed
            blank = [not cells(part, row)[place] for row in range(min(60, len(listed)))]
            assert blank == sorted(blank), f"{column.heading}, downwards: {descending}"


@pytest.mark.parametrize("name", [name for name in LISTS if name != "history"])
def test_a_list_offers_every_field_of_its_sheet(shown, name):
    part = shown(name)
    fields = {column.name for column in sheet_of(part.viewmodel.noun).columns if column.kind is not Kind.PARENTS}
    offered = {column.name for column in part.viewmodel.columns}
    assert fields - offered == TOLD_ELSEWHERE.get(name, set())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_filters_a_search_box_and_words_for_nothing_found(shown, qtbot, name):
    part = shown(name)
    page = part.window().stack.currentWidget()
    page.focus_search()
    assert part.search.hasFocus()
    part.search.setText("no such words anywhere")
    part.viewmodel.look_for("no such words anywhere")
    assert part.nothing_found.isVisible()
    assert part.nothing_found.title.text() == "Nothing has these words"
    part.viewmodel.look_for("")
    assert part.table.isVisible()
    qtbot.waitUntil(part.chips.button(next(iter(part.viewmodel.filters)).value).isVisible)


def test_a_column_that_is_chosen_is_there_when_the_window_is_opened_again(shown, open_window, new_workspace):
    part = shown("people")
    part.table.columns.choice.show("reply_format", is_shown=True)
    part.table.columns.show_choice()
    again = open_window()
    again.take(new_workspace)
    again.go("people")
    headings = [column.heading for column in again.stack.page("people").table.rows.columns]
    assert headings[-1] == "Likes to hear by"
    assert QSettings("Coproduce", "Coproduce").contains("tables/People")


def test_columns_are_said_without_qt():
    assert Column("Group", lambda _row: None, sort="group").name == "group"
    assert Column("Needs", lambda _row: None, key="needs", sort="access").name == "needs"
