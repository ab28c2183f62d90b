"""How a sheet of the workbook looks and helps: headings, widths, formats, drop-down lists, help on each heading."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from coproduce.domain.codes import YesNo
from coproduce.domain.sheets import Column, Kind, Sheet, sheet_of
from coproduce.i18n import _

FONT = "Arial"
INK, DEEP, PALE, LINE = "#17212B", "#0B6B6B", "#E1F1F0", "#9CBDBB"

_ROWS_WITH_LISTS = 5_000
_LONGEST_LIST = 255
"""Characters of a list of words that Excel takes."""
_WIDTHS = {
    Kind.ID: 15,
    Kind.PARENT: 15,
    Kind.PARENTS: 20,
    Kind.PROPOSER: 16,
    Kind.TEXT: 24,
    Kind.CODE: 20,
    Kind.CODES: 28,
    Kind.YES_NO: 11,
    Kind.DATE: 13,
    Kind.TIME: 10,
    Kind.MONEY: 12,
    Kind.WHOLE: 11,
}
_NUMBER_FORMATS = {Kind.DATE: "dd/mm/yyyy", Kind.TIME: "hh:mm", Kind.MONEY: "#,##0.00", Kind.WHOLE: "0"}
_AS_TEXT = 49
"""The built-in format `@`. Source: ECMA-376, 18.8.30."""
_COMMENT = {"x_scale": 1.9, "font_name": FONT, "font_size": 10, "author": ""}
_LONG_TEXT = frozenset(
    {"words", "question", "outcome", "reason", "before", "after", "purpose", "open_to_change", "not_open", "meaning", "source", "value"}
)


class Dress:
    """The formats of one workbook, made once."""

    def __init__(self, workbook: Workbook) -> None:
        plain = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "top"}
        heading = {**plain, "valign": "vcenter", "text_wrap": True, "border": 1, "border_color": LINE}
        self.plain: Format = workbook.add_format(plain)
        self.wrapped: Format = workbook.add_format({**plain, "text_wrap": True})
        self.strong: Format = workbook.add_format({**plain, "bold": True})
        self.title: Format = workbook.add_format({**plain, "font_size": 20, "bold": True, "font_color": DEEP})
        self.subtitle: Format = workbook.add_format({**plain, "font_size": 13, "bold": True, "font_color": DEEP})
        self.link: Format = workbook.add_format({**plain, "font_color": DEEP, "underline": 1, "bold": True})
        self.needed: Format = workbook.add_format({**heading, "bold": True, "font_color": "#FFFFFF", "bg_color": DEEP})
        self.optional: Format = workbook.add_format({**heading, "bg_color": PALE})
        self._kinds: dict[Kind, Format] = {
            kind: workbook.add_format({**plain, "num_format": _NUMBER_FORMATS.get(kind, _AS_TEXT), "text_wrap": kind is Kind.TEXT})
            for kind in Kind
        }

    def of_kind(self, kind: Kind) -> Format:
        """The format of a cell; text columns are text, so that 0014 typed by hand keeps its zeros."""
        return self._kinds[kind]

    def put_on(self, worksheet: Worksheet, sheet: Sheet) -> None:
        """Headings with their help, widths, formats and lists; the headings stay in sight."""
        worksheet.freeze_panes(1, 1 if sheet.columns[0].kind is Kind.ID else 0)
        worksheet.set_row(0, 32)
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 0)
        worksheet.repeat_rows(0)
        for place, column in enumerate(sheet.columns):
            worksheet.set_column(place, place, _width(column), self.of_kind(column.kind))
            worksheet.write_string(0, place, column.heading, self.needed if column.required else self.optional)
            words = help_of(column)
            worksheet.write_comment(0, place, words, {**_COMMENT, "y_scale": 0.4 + 0.19 * (len(words) // 38 + 1)})
            choices = _choices(column)
            if choices is not None:
                worksheet.data_validation(1, place, _ROWS_WITH_LISTS, place, choices)


def help_of(column: Column) -> str:
    """One line of help, with the words that may be chosen and whether it must be filled in."""
    parts = [_("Must be filled in.")] if column.required else []
    parts.append(_(column.help))
    if column.codes is not None:
        parts.append(_("Choose from: {words}.").format(words=", ".join(code.value for code in column.codes)))
    return " ".join(parts)


def _width(column: Column) -> float:
    width = 44 if column.heading in _LONG_TEXT else _WIDTHS[column.kind]
    return max(width, len(column.heading) * 0.8 + 4)


def _choices(column: Column) -> dict[str, Any] | None:
    """A drop-down list that suggests and does not insist: a code spelt another way is understood as well.

    None where Excel takes no such list because it would be too long; the help names the words all the same.
    """
    source: list[str] | str
    if column.kind is Kind.YES_NO:
        source = [answer.value for answer in YesNo]
    elif column.kind is Kind.CODE and column.codes is not None:
        source = [code.value for code in column.codes]
        if len(",".join(source)) > _LONGEST_LIST:
            return None
    elif column.kind is Kind.PARENT and column.parent is not None:
        parent = sheet_of(column.parent)
        source = f"='{parent.name}'!$A$2:$A${_ROWS_WITH_LISTS + 1}"
    else:
        return None
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": _("Not on the list"),
        "error_message": _("This is not one of the words on the list. Keep it all the same?"),
    }
