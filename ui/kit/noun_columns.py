"""Columns for the fields of a noun, each drawn by what its sheet says it holds. They can be chosen; they are not shown at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coproduce.domain.sheets import Kind, sheet_of
from coproduce.domain.wording import label
from ui.kit.cells import Cell, Figure, Text
from ui.kit.columns import Column
from ui.kit.written import as_written, short_day

_WIDTHS = {Kind.DATE: 112, Kind.MONEY: 96, Kind.WHOLE: 92, Kind.YES_NO: 92, Kind.TIME: 80, Kind.ID: 96, Kind.CODES: 180}
_RIGHT = (Kind.MONEY, Kind.WHOLE)


def noun_columns(
    noun: type[Any], headings: Mapping[str, str], of: Callable[[Any], Any], currency: Callable[[], str] = lambda: "GBP"
) -> list[Column]:
    """A column for each field in `headings`, which sorts by that field. `of` gives the noun of a row; money is in `currency`."""
    by_field = sheet_of(noun).by_field
    return [_column(name, heading, by_field[name].kind, of, currency) for name, heading in headings.items()]


def _column(name: str, heading: str, kind: Kind, of: Callable[[Any], Any], currency: Callable[[], str]) -> Column:
    def cell(row: Any) -> Cell:
        value = getattr(of(row), name)
        if kind is Kind.MONEY:
            return Figure(None if value is None else value.words(currency()))
        if kind is Kind.WHOLE:
            return Figure(None if value is None else f"{value:,}")
        return Text("" if value is None else _words(kind, value))

    return Column(heading, cell, width=_WIDTHS.get(kind, 150), sort=name, right=kind in _RIGHT, at_first=False)


def _words(kind: Kind, value: Any) -> str:
    if kind is Kind.DATE:
        return short_day(value)
    if kind is Kind.TIME:
        return f"{value:%H:%M}"
    if kind in (Kind.CODE, Kind.YES_NO):
        return label(value)
    if kind is Kind.CODES:
        return ", ".join(label(code) for code in value)
    return str(value) if kind is Kind.ID else as_written(" ".join(str(value).split()))
