"""What the page about money and benefits says: published words and figures, and no person. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from coproduce.domain.benefits import PublishedFigure, earlier, newest
from coproduce.i18n import _
from coproduce.imports.library import published_benefits
from ui.kit.record_list import local_today
from ui.kit.screen import Touched


class BenefitsModel:
    """Reads what comes with the program; nothing of the workspace."""

    def __init__(self, today: Callable[[], date] = local_today) -> None:
        self.today = today
        self.changed: Callable[[], None] = _nothing

    def wants(self, _touched: Touched) -> bool:
        """No record shows here."""
        return False

    def refresh(self) -> None:
        """Say it again: the day may be another."""
        self.changed()

    @property
    def help_line(self) -> str:
        """What this is, and what it is not."""
        return _("What others have published, each with its day and its source. It is not advice. Nothing is worked out for anybody.")

    @property
    def advice(self) -> str:
        """Where independent advice is to be had, one on each line."""
        first = _("Rules differ from person to person. Please ask somebody independent, best before they answer an offer:")
        return "\n".join([first, *(f"•  {words}" for words in published_benefits().advice)])

    @property
    def check(self) -> str:
        """The line over the figures."""
        return _("Check before you use one. Most of them change every April, and the program does not look for new ones.")

    @property
    def figures(self) -> list[tuple[str, str, str]]:
        """What, how much and for when, and where from: the latest of each."""
        return self._rows(newest(published_benefits().figures))

    @property
    def earlier(self) -> list[tuple[str, str, str]]:
        """The same of the years before."""
        return self._rows(earlier(published_benefits().figures), warned=False)

    @property
    def said(self) -> list[tuple[str, str, str]]:
        """What else was published, and where."""
        return [(each.title, each.words, each.source) for each in published_benefits().said]

    def _rows(self, figures: Sequence[PublishedFigure], *, warned: bool = True) -> list[tuple[str, str, str]]:
        return [(each.title, self._figure(each, warned=warned), each.source) for each in figures]

    def _figure(self, each: PublishedFigure, *, warned: bool) -> str:
        warning = each.warning(self.today()) if warned else ""
        return "\n".join(part for part in (each.figure, warning or _("For {period}").format(period=each.period)) if part)


def _nothing() -> None:
    """Nobody listens yet."""
