"""The workbook as data: every sheet, every column, in the order they are read and written.

Import, export, the template and the words beside a column all come from `SHEETS`; parents stand before children.
"""

from __future__ import annotations

from typing import Any

from coproduce.domain.codes import fold
from coproduce.domain.sheets.asks import ASKS
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.sheets.day import CHECK_NOTES, LANE_SEATS, LANES, PROMISES, REFLECTIONS
from coproduce.domain.sheets.decided import ACTIONS, ADVICE, BALLOTS, COUNTS, OBJECTIONS, VERSIONS
from coproduce.domain.sheets.decisions import CHANGES, DECIDERS, DECISIONS, DISSENT, OPTIONS
from coproduce.domain.sheets.own_words import OWN_WORDS
from coproduce.domain.sheets.people import ACCESS, ATTENDANCE, PAPERS, PEOPLE, REQUIREMENTS
from coproduce.domain.sheets.planning import BLOCKS, PROJECTS, RATES, WORKSHOPS, WORKSPACE
from coproduce.domain.sheets.resourcing import BATCHES, BUDGET, PAYMENTS
from coproduce.domain.sheets.reuse import METHODS, TEMPLATE_BLOCKS, TEMPLATES
from coproduce.domain.sheets.room import CONTRIBUTIONS, EQUALITY, TURNS, VERDICTS
from coproduce.domain.sheets.suppliers import LEAD_TIMES, SUPPLIERS
from coproduce.domain.sheets.team import TEAM

SHEETS: tuple[Sheet, ...] = (
    WORKSPACE,
    RATES,
    PROJECTS,
    PEOPLE,
    REQUIREMENTS,
    WORKSHOPS,
    BLOCKS,
    ATTENDANCE,
    PAPERS,
    ACCESS,
    BATCHES,
    PAYMENTS,
    CONTRIBUTIONS,
    DECISIONS,
    OPTIONS,
    DECIDERS,
    DISSENT,
    CHANGES,
    TURNS,
    VERDICTS,
    EQUALITY,
    LANES,
    LANE_SEATS,
    CHECK_NOTES,
    REFLECTIONS,
    PROMISES,
    METHODS,
    TEMPLATES,
    TEMPLATE_BLOCKS,
    BUDGET,
    TEAM,
    ASKS,
    SUPPLIERS,
    LEAD_TIMES,
    COUNTS,
    BALLOTS,
    OBJECTIONS,
    ADVICE,
    ACTIONS,
    VERSIONS,
    OWN_WORDS,
)

READ_ME = "Read me"
"""The sheet of the template that explains the others; never read."""
ERROR_HEADING = "Error"
"""The column that says what is wrong with a row, in the copy of rows left out; never read."""

_BY_NAME = {fold(sheet.name): sheet for sheet in SHEETS}
_BY_NOUN = {sheet.noun: sheet for sheet in SHEETS}


def sheet_named(name: str) -> Sheet | None:
    """The sheet of that name, compared as codes are; None where we know none."""
    return _BY_NAME.get(fold(name))


def sheet_of(noun: type[Any]) -> Sheet:
    """The sheet of a noun."""
    return _BY_NOUN[noun]


__all__ = ["ERROR_HEADING", "READ_ME", "SHEETS", "Column", "Kind", "Privacy", "Sheet", "sheet_named", "sheet_of"]
