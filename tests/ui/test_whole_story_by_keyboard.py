"""A whole project without a mouse: from nothing to a printed report."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from coproduce.domain.codes import Answer, AttendanceState
from coproduce.domain.decisions import Decision
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from tests.ui.keyboard import CTRL, KEY, SHIFT, Keyboard

ROWS = "Name\tGroup\nSiân\tDeaf-led group\nIdris\tCarers\nAna\tCarers\nسميرة\tTenants\nBen\tTenants\n"
PEOPLE = ["Ana", "Ben", "Idris", "Siân", "سميرة"]


class Mouse(QObject):
    """Notes every mouse event, of which there must be none."""

    KINDS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)

    def __init__(self):
        super().__init__()
        self.noted = 0

    def eventFilter(self, _watched, event):
        self.noted += event.type() in self.KINDS
        return False


@pytest.mark.slow
def test_from_nothing_to_a_printed_report_without_a_mouse(open_window, qtbot, qapp, tmp_path):
    window = open_window()
    window.show_welcome()
    mouse = Mouse()
    qapp.installEventFilter(mouse)
    keys = Keyboard(window, qtbot)

    begin(keys, tmp_path)
    plan_a_workshop(keys)
    paste_five_people(keys)
    put_them_on_the_list(keys)
    offer_a_fee(keys)
    note_who_came(keys)
    write_down_what_was_said_and_answer_it(keys)
    record_a_decision(keys)
    print_a_report(keys, tmp_path / "summary.pdf")

    qapp.removeEventFilter(mouse)
    assert mouse.noted == 0


def read(keys, kind):
    with keys.window.workspace.workspace.read() as reading:
        return reading.all(kind)


def begin(keys, folder):
    keys.press(KEY.Key_N, CTRL)
    keys.file_name(folder / "Ours.coproduce")
    keys.dialog("New workspace")
    keys.fill("Organisation", "Bryn Community Voice")
    keys.fill("First project", "Redesigning the booking line")
    keys.press(KEY.Key_Return, CTRL)
    keys.qtbot.waitUntil(lambda: keys.window.project_id is not None, timeout=30_000)
    keys.dialog("Print a recovery sheet")
    keys.press_button("Later")
    keys.no_dialog()


def plan_a_workshop(keys):
    keys.go("workshops")
    keys.press_button("Add workshop")
    keys.dialog("Add a workshop")
    keys.fill("Title", "Where the line begins")
    keys.fill("Day", "3 March 2026")
    keys.press_button("Add workshop")
    keys.no_dialog()
    assert [workshop.title for workshop in read(keys, Workshop)] == ["Where the line begins"]


def paste_five_people(keys):
    keys.go("people")
    QGuiApplication.clipboard().setText(ROWS)
    keys.press(KEY.Key_V, CTRL | SHIFT)
    keys.dialog("Bring in rows")
    keys.press_button("Look at the rows")
    keys.press_button("Bring them in")
    keys.no_dialog()
    keys.qtbot.waitUntil(lambda: "5" in keys.window.message_bar.words, timeout=30_000)


def open_the_workshop(keys):
    keys.go("workshops")
    keys.tab_to("Workshops")
    keys.press(KEY.Key_Home)
    keys.press(KEY.Key_Return)
    assert keys.window.stack.page("workshops").pane.isAncestorOf(keys.focused)


def put_them_on_the_list(keys):
    open_the_workshop(keys)
    keys.press_button("Add people")
    keys.dialog("Add people")
    for name in PEOPLE:
        keys.tab_to(f"Who (needed): {name}")
        keys.press(KEY.Key_Space)
    keys.press_button("Add people")
    keys.no_dialog()
    assert len(read(keys, Attendance)) == 5


def offer_a_fee(keys):
    keys.go("resourcing")
    keys.press_button("Add payment")
    keys.dialog("payment")
    keys.choose("Person", "Siân")
    keys.choose("Workshop", "Where the line begins, 3 March 2026")
    keys.choose("Fee or expense", "Fee")
    keys.fill("Offered", "45")
    keys.press_button("Add payment")
    keys.no_dialog()
    [payment] = read(keys, Payment)
    assert payment.offered.words("GBP") == "£45.00"


def note_who_came(keys):
    open_the_workshop(keys)
    for name in PEOPLE[:3]:
        keys.choose(f"{name} on the day", "Here")
    states = [seat.state for seat in read(keys, Attendance)]
    assert states.count(AttendanceState.HERE) == 3


def write_down_what_was_said_and_answer_it(keys):
    keys.go("decisions")
    keys.press_button("Write down what was said")
    keys.dialog("said")
    keys.choose("Workshop", "Where the line begins, 3 March 2026")
    keys.fill("What was said", "The phone menu is too long")
    keys.choose("Who said it", "Ana")
    keys.press_button("Write down")
    keys.no_dialog()
    keys.press_button("Record the answer")
    keys.dialog("Record the answer")
    keys.choose("What we did", "We did it")
    keys.fill("On", "20 March 2026")
    keys.press_button("Record answer")
    keys.no_dialog()
    [said] = read(keys, Contribution)
    assert said.answer is Answer.ADOPTED


def record_a_decision(keys):
    keys.go("decisions")
    keys.press_button("Record a decision")
    keys.dialog("decision")
    keys.fill("The question", "How many choices may the menu have?")
    keys.press_button("Record decision")
    keys.no_dialog()
    assert [decision.question for decision in read(keys, Decision)] == ["How many choices may the menu have?"]


def print_a_report(keys, target):
    keys.go("reports")
    reports = keys.window.stack.page("reports")
    keys.qtbot.waitUntil(lambda: reports.viewmodel.preview is not None, timeout=60_000)
    keys.press_button("Save as PDF")
    keys.file_name(target)
    keys.qtbot.waitUntil(lambda: "Saved summary.pdf" in keys.window.message_bar.words, timeout=60_000)
    pdf = pypdfium2.PdfDocument(target)
    assert "Bryn Community Voice" in pdf[0].get_textpage().get_text_range()
    pdf.close()
