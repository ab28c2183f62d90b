"""The window as a whole: pages, regions, undo, files, look, start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from coproduce.domain.people import Person
from coproduce.errors import Refused, WorkspaceLocked
from coproduce.operations.people import add_person
from coproduce.operations.projects import add_project
from coproduce.storage.queries.organisation import projects
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.accessible_walk import name_of, unnamed_focusables
from ui.error_dialog import CrashDialog, report_of
from ui.kit.cells import Tone
from ui.kit.dialogs import MessageDialog
from ui.kit.fields import TextField
from ui.kit.form_dialog import FormDialog
from ui.kit.page import Page
from ui.kit.screen import Screen
from ui.preferences import Preferences
from ui.screens import SCREENS
from ui.theme import theme
from ui.tokens import APPEARANCES


class NamesModel:
    """The names of everybody, as a screen's view-model would hold them."""

    def __init__(self, workspace, shell):
        self.workspace, self.shell = workspace, shell
        self.changed = lambda: None
        self.names: list[str] = []
        self.refreshed = 0

    def wants(self, touched):
        return any(kind == "Person" for kind, _id in touched)

    def refresh(self):
        self.refreshed += 1
        with self.workspace.workspace.read() as reading:
            self.names = sorted(person.name for person in reading.all(Person))
        self.changed()

    def add(self, name):
        self.shell.attempt(lambda: add_person(self.workspace.workspace, name=name))


class NamesView(Page):
    """A page that says every name in its line of help."""

    def __init__(self, workspace, shell):
        super().__init__("Names")
        self.viewmodel = NamesModel(workspace, shell)
        self.viewmodel.changed = self.show_state
        self.shown_record = None
        self.button = self.add_button(QPushButton("Add Carys"))
        self.button.clicked.connect(lambda: self.viewmodel.add("Carys"))

    def show_state(self):
        self.set_help(", ".join(self.viewmodel.names))

    def show_record(self, record_id):
        self.shown_record = record_id


def count_people(workspace, _project):
    with workspace.workspace.read() as reading:
        return len(reading.all(Person))


PAGES = (
    Screen("names", "Names", "users", NamesView, count_people, frozenset({"Person"})),
    Screen("other", "Other", "vote", NamesView),
)


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window(PAGES)
    made.take(new_workspace)
    return made


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(widget, key, modifier)


# -- first run


def test_the_welcome_page_comes_first_and_hides_the_pages(open_window):
    window = open_window(PAGES)
    window.show_welcome()
    assert window.stack.key == "welcome"
    assert not window.sidebar.button("names").isVisible()
    assert not window.actions_by_key["file.export"].isEnabled()
    assert window.actions_by_key["file.sample"].isEnabled()


def test_recent_workspaces_are_listed_and_those_gone_say_so(open_window, new_workspace, tmp_path):
    Preferences().remember(tmp_path / "Gone.coproduce")
    Preferences().remember(Path(new_workspace.path))
    window = open_window(PAGES)
    window.show_welcome()
    names = {button.text(): button.isEnabled() for button in window.stack.page("welcome").findChildren(QPushButton) if button.text()}
    assert names == {"Team": True, "Gone": False}


def test_the_sample_opens_with_one_press(open_window, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.file_actions._documents", lambda: tmp_path)
    window = open_window(PAGES)
    window.show_welcome()
    qtbot.mouseClick(window.stack.page("welcome").sample, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    assert "Carys" not in window.stack.page("names").help_line.text()
    assert len(window.stack.page("names").viewmodel.names) > 10
    assert "invented" in window.sidebar.project.accessibleName()
    assert (tmp_path / "Coproduce sample.coproduce").exists()


# -- pages


def test_opening_a_workspace_shows_its_first_page_with_its_figures(window):
    assert window.stack.key == "names"
    assert window.windowTitle() == "Team – Coproduce"
    assert window.sidebar.button("names").isChecked()
    assert window.status_line.words == "Not protected · Everything is saved"
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
    assert window.sidebar.button("names").accessibleDescription() == "1"
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
    assert "Import a workbook…" in [
        label.text() for label in window.stack.page("help").shortcuts.findChildren(QWidget) if hasattr(label, "text")
    ]


# -- files


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    return event.isAccepted()


def test_a_workspace_dropped_on_the_window_is_opened(window, tmp_path):
    WorkspaceFile.create(tmp_path / "Other.coproduce").close()
    drop(window, tmp_path / "Other.coproduce")
    assert window.windowTitle() == "Other – Coproduce"


def test_a_picture_dropped_on_the_window_is_left_alone(window, tmp_path):
    (tmp_path / "cat.png").write_bytes(b"")
    drop(window, tmp_path / "cat.png")
    assert window.windowTitle() == "Team – Coproduce"


def test_a_file_that_is_no_workspace_is_explained(open_window, tmp_path):
    (tmp_path / "Empty.coproduce").write_bytes(b"")
    window = open_window(PAGES)
    window.files.open_path(tmp_path / "Empty.coproduce")
    [dialog] = window.findChildren(MessageDialog)
    assert dialog.title.text() == "“Empty” could not be opened"
    assert dialog.words.text()
    assert window.stack.key == "welcome"
    dialog.close()


def test_a_protected_workspace_asks_for_its_passphrase(open_window, tmp_path, qtbot):
    WorkspaceFile.create(tmp_path / "Secret.coproduce", passphrase="six random words on some paper").close()
    window = open_window(PAGES)
    window.files.open_path(tmp_path / "Secret.coproduce")
    [form] = window.findChildren(FormDialog)
    form.form.editor("passphrase").put("wrong")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.form.wrong_words("passphrase")
    form.form.editor("passphrase").put("six random words on some paper")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert window.status_line.words.startswith("Protected by a passphrase")


def test_a_workspace_open_elsewhere_can_be_looked_at(open_window, new_workspace, qtbot):
    window = open_window(PAGES)
    window.files.open_path(Path(new_workspace.path))
    [dialog] = window.findChildren(MessageDialog)
    assert "already open" in dialog.words.text()
    [look] = [button for button in dialog.findChildren(QPushButton) if button.text() == "Open to read only"]
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    assert window.status_line.words.endswith("open to read only")
    window.stack.page("names").viewmodel.add("Carys")
    assert "read only" in window.message_bar.words


def test_a_new_workspace_gets_its_organisation_and_first_project(open_window, tmp_path, qtbot):
    window = open_window(PAGES)
    window.files.create(tmp_path / "New.coproduce")
    [form] = window.findChildren(FormDialog)
    form.form.editor("organisation").put("Bryn Community Voice")
    form.form.editor("project").put("Waiting room")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert [project.title for project in projects(window.workspace.workspace)] == ["Waiting room"]
    assert window.project_id is not None


def test_two_different_passphrases_are_refused_beside_the_second(open_window, tmp_path, qtbot):
    window = open_window(PAGES)
    window.files.create(tmp_path / "New.coproduce")
    [form] = window.findChildren(FormDialog)
    form.form.editor("passphrase").put("one")
    form.form.editor("again").put("two")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.form.wrong_words("again")
    assert not (tmp_path / "New.coproduce").exists()
    form.close()


def test_closing_a_workspace_goes_back_to_the_welcome_page(window):
    path = window.workspace.path
    window.actions_by_key["file.close"].trigger()
    assert window.workspace is None
    assert window.stack.key == "welcome"
    assert Preferences().reopen is None
    WorkspaceFile.open(path).close()


def test_leaving_the_program_remembers_what_was_open(window):
    path = window.workspace.path
    window.close()
    assert Preferences().reopen == path
    WorkspaceFile.open(path).close()


def test_a_backup_is_made_in_the_folder_chosen(window, tmp_path, qtbot):
    folder = tmp_path / "copies"
    folder.mkdir()
    window.files._back_up_into(folder)
    qtbot.waitUntil(lambda: "Backed up as" in window.message_bar.words, timeout=10_000)
    assert len(list(folder.iterdir())) == 1
    assert "backup" in window.status_line.words


# -- the real pages


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.key)
def test_every_real_page_opens_on_an_empty_workspace(open_window, new_workspace, screen):
    window = open_window()
    window.take(new_workspace)
    window.go(screen.key)
    assert window.stack.key == screen.key
    assert unnamed_focusables(window) == []
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
