"""The file for the bank in a real window: what it looks like is asked, what is cut is shown first, and the choices come back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from coproduce.domain.codes import PaymentKind, PaymentRoute
from coproduce.domain.ids import BatchId
from coproduce.domain.money import Money
from coproduce.operations import batches, many_payments, people, resourcing
from tests.operations.story import DAY
from tests.ui.screens.conftest import fill
from ui.kit.dialogs import Lines, MessageDialog


@pytest.fixture
def lines(story):
    people.edit_person(story.file, story.ana, full_name="Anastasia Featherstonehaugh")
    made = [
        resourcing.add_payment(story.file, story.held, person, kind=PaymentKind.FEE, offered=Money(pence), route=route, own_id=own_id)
        for person, pence, route, own_id in (
            (story.ana, 2000, None, "007"),
            (story.ben, 1050, PaymentRoute.BANK_TRANSFER, "X-2"),
            (story.ben, 500, PaymentRoute.CASH, "X-3"),
        )
    ]
    many_payments.approve_many(on=DAY).do(story.file, made)
    batches.begin_batch(story.file, title="March", on=DAY, own_id=BatchId("B-1"))
    batches.put_in_batch_many(batch_id=BatchId("B-1")).do(story.file, made)
    batches.close_batch(story.file, BatchId("B-1"), on=DAY)
    return made


@pytest.fixture
def page(go, lines):
    shown = go("batches")
    shown.show_record("B-1")
    return shown


@pytest.fixture
def question(window, qtbot):
    """The question that is open."""

    def asked():
        qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(MessageDialog)))
        return next(each for each in window.findChildren(MessageDialog) if each.isVisible())

    return asked


def pressed(dialog, words):
    return next(made for made in dialog.findChildren(QPushButton) if made.text() == words)


def test_the_file_is_saved_after_what_is_cut_and_left_out_was_shown(page, story, press, form, question, tmp_path):
    asked = {}
    page.model.saves.ask_where = lambda _title, name, _kinds, then: asked.update({name: then})
    press(page.pane.buttons()["bank"])
    assert any("This program keeps no bank details." in words.text() for words in form().findChildren(QLabel))
    fill(form(), columns="name", column_2="amount_in_pence", column_3="reference", longest="18", headings="no", ending=".txt")
    press(form().ok)
    assert asked == {}
    dialog = question()
    assert dialog.title.text() == "Save 2 payments, £30.50?"
    assert dialog.words.text().startswith("1 line is left out: cash 1. In 1 place the file says it otherwise")
    assert dialog.findChild(Lines).toPlainText() == "007: Anastasia Featherstonehaugh → Anastasia Feathers"
    press(pressed(dialog, "Save the file…"))
    [(name, then)] = asked.items()
    assert name == "March bank.txt"
    then(tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").splitlines() == ["Anastasia Feathers,2000,007", "Ben,1050,X-2"]
    assert "Saved a file for the bank" in [line.label for line in story.file.steps()]


def test_the_choices_come_back(page, press, form, question):
    page.model.saves.ask_where = lambda *_asked: None
    press(page.pane.buttons()["bank"])
    fill(form(), columns="reference", column_2="payment_date", column_3=None, longest="20", separator="TAB", day_form="FIGURES")
    press(form().ok)
    press(pressed(question(), "Cancel"))
    press(page.pane.buttons()["bank"])
    kept = {name: form().form.editor(name).value() for name in ("columns", "column_2", "column_3", "longest", "separator", "day_form")}
    assert kept == {
        "columns": "reference",
        "column_2": "payment_date",
        "column_3": None,
        "longest": 20,
        "separator": "TAB",
        "day_form": "FIGURES",
    }


def test_what_cannot_be_is_said_at_its_box_and_nothing_is_asked_further(window, page, press, form):
    press(page.pane.buttons()["bank"])
    fill(form(), columns="name", column_2="name", column_3=None)
    press(form().ok)
    assert form().form.wrong_words("columns") == "Each column can stand in the file once."
    fill(form(), column_2=None, longest="2")
    press(form().ok)
    assert form().form.wrong_words("longest") == "Leave room for 4 letters or more."
    assert not [each for each in window.findChildren(MessageDialog) if each.isVisible()]


def test_what_is_paid_already_is_never_in_the_file_again(page, story, lines, press, form, question):
    batches.send_batch(story.file, BatchId("B-1"), on=DAY)
    many_payments.mark_many_paid(on=DAY).do(story.file, lines[:2])
    press(page.pane.buttons()["bank"])
    press(form().ok)
    words = [each.text() for each in form().findChildren(QLabel)]
    assert any("No line of this batch is to be paid at the bank. 3 lines are left out: paid already 2, cash 1." in each for each in words)
