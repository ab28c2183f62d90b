"""The reports issued, and checking one that somebody holds, in a real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from coproduce.domain.codes import PaymentKind
from coproduce.domain.money import Money
from coproduce.operations import resourcing
from coproduce.storage.queries.issued import issued_reports
from tests.ui.words_in_sight import words_in_sight
from ui.kit.dialogs import MessageDialog
from ui.report_check import check

BEFORE = date(2024, 1, 1)


@pytest.fixture
def saved(window, go, tmp_path, qtbot):
    """A report saved from the page, as PDF."""
    reports = go("reports")
    reports.viewmodel.choose_report("participation")
    qtbot.waitUntil(lambda: reports.viewmodel.preview is not None, timeout=60_000)
    path = tmp_path / "statement.pdf"
    reports.viewmodel.save(path)
    qtbot.waitUntil(lambda: bool(issued_reports(window.workspace.workspace)), timeout=60_000)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    return path


def offer_before_the_day(story):
    resourcing.add_payment(
        story.file, story.held, story.ana, kind=PaymentKind.FEE, offered_on=BEFORE, offered=Money(7500)
    )


def answer(window, qtbot):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(MessageDialog)), timeout=60_000)
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    return dialog


def test_a_report_saved_is_listed_with_what_it_said(window, go, story, saved):
    shown = go("issued")
    [issued] = issued_reports(story.file)
    shown.table.choose(issued.id)
    words = shown.pane.words()
    assert "Equal participation statement" in words
    assert "Every figure is the same" in words_in_sight(window)
    assert issued.fingerprint in words
    assert "Was pay offered before the day? 0 yes, 1 no, 0 not recorded" in words


def test_a_figure_that_moves_is_named_at_once(window, go, story, saved):
    shown = go("issued")
    shown.table.choose(issued_reports(story.file)[0].id)
    offer_before_the_day(story)
    assert "Then: 0 yes, 1 no, 0 not recorded. Now: 1 yes, 0 no, 0 not recorded." in shown.pane.words()
    window.undo()
    assert "Now:" not in shown.pane.words()


def test_the_code_from_a_page_finds_its_report(go, story, saved):
    shown = go("issued")
    [issued] = issued_reports(story.file)
    shown.viewmodel.look_for(issued.fingerprint[:17].upper())
    assert shown.viewmodel.ids == [issued.id]
    shown.viewmodel.look_for("zzzzzzzz")
    assert shown.viewmodel.ids == []


def test_a_report_is_checked_from_the_menu(window, saved, qtbot):
    window.actions_by_key["file.check"].trigger()
    [chooser] = window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(saved))
    chooser.reject()
    dialog = answer(window, qtbot)
    assert dialog.windowTitle() == "It agrees"
    assert "The file inside has the fingerprint that is printed on the page." in dialog.words.text()


def test_what_is_different_now_stands_in_the_answer(window, story, saved, qtbot):
    offer_before_the_day(story)
    check(window, saved)
    dialog = answer(window, qtbot)
    assert "different now" in dialog.windowTitle()
    assert "Then: 0 yes, 1 no, 0 not recorded. Now: 1 yes, 0 no, 0 not recorded." in words_in_sight(dialog)


def test_what_is_no_report_is_said_in_the_message_bar(window, tmp_path, qtbot):
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"Dear all")
    check(window, letter)
    qtbot.waitUntil(lambda: "“letter.pdf” cannot be read as a PDF." in window.message_bar.words, timeout=60_000)
