"""Sizes, weights and spaces of a page, for ordinary and for large print. All lengths are points (72 to the inch).

Nothing is smaller than 12 pt, or 18 pt in large print (Source: UK Association for Accessible Formats, clear and large print).
"""

from __future__ import annotations

from dataclasses import dataclass

from coproduce.exports.pdf.palette import INK, MUTED, ON_TEAL, OURS, Accent, Colour


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words are set: size and leading, colour, weight, and the space around the paragraph."""

    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """Every measure of a document. `unit` is the body size, from which gaps and insets are counted."""

    unit: float
    accent: Accent
    page: tuple[float, float]
    margin: float
    first_top: float
    top: float
    bottom: float
    title: TextStyle
    subtitle: TextStyle
    organisation: TextStyle
    detail_name: TextStyle
    detail: TextStyle
    headings: dict[int, TextStyle]
    body: TextStyle
    item: TextStyle
    item_marker: TextStyle
    quote: TextStyle
    attribution: TextStyle
    caption: TextStyle
    cell: TextStyle
    number: TextStyle
    cell_heading: TextStyle
    figure: TextStyle
    figure_label: TextStyle
    figure_note: TextStyle
    tone: TextStyle
    callout_title: TextStyle
    chart_title: TextStyle
    chart: TextStyle
    chart_strong: TextStyle
    running: TextStyle
    contents: tuple[TextStyle, TextStyle]

    @property
    def measure(self) -> float:
        """The width of the column of text."""
        return self.page[0] - 2 * self.margin

    @property
    def first_room(self) -> float:
        """The height of the column on the first page."""
        return self.page[1] - self.first_top - self.bottom

    @property
    def room(self) -> float:
        """The height of the column on every other page."""
        return self.page[1] - self.top - self.bottom

    def cards_across(self, count: int) -> int:
        """How many of `count` cards stand side by side: two in large print, three at most otherwise, four as two rows of two."""
        if self.unit > 12:
            return min(count, 2)
        return 2 if count == 4 else min(count, 3)


A4 = (595.2756, 841.8898)


def ordinary(accent: Accent = OURS) -> Styles:
    """A4, body 12 pt."""
    return _styles(12.0, accent, margin=62.0, title=28.0, headings=(19.0, 14.5, 12.5), figure=30.0)


def large_print(accent: Accent = OURS) -> Styles:
    """A4, the whole document at 18 pt or more by layout, not by zoom."""
    return _styles(18.0, accent, margin=50.0, title=34.0, headings=(26.0, 21.0, 18.5), figure=38.0)


def _styles(unit: float, accent: Accent, *, margin: float, title: float, headings: tuple[float, float, float], figure: float) -> Styles:
    body = TextStyle(unit, unit * 1.45, after=unit * 0.75)
    small = TextStyle(unit, unit * 1.35, MUTED)
    second, third, fourth = headings
    return Styles(
        unit=unit,
        accent=accent,
        page=A4,
        margin=margin,
        first_top=unit * 3.6,
        top=unit * 6.2,
        bottom=unit * 5.6,
        title=TextStyle(title, title * 1.18, ON_TEAL, bold=True, after=unit * 0.4),
        subtitle=TextStyle(unit * 1.25, unit * 1.7, accent.soft),
        organisation=TextStyle(unit, unit * 1.4, accent.soft, bold=True, after=unit * 0.5),
        detail_name=TextStyle(unit, unit * 1.5, MUTED),
        detail=TextStyle(unit, unit * 1.5),
        headings={
            2: TextStyle(second, second * 1.22, bold=True, before=unit * 2.2, after=unit * 0.7),
            3: TextStyle(third, third * 1.28, accent.words, bold=True, before=unit * 1.5, after=unit * 0.45),
            4: TextStyle(fourth, fourth * 1.3, bold=True, before=unit * 1.1, after=unit * 0.25),
        },
        body=body,
        item=TextStyle(unit, unit * 1.45, after=unit * 0.4),
        item_marker=TextStyle(unit, unit * 1.45, accent.words, bold=True),
        quote=TextStyle(unit * 1.12, unit * 1.62),
        attribution=small,
        caption=TextStyle(unit, unit * 1.4, bold=True, before=unit * 0.6, after=unit * 0.5),
        cell=TextStyle(unit, unit * 1.32),
        number=TextStyle(unit, unit * 1.32, tabular=True),
        cell_heading=TextStyle(unit, unit * 1.32, MUTED, bold=True),
        figure=TextStyle(figure, figure * 1.15, accent.words, bold=True, tabular=False),
        figure_label=TextStyle(unit, unit * 1.35, bold=True, before=unit * 0.25),
        figure_note=TextStyle(unit, unit * 1.35, MUTED, before=unit * 0.2),
        tone=TextStyle(unit, unit * 1.4, bold=True),
        callout_title=TextStyle(unit * 1.06, unit * 1.45, bold=True, after=unit * 0.3),
        chart_title=TextStyle(unit * 1.08, unit * 1.45, bold=True, before=unit * 0.8, after=unit * 0.2),
        chart=TextStyle(unit, unit * 1.3),
        chart_strong=TextStyle(unit, unit * 1.3, bold=True, tabular=True),
        running=small,
        contents=(TextStyle(unit, unit * 1.5, bold=True, before=unit * 0.5), TextStyle(unit, unit * 1.5)),
    )
