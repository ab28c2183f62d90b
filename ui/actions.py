"""Every command of the window, once: menus, shortcuts, the help page and the command list are all made from `ACTIONS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from coproduce.i18n import _
from ui.theme import icon

FILE, EDIT, VIEW, DAY, HELP = "File", "Edit", "View", "Workshop", "Help"


class Action(NamedTuple):
    """One command. `key` names it in code; `menu` is where it stands, `group` parts a menu by lines.

    `needs_workspace` commands can be chosen only while a workspace is open.
    """

    key: str
    words: str
    menu: str
    group: int = 0
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs_workspace: bool = False
    is_choice: bool = False


def N_(words: str) -> str:
    """Mark words for translation where they stand; they are translated when they are shown."""
    return words


ACTIONS: tuple[Action, ...] = (
    Action("file.new", N_("New workspace…"), FILE, 0, ("Ctrl+N",), "file-plus"),
    Action("file.project", N_("New project…"), FILE, 0, ("Ctrl+Shift+N",), "plus", needs_workspace=True),
    Action("file.open", N_("Open…"), FILE, 0, ("Ctrl+O",), "folder-open"),
    Action("file.sample", N_("Open the sample"), FILE, 0, (), "lightbulb"),
    Action("file.import", N_("Import a workbook…"), FILE, 1, ("Ctrl+I",), "upload"),
    Action("file.export", N_("Export a workbook…"), FILE, 1, ("Ctrl+E",), "file-spreadsheet", needs_workspace=True),
    Action("file.template", N_("Save a workbook template…"), FILE, 1, (), "table"),
    Action("file.calendar", N_("Save a workshop as a calendar file…"), FILE, 1, (), "calendar-days", needs_workspace=True),
    Action("file.calendar_parts", N_("Save the parts of a plan as calendar entries…"), FILE, 1, (), "calendar-clock", needs_workspace=True),
    Action("file.print", N_("Print a report…"), FILE, 1, ("Ctrl+P",), "printer", needs_workspace=True),
    Action("file.check", N_("Check a report…"), FILE, 1, ("Ctrl+Shift+K",), "shield-check", needs_workspace=True),
    Action("file.check_code", N_("Check a code…"), FILE, 1, ("Ctrl+Alt+W",), "shield-check", needs_workspace=True),
    Action("file.keep", N_("Keep this moment…"), FILE, 2, ("Ctrl+S",), "flag", needs_workspace=True),
    Action("file.copy", N_("Save a copy…"), FILE, 2, ("Ctrl+Shift+S",), "copy", needs_workspace=True),
    Action("file.backup", N_("Back up now…"), FILE, 2, ("Ctrl+Alt+S",), "save", needs_workspace=True),
    Action("file.protection", N_("Protection…"), FILE, 2, ("Ctrl+Alt+T",), "lock", needs_workspace=True),
    Action("file.lock", N_("Lock now"), FILE, 2, ("Ctrl+Shift+L",), "lock", needs_workspace=True),
    Action("file.holding", N_("What we hold about people…"), FILE, 2, (), "scroll-text", needs_workspace=True),
    Action("file.clear", N_("Clear what is past its day…"), FILE, 2, (), "calendar-clock", needs_workspace=True),
    Action("file.backups", N_("Backups"), FILE, 2, ("Ctrl+Alt+K",), "history", needs_workspace=True),
    Action("file.window", N_("New window"), FILE, 3, ("Ctrl+Alt+N",), "external-link"),
    Action("file.close", N_("Close the workspace"), FILE, 3, ("Ctrl+W",), "x", needs_workspace=True),
    Action("file.quit", N_("Quit"), FILE, 3, ("Ctrl+Q",), "log-out"),
    Action("edit.undo", N_("Undo"), EDIT, 0, ("Ctrl+Z",), "undo-2", needs_workspace=True),
    Action("edit.redo", N_("Redo"), EDIT, 0, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", needs_workspace=True),
    Action("edit.history", N_("History…"), EDIT, 0, ("Ctrl+Alt+H",), "history", needs_workspace=True),
    Action("edit.bin", N_("Bin…"), EDIT, 0, ("Ctrl+Alt+B",), "trash-2", needs_workspace=True),
    Action("edit.copy_workbook", N_("Copy rows for a workbook"), EDIT, 1, ("Ctrl+Shift+C",), "copy", needs_workspace=True),
    Action("edit.paste_rows", N_("Paste rows…"), EDIT, 1, ("Ctrl+V", "Ctrl+Shift+V"), "clipboard-list", needs_workspace=True),
    Action("edit.find", N_("Find on this page"), EDIT, 1, ("Ctrl+F",), "search"),
    Action("edit.commands", N_("Find anything…"), EDIT, 1, ("Ctrl+K",), "command"),
    Action("view.batches", N_("Batches for finance"), VIEW, 1, ("Ctrl+Alt+F",), "inbox", needs_workspace=True),
    Action("view.access", N_("Access board"), VIEW, 1, ("Ctrl+Alt+A",), "accessibility", needs_workspace=True),
    Action("view.parity", N_("Both groups"), VIEW, 1, ("Ctrl+Alt+G",), "scale", needs_workspace=True),
    Action("view.suppliers", N_("Suppliers of access"), VIEW, 1, ("Ctrl+Alt+R",), "building-2", needs_workspace=True),
    Action("view.lead_times", N_("How early to arrange access"), VIEW, 1, ("Ctrl+Alt+E",), "calendar-clock", needs_workspace=True),
    Action("view.budget", N_("Budget"), VIEW, 1, ("Ctrl+Alt+U",), "wallet", needs_workspace=True),
    Action("view.issued", N_("What was given out"), VIEW, 1, ("Ctrl+Alt+D",), "file-check-2", needs_workspace=True),
    Action("view.benefits", N_("Money and benefits"), VIEW, 1, ("Ctrl+Alt+M",), "info", needs_workspace=True),
    Action("view.loop", N_("The loop"), VIEW, 1, ("Ctrl+Alt+L",), "refresh-cw", needs_workspace=True),
    Action("view.asks", N_("Asked of others"), VIEW, 1, ("Ctrl+Alt+O",), "building-2", needs_workspace=True),
    Action("view.columns", N_("Columns…"), VIEW, 1, ("Ctrl+Alt+C",), "sliders-horizontal", needs_workspace=True),
    Action("view.larger", N_("Larger text"), VIEW, 1, ("Ctrl++", "Ctrl+="), "zoom-in"),
    Action("view.smaller", N_("Smaller text"), VIEW, 1, ("Ctrl+-",), "zoom-out"),
    Action("view.normal", N_("Text at 100 %"), VIEW, 1, ("Ctrl+0",), "type"),
    Action("view.system", N_("Appearance as on this computer"), VIEW, 2, (), "monitor", is_choice=True),
    Action("view.light", N_("Light"), VIEW, 2, (), "sun", is_choice=True),
    Action("view.dark", N_("Dark"), VIEW, 2, (), "moon", is_choice=True),
    Action("view.contrast", N_("High contrast"), VIEW, 2, (), "contrast", is_choice=True),
    Action("view.region", N_("Next part of the window"), VIEW, 3, ("F6",), "panel-left"),
    Action("view.region_back", N_("Previous part of the window"), VIEW, 3, ("Shift+F6",), "panel-left"),
    Action("view.settings", N_("Settings"), VIEW, 4, ("Ctrl+,",), "settings"),
    Action("day.sign_in", N_("Sign in…"), DAY, 0, ("Ctrl+Alt+I",), "users", needs_workspace=True),
    Action("day.run", N_("Run the day"), DAY, 1, (), "play", needs_workspace=True),
    Action("day.screen", N_("Screen for the room"), DAY, 1, (), "monitor", needs_workspace=True),
    Action("day.voice", N_("Count who speaks…"), DAY, 1, ("Ctrl+Alt+V",), "message-square", needs_workspace=True),
    Action("day.prints", N_("Print for the day…"), DAY, 2, ("Ctrl+Alt+P",), "file-text", needs_workspace=True),
    Action("help.page", N_("Help for this page"), HELP, 0, ("F1",), "circle-help"),
    Action("help.shortcuts", N_("Keyboard shortcuts"), HELP, 0, ("?",), "keyboard"),
    Action("help.log", N_("Show the log"), HELP, 1, (), "scroll-text"),
    Action("help.about", N_("About Coproduce"), HELP, 1, (), "info"),
)


class Actions(QObject):
    """The commands as Qt actions, each bound to what it does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[str, QAction] = {}
        self._said: dict[str, Action] = {}

    def add(self, action: Action, act: Callable[[], object]) -> QAction:
        """Make one command do `act`."""
        made = QAction(_(action.words), self)
        made.setShortcuts([QKeySequence(written) for written in action.shortcuts])
        made.setCheckable(action.is_choice)
        if action.icon:
            made.setIcon(icon(action.icon, "muted"))
        made.triggered.connect(lambda _checked=False: act())
        self._made[action.key] = made
        self._said[action.key] = action
        return made

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def said(self) -> list[tuple[Action, QAction]]:
        """Every command with its Qt action, in the order of the menus."""
        return [(self._said[key], made) for key, made in self._made.items()]

    def allow(self, *, workspace_open: bool) -> None:
        """Grey what needs a workspace while there is none."""
        for key, made in self._made.items():
            made.setEnabled(workspace_open or not self._said[key].needs_workspace)


def shortcut_words(action: Action) -> str:
    """The shortcut as this computer writes it, or nothing."""
    return QKeySequence(action.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.shortcuts else ""
