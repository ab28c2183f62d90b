"""Equality counts: only for the whole project, one question at a time, and only what is safe to print."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.evidence.disclosure import SafeTable, Shown, safe_tables
from coproduce.exports.document import Align, Block, Column, Heading, Paragraph, Table
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import one_line
from coproduce.i18n import _


def equality(material: Material) -> Iterator[Block]:
    """A table for each monitoring question that has enough answers; the others are named, with why nothing is shown."""
    threshold = material.facts.settings.small_number_threshold
    tables = safe_tables(material.facts.equality, threshold)
    if material.part:
        yield Paragraph(_("Equality sheets are counted for a whole project only, so they are in no copy about a part of it."))
        return
    if not tables:
        yield Paragraph(_("No equality sheets have been counted for this project."))
        return
    rule = _(
        "People filled in a separate sheet without a name. Counts are rounded to the nearest 5. A count below {n} is not printed, "
        "and a second one is hidden where the first could be worked out. They are never set beside pay or talk."
    )
    yield Paragraph(rule.format(n=threshold))
    for table in tables:
        yield from _table(table)


def _table(table: SafeTable) -> Iterator[Block]:
    question = one_line(table.question)
    if not table.is_shown:
        yield Heading(3, question)
        yield Paragraph(_("There are too few answers to show safely."))
        return
    rows = [(one_line(cell.answer), cell.words) for cell in table.cells]
    rows.append((_("All"), str(table.total) if table.total is not None else _("not shown")))
    yield Table(question, (Column(_("Answer"), 2.0), Column(_("People, rounded to 5"), 1.0, Align.RIGHT)), tuple(rows))
    if any(cell.shown is Shown.HIDDEN for cell in table.cells):
        yield Paragraph(_("“Not shown” stands where the number is small, or would give away a small one."))
