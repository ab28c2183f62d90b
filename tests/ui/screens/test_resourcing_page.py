"""The resourcing page: payments step by step, by mouse and in words."""

from __future__ import annotations

from coproduce.domain.codes import DeclineReason
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from tests.ui.screens.conftest import fill, row_of


def payment(story, payment_id):
    with story.file.read() as reading:
        return reading.get(Payment, payment_id)


def test_every_line_is_listed_with_its_person_amount_and_state(go, story):
    page = go("resourcing")
    assert row_of(page, story.offered) == ["Ana", "Expense, Bus", "One, 1 March 2025", "£12.50", "Late"]
    assert row_of(page, story.draft)[3:] == ["", "Not offered yet"]
    assert page.help_line.text() == "£12.50 is owed to 1 person"


def test_marking_as_paid_shows_at_once_and_undo_brings_it_back(go, story, window, press):
    page = go("resourcing")
    page.table.choose(story.offered)
    press(page.pane.buttons()["pay"])

    assert row_of(page, story.offered)[4] == "Paid"
    assert "Mark as paid" in window.message_bar.words
    assert "pay" not in page.pane.buttons()
    assert page.help_line.text() == "Nothing is owed to anybody."

    window.message_bar.press_undo()
    assert row_of(page, story.offered)[4] == "Late"
    assert page.table.chosen_id == story.offered
    assert payment(story, story.offered).paid is None


def test_a_no_is_recorded_with_the_reason_they_wished_to_give(go, story, press, form):
    page = go("resourcing")
    page.table.choose(story.offered)
    press(page.pane.buttons()["decline"])
    fill(form(), decline_reason="benefits")
    press(form().ok)
    assert payment(story, story.offered).decline_reason is DeclineReason.BENEFITS
    assert row_of(page, story.offered)[4] == "Declined"
    assert "pay" not in page.pane.buttons()


def test_what_is_wrong_in_an_offer_stands_beside_its_box(go, story, press, form):
    page = go("resourcing")
    page.table.choose(story.draft)
    press(page.pane.buttons()["offer"])
    press(form().ok)
    assert form().form.wrong_words("offered")
    fill(form(), offered="0")
    press(form().ok)
    assert form().form.wrong_words("offered") == "Write the amount offered."
    fill(form(), offered="75")
    press(form().ok)
    assert payment(story, story.draft).offered == Money(7500)


def test_a_filter_leaves_what_it_says_and_a_search_finds_a_name(go, story, press):
    page = go("resourcing")
    press(page.part.chips.button("them"))
    assert list(page.table.rows.ids) == [story.offered]
    press(page.part.chips.button("all"))
    page.viewmodel.look_for("nobody")
    assert list(page.table.rows.ids) == []
    assert page.part.nothing_found.isVisible()
    page.viewmodel.look_for("bus")
    assert list(page.table.rows.ids) == [story.offered]


def test_a_line_is_added_corrected_cancelled_and_kept_in_words(go, story, press, form, window):
    page = go("resourcing")
    page.viewmodel.add()
    fill(form(), person_id=story.ben, workshop_id=story.held, kind="fee", offered="20", offered_on="02/03/2025")
    press(form().ok)
    [added] = [line for line in page.table.rows.ids if line not in (story.draft, story.offered)]
    assert row_of(page, added)[0] == "Ben"
    assert page.table.chosen_id == added

    press(page.pane.buttons()["cancel"])
    fill(form(), cancelled_reason="Typed twice")
    press(form().ok)
    assert "Cancelled: Typed twice" in page.pane.words()
    window.undo()
    press(page.pane.buttons()["delete"])
    assert added not in page.table.rows.ids


def test_the_steps_are_told_in_order(go, story):
    page = go("resourcing")
    page.table.choose(story.offered)
    words = page.pane.words()
    assert words.index("Offered") < words.index("Their answer") < words.index("Claimed") < words.index("Approved")


def test_nothing_is_chosen_for_you(go, story, press, form):
    page = go("resourcing")
    page.viewmodel.add()
    press(form().ok)
    assert form().form.wrong_words("person_id") == form().form.wrong_words("kind") == "This is needed."
    assert len(page.table.rows.ids) == 2


def test_somebody_else_gets_the_same_in_one_form(go, story, press, form):
    page = go("resourcing")
    page.table.choose(story.offered)
    press(page.pane.buttons()["same"])
    assert form().form.editor("offered").value() == Money(1250)
    assert form().form.editor("offered_on").value() is None
    fill(form(), person_id=story.ben)
    press(form().ok)
    with story.file.read() as reading:
        [line] = reading.all(Payment, person_id=story.ben)
    assert (line.category, line.offered, line.offered_on, line.response) == ("Bus", Money(1250), None, None)


def test_a_line_for_the_wrong_person_is_moved_while_no_money_went_out(go, story, press, form):
    page = go("resourcing")
    page.table.choose(story.offered)
    press(page.pane.buttons()["edit"])
    fill(form(), person_id=story.ben, workshop_id=story.ahead)
    press(form().ok)
    with story.file.read() as reading:
        line = reading.get(Payment, story.offered)
    assert (line.person_id, line.workshop_id) == (story.ben, story.ahead)
