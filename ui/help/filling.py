"""What the help says about keys and menus, from the one list of commands. No Qt but the names of keys."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QKeySequence

from coproduce.i18n import _
from ui.actions import ACTIONS, Action, shortcut_words
from ui.screens import SCREENS

_BY_KEY = {action.key: action for action in ACTIONS}
_PAGE = "page."


def more_keys() -> tuple[tuple[str, str], ...]:
    """Keys that belong to no command: what they do, and the key."""
    return (
        (_("Choose a row in a table"), "↑ ↓"),
        (_("Open the row chosen"), "Enter"),
        (_("Copy the row chosen"), _native("Ctrl+C")),
        (_("Go to the next thing on the page"), "Tab"),
        (_("Keep a form, from anywhere in it"), _native("Ctrl+Return")),
        (_("Close a dialog, clear a search, or leave the help"), "Esc"),
        (_("In the help: back to the topic before"), _native("Alt+Left")),
    )


def fill(kind: str, key: str) -> str:
    """The words for `{key:…}` or `{menu:…}` in a topic. Raises `KeyError` for a command there is not."""
    if key.startswith(_PAGE):
        number = [screen.key for screen in SCREENS].index(key.removeprefix(_PAGE)) + 1
        return _native(f"Ctrl+{number}")
    action = _BY_KEY[key]
    if kind == "key":
        return shortcut_words(action)
    return f"{_(action.menu)} › {_(action.words)}"


def shortcuts() -> list[tuple[str, str]]:
    """Every shortcut: what it does, and the key. Pages first, then commands in the order of the menus."""
    pages = [(_(screen.title), fill("key", _PAGE + screen.key)) for screen in SCREENS]
    commands = [(_(action.words), _all_keys(action)) for action in ACTIONS if action.shortcuts]
    return [*pages, *commands, *more_keys()]


def shortcuts_html() -> str:
    """Every shortcut, as a table."""
    lines = (
        f'<tr><td class="does">{escape(words)}</td><td><span class="key">{escape(keys)}</span></td></tr>' for words, keys in shortcuts()
    )
    return f'<table cellspacing="0">{"".join(lines)}</table>'


def _all_keys(action: Action) -> str:
    return _(" or ").join(_native(written) for written in action.shortcuts)


def _native(written: str) -> str:
    return QKeySequence(written).toString(QKeySequence.SequenceFormat.NativeText)
