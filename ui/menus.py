"""The menu bar, made from the one list of commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from coproduce.i18n import _

if TYPE_CHECKING:
    from ui.actions import Actions

VIEW = "View"
_TITLES = {"File": "&File", "Edit": "&Edit", VIEW: "&View", "Workshop": "&Workshop", "Help": "&Help"}


def name_menus(bar: QMenuBar) -> dict[str, QMenu]:
    """The titles of the menu bar; `fill_menus` fills them. Qt's own button for those that do not fit has no name."""
    for button in bar.findChildren(QToolButton):
        button.setAccessibleName(_("More menus"))
        button.setToolTip(_("More menus"))
    return {title: bar.addMenu(_(words)) for title, words in _TITLES.items()}


def fill_menus(menus: dict[str, QMenu], actions: Actions, pages: Sequence[QAction]) -> None:
    """Fill every menu. The pages stand first under View; Open recent, added here as `recent`, is filled when it is opened."""
    menus[VIEW].addActions(pages)
    last: dict[str, int] = {VIEW: 0}
    for action, made in actions.said():
        if action.key.startswith("page."):
            continue
        menu = menus[action.menu]
        if last.get(action.menu, action.group) != action.group:
            menu.addSeparator()
        last[action.menu] = action.group
        menu.addAction(made)
        if action.key == "file.open":
            menus["recent"] = menu.addMenu(_("Open recent"))


def fill_recent(menu: QMenu, recent: Sequence[Path], open_file: Callable[[Path], None]) -> None:
    """List the workspaces opened lately; one that has gone is greyed and says so."""
    menu.clear()
    for path in recent:
        there = path.exists()
        words = path.stem if there else _("{name} (not there now)").format(name=path.stem)
        action = menu.addAction(words.replace("&", "&&"), partial(open_file, path))
        action.setEnabled(there)
        action.setToolTip(str(path))
    if not recent:
        menu.addAction(_("None yet")).setEnabled(False)


def page_action(parent: Actions, words: str, number: int, act: Callable[[], object]) -> QAction:
    """A page under View, with Ctrl and its number."""
    from ui.actions import Action

    return parent.add(Action(f"page.{number}", words, VIEW, 0, (f"Ctrl+{number}",), needs_workspace=True), act)
