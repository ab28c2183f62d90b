"""The appearance in use: colours, text size and typeface, asked for by everything that is drawn.

`theme` is the one live object. Widgets ask it while painting, so a change of appearance or text size needs
no second copy of anything; those that keep a size of their own give it through `ui.theme.sizes`.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QGuiApplication, QScreen

from ui.tokens import APPEARANCES

INTER = "Inter"
ATKINSON = "Atkinson Hyperlegible Next"
SMALLEST, LARGEST = 0.8, 2.0
_DESIGN_DPI = 96.0


class Theme:
    """What is in use now. `appearance` is light, dark or contrast; `scale` is text size, 1.0 being 100 %."""

    def __init__(self) -> None:
        self.appearance = "light"
        self.scale = 1.0
        self.family = INTER
        self._colours: dict[str, QColor] = {}

    def use(self, appearance: str, scale: float, family: str) -> None:
        """Change what is in use. Nothing is redrawn: `ui.theme.apply` does that."""
        self.appearance = appearance
        self.scale = min(LARGEST, max(SMALLEST, scale))
        self.family = family
        self._colours = {}

    @property
    def is_contrast(self) -> bool:
        """High contrast: tints become outlines."""
        return self.appearance == "contrast"

    def hex(self, token: str) -> str:
        """`#RRGGBB` of a token."""
        return APPEARANCES[self.appearance][token]

    def colour(self, token: str) -> QColor:
        """A colour of one's own to draw with."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(self.hex(token))
        return QColor(found)

    def px(self, length: float) -> int:
        """A length at 100 % text size, in the pixels of the text size in use."""
        return round(length * self.scale)

    def points(self, size: float) -> float:
        """A type size at 100 % in points of this screen. Inter runs wide, so it is set half a point smaller."""
        screen: QScreen | None = QGuiApplication.primaryScreen()
        dpi = _DESIGN_DPI if screen is None else screen.logicalDotsPerInch()
        return (size - (0.5 if self.family == INTER else 0.0)) * self.scale * _DESIGN_DPI / dpi

    def font(self, size: float = 10.5, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Type to draw with. `tabular` gives every figure the same width, so that columns of money line up."""
        font = QFont(self.family)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # X11 sets hinted letters too far apart
        font.setPointSizeF(self.points(size))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


theme = Theme()
