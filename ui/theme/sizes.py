"""Lengths that follow the text size: given once at 100 %, worked out again whenever the text size changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from ui.theme.state import theme

Margins = tuple[int, int, int, int]
_BASE = "atHundred"


def fix_width(widget: QWidget, width: int) -> None:
    """Give a widget one width, in pixels at 100 % text size."""
    _keep(widget, "width", width)


def fix_height(widget: QWidget, height: int) -> None:
    """Give a widget one height, in pixels at 100 % text size."""
    _keep(widget, "height", height)


def least_width(widget: QWidget, width: int) -> None:
    """Never let a widget be narrower than this, in pixels at 100 % text size."""
    _keep(widget, "least_width", width)


def least_height(widget: QWidget, height: int) -> None:
    """Never let a widget be lower than this, in pixels at 100 % text size."""
    _keep(widget, "least_height", height)


def most_width(widget: QWidget, width: int) -> None:
    """Never let a widget be wider than this, in pixels at 100 % text size."""
    _keep(widget, "most_width", width)


def icon_size(button: QAbstractButton, side: int, gap: int = 0) -> None:
    """Give a button's icon a size, and a gap before its words."""
    _keep(button, "icon_side", side)
    _keep(button, "icon_gap", gap)


def space(layout: QLayout, margins: Margins, spacing: int) -> None:
    """Give a layout its margins (left, top, right, bottom) and spacing."""
    layout.setProperty(_BASE, [*margins, spacing])
    _rescale_layout(layout)


def rescale(widget: QWidget) -> None:
    """Work out again every length kept for a widget and its layouts."""
    kept = widget.property(_BASE)
    if kept:
        for name, length in kept.items():
            _APPLY[name](widget, length)
    layout = widget.layout()
    if isinstance(layout, QLayout):  # a status bar makes its layout anew, and the binding may take it for what lay there before
        _rescale_layout(layout)


def _keep(widget: QWidget, name: str, length: int) -> None:
    kept = dict(widget.property(_BASE) or {})
    kept[name] = length
    widget.setProperty(_BASE, kept)
    _APPLY[name](widget, length)


def _rescale_layout(layout: QLayout) -> None:
    kept = layout.property(_BASE)
    if kept:
        left, top, right, bottom, spacing = (theme.px(length) for length in kept)
        if QGuiApplication.isRightToLeft():  # Qt mirrors what lies in a layout, not its margins
            left, right = right, left
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(spacing)
    for inner in layout.children():  # not itemAt(): the binding would keep each stretch, and later take a layout at its address for it
        if isinstance(inner, QLayout):
            _rescale_layout(inner)


def _apply_icon(widget: QWidget, _length: int) -> None:
    kept = widget.property(_BASE)
    if isinstance(widget, QAbstractButton):
        side = kept.get("icon_side", 16)
        widget.setIconSize(QSize(theme.px(side + kept.get("icon_gap", 0)), theme.px(side)))


_APPLY: dict[str, Callable[[QWidget, int], None]] = {
    "width": lambda widget, length: widget.setFixedWidth(theme.px(length)),
    "height": lambda widget, length: widget.setFixedHeight(theme.px(length)),
    "least_width": lambda widget, length: widget.setMinimumWidth(theme.px(length)),
    "least_height": lambda widget, length: widget.setMinimumHeight(theme.px(length)),
    "most_width": lambda widget, length: widget.setMaximumWidth(theme.px(length)),
    "icon_side": _apply_icon,
    "icon_gap": _apply_icon,
}
