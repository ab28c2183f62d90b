"""Help while a dialog is open: its topic over the dialog, which stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coproduce.i18n import _
from ui.help.reading import Reading
from ui.kit.buttons import button
from ui.kit.layout import column, row
from ui.kit.reading_order import InReadingOrder
from ui.theme import theme

_WIDTH, _HEIGHT = 640, 560
TOPIC = "helpTopic"
"""A dialog with a topic of its own says so with this property."""


class HelpDialog(InReadingOrder, QDialog):
    """One topic to read, with its links; Escape goes back to the dialog."""

    def __init__(self, parent: QWidget, topic: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.reading = Reading(self.show_topic)
        self.close_button = button(_("Close the help"), self.reject, primary=True)
        layout = column(self.reading, row(None, self.close_button), margins=(16, 16, 16, 16), gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.show_topic(topic)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width() - 40), min(theme.px(_HEIGHT), room.height() - 60))
        self.reading.setFocus()

    def show_topic(self, target: str) -> None:
        """Show a topic, or a term of the glossary."""
        self.shown = target
        self.reading.show_topic(target)
