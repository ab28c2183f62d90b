"""Text size, appearance, typeface and who sits here: changed at once, everywhere, and remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ui import theme as look
from ui.preferences import Preferences

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class LookActions:
    """What the View menu and the settings page do to the look of the window."""

    def __init__(self, preferences: Preferences, changed: Callable[[], None], named: Callable[[], None]) -> None:
        self.preferences = preferences
        self._changed, self._named = changed, named

    def apply(self) -> None:
        """Put the preferred look on screen."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            kept = self.preferences
            look.apply(app, kept.appearance, kept.text_size / 100, kept.family)
            self._changed()

    def use_appearance(self, appearance: str) -> None:
        """Light, dark, high contrast, or as the computer is set."""
        self.preferences.appearance = appearance
        self.apply()

    def use_family(self, family: str) -> None:
        """Another typeface."""
        self.preferences.family = family
        self.apply()

    def use_size(self, size: int) -> None:
        """Text size in per cent."""
        self.preferences.text_size = size
        self.apply()

    def call_me(self, name: str) -> None:
        """Who sits at this computer."""
        self.preferences.my_name = name
        self._named()

    def larger(self) -> None:
        """The next larger text size."""
        self.use_size(next((size for size in SIZES if size > self.preferences.text_size), SIZES[-1]))

    def smaller(self) -> None:
        """The next smaller text size."""
        self.use_size(next((size for size in reversed(SIZES) if size < self.preferences.text_size), SIZES[0]))

    def normal(self) -> None:
        """Text at 100 %."""
        self.use_size(100)

    def follow_system(self) -> None:
        """The computer's own setting changed."""
        if self.preferences.appearance == look.FOLLOW_SYSTEM and look.system_appearance() != look.theme.appearance:
            self.apply()
