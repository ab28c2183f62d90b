"""Every command in one list, found by typing part of its name. Everything in it stands in a menu too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from coproduce.i18n import _
from ui.kit.layout import column
from ui.kit.search_field import SearchField
from ui.theme.sizes import fix_width, least_height


class CommandPalette(QDialog):
    """Type, choose with the arrow keys, Enter. Commands that cannot be used now are left out."""

    def __init__(self, parent: QWidget, commands: Sequence[QAction]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find a command"))
        self._commands = [command for command in commands if command.isEnabled()]
        self.search = SearchField(_("Find a command"), _("What would you like to do?"), lambda _words: None)
        self.search.textChanged.connect(self._show)
        self.found = QListWidget()
        self.found.setAccessibleName(_("Commands"))
        self.found.itemActivated.connect(self._run)
        self.found.itemClicked.connect(self._run)
        least_height(self.found, 320)
        self.setLayout(column(self.search, self.found, margins=(14, 14, 14, 14), gap=10))
        fix_width(self, 520)
        self._show("")
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in moves and self.found.count():
            self.found.setCurrentRow((self.found.currentRow() + moves[Qt.Key(event.key())]) % self.found.count())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.found.currentItem() is not None:
                self._run(self.found.currentItem())
        else:
            super().keyPressEvent(event)

    def _show(self, words: str) -> None:
        self.found.clear()
        wanted = words.casefold().split()
        for place, command in enumerate(self._commands):
            name = command.text().replace("&", "")
            if all(word in name.casefold() for word in wanted):
                self.found.addItem(self._line(command, name, place))
        self.found.setCurrentRow(0)

    def _line(self, command: QAction, name: str, place: int) -> QListWidgetItem:
        keys = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        line = QListWidgetItem(command.icon(), f"{name}    {keys}" if keys else name)
        line.setData(Qt.ItemDataRole.UserRole, place)
        return line

    def _run(self, line: QListWidgetItem) -> None:
        command = self._commands[line.data(Qt.ItemDataRole.UserRole)]
        self.accept()
        command.trigger()
