"""The workshops page: one workshop, section by section."""

from __future__ import annotations

from datetime import time

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.codes import AttendanceState, PersonSays, WorkshopState
from coproduce.domain.ids import PersonId
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.operations import workshops
from tests.ui.screens.conftest import fill, row_of


def shown(go, story):
    page = go("workshops")
    page.table.choose(story.held)
    return page


def of(story, kind, record_id):
    with story.file.read() as reading:
        return reading.get(kind, record_id)


def test_workshops_are_listed_with_how_many_came_and_their_state(go, story):
    page = go("workshops")
    assert row_of(page, story.held) == ["One, 1 March 2025", "2", "To close"]
    assert row_of(page, story.ahead) == ["Two, 10 June 2025", "", "Planned"]


def test_attendance_is_set_with_one_press_and_taken_back_with_another(go, story, press, window):
    page = shown(go, story)
    press(page.pane.buttons()[f"at {story.seat}:left_early"])
    assert of(story, Attendance, story.seat).state is AttendanceState.LEFT_EARLY
    assert page.pane.buttons()[f"at {story.seat}:left_early"].isChecked()
    press(page.pane.buttons()[f"at {story.seat}:left_early"])
    assert of(story, Attendance, story.seat).state is None
    window.undo()
    window.undo()
    assert of(story, Attendance, story.seat).state is AttendanceState.HERE


def test_the_focus_stays_on_the_answer_that_was_pressed(go, story, press):
    page = shown(go, story)
    page.pane.buttons()[f"at {story.seat}:apologies"].setFocus()
    press(page.pane.buttons()[f"at {story.seat}:apologies"])
    assert page.pane.buttons()[f"at {story.seat}:apologies"].hasFocus()


def test_people_are_put_on_the_list(go, story, press, form):
    page = go("workshops")
    page.table.choose(story.ahead)
    press(page.pane.buttons()["add_people"])
    fill(form(), people=frozenset({story.ana, story.ben}), capacity="community")
    press(form().ok)
    with story.file.read() as reading:
        assert {seat.person_id for seat in reading.all(Attendance, workshop_id=story.ahead)} == {story.ana, story.ben}


def test_the_plan_shows_starts_and_a_part_can_be_moved(go, story, press):
    workshops.edit_workshop(story.file, story.held, starts_at=time(9, 30))
    page = shown(go, story)
    page.viewmodel.show_section("plan")
    assert "09:30  Welcome" in page.pane.words()
    assert "09:45  Listening" in page.pane.words()
    press(page.pane.buttons()[f"block {story.block}"])
    press(page.pane.buttons()["block_down"])
    assert "09:30  Listening" in page.pane.words()
    assert of(story, Block, story.block).order == 2


def test_whether_access_worked_is_the_persons_own_answer(go, story, press):
    page = shown(go, story)
    page.viewmodel.show_section("access")
    press(page.pane.buttons()[f"need {story.need}"])
    press(page.pane.buttons()["works:did_not"])
    assert of(story, Arrangement, story.need).person_says is PersonSays.DID_NOT


def test_a_paper_is_marked_as_sent_in_the_format_that_was_needed(go, story, press):
    page = shown(go, story)
    page.viewmodel.show_section("papers")
    press(page.pane.buttons()[f"paper {story.paper}"])
    press(page.pane.buttons()["paper_sent"])
    paper = of(story, Paper, story.paper)
    assert paper.sent_on is not None
    assert paper.right_format


def test_a_held_workshop_is_closed_and_reopened_by_undo(go, story, press, window):
    page = shown(go, story)
    press(page.pane.buttons()["close"])
    assert of(story, Workshop, story.held).state is WorkshopState.CLOSED
    assert row_of(page, story.held)[2] == "Closed"
    window.undo()
    assert row_of(page, story.held)[2] == "To close"


def test_a_workshop_is_added_for_the_project_in_hand(go, story, press, form):
    page = go("workshops")
    page.viewmodel.add()
    fill(form(), title="Three", date="03/09/2025")
    press(form().ok)
    [added] = [found for found in page.table.rows.ids if found not in (story.held, story.ahead)]
    assert of(story, Workshop, added).project_id == story.project
    assert page.table.chosen_id == added


def test_cancelling_needs_a_reason_and_keeps_it(go, story, press, form):
    page = go("workshops")
    page.table.choose(story.ahead)
    press(page.pane.buttons()["cancel"])
    press(form().ok)
    assert form().form.wrong_words("cancelled_reason")
    fill(form(), cancelled_reason="No interpreter could come")
    press(form().ok)
    assert "Cancelled: No interpreter could come" in page.pane.words()


def test_where_there_are_many_people_a_part_of_the_name_comes_first(go, story, press, form, window, qtbot):
    with story.file.work("Many people") as work:
        work.add_all([Person(PersonId(f"M{n}"), f"Person {n}", group="Youth council") for n in range(120)])
    page = go("workshops")
    page.table.choose(story.ahead)
    press(page.pane.buttons()["add_people"])
    fill(form(), part="nobody of this name")
    press(form().ok)
    assert form().form.wrong_words("part")
    fill(form(), part="person 11")
    press(form().ok)
    fill(form(), people=frozenset({"M11", "M110"}))
    press(form().ok)
    with story.file.read() as reading:
        assert {seat.person_id for seat in reading.all(Attendance, workshop_id=story.ahead)} == {"M11", "M110"}


def test_a_large_meeting_shows_the_first_hundred_until_all_are_asked_for(go, story, press):
    with story.file.work("A large meeting") as work:
        everybody = [Person(PersonId(f"M{n:03}"), f"Person {n:03}") for n in range(130)]
        work.add_all([*everybody, *(Attendance(story.ahead, person.id) for person in everybody)])
    page = go("workshops")
    page.table.choose(story.ahead)
    assert sum(key.startswith("more ") for key in page.pane.buttons()) == 100
    press(page.pane.buttons()["show_all"])
    assert sum(key.startswith("more ") for key in page.pane.buttons()) == 130


def test_what_people_need_is_brought_over_in_one_step(go, story, window, press):
    page = go("workshops")
    page.show_record(story.held)
    page.viewmodel.show_section("access")
    press(page.pane.buttons()["bring_needs"])
    assert "Large print" in page.pane.words()
    assert "Brought over 1 need of 1 person." in window.message_bar.words
    press(page.pane.buttons()["bring_needs"])
    assert "here already" in window.message_bar.words
