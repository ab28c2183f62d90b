"""Everything in one list, found by typing part of its name: commands, and whatever else the window can find.

Every command in it stands in a menu too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from coproduce.i18n import _
from ui.kit.found_lines import FoundDelegate, FoundGroup, FoundLine, fill, line_at, step
from ui.kit.layout import column
from ui.kit.reading_order import InReadingOrder
from ui.kit.search_field import SearchField
from ui.kit.shared_commands import take_shared
from ui.theme import icon, theme
from ui.theme.sizes import fix_width, least_height

Find = Callable[[str], Sequence[FoundGroup]]

_COMMANDS_BESIDE_RECORDS = 5
"""Commands shown when something else is found too; more words bring up the others."""


_HEIGHT = 440
"""In pixels at 100 % text size; less where the window is lower."""


def _nothing(_words: str) -> Sequence[FoundGroup]:
    return ()


class CommandPalette(InReadingOrder, QDialog):
    """Type, choose with the arrow keys, Enter. Commands that cannot be used now are left out. `find` gives what else there
    is for the words typed, such as people; it is asked at each key press, so it must be quick.
    """

    def __init__(self, parent: QWidget, commands: Sequence[QAction], find: Find | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Find a command") if find is None else _("Find anything")
        self.setWindowTitle(title)
        take_shared(self, parent)
        self._find: Find = find or _nothing
        self._commands = [command for command in commands if command.isEnabled()]
        hint = _("What would you like to do?") if find is None else _("A name, a workshop, a decision, words somebody said, a command")
        self.search = SearchField(title, hint, lambda _words: None)
        self.search.textChanged.connect(self._show)
        self.found = QListWidget()
        self.found.setAccessibleName(_("Commands") if find is None else _("What was found"))
        self.found.setItemDelegate(FoundDelegate(self.found))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.itemActivated.connect(self._run)
        self.found.itemClicked.connect(self._run)
        least_height(self.found, 160)
        self.setLayout(column(self.search, self.found, margins=(14, 14, 14, 14), gap=10))
        fix_width(self, 560)
        self.resize(self.width(), max(self.minimumSizeHint().height(), min(theme.px(_HEIGHT), parent.window().height() - theme.px(40))))
        self._show("")
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in moves:
            step(self.found, moves[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.found.currentItem() is not None:
                self._run(self.found.currentItem())
        else:
            super().keyPressEvent(event)

    def _show(self, words: str) -> None:
        groups = self._find(words) if words.strip() else ()
        if any(group.lines for group in groups):
            beginning = [command for command in self._commands if _begins(_name(command), words)]
            fill(self.found, [FoundGroup(_("Commands"), _lines(beginning[:_COMMANDS_BESIDE_RECORDS])), *groups])
        else:
            wanted = words.casefold().split()
            having = [command for command in self._commands if all(word in _name(command).casefold() for word in wanted)]
            fill(self.found, [FoundGroup("", _lines(having))])

    def _run(self, item: QListWidgetItem) -> None:
        line = line_at(item)
        if line is not None:
            self.accept()
            line.act()


def _lines(commands: Sequence[QAction]) -> list[FoundLine]:
    return [FoundLine(_icon(command), _name(command), "", command.trigger, _keys(command)) for command in commands]


def _begins(name: str, words: str) -> bool:
    there = name.casefold().split()
    return all(any(word.startswith(typed) for word in there) for typed in words.casefold().split())


def _name(command: QAction) -> str:
    return command.text().replace("&", "")


def _icon(command: QAction) -> QIcon:
    return icon("arrow-right", "muted") if command.icon().isNull() else command.icon()


def _keys(command: QAction) -> str:
    return command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
