"""What stands on a page of a database: its cells, and the values in them. Nothing is believed before it has been looked at.

Source of every number: sqlite.org/fileformat2.html §1.6 and §2.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from coproduce.storage.salvage.pages import Pages

TABLE_LEAF, TABLE_INSIDE, INDEX_LEAF, INDEX_INSIDE = 0x0D, 0x05, 0x0A, 0x02
_HEAD_OF_FILE = 100
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}

Values = tuple[Any, ...]


class Cell(NamedTuple):
    """One cell of a page. `payload` is None where it has none, or cannot be read whole; `child` is the page below it."""

    rowid: int | None
    payload: bytes | None
    child: int | None


class Spoilt(Exception):
    """What was read cannot be what was written."""


def kind_of(pages: Pages, number: int) -> int | None:
    """What kind of page it is; None where it is not whole, or none of these."""
    page = pages.page(number)
    if page is None:
        return None
    kind = page[_head(number)]
    return kind if kind in (TABLE_LEAF, TABLE_INSIDE, INDEX_LEAF, INDEX_INSIDE) else None


def cells(pages: Pages, number: int) -> Iterator[Cell]:
    """The cells of a page of a tree, in order; one that cannot be read has neither payload nor child. The last child stands alone."""
    page, kind, head = pages.page(number), kind_of(pages, number), _head(number)
    if page is None or kind is None:
        return
    is_inside = kind in (TABLE_INSIDE, INDEX_INSIDE)
    first = head + (12 if is_inside else 8)
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for place in range(min(count, (pages.usable - first) // 2)):
        start = int.from_bytes(page[first + 2 * place : first + 2 * place + 2], "big")
        try:
            yield _cell(pages, page, kind, start) if start >= first else Cell(None, None, None)
        except (Spoilt, IndexError):
            yield Cell(None, None, None)
    if is_inside:
        yield Cell(None, None, int.from_bytes(page[head + 8 : head + 12], "big"))


def values(payload: bytes) -> tuple[Values, bool]:
    """The values of a record, and whether letters of it are spoilt, which then stand as �. Raises `Spoilt`."""
    try:
        size, at = _number(payload, 0)
        kinds = []
        while at < size:
            kind, at = _number(payload, at)
            kinds.append(kind)
        if at != size or size + sum(map(_size_of, kinds)) != len(payload):
            raise Spoilt
        found, has_spoilt = [], False
        for kind in kinds:
            value, is_spoilt = _value(kind, payload[at : at + _size_of(kind)])
            has_spoilt |= is_spoilt
            at += _size_of(kind)
            found.append(value)
    except IndexError as error:
        raise Spoilt from error
    return tuple(found), has_spoilt


def _head(number: int) -> int:
    return _HEAD_OF_FILE if number == 1 else 0


def _cell(pages: Pages, page: bytes, kind: int, at: int) -> Cell:
    child = rowid = None
    if kind in (TABLE_INSIDE, INDEX_INSIDE):
        child = int.from_bytes(page[at : at + 4], "big")
        at += 4
    if kind == TABLE_INSIDE:
        return Cell(None, None, child)
    size, at = _number(page, at)
    if kind == TABLE_LEAF:
        rowid, at = _number(page, at)
        rowid -= (rowid >> 63) << 64
    try:
        return Cell(rowid, _payload(pages, page, at, size, is_table=kind == TABLE_LEAF), child)
    except Spoilt:
        return Cell(rowid, None, child)


def _payload(pages: Pages, page: bytes, at: int, size: int, *, is_table: bool) -> bytes:
    """All of a payload, with what overflows onto other pages."""
    usable = pages.usable
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    here = size
    if size > most:
        least = (usable - 12) * 32 // 255 - 23
        kept = least + (size - least) % (usable - 4)
        here = kept if kept <= most else least
    if at + here > usable or size > usable * (len(pages.pages) + 1):
        raise Spoilt
    found = page[at : at + here]
    if size > here:
        found += _overflow(pages, int.from_bytes(page[at + here : at + here + 4], "big"), size - here)
    return found


def _overflow(pages: Pages, number: int, size: int) -> bytes:
    parts = []
    seen: set[int] = set()
    while size > 0:
        page = None if number in seen else pages.page(number)
        if page is None:
            raise Spoilt
        seen.add(number)
        parts.append(page[4 : min(pages.usable, 4 + size)])
        size -= len(parts[-1])
        number = int.from_bytes(page[:4], "big")
    if number:
        raise Spoilt
    return b"".join(parts)


def _number(text: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(8):
        byte = text[at + place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + place + 1
    return number << 8 | text[at + 8], at + 9


def _size_of(kind: int) -> int:
    if kind in _SIZES:
        return _SIZES[kind]
    if kind < 12:
        raise Spoilt
    return (kind - 12) // 2


def _value(kind: int, text: bytes) -> tuple[Any, bool]:
    if kind == 0:
        return None, False
    if kind in (8, 9):
        return kind - 8, False
    if kind == 7:
        raise Spoilt  # no column of ours holds a fraction
    if kind <= 6:
        return int.from_bytes(text, "big", signed=True), False
    if kind % 2 == 0:
        return text, False
    try:
        return text.decode(), False
    except UnicodeDecodeError:
        return text.decode(errors="replace"), True
