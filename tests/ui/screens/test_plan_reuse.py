"""Methods, templates, lanes and the day itself, from the plan page and the workshop page in a real window."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from coproduce.domain.agenda import Block, Lane, LaneSeat
from coproduce.domain.codes import AttendanceState, Capacity, Role, YesNo
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.methods import Method, Template
from coproduce.domain.room import Attendance, Turns
from coproduce.operations import access, people, plan, room, turns, workshops
from coproduce.storage.queries import organisation
from ui.kit.form_dialog import FormDialog
from ui.kit.search_field import SearchField
from ui.screens.plan.view import PlanView


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    return made


@pytest.fixture
def file(window):
    return window.workspace.workspace


@pytest.fixture
def meeting(file):
    [project] = organisation.projects(file)
    return workshops.add_workshop(file, project_id=project.id, title="Evening", date=date(2026, 12, 8), starts_at=time(18))


@pytest.fixture
def page(window, meeting):
    window.go("plan")
    return window.stack.page("plan")


def form(window) -> FormDialog:
    return next(each for each in window.findChildren(FormDialog) if each.isVisible())


def answer(window, **values):
    shown = form(window)
    for name, value in values.items():
        shown.form.editor(name).put(value)
    shown.press_ok()


def every(file, kind):
    with file.read() as reading:
        return reading.all(kind)


def test_a_day_begins_from_a_template(window, page, file):
    page.viewmodel.library.ask_template()
    answer(window, template="online_evening")
    titles = [tile.title for tile in page.timeline.tiles]
    assert titles[0] == "Doors open: sound, captions, names"
    assert [tile.lanes for tile in page.timeline.tiles].count(2) == 2
    assert page.timeline.tiles[0].start == "18:00"
    window.undo()
    assert page.timeline.tiles == ()


def test_a_method_is_found_by_what_it_is_for_and_put_into_the_plan(window, page, file):
    page.viewmodel.show_side("methods")
    page.pane.buttons()["about:decision"].click()
    listed = [key for key in page.pane.buttons() if key.startswith("method ")]
    assert "method consent_decision" in listed
    assert "method world_cafe" not in listed
    page.pane.buttons()["method consent_decision"].click()
    assert "Proposal in plain words a week before" in page.pane.words()
    page.pane.buttons()["use_method"].click()
    [block] = every(file, Block)
    assert (block.title, block.minutes, block.method) == ("Consent decision", 40, "Consent decision")


def test_methods_are_searched_by_words_while_the_box_keeps_its_focus(window, page, qtbot):
    page.viewmodel.show_side("methods")
    [box] = page.pane.findChildren(SearchField)
    everything = len([key for key in page.pane.buttons() if key.startswith("method ")])
    box.setFocus()
    QTest.keyClicks(box, "postcard")
    qtbot.waitUntil(lambda: page.viewmodel.library.words == "postcard")
    assert 1 <= len(page.viewmodel.library.found) < everything or "No method speaks of that" in page.pane.words()
    assert box.hasFocus()
    assert box.text() == "postcard"
    box.clear()
    QTest.keyClicks(box, "CONSENT proposal")
    qtbot.waitUntil(lambda: page.viewmodel.library.words == "CONSENT proposal")
    assert "method consent_decision" in page.pane.buttons()
    assert "method world_cafe" not in page.pane.buttons()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert len([key for key in page.pane.buttons() if key.startswith("method ")]) == everything


def test_what_is_shown_on_every_part_comes_back(window, page, file, meeting, open_window):
    plan.add_part(file, meeting, title="Talk", minutes=30, goal="To hear each other")
    page.toggles["goal"].click()
    again = PlanView(window.workspace, page._shell)
    assert again.viewmodel.shown == {"goal"}
    again.viewmodel.toggle_shown("goal")
    assert PlanView(window.workspace, page._shell).viewmodel.shown == set()


def test_an_interpreter_stays_with_whoever_needs_one_when_groups_are_mixed(window, page, file, meeting):
    persons = [people.add_person(file, name=f"Person {n}") for n in range(6)]
    room.add_to_workshop(file, meeting, persons, capacity=Capacity.LIVED_EXPERIENCE)
    interpreter, deaf = persons[0], persons[4]
    room.edit_attendance(file, next(seat.id for seat in every(file, Attendance) if seat.person_id == interpreter), role=Role.INTERPRETER)
    access.add_arrangement(file, meeting, deaf, need="bsl_interpreter")
    part = plan.add_part(file, meeting, title="Talk", minutes=30)
    plan.split_part(file, part, lanes=["Blue", "Green", "Red"])
    page.viewmodel.choose(part)
    for seed in range(1, 6):
        page.pane.buttons()["lane_groups"].click()
        assert any("Person 4 / Person 0" in said.text() for said in form(window).findChildren(QLabel))
        answer(window, seed=seed)
        lane_of = {seat.person_id: seat.lane for seat in every(file, LaneSeat)}
        assert lane_of[interpreter] == lane_of[deaf]


def test_a_part_is_kept_as_a_method_and_a_plan_as_a_template(window, page, file, meeting):
    part = plan.add_part(file, meeting, title="Our song", minutes=10)
    page.viewmodel.choose(part)
    page.pane.buttons()["keep_method"].click()
    page.viewmodel.library.keep_template()
    answer(window, title="Song evening")
    assert [method.title for method in every(file, Method)] == ["Our song"]
    assert [template.title for template in every(file, Template)] == ["Song evening"]
    page.viewmodel.show_side("methods")
    assert "Our song" in page.pane.words()
    assert "Song evening" in page.pane.words()


def test_who_is_in_a_lane_is_chosen_and_mixed(window, page, file, meeting):
    persons = [people.add_person(file, name=f"Person {n}") for n in range(6)]
    room.add_to_workshop(file, meeting, persons[:3], capacity=Capacity.LIVED_EXPERIENCE)
    room.add_to_workshop(file, meeting, persons[3:], capacity=Capacity.EMPLOYED)
    part = plan.add_part(file, meeting, title="Talk", minutes=30)
    plan.split_part(file, part, lanes=["Blue", "Green"])
    page.viewmodel.choose(part)
    page.pane.buttons()["lane_who"].click()
    answer(window, people=frozenset(persons[:2]))
    assert {seat.person_id for seat in every(file, LaneSeat)} == set(persons[:2])
    page.pane.buttons()["lane_groups"].click()
    answer(window, seed=3)
    lanes = {lane: {seat.person_id for seat in every(file, LaneSeat) if seat.lane == lane} for lane in ("Blue", "Green")}
    assert {len(there) for there in lanes.values()} == {3}
    assert all(1 <= len(there & set(persons[:3])) <= 2 for there in lanes.values())
    page.pane.buttons()["lane_describe"].click()
    answer(window, place="Room 2")
    [lane] = every(file, Lane)
    assert (lane.lane, lane.place) == ("Blue", "Room 2")
    assert "Room 2" in page.pane.words()


def test_the_day_is_run_from_the_plan_and_actual_times_stand_beside_planned_ones(page, file, meeting):
    part = plan.add_part(file, meeting, title="Talk", minutes=30)
    page.viewmodel.choose(part)
    page.viewmodel.run.now = lambda: time(18, 2)
    page.pane.buttons()["begin"].click()
    page.pane.buttons()["five_more"].click()
    assert "Began 18:02; 35 min left, 5 min added." in page.pane.words()
    page.viewmodel.run.now = lambda: time(18, 31)
    page.pane.buttons()["end"].click()
    assert "Began 18:02, ended 18:31: 29 minutes, 30 planned, 5 min added." in page.pane.words()


def test_a_guest_is_taken_in_by_name_and_turns_are_counted_by_group(window, file, meeting):
    window.go("workshops")
    shown = window.stack.page("workshops")
    shown.show_record(meeting)
    shown.viewmodel.show_section("room")
    shown.pane.buttons()["guest"].click()
    answer(window, name="Carys", capacity="community")
    [seat] = every(file, Attendance)
    assert (seat.state, seat.capacity) == (AttendanceState.UNEXPECTED, Capacity.COMMUNITY)
    workshops.edit_workshop(file, meeting, voice_agreed=YesNo.YES)
    turns.write_turns(file, meeting, turns=4, capacity=Capacity.CARER)
    [counted] = every(file, Turns)
    shown.pane.buttons()[f"turns {counted.id}"].click()
    shown.pane.buttons()["turns_more"].click()
    assert [row.turns for row in every(file, Turns)] == [5]


def test_the_team_looks_back_and_keeps_its_promises(window, file, meeting):
    window.go("workshops")
    shown = window.stack.page("workshops")
    shown.show_record(meeting)
    shown.viewmodel.show_section("after")
    assert "Still open" in shown.pane.words()
    shown.pane.buttons()["reflection power"].click()
    answer(window, words="With the chair, mostly.")
    shown.pane.buttons()["promise"].click()
    answer(window, words="A letter to everybody", owner="Nia", due_on=date(2026, 12, 20))
    [made] = every(file, Promise)
    shown.pane.buttons()[f"promise {made.id}"].click()
    shown.pane.buttons()["promise_kept"].click()
    assert every(file, Promise)[0].kept_on is not None
    assert [said.words for said in every(file, Reflection)] == ["With the chair, mostly."]
