"""What must be true whatever a monkey has done: the window says what the file says, the file is whole, nothing fell over.

`wrong(window)` gives a sentence for each thing that is not so.
"""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget

from coproduce.errors import WorkspaceError
from coproduce.storage.checks import look_inside, looking_into, way_to_look
from coproduce.storage.search import is_in_step
from tests.ui.accessible_walk import accessible_parts
from tests.ui.monkey_hands import turn
from ui.error_dialog import CrashDialog
from ui.kit.page import Page
from ui.kit.record_pane import RecordPane
from ui.kit.records_part import RecordsPart
from ui.kit.rows_table import RowsTable
from ui.main_window import MainWindow
from ui.screens.plan.run_strip import RunStrip
from ui.screens.today.view import TodayView
from ui.screens.today.viewmodel import TodayModel

NO_SCREEN = "This plugin does not support"
"""How Qt's complaints begin that only say that there is no screen."""

LET_SETTLE_MS = 260
"""Longer than a search box waits for the next letter, and the pane after it for whom it brought forward."""


class Heard:
    """Exceptions that nobody caught, and what Qt complains about, since the listening began."""

    def __init__(self) -> None:
        self.complaints: list[str] = []

    def listen(self) -> None:
        sys.excepthook = self._fell_over
        qInstallMessageHandler(self._qt_said)

    def stop(self) -> None:
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)

    def _fell_over(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.complaints.append("".join(traceback.format_exception(kind, error, trace)[-6:]))

    def _qt_said(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and not words.startswith(NO_SCREEN):
            self.complaints.append(f"Qt: {words}")


def settle(window: MainWindow) -> None:
    """Wait for the work in the background, and for search boxes to search."""
    for _turn in range(2400):
        if window.jobs.current is None:
            break
        QTest.qWait(25)
    QTest.qWait(LET_SETTLE_MS)
    turn()


def wrong(window: MainWindow) -> list[str]:
    """Everything that is not as it must be."""
    settle(window)
    return [
        *_faults_shown(),
        *_undo_names(window),
        *_message(window),
        *_lists(window),
        *_panes(window),
        *_sidebar(window),
        *_stale_words(window),
        *_file(window),
        *_left_over(),
        *_filters(window),
        *_tiles(window),
        *_titles(window),
        *_status(window),
        *_focus(window),
    ]


def _faults_shown() -> Iterator[str]:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, CrashDialog) and dialog.isVisible():
            yield f"a fault is shown:\n{dialog.report}"


def _undo_names(window: MainWindow) -> Iterator[str]:
    workspace = window.workspace
    for key, word, step in (
        ("edit.undo", "Undo", workspace.undo_label if workspace else None),
        ("edit.redo", "Redo", workspace.redo_label if workspace else None),
    ):
        action = window.actions_by_key[key]
        said = f"{word}: {step}" if step else word
        if action.text() != said or action.isEnabled() != (step is not None):
            yield f"{key} says {action.text()!r} (enabled {action.isEnabled()}), the file says {step!r}"


def _message(window: MainWindow) -> Iterator[str]:
    bar, workspace = window.message_bar, window.workspace
    if not bar.isVisible() or not bar.offers_undo:
        return
    step = workspace.undo_label if workspace else None
    if step is None:
        yield f"the message bar offers Undo ({bar.words!r}) and there is nothing to undo"
    elif bar.words.startswith("Done: ") and not bar.words.startswith(f"Done: {step}"):  # how many, and who was left out, may follow
        yield f"the message bar offers Undo for {bar.words!r}, and it would undo {step!r}"


def _lists(window: MainWindow) -> Iterator[str]:
    for part in window.findChildren(RecordsPart):
        if not part.isVisible():
            continue
        model, table, name = part.viewmodel, part.table, part.table.accessibleName()
        ids = list(model.query_ids())
        if not ids == list(model.ids) == list(table.rows.ids):
            yield f"{name}: the table lists {len(table.rows.ids)} records, a fresh query {len(ids)}, or in another order"
            continue
        yield from _cells(table, model.fetch, name)
        if model.query_counts() != model.counts:
            yield f"{name}: the filters count {model.counts}, a fresh query {model.query_counts()}"
        fresh = model.query_detail(model.chosen_id) if model.chosen_id is not None else None
        unlike = difference(model.detail, fresh)
        if unlike:
            yield f"{name}: the pane of {model.chosen_id} differs from a fresh query: {unlike}"


def difference(shown: object, fresh: object) -> str:
    """Where two rows of the same kind differ, field by field; nothing where they say the same. Nouns are equal only to themselves."""
    if shown == fresh:
        return ""
    if isinstance(shown, tuple | list) and isinstance(fresh, tuple | list) and len(shown) == len(fresh):
        return "; ".join(filter(None, map(difference, shown, fresh)))
    if type(shown) is not type(fresh) or not is_dataclass(shown):
        return f"{shown!r:.300} and {fresh!r:.300}"
    unlike = {field.name: difference(getattr(shown, field.name), getattr(fresh, field.name)) for field in fields(shown)}
    return "; ".join(f"{name}: {words}" for name, words in unlike.items() if words)


def _cells(table: RowsTable, fetch, name: str) -> Iterator[str]:
    rows = table.rows
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    places = range(max(first, 0), (last if last >= 0 else rows.rowCount() - 1) + 1)
    fresh = fetch([rows.ids[place] for place in places])
    for place in places:
        for number, column in enumerate(rows.columns):
            found, wanted = rows.cell(place, number), fresh.get(rows.ids[place])
            if found != (None if wanted is None else column.cell(wanted)):
                yield f"{name}: row {place}, {column.heading}: the table has {found}, the file {wanted}"


def _panes(window: MainWindow) -> Iterator[str]:
    """A pane draws only what differs; drawn from nothing it must say the same."""
    for pane in window.findChildren(RecordPane):
        shown = pane._shown
        if pane.isVisible() and shown is not None:
            fresh = RecordPane("fresh", lambda: None)
            fresh.show_parts(*shown)
            if _labels(fresh) != _labels(pane):
                yield f"the pane says {_labels(pane) - _labels(fresh)} and not {_labels(fresh) - _labels(pane)}"
            fresh.deleteLater()


def _labels(widget: QWidget) -> Counter[str]:
    return Counter(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def _sidebar(window: MainWindow) -> Iterator[str]:
    for screen in window.screens.values():
        if window.workspace is not None and screen.figure is not None:
            fresh, shown = screen.figure(window.workspace, window.project_id), window.sidebar.button(screen.key)._figure
            if fresh != shown:
                yield f"the sidebar says {shown} beside {screen.key}, the file {fresh}"


def _stale_words(window: MainWindow) -> Iterator[str]:
    """Asking everything again must change not a word on the page."""
    page = window.stack.currentWidget()
    viewmodel = getattr(page, "viewmodel", None)
    if viewmodel is None or window.workspace is None or getattr(viewmodel, "is_stopped", False):
        return  # what was stopped half way is made anew when it is asked for again
    for strip in page.findChildren(RunStrip):
        strip.tick()  # as it does by itself every few seconds
    minute = datetime.now(UTC).minute
    before = words_of(page)
    viewmodel.refresh()
    settle(window)
    after = words_of(window.stack.currentWidget())
    if before != after and datetime.now(UTC).minute == minute:
        yield f"{window.stack.key} said {dict(before - after)}, and asked again says {dict(after - before)}"


def words_of(page: QWidget) -> Counter[tuple[str, ...]]:
    """Whatever a screen reader could read on a page, in no order."""
    said: Counter[tuple[str, ...]] = Counter()
    for part in accessible_parts(page):
        state = part.state()
        if not state.invisible:
            words = (part.text(text) for text in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description))
            said[(part.role().name, *words, "checked" * state.checked, "greyed" * state.disabled)] += 1
    return said


def _file(window: MainWindow) -> Iterator[str]:
    if window.workspace is None:
        return
    path, key = window.workspace.path, window.workspace.workspace._key
    try:
        with looking_into(path, key, way_to_look(path)) as connection:
            look_inside(connection, path, key)
            if not is_in_step(connection):
                yield "the search is out of step"
    except WorkspaceError as error:
        yield f"the file is broken: {error}"


def _left_over() -> Iterator[str]:
    hidden = Counter(type(one).__name__ for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isHidden())
    if sum(hidden.values()) > 3:
        yield f"closed dialogs are kept: {dict(hidden)}"
    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isHidden() and one.parentWidget() is None]
    if len(menus) > 20:
        yield f"{len(menus)} closed menus are kept"


def _filters(window: MainWindow) -> Iterator[str]:
    """A filter lists as many as it says it has."""
    for part in window.findChildren(RecordsPart):
        model = part.viewmodel
        said = model.counts.get(model.filter)
        if part.isVisible() and not model.search.strip() and said is not None and said != len(model.ids):
            yield f"{part.table.accessibleName()}: the filter {model.filter.value!r} says {said}, and {len(model.ids)} are listed"


def _tiles(window: MainWindow) -> Iterator[str]:
    """A tile shows what a model asked for the first time says."""
    page = window.stack.currentWidget()
    if not isinstance(page, TodayView) or window.workspace is None or not page.viewmodel.has_project:
        return
    fresh = TodayModel(page.viewmodel.file, page.viewmodel.shell, page.viewmodel.today)
    fresh.refresh()
    for tile, card in zip(page.figures, fresh.cards, strict=True):
        shown = (tile.about.text(), tile.figure.text(), tile.under.text())
        if shown != (card.about, card.figure, card.under):
            yield f"a tile says {shown}, the file {(card.about, card.figure, card.under)}"


def _titles(window: MainWindow) -> Iterator[str]:
    for one in QApplication.topLevelWidgets():
        if one.isVisible() and isinstance(one, QDialog | MainWindow) and not one.windowTitle().strip():
            yield f"a {type(one).__name__} has no title"
    page = window.stack.currentWidget()
    if window.workspace is not None and isinstance(page, Page) and not page.title.text().strip():
        yield f"the page {window.stack.key} has no title"


def _status(window: MainWindow) -> Iterator[str]:
    words, workspace = window.status_line.words, window.workspace
    if workspace is None or window.status_line.isHidden():
        return
    if ("Not protected" in words) == workspace.is_protected or ("open to read only" in words) != workspace.is_read_only:
        yield f"the status line says {words!r} of a file that is protected {workspace.is_protected}, read only {workspace.is_read_only}"


def _focus(window: MainWindow) -> Iterator[str]:
    """Whoever has no mouse is somewhere: in the front window something that can be seen and used has the focus."""
    if QApplication.activePopupWidget() is not None:
        return
    front = QApplication.activeModalWidget() or window
    focused = front.focusWidget()
    if QApplication.activeWindow() is front and (focused is None or not focused.isVisible() or not focused.isEnabled()):
        what = "nothing" if focused is None else f"{type(focused).__name__} {focused.accessibleName()!r}, which nobody can use"
        yield f"the focus is lost: in {front.windowTitle()!r} on {window.stack.key} it is on {what}"


def still_modal() -> list[str]:
    """Dialogs that Escape does not close, pressed as often as there may be one on another."""
    for _press in range(12):
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is None:
            break
        QTest.keyClick(front, Qt.Key.Key_Escape)
        turn()
    return [f"a dialog is left over: {one.windowTitle()!r}" for one in QApplication.topLevelWidgets() if one.isVisible() and one.isModal()]


class Remembered:
    """The history as it was last seen: what was acknowledged stays in it, unless an older copy was put back."""

    def __init__(self) -> None:
        self._file, self._lines = "", []

    def lost(self, window: MainWindow) -> list[str]:
        """What was there and is not any more."""
        if window.workspace is None:
            return []
        lines = [(step.number, step.label, step.at) for step in reversed(window.workspace.workspace.steps())]
        begun = f"{window.workspace.path} {lines[0][2]}" if lines else ""
        is_same = begun == self._file and not any(label == "Restored from a backup" for _number, label, _at in lines[-40:])
        gone = [label for number, label, at in self._lines if (number, label, at) not in lines] if is_same else []
        self._file, self._lines = begun, lines
        return [f"acknowledged and lost: {label}" for label in gone]
