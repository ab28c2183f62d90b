"""Rates to begin from, and rates whose days do not fit together."""

from __future__ import annotations

from datetime import date

from coproduce.domain.codes import RateShape
from coproduce.domain.money import Money
from coproduce.operations.rates import add_rate
from coproduce.storage.queries import organisation


def test_published_rates_come_in_marked_as_still_to_be_checked(window, go, story, form, press):
    page = go("settings")
    page.show_only("rates")
    page.show_record(story.rate)
    press(page.workspace.rates.pane.buttons()["published"])
    form().form.editor("rates").put(frozenset({"real_living_wage_uk", "catalyst"}))
    press(form().ok)
    found = {rate.label: rate.source for rate in organisation.rates(story.file)}
    assert set(found) == {"Half day", "Real Living Wage, UK", "Catalyst"}
    assert found["Catalyst"].startswith("Check before use. ")
    window.undo()
    assert [rate.label for rate in organisation.rates(story.file)] == ["Half day"]


def test_two_rates_of_one_name_at_once_ask_to_be_looked_at(go, story):
    second = add_rate(story.file, label="Half day", shape=RateShape.BAND, amount=Money(8000), valid_from=date(2026, 1, 1))
    page = go("settings")
    page.show_record(second)
    assert "It holds at the same time as another of this name: 75.00" in page.workspace.rates.pane.words()
