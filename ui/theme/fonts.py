"""The typefaces that come with the program."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from ui.theme.places import ASSETS
from ui.theme.state import ATKINSON, INTER

_FILES = {
    INTER: ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"),
    ATKINSON: ("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"),
}
_loaded: set[str] = set()


def load_family(family: str) -> None:
    """Make a typeface known to Qt, once, when it is first used."""
    if family in _loaded:
        return
    _loaded.add(family)
    for name in _FILES.get(family, ()):
        QFontDatabase.addApplicationFont(str(ASSETS / "fonts" / f"{name}.ttf"))
