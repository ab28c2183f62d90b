"""The history page: every step, what it touched, and taking it back alone or with all that came after."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coproduce.domain.people import Person
from coproduce.operations import people, workshops
from coproduce.operations.projects import add_project
from tests.operations.story import AHEAD
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.screens.conftest import cells, fill
from ui.tokens import APPEARANCES


@pytest.fixture
def page(go, story, window):
    """The page, after Ana got a group, Ben a contact, and Ana another group."""
    people.edit_person(story.file, story.ana, group="Garden")
    people.edit_person(story.file, story.ben, named_contact="Siân")
    people.edit_person(story.file, story.ana, group="Kitchen")
    return go("history")


def person(story, one):
    with story.file.read() as reading:
        return reading.get(Person, one)


def choose(page, place):
    page.table.choose(page.table.rows.ids[place])


def test_the_menu_and_its_keys_open_the_history(window, story, qtbot):
    action = window.actions_by_key["edit.history"]
    assert action in window.menus["Edit"].actions()
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert window.stack.key == "history"
    assert QApplication.focusWidget() is window.stack.page("history").table


def test_steps_are_listed_newest_first_under_their_day(page):
    assert [cells(page, row)[2:] for row in range(3)] == [
        ["Edit person, Ana", "", "Done", "1"],
        ["Edit person, Ben", "", "Done", "1"],
        ["Edit person, Ana", "", "Done", "1"],
    ]
    assert cells(page, 0)[0] == "Today"
    assert [page.viewmodel.columns[0].cell(page.table.rows.row(place)).strong for place in range(3)] == [True, False, False]


def test_the_page_says_plainly_what_cannot_be_undone(page):
    assert "reports, workbooks and backups stay as they are" in page.help_line.text()


def test_a_step_shows_which_fields_changed_and_goes_to_the_record_but_never_shows_what_was_there(page, story, window, press):
    choose(page, 2)
    words = page.pane.words()
    assert "Person: Ana" in words
    assert "Changed: Group" in words
    assert "Garden" not in words
    press(page.pane.buttons()[f"Person-{story.ana}"])
    assert window.stack.key == "people"
    assert window.stack.page("people").viewmodel.chosen_id == story.ana


def test_a_step_nothing_builds_on_is_undone_alone_and_the_bar_offers_undo(page, story, window, press):
    choose(page, 1)
    press(page.pane.buttons()["undo"])
    assert person(story, story.ben).named_contact is None
    assert person(story, story.ana).group == "Kitchen"
    assert window.message_bar.words == "Done: Undo alone: Edit person"
    assert [cells(page, row)[4] for row in range(4)] == ["Done", "Done", "Undone", "Done"]
    assert "undo" not in page.pane.buttons()
    window.message_bar.press_undo()
    assert person(story, story.ben).named_contact == "Siân"


def test_a_step_something_builds_on_names_it_and_leads_to_it(page, story, press):
    choose(page, 2)
    assert "undo" not in page.pane.buttons()
    assert "because later steps build on it" in page.pane.words()
    newest = page.table.rows.ids[0]
    press(page.pane.buttons()[f"step-{newest}"])
    assert page.viewmodel.chosen_id == newest
    assert page.table.chosen_id == newest
    press(page.pane.buttons()["undo"])
    assert person(story, story.ana).group == "Garden"


def test_undo_back_to_here_takes_back_all_that_is_newer(page, story, window, press):
    choose(page, 2)
    press(page.pane.buttons()["back"])
    assert person(story, story.ben).named_contact is None
    assert person(story, story.ana).group == "Garden"
    assert window.message_bar.words == "Undone: 2 steps. Redo brings them back one by one."
    assert window.actions_by_key["edit.redo"].text() == "Redo: Edit person"
    assert "back" not in page.pane.buttons()
    window.redo()
    assert person(story, story.ben).named_contact == "Siân"


def test_filters_and_search_leave_what_they_say(page, window):
    window.undo()
    page.viewmodel.show_filter("undone")
    assert [cells(page, row)[4] for row in range(page.table.rows.rowCount())] == ["Undone"]
    page.viewmodel.show_filter("all")
    page.viewmodel.look_for("begin")
    assert [cells(page, row)[2] for row in range(page.table.rows.rowCount())] == ["Begin"]


def listed(page):
    return [cells(page, row)[2:4] for row in range(page.table.rows.rowCount())]


@pytest.fixture
def shared(go, story, window):
    """The page, after Rhian gave Ana a group, Owen gave Ben a contact, and somebody gave Ana another group."""
    for name, act in (
        ("Rhian", lambda: people.edit_person(story.file, story.ana, group="Garden")),
        ("Owen", lambda: people.edit_person(story.file, story.ben, named_contact="Siân")),
        ("", lambda: people.edit_person(story.file, story.ana, group="Kitchen")),
    ):
        window.look.call_me(name)
        act()
    return go("history")


def test_each_step_says_who_did_it_where_a_name_was_given(shared):
    assert listed(shared)[:3] == [["Edit person, Ana", ""], ["Edit person, Ben", "Owen"], ["Edit person, Ana", "Rhian"]]
    choose(shared, 1)
    assert "Owen" in shared.pane.words()


def test_words_to_look_for_find_a_colleague(shared):
    shared.viewmodel.look_for("rhian")
    assert listed(shared) == [["Edit person, Ana", "Rhian"]]


def test_what_one_colleague_did_is_looked_at_by_itself_and_everything_comes_back(shared, form, press, window):
    press(shared.narrow)
    fill(form(), who="Owen")
    form().press_ok()
    assert listed(shared) == [["Edit person, Ben", "Owen"]]
    assert shared.help_line.text().startswith("Only: done by Owen.")
    assert shared.viewmodel.chips[0].figure == 1
    press(shared.whole)
    assert len(listed(shared)) > 3
    assert not shared.whole.isVisible()
    assert window.focusWidget() is shared.narrow


def test_steps_of_nobody_known_are_looked_at_by_themselves(shared, form, press):
    press(shared.narrow)
    fill(form(), who="?")
    form().press_ok()
    assert {who for _label, who in listed(shared)} == {""}


def test_what_became_of_one_record_is_looked_at_by_itself(shared, form, press, story):
    press(shared.narrow)
    dialog = form()
    dialog.form.editor("record").put(f"Person:{story.ben}")
    dialog.press_ok()
    assert ["Edit person, Ben", "Owen"] in listed(shared)
    assert all("Ana" not in label for label, _who in listed(shared))
    assert "Only: Person: Ben." in shared.help_line.text()
    people.edit_person(story.file, story.ben, group="Garden")
    assert len([label for label, _who in listed(shared) if label == "Edit person, Ben"]) == 2, "it follows what is done"


def test_a_record_is_found_by_a_few_letters_of_its_name(shared, form, press):
    press(shared.narrow)
    found = form().form.editor("record")._choices.find("be")
    assert [choice.words for choice in found] == ["Person: Ben"]


def test_from_a_step_all_about_its_record_is_one_press_away(shared, press):
    choose(shared, 1)
    press(shared.pane.buttons()["about"])
    assert "Only: Person: Ben." in shared.help_line.text()


def test_some_days_are_looked_at_by_themselves(shared, form, press):
    press(shared.narrow)
    fill(form(), first=date(2020, 1, 1), last=date(2020, 1, 2))
    form().press_ok()
    assert listed(shared) == []
    assert "Nothing was done that fits" in shared.part.nothing_found.title.text()
    press(shared.narrow)
    today = shared.viewmodel.today()
    fill(form(), first=today, last=today)
    form().press_ok()
    assert len(listed(shared)) > 3
    press(shared.narrow)
    fill(form(), first=today, last=date(2020, 1, 2))
    form().press_ok()
    assert form().form.editor("last") is not None, "the form stays open until the days are the right way round"


def test_a_step_that_is_led_to_is_shown_whatever_is_looked_at(shared, form, press):
    newest = shared.table.rows.ids[0]
    press(shared.narrow)
    fill(form(), who="Owen")
    form().press_ok()
    shared.show_record(newest)
    assert shared.viewmodel.chosen_id == newest
    assert shared.viewmodel.narrowed.is_all


def test_a_record_of_another_project_is_shown_in_its_project(go, story, window, press):
    other = add_project(story.file, title="Another")
    workshop = workshops.add_workshop(story.file, project_id=other, title="Elsewhere", date=AHEAD)
    page = go("history")
    choose(page, 0)
    press(page.pane.buttons()[f"Workshop-{workshop}"])
    assert window.project_id == other
    assert window.stack.page("workshops").viewmodel.chosen_id == workshop


def test_a_record_that_has_gone_is_said_to_be_gone(go, story):
    added = people.add_person(story.file, name="Cat")
    people.delete_person(story.file, added)
    page = go("history")
    choose(page, 1)
    assert "Added · not there now" in page.pane.words()
    assert f"Person-{added}" not in page.pane.buttons()


def test_a_large_step_lists_some_of_its_records_and_counts_the_rest(go, story):
    with story.file.work("Many") as work:
        work.add_all([Person(f"m{number}", f"Name {number}") for number in range(130)])
    page = go("history")
    choose(page, 0)
    assert "and 90 more records" in page.pane.words()


def test_a_very_large_step_is_looked_through_only_when_it_is_undone(go, story, window, press, qtbot):
    with story.file.work("Many") as work:
        work.add_all([Person(f"m{number}", f"Name {number}") for number in range(2_001)])
    people.edit_person(story.file, "m7", group="Garden")
    page = go("history")
    choose(page, 1)
    assert "looks whether later steps build on it when you undo it" in page.pane.words()
    press(page.pane.buttons()["undo"])
    qtbot.waitUntil(lambda: "Undo first: “Edit person”" in window.message_bar.words)
    choose(page, 0)
    press(page.pane.buttons()["undo"])
    page.viewmodel.show_record(next(key for key, step in page.viewmodel.steps.items() if step.label == "Many"))
    press(page.pane.buttons()["undo"])

    def only_two_are_left():
        with story.file.read() as reading:
            return {person.id for person in reading.bare(Person)} == {story.ana, story.ben}

    qtbot.waitUntil(only_two_are_left, timeout=20_000)


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_on_the_page_has_a_name_and_fits(page, window, use_look, qtbot, appearance, scale):
    use_look(appearance, scale)
    window.resize(1366, 768)
    choose(page, 2)
    qtbot.wait(20)
    assert unnamed_focusables(window) == []
    assert page.widget().width() <= page.viewport().width()


def test_help_for_the_page_tells_about_undo_and_leads_back(page, window):
    window.help.open()
    assert window.stack.key == "help"
    window.help.go_back()
    assert window.stack.key == "history"


def test_closing_the_workspace_lets_the_page_go(page, window):
    window.close_workspace()
    assert window.stack.page("history") is None
    assert not window.actions_by_key["edit.history"].isEnabled()
