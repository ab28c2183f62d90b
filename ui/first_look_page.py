"""Today's figures for the moment until the rest is loaded.

It is made of plain labels and one small style sheet, because loading the kit takes longer than reading the figures. Its
labels carry the same `look` as everywhere, so that the look of the window fits it as soon as that is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coproduce.domain.money import Money
from coproduce.i18n import _, ngettext
from ui.tokens import APPEARANCES

if TYPE_CHECKING:
    from coproduce.storage.first_look import TodayFigures

_RULES = """
QWidget {{ background: {bg}; color: {text}; font-family: Inter; font-size: {body}px; }}
QWidget[look="side"] {{ background: {side}; border-right: 1px solid {line}; }}
QFrame[look="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: {radius}px; }}
QFrame[look="card"] QLabel {{ background: {surface}; }}
QLabel[look="h1"], QLabel[look="big"] {{ font-size: {large}px; font-weight: 700; }}
QLabel[look="muted"] {{ color: {muted}; }}
"""


class FirstLookPage(QWidget):
    """Four figures under the heading of the Today page. `scale` is text size, 1.0 being 100 %; `first_painted` is called once."""

    def __init__(self, figures: TodayFigures, scale: float, first_painted: Callable[[], None]) -> None:
        super().__init__()
        self.first_painted: Callable[[], None] | None = first_painted
        self.setProperty("look", "page")
        self._scale = scale
        self.figures = [self._figure(*line) for line in _lines(figures)]
        across = self._laid(QHBoxLayout(), 16)
        for card in self.figures:
            across.addWidget(card)
        words = self._laid(QVBoxLayout(), 2)
        words.addWidget(_label(_("Today"), "h1"))
        words.addWidget(_label(figures.organisation, "muted"))
        page = self._laid(QVBoxLayout(self), 18, (28, 24, 28, 24))
        page.addLayout(words)
        page.addLayout(across)
        page.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.first_painted is not None:
            follow, self.first_painted = self.first_painted, None
            QTimer.singleShot(0, follow)

    def _figure(self, about: str, figure: str, under: str) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        inside = self._laid(QVBoxLayout(card), 2, (18, 14, 18, 14))
        for words, look in ((about, "muted"), (figure, "big"), (under, "muted")):
            inside.addWidget(_label(words, look))
        return card

    def _laid(self, layout: QBoxLayout, gap: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QBoxLayout:
        left, top, right, bottom = (round(length * self._scale) for length in margins)
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(round(gap * self._scale))
        return layout


def beside_a_plain_side(page: QWidget, side_width: int) -> QWidget:
    """The page with an empty sidebar, to fill the frame."""
    side, both = QWidget(), QWidget()
    side.setProperty("look", "side")
    side.setFixedWidth(side_width)
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(side)
    layout.addWidget(page)
    layout.setStretch(1, 1)
    return both


def style_rules(appearance: str, scale: float) -> str:
    """The few rules the page needs while the window has no look yet."""
    sizes = {"body": 10 * 4 / 3, "large": 19.5 * 4 / 3, "radius": 10}
    return _RULES.format(**APPEARANCES[appearance], **{name: round(size * scale) for name, size in sizes.items()})


def _label(words: str, look: str) -> QLabel:
    made = QLabel(words.replace("<", "‹"))
    made.setProperty("look", look)
    return made


def _lines(figures: TodayFigures) -> tuple[tuple[str, str, str], ...]:
    people = ngettext("to {n} person", "to {n} people", figures.owed_people).format(n=figures.owed_people)
    needs = _("{n} of them late").format(n=figures.needs_late) if figures.needs_late else _("for workshops ahead")
    unanswered = _("{n} of them late").format(n=figures.unanswered_late) if figures.unanswered_late else _("things people said")
    came = ngettext("of {n} person who came", "of {n} people who came", figures.came).format(n=figures.came)
    return (
        (_("Owed"), Money(figures.owed_pence).words(figures.currency), people if figures.owed_lines else _("to nobody")),
        (_("Access to arrange"), f"{figures.needs}", needs),
        (_("Without an answer"), f"{figures.unanswered}", unanswered),
        (_("Participants"), f"{figures.participants}", came),
    )
