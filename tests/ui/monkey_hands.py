"""A monkey at the window: each `act` does one thing at random that a person could do, and says what it was.

File dialogs are closed as they open, and Quit leads nowhere. Given the same random numbers, the same things happen.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.monkey_words import ABSURD, PLAUSIBLE, TABLES
from ui.kit.buttons import PrimaryButton
from ui.kit.fields import CountField, DateField, Field, MinutesField, MoneyField, TimeField
from ui.kit.form_dialog import FormDialog
from ui.main_window import MainWindow
from ui.pages_beside import BESIDE

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
KEYS = [
    *((key, PLAIN) for key in (KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return, KEY.Key_Space, KEY.Key_Escape, KEY.Key_Down, KEY.Key_Up)),
    *((key, PLAIN) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_End, KEY.Key_PageDown, KEY.Key_PageUp)),
    *((key, PLAIN) for key in (KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_F2, KEY.Key_F6, KEY.Key_F1, KEY.Key_A)),
    (KEY.Key_Backtab, SHIFT),
    (KEY.Key_Tab, CTRL),
    *((key, CTRL) for key in (KEY.Key_Return, KEY.Key_A, KEY.Key_C, KEY.Key_X, KEY.Key_V, KEY.Key_F, KEY.Key_K, KEY.Key_Z)),
    (KEY.Key_Z, CTRL | SHIFT),
    *((KEY(KEY.Key_0 + number), CTRL) for number in range(1, 10)),
]
SIZES = [(1320, 820), (1366, 768), (800, 600), (360, 300), (1920, 1080)]
TEXT = (QLineEdit, QPlainTextEdit, QTextEdit)
W = TypeVar("W", bound=QWidget)


def _close_what_waits() -> None:
    """A menu of Qt's own, such as that of a narrow menu bar, keeps what pressed it waiting until somebody has chosen."""
    waiting = QApplication.activePopupWidget()
    if waiting is not None:
        waiting.close()


def turn() -> None:
    """Let everything that waits its turn happen, deletions too."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


class Hands:
    """Two hands at one window."""

    def __init__(
        self,
        window: MainWindow,
        chance: random.Random,
        note: Callable[[str], None],
        reopen: Callable[[], None],
        pages: Sequence[str] = (),
        only: Sequence[str] = (),
    ) -> None:
        self.window, self.chance, self.note, self.reopen = window, chance, note, reopen
        self.pages = pages or (*window.screens, *BESIDE, "settings", "help")
        self._without_workspace = 0
        self._ways: Sequence[tuple[int, Callable[[QWidget], None]]] = (
            (300, self.press),
            (140, self.click_somewhere),
            (120, self.click_a_table),
            (140, self.key),
            (120, self.write),
            (60, self.fill_in),
            (30, self.press_the_likeliest),
            (50, self.pick),
            (50, self.menu),
            (40, self.context_menu),
            (40, self.undo_or_redo),
            (30, self.page),
            (30, self.scroll),
            (20, self.paste),
            (20, self.drag),
            (2, self.look),
            (6, self.resize),
        )
        if only:
            self._ways = [(weight, way) for weight, way in self._ways if way.__name__ in only]

    def act(self) -> None:
        """One thing, with whatever is in front."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if isinstance(top, QFileDialog):
            self.note("close the file dialog")
            top.reject()
        elif isinstance(top, QMenu):
            self.choose_from(top)
        elif QApplication.activePopupWidget() is not None:
            self.choose_in_list(top)
        else:
            weights, ways = zip(*self._ways, strict=True)
            waits = QTimer()
            waits.timeout.connect(_close_what_waits)
            waits.start(500)
            self.chance.choices(ways, weights)[0](top)
            waits.stop()
        turn()
        self._mind_the_workspace()

    # -- the mouse

    def press(self, top: QWidget) -> None:
        buttons = [one for one in in_sight(top, QAbstractButton) if one.isEnabled()]
        if buttons:
            made = self.chance.choice(buttons)
            self.note(f"press {told(made)}")
            QTest.mouseClick(made, LEFT)

    def press_the_likeliest(self, top: QWidget) -> None:
        """What a page or a dialog is mostly there for."""
        buttons = [one for one in in_sight(top, PrimaryButton) if one.isEnabled()]
        if buttons:
            made = self.chance.choice(buttons)
            self.note(f"press {told(made)}")
            QTest.mouseClick(made, LEFT)

    def click_somewhere(self, top: QWidget) -> None:
        widgets = [one for one in in_sight(top, QWidget) if one.isEnabled() and not isinstance(one, QMenuBar | QAbstractButton)]
        if widgets:
            made = self.chance.choice(widgets)
            self.note(f"click {told(made)}")
            QTest.mouseClick(made, LEFT, pos=self._place_in(made))

    def click_a_table(self, top: QWidget) -> None:
        views = [one for one in in_sight(top, QAbstractItemView) if one.isEnabled()]
        if not views:
            return
        view = self.chance.choice(views)
        at = self._place_in(view.viewport())
        if isinstance(view, QHeaderView):
            self.note(f"click heading {view.logicalIndexAt(at)} of {told(view.parentWidget() or view)}")
            QTest.mouseClick(view.viewport(), LEFT, pos=at)
            return
        twice = self.chance.random() < 0.25
        self.note(f"{'double ' if twice else ''}click row {view.indexAt(at).row()} of {told(view)}")
        (QTest.mouseDClick if twice else QTest.mouseClick)(view.viewport(), LEFT, pos=at)

    def scroll(self, top: QWidget) -> None:
        made = self.chance.choice(in_sight(top, QWidget) or [top])
        at = QPointF(self._place_in(made))
        turns = QPoint(0, self.chance.choice([-360, 360]))
        self.note(f"scroll over {told(made)}")
        still, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(made, QWheelEvent(at, QPointF(made.mapToGlobal(at)), QPoint(), turns, still, PLAIN, phase, False))

    def drag(self, top: QWidget) -> None:
        """Press, move, let go. Not over words, where Qt would begin a drag of its own that waits for a real mouse."""
        widgets = [one for one in in_sight(top, QWidget) if one.isEnabled() and not isinstance(one, TEXT) and not within(one, TEXT)]
        if not widgets:
            return
        made = self.chance.choice(widgets)
        start, end = self._place_in(made), self._place_in(made)
        self.note(f"drag over {told(made)}")
        QTest.mousePress(made, LEFT, pos=start)
        for part in (0.3, 0.7, 1.0):
            if alive(made):
                QTest.mouseMove(made, start + (end - start) * part)
        if alive(made):
            QTest.mouseRelease(made, LEFT, pos=end)

    def context_menu(self, top: QWidget) -> None:
        made = self.chance.choice([*in_sight(top, QAbstractItemView), *in_sight(top, QLineEdit), top])
        made = made.viewport() if isinstance(made, QAbstractItemView) else made
        at = self._place_in(made)
        self.note(f"context menu of {told(made)}")
        QApplication.sendEvent(made, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, made.mapToGlobal(at)))

    # -- the keyboard

    def key(self, top: QWidget) -> None:
        focused = self._focused(top)
        key, modifier = self.chance.choice(KEYS)
        self.note(f"key {modifier.name or ''} {key.name} on {told(focused)}")
        QTest.keyClick(focused, key, modifier)

    def write(self, top: QWidget) -> None:
        boxes = [one for one in [*in_sight(top, QLineEdit), *in_sight(top, QPlainTextEdit)] if one.isEnabled()]
        box = self.chance.choice(boxes) if boxes and self.chance.random() < 0.8 else self._focused(top)
        words = self.chance.choice(PLAUSIBLE if self.chance.random() < 0.6 else ABSURD)
        self.note(f"write {words[:40]!r} in {told(box)}")
        box.setFocus()
        if self.chance.random() < 0.5:
            QTest.keyClick(box, KEY.Key_A, CTRL)
        self._type(box, words)
        if alive(box) and self.chance.random() < 0.3:
            QTest.keyClick(box, KEY.Key_Return)

    def fill_in(self, top: QWidget) -> None:
        """A whole form as somebody fills it in: every empty box of words, what is needed, and the likeliest button."""
        if not isinstance(top, FormDialog):
            return
        self.note(f"fill in {top.windowTitle()!r}")
        for question in list(top.form._questions.values()):
            box, needed = question.editor.focused, question.field.required
            if not alive(box) or not box.isVisible():
                continue
            if isinstance(box, QLineEdit | QPlainTextEdit) and (needed or self.chance.random() < 0.5):
                box.setFocus()
                QTest.keyClick(box, KEY.Key_A, CTRL)
                self._type(box, self._fitting(question.field))
            elif isinstance(box, QComboBox) and needed:
                QTest.keyClick(box, KEY.Key_Down)
        if alive(top):
            QTest.keyClick(top, KEY.Key_Return, CTRL)

    def _fitting(self, field: Field) -> str:
        kinds = {DateField: "12/03/2026", TimeField: "14:30", MoneyField: "12.50", MinutesField: "45", CountField: "3"}
        return kinds.get(type(field), f"{self.chance.choice(PLAUSIBLE[:2])} {self.chance.randrange(1000)}")

    def _type(self, box: QWidget, words: str) -> None:
        """As an input method does, any letters at once; QTest's own keys know only English ones."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if alive(box):
                QApplication.sendEvent(box, QKeyEvent(kind, 0, PLAIN, words))

    def paste(self, top: QWidget) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice([*TABLES, *ABSURD]))
        self.note(f"paste {QGuiApplication.clipboard().text()[:40]!r}")
        QTest.keyClick(self._focused(top), KEY.Key_V, CTRL)

    def undo_or_redo(self, top: QWidget) -> None:
        if top is self.window:
            key = self.chance.choice(["edit.undo", "edit.undo", "edit.redo"])
            self.note(key)
            self.window.actions_by_key[key].trigger()

    # -- lists, menus, pages

    def pick(self, top: QWidget) -> None:
        boxes = [one for one in in_sight(top, QComboBox) if one.isEnabled() and one.count()]
        if not boxes:
            return
        box = self.chance.choice(boxes)
        box.setFocus()
        if self.chance.random() < 0.3:
            self.note(f"open {told(box)}")
            box.showPopup()
            return
        for _press in range(self.chance.randrange(1, 5)):
            if alive(box):
                self.note(f"arrow in {told(box)}")
                QTest.keyClick(box, self.chance.choice([KEY.Key_Down, KEY.Key_Down, KEY.Key_Up]))

    def menu(self, top: QWidget) -> None:
        if top is not self.window:
            return
        menus = [made for made in self.window.menuBar().actions() if made.isVisible() and made.isEnabled()]
        made = self.chance.choice(menus)
        self.note(f"menu {made.text()}")
        QTest.mouseClick(self.window.menuBar(), LEFT, pos=self.window.menuBar().actionGeometry(made).center())

    def choose_from(self, menu: QMenu) -> None:
        choices = [made for made in menu.actions() if made.isEnabled() and made.isVisible() and not made.isSeparator()]
        if not choices or self.chance.random() < 0.2:
            self.note("close the menu")
            QTest.keyClick(menu, KEY.Key_Escape)
            return
        made: QAction = self.chance.choice(choices)
        self.note(f"choose {made.text()!r}")
        QTest.mouseClick(menu, LEFT, pos=self._place_in_rect(menu, made))

    def choose_in_list(self, popup: QWidget) -> None:
        views = in_sight(popup, QAbstractItemView)
        if not views or self.chance.random() < 0.2:
            self.note("close the list")
            QTest.keyClick(popup, KEY.Key_Escape)
            if alive(popup) and popup.isVisible():
                popup.close()
            return
        viewport = views[0].viewport()
        self.note(f"choose in {told(views[0])}")
        QTest.mouseClick(viewport, LEFT, pos=self._place_in(viewport))

    def page(self, top: QWidget) -> None:
        if top is self.window:
            key = self.chance.choice(self.pages)
            self.note(f"go to {key}")
            self.window.go(key)

    def look(self, top: QWidget) -> None:
        keys = ["larger", "larger", "smaller", "normal", "light", "dark", "contrast", "system"]
        key = f"view.{self.chance.choice(keys)}"
        self.note(key)
        self.window.actions_by_key[key].trigger()

    def resize(self, top: QWidget) -> None:
        size = self.chance.choice(SIZES)
        self.note(f"resize to {size}")
        self.window.resize(*size)

    # -- small matters

    def _mind_the_workspace(self) -> None:
        self._without_workspace = 0 if self.window.workspace is not None else self._without_workspace + 1
        if self._without_workspace > 12 and QApplication.activeModalWidget() is None:
            self.note("open the workspace again")
            self._without_workspace = 0
            self.reopen()

    def _focused(self, top: QWidget) -> QWidget:
        return QApplication.focusWidget() or top.focusWidget() or top

    def _place_in(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def _place_in_rect(self, menu: QMenu, made: QAction) -> QPoint:
        rect = menu.actionGeometry(made)
        return rect.topLeft() + QPoint(self.chance.randrange(max(1, rect.width())), self.chance.randrange(max(1, rect.height())))


def alive(widget: QWidget) -> bool:
    """The widget is there still."""
    from shiboken6 import isValid

    return isValid(widget)


def within(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    """The widget is a part of one of these kinds."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, kinds) or within(parent, kinds))


def in_sight(top: QWidget, kind: type[W]) -> list[W]:
    """What a person could point at, in an order that is the same each time."""
    return [one for one in top.findChildren(kind) if one.window() is top.window() and not one.visibleRegion().isEmpty()]


def told(widget: QWidget) -> str:
    """A widget, for people who read what the monkey did."""
    name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "") or widget.windowTitle()
    front = type(widget.window()).__name__ if isinstance(widget.window(), QDialog) else ""
    return f"{type(widget).__name__} {name[:50]!r} {front}".rstrip()
