"""Batches for finance in a real window: begun, filled, counted, closed, sent, and paid from the list that comes back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from coproduce.domain.batches import Batch
from coproduce.domain.codes import PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.resourcing import Payment
from coproduce.operations import many_payments, resourcing
from coproduce.operations.settings import change_settings
from tests.operations.story import DAY
from tests.ui.codes_seen import agrees_on_every_page
from tests.ui.screens.conftest import fill, row_of
from ui.kit.many_dialog import ManyDialog


@pytest.fixture
def lines(story):
    made = [
        resourcing.add_payment(story.file, story.held, person, kind=PaymentKind.FEE, offered=Money(pence))
        for person, pence in ((story.ana, 2000), (story.ben, 1050))
    ]
    many_payments.approve_many(on=DAY).do(story.file, made)
    return made


@pytest.fixture
def page(go, lines):
    return go("batches")


def words_of(page):
    return " ".join(part.text() for part in page.pane.findChildren(QLabel) if part.isVisible())


def batch(story):
    with story.file.read() as reading:
        [found] = reading.all(Batch)
        return found


def state_of(story, payment_id):
    with story.file.read() as reading:
        return reading.get(Payment, payment_id).state


def begin(page, press, form, **expected):
    page.model.add()
    fill(form(), title="March", **expected)
    press(form().ok)


def put_in(window, page, press):
    press(page.pane.buttons()["put"])
    dialog = next(each for each in window.findChildren(ManyDialog) if each.isVisible())
    dialog.press_ok()


def test_the_page_is_one_press_from_the_payments(window, go, lines):
    shown = go("resourcing")
    [button] = [made for made in shown.findChildren(type(shown.pane.close_button)) if made.text() == "Batches for finance"] or [None]
    if button is None:
        window.actions_by_key["view.batches"].trigger()
    else:
        button.click()
    assert window.stack.key == "batches"
    assert "2 approved lines are in no batch yet." in window.stack.page("batches").help_line.text()


def test_a_batch_goes_from_its_first_line_to_money_received(window, page, story, lines, press, form, tmp_path, qtbot):
    begin(page, press, form, expected_count="2", expected_total="30.50")
    assert "No line is in it yet." in words_of(page)
    put_in(window, page, press)
    assert row_of(page, batch(story).id)[1:3] == ["2", "£30.50"]
    assert {state_of(story, line) for line in lines} == {PaymentState.IN_BATCH}
    press(page.pane.buttons()["close"])
    press(form().ok)
    press(page.pane.buttons()["send"])
    assert row_of(page, batch(story).id)[3] == "With finance"
    assert {state_of(story, line) for line in lines} == {PaymentState.SENT}

    asked = {}
    page.model.saves.ask_where = lambda title, name, kinds, then: asked.update({name: then})
    for key in ("list_csv", "list_xlsx", "cover"):
        press(page.pane.buttons()[key])
    for name, then in asked.items():
        then(tmp_path / name)
    assert agrees_on_every_page(story.file, tmp_path / "March cover.pdf")
    with (tmp_path / "March list.csv").open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    assert {row[0].removeprefix("#") for row in rows} == set(lines)

    paid = [[*row[:8], row[5], DAY.isoformat(), "BACS 7"] for row in rows]
    sent_back = tmp_path / "paid.csv"
    with sent_back.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *paid, ["nobody", *paid[0][1:]]])
    page.model.saves.ask_which = lambda _title, then: then(Path(sent_back))
    press(page.pane.buttons()["paid_list"])
    assert {state_of(story, line) for line in lines} == {PaymentState.PAID}
    assert row_of(page, batch(story).id)[3] == "All paid"
    assert "2 payments were marked as paid. 1 does not match and is listed here." in window.message_bar.words
    qtbot.waitUntil(lambda: "ROW 4 · nobody" in words_of(page))
    assert "No payment of this batch has that reference." in words_of(page)
    window.message_bar.press_undo()
    assert {state_of(story, line) for line in lines} == {PaymentState.SENT}


def test_closing_what_differs_asks_why(window, page, story, press, form):
    begin(page, press, form, expected_count="3")
    put_in(window, page, press)
    assert "Expected 3 lines" in words_of(page)
    press(page.pane.buttons()["close"])
    press(form().ok)
    assert form().form.wrong_words("override_reason")
    fill(form(), override_reason="One was paid in cash")
    press(form().ok)
    assert batch(story).override_reason == "One was paid in cash"
    assert "One was paid in cash" in words_of(page)


def test_a_list_that_is_none_says_so_and_changes_nothing(window, page, story, lines, press, form, tmp_path):
    begin(page, press, form)
    put_in(window, page, press)
    press(page.pane.buttons()["close"])
    press(form().ok)
    press(page.pane.buttons()["send"])
    (tmp_path / "notes.csv").write_text("Dear all,\nthe money is on its way\n", encoding="utf-8")
    page.model.saves.ask_which = lambda _title, then: then(tmp_path / "notes.csv")
    press(page.pane.buttons()["paid_list"])
    assert "no column for" in window.message_bar.words
    assert {state_of(story, line) for line in lines} == {PaymentState.SENT}


def test_a_payment_goes_on_step_by_step_on_its_own_page(window, page, story, lines, go, press, form):
    begin(page, press, form)
    put_in(window, page, press)
    press(page.pane.buttons()["close"])
    press(form().ok)
    press(page.pane.buttons()["send"])
    shown = go("resourcing")
    shown.table.choose(lines[0])
    press(shown.pane.buttons()["batch"])
    assert window.stack.key == "batches"
    assert window.stack.page("batches").table.chosen_id == batch(story).id
    shown = go("resourcing")
    press(shown.pane.buttons()["fail"])
    fill(form(), failed_reason="Account closed")
    press(form().ok)
    assert row_of(shown, lines[0])[4] in ("Payment failed", "Late")
    press(shown.pane.buttons()["send"])
    press(shown.pane.buttons()["pay_part"])
    fill(form(), paid="5")
    press(form().ok)
    assert state_of(story, lines[0]) is PaymentState.PART_PAID
    press(shown.pane.buttons()["pay"])
    press(shown.pane.buttons()["receive"])
    assert state_of(story, lines[0]) is PaymentState.RECEIVED


def test_a_claim_is_sent_back_and_comes_again(go, story, press, form):
    shown = go("resourcing")
    resourcing.claim(story.file, story.offered, amount=Money(1250), on=DAY)
    shown.table.choose(story.offered)
    press(shown.pane.buttons()["send_back"])
    fill(form(), sent_back_reason="The ticket is missing")
    press(form().ok)
    assert state_of(story, story.offered) is PaymentState.SENT_BACK
    assert list(shown.table.rows.ids).count(story.offered) == 1
    press(shown.part.chips.button("them"))
    assert story.offered in shown.table.rows.ids
    shown.table.choose(story.offered)
    press(shown.pane.buttons()["claim"])
    fill(form(), claimed="10")
    press(form().ok)
    assert state_of(story, story.offered) is PaymentState.CLAIMED


def test_fees_that_would_come_together_are_pointed_out(go, story, lines):
    shown = go("resourcing")
    second = resourcing.add_payment(story.file, story.held, story.ben, kind=PaymentKind.FEE, offered=Money(3000))
    shown.table.choose(second)
    assert "1 more fee is still unpaid, for 1 March 2025." in words_of(shown)
    resourcing.mark_paid(story.file, lines[1], on=DAY)
    assert "WOULD COME TOGETHER" not in words_of(shown)


def test_the_first_batch_is_asked_about_in_the_workspaces_own_money(go, story, form):
    change_settings(story.file, {"currency": "EUR"})
    page = go("batches")
    page.model.add()
    assert "€" in [words.text() for words in form().form.editor("expected_total").findChildren(QLabel)]
