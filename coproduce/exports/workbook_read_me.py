"""The first sheet of the template: how to fill in the others."""

from __future__ import annotations

from xlsxwriter import Workbook

from coproduce.domain.sheets import READ_ME, SHEETS
from coproduce.exports.workbook_dress import Dress
from coproduce.i18n import _


def write_read_me(workbook: Workbook, dress: Dress) -> None:
    """Write it; each sheet's name leads there."""
    worksheet = workbook.add_worksheet(READ_ME)
    worksheet.hide_gridlines(2)
    worksheet.set_column(0, 0, 18, dress.plain)
    worksheet.set_column(1, 1, 96, dress.wrapped)
    worksheet.set_row(0, 34)
    worksheet.write_string(0, 0, _("Coproduce workbook"), dress.title)
    row = 2
    for heading, words in _rules():
        worksheet.write_string(row, 0, heading, dress.strong)
        worksheet.write_string(row, 1, words, dress.wrapped)
        row += 1
    worksheet.write_string(row + 1, 0, _("The sheets"), dress.subtitle)
    row += 2
    for sheet in SHEETS:
        worksheet.write_url(row, 0, f"internal:'{sheet.name}'!A1", dress.link, string=sheet.name)
        worksheet.write_string(row, 1, _(sheet.about), dress.wrapped)
        row += 1
    worksheet.activate()


def _rules() -> tuple[tuple[str, str], ...]:
    return (
        (_("To begin"), _("Each sheet is a list: one thing on each row. Fill in what you need, leave the rest empty.")),
        (_("Headings"), _("White on dark must be filled in; the others can wait. Rest the pointer on a heading to read more.")),
        (_("Columns"), _("They may stand in any order. Columns of your own are left alone.")),
        (_("Blank"), _("Not recorded. It never means no, and never zero.")),
        (_("Ids"), _("Any short text, each only once on its sheet. Other sheets point to it by the same text. 0014 keeps its zeros.")),
        (_("Yes or no"), _("yes or no. Blank if nobody wrote it down.")),
        (_("Dates"), _("01/03/2025 (the day first) or 2025-03-01.")),
        (_("Times"), _("09:30")),
        (_("Money"), _("25 or 25.50. Never a minus sign, at most two decimals.")),
        (_("Several values"), _("Put ; between them: why; plan; design")),
        (_("Private things"), _("Never write down a diagnosis, bank details, an NI number, a benefit or an immigration status.")),
    )
