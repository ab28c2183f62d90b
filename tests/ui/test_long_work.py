"""A step that writes very many records: on a worker, the window alive, stopped when asked, and nothing else written meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton

from coproduce.domain.people import Person
from coproduce.imports.plan import ImportPlan
from coproduce.operations.interchange import bring_in
from coproduce.operations.many_people import put_many_in_group
from coproduce.operations.people import add_person
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import stored
from ui.doing_many import open_many
from ui.kit.fields import TextField
from ui.kit.many_acts import ManyAct
from ui.kit.many_dialog import ManyDialog
from ui.long_work import MANY
from ui.rows_mapping.dialog import RowsDialog
from ui.rows_mapping.opening import FoundTables, open_mapping


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    return made


def people(count):
    return [Person(f"m{number}", f"Name {number}") for number in range(count)]


class Held:
    """A step that adds many people and then waits until it may end."""

    def __init__(self, window, file, count=MANY) -> None:
        self.go_on, self.is_inside, self.threads, self.results = threading.Event(), threading.Event(), [], []
        self.file, self.count = file, count
        self.is_on_worker = window.services.run_work("Bring in many", self.act, self.results.append, records=count)

    def act(self):
        self.threads.append(threading.current_thread())
        with self.file.work("Bring in many") as work:
            work.add_all(people(self.count))
            self.is_inside.set()
            self.go_on.wait(20)
        return "done"


def count(file):
    with file.read() as reading:
        return len(reading.bare(Person))


def stop(window):
    [cancel] = window.status_line.strip.findChildren(QPushButton)
    cancel.click()


def test_a_long_step_is_done_by_a_worker_and_announced_on_the_main_thread(window, new_workspace, qtbot):
    heard = []
    window.workspace.changed.connect(lambda changes: heard.append((changes.label, threading.current_thread())))
    step = Held(window, new_workspace)
    step.go_on.set()
    assert step.is_on_worker
    qtbot.waitUntil(lambda: step.results == ["done"], timeout=20_000)
    assert step.threads[0] is not threading.main_thread()
    assert heard == [("Bring in many", threading.main_thread())]
    assert count(new_workspace) == MANY


def plan_of(many):
    return ImportPlan(Path("people.xlsx"), added={Person: many})


def test_a_short_step_is_done_at_once(window, new_workspace):
    done = []
    act = lambda: add_person(new_workspace, name="Carys")  # noqa: E731
    assert not window.services.run_work("Add person", act, done.append, records=1)
    assert len(done) == 1


def test_the_window_stays_alive_during_a_long_import(window, new_workspace, qtbot):
    ticks, done = [], []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    many = people(20_000)
    window.services.run_work("Bring in people", lambda: bring_in(new_workspace, plan_of(many)), done.append, records=20_000)
    strip = window.status_line.strip
    qtbot.waitUntil(lambda: strip.isVisible() and strip._bar.maximum() == 60_000 and strip._bar.value() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: bool(done), timeout=60_000)
    timer.stop()
    assert len(ticks) > 10
    assert not strip.isVisible()
    assert count(new_workspace) == 20_000


def test_stopping_leaves_everything_as_it_was(window, new_workspace, qtbot):
    before = stored(new_workspace.path)
    heard, done = [], []
    window.workspace.changed.connect(heard.append)
    many = people(60_000)
    window.services.run_work("Bring in people", lambda: bring_in(new_workspace, plan_of(many)), done.append, records=60_000)
    qtbot.waitUntil(lambda: window.status_line.strip._bar.value() > 0, timeout=20_000)
    stop(window)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=20_000)
    assert (heard, done) == ([], [])
    assert stored(new_workspace.path) == before
    assert window.message_bar.words == "Stopped. Nothing was changed."
    add_person(new_workspace, name="Carys")


def test_another_change_meanwhile_is_refused_in_words(window, new_workspace, qtbot):
    step = Held(window, new_workspace)
    step.is_inside.wait(20)
    assert not window.services.attempt(lambda: add_person(new_workspace, name="Carys"))
    assert window.message_bar.words == "Wait until “Bring in many” is done, or stop it. Nothing was changed."
    window.undo()
    assert window.message_bar.words.startswith("Wait until “Bring in many” is done")
    assert not window.services.run_work("Bring in more", lambda: None, records=MANY)
    step.go_on.set()
    qtbot.waitUntil(lambda: bool(step.results), timeout=20_000)
    assert window.services.attempt(lambda: add_person(new_workspace, name="Carys"))


def test_pages_can_be_read_meanwhile(window, new_workspace, qtbot):
    add_person(new_workspace, name="Carys")
    step = Held(window, new_workspace)
    step.is_inside.wait(20)
    window.go("people")
    assert len(window.stack.page("people").viewmodel.ids) == 1
    step.go_on.set()
    qtbot.waitUntil(lambda: len(window.stack.page("people").viewmodel.ids) == MANY + 1, timeout=20_000)


def test_a_large_step_is_undone_and_done_again_by_a_worker(window, new_workspace, qtbot):
    before = stored(new_workspace.path)
    with new_workspace.work("Bring in many") as work:
        work.add_all(people(3 * MANY))
    after = stored(new_workspace.path)
    window.undo()
    assert window.jobs.current.label == "Undo: Bring in many"
    qtbot.waitUntil(lambda: window.message_bar.words == "Undone: Bring in many", timeout=20_000)
    assert stored(new_workspace.path) == before
    window.redo()
    assert window.jobs.current.label == "Redo: Bring in many"
    qtbot.waitUntil(lambda: window.message_bar.words == "Done again: Bring in many", timeout=20_000)
    assert stored(new_workspace.path) == after


def test_an_undo_can_be_stopped(window, new_workspace, qtbot):
    with new_workspace.work("Bring in many") as work:
        work.add_all(people(40_000))
    after = stored(new_workspace.path)
    window.undo()
    stop(window)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=20_000)
    assert window.message_bar.words == "Stopped. Nothing was changed."
    assert stored(new_workspace.path) == after
    assert new_workspace.undo_label == "Bring in many"


def test_closing_the_window_stops_a_long_step_and_nothing_is_changed(window, new_workspace, qtbot):
    path, before = new_workspace.path, stored(new_workspace.path)
    many = people(60_000)
    done = []
    window.services.run_work("Bring in people", lambda: bring_in(new_workspace, plan_of(many)), done.append, records=60_000)
    qtbot.waitUntil(lambda: window.status_line.strip._bar.value() > 0, timeout=20_000)
    window.close()
    qtbot.wait(50)
    assert done == []
    with WorkspaceFile.open(path) as again:
        assert count(again) == 0
    assert stored(path) == before


def test_the_panel_for_rows_stands_aside_and_comes_back_when_stopped(window, new_workspace, qtbot):
    from coproduce.imports.found_table import table_from_text
    from coproduce.imports.here import records_in

    text = "name\temail_group\n" + "\n".join(f"Name {number}\tGarden" for number in range(30_000))
    open_mapping(window, FoundTables("the clipboard", [table_from_text(text, "the clipboard")], records_in(new_workspace)))
    [dialog] = window.findChildren(RowsDialog)
    dialog.go_on.click()
    dialog.go_on.click()
    assert not dialog.isVisible()
    stop(window)
    qtbot.waitUntil(dialog.isVisible, timeout=20_000)
    assert dialog.is_on_rows
    assert count(new_workspace) == 0
    dialog.go_on.click()
    qtbot.waitUntil(lambda: window.message_bar.words.startswith("Brought in people: add 30000"), timeout=60_000)
    assert count(new_workspace) == 30_000


def test_one_act_on_very_many_records_is_done_by_a_worker(window, new_workspace, qtbot):
    with new_workspace.work("Fill") as work:
        work.add_all(people(MANY))
    plan, will = (lambda answers: put_many_in_group(group=answers["group"])), (lambda fits, _answers: str(fits))
    act = ManyAct("Group", "Set group", plan, will, [TextField("group", "Group")])
    open_many(window, act, [person.id for person in people(MANY)])
    [dialog] = window.findChildren(ManyDialog)
    dialog.findChild(QLineEdit).setText("Garden")
    dialog.press_ok()
    assert window.jobs.current.label == "Set group"
    qtbot.waitUntil(lambda: window.message_bar.words.startswith("Done: Set group (1,000)"), timeout=20_000)
    with new_workspace.read() as reading:
        assert {person.group for person in reading.bare(Person)} == {"Garden"}
