"""What a rescue brought and what it could not, in words for whoever goes on working with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coproduce.domain.sheets import sheet_of
from coproduce.i18n import _, ngettext
from coproduce.storage.salvage.filling import Filled
from coproduce.storage.tables import TABLES

MOST_NAMED = 20
"""So many ids are named of one sheet; more are only counted."""


@dataclass(frozen=True)
class Rescued:
    """A rescue that was done. `path` is the new workspace, `words_at` the list beside it, `lines` what the list says.

    `saved` is how many records the new file holds, `missing` how many are known to be lost.
    """

    path: Path
    words_at: Path
    lines: tuple[str, ...]
    saved: int
    missing: int


@dataclass(frozen=True)
class Lost:
    """What could not be brought, before it is words. `missing` are ids that something still names, by table."""

    filled: Filled
    missing: dict[str, list[str]]
    gaps: int
    spoilt: int
    unplaced: int


_SHEETS = {TABLES[noun].name: sheet_of(noun) for noun in TABLES}


def sheet_name(table: str) -> str:
    """What people call a table: its sheet, or what stands beside the sheets."""
    beside = {
        "history": _("History"),
        "history_records": _("History: which records it touched"),
        "history_salts": _("History: what its records are checked with"),
        "history_names": _("History: who did it"),
        "bin_entries": _("Bin"),
        "issued_reports": _("Reports issued"),
        "given_files": _("What was given out"),
        "clearings": _("What was cleared because its day had come"),
    }
    return beside[table] if table in beside else _SHEETS[table].name


def lost_lines(lost: Lost, broken: Path, made: Path) -> tuple[str, ...]:
    """The list, a line each."""
    return (
        _("What could be read of “{broken}” is now in “{made}”.").format(broken=broken.name, made=made.name),
        _("The damaged file was left exactly as it is. Keep it until you are sure that nothing more is needed from it."),
        "",
        _("Saved:"),
        *(_("- {sheet}: {n}").format(sheet=sheet_name(table), n=n) for table, n in lost.filled.saved.items() if n),
        "",
        *(_lost(lost) or (_("Nothing is known to be missing."),)),
        "",
        _("Undo starts again from here. Whatever is missing may still be in a backup: open the newest one to read only and compare."),
    )


def _lost(lost: Lost) -> tuple[str, ...]:
    return (*_missing(lost), *_mended(lost.filled), *_blanks(lost))


def _missing(lost: Lost) -> Iterator[str]:
    if lost.missing:
        yield _("Known to be missing:")
    for table, ids in lost.missing.items():
        named = ", ".join(ids[:MOST_NAMED]) + (" …" if len(ids) > MOST_NAMED else "")
        yield _("- {sheet}: {n} ({ids})").format(sheet=sheet_name(table), n=len(ids), ids=named)
    if lost.filled.history_gaps:
        words = ngettext(
            "{n} line of the history could not be read. A line in its place says so.",
            "{n} lines of the history could not be read. A line in the place of each says so.",
            lost.filled.history_gaps,
        )
        yield words.format(n=lost.filled.history_gaps)
    if lost.gaps:
        yield _("Part of the file could not be read at all, so there may be more that nobody can know of.")
    if lost.unplaced:
        words = ngettext(
            "{n} row was read, but nothing says any more where it belongs. It was left out.",
            "{n} rows were read, but nothing says any more where they belong. They were left out.",
            lost.unplaced,
        )
        yield words.format(n=lost.unplaced)


def _mended(filled: Filled) -> Iterator[str]:
    if filled.stand_ins:
        yield _("Others point to these, so each has a stand-in with the same id. Put in what you know, or delete it:")
    for table, record_id in filled.stand_ins:
        yield _("- {sheet}: {id}").format(sheet=sheet_name(table), id=record_id)
    for (table, column), n in filled.cut.items():
        words = ngettext(
            "{sheet}: in {n} row “{heading}” pointed to something that is lost. It is blank now.",
            "{sheet}: in {n} rows “{heading}” pointed to something that is lost. It is blank now.",
            n,
        )
        yield words.format(sheet=sheet_name(table), n=n, heading=_heading(table, column))


def _blanks(lost: Lost) -> Iterator[str]:
    for (table, column), n in lost.filled.blanked.items():
        words = ngettext(
            "{sheet}: in {n} row “{heading}” held something that cannot be right. It is blank now.",
            "{sheet}: in {n} rows “{heading}” held something that cannot be right. It is blank now.",
            n,
        )
        yield words.format(sheet=sheet_name(table), n=n, heading=_heading(table, column))
    for table, n in lost.filled.left_out.items():
        words = ngettext(
            "{sheet}: {n} row was read but cannot be right. It was left out.",
            "{sheet}: {n} rows were read but cannot be right. They were left out.",
            n,
        )
        yield words.format(sheet=sheet_name(table), n=n)
    if lost.spoilt:
        words = ngettext(
            "{n} row has letters that could not be read. They stand as “�”.",
            "{n} rows have letters that could not be read. They stand as “�”.",
            lost.spoilt,
        )
        yield words.format(n=lost.spoilt)


def _heading(table: str, column: str) -> str:
    sheet = _SHEETS.get(table)
    found = [each.heading for each in sheet.columns if each.name == column] if sheet else []
    return found[0] if found else column
