"""One road for every change: a page in sight follows it at once, a hidden one when it is next shown."""

from __future__ import annotations

import pytest

from coproduce.operations import people, resourcing
from tests.operations.story import LATER
from tests.ui.screens.conftest import row_of


def test_a_change_made_elsewhere_shows_on_the_page_in_sight(go, story):
    page = go("resourcing")
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    assert row_of(page, story.offered)[4] == "Paid"
    story.file.undo()
    assert row_of(page, story.offered)[4] == "Late"


def test_a_hidden_page_waits_until_it_is_shown(go, story):
    page = go("resourcing")
    go("people")
    asked = []
    page.viewmodel.query_ids, inner = lambda: (asked.append(1), inner())[1], page.viewmodel.query_ids
    people.edit_person(story.file, story.ana, name="Ana Price")
    assert asked == []
    go("resourcing")
    assert asked == [1]
    assert row_of(page, story.offered)[0] == "Ana Price"


def test_a_change_that_does_not_concern_a_page_leaves_it_alone(go, story):
    page = go("decisions")
    drawn = []
    page.viewmodel.changed, inner = lambda: (drawn.append(1), inner()), page.viewmodel.changed
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    assert drawn == []


@pytest.mark.parametrize("key", ["today", "workshops", "people", "resourcing", "decisions", "evidence"])
def test_drawing_the_same_state_again_changes_nothing(key, go):
    page = go(key)
    before = page.grab().toImage()
    page.show_state()
    page.show_state()
    assert page.grab().toImage() == before


def test_the_record_chosen_stays_chosen_when_the_list_changes(go, story):
    page = go("people")
    page.table.choose(story.ben)
    people.add_person(story.file, name="Aaron")
    assert page.table.chosen_id == story.ben
    assert page.pane.words().startswith("Ben")
    people.delete_person(story.file, story.ben)
    assert page.table.chosen_id == story.ana
