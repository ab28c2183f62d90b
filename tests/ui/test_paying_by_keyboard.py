"""One workshop's twelve people are paid by keyboard: two say no, one is paid in part, one needs travel money before the day."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from coproduce.domain.codes import Capacity, PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.storage.queries import organisation
from tests.ui.keyboard import CTRL, KEY, Keyboard
from ui.kit.record_list import local_today

NAMES = [f"Person {number:02}" for number in range(1, 13)]
DAY = local_today() + timedelta(days=6)


@pytest.fixture
def keys(open_window, new_workspace, qtbot):
    [project] = organisation.projects(new_workspace)
    with new_workspace.work("Begin") as work:
        work.add_all([Person(name, name) for name in NAMES])
        work.add(Workshop("W", project.id, "Where the line begins", DAY))
        work.add_all([Attendance("W", name, Capacity.COMMUNITY) for name in NAMES])
    window = open_window(width=1366, height=768)
    window.take(new_workspace)
    return Keyboard(window, qtbot)


def lines(keys):
    with keys.window.workspace.workspace.read() as reading:
        return reading.all(Payment)


def find(keys, name):
    """Look for somebody on the page of payments and go to their first line."""
    keys.press(KEY.Key_F, CTRL)
    keys.press(KEY.Key_A, CTRL)
    keys.write(name)
    page = keys.window.stack.page("resourcing")
    keys.qtbot.waitUntil(lambda: page.viewmodel.search == name)
    keys.tab_to("Resourcing")
    keys.press(KEY.Key_Home)
    keys.press(KEY.Key_Return)


def test_twelve_people_are_paid(keys):
    # one fee for everybody, in one step
    keys.go("workshops")
    keys.tab_to("Workshops")
    keys.press(KEY.Key_Home)
    keys.window.stack.page("workshops").viewmodel.show_section("money")
    keys.press(KEY.Key_Return)
    keys.press_button("Offer a fee to everybody…")
    keys.dialog("Offer a fee to everybody")
    keys.fill("Or how much each", "25")
    keys.press(KEY.Key_Return, CTRL)
    keys.no_dialog()
    assert Counter(line.state for line in lines(keys)) == {PaymentState.OFFERED: 12}

    # money for the train, before the day
    keys.go("resourcing")
    keys.press_button("Add payment")
    keys.dialog("payment")
    keys.choose("Person", "Person 03")
    keys.choose("Workshop", f"Where the line begins, {DAY.day} {DAY:%B %Y}")
    keys.choose("Fee or expense", "Expense")
    keys.fill("What for", "Train")
    keys.fill("Offered", "18.40")
    keys.press_button("If they need it before the day")
    keys.fill("Needed by", (DAY - timedelta(days=1)).strftime("%d/%m/%Y"))
    keys.press(KEY.Key_Return, CTRL)
    keys.no_dialog()
    keys.press_button("Mark as paid")
    [train] = [line for line in lines(keys) if line.kind is PaymentKind.EXPENSE]
    assert train.state is PaymentState.PAID

    # two say no
    for name in ("Person 05", "Person 09"):
        find(keys, name)
        keys.press_button("They said no")
        keys.dialog("They said no")
        keys.press(KEY.Key_Return, CTRL)
        keys.no_dialog()

    # one is paid in part
    find(keys, "Person 07")
    keys.press_button("Paid in part…")
    keys.dialog("Mark as paid")
    keys.fill("How much", "10")
    keys.press(KEY.Key_Return, CTRL)
    keys.no_dialog()

    # everybody else at once; whoever said no is left out by itself
    find(keys, "Person")
    keys.tab_to("Resourcing")
    keys.press(KEY.Key_A, CTRL)
    keys.press_button("Mark as paid")
    dialog = keys.dialog("Mark as paid")
    keys.qtbot.waitUntil(lambda: "10 payments will be marked as paid, £240.00" in dialog.summary.text())
    assert "declined 2" in dialog.summary.text()
    keys.press(KEY.Key_Return, CTRL)
    keys.no_dialog()

    states = Counter(line.state for line in lines(keys))
    assert states == {PaymentState.PAID: 11, PaymentState.DECLINED: 2}
    part = next(line for line in lines(keys) if line.person_id == "Person 07")
    assert part.paid == Money(2500)
    assert sum(line.paid.pence for line in lines(keys) if line.paid) == 10 * 2500 + 1840
