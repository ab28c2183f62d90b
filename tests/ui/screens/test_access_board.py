"""The board of access arrangements in a real window: what is still to arrange, step by step, and whether it worked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from coproduce.domain.access import Arrangement, ArrangementState
from coproduce.operations import access, workshops
from tests.ui.screens.conftest import fill, row_of
from ui.kit.record_list import local_today


@pytest.fixture
def soon(story):
    """A need at a workshop next week, which had to be arranged yesterday."""
    today = local_today()
    workshops.edit_workshop(story.file, story.ahead, date=today + timedelta(days=7))
    return access.add_arrangement(
        story.file, story.ahead, story.ben, need="speech_to_text", words="canary words", needed_by=today - timedelta(days=1)
    )


@pytest.fixture
def page(go, soon):
    shown = go("access")
    shown.table.choose(soon)
    return shown


def need(story, access_id):
    with story.file.read() as reading:
        return reading.get(Arrangement, access_id)


def words_of(page):
    return " ".join(part.text() for part in page.pane.findChildren(QLabel) if not part.isHidden())


def test_what_is_late_comes_first_and_says_so(page, soon):
    assert row_of(page, soon)[0].startswith("Captions (speech to text)")
    assert row_of(page, soon)[3] == "Late"
    assert page.help_line.text().startswith("1 need is still to arrange")


def test_a_need_is_followed_from_asking_to_the_day(page, story, soon, press, form):
    press(page.pane.buttons()["book"])
    fill(form(), supplier="Captions Cymru")
    press(form().ok)
    assert need(story, soon).state is ArrangementState.BOOKED
    press(page.pane.buttons()["confirm"])
    press(page.pane.buttons()["in_place"])
    assert need(story, soon).state is ArrangementState.IN_PLACE
    assert need(story, soon).supplier == "Captions Cymru"
    assert row_of(page, soon)[3] == "In place"
    press(page.pane.buttons()["works:partly"])
    assert need(story, soon).state is ArrangementState.PARTLY
    assert "book" not in {key for key, made in page.pane.buttons().items() if made.isVisible()}


def test_somebody_of_the_team_sees_to_it(page, story, soon, press, form):
    press(page.pane.buttons()["owner"])
    fill(form(), owner="Nia")
    press(form().ok)
    assert need(story, soon).owner == "Nia"
    page.viewmodel.look_for("nia")
    assert list(page.table.rows.ids) == [soon]


def test_a_no_says_why_and_what_is_offered_instead(page, story, soon, press, form):
    press(page.pane.buttons()["impossible"])
    press(form().ok)
    assert form().form.wrong_words("not_possible_reason")
    fill(form(), not_possible_reason="Nobody was free", alternative="A note-taker")
    press(form().ok)
    assert need(story, soon).state is ArrangementState.NOT_POSSIBLE
    press(page.part.chips.button("not_told"))
    assert list(page.table.rows.ids) == [soon]


def test_after_the_day_it_asks_whether_it_worked(page, story, press):
    press(page.part.chips.button("to_ask"))
    assert list(page.table.rows.ids) == [story.need]


def test_today_leads_to_the_board(window, go, soon, press):
    shown = go("today")
    [button] = [made for made in shown.findChildren(QAbstractButton) if "See who needs it" in made.text()]
    press(button)
    assert window.stack.key == "access"
    assert list(window.stack.page("access").table.rows.ids) == [soon]
    window.go("today")
    window.actions_by_key["view.access"].trigger()
    assert window.stack.key == "access"
