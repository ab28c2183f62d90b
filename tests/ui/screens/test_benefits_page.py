"""Money and benefits in a real window: to read, with the day and source of each figure, and nothing of any person."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from ui.screens.benefits.viewmodel import BenefitsModel


def cells(table):
    return [[table.item(row, place).text() for place in range(table.columnCount())] for row in range(table.rowCount())]


def test_it_is_one_press_from_the_payments(window, go, press):
    shown = go("resourcing")
    [link] = [made for made in shown.findChildren(QPushButton) if made.text().startswith("Money and benefits")]
    press(link)
    assert window.stack.key == "benefits"
    window.go("today")
    window.actions_by_key["view.benefits"].trigger()
    assert window.stack.key == "benefits"


def test_where_to_ask_comes_first_and_it_says_that_it_is_no_advice(go):
    page = go("benefits")
    assert "It is not advice. Nothing is worked out for anybody." in page.help_line.text()
    assert "Citizens Advice" in page.advice.text()
    assert page.first_focus() is page.figures


def test_each_figure_has_its_time_and_its_source(go):
    found = {row[0]: row for row in cells(go("benefits").figures)}
    permitted = found["Permitted work while somebody gets Employment and Support Allowance"]
    assert permitted[1].startswith("Up to £195.50 a week, after tax\n")
    assert permitted[2] == "Benefit rates table, ferret.co.uk, 2025-26"
    assert "£104.00" in " ".join(row[1] for row in cells(go("benefits").earlier))


def test_a_figure_whose_time_is_over_says_so_and_an_older_one_does_not_say_it_again():
    model = BenefitsModel(lambda: date(2026, 5, 1))
    figures = [row[1] for row in model.figures]
    assert "Up to £195.50 a week, after tax\nThese figures were for 2025 to 2026. Look for newer ones." in figures
    assert any(words.startswith("Up to £204.00") and words.endswith("\nFor April 2026 onwards") for words in figures)
    assert not any("Look for newer ones" in row[1] for row in model.earlier)


def test_no_record_shows_there(go, story):
    page = go("benefits")
    assert not page.viewmodel.wants({("Person", story.ana), ("Payment", story.offered)})
    assert "Ana" not in " ".join(" ".join(row) for table in (page.figures, page.said, page.earlier) for row in cells(table))
