"""Habits of a desktop program: what is kept between two sittings, copies, the log, faults, notices, and help in dialogs."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton, QSystemTrayIcon

from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.operations.people import add_person
from coproduce.operations.projects import add_project
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell
from ui import log_file
from ui.app import Start
from ui.error_dialog import CrashDialog, catch_faults
from ui.help.dialog import HelpDialog
from ui.kit.dialogs import MessageDialog
from ui.kit.fields import TextField
from ui.kit.form_dialog import FormDialog
from ui.new_day import NewDay
from ui.notice import notify_once_a_day
from ui.pages_beside import BESIDE
from ui.preferences import Preferences


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "Valley Care.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def window(open_window, story):
    made = open_window()
    made.take(story.file)
    return made


def reopened(open_window, path):
    made = open_window()
    made.take(WorkspaceFile.open(path))
    return made


# -- what is kept between two sittings


def test_the_page_and_the_record_chosen_on_each_are_there_again(open_window, window, story):
    path = Path(story.file.path)
    for page, record in (("workshops", story.ahead), ("decisions", story.unanswered), ("people", story.ben)):
        window.services.go_to(page, record)
    window.close()
    again = reopened(open_window, path)
    assert again.stack.key == "people"
    assert again.stack.page("people").viewmodel.chosen_id == story.ben
    again.go("workshops")
    assert again.stack.page("workshops").viewmodel.chosen_id == story.ahead
    again.go("decisions")
    assert again.stack.page("decisions").viewmodel.chosen.chosen_id == story.unanswered


def test_a_record_that_has_gone_is_not_missed(open_window, window, story):
    from coproduce.operations.people import delete_person

    path = Path(story.file.path)
    window.services.go_to("people", story.ben)
    window.close()
    with WorkspaceFile.open(path) as file:
        delete_person(file, story.ben)
    again = reopened(open_window, path)
    assert again.stack.page("people").viewmodel.chosen_id in {None, story.ana}


def test_the_project_chosen_last_is_chosen_again(open_window, window, story):
    path = Path(story.file.path)
    other = add_project(story.file, title="Another piece of work")
    window.choose_project(other)
    window.close()
    assert reopened(open_window, path).project_id == other


def test_what_is_kept_names_nobody(window, story):
    window.services.go_to("people", story.ana)
    path = Path(story.file.path)
    window.close()
    assert Preferences().place_in(path)["on people"] == story.ana
    assert "Ana" not in str(Preferences().place_in(path))


def test_a_window_kept_from_a_larger_screen_fits_this_one(open_window, qapp, qtbot):
    first = open_window(width=5000, height=4000)
    first.close()
    start = Start(qapp)
    start.show()
    qtbot.waitUntil(lambda: start.window._is_finished)
    room = qapp.primaryScreen().availableGeometry()
    assert start.window.width() <= room.width()
    assert start.window.height() <= room.height()
    start.window.close()
    start.window.deleteLater()


def test_a_window_that_filled_the_screen_does_so_again(open_window, qapp, qtbot):
    first = open_window()
    first.showMaximized()
    first.close()
    start = Start(qapp)
    start.show()
    qtbot.waitUntil(lambda: start.window._is_finished)
    assert start.window.isMaximized()
    start.window.close()
    start.window.deleteLater()


# -- status in words


def test_the_foot_says_what_is_saved_and_when_it_was_backed_up(window, story, tmp_path, qtbot):
    assert window.status_line.words == "Not protected · Everything is saved · no backup made here yet"
    add_person(story.file, name="Carys")
    assert window.status_line.words.startswith(f"Not protected · Saved {datetime.now():%H:}")
    window.files._back_up_into(tmp_path / "copies")
    qtbot.waitUntil(lambda: window.jobs.current is None)
    assert f"backup today {datetime.now():%H:}" in window.status_line.words


def test_the_backup_of_another_day_is_named_by_its_day(open_window, story):
    Preferences().note_backup(Path(story.file.path), datetime(2025, 3, 1, 9, 1).astimezone())
    made = open_window()
    made.take(story.file)
    assert made.status_line.words.endswith("backup 1 March 2025 09:01")


def test_a_new_day_is_noticed(qapp):
    days, begun = [date(2025, 3, 1)], []
    watch = NewDay(qapp, lambda: begun.append(days[0]), lambda: days[0])
    watch.look()
    assert begun == []
    days[0] = date(2025, 3, 2)
    watch.look()
    watch.look()
    assert begun == [date(2025, 3, 2)]
    watch.deleteLater()


# -- copies


def choose_in_dialog(window, qtbot, target):
    [dialog] = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: window.jobs.current is None)


def test_a_copy_is_saved_and_the_workspace_stays_open(window, story, tmp_path, qtbot):
    window.actions_by_key["file.copy"].trigger()
    choose_in_dialog(window, qtbot, tmp_path / "Copy.coproduce")
    assert window.message_bar.words.startswith("Copy saved: Copy.coproduce")
    assert window.workspace.path == Path(story.file.path)
    with WorkspaceFile.open(tmp_path / "Copy.coproduce") as copy, copy.read() as reading:
        assert [person.name for person in reading.all(Person)] == ["Ana", "Ben"]


def test_a_copy_is_never_written_over_the_workspace_or_over_one_that_is_open(story, tmp_path):
    with pytest.raises(Refused, match="the workspace itself"):
        story.file.save_copy(Path(story.file.path))
    with WorkspaceFile.create(tmp_path / "Other.coproduce"), pytest.raises(Refused, match="open in another window"):
        story.file.save_copy(tmp_path / "Other.coproduce")
    assert not list(tmp_path.glob("*.part"))


def test_a_workspace_open_elsewhere_can_be_opened_as_a_copy(open_window, story, tmp_path, qtbot):
    made = open_window()
    made.files.open_path(Path(story.file.path))
    [dialog] = made.findChildren(MessageDialog)
    assert {"Close", "Open a copy…", "Open to read only"} <= {button.text() for button in dialog.findChildren(QPushButton)}
    [copy] = [button for button in dialog.findChildren(QPushButton) if button.text() == "Open a copy…"]
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    choose_in_dialog(made, qtbot, tmp_path / "Mine.coproduce")
    assert made.workspace.path == tmp_path / "Mine.coproduce"
    assert not made.workspace.is_read_only


# -- faults and the log


CANARIES = ("Carys Llewelyn", "Booking line for Llanelli", "I cannot hear in that room", "/home/carys")


class Canary(Exception):
    """Carries what somebody typed in its message, its arguments and its attributes."""


def fail_with_secrets(person, title):
    said, folder = CANARIES[2], f"{CANARIES[3]}/{title}.coproduce"
    try:
        raise KeyError(person, said)
    except KeyError as first:
        problem = Canary(f"{person} said {said!r} in {folder}")
        problem.add_note(f"{title}: {said}")
        raise problem from first


def fault():
    try:
        fail_with_secrets(CANARIES[0], CANARIES[1])
    except Canary as error:
        return error
    raise AssertionError


@pytest.fixture
def log(qapp):
    log_file.begin("Coproduce test")
    yield log_file.log_path()
    log_file.end()
    for old in log_file.log_path().parent.glob("*.log*"):
        old.unlink()


def test_neither_the_report_nor_the_log_repeats_what_anybody_typed(window, log, monkeypatch, capsys):
    monkeypatch.setattr("sys.excepthook", None)
    catch_faults(window)
    import sys

    error = fault()
    sys.excepthook(type(error), error, error.__traceback__)
    [dialog] = window.findChildren(CrashDialog)
    dialog.copy()
    assert "Everything saved before it is safe" in dialog.words.text()
    copied, told = QGuiApplication.clipboard().text(), capsys.readouterr().err
    everywhere = {"dialog": dialog.report, "clipboard": copied, "log": log.read_text(), "error output": told}
    for place, words in everywhere.items():
        assert "test_habits.py" in words, place
        assert "Canary" in words
        assert "KeyError" in words
        for secret in CANARIES:
            assert not any(word in words for word in secret.split() if len(word) > 4), (place, secret)
        assert str(Path.home()) not in words
    dialog.close()


def test_a_fault_inside_long_work_is_in_the_log_too(window, log):
    window.services.failed(fault())
    assert "fail_with_secrets" in log.read_text()
    [dialog] = window.findChildren(CrashDialog)
    dialog.close()


def test_a_file_that_could_not_be_opened_is_not_named_in_the_log(window, log, tmp_path):
    (tmp_path / "Carys Llewelyn.coproduce").write_bytes(b"")
    window.files.open_path(tmp_path / "Carys Llewelyn.coproduce")
    assert "Carys" not in log.read_text()
    for dialog in window.findChildren(MessageDialog):
        dialog.close()


def test_the_log_stays_small(log):
    for _each in range(9_000):
        log_file.note("Fault. " + "x" * 200)
    sizes = [one.stat().st_size for one in log.parent.glob("coproduce.log*")]
    assert len(sizes) == 4
    assert max(sizes) <= 200_000


def test_the_log_can_be_read_and_copied(window, log, qtbot):
    window.actions_by_key["help.log"].trigger()
    [dialog] = window.findChildren(MessageDialog)
    [shown] = dialog.findChildren(QPlainTextEdit)
    assert "Started. Coproduce test" in shown.toPlainText()
    [copy] = [button for button in dialog.findChildren(QPushButton) if button.text() == "Copy"]
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "Coproduce test" in QGuiApplication.clipboard().text()
    dialog.close()


def test_a_log_that_cannot_be_written_stops_nothing(qapp, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(log_file, "log_path", lambda: tmp_path / "file" / "coproduce.log")
    log_file.begin("Coproduce test")
    log_file.note("nothing")
    assert log_file.read_log() == ""
    assert logging.getLogger("coproduce.window").handlers == []


# -- notices


def shown_by(window, day):
    shown = []
    notify_once_a_day(window, lambda _window, words: shown.append(words), lambda: day)
    return shown


def test_a_notice_comes_once_a_day_and_only_where_it_was_switched_on(window, qtbot):
    day = date(2025, 5, 1)
    assert shown_by(window, day) == []
    window.go("settings")
    settings = window.stack.page("settings")
    settings.show_only("look")
    qtbot.mouseClick(settings.look.notices.button("on"), Qt.MouseButton.LeftButton)
    [words] = shown_by(window, day)
    assert words == "£12.50 to 1 person is late\n1 thing people said has no answer"
    assert shown_by(window, day) == []
    assert shown_by(window, day + timedelta(days=1)) == [words]
    assert "Ana" not in words


def test_where_nothing_is_due_no_notice_comes(open_window, new_workspace):
    Preferences().notices = True
    made = open_window()
    made.take(new_workspace)
    assert shown_by(made, date(2025, 5, 1)) == []
    assert not QSystemTrayIcon.isSystemTrayAvailable()


# -- help in dialogs


def press_help(qtbot):
    qtbot.keyClick(QApplication.activeWindow(), Qt.Key.Key_F1)


def test_f1_in_a_form_opens_the_topic_of_its_page_over_it(window, qtbot):
    window.go("resourcing")
    window.stack.page("resourcing").viewmodel.add()
    [form] = window.findChildren(FormDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    press_help(qtbot)
    [shown] = form.findChildren(HelpDialog)
    assert shown.shown == "resourcing"
    assert shown.focusWidget() is shown.reading
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert window.stack.key == "resourcing"
    form.close()


def test_f1_works_in_a_dialog_over_a_dialog_and_keeps_what_was_typed(window, qtbot):
    window.services.open_form("A form", [TextField("name", "Name")], lambda _answers: None)
    [form] = window.findChildren(FormDialog)
    form.form.editor("name").put("half typed")
    over = MessageDialog(form, "info", "A question", "Really?")
    over.add_button("Yes", primary=True)
    over.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is over)
    press_help(qtbot)
    assert len(over.findChildren(HelpDialog)) == 1
    over.findChildren(HelpDialog)[0].close()
    over.close()
    assert form.form.editor("name").value() == "half typed"
    form.close()


def test_every_shortcut_of_the_window_is_in_the_list_of_shortcuts(window):
    from PySide6.QtGui import QAction, QShortcut

    from ui.help.filling import shortcuts

    for key in (*window.screens, *BESIDE, "settings", "help"):
        window.go(key)
    native = QKeySequence.SequenceFormat.NativeText
    live = {keys.toString(native) for action in window.findChildren(QAction) for keys in action.shortcuts()}
    live |= {shortcut.key().toString(native) for shortcut in window.findChildren(QShortcut)}
    listed = {part for _words, keys in shortcuts() for part in (keys, *keys.split(" or "))}
    assert live - listed == set()


def test_dialogs_and_menus_fit_a_small_screen_at_twice_the_size(window, use_look):
    from ui.log_dialog import show_log

    use_look("light", 2.0)
    room = window.screen().availableGeometry().height()
    window.services.failed(fault())
    for dialog in (window.findChildren(CrashDialog)[0], show_log(window)):
        assert dialog.height() <= room
        assert dialog.minimumSizeHint().height() <= 768
        dialog.close()
    for menu in window.menus.values():
        menu.ensurePolished()
        assert menu.style().styleHint(menu.style().StyleHint.SH_Menu_Scrollable, None, menu)
        assert menu.style().pixelMetric(menu.style().PixelMetric.PM_SmallIconSize, None, menu) == 32
