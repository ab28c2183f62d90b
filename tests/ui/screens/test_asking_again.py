"""Asking again in a real window, and “not asked” in sight wherever it matters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from coproduce.domain.access import Requirement
from coproduce.domain.asking import is_to_ask
from coproduce.domain.codes import AccessAsked, InvitationResponse, Role
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.operations import people, requirements, room, workshops
from coproduce.storage.queries import today as today_queries
from coproduce.storage.queries import workshops as workshop_queries
from tests.ui.screens.conftest import row_of
from ui.kit.detail_parts import State
from ui.kit.many_dialog import ManyDialog
from ui.kit.record_list import local_today

LONG_AGO = local_today() - timedelta(days=400)


@pytest.fixture
def coming(story):
    """Ana and Ben are on the list of a workshop next week."""
    workshops.edit_workshop(story.file, story.ahead, date=local_today() + timedelta(days=7))
    room.add_to_workshop(story.file, story.ahead, [story.ana, story.ben], role=Role.PARTICIPANT)
    return story


def one(story, kind, record_id):
    with story.file.read() as reading:
        return reading.get(kind, record_id)


def seats(story):
    with story.file.read() as reading:
        return {seat.person_id: seat for seat in reading.all(Attendance, workshop_id=story.ahead)}


def words_of(page):
    return " ".join(part.text() for part in page.pane.findChildren(QLabel) if part.isVisible())


def pills_of(page):
    return [part.pill.word for part in page.viewmodel.parts if isinstance(part, State)]


def dialog(window):
    [shown] = [shown for shown in window.findChildren(ManyDialog) if shown.isVisible()]
    return shown


@pytest.fixture
def button_with(qtbot):
    """The button of a page with these words, once it is in sight."""

    def found(page, words):
        def seen():
            return [made for made in page.findChildren(QAbstractButton) if made.isVisible() and made.text() == words]

        qtbot.waitUntil(lambda: bool(seen()))
        return seen()[0]

    return found


def asked(story, **given):
    people.edit_person(story.file, story.ana, **{"access_asked": AccessAsked.ASKED_NEEDS_GIVEN, "access_first_asked_on": LONG_AGO, **given})


def test_who_was_asked_over_a_year_ago_stands_on_today_and_is_asked_again_with_one_press(window, go, coming, press, button_with):
    asked(coming)
    press(button_with(go("today"), "See whom to ask again"))
    page = window.stack.page("people")
    assert list(page.table.rows.ids) == [coming.ana]
    page.table.choose(coming.ana)
    assert "Asked over a year ago" in pills_of(page)
    press(page.pane.buttons()["ask_again"])
    dialog(window).form.editor("workshop_id").put(coming.ahead)
    press(dialog(window).ok)
    ana = one(coming, Person, coming.ana)
    assert (ana.access_asked, ana.access_first_asked_on) == (AccessAsked.ASKED_NEEDS_GIVEN, LONG_AGO)
    assert ana.access_asked_again_on == local_today()
    assert seats(coming)[coming.ana].access_asked_on == local_today()
    assert one(coming, Requirement, coming.rider).need == "large_print", "what they gave is there"
    assert today_queries.figures(coming.file, today=local_today(), project_id=None).ask_again == 0


def test_the_earlier_answer_is_set_aside_only_where_somebody_says_so(window, go, coming, press):
    asked(coming)
    page = go("people")
    page.table.choose(coming.ana)
    press(page.pane.buttons()["ask_again"])
    dialog(window).form.editor("then").put("wait")
    press(dialog(window).ok)
    assert one(coming, Person, coming.ana).access_asked is AccessAsked.ASKED_NO_ANSWER
    assert one(coming, Requirement, coming.rider)
    assert seats(coming)[coming.ana].access_asked_on is None


def test_many_are_asked_again_and_the_form_says_who_is_left_out(window, go, coming, press):
    asked(coming)
    people.edit_person(coming.file, coming.ben, access_asked=AccessAsked.PREFERS_NOT_TO_SAY)
    page = go("people")
    page.table.selectAll()
    press(page.pane.buttons()["many_ask_again"])
    assert any("prefers not to say 1" in part.text() for part in dialog(window).findChildren(QLabel))
    press(dialog(window).ok)
    assert one(coming, Person, coming.ana).access_asked_again_on == local_today()
    assert one(coming, Person, coming.ben).access_asked_again_on is None


def test_the_first_day_somebody_was_asked_for_a_workshop_stays(window, go, coming, press):
    room.edit_attendance(coming.file, seats(coming)[coming.ana].id, access_asked_on=LONG_AGO)
    page = go("workshops")
    page.table.choose(coming.ahead)
    press(page.pane.buttons()["ask_needs"])
    press(dialog(window).ok)
    assert seats(coming)[coming.ana].access_asked_on == LONG_AGO
    assert seats(coming)[coming.ben].access_asked_on == local_today()


def test_a_review_that_is_due_is_said_and_ends_with_one_press(window, go, coming, press, button_with):
    requirements.edit_requirement(coming.file, coming.rider, review_on=local_today())
    asked(coming, access_first_asked_on=local_today(), access_asked=AccessAsked.ASKED_NO_ANSWER)
    press(button_with(go("today"), "See whose needs"))
    page = window.stack.page("people")
    assert list(page.table.rows.ids) == [coming.ana]
    page.table.choose(coming.ana)
    assert "Look at again" in pills_of(page)
    press(page.pane.buttons()["still_holds"])
    assert (one(coming, Requirement, coming.rider).review_on - local_today()).days in (364, 365, 366)
    assert one(coming, Person, coming.ana).access_asked is AccessAsked.ASKED_NEEDS_GIVEN
    assert today_queries.figures(coming.file, today=local_today(), project_id=None).needs_to_review == 0


def test_not_asked_is_in_sight_at_the_workshop_on_the_board_on_today_and_among_people(window, go, coming, press, button_with):
    people.edit_person(coming.file, coming.ana, access_asked=AccessAsked.PREFERS_NOT_TO_SAY)
    page = go("workshops")
    page.table.choose(coming.ahead)
    assert words_of(page).count("Not asked what they need") == 1
    assert "Nobody asked 1 person what they need: Ben." in words_of(page)
    page.viewmodel.show_section("access")
    assert "Nobody asked 1 person what they need: Ben." in words_of(page)
    board = go("access")
    assert "1 person coming soon was not asked" in board.help_line.text()
    press(button_with(board, "People to ask"))
    shown = window.stack.page("people")
    assert list(shown.table.rows.ids) == [coming.ben]
    assert "Not asked yet" in row_of(shown, coming.ben)
    assert button_with(go("today"), "See whom to ask").isVisible()
    page = go("workshops")
    press(page.pane.buttons()["ask_needs"])
    press(dialog(window).ok)
    assert "Nobody asked" not in words_of(page)
    assert seats(coming)[coming.ben].access_asked_on == local_today()
    assert seats(coming)[coming.ana].access_asked_on is None
    assert go("access").people.text() == "People"


def test_who_is_to_ask_is_the_same_in_the_rule_and_in_the_query(coming):
    for asked_state in (None, *AccessAsked):
        for response in (None, InvitationResponse.DECLINED):
            people.edit_person(coming.file, coming.ben, access_asked=asked_state)
            seat = seats(coming)[coming.ben]
            if seat.response is not response:
                room.edit_attendance(coming.file, seat.id, response=response)
            found = workshop_queries.detail(coming.file, coming.ahead, today=local_today()).to_ask
            assert (coming.ben in found) == is_to_ask(one(coming, Person, coming.ben), seats(coming)[coming.ben])
