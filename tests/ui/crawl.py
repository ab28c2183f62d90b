"""Go everywhere the window leads: every page, every record, every button on them, and whatever opens.

A button that was pressed for one record of a kind is not pressed for the next. What a press changes in the file is undone at
once. Nothing here knows which forms there are, so a new one is found like the others; `calls_in` says, by reading the
program, from where forms are opened, and `Crawl.called` from where they have been.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QToolButton, QWidget

import ui
from tests.ui.monkey_hands import turn
from ui.kit.form_dialog import FormDialog
from ui.kit.parts_drawn import KEY
from ui.kit.records_part import RecordsPart
from ui.kit.rows_table import RowsTable
from ui.main_window import HELP, SETTINGS, MainWindow
from ui.pages_beside import BESIDE
from ui.services import ShellServices
from ui.settings_page import LookSection

UI = Path(ui.__file__).parent
OPENERS = ("open_form", "ask")
"""The methods of the window's services that put a dialog before somebody."""

Visit = Callable[[str, QWidget], None]


def calls_in(folder: Path = UI) -> set[str]:
    """Each place in the program that opens a form or asks something, as `file:line`."""
    found = set()
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {f"{path.relative_to(folder)}:{node.lineno}" for node in ast.walk(tree) if _opens(node)}
    return found


def _opens(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in OPENERS


class Crawl:
    """One round through a window. `visit` is called with a name and a window for everything new that is in sight."""

    def __init__(self, window: MainWindow, visit: Visit, reopen: Callable[[], None]) -> None:
        self.window, self._visit, self._reopen = window, visit, reopen
        self.called: set[str] = set()
        self.dialogs: set[str] = set()
        self._pressed: set[str] = set()
        self.seen: set[str] = set()
        self._shown: set[str] = set()
        self._first_seen: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._tabs: dict[str, str] = {}
        self._page = ""

    def everything(self) -> None:
        """Every page of the window."""
        for key in [*self.window.screens, *BESIDE, SETTINGS, HELP]:
            self.page(key)

    def page(self, key: str) -> None:
        """Everything on one page."""
        self._page = key
        self._come_back()
        self._look()
        while self._press_something_new() or self._choose_the_next_record():
            pass

    def _press_something_new(self) -> bool:
        """What came into sight last is pressed first, so that a section is gone through before the next one takes its place."""
        new = {}
        for made in self._buttons(self.window.stack.currentWidget()):
            known = f"{self._page} {identity(made)}"
            self._first_seen.setdefault(known, len(self._pressed))
            if known not in self._pressed:
                new.setdefault(known, made)
        if not new:
            return False
        known = max(new, key=lambda one: self._first_seen[one])
        self._pressed.add(known)
        before = self._tables()
        self._press(new[known])
        self._tabs |= dict.fromkeys(self._tables().keys() - before.keys(), known)
        self._look()
        return True

    def _tables(self) -> dict[str, RowsTable]:
        page = self.window.stack.currentWidget()
        return {f"{self._page} {table.accessibleName()}": table for table in page.findChildren(RowsTable) if table.isVisible()}

    def _choose_the_next_record(self) -> bool:
        """The next record of a list in sight, with whatever a filter hides."""
        page = self.window.stack.currentWidget()
        parts = [part for part in page.findChildren(RecordsPart) if part.isVisible()]
        for part in parts:
            if part.is_folded:
                part.close_pane()
            first = next(iter(part.viewmodel.filters))
            if part.viewmodel.filter != first or part.viewmodel.search:
                part.viewmodel.look_for("")
                part.viewmodel.show_filter(first.value)
        for name, table in self._tables().items():
            place = self._places.get(name, 0)
            if place < len(table.rows.ids):
                self._places[name] = place + 1
                if table.choose(table.rows.ids[place]):
                    for part in parts:
                        if part.is_folded and part.table is table:
                            part.open_pane()
                    turn()
                    self._look()
                return True
            self._tabs.pop(name, None)
        return self._show_another_list()

    def _show_another_list(self) -> bool:
        """Press again what showed a list that was not gone through yet."""
        while self._tabs:
            name, known = self._tabs.popitem()
            again = [made for made in self._buttons(self.window.stack.currentWidget()) if f"{self._page} {identity(made)}" == known]
            if again and name not in self._places:
                self._press(again[0])
                return True
        return False

    def _buttons(self, within: QWidget) -> list[QAbstractButton]:
        made = [one for one in within.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        return [one for one in made if one.window() is within.window() and not isinstance(one.parentWidget().parentWidget(), LookSection)]

    def _press(self, made: QAbstractButton) -> None:
        window = self.window
        steps = window.steps
        with self._watching():
            made.click()
            turn()
            self._wait_for_work()
            self.close_what_opened(made)
        if window.steps != steps and self._page == "history":
            self._reopen()  # there a press may take many steps back
        else:
            for _step in range(window.steps - steps):
                window.undo()
        self._come_back()

    def close_what_opened(self, made: QWidget | None = None) -> None:
        """Look at every dialog and menu that is open, at what its own buttons open, and close it."""
        for _depth in range(8):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                return
            if isinstance(front, QFileDialog):
                front.reject()
            elif isinstance(front, QMenu):
                self._visit_once(f"menu of {identity(made) if made is not None else ''}", front)
                front.close()
            else:
                self._visit_once(name_of_dialog(front), front)
                if not self._open_within(front):
                    _close(front)
            turn()
            self._wait_for_work()

    def _open_within(self, dialog: QWidget) -> bool:
        """Press the next button in a dialog that may open something more: those with an icon and no words."""
        for made in self._buttons(dialog):
            known = f"{type(dialog).__name__} {type(made).__name__} {made.property('look')}"
            if isinstance(made, QToolButton) and known not in self._pressed:
                self._pressed.add(known)
                made.click()
                turn()
                return True
        return False

    def _look(self) -> None:
        """Look at the window where a kind of button is in sight that was not before."""
        shown = {f"{self._page} {identity(made)}" for made in self._buttons(self.window.stack.currentWidget())}
        new = sorted(shown - self._shown)
        self._shown |= shown
        if new or not shown:
            self._visit_once(f"{self._page} with {', '.join(new)}", self.window)

    def _visit_once(self, name: str, front: QWidget) -> None:
        if name in self.seen:
            return
        self.seen.add(name)
        if isinstance(front, QDialog):
            self.dialogs.add(type(front).__name__)
        self._visit(name, front)

    def _come_back(self) -> None:
        if self.window.stack.key != self._page:
            self.window.go(self._page)
        self.window.activateWindow()  # a screen does so when a dialog closes
        turn()
        self._wait_for_work()

    def _wait_for_work(self) -> None:
        while self.window.jobs.current is not None:
            QTest.qWait(10)

    def _watching(self) -> _Watch:
        return _Watch(self.called)


class _Watch:
    """While it is entered, remembers from where the services are asked to open something."""

    def __init__(self, called: set[str]) -> None:
        self._called = called
        self._before = {name: getattr(ShellServices, name) for name in OPENERS}

    def __enter__(self) -> None:
        for name, method in self._before.items():
            setattr(ShellServices, name, self._noting(method))

    def __exit__(self, *_failure: object) -> None:
        for name, method in self._before.items():
            setattr(ShellServices, name, method)

    def _noting(self, method: Callable[..., None]) -> Callable[..., None]:
        def noted(services: ShellServices, *given: object, **named: object) -> None:
            frame = sys._getframe(1)
            self._called.add(f"{Path(frame.f_code.co_filename).relative_to(UI)}:{frame.f_lineno}")
            method(services, *given, **named)

        return noted


def identity(made: QWidget) -> str:
    """What a button does, whichever record it does it for: figures, ids and what stands in quotes or after a colon left out."""
    key = made.property(KEY)
    words = (made.text() if isinstance(made, QAbstractButton) else "") or made.accessibleName()
    plain = re.sub(r"[^\s:]*\d[^\s:]*", "", key) if isinstance(key, str) else re.sub(r"\S*\d\S*|“.*?”|[:,].*", "", words)
    return f"{type(made).__name__} {plain.strip()}"


def name_of_dialog(dialog: QWidget) -> str:
    """A dialog by its kind: a form by what it asks, any other by its class and the words of its buttons."""
    if isinstance(dialog, FormDialog):
        return f"form asking {', '.join(dialog.form._questions)} to {dialog.ok.text()!r}"
    return f"{type(dialog).__name__} {sorted({identity(made) for made in dialog.findChildren(QAbstractButton)})}"


def _close(dialog: QWidget) -> None:
    if isinstance(dialog, QDialog):
        dialog.done(QDialog.DialogCode.Rejected)
    else:
        dialog.close()
