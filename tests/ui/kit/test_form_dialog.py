"""A form in a dialog: it closes only when what it asks for is done or given up, and takes the room it needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from coproduce.errors import Refused, WorkspaceLocked
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.kit.test_form import FIELDS
from ui.kit.fields import DateField, Further, TextField, YesNoField
from ui.kit.form import Form
from ui.kit.form_dialog import FormDialog


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def open_dialog(window, submit, **more):
    dialog = FormDialog(window, "Add person", [TextField("name", "Name", required=True)], submit, **more)
    dialog.open()
    return dialog


def test_ok_gives_the_answers_and_closes(window, qtbot):
    given, finished = [], []
    dialog = open_dialog(window, given.append, done=lambda: finished.append(True))
    qtbot.keyClicks(dialog.form.editor("name").box, "Carys")
    qtbot.keyClick(dialog.form.editor("name").box, Qt.Key.Key_Return)
    assert given == [{"name": "Carys"}]
    assert finished == [True]
    assert not dialog.isVisible()


def test_a_refused_form_stays_open_with_what_was_typed(window, qtbot):
    def submit(_answers):
        raise Refused("Somebody has that name already.", field="name")

    dialog = open_dialog(window, submit)
    dialog.form.editor("name").put("Carys")
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.form.wrong_words("name") == "Somebody has that name already."
    assert dialog.form.editor("name").box.text() == "Carys"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dialog_grows_for_what_is_wrong_so_that_nothing_needs_scrolling(window, qtbot, use_look, scale):
    def submit(_answers):
        raise Refused("This is not the name that was agreed. Nothing was changed. " * 3, field="name")

    use_look("light", scale)
    dialog = open_dialog(window, submit)
    dialog.form.editor("name").put("Carys")
    before = dialog.height()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.height() > before
    qtbot.waitUntil(lambda: not dialog.findChild(QScrollArea).verticalScrollBar().isVisible())
    taller = dialog.height()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.height() == taller


def test_trouble_with_the_file_keeps_the_form_open_too(window, qtbot):
    told = []

    def submit(_answers):
        raise WorkspaceLocked("The file is open elsewhere.")

    dialog = open_dialog(window, submit, failed=told.append)
    dialog.form.editor("name").put("Carys")
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert [str(error) for error in told] == ["The file is open elsewhere."]


def test_escape_gives_it_up(window, qtbot):
    given = []
    dialog = open_dialog(window, given.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert given == []


def test_the_focus_starts_in_the_first_box(window, qtbot):
    dialog = open_dialog(window, lambda _answers: None)
    qtbot.waitUntil(dialog.form.editor("name").box.hasFocus)
    assert unnamed_focusables(dialog) == []


def test_a_form_at_200_per_cent_fits_a_small_screen(window, use_look):
    use_look("light", 2.0)
    dialog = FormDialog(window, "Add person", FIELDS, lambda _answers: None)
    dialog.open()
    available = dialog.screen().availableGeometry()
    assert dialog.width() <= available.width()
    assert dialog.height() <= available.height()


# -- groups one step away

MORE = Further("More about them", "Only what you need.")
YOUNG = Further("If they are under 18")
GROUPED = (
    TextField("name", "Name", required=True),
    TextField("full_name", "Full name", group=MORE),
    YesNoField("under_18", "Under 18?", group=YOUNG),
    DateField("agreed_on", "Parent agreed on", group=YOUNG),
    TextField("contact", "Reach them by", group=MORE),
    TextField("group", "Group"),
)


@pytest.fixture
def grouped(window, qtbot):
    dialog = FormDialog(window, "Add person", GROUPED, lambda _answers: None)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def tab_through(qtbot, dialog, presses):
    met = []
    for _press in range(presses):
        met.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return met


def test_a_group_is_closed_until_its_button_is_pressed(grouped, qtbot):
    more = grouped.form.group("More about them")
    assert not more.is_open
    assert not grouped.form.editor("full_name").isVisible()
    qtbot.mouseClick(more.button, Qt.MouseButton.LeftButton)
    assert grouped.form.editor("full_name").isVisible()
    qtbot.mouseClick(more.button, Qt.MouseButton.LeftButton)
    assert not grouped.form.editor("full_name").isVisible()


def test_a_screen_reader_hears_what_a_group_holds_and_whether_it_is_open(grouped):
    more = grouped.form.group("More about them")
    assert more.button.accessibleName() == "More about them: 2 questions, closed"
    assert more.button.accessibleDescription() == "Only what you need."
    more.button.click()
    assert more.button.accessibleName() == "More about them: 2 questions, open"
    assert unnamed_focusables(grouped) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_group_opens_by_keyboard_and_nothing_is_sent(grouped, qtbot, key):
    more = grouped.form.group("More about them")
    more.button.setFocus()
    qtbot.keyClick(more.button, key)
    assert more.is_open
    assert more.button.hasFocus()
    assert grouped.isVisible()


def test_tab_goes_in_reading_order_and_passes_over_what_is_closed(grouped, qtbot):
    qtbot.waitUntil(grouped.form.editor("name").box.hasFocus)
    closed = tab_through(qtbot, grouped, 4)
    assert closed == ["Name (needed)", "Group", "More about them: 2 questions, closed", "If they are under 18: 2 questions, closed"]
    grouped.form.group("More about them").open()
    grouped.form.editor("group").box.setFocus()
    opened = tab_through(qtbot, grouped, 5)
    assert opened[1:] == [
        "More about them: 2 questions, open",
        "Full name",
        "Reach them by",
        "If they are under 18: 2 questions, closed",
    ]


def test_a_group_with_an_answer_in_it_is_open_from_the_start(qtbot):
    form = Form([TextField("name", "Name"), TextField("contact", "Reach them by", value="Letter", group=MORE)])
    qtbot.addWidget(form)
    assert form.group("More about them").is_open


def test_a_refusal_opens_the_group_of_its_field_and_goes_there(grouped, qtbot):
    grouped.form.show_refused(Refused("That day has not come yet.", field="agreed_on"))
    assert grouped.form.group("If they are under 18").is_open
    assert not grouped.form.group("More about them").is_open
    assert grouped.form.editor("agreed_on").box.hasFocus()
    grouped.form.group("If they are under 18").button.click()
    grouped.form.editor("name").put("Carys")
    grouped.form.editor("agreed_on").box.setText("31/02/2026")
    grouped.press_ok()
    assert grouped.form.editor("agreed_on").isVisible()
    assert grouped.form.wrong_words("agreed_on") == "There is no such day in the calendar."


def test_what_was_typed_in_a_group_is_kept_when_it_is_closed(grouped):
    grouped.form.editor("name").put("Carys")
    more = grouped.form.group("More about them")
    more.open()
    grouped.form.editor("contact").put("Letter")
    more.button.click()
    assert not more.is_open
    assert grouped.form.values()["contact"] == "Letter"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dialog_grows_for_a_group_and_stays_on_the_screen(window, qtbot, use_look, scale):
    use_look("light", scale)
    many = [TextField(f"more{place}", f"Question {place}", "Why it is asked.", group=MORE) for place in range(12)]
    dialog = FormDialog(window, "Add person", [TextField("name", "Name"), *many], lambda _answers: None)
    with qtbot.waitExposed(dialog):
        dialog.open()
    before = dialog.height()
    more = dialog.form.group("More about them")
    more.button.click()
    assert dialog.height() > before
    assert dialog.frameGeometry().top() >= 0
    assert dialog.frameGeometry().bottom() <= dialog.screen().availableGeometry().bottom()
    assert dialog.ok.visibleRegion().boundingRect().height() == dialog.ok.height()
    qtbot.waitUntil(lambda: more.button.visibleRegion().boundingRect().height() == more.button.height())
    more.button.click()
    assert dialog.height() == before


def test_an_error_far_down_is_scrolled_into_sight(window, qtbot):
    many = [TextField(f"more{place}", f"Question {place}", group=MORE) for place in range(30)]
    dialog = FormDialog(window, "Add person", [TextField("name", "Name"), *many], lambda _answers: None)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.form.show_refused(Refused("Not that.", field="more29"))
    box = dialog.form.editor("more29").box
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().height() == box.height())


def test_enter_on_cancel_gives_up(window, qtbot):
    given = []
    dialog = open_dialog(window, given.append)
    dialog.form.editor("name").put("Carys")
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert given == []
    assert not dialog.isVisible()
