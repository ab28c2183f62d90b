"""The loop in a real window: from what people said to whether it made a difference, and what was asked of others."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, DecisionState, YesPartlyNo
from coproduce.domain.room import Contribution
from coproduce.operations import contributions, decisions, people
from tests.operations.story import DAY, LATER
from tests.ui.screens.conftest import fill, row_of

TODAY = date(2025, 4, 1)


@pytest.fixture
def page(window, story, go):
    people.edit_person(story.file, story.ana, reply_format="Easy Read")
    window.go("today")
    window.actions_by_key["view.loop"].trigger()
    page = window.stack.page("decisions")
    for listed in page.viewmodel.lists.values():
        listed.today = lambda: TODAY
    page.viewmodel.refresh()
    return page


def said(story, key):
    with story.file.read() as reading:
        return reading.get(Contribution, key)


def row(page, key):
    return row_of(page.part, key)[1:7]


def test_every_step_that_is_open_says_so_in_words(page, story):
    assert page.viewmodel.side.value == "loop"
    empty = row(page, story.unanswered)
    assert empty == [
        "no decision linked", "no action yet", "not begun", "no reply yet, promised by 29 Mar 2025",
        "not told yet, reads best: Easy Read", "not asked yet",
    ]  # fmt: skip


def test_a_row_goes_round_the_whole_loop(page, story, press, form):
    decisions.edit_decision(story.file, story.decision, owner="Cai", due_on=date(2025, 5, 1), state=DecisionState.IN_PROGRESS)
    page.part.show_record(story.answered)
    press(page.part.pane.buttons()["tell"])
    fill(form(), told_how="Letter, Easy Read")
    press(form().ok)
    press(page.part.pane.buttons()["difference"])
    press(form().ok)
    assert row(page, story.answered) == [
        "The short one", "Cai, by 1 May 2025", "Under way", "We did it, 20 Mar 2025", "1 Apr 2025, Letter, Easy Read",
        "no reply yet, asked 1 Apr 2025",
    ]  # fmt: skip
    press(page.part.pane.buttons()["difference"])
    fill(form(), made_a_difference="partly")
    press(form().ok)
    assert row(page, story.answered)[-1] == "Partly"
    assert page.help_line.text().startswith("1 of 2 loops is closed") or page.help_line.text().startswith("1 of 2 loops are closed")


def test_filters_leave_what_waits_at_each_step(page, story):
    model = page.viewmodel.loop
    contributions.tell_people(story.file, [story.answered], on=LATER)
    counts = {chip.key: chip.figure for chip in model.chips}
    assert counts == {"all": 2, "unanswered": 1, "untold": 0, "unasked": 1, "closed": 0}
    model.show_filter("unasked")
    assert model.ids == [story.answered]
    contributions.ask_difference(story.file, story.answered, on=LATER, said=YesPartlyNo.NO)
    model.show_filter("closed")
    assert model.ids == [story.answered]


def test_every_column_can_be_sorted_by(page):
    for column in page.viewmodel.loop.columns:
        page.viewmodel.loop.sort_by(column.sort, descending=True)
        assert len(page.viewmodel.loop.ids) == 2


def test_we_heard_it_is_an_answer_without_a_decision(page, story, press, form):
    page.part.show_record(story.unanswered)
    press(page.part.pane.buttons()["answer"])
    fill(form(), answer="heard")
    press(form().ok)
    assert said(story, story.unanswered).answer is Answer.HEARD
    assert row(page, story.unanswered)[0] == "none to make"


def test_before_and_after_stand_side_by_side_with_the_difference_in_words(page, story):
    decisions.edit_change(story.file, story.change, before="A text on Mondays", after="A text every day")
    page.part.show_record(story.answered)
    words = page.part.pane.words()
    assert "A text [taken out: on Mondays]" in words
    assert "A text [put in: every day]" in words


def test_a_theme_is_chosen_counted_renamed_and_joined_to_another(page, story, press, form, window):
    contributions.edit_contribution(story.file, story.answered, theme="Calls")
    contributions.edit_contribution(story.file, story.unanswered, theme="Phone")
    model = page.viewmodel.loop
    assert [(chip.words, chip.figure) for chip in model.theme_chips] == [("Every theme", 2), ("Calls", 1), ("Phone", 1)]
    press(page.themes.button("theme:Calls"))
    assert model.ids == [story.answered]
    press(page.acts["rename"])
    fill(form(), theme="Phone")
    press(form().ok)
    assert [(chip.words, chip.figure) for chip in model.theme_chips] == [("Every theme", 2), ("Phone", 2)]
    assert (model.theme, set(model.ids)) == ("Phone", {story.answered, story.unanswered})
    window.undo()
    assert said(story, story.answered).theme == "Calls"


def test_people_are_asked_many_at_once(page, story):
    contributions.answer_contribution(story.file, story.unanswered, answer=Answer.HEARD, on=DAY)
    contributions.tell_people(story.file, [story.answered, story.unanswered], on=LATER)
    model = page.viewmodel.loop
    model.choose_many([story.answered, story.unanswered])
    assert "many_difference" in {act.key for act in model.many_acts}


def test_what_is_not_ours_is_asked_of_others_and_followed(page, story, press, form, window):
    page.part.show_record(story.unanswered)
    press(page.part.pane.buttons()["add_ask"])
    fill(form(), words="Shorten the menu", asked_of="The health board")
    press(form().ok)
    assert row(page, story.unanswered)[1] == "Asked of The health board, no reply yet"
    window.go("asks")
    asks = window.stack.page("asks")
    with story.file.read() as reading:
        ask = next(one for one in reading.all(Ask) if one.asked_of == "The health board")
    assert ask.contribution_id == story.unanswered
    asks.show_record(ask.id)
    press(asks.pane.buttons()["answer"])
    fill(form(), answer="part", their_words="From May")
    press(form().ok)
    assert row_of(asks, ask.id)[2] == "They said yes to part of it"
    assert "From May" in asks.pane.words()
    press(asks.pane.buttons()["delete"])
    with story.file.read() as reading:
        assert [one.id for one in reading.all(Ask)] == [story.ask]


def test_asks_that_wait_too_long_have_a_filter(story, go):
    asks = go("asks")
    model = asks.viewmodel
    model.today = lambda: date(2025, 3, 10)
    model.refresh()
    assert {chip.key: chip.figure for chip in model.chips} == {"all": 1, "waiting": 1, "late": 0, "answered": 0}
    model.today = lambda: TODAY
    model.refresh()
    model.show_filter("late")
    assert row_of(asks, story.ask)[:3] == ["Put our number on your letters, The hospital", "1 Mar 2025", "Waits long"]
    assert "1 of them too long" in asks.help_line.text()


def test_an_ask_is_edited_and_refused_where_it_says_nothing(story, go, press, form):
    asks = go("asks")
    asks.show_record(story.ask)
    press(asks.pane.buttons()["edit"])
    fill(form(), words="  ")
    press(form().ok)
    assert "needed" in form().form.wrong_words("words")
    fill(form(), words="Put it on the envelope", look_again_on="01/05/2025")
    press(form().ok)
    with story.file.read() as reading:
        assert reading.get(Ask, story.ask).look_again_on == date(2025, 5, 1)
