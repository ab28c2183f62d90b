"""A workshop gathers its own: money, turns, outcomes and feedback are written down where they belong."""

from __future__ import annotations

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import Capacity, GivenBy, WorkshopState
from coproduce.domain.decisions import Decision
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.operations import agenda, people, room, workshops
from tests.operations.story import LATER
from tests.ui.screens.conftest import fill


@pytest.fixture
def shown(go, story):
    """The held workshop, with a section of it."""

    def show(section: str):
        page = go("workshops")
        page.table.choose(story.held)
        page.viewmodel.show_section(section)
        return page

    return show


def all_of(story, kind, **equal):
    with story.file.read() as reading:
        return reading.all(kind, **equal)


def test_a_payment_begins_here_for_somebody_on_the_list(shown, story, press, form):
    page = shown("money")
    press(page.pane.buttons()["add_payment"])
    fill(form(), person_id=story.ben, kind="expense", category="Taxi", offered="12.50", id="X-9")
    press(form().ok)
    [line] = all_of(story, Payment, person_id=story.ben)
    assert (line.id, line.workshop_id, line.offered.pence) == ("X-9", story.held, 1250)
    assert "Expense · Taxi · £12.50" in page.pane.words()


def test_turns_are_counted_for_a_group_and_for_a_person_and_corrected(shown, story, press, form, window):
    page = shown("room")
    press(page.pane.buttons()["turns_group"])
    fill(form(), capacity="employed", turns="11")
    press(form().ok)
    press(page.pane.buttons()["turns_person"])
    fill(form(), person_id=story.ana, turns="2")
    press(form().ok)
    assert "counted already" in form().form.wrong_words("person_id")
    fill(form(), person_id=story.ben, turns="0")
    press(form().ok)
    assert {(t.person_id, t.capacity, t.turns) for t in all_of(story, Turns)} == {
        (story.ana, None, 7),
        (None, Capacity.EMPLOYED, 11),
        (story.ben, None, 0),
    }
    press(page.pane.buttons()[f"turns {story.turns}"])
    press(page.pane.buttons()["turns_edit"])
    fill(form(), turns="8")
    press(form().ok)
    press(page.pane.buttons()["turns_delete"])
    assert story.turns not in {t.id for t in all_of(story, Turns)}
    window.undo()
    assert "spoke 8 times" in page.pane.words()


def test_feedback_sheets_are_entered_one_after_another(shown, story, press, form):
    page = shown("after")
    press(page.pane.buttons()["add_ours"])
    dialog = form()
    for voice in ("9", "4", "11"):
        fill(dialog, voice=voice, agenda="0")
        press(dialog.again)
    assert dialog.form.wrong_words("voice") == "Write a whole number from 0 to 10, or leave it blank."
    fill(dialog, voice="")
    press(dialog.again)
    assert dialog.saved.text() == "3 saved"
    assert dialog.form.editor("agenda").value() is None
    assert dialog.focusWidget() is dialog.form.editor("voice").focused
    press(dialog.cancel)
    sheets = all_of(story, Verdict, given_by=GivenBy.ORGANISER)
    assert [(sheet.voice, sheet.agenda, sheet.ways) for sheet in sheets] == [(9, 0, None), (4, 0, None), (None, 0, None)]
    assert "Participants 8.0 · organisers 6.5" in page.pane.words()
    assert "Participants 7.0 · organisers not recorded" in page.pane.words()


def test_a_feedback_sheet_is_corrected_and_deleted(shown, story, press, form):
    page = shown("after")
    press(page.pane.buttons()[f"sheet {story.verdict}"])
    press(page.pane.buttons()["sheet_edit"])
    fill(form(), words="Too hot in there", access_worked="partly")
    press(form().ok)
    assert "Too hot in there" in page.pane.words()
    press(page.pane.buttons()["sheet_delete"])
    assert all_of(story, Verdict) == []


def test_only_the_first_feedback_sheets_are_listed_until_all_are_asked_for(shown, story, press):
    for _number in range(25):
        room.record_verdict(story.file, story.held, given_by=GivenBy.PARTICIPANT, voice=5)
    page = shown("after")
    assert sum(key.startswith("sheet ") for key in page.pane.buttons()) == 20
    press(page.pane.buttons()["show_sheets"])
    assert sum(key.startswith("sheet ") for key in page.pane.buttons()) == 26


def test_what_was_said_and_decided_is_written_down_with_the_workshop_filled_in(shown, story, press, form):
    page = shown("said")
    press(page.pane.buttons()["add_said"])
    dialog = form()
    fill(dialog, words="More seats", person_id=story.ben)
    press(dialog.again)
    fill(dialog, words="Fewer forms")
    press(dialog.ok)
    press(page.pane.buttons()["add_decision"])
    fill(form(), question="How many seats?", outcome="Twelve", decided_on="01/03/2025")
    press(form().ok)
    said = {found.words: found.person_id for found in all_of(story, Contribution, workshop_id=story.held)}
    assert (said["More seats"], said["Fewer forms"]) == (story.ben, None)
    [decided] = [found for found in all_of(story, Decision, workshop_id=story.held) if found.question == "How many seats?"]
    assert (decided.project_id, decided.outcome) == (story.project, "Twelve")
    assert "Twelve" in page.pane.words()


def test_parts_run_side_by_side_by_giving_them_one_place_in_the_day(shown, story, press, form):
    page = shown("plan")
    press(page.pane.buttons()["add_block"])
    assert form().form.editor("order").value() == 3
    fill(form(), title="Quiet room", minutes="20", order="2", lane="B")
    press(form().ok)
    assert "0 h 45 min in all" in page.pane.words()


def test_whoever_proposed_a_part_stays_when_they_are_not_on_the_list(shown, story, press, form):
    room.remove_from_workshop(story.file, story.seat)
    page = shown("plan")
    press(page.pane.buttons()[f"block {story.block}"])
    press(page.pane.buttons()["block_edit"])
    fill(form(), minutes="25")
    press(form().ok)
    [block] = all_of(story, Block, id=story.block)
    assert (block.minutes, block.proposed_by, block.led_by) == (25, story.ana, (story.ana, story.ben))


def test_a_workshop_is_planned_again_with_its_plan_and_without_its_people(shown, story, press, form, window):
    agenda.edit_block(story.file, story.block, title="Hello")
    page = shown("plan")
    press(page.pane.buttons()["repeat"])
    fill(form(), title="One, in autumn", date="04/10/2025", id="W-9")
    press(form().ok)
    assert page.table.chosen_id == "W-9"
    assert "Hello" in page.pane.words()
    assert "0 people on the list" in page.pane.words()
    window.undo()
    assert not all_of(story, Workshop, id="W-9")


def test_a_closed_workshop_opens_again_and_a_cancelled_one_takes_place_after_all(shown, story, press):
    workshops.close_workshop(story.file, story.held)
    page = shown("people")
    press(page.pane.buttons()["reopen"])
    assert all_of(story, Workshop, id=story.held)[0].state is WorkshopState.HELD
    workshops.cancel_workshop(story.file, story.ahead, reason="Snow")
    page.table.choose(story.ahead)
    press(page.pane.buttons()["reinstate"])
    assert all_of(story, Workshop, id=story.ahead)[0].cancelled_reason is None


def test_a_reference_that_is_taken_is_refused_beside_its_box(go, story, press, form):
    page = go("workshops")
    page.viewmodel.add()
    fill(form(), title="Three", date="03/09/2025", id=story.held)
    press(form().ok)
    assert f"Another workshop has the reference “{story.held}”" in form().form.wrong_words("id")
    fill(form(), id="W-3")
    press(form().ok)
    assert page.table.chosen_id == "W-3"
    assert "REFERENCE\nW-3" in page.pane.words()


def test_somebody_who_has_left_can_still_be_put_on_the_list_of_a_day_gone_by(go, story, press, form):
    people.edit_person(story.file, story.ben, left_on=LATER)
    page = go("workshops")
    page.table.choose(story.ahead)
    press(page.pane.buttons()["add_people"])
    assert [tick.text() for tick in form().form.editor("people").ticks.values()] == ["Ana", "Ben (has left)"]
