"""What the cells of a spreadsheet mean, by the kind of their column.

A cell comes as the file has it: text, a number (always a float), a date, a moment, a time, a length of time or a tick.
Every reader gives the value of the noun's field, or None for a blank cell (blank is not recorded), and raises
`Refused` with what should stand there instead.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from coproduce.domain.codes import ORGANISER, YesNo, fold
from coproduce.domain.dates import parse_date, parse_moment_as_date, parse_time
from coproduce.domain.money import Money
from coproduce.domain.sheets import Column, Kind
from coproduce.errors import Refused
from coproduce.i18n import _

Cell = str | float | bool | date | datetime | time | timedelta | None
Reader = Callable[[Any], Any]

LONGEST = 32_767
"""Characters in one cell: the most a spreadsheet holds. Source: Microsoft, Excel specifications and limits."""
LONGEST_ID = 255
_ALLOWED_CONTROLS = "\t\n\r"
_NOT_TEXT = ("\ufffe", "\uffff")
_LOST_DIGITS = 1e15
"""A spreadsheet keeps 15 digits of a number and puts zeros for the rest."""
_EARLIEST = date(1900, 1, 1)

_YES = frozenset({"yes", "y", "true", "✓", "✔"})
_NO = frozenset({"no", "n", "false"})


def shown(cell: Cell) -> str:
    """The cell as a person would find it in their file, shortened, for telling where a problem is."""
    text = "".join(c if c.isprintable() else " " for c in written(cell)).strip()
    return text if len(text) <= 80 else f"{text[:79]}…"


def written(cell: Cell) -> str:
    """The cell as text: numbers without a needless `.0`, dates as 2025-03-01, ticks as the spreadsheet shows them."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _plain_number(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return str(cell)


def _plain_number(number: float) -> str:
    if number.is_integer() and abs(number) < _LOST_DIGITS:
        return str(int(number))
    return format(Decimal(f"{number:.15g}"), "f") if math.isfinite(number) else str(number)


def read_text(cell: Cell) -> str | None:
    """Free text as it stands, line breaks and every script included; control characters are refused."""
    text = cell if isinstance(cell, str) else written(cell)
    if not text or text.isspace():
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST:
        raise Refused(_("A cell can hold 32,767 characters. Shorten the text, or put the rest in another row."))
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(_is_control(c) for c in text):
        raise Refused(_("There is a hidden control character in this cell. Type the text again."))
    return text


def _is_control(character: str) -> bool:
    return character not in _ALLOWED_CONTROLS and (unicodedata.category(character) in ("Cc", "Cs") or character in _NOT_TEXT)


def read_id(cell: Cell) -> str | None:
    """An id: any text without the spaces around it. 14 typed as a number is the id "14"; "0014" keeps its zeros."""
    if isinstance(cell, bool | date | time | timedelta):
        raise Refused(_("Write an id as text. The spreadsheet has turned this one into a date, a time or a tick."))
    if isinstance(cell, float) and abs(cell) >= _LOST_DIGITS:
        raise Refused(_("A spreadsheet loses the last digits of so long a number. Format the cell as text and type the id again."))
    text = read_text(cell)
    if text is not None and len(text.strip()) > LONGEST_ID:
        raise Refused(_("Keep ids shorter than 256 characters."))
    return None if text is None else text.strip()


def read_yes_no(cell: Cell) -> YesNo | None:
    """yes, no, y, n, true, false, a tick, or a spreadsheet's own TRUE and FALSE."""
    word = fold(written(cell))
    if not word:
        return None
    if word in _YES:
        return YesNo.YES
    if word in _NO:
        return YesNo.NO
    raise Refused(_("Write yes or no, or leave it blank if nobody recorded it."))


def read_date(cell: Cell) -> date | None:
    """A spreadsheet date, `2025-03-01` or `01/03/2025` (day first)."""
    if isinstance(cell, datetime):
        day = parse_moment_as_date(cell)
    elif isinstance(cell, date):
        day = cell
    else:
        text = written(cell).strip()
        if not text:
            return None
        day = parse_date(text)
    if day < _EARLIEST:
        raise Refused(_("Write a date after the year 1900."))
    return day


def read_time(cell: Cell) -> time | None:
    """A spreadsheet time, or `09:30`."""
    if isinstance(cell, time):
        cell = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second, microseconds=cell.microsecond)
    if isinstance(cell, timedelta) and timedelta(0) <= cell < timedelta(days=1):
        hour, minute = divmod(round(cell / timedelta(minutes=1)), 60)
        return time(hour % 24, minute)
    text = written(cell).strip()
    return parse_time(text) if text else None


def read_money(cell: Cell) -> Money | None:
    """`25`, `25.50`, `£25.50`, `1,250.00`, as text or as a number; exact pence."""
    if isinstance(cell, bool | date | time | timedelta):
        raise Refused(_("Write an amount such as 25 or 25.50: no minus sign, at most two decimals."))
    text = written(cell).strip()
    return Money.parse(text) if text else None


def whole_number_reader(highest: int) -> Reader:
    """A reader of whole numbers from 0 to `highest`."""
    sentence = _("Write a whole number, such as 30.")
    if highest <= 10:
        sentence = _("Write a whole number from 0 to {highest}.").format(highest=highest)

    def read_whole(cell: Cell) -> int | None:
        if isinstance(cell, bool | date | time | timedelta):
            raise Refused(sentence)
        text = written(cell).strip()
        if not text:
            return None
        digits = text.partition(".")
        if not digits[0].isascii() or not digits[0].isdecimal() or digits[2].strip("0") or len(digits[0]) > 15:
            raise Refused(sentence)
        if int(digits[0]) > highest:
            raise Refused(sentence if highest <= 10 else _("That number is too large to be right."))
        return int(digits[0])

    return read_whole


def code_reader(column: Column) -> Reader:
    """A reader of one of the column's codes; case, spaces, `-` and `_` do not matter."""
    codes = tuple(column.codes or ())
    by_word = {fold(code.value): code for code in codes}
    sentence = _("Use one of these: {words}.").format(words=", ".join(code.value for code in codes))

    def read_code(cell: Cell) -> Any:
        word = fold(written(cell))
        if not word:
            return None
        if word not in by_word:
            raise Refused(sentence)
        return by_word[word]

    return read_code


def several(read_one: Reader) -> Reader:
    """A reader of several values with `;` between them; each stands once, in the order given."""

    def read_several(cell: Cell) -> tuple[Any, ...] | None:
        values = (read_one(part) for part in written(cell).split(";"))
        return tuple(dict.fromkeys(value for value in values if value is not None)) or None

    return read_several


def read_proposer(cell: Cell) -> str | None:
    """A person's id, or the word organiser however it is spelt."""
    proposer = read_id(cell)
    return ORGANISER if fold(proposer) == ORGANISER else proposer


def reader_of(column: Column) -> Reader:
    """The reader for a column."""
    match column.kind:
        case Kind.ID | Kind.PARENT:
            return read_id
        case Kind.PARENTS:
            return several(read_id)
        case Kind.PROPOSER:
            return read_proposer
        case Kind.TEXT:
            return read_text
        case Kind.CODE:
            return code_reader(column)
        case Kind.CODES:
            return several(code_reader(column))
        case Kind.YES_NO:
            return read_yes_no
        case Kind.DATE:
            return read_date
        case Kind.TIME:
            return read_time
        case Kind.MONEY:
            return read_money
        case Kind.WHOLE:
            return whole_number_reader(column.highest)

