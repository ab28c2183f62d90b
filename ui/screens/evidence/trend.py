"""One indicator at each held workshop alone, first held first. Worked out only when somebody asks for it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.evidence.indicator import Measure, Result, ShareResult, State, VerdictMeans
from coproduce.domain.evidence.of_part import OF_THE_WHOLE, over_workshops
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.wording import day_words
from coproduce.exports.sections.results import figure_words
from coproduce.exports.wording import score_words
from coproduce.i18n import _
from ui.kit.detail_parts import Act, Acts, Choose, Going, Heading, Item, Note, Option, Part, Span, Spans
from ui.kit.written import short_day

if TYPE_CHECKING:
    from coproduce.domain.evidence.indicator import Indicator
    from ui.kit.screen import Progress, Shell

MANY_WORKSHOPS = 30
"""From here on working it out takes long enough to be done on a worker."""


class Point(NamedTuple):
    """A workshop and what the indicator says of it alone. Without `low` it is a gap."""

    workshop_id: str
    title: str
    day: date
    words: str
    low: float | None = None
    high: float | None = None


class Shown(StrEnum):
    """How the workshops are shown: both hold the same."""

    CHART = "chart"
    LIST = "list"


class Trend:
    """The trend of the indicator chosen, once somebody asked for trends. `changed` is called when it is there."""

    def __init__(self, shell: Shell, changed: Callable[[], None]) -> None:
        self._shell, self._changed = shell, changed
        self.is_wanted = False
        self.shown = Shown.CHART
        self._points: tuple[str, list[Point]] | None = None
        self._facts: tuple[ProjectFacts, date] | None = None
        self._running = ""

    def take(self, facts: ProjectFacts, as_of: date) -> None:
        """There are other facts, or another day: what was worked out is not true any more."""
        self._facts, self._points, self._running = (facts, as_of), None, ""

    def want(self) -> None:
        """Show trends from now on."""
        self.is_wanted = True
        self._changed()

    def show(self, shown: str) -> None:
        """Show the chart or the list."""
        self.shown = Shown(shown)
        self._changed()

    def parts(self, result: Result) -> list[Part]:
        """The section of the pane."""
        heading = Heading(_("Workshop by workshop"))
        if result.id in OF_THE_WHOLE:
            return [heading, Note(_("This is asked of the whole project, so a single workshop has no figure of its own."), quiet=True)]
        if not self.is_wanted:
            return [heading, Acts((Act("trend", _("Show each workshop"), self.want, "calendar-days"),))]
        points = self._points_of(result.indicator)
        if points is None:
            return [heading, Note(_("Counting …"), quiet=True)]
        if not points:
            return [heading, Note(_("No workshop has been held yet."), quiet=True)]
        listed: list[Part] = [_item(point, self._shell) for point in points]
        if result.id == "T27":
            return [heading, Note(_("These are several figures and no single one, so there is nothing to draw."), quiet=True), *listed]
        options = (Option(Shown.CHART.value, _("Chart")), Option(Shown.LIST.value, _("List")))
        choice = Choose("trend", _("Show workshops as"), options, self.shown.value, self.show)
        if self.shown is Shown.LIST:
            return [heading, choice, *listed]
        return [heading, choice, _chart(result, points), Note(_explained(result), quiet=True)]

    def _points_of(self, indicator: Indicator) -> list[Point] | None:
        """None while they are being worked out."""
        if self._points is not None and self._points[0] == indicator.id:
            return self._points[1]
        if self._facts is None:
            return None
        facts, as_of = self._facts
        if sum(workshop.was_held for workshop in facts.workshops) < MANY_WORKSHOPS:
            self._points = (indicator.id, points_of(indicator, facts, as_of))
            return self._points[1]
        if self._running != indicator.id:
            self._running = indicator.id
            self._shell.run_job(
                _("Counting each workshop"),
                lambda progress: (indicator.id, facts, points_of(indicator, facts, as_of, progress)),
                self._arrived,
                failed=self._given_up,
            )
        return None

    def _arrived(self, found: tuple[str, ProjectFacts, list[Point]]) -> None:
        """Only if nobody asked for something else meanwhile."""
        indicator, facts, points = found
        if self._running == indicator and self._facts is not None and self._facts[0] is facts:
            self._running, self._points = "", (indicator, points)
            self._changed()

    def _given_up(self, _error: Exception) -> None:
        self._running, self.is_wanted = "", False
        self._changed()


def points_of(indicator: Indicator, facts: ProjectFacts, as_of: date, progress: Progress | None = None) -> list[Point]:
    """Each held workshop, first held first. `progress` hears of each, and may stop it."""
    held = sum(workshop.was_held and workshop.date <= as_of for workshop in facts.workshops)
    found = []
    for place, (workshop, result) in enumerate(over_workshops(indicator, facts, as_of)):
        if progress is not None:
            progress(place, held)
        found.append(Point(workshop.id, workshop.title, workshop.date, _words(result), *_ends(result)))
    return found


def _words(result: Result) -> str:
    if isinstance(result, ShareResult):
        if not result.eligible:
            return _("nothing to measure")
        if result.eligible == result.not_recorded:
            return _("not recorded")
        if result.not_recorded:
            return _("{figure}, {count} not recorded").format(figure=figure_words(result), count=f"{result.not_recorded:,}")
        return figure_words(result)
    if result.state is State.NOT_MEASURED:
        return _("not measured")
    if isinstance(result.value, VerdictMeans):
        means = result.value.participants
        words = _("voice {voice}, ways {ways}, agenda {agenda}, change {change}; {sheets} sheets of {all}")
        given = {name: score_words(getattr(means, name)) for name in ("voice", "ways", "agenda", "change")}
        return words.format(**given, sheets=result.value.sheets, all=result.value.person_sessions)
    return figure_words(result)


def _ends(result: Result) -> tuple[float | None, float | None]:
    """The low and the high end of what is drawn; None for a gap, and for the verdicts, which are no single figure."""
    if isinstance(result, ShareResult):
        if result.eligible == result.not_recorded or result.low is None or result.high is None:
            return None, None
        return float(result.low), float(result.high)
    return result.number, result.number


def _name(point: Point) -> str:
    return _("{day}, {title}").format(day=short_day(point.day), title=point.title)


def _item(point: Point, shell: Shell) -> Item:
    there = Going(shell, "workshops", point.workshop_id)
    return Item(f"trend {point.workshop_id}", point.words, f"{point.title}, {day_words(point.day)}", there)


def _chart(result: Result, points: list[Point]) -> Spans:
    whole = 1.0 if isinstance(result, ShareResult) or result.id in ("T23", "T25g") else None
    spans = tuple(Span(_name(point), point.low, point.high, point.words) for point in points)
    return Spans(_("{question} Workshop by workshop").format(question=result.question), spans, whole)


def _explained(result: Result) -> str:
    if isinstance(result.indicator, Measure):
        return _("A dashed line is a gap: nothing was measured there. It is not nought.")
    return _("The solid part is yes, the striped part is not recorded. A dashed line is a gap: nothing is known, which is not nought.")
