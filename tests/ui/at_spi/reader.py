"""A screen reader's hands and ears: finds things by role and name over AT-SPI, and does to them what AT-SPI allows.

It is run by the system's own Python, which has pyatspi (Debian: python3-pyatspi), so it knows nothing of the program but what it
tells a screen reader.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE_S = 30.0
CLICK_AFTER_S = 2.0
ANSWER_MS = 20_000
"""How long the program may take over one thing. By itself AT-SPI waits less than a second, which a busy machine goes beyond."""
BUTTONS = ("push button", "button", "check box", "radio button", "toggle button", "list item", "page tab")
BOXES = ("text", "entry", "password text", "spin button")


class NotHeard(AssertionError):
    """Something was not there for a screen reader; it says what was."""


def wait(what: Callable[[], Any], why: Callable[[], str]) -> Any:
    """Wait until `what` gives something, and give it."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            found = what()
        except Exception:  # noqa: BLE001  what was read a moment ago may be gone: look again
            found = None
        if found:
            return found
        if time.monotonic() > until:
            raise NotHeard(why())
        time.sleep(0.05)


class Reader:
    """One program, as a screen reader meets it."""

    def __init__(self, name: str) -> None:
        self.said: list[str] = []
        Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        self.app = wait(lambda: self._program(name), lambda: f"no program called {name!r} speaks AT-SPI")

    @staticmethod
    def _program(name: str) -> Any:
        return next((one for one in pyatspi.Registry.getDesktop(0) if one is not None and one.name == name), None)

    def _hear(self, event: Any) -> None:
        self.said.append(str(event.any_data))

    # -- finding

    def windows(self) -> list[Any]:
        """The windows and dialogs in sight, the newest last."""
        return [one for one in self.app if one is not None and _has(one, pyatspi.STATE_SHOWING)]

    def front(self) -> Any:
        """The dialog in front, or the window."""
        return wait(lambda: self.windows()[-1], lambda: "no window is in sight")

    def dialog(self, title: str) -> Any:
        """Wait for a dialog whose title has these words."""
        return wait(
            lambda: next((one for one in self.windows() if title in one.name), None),
            lambda: f"no dialog {title!r}; there are {[one.name for one in self.windows()]}",
        )

    def no_dialog(self) -> None:
        """Wait until only the window is left."""
        wait(lambda: len(self.windows()) == 1, lambda: f"still open: {[one.name for one in self.windows()]}")

    def find(self, name: str, *roles: str, exact: bool = False) -> Any:
        """The first thing in front, in reading order, whose name has these words."""

        return wait(lambda: self._look(name, roles, exact=exact), lambda: f"nothing called {name!r} {roles}; in front: {self.heard()}")

    def _look(self, name: str, roles: tuple[str, ...], *, exact: bool = False) -> Any:
        for one in _everything(self.front()):
            fits = any(told == name if exact else name in told for told in _told(one))
            if fits and (not roles or one.getRoleName() in roles):
                return one
        return None

    def _is(self, name: str, state: Any) -> bool:
        made = self._look(name, BUTTONS)
        return made is not None and _has(made, state)

    def heard(self) -> list[str]:
        """The names of all that is in front."""
        return [f"{one.getRoleName()} {one.name!r}" for one in _everything(self.front()) if one.name]

    # -- doing

    def press(self, name: str, *, exact: bool = False) -> None:
        """Press a button."""
        made = self.find(name, *BUTTONS, exact=exact)
        if not _has(made, pyatspi.STATE_ENABLED):
            raise NotHeard(f"{name!r} is greyed")
        _do(made, "Press", "Toggle")

    def write(self, name: str, words: str) -> None:
        """Put words into a box, and check that it says them."""
        box = self.find(name, *BOXES)
        _do(box, "SetFocus")
        text = box.queryEditableText()
        text.setTextContents(words)
        wait(lambda: box.queryText().getText(0, -1) == words, lambda: f"{name!r} says {box.queryText().getText(0, -1)!r}")

    def choose(self, name: str, answer: str) -> None:
        """Answer a question of several: a list by its keys, buttons by pressing the one of this name."""
        self.find(name)
        lists = [one for one in _everything(self.front()) if one.getRoleName() == "combo box"]
        made = next((one for one in lists if any(told.startswith(name) for told in _told(one))), None)
        if made is not None:
            self._choose_in_list(made, answer)
        else:
            _do(self.find(answer, *BUTTONS, exact=True), "Press", "Toggle")

    def _choose_in_list(self, made: Any, answer: str) -> None:
        """On Linux a list's own name is its answer; its question is the label it points to."""
        self._wake()
        _do(made, "Press")
        self.find(answer, "list item", exact=True)
        for _press in range(60):
            items = [one for one in _everything(self.front()) if one.getRoleName() == "list item"]
            if any(one.name == answer and _has(one, pyatspi.STATE_SELECTED) for one in items):
                break
            self.key("Down")
        self.key("Return")
        wait(lambda: made.name == answer, lambda: f"the list says {made.name!r}, not {answer!r}")

    def choose_row(self, table: Any, words: str) -> None:
        """Choose the row of a table whose first cell says so."""
        grid = table.queryTable()

        def there() -> Any:
            return next((row for row in range(grid.nRows) if words in grid.getAccessibleAt(row, 0).name), -1) + 1

        row = wait(there, lambda: f"no row says {words!r}") - 1
        grid.addRowSelection(row)
        wait(lambda: grid.isRowSelected(row), lambda: f"the row of {words!r} does not say that it is chosen")

    def tick(self, name: str) -> None:
        """Press something that stays pressed, and hear that it is."""
        self.press(name)
        self.is_ticked(name)

    def is_ticked(self, name: str) -> None:
        """Wait until it says that it is chosen."""
        wait(lambda: self._is(name, pyatspi.STATE_CHECKED), lambda: f"{name!r} does not say that it is chosen")

    def key(self, name: str, *held: str) -> None:
        """Press a key, as the screen reader passes it on to what has the focus."""
        self._wake()
        codes = [_CODES[one] for one in held]
        for code, kind in (*((code, pyatspi.KEY_PRESS) for code in codes), (_CODES[name], pyatspi.KEY_PRESSRELEASE)):
            pyatspi.Registry.generateKeyboardEvent(code, None, kind)
            time.sleep(0.05)
        for code in reversed(codes):
            pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_RELEASE)
        time.sleep(0.1)

    def _wake(self) -> None:
        """Wait until keys go to the window in front.

        On a busy machine the window manager now and then leaves none active when a dialog closes; a click on its edge gives it the keys.
        """
        front, asked = self.front(), time.monotonic()
        if front.getRoleName() not in ("frame", "dialog"):
            return

        def is_awake() -> bool:
            nonlocal asked
            if not _has(front, pyatspi.STATE_ACTIVE) and time.monotonic() > asked + CLICK_AFTER_S:
                box, asked = front.queryComponent().getExtents(pyatspi.DESKTOP_COORDS), time.monotonic()
                pyatspi.Registry.generateMouseEvent(box.x + box.width - 5, box.y + 5, "b1c")
            return _has(front, pyatspi.STATE_ACTIVE)

        wait(is_awake, lambda: f"{front.name!r} does not get the keys")

    def is_told(self, words: str) -> None:
        """Wait until an announcement says so."""

        def heard() -> bool:
            while GLib.MainContext.default().iteration(False):
                pass
            return any(words in said for said in self.said)

        wait(heard, lambda: f"{words!r} was not announced, only {self.said}")
        self.said.clear()

    def focus(self, name: str) -> None:
        """Put the focus somewhere; a window that was just becoming the active one is asked again."""
        self._wake()

        def has_taken_it() -> bool:
            _do(self.find(name, *BUTTONS), "SetFocus")
            return self._is(name, pyatspi.STATE_FOCUSED)

        wait(has_taken_it, lambda: f"{name!r} has not taken the focus; in front: {self.heard()}")

    def is_focused(self, name: str) -> None:
        """Wait until something of this name has the focus."""
        wait(lambda: self._is(name, pyatspi.STATE_FOCUSED), lambda: f"{name!r} has not the focus; in front: {self.heard()}")

    def is_typed_in(self, name: str) -> None:
        """Wait until the box of this name has the focus."""

        def is_there() -> bool:
            box = self._look(name, BOXES)
            return box is not None and _has(box, pyatspi.STATE_FOCUSED)

        wait(is_there, lambda: f"the focus is not in the box {name!r}; in front: {self.heard()}")

    def nameless(self) -> list[str]:
        """What can take the focus in front and says nothing of itself."""
        return [
            f"{one.getRoleName()} {one.getIndexInParent()}"
            for one in _everything(self.front())
            if _has(one, pyatspi.STATE_FOCUSABLE) and not any(told.strip() for told in _told(one))
        ]

    def says(self, words: str) -> None:
        """Wait until a label in the window says so."""
        wait(
            lambda: any(words in one.name for window in self.windows() for one in _everything(window)),
            lambda: f"nothing says {words!r}; in front: {self.heard()}",
        )


def _everything(top: Any) -> Iterator[Any]:
    for place in range(top.childCount):
        child = top.getChildAtIndex(place)
        if child is not None and _has(child, pyatspi.STATE_SHOWING):
            yield child
            yield from _everything(child)


def _told(one: Any) -> list[str]:
    """The words a screen reader says of something: its own name, and those of its labels."""
    labels = [each for each in one.getRelationSet() if each.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return [one.name, *(each.getTarget(place).name for each in labels for place in range(each.getNTargets()))]


def _has(one: Any, state: Any) -> bool:
    return bool(one.getState().contains(state))


def _do(one: Any, *names: str) -> None:
    """The first of these actions that it has."""
    actions = one.queryAction()
    there = {actions.getName(place): place for place in range(actions.nActions)}
    name = next((name for name in names if name in there), None)
    if name is None:
        raise NotHeard(f"{one.getRoleName()} {one.name!r} cannot be told to {names}, only {sorted(there)}")
    actions.doAction(there[name])
    time.sleep(0.05)


_CODES = {
    "Control": 37,
    "Shift": 50,
    "Alt": 64,
    "Return": 36,
    "Delete": 119,
    "Left": 113,
    "Right": 114,
    "Up": 111,
    "Down": 116,
    "End": 115,
    "plus": 86,
    "minus": 82,
    "v": 55,
    "z": 52,
}
"""X key codes, the same for every keyboard (evdev)."""
