"""What people may ask of us, from their pane: a record kept without being used, seen as such everywhere, and used again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from coproduce.domain.codes import Right
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount
from coproduce.operations import room
from coproduce.operations.restricting import restrict_person
from coproduce.storage.queries.people import Group
from tests.operations.story import DAY
from tests.ui.screens.conftest import cells, fill
from tests.ui.words_in_sight import words_in_sight
from ui.kit.letters_dialog import LettersDialog
from ui.screens.workshops.invitations import invitations


@pytest.fixture
def page(story, go):
    page = go("people")
    page.show_record(story.ana)
    return page


def person(story):
    with story.file.read() as reading:
        return reading.get(Person, story.ana)


def test_a_record_is_kept_without_being_used_and_used_again(page, story, press, form, window):
    press(page.pane.buttons()["restrict"])
    press(form().ok)
    assert form().form.wrong_words("restricted_reason")
    fill(form(), restricted_reason="They say that it is not right")
    press(form().ok)
    assert person(story).restricted_reason == "They say that it is not right"
    assert "Kept, not used" in words_in_sight(window)
    assert "They say that it is not right" in page.pane.words()
    assert page.viewmodel.counts[Group.RESTRICTED] == 1
    press(page.pane.buttons()["use_again"])
    assert not person(story).is_restricted
    window.undo()
    assert person(story).is_restricted
    assert "Use it again" in words_in_sight(window)


def test_it_is_not_put_off_to_a_day_still_to_come(page, story, press, form):
    press(page.pane.buttons()["restrict"])
    fill(form(), restricted_reason="They say that it is not right", restricted_on=date(2099, 1, 1))
    press(form().ok)
    assert "Choose today, or a day before" in form().form.wrong_words("restricted_on")
    assert not person(story).is_restricted


def test_the_letters_of_a_workshop_say_who_is_left_out(story, window):
    room.add_to_workshop(story.file, story.ahead, [story.ana, story.ben])
    restrict_person(story.file, story.ana, on=DAY, reason="Disputed")
    window.services.open_letters(invitations(story.file, window.services, story.ahead, lambda: DAY))
    [dialog] = [one for one in window.findChildren(LettersDialog) if one.isVisible()]
    assert "Left out, because their record is kept but not used: Ana." in dialog.help_line.text()
    assert dialog.people.count() == 1


def test_a_letter_to_them_alone_is_refused_in_words(page, story, window):
    restrict_person(story.file, story.ana, on=DAY, reason="Disputed")
    page.viewmodel.write_answers()
    assert "is not to be used" in window.message_bar.words
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_they_are_marked_wherever_they_are_listed(story, go):
    restrict_person(story.file, story.ana, on=DAY, reason="Disputed")
    money = go("resourcing")
    assert any("Ana (kept, not used)" in cell for cell in cells(money, 0))
    workshop = go("workshops")
    workshop.show_record(story.held)
    assert "Ana (kept, not used)" in workshop.pane.words()


def test_equality_answers_are_stopped_with_what_they_say_was_theirs(page, story, press, form, window, go):
    press(page.pane.buttons()["stop_equality"])
    assert "that cannot be undone" in words_in_sight(form())
    fill(form(), answer_0=story.equality)
    press(form().ok)
    assert person(story).equality_stopped_on is not None
    with story.file.read() as reading:
        assert reading.get(EqualityCount, story.equality).count == 11
    assert not window.actions_by_key["edit.undo"].isEnabled()
    assert not window.message_bar.offers_undo
    assert "Not asked since" in page.pane.words()
    window.go("settings")
    settings = window.stack.page("settings")
    settings.show_record(story.project)
    assert "Do not ask, because they do not wish it: Ana." in settings.workspace.projects.pane.words()
    page = go("people")
    page.show_record(story.ana)
    press(page.pane.buttons()["equality_again"])
    assert person(story).equality_stopped_on is None


def test_each_record_held_about_them_can_be_put_right_from_their_pane(page, story, press, form, window):
    press(page.pane.buttons()["held"])
    words = page.pane.words()
    assert "The phone menu is too long" in words
    assert "Held: Payments" in words
    press(page.pane.buttons()[f"right Person {story.ana}"])
    fill(form(), name="Anna")
    press(form().ok)
    assert person(story).name == "Anna"
    assert "Name: Anna" in page.pane.words()
    press(page.pane.buttons()[f"right Payment {story.offered}"])
    assert window.stack.key == "resourcing"
    assert window.stack.page("resourcing").viewmodel.detail.payment.id == story.offered
    window.go("people")
    press(page.pane.buttons()[f"right Attendance {story.seat}"])
    assert window.stack.key == "workshops"
    window.go("people")
    press(page.pane.buttons()["held"])
    assert "Held: Payments" not in page.pane.words()


def test_somebody_who_does_not_see_needs_is_told_whom_to_ask(page, story, press, window):
    story.file.work_as(Right.ORGANISER)
    press(page.pane.buttons()["held"])
    assert "Ask one of the leads" in window.message_bar.words
