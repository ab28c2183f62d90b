"""Settings: what belongs to the workspace, changed from a real window, kept in a real file, and undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from coproduce.domain.codes import RateShape, YesNo
from coproduce.domain.money import Money
from coproduce.domain.resourcing import due_on
from coproduce.operations.projects import add_project
from coproduce.operations.rates import add_rate
from coproduce.operations.workshops import add_workshop
from coproduce.storage.queries import organisation
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.accessible_walk import unnamed_focusables
from ui.kit.form_dialog import FormDialog
from ui.screens.settings.viewmodel import Section

TODAY = date.today()


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    return made


@pytest.fixture
def page(window):
    window.go("settings")
    return window.stack.page("settings")


@pytest.fixture
def empty_window(open_window, tmp_path):
    made = open_window()
    made.take(WorkspaceFile.create(tmp_path / "Empty.coproduce", organisation="Bryn Community Voice"))
    return made


def form_of(window):
    [form] = [dialog for dialog in window.findChildren(FormDialog) if dialog.isVisible()]
    return form


def answer(form, **answers):
    for name, value in answers.items():
        form.form.editor(name).put(value)
    form.press_ok()
    QApplication.processEvents()


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press_key(part, key):
    part.pane.buttons()[key].click()
    QApplication.processEvents()


def typed(qtbot, line, words):
    box = line.editor.box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, words)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def settings(window):
    return organisation.settings(window.workspace.workspace)


# -- this workspace


def test_a_space_typed_is_left_alone_until_the_box_is_left(page, window, qtbot):
    line = page.workspace.answers.lines["region"]
    line.editor.box.setFocus()
    qtbot.keyClicks(line.editor.box, " ")
    page.viewmodel.refresh()
    assert line.editor.box.text() == " "
    qtbot.keyClick(line.editor.box, Qt.Key.Key_Return)
    assert line.editor.box.text() == ""


def test_every_section_is_reached_by_mouse_and_says_how_many_records_it_has(page, qtbot):
    for section, words in zip(Section, ["This workspace", "Projects 1", "Rates 0", "Team 0", "How it looks"], strict=True):
        button = page.sections.button(section)
        assert button.text() == words
        press(qtbot, button)
        shown = {Section.LOOK: page.look, **page.workspace.widgets}
        assert [key for key, widget in shown.items() if widget.isVisible()] == [section]


def test_every_setting_there_is_can_be_answered_and_says_why_it_is_asked(page):
    from coproduce.domain.workspace import SETTING_NAMES

    assert set(page.workspace.answers.lines) == set(SETTING_NAMES)
    assert all(line.asked.why.endswith(".") for line in page.workspace.answers.lines.values())


def test_an_answer_is_kept_when_its_box_is_left_and_undo_puts_it_back(window, page, qtbot):
    line = page.workspace.answers.lines["payment_promise_days"]
    assert line.editor.box.text() == "30"
    typed(qtbot, line, "14")
    assert settings(window).payment_promise_days == 14
    assert due_on(date(2026, 9, 1), settings(window).payment_promise_days) == date(2026, 9, 15)
    assert window.message_bar.isVisible()
    window.undo()
    assert settings(window).payment_promise_days == 30
    assert line.editor.box.text() == "30"


def test_what_cannot_be_kept_stays_in_its_box_with_the_reason_beside_it(window, page, qtbot):
    line = page.workspace.answers.lines["late_entry_days"]
    typed(qtbot, line, "soon")
    assert line.editor.box.text() == "soon"
    assert line.wrong.isVisible()
    assert line.wrong.text() == "Write a whole number of days or people, such as 14."
    assert line.editor.box.accessibleDescription() == line.wrong.text()
    assert settings(window).late_entry_days == 14
    typed(qtbot, page.workspace.answers.lines["region"], "Wales")
    assert line.editor.box.text() == "soon"
    typed(qtbot, line, "21")
    assert not line.wrong.isVisible()
    assert settings(window).late_entry_days == 21


def test_a_number_left_blank_goes_back_to_the_usual_one(window, page, qtbot):
    line = page.workspace.answers.lines["small_number_threshold"]
    typed(qtbot, line, "5")
    line.editor.box.selectAll()
    qtbot.keyClick(line.editor.box, Qt.Key.Key_Delete)
    qtbot.keyClick(line.editor.box, Qt.Key.Key_Return)
    assert settings(window).small_number_threshold == 10
    assert line.editor.box.text() == "10"


def test_escape_gives_up_what_was_typed(window, page, qtbot):
    line = page.workspace.answers.lines["organisation"]
    line.editor.box.setFocus()
    qtbot.keyClicks(line.editor.box, "Another ")
    qtbot.keyClick(line.editor.box, Qt.Key.Key_Escape)
    assert line.editor.box.text() == settings(window).organisation == "Bryn Community Voice"


def test_what_is_being_typed_is_kept_when_the_workspace_is_closed(window, page, qtbot):
    path = window.workspace.path
    box = page.workspace.answers.lines["region"].editor.box
    box.setFocus()
    qtbot.keyClicks(box, "Wales")
    window.close_workspace()
    with WorkspaceFile.open(path) as again:
        assert organisation.settings(again).region == "Wales"


def test_the_currency_chosen_stands_before_every_amount(window, page, qtbot):
    add_rate(window.workspace.workspace, label="Half day", shape=RateShape.BAND, amount=Money(7500), valid_from=TODAY)
    box = page.workspace.answers.lines["currency"].editor.box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == "EUR"
    box.activated.emit(box.currentIndex())
    assert settings(window).currency == "EUR"
    page.show_only("rates")
    page.workspace.rates.show_record(page.workspace.viewmodel.rates.ids[0])
    assert "€75.00" in page.workspace.rates.pane.words()


def test_another_page_can_lead_to_one_answer(window):
    window.services.go_to("settings", only="workspace:organisation")
    lines = window.stack.page("settings").workspace.answers.lines
    assert QApplication.focusWidget() is lines["organisation"].editor.box


# -- projects


def test_an_empty_workspace_gets_its_first_project_from_today(empty_window, qtbot):
    window = empty_window
    [add] = [button for button in window.stack.page("today").findChildren(QPushButton) if button.text() == "Add a project"]
    press(qtbot, add)
    answer(form_of(window), title="Redesigning the booking line")
    [made] = organisation.projects(window.workspace.workspace)
    assert made.title == "Redesigning the booking line"
    assert window.project_id == made.id
    assert "Redesigning the booking line" in window.stack.page("today").help_line.text()
    assert not add.isVisible()
    window.undo()
    assert window.project_id is None
    assert add.isVisible()


def test_the_project_chooser_begins_a_project_where_there_is_none(empty_window, qtbot):
    chooser = empty_window.sidebar.project
    assert chooser.accessibleName() == "No project yet. Begin one"
    press(qtbot, chooser)
    [new] = [action for action in chooser.findChild(QMenu).actions() if action.text()]
    new.trigger()
    chooser.findChild(QMenu).close()
    answer(form_of(empty_window), title="A kinder front desk")
    assert chooser.toolTip() == "A kinder front desk"


def test_a_project_that_is_taken_back_leaves_no_row_behind(empty_window):
    empty_window.go("settings")
    shown = empty_window.stack.page("settings")
    shown.show_only("projects")
    projects = shown.workspace.projects
    add_project(empty_window.workspace.workspace, title="A new bus timetable")
    assert len(projects.table.rows.ids) == 1
    empty_window.undo()
    assert projects.table.rows.ids == []


def test_a_new_project_is_the_one_in_hand_with_everything_that_was_said_about_it(window, page, qtbot):
    page.show_only("projects")
    press(qtbot, page.workspace.buttons[Section.PROJECTS])
    answer(
        form_of(window),
        title="A kinder front desk",
        purpose="People are met, not processed.",
        open_to_change="The words and the room",
        not_open="The budget",
        level_framework="tlap",
        intended_level="Co-production",
        stages_run={"why", "design"},
        partners="Harbour Lights",
        starts_on=date(2026, 1, 12),
        ends_on=date(2026, 12, 18),
    )
    made = organisation.project(window.workspace.workspace, window.project_id)
    assert (made.title, made.not_open, made.ends_on) == ("A kinder front desk", "The budget", date(2026, 12, 18))
    words = page.workspace.projects.pane.words()
    for said in ("Harbour Lights", "People are met, not processed.", "The words and the room", "The budget", "Setting the aim, Design"):
        assert said in words
    assert "Every page shows this project." in words
    assert page.sections.button(Section.PROJECTS).text() == "Projects 2"


def test_a_project_without_a_title_is_refused_beside_the_field(window, page, qtbot):
    page.show_only("projects")
    press(qtbot, page.workspace.buttons[Section.PROJECTS])
    form = form_of(window)
    answer(form, title=" ", starts_on=date(2026, 5, 1), ends_on=date(2026, 4, 1))
    assert form.form.wrong_words("title") == "This is needed."
    answer(form, title="A kinder front desk")
    assert form.form.wrong_words("ends_on") == "The project ends before it starts. Change one of the dates."
    assert form.isVisible()
    assert len(organisation.projects(window.workspace.workspace)) == 1


def test_working_on_another_project_changes_the_sidebar(window, page):
    other = add_project(window.workspace.workspace, title="A kinder front desk")
    page.show_record(other)
    assert window.project_id != other
    press_key(page.workspace.projects, "work")
    assert window.project_id == other
    assert window.sidebar.project.toolTip() == "A kinder front desk"
    assert "work" not in page.workspace.projects.pane.buttons()


def test_a_project_is_corrected_and_what_was_not_touched_stays(window, page):
    page.show_record(window.project_id)
    press_key(page.workspace.projects, "edit")
    answer(form_of(window), not_open="The phone number")
    project = organisation.project(window.workspace.workspace, window.project_id)
    assert (project.title, project.not_open) == ("Redesigning the booking line", "The phone number")
    assert "The phone number" in page.workspace.projects.pane.words()


def test_a_deleted_project_comes_back_with_its_workshops_on_undo(window, page):
    file, project_id = window.workspace.workspace, window.project_id
    add_workshop(file, project_id=project_id, title="First look", date=TODAY)
    page.show_record(project_id)
    press_key(page.workspace.projects, "delete")
    assert organisation.projects(file) == []
    assert page.workspace.projects.empty.isVisible()
    assert "1 workshop" in window.message_bar.words
    window.undo()
    assert organisation.workshop_counts(file) == {project_id: 1}
    assert window.project_id == project_id


# -- rates


def test_where_there_are_no_rates_the_page_says_what_goes_here_and_brings_none(window, page):
    page.show_only("rates")
    assert page.workspace.rates.empty.isVisible()
    assert page.workspace.rates.empty.title.text() == "No rates yet"
    assert organisation.rates(window.workspace.workspace) == []


def test_a_rate_is_added_with_where_the_figure_comes_from(window, page, qtbot):
    page.show_only("rates")
    press(qtbot, page.workspace.buttons[Section.RATES])
    form = form_of(window)
    answer(form, label="Living wage", shape="per_hour", valid_from=date(2025, 10, 22))
    assert form.form.wrong_words("amount") == "This is needed."
    answer(form, amount=Money(1345), source="Living Wage Foundation, October 2025", region="Wales", is_floor="yes")
    [rate] = organisation.rates(window.workspace.workspace)
    assert (rate.label, rate.shape, rate.amount, rate.is_floor) == ("Living wage", RateShape.PER_HOUR, Money(1345), YesNo.YES)
    words = page.workspace.rates.pane.words()
    for said in ("£13.45", "Living Wage Foundation, October 2025", "Wales", "22 October 2025"):
        assert said in words


def test_a_rate_that_is_given_a_last_day_ends_and_is_still_listed(window, page):
    rate_id = add_rate(window.workspace.workspace, label="Half day", shape=RateShape.BAND, amount=Money(7500), valid_from=date(2024, 1, 1))
    page.show_record(rate_id)
    press_key(page.workspace.rates, "end")
    form = form_of(window)
    answer(form, valid_to=date(2023, 1, 1))
    assert form.form.wrong_words("valid_to") == "The rate ends before it starts. Change one of the dates."
    answer(form, valid_to=date(2024, 12, 31))
    page.workspace.viewmodel.rates.show_filter("now")
    assert page.workspace.viewmodel.rates.ids == []
    page.workspace.viewmodel.rates.show_filter("ended")
    assert page.workspace.viewmodel.rates.ids == [rate_id]
    assert "end" not in page.workspace.rates.pane.buttons()


def test_a_deleted_rate_comes_back_on_undo(window, page):
    file = window.workspace.workspace
    rate_id = add_rate(file, label="Half day", shape=RateShape.BAND, amount=Money(7500), valid_from=TODAY)
    page.show_record(rate_id)
    press_key(page.workspace.rates, "delete")
    assert organisation.rates(file) == []
    window.undo()
    assert [rate.label for rate in organisation.rates(file)] == ["Half day"]


def test_rates_are_found_by_words_and_sorted_by_amount(window, page):
    file = window.workspace.workspace
    for label, pence, source in (("Half day", 7500, "Our policy"), ("Day", 15000, "Our policy"), ("Hour", 1500, "A funder")):
        add_rate(file, label=label, shape=RateShape.BAND, amount=Money(pence), valid_from=TODAY, source=source)
    page.show_only("rates")
    model = page.workspace.viewmodel.rates
    model.sort_by("amount", True)
    assert [row.rate.label for row in model.fetch(model.ids).values()] == ["Day", "Half day", "Hour"]
    page.focus_search()
    assert QApplication.focusWidget() is page.workspace.rates.search
    model.look_for("funder")
    assert [row.rate.label for row in model.fetch(model.ids).values()] == ["Hour"]


# -- everywhere


def test_without_a_workspace_there_is_only_the_look(open_window, new_workspace):
    window = open_window()
    window.go("settings")
    page = window.stack.page("settings")
    assert page.look.isVisible()
    assert not page.sections.isVisible()
    window.take(new_workspace)
    window.go("settings")
    assert window.stack.page("settings").section is Section.WORKSPACE


@pytest.mark.parametrize(("appearance", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0)])
def test_every_part_that_takes_the_focus_has_a_name(window, use_look, appearance, scale):
    add_rate(window.workspace.workspace, label="Half day", shape=RateShape.BAND, amount=Money(7500), valid_from=TODAY)
    use_look(appearance, scale)
    window.go("settings")
    page = window.stack.page("settings")
    page.show_record(window.project_id)
    page.show_record(page.workspace.viewmodel.rates.query_ids()[0])
    for section in Section:
        page.show_only(section)
        assert unnamed_focusables(page) == []


def test_at_double_size_every_line_is_as_tall_as_its_words(window, use_look):
    use_look("light", 2.0)
    window.go("settings")
    page = window.stack.page("settings")
    for _round in range(4):
        QApplication.processEvents()
    for line in page.workspace.answers.lines.values():
        assert line.height() >= line.heightForWidth(line.width())
    assert page.header.geometry().height() <= page.header.heightForWidth(page.header.geometry().width())
