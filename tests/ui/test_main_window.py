"""The window as a whole: pages, regions, undo, files, look, start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coproduce.errors import Refused, WorkspaceLocked
from coproduce.operations.people import add_person
from coproduce.operations.projects import add_project
from tests.ui.accessible_walk import name_of, unnamed_focusables
from tests.ui.names_page import PAGES
from ui.error_dialog import CrashDialog, report_of
from ui.kit.cells import Tone
from ui.kit.dialogs import MessageDialog
from ui.kit.fields import TextField
from ui.kit.form_dialog import FormDialog
from ui.pages_beside import BESIDE
from ui.preferences import Preferences
from ui.screens import SCREENS
from ui.theme import theme
from ui.tokens import APPEARANCES


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window(PAGES)
    made.take(new_workspace)
    return made


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(widget, key, modifier)


# -- pages


def test_opening_a_workspace_shows_its_first_page_with_its_figures(window):
    assert window.stack.key == "names"
    assert window.windowTitle() == "Team – Coproduce"
    assert window.sidebar.button("names").isChecked()
    assert window.status_line.words.startswith("Not protected · Everything is saved")
    assert "Redesigning the booking line" in window.sidebar.project.accessibleName()


def test_pages_are_built_when_first_shown(window):
    assert window.stack.page("other") is None
    window.go("other")
    assert window.stack.page("other") is not None


def test_ctrl_and_a_number_go_to_a_page(window, qtbot):
    press(qtbot, window, Qt.Key.Key_2)
    assert window.stack.key == "other"
    assert window.sidebar.button("other").isChecked()


def test_a_screen_reader_can_toggle_a_page_button(window):
    actions = QAccessible.queryAccessibleInterface(window.sidebar.button("other")).actionInterface()
    actions.doAction(actions.actionNames()[0])
    assert window.stack.key == "other"


def test_a_command_comes_back_as_a_change(window, qtbot):
    page = window.stack.page("names")
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert page.help_line.text() == "Carys"
    assert window.message_bar.words == "Done: Add person"
    assert window.message_bar.offers_undo
    assert name_of(window.sidebar.button("names")) == "Names"
    qtbot.waitUntil(lambda: window.sidebar.button("names").accessibleDescription() == "1 waiting")
    assert window.status_line.words.startswith("Not protected · Saved ")


def test_a_hidden_page_is_refreshed_only_when_it_is_shown(window):
    window.go("other")
    hidden = window.stack.page("names").viewmodel
    before = hidden.refreshed
    window.stack.page("other").viewmodel.add("Femi")
    window.stack.page("other").viewmodel.add("Gwen")
    assert hidden.refreshed == before
    window.go("names")
    assert hidden.refreshed == before + 1
    assert hidden.names == ["Femi", "Gwen"]


def test_a_change_that_does_not_concern_a_page_leaves_it_alone(window, new_workspace):
    before = window.stack.page("names").viewmodel.refreshed
    add_project(new_workspace, title="Another")
    assert window.stack.page("names").viewmodel.refreshed == before


def test_another_project_refreshes_the_page(window, new_workspace):
    other = add_project(new_workspace, title="Waiting room")
    before = window.stack.page("names").viewmodel.refreshed
    window.choose_project(other)
    assert window.project_id == other
    assert window.stack.page("names").viewmodel.refreshed == before + 1
    assert Preferences().project_in(Path(new_workspace.path)) == other


def test_a_new_project_does_not_take_the_place_of_the_one_in_hand(window, new_workspace):
    before = window.project_id
    add_project(new_workspace, title="A project whose title comes first")
    assert window.project_id == before


def test_a_screen_can_send_somebody_to_a_record_elsewhere(window):
    window.services.go_to("other", "P-1")
    assert window.stack.page("other").shown_record == "P-1"


# -- undo


def test_the_message_offers_undo_only_for_the_step_it_speaks_of(window):
    page = window.stack.page("names")
    page.viewmodel.add("Carys")
    assert window.message_bar.offers_undo
    add_person(window.workspace.workspace, name="Delroy")
    assert not window.message_bar.offers_undo
    page.viewmodel.add("Eira")
    assert window.message_bar.offers_undo


def test_undo_and_redo_are_named_after_what_they_do(window, qtbot):
    window.stack.page("names").viewmodel.add("Carys")
    assert window.actions_by_key["edit.undo"].text() == "Undo: Add person"
    window.message_bar.press_undo()
    assert window.stack.page("names").help_line.text() == ""
    assert window.message_bar.words == "Undone: Add person"
    assert window.actions_by_key["edit.redo"].text() == "Redo: Add person"
    assert not window.actions_by_key["edit.undo"].isEnabled() or window.workspace.undo_label == "Add project"
    press(qtbot, window, Qt.Key.Key_Y)
    assert window.stack.page("names").help_line.text() == "Carys"


# -- errors


def test_a_refusal_goes_to_the_message_bar(window):
    def act():
        raise Refused("Give them a name.")

    assert not window.services.attempt(act)
    assert window.message_bar.words == "Give them a name."
    assert not window.message_bar.offers_undo


def test_trouble_with_the_file_opens_a_dialog_that_says_what_is_safe(window):
    def act():
        raise WorkspaceLocked("Somebody else has it open. Nothing was lost.")

    assert not window.services.attempt(act)
    [dialog] = window.findChildren(MessageDialog)
    assert dialog.words.text() == "Somebody else has it open. Nothing was lost."
    dialog.close()


def test_a_report_of_a_fault_holds_no_personal_data():
    def fail(name):
        raise ValueError(f"{name} lives at 4 Bryn Road")

    with pytest.raises(ValueError) as caught:
        fail("Carys")
    report = report_of(caught.value)
    assert "ValueError" in report
    assert "test_main_window.py" in report
    assert "fail" in report
    assert "Carys" not in report
    assert "/" not in report.replace("–", "")


def test_a_fault_says_what_is_safe_and_copies_a_report(window, qtbot):
    window.services.failed(ZeroDivisionError("Carys"))
    [dialog] = window.findChildren(CrashDialog)
    assert unnamed_focusables(dialog) == []
    assert "safe" in dialog.words.text()
    dialog.copy()
    assert QApplication.clipboard().text() == dialog.report
    dialog.close()


# -- forms and jobs


def test_a_form_of_a_screen_says_what_was_done(window, new_workspace, qtbot):
    window.services.open_form("Add person", [TextField("name", "Name")], lambda answers: add_person(new_workspace, **answers))
    [form] = window.findChildren(FormDialog)
    qtbot.keyClicks(form.form.editor("name").box, "Gwen")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert window.stack.page("names").help_line.text() == "Gwen"
    assert window.message_bar.words == "Done: Add person"


def test_a_rule_of_the_domain_is_shown_in_the_form(window, new_workspace, qtbot):
    window.services.open_form("Add person", [TextField("name", "Name")], lambda answers: add_person(new_workspace, **answers))
    [form] = window.findChildren(FormDialog)
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.form.wrong_words("name")
    form.close()


# -- regions and names


def test_f6_goes_round_the_parts_of_the_window(window, qtbot):
    window.services.say("Done", tone=Tone.INFO, undo=True)
    window.stack.focus_page()
    seen = []
    for _turn in range(3):
        press(qtbot, window, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        focused = QApplication.focusWidget()
        seen.append(next(name for name, part in _parts(window).items() if part.isAncestorOf(focused)))
    assert sorted(seen) == ["message", "page", "sidebar"]


def _parts(window) -> dict[str, QWidget]:
    return {"sidebar": window.sidebar, "page": window.stack, "message": window.message_bar}


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("width", [1320, 700])
def test_every_focusable_part_of_the_shell_has_a_name(open_window, new_workspace, use_look, appearance, width):
    use_look(appearance)
    window = open_window(PAGES, width=width)
    window.show_welcome()
    assert unnamed_focusables(window) == []
    window.take(new_workspace)
    window.services.say("Done: Add person", undo=True)
    for key in ("settings", "help", "names"):
        window.go(key)
        assert unnamed_focusables(window) == []


def test_the_sidebar_becomes_a_rail_when_narrow_for_its_text(window, use_look):
    assert window.sidebar.width() == 216
    window.look.use_size(200)
    assert window.sidebar.width() == 144
    assert not window.sidebar.project.isVisible()
    assert window.sidebar.button("names").toolTip() == "Names"
    window.look.normal()
    assert window.sidebar.width() == 216
    assert window.sidebar.project.isVisible()


# -- look


def test_text_size_follows_the_keyboard_and_is_remembered(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Plus)
    assert theme.scale == pytest.approx(1.1)
    press(qtbot, window, Qt.Key.Key_Minus)
    press(qtbot, window, Qt.Key.Key_Minus)
    assert Preferences().text_size == 90
    press(qtbot, window, Qt.Key.Key_0)
    assert theme.scale == 1.0


def test_appearance_can_be_chosen_in_the_settings(window, qtbot):
    window.go("settings")
    page = window.stack.page("settings")
    qtbot.mouseClick(page.look.appearance.button("contrast"), Qt.MouseButton.LeftButton)
    assert theme.appearance == "contrast"
    assert Preferences().appearance == "contrast"
    assert window.actions_by_key["view.contrast"].isChecked()
    window.actions_by_key["view.light"].trigger()
    assert page.look.appearance.button("light").isChecked()


def test_every_command_stands_in_a_menu_and_no_shortcut_is_given_twice(window):
    said = window.actions_by_key.said()
    in_menus = {action for menu in window.menus.values() for action in menu.actions()}
    assert all(made in in_menus for _action, made in said)
    keys = [key.toString() for _action, made in said for key in made.shortcuts()]
    assert len(keys) == len(set(keys))


def test_help_lists_the_shortcuts(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert window.stack.key == "help"
    press(qtbot, window, Qt.Key.Key_Question, Qt.KeyboardModifier.NoModifier)
    assert "Import a workbook…" in window.stack.page("help").reading.toPlainText()


# -- the real pages


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.key)
def test_every_real_page_opens_on_an_empty_workspace(open_window, new_workspace, screen):
    window = open_window()
    window.take(new_workspace)
    window.go(screen.key)
    assert window.stack.key == screen.key
    assert unnamed_focusables(window) == []
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.parametrize("key", ["people", *BESIDE])
def test_a_page_asked_for_while_no_workspace_is_open_waits_for_one(open_window, new_workspace, key):
    window = open_window()
    before = window.stack.key
    window.go(key)
    assert window.stack.key == before
    window.take(new_workspace)
    assert window.stack.key == key
