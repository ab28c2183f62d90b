"""Look: colours, text size, typeface and icons, and the one call that puts a change of them on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.fonts import load_family
from ui.theme.icons import draw_icon, icon
from ui.theme.sizes import rescale
from ui.theme.state import ATKINSON, INTER, LARGEST, SMALLEST, theme
from ui.theme.stylesheet import stylesheet

__all__ = ["ATKINSON", "FOLLOW_SYSTEM", "INTER", "LARGEST", "SMALLEST", "apply", "draw_icon", "icon", "system_appearance", "theme"]

FOLLOW_SYSTEM = "system"
_STYLED = "hasItsStyle"

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "seltext",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Accent: "accent",
}


def system_appearance() -> str:
    """What the computer is set to: `light`, `dark`, or `contrast` where it asks for more contrast."""
    hints = QApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, appearance: str = FOLLOW_SYSTEM, scale: float = 1.0, family: str = INTER) -> None:
    """Put an appearance, text size and typeface on screen, at once, everywhere.

    `appearance` is `light`, `dark`, `contrast` or `system`. Widgets with lengths or pictures of their own are told
    through `retheme()`.
    """
    hints = app.styleHints()
    if appearance == FOLLOW_SYSTEM:
        hints.unsetColorScheme()
        appearance = system_appearance()
    else:
        hints.setColorScheme(Qt.ColorScheme.Light if appearance == "light" else Qt.ColorScheme.Dark)
    load_family(family)
    theme.use(appearance, scale, family)
    if not app.property(_STYLED):
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    app.setFont(theme.font())
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet())
    for widget in app.allWidgets():
        rescale(widget)
    for widget in app.allWidgets():
        _retheme(widget)


def _retheme(widget: QWidget) -> None:
    told = getattr(widget, "retheme", None)
    if told is not None:
        told()


def _palette() -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted"))
    return palette
