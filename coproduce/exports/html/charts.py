"""Charts as rows of bars, drawn with boxes; read out as their alternative text, so the boxes are silent."""

from __future__ import annotations

from html import escape

from coproduce.exports.cleaning import one_line
from coproduce.exports.document import Chart, ChartKind, ChartRow
from coproduce.exports.html.words import line
from coproduce.exports.tones import is_missing
from coproduce.i18n import gettext as _


def chart_picture(chart: Chart) -> str:
    """The picture, with its alternative text."""
    key = _key(chart) if len(chart.series) > 1 else ""
    draw = _shares if chart.kind is ChartKind.SHARES else _bars
    rows = "".join(
        f'<div class="chart-row"><span class="chart-label" dir="auto">{line(row.label)}</span>{draw(chart, row)}</div>'
        for row in chart.rows
    )
    return f'<figure class="chart" role="img" aria-label="{escape(one_line(chart.alt))}"><div aria-hidden="true">{key}{rows}</div></figure>'


def _filling(chart: Chart, place: int) -> str:
    return "missing" if is_missing(chart.series[place]) else f"s{place % 5 + 1}"


def _key(chart: Chart) -> str:
    names = "".join(f'<span><i class="{_filling(chart, place)}"></i>{line(name)}</span>' for place, name in enumerate(chart.series))
    return f'<div class="key">{names}</div>'


def _bars(chart: Chart, row: ChartRow) -> str:
    longest = max((value for each in chart.rows for value in each.values if value is not None), default=0.0) or 1.0
    bars = []
    for place, (value, shown) in enumerate(zip(row.values, row.shown, strict=True)):
        filling = "missing" if value is None else _filling(chart, place)
        width = 18.0 if value is None else 100 * min(1.0, max(0.0, value) / longest)
        track = "" if value is None else " track"
        bars.append(
            f'<span class="bar-line"><span class="room{track}"><i class="{filling}" style="width:{width:.2f}%"></i></span>'
            f'<b dir="auto">{line(shown)}</b></span>'
        )
    return f'<span class="bars">{"".join(bars)}</span>'


def _shares(chart: Chart, row: ChartRow) -> str:
    values = [max(0.0, value or 0.0) for value in row.values]
    if not sum(values):
        return f'<span class="stack"><i class="missing" style="width:100%">{line(_("Not recorded"))}</i></span>'
    parts = "".join(
        f'<i class="{_filling(chart, place)}" style="width:{100 * value / sum(values):.2f}%">{line(shown)}</i>'
        for place, (value, shown) in enumerate(zip(values, row.shown, strict=True))
        if value
    )
    return f'<span class="stack">{parts}</span>'
