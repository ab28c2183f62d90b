"""Suppliers and lead times in a real window: reached from the access board, kept with one press, and what they make late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import PersonSays
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.money import Money
from coproduce.domain.suppliers import Supplier
from coproduce.domain.wording import day_words
from coproduce.operations import access, lead_times, suppliers, workshops
from coproduce.storage.queries import today
from tests.ui.screens.conftest import fill, row_of
from ui.kit.record_list import local_today


@pytest.fixture
def soon(story):
    """A need at a workshop in ten days, without a day of its own."""
    workshops.edit_workshop(story.file, story.ahead, date=local_today() + timedelta(days=10))
    return access.add_arrangement(story.file, story.ahead, story.ben, need="speech_to_text")


def words_of(page):
    return " ".join(part.text() for part in page.pane.findChildren(QLabel) if not part.isHidden())


def button_of(page, words):
    return next(made for made in page.findChildren(QAbstractButton) if made.isVisible() and made.text() == words)


def all_of(story, kind):
    with story.file.read() as reading:
        return reading.all(kind)


def test_the_board_leads_to_suppliers_and_lead_times_and_so_do_menu_and_keys(window, go, soon, press):
    press(button_of(go("access"), "Suppliers"))
    assert window.stack.key == "suppliers"
    press(button_of(go("access"), "How early to arrange"))
    assert window.stack.key == "lead_times"
    for key in ("suppliers", "lead_times"):
        window.actions_by_key[f"view.{key}"].trigger()
        assert window.stack.key == key


def test_a_supplier_is_added_with_all_that_is_known(go, story, press, form):
    page = go("suppliers")
    press(button_of(page, "Add supplier"))
    fill(form(), name="Type Well", does="Captions (speech to text)", area="Cardiff", contact_route="029 2000 0000", note="Ask for Eirlys")
    form().form.editor("does another 2").put("A note-taker in Welsh")
    form().form.editor("notice_days").put(14)
    press(form().ok)
    added = all_of(story, Supplier)[-1]
    assert (added.does, added.notice_days) == ("speech_to_text; A note-taker in Welsh", 14)
    assert "14 days before" in words_of(page)
    press(page.pane.buttons()["edit"])
    fill(form(), name="Type Better")
    form().form.editor("does another 2").put("")
    press(form().ok)
    assert (all_of(story, Supplier)[-1].name, all_of(story, Supplier)[-1].does) == ("Type Better", "speech_to_text")


def test_a_name_that_is_taken_is_said_at_its_box(go, press, form):
    press(button_of(go("suppliers"), "Add supplier"))
    fill(form(), name="sign wales")
    press(form().ok)
    assert "already" in form().form.wrong_words("name")


def test_what_they_did_is_counted_in_peoples_own_words(go, story, soon):
    access.edit_arrangement(story.file, story.need, supplier="Sign Wales", person_says=PersonSays.PARTLY, cost=Money(12000))
    access.edit_arrangement(story.file, soon, supplier="sign wales")
    page = go("suppliers")
    page.table.choose(story.supplier)
    words = words_of(page)
    assert "partly 1" in words
    assert "£120.00 · 1 without a figure" in words
    assert row_of(page, story.supplier)[3:5] == ["2", "£120.00"]
    assert {"job A-1", f"job {soon}"} <= set(page.pane.buttons())


def test_how_to_reach_them_is_copied_with_one_press(go, story, press):
    page = go("suppliers")
    page.table.choose(story.supplier)
    press(page.pane.buttons()["copy"])
    assert QGuiApplication.clipboard().text() == "book@sign.example"


def test_filters_leave_those_who_do_a_kind_of_thing(go, story, press):
    captions = suppliers.add_supplier(story.file, name="Type Well", does="speech_to_text")
    page = go("suppliers")
    press(page.part.chips.button("text"))
    assert list(page.table.rows.ids) == [captions]
    press(page.part.chips.button("all"))
    page.viewmodel.look_for("sign.example")
    assert list(page.table.rows.ids) == [story.supplier]


def test_a_name_typed_for_the_first_time_is_kept_with_one_press(window, go, story, soon, press, form):
    page = go("access")
    page.table.choose(soon)
    press(page.pane.buttons()["book"])
    fill(form(), supplier="Type Well")
    press(form().ok)
    press(page.pane.buttons()["keep_supplier"])
    assert [(one.name, one.does) for one in all_of(story, Supplier)][1:] == [("Type Well", "speech_to_text")]
    press(page.pane.buttons()["supplier"])
    assert window.stack.key == "suppliers"
    assert window.stack.page("suppliers").viewmodel.detail.supplier.name == "Type Well"


def test_names_in_use_are_added_together(go, story, soon, press):
    access.edit_arrangement(story.file, soon, supplier="Type Well")
    page = go("suppliers")
    assert "1 name on access needs has no record here yet" in page.help_line.text()
    press(page.keep_named)
    assert len(all_of(story, Supplier)) == 2
    assert not page.keep_named.isVisible()


def test_the_form_of_a_need_offers_who_can_do_it_first(window, go, story, soon, press, form):
    suppliers.add_supplier(story.file, name="Type Well", does="speech_to_text")
    page = go("access")
    page.table.choose(soon)
    press(page.pane.buttons()["book"])
    box = form().form.editor("supplier").box
    assert [box.itemText(place) for place in range(box.count())] == ["Type Well", "Sign Wales"]


def test_deleting_a_supplier_leaves_the_words(go, story, press):
    access.edit_arrangement(story.file, story.need, supplier="Sign Wales")
    page = go("suppliers")
    page.table.choose(story.supplier)
    press(page.pane.buttons()["delete"])
    assert all_of(story, Supplier) == []
    assert all_of(story, Arrangement)[0].supplier == "Sign Wales"


def test_a_lead_time_makes_a_need_late_everywhere(go, story, soon, press, form):
    def late():
        return today.figures(story.file, today=local_today(), project_id=None).needs_late

    page = go("lead_times")
    press(button_of(page, "Add a need"))
    fill(form(), need="Captions (speech to text)", source="Our agency")
    form().form.editor("days").put(20)
    press(form().ok)
    assert late() == 1
    board = go("access")
    board.table.choose(soon)
    assert row_of(board, soon)[3] == "Late"
    assert "20 days before, for Captions (speech to text)" in words_of(board)
    press(board.part.chips.button("late"))
    assert list(board.table.rows.ids) == [soon]
    workshop = go("workshops")
    workshop.table.choose(story.ahead)
    workshop.viewmodel.show_section("access")
    line = workshop.pane.buttons()[f"need {soon}"].accessibleName()
    assert f"by {day_words(local_today() - timedelta(days=10))} · 20 days before" in line
    page = go("lead_times")
    page.table.choose(all_of(story, LeadTime)[-1].id)
    press(page.pane.buttons()["edit"])
    form().form.editor("days").put(5)
    press(form().ok)
    assert late() == 0
    press(go("access").part.chips.button("soon"))
    assert list(board.table.rows.ids) == [soon]


def test_published_figures_are_offered_with_their_source_and_marked(go, story, press, form):
    lead_times.delete_lead_time(story.file, story.lead_time)
    page = go("lead_times")
    press(button_of(page, "Add published figures…"))
    form().form.editor("lead_times").put({"leeds_bsl"})
    press(form().ok)
    [added] = all_of(story, LeadTime)
    assert added.days == 28
    assert added.source.startswith("Check before use. University of Leeds")
    press(page.part.chips.button("to_check"))
    assert list(page.table.rows.ids) == [added.id]
