"""Miles in a real window: the sum stands under them, can be taken as the claim, and never is by itself."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from coproduce.domain.codes import RateShape
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment, Rate
from coproduce.operations import rates, resourcing
from tests.operations.story import DAY
from tests.ui.screens.conftest import fill
from ui.kit.sums_beside import SumsBeside
from ui.kit.words import Words

SUM = "42 miles × £0.45 = £18.90, by the rate “Car mileage” from 6 April 2024"


@pytest.fixture
def page(go, story):
    add(story, "Car mileage", 45, date(2024, 4, 6))
    shown = go("resourcing")
    shown.table.choose(story.offered)
    return shown


def add(story, label, pence, first, last=None):
    rates.add_rate(story.file, label=label, shape=RateShape.PER_MILE, amount=Money(pence), valid_from=first, valid_to=last)


def payment(story):
    with story.file.read() as reading:
        return reading.get(Payment, story.offered)


def beside(form):
    [sums] = form.form.findChildren(SumsBeside)
    return [words.text() for words in sums.findChildren(Words) if words.isVisible()]


def take(form):
    return next(made for made in form.form.findChildren(QPushButton) if made.text() == "Use this sum" and made.isVisible())


def test_the_sum_stands_under_the_miles_and_is_taken_by_one_press(page, story, press, form):
    press(page.pane.buttons()["claim"])
    assert beside(form()) == []
    fill(form(), miles="42")
    assert beside(form()) == [SUM]
    assert form().form.editor("claimed").value() is None
    assert take(form()).accessibleName() == f"Use this sum: {SUM}"
    press(take(form()))
    press(form().ok)
    assert (payment(story).miles, payment(story).claimed) == (42, Money(1890))
    assert SUM in page.pane.words()
    assert "more than this sum" not in page.pane.words()


def test_another_amount_is_kept_and_stays_visible_beside_the_sum(page, story, press, form):
    press(page.pane.buttons()["claim"])
    fill(form(), miles="42", claimed="20")
    press(form().ok)
    assert payment(story).claimed == Money(2000)
    assert "£20.00 was claimed, £1.10 more than this sum." in page.pane.words()


def test_miles_that_cannot_be_read_come_to_nothing_and_are_said_at_the_box(page, press, form):
    press(page.pane.buttons()["claim"])
    fill(form(), miles="forty", claimed="20")
    assert beside(form()) == []
    press(form().ok)
    assert "whole number" in form().form.wrong_words("miles")


def test_the_day_of_the_workshop_says_which_rate_and_a_missing_one_is_said(page, story, press, form):
    resourcing.edit_payment(story.file, story.offered, miles=42)
    [rate] = [each for each in _rates(story) if each.shape is RateShape.PER_MILE]
    rates.edit_rate(story.file, rate.id, valid_from=date(2025, 4, 6))
    assert "No rate for each mile held here on 1 March 2025." in page.pane.words()
    add(story, "Car mileage", 40, date(2020, 1, 1), date(2025, 4, 5))
    assert "42 miles × £0.40 = £16.80" in page.pane.words()
    assert date(2025, 4, 6) > DAY


def test_two_rates_of_one_name_at_once_are_said_under_the_miles(page, story, press, form):
    add(story, "Car mileage", 50, date(2025, 1, 1))
    press(page.pane.buttons()["claim"])
    fill(form(), miles="1")
    assert beside(form())[-1] == "2 rates called “Car mileage” held on 1 March 2025. Set a last day for the old one in Settings."


def test_a_fee_is_not_asked_for_miles(page, story, press, form):
    page.table.choose(story.draft)
    resourcing.offer(story.file, story.draft, amount=Money(100), on=DAY)
    press(page.pane.buttons()["claim"])
    assert form().form.findChildren(SumsBeside) == []


def _rates(story):
    with story.file.read() as reading:
        return reading.all(Rate)
