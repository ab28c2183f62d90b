"""The people page: who there is, what is known of them, adding, correcting and deleting."""

from __future__ import annotations

from datetime import date

from coproduce.domain.access import Requirement
from coproduce.domain.codes import AccessAsked, YesNo
from coproduce.domain.dates import years_on
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.operations import people, requirements, resourcing
from tests.operations.story import LATER
from tests.ui.screens.conftest import fill, row_of
from ui.kit import record_list
from ui.screens.people.forms import own_id_field, person_lines, requirement_lines


def test_everybody_is_listed_with_what_matters(go, story):
    page = go("people")
    assert row_of(page, story.ana) == ["Ana", "Lived experience", "1 of 1", "Large print, BSL interpreter", "£12.50"]
    assert row_of(page, story.ben)[1:] == ["Here in their job", "1 of 1", "Not asked yet", ""]


def test_somebody_is_added_with_a_name_alone(go, story, press, form):
    page = go("people")
    page.viewmodel.add()
    press(form().ok)
    assert form().form.wrong_words("name") == "This is needed."
    fill(form(), name="Siân Vaughan")
    press(form().ok)
    assert page.pane.words().startswith("Siân Vaughan")
    page.viewmodel.look_for("sian")
    assert len(page.table.rows.ids) == 1


def search(page, words):
    page.part.search.setText(words)
    page.part.search._search()


def test_whom_a_search_brings_forward_is_opened_once_typing_pauses(go, story, qtbot):
    page = go("people")
    page.table.choose(story.ana)
    search(page, "be")
    assert page.table.chosen_id == story.ben
    assert page.pane.words().startswith("Ana"), "the next letter may bring somebody else"
    qtbot.waitUntil(lambda: page.pane.words().startswith("Ben"))
    search(page, "ana")
    search(page, "")
    page.table.choose(story.ben)
    assert page.pane.words().startswith("Ben"), "whom one chooses oneself is opened at once"
    qtbot.wait(200)
    assert page.pane.words().startswith("Ben")


def test_what_the_menu_does_is_done_to_whoever_is_marked_in_the_list(go, story, window):
    page = go("people")
    page.table.choose(story.ana)
    search(page, "be")
    acts = {act.key: act for act in page.table.acts()}
    acts["delete"].act()
    with story.file.read() as reading:
        assert reading.find(Person, story.ana) is not None
        assert reading.find(Person, story.ben) is None


def test_deleting_says_what_else_went_and_undo_brings_all_of_it_back(go, story, window, press):
    page = go("people")
    page.table.choose(story.ana)
    press(page.pane.buttons()["delete"])
    assert story.ana not in page.table.rows.ids
    words = window.message_bar.words
    assert "1 attendance record" in words
    assert "1 paper" in words
    assert "2 payment lines" in words
    window.message_bar.press_undo()
    assert row_of(page, story.ana)[4] == "£12.50"
    with story.file.read() as reading:
        assert len(reading.all(Attendance, person_id=story.ana)) == 1


def test_nobody_who_was_paid_can_be_deleted_and_the_bar_says_what_to_do(go, story, window, press):
    resourcing.mark_paid(story.file, story.offered, on=LATER, amount=Money(1250))
    page = go("people")
    page.table.choose(story.ana)
    press(page.pane.buttons()["delete"])
    assert "Give a leaving date instead" in window.message_bar.words
    assert story.ana in page.table.rows.ids


def test_a_correction_keeps_everything_else(go, story, press, form):
    people.edit_person(story.file, story.ana, reply_format="Text message")
    page = go("people")
    page.table.choose(story.ana)
    press(page.pane.buttons()["edit"])
    fill(form(), name="Ana Price")
    press(form().ok)
    with story.file.read() as reading:
        person = reading.get(Person, story.ana)
    assert (person.name, person.reply_format) == ("Ana Price", "Text message")


def test_a_line_of_the_pane_goes_to_its_page(go, story, window, press):
    page = go("people")
    page.table.choose(story.ana)
    press(page.pane.buttons()[f"payment {story.offered}"])
    assert window.stack.key == "resourcing"
    assert window.stack.page("resourcing").table.chosen_id == story.offered


def test_with_nobody_yet_the_page_says_what_goes_here(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    made.go("people")
    page = made.stack.page("people")
    assert page.part.empty.isVisible()
    assert page.part.empty.title.text() == "Nobody here yet"


def test_the_form_shows_four_questions_and_keeps_the_rest_one_step_away(go, story, form):
    page = go("people")
    page.viewmodel.add()
    asked = [
        name
        for name in ("name", "group", "contact_route", "reply_format", "full_name", "id", "left_on")
        if form().form.editor(name).isVisible()
    ]
    assert asked == ["name", "group", "contact_route", "reply_format"]
    form().form.group("If they are under 18").button.click()
    assert form().form.editor("guardian_consent_on").isVisible()


def test_every_question_about_a_person_says_why_it_is_asked():
    lines = [*person_lines(LATER), *requirement_lines(LATER, []), own_id_field()]
    assert [line.name for line in lines if not line.hint] == []


def test_nothing_about_keeping_a_record_is_filled_in_but_two_years_are_one_press_away(go, story, form):
    page = go("people")
    page.viewmodel.add()
    assert form().form.editor("retain_until").value() is None
    form().form.editor("retain_until").offers["Two years from today"].click()
    assert form().form.editor("retain_until").value() == years_on(page.viewmodel.today(), 2)
    assert years_on(date(2024, 2, 29), 2) == date(2026, 2, 28)
    assert years_on(date(2026, 11, 30), 2) == date(2028, 11, 30)


def test_asking_is_noted_in_one_click_with_the_day_and_can_be_undone(go, story, window, press):
    page = go("people")
    page.table.choose(story.ben)
    press(page.pane.buttons()["asked:asked_none_needed"])
    assert "First asked on" in page.pane.words()
    with story.file.read() as reading:
        ben = reading.get(Person, story.ben)
    assert (ben.access_asked, ben.access_first_asked_on) == (AccessAsked.ASKED_NONE_NEEDED, page.viewmodel.today())
    window.message_bar.press_undo()
    with story.file.read() as reading:
        assert reading.get(Person, story.ben).access_asked is None


def test_opening_somebody_does_not_put_the_focus_on_an_answer_nobody_gave(go, story, qtbot):
    page = go("people")
    page.table.choose(story.ben)
    page.part.open_pane()
    assert page.pane.buttons()["add_requirement"].hasFocus()


def test_what_they_need_is_added_corrected_and_deleted(go, story, press, form):
    page = go("people")
    page.table.choose(story.ben)
    press(page.pane.buttons()["add_requirement"])
    press(form().ok)
    assert form().form.wrong_words("need") == "This is needed."
    fill(form(), need="Hearing loop", words="Switched on, please")
    press(form().ok)
    with story.file.read() as reading:
        [known] = reading.all(Requirement, person_id=story.ben)
    assert (known.need, known.words, known.seen_by) == ("hearing_loop", "Switched on, please", None)
    assert row_of(page, story.ben)[3] == "Hearing loop"
    press(page.pane.buttons()[f"requirement {known.id}"])
    press(page.pane.buttons()["requirement_edit"])
    assert form().form.editor("need").value() == "Hearing loop"
    fill(form(), need="Something of our own", seen_by="helpers")
    press(form().ok)
    assert "Something of our own" in page.pane.words()
    assert "whoever helps on the day" in page.pane.words()
    press(page.pane.buttons()["requirement_delete"])
    assert "Something of our own" not in page.pane.words()


def test_words_of_ones_own_are_offered_next_time(go, story, press, form):
    requirements.add_requirement(story.file, story.ben, need="A chair by the door")
    page = go("people")
    page.table.choose(story.ana)
    press(page.pane.buttons()["add_requirement"])
    box = form().form.editor("need").box
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered[0] == "A chair by the door"
    assert "Hearing loop" in offered


def test_the_pane_says_what_they_agreed_to_and_what_nobody_recorded(go, story):
    people.edit_person(story.file, story.ana, photo_consent=YesNo.NO, pronouns="she/her", under_18=YesNo.YES, assent_on=LATER)
    page = go("people")
    page.table.choose(story.ana)
    said = page.pane.words()
    assert "she/her" in said
    assert "Photographs: no" in said
    assert "Not recorded: words printed, name beside them, needs kept for next time" in said
    assert "Parent or guardian agreed: not recorded" in said
    assert "They said yes themselves: 20 March 2025" in said
    assert "0001" in said


def test_a_number_that_is_taken_is_refused_beside_its_box(go, story, press, form):
    page = go("people")
    page.viewmodel.add()
    fill(form(), name="Nia")
    form().form.group("More about them").button.click()
    fill(form(), id=story.ana)
    press(form().ok)
    assert story.ana in form().form.wrong_words("id")
    fill(form(), id="0042")
    press(form().ok)
    assert page.viewmodel.chosen_id == "0042"


def test_among_very_many_the_rows_stand_first_and_the_figures_follow(go, story, qtbot, monkeypatch):
    page = go("people")
    model = page.viewmodel
    everybody = model.counts["all"]
    monkeypatch.setattr(record_list, "MANY", 1)
    people.add_person(story.file, name="Siân Vaughan")
    assert len(page.table.rows.ids) == everybody + 1
    assert model.counts["all"] == everybody
    qtbot.waitUntil(lambda: model.counts["all"] == everybody + 1)
    assert f"{everybody + 1}" in page.part.chips.accessibleName() + model.help_line


def test_figures_that_would_follow_after_the_workspace_is_closed_do_not(go, story, window, qtbot, monkeypatch):
    model = go("people").viewmodel
    monkeypatch.setattr(record_list, "MANY", 1)
    people.add_person(story.file, name="Siân Vaughan")
    before = dict(model.counts)
    window.close_workspace()
    qtbot.wait(30)
    assert model.counts == before
