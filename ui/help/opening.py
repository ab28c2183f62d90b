"""Going to the help and back: to the page it was asked for on, and to what had the focus there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from coproduce.i18n import _
from ui.help.dialog import TOPIC, HelpDialog
from ui.help.topics import START, topic_of
from ui.pages_beside import BESIDE, titles_beside

if TYPE_CHECKING:
    from ui.help.page import HelpPage
    from ui.main_window import MainWindow

HELP, WELCOME, SETTINGS = "help", "welcome", "settings"


class Place(NamedTuple):
    """A page of the window, and what had the focus."""

    page: str
    focus: QWidget | None


class HelpRoad:
    """Opens the help of one window and remembers the way back."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._from = Place("", None)
        self._asked: str | None = None

    def open(self, topic: str | None = None) -> None:
        """Show a topic; without one, that of the page in sight. Over a dialog it opens in one of its own."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, HelpDialog):
            return
        if isinstance(dialog, QDialog):
            own = dialog.property(TOPIC)
            HelpDialog(dialog, topic or own or topic_of(self._window.stack.key)).open()
            return
        self._asked = topic
        self._window.go(HELP)
        self._asked = None

    def arrived(self, page: str, focus: QWidget | None) -> None:
        """The help has just been shown, on a page and with the focus somewhere on it."""
        if page != HELP:
            self._from = Place(page, focus)
        topic = self._asked or (START if page == HELP else topic_of(page))
        shown = cast("HelpPage", self._window.stack.page(HELP))
        shown.show_for(topic, self._title_of(self._back_to()))

    def go_back(self) -> None:
        """Leave the help: to the page before, with the focus where it was."""
        window, key, place = self._window, self._back_to(), self._from
        if key == WELCOME:
            window.show_welcome()
        else:
            window.go(key)
        focus = place.focus
        if key == place.page and focus is not None and isValid(focus) and focus.isVisible() and focus is not window.sidebar.button(HELP):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to(self) -> str:
        """The page before, or the first one where that has gone with its workspace."""
        window, key = self._window, self._from.page
        if key == SETTINGS:
            return key
        if window.workspace is None:
            return WELCOME
        return key if key in {*window.screens, *BESIDE} else next(iter(window.screens), SETTINGS)

    def _title_of(self, key: str) -> str:
        titles = {WELCOME: _("Welcome"), SETTINGS: _("Settings"), **titles_beside()}
        return titles[key] if key in titles else _(self._window.screens[key].title)
