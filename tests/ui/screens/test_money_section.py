"""Money of a workshop in a real window: one fee offered to everybody, and the letters that go with it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coproduce.domain.codes import Capacity, PaymentKind, RateShape
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import day_words
from coproduce.operations import people, rates, resourcing, room
from tests.operations.story import DAY
from tests.ui.screens.conftest import fill
from ui.kit.form_dialog import FormDialog
from ui.kit.letters_dialog import LettersDialog
from ui.kit.many_dialog import ManyDialog


@pytest.fixture
def page(go, story):
    new = [people.add_person(story.file, name=f"New {number}") for number in range(3)]
    room.add_to_workshop(story.file, story.held, new, capacity=Capacity.COMMUNITY)
    rates.add_rate(story.file, label="Hourly", shape=RateShape.PER_HOUR, amount=Money(2000), valid_from=date(2020, 1, 1))
    shown = go("workshops")
    shown.table.choose(story.held)
    shown.viewmodel.show_section("money")
    return shown


def opened(window, kind):
    [dialog] = [each for each in window.findChildren(kind) if each.isVisible()]
    return dialog


def fees(story):
    with story.file.read() as reading:
        return [line for line in reading.all(Payment, workshop_id=story.held) if line.kind is PaymentKind.FEE]


def test_one_fee_is_offered_to_everybody_who_has_none_in_one_step(window, page, story, press, qtbot):
    press(page.pane.buttons()["offer_all"])
    dialog = opened(window, ManyDialog)
    rate = dialog.form.editor("rate").box
    assert "Hourly: £20.00 × 45 min = £15.00" in [rate.itemText(place) for place in range(rate.count())]
    assert "Write the amount offered." in dialog.summary.text()
    rate.setCurrentIndex(rate.findText("Hourly: £20.00 × 45 min = £15.00"))
    qtbot.waitUntil(lambda: "3 people are offered £15.00 each" in dialog.summary.text())
    assert "not as a participant 1" in dialog.summary.text()
    assert "has a fee already 1" in dialog.summary.text()
    before = len(fees(story))
    dialog.press_ok()
    made = [line for line in fees(story) if line.offered == Money(1500)]
    assert len(fees(story)) == before + 3
    assert {(line.session_minutes_paid, line.category) for line in made} == {(45, "Hourly")}
    window.undo()
    assert len(fees(story)) == before


def test_the_written_offers_come_in_the_format_each_person_reads_best(window, page, story, press):
    press(page.pane.buttons()["write_offers"])
    dialog = opened(window, LettersDialog)
    assert dialog.people.count() == 1
    assert "Dear Ana," in dialog.words.toPlainText()
    assert "You do not need to say why." in dialog.words.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_slip_is_written_once_something_is_paid(window, page, story, press):
    assert "write_slips" not in page.pane.buttons()
    resourcing.mark_paid(story.file, story.offered, on=DAY, reference="BACS 7")
    page.viewmodel.show_section("plan")
    page.viewmodel.show_section("money")
    press(page.pane.buttons()["write_slips"])
    words = opened(window, LettersDialog).words.toPlainText()
    assert "in Easy Read" in words
    assert f"We paid you £12.50 on {day_words(DAY)}." in words
    assert "Its reference is BACS 7." in words


def test_a_reminder_leaves_out_whoever_answered(window, page, story, press, qtbot):
    press(page.pane.buttons()["write_reminders"])
    assert opened(window, LettersDialog).people.count() == 1
    opened(window, LettersDialog).close()
    resourcing.accept(story.file, story.offered, on=DAY)
    page.viewmodel.show_section("plan")
    page.viewmodel.show_section("money")
    qtbot.waitUntil(lambda: "write_reminders" not in page.pane.buttons())


def test_a_person_gets_a_statement_of_each_year(window, go, story, press):
    resourcing.mark_paid(story.file, story.offered, on=DAY)
    shown = go("people")
    shown.table.choose(story.ana)
    press(shown.pane.buttons()["statements"])
    dialog = opened(window, LettersDialog)
    texts = [dialog.people.item(number).text() for number in range(dialog.people.count())]
    assert any("6 April 2024 – 5 April 2025" in text for text in texts)
    dialog.people.setCurrentRow(dialog.people.count() - 1)
    assert "Together it is £12.50." in dialog.words.toPlainText()


def test_letters_are_saved_as_a_page_and_all_in_one_file(window, page, story, press, tmp_path, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.kit.letters_dialog.save_as", lambda _parent, _title, name, _kinds, then: asked.append((name, then)))
    press(page.pane.buttons()["write_offers"])
    dialog = opened(window, LettersDialog)
    for key in ("save", "together"):
        press(dialog.buttons[key])
    (_one_name, one), (whole_name, whole) = asked
    for then, name in ((one, "letter.html"), (whole, whole_name)):
        then(tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists, timeout=20_000)
    assert "Dear Ana," in (tmp_path / "letter.html").read_text(encoding="utf-8")
    assert whole_name == "Offers for “One”.pdf"
    assert (tmp_path / whole_name).read_bytes()[:5] == b"%PDF-"


def test_who_enters_and_who_approves_is_written_down_by_itself(window, go, story, press, qtbot):
    settings = go("settings")
    settings.show_only("look")
    settings.look.my_name.setText("Nia")
    settings.look.my_name.editingFinished.emit()
    shown = go("resourcing")
    shown.viewmodel.add()
    added = opened(window, FormDialog)
    fill(added, person_id=story.ben, workshop_id=story.held, kind="fee", offered="20", offered_on="02/03/2025")
    press(added.ok)
    line = next(line for line in fees(story) if line.person_id == story.ben)
    assert line.entered_by == "Nia"
    press(shown.pane.buttons()["approve"])
    qtbot.waitUntil(lambda: "ONE PAIR OF EYES" in shown.pane.words())
    window.undo()
    window.preferences.my_name = "Owen"
    press(shown.pane.buttons()["approve"])
    line = next(line for line in fees(story) if line.person_id == story.ben)
    assert line.is_checked_by_another
