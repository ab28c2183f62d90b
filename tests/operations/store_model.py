"""What is known of a workspace file without asking the program: its rows, its raw cells, its money, and what a search should find."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.agenda import Block
from coproduce.domain.decisions import Decision
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from coproduce.storage.checks import way_to_look
from coproduce.storage.column_types import fold_name
from coproduce.storage.connection import connect
from coproduce.storage.keys import Key
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.domain.evidence.literal import read_all
from tests.domain.evidence.workbooks import figures
from tests.operations.story import Story
from tests.storage.every_noun import stored

Rows = dict[str, list[tuple[Any, ...]]]
Amounts = dict[str, int | None]

AMOUNTS = ("offered", "claimed", "approved", "paid")
AS_OF = date(2025, 7, 1)
SEARCHED = {
    Person: ("name", "full_name", "group"),
    Workshop: ("title", "venue"),
    Decision: ("question", "outcome"),
    Contribution: ("words", "theme"),
}

POINTS_AT = {
    "project": Project,
    "ana": Person,
    "ben": Person,
    "held": Workshop,
    "ahead": Workshop,
    "seat": Attendance,
    "need": Arrangement,
    "rider": Requirement,
    "block": Block,
    "draft": Payment,
    "offered": Payment,
    "unanswered": Contribution,
    "answered": Contribution,
    "decision": Decision,
    "open_question": Decision,
    "undone": Decision,
}
"""What each name of the story stands for, so that a verb can be tried with any other record of its kind."""


TRAIL = {
    "history": "id, at, label, what, took_back, records",
    "history_records": "kind, record_id, history_id, action, fields",
    "bin_entries": "*",
}


def trail(path: Path, key: Key | None) -> dict[str, Any]:
    """What is kept beside the records: history, steps and bin."""
    connection = connect(path, key, way_to_look(path))
    try:
        found = {table: connection.execute(f"SELECT {columns} FROM {table}").fetchall() for table, columns in TRAIL.items()}
        steps = connection.execute("SELECT id, history_id, label, undone FROM undo_steps ORDER BY id").fetchall()
    finally:
        connection.close()
    return {**found, "steps": steps}


def rows(file: WorkspaceFile) -> Rows:
    """Every row of every record."""
    return stored(file.path, key=file._key)


def raw_cells(path: Path, key: Key | None) -> str:
    """The words of every cell of every table, steps and bin unpacked, small letters."""
    connection = connect(path, key, way_to_look(path))
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = [cell for table in tables for row in connection.execute(f'SELECT * FROM "{table}"') for cell in row]
    finally:
        connection.close()
    return "\n".join(_unpacked(cell) for cell in cells if isinstance(cell, str | bytes)).lower()


def _unpacked(cell: str | bytes) -> str:
    if isinstance(cell, str):
        return cell
    with suppress(zlib.error):  # of chance, such as a hash, which may begin like something packed
        cell = zlib.decompress(cell) if cell[:1] == b"x" else cell
    return cell.decode("utf-8", "replace")


def raw_bytes(path: Path) -> bytes:
    """The file and its log as they lie on the disk."""
    log = path.with_name(f"{path.name}-wal")
    return (path.read_bytes() + (log.read_bytes() if log.exists() else b"")).lower()


def broken_links(path: Path, key: Key | None) -> list[Any]:
    """Rows that point to one that is not there."""
    connection = connect(path, key, way_to_look(path))
    try:
        return connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


def amounts(file: WorkspaceFile) -> dict[str, Amounts]:
    """The money of every payment, in pence, by its id."""
    with file.read() as reading:
        return {line.id: amounts_of(line) for line in reading.all(Payment)}


def amounts_of(line: Payment) -> Amounts:
    """The four amounts of one payment, in pence."""
    return {name: None if (found := getattr(line, name)) is None else found.pence for name in AMOUNTS}


def sums(of: dict[str, Amounts]) -> Amounts:
    """Each amount over all payments."""
    return {name: sum(each[name] or 0 for each in of.values()) for name in AMOUNTS}


def after_move(before: Amounts, move: str, amount: Money | None) -> Amounts:
    """The amounts of a payment after a move that was allowed, from the words of the manual alone."""
    given = None if amount is None else amount.pence
    agreed = next((before[name] for name in ("approved", "claimed", "offered") if before[name] is not None), None)
    match move:
        case "offer":
            return {**before, "offered": given}
        case "claim":
            return {**before, "claimed": given}
        case "approve":
            return {**before, "approved": given or before["claimed"] or before["offered"]}
        case "mark_paid":
            paid = before["paid"] or 0
            return {**before, "paid": paid + (given or max(0, (agreed or 0) - paid))}
        case "send_back":
            return {**before, "approved": None}
    return before


def not_found_as_they_stand(file: WorkspaceFile, searches: Sequence[str]) -> Iterator[str]:
    """Searches that do not find exactly the records in which each of their words begins a word."""
    with file.read() as reading:
        for kind, columns in SEARCHED.items():
            there = {
                record.id: re.findall(r"[^\W_]+", fold_name(" ".join(getattr(record, name) or "" for name in columns)))
                for record in reading.bare(kind)
            }
            for words in searches:
                wanted = fold_name(words).split()
                right = {one for one, its in there.items() if all(any(word.startswith(begin) for word in its) for begin in wanted)}
                found = set(reading.searched(kind.__name__, words, most=400))
                if found != right:
                    yield f"{kind.__name__}: a search for {words!r} finds {sorted(found)}, and not {sorted(right)}"


def figures_apart(file: WorkspaceFile) -> dict[str, Any]:
    """Figures of evidence that are not those of the second, literal reading of the definitions, by project."""
    with file.read() as reading:
        projects = [project.id for project in reading.all(Project)]
    apart = {}
    for project in projects:
        facts = load_facts(file, project)
        ours, literal = figures(facts, AS_OF), read_all(facts, AS_OF)
        apart |= {f"{project} {name}": (ours[name], literal[name]) for name in literal if ours[name] != literal[name]}
    return apart


def all_figures(file: WorkspaceFile) -> dict[str, Any]:
    """Every figure of every project."""
    with file.read() as reading:
        projects = [project.id for project in reading.all(Project)]
    return {project: figures(load_facts(file, project), AS_OF) for project in projects}


def elsewhere(story: Story, chance: Random) -> Story:
    """The story told of other records of the same kinds, where the file has some."""
    told = Story(story.file)
    with story.file.read() as reading:
        for name, kind in POINTS_AT.items():
            ids = [record.id for record in reading.bare(kind)]
            if ids and chance.random() < 0.4:
                setattr(told, name, chance.choice(ids))
    return told


def all_nouns(file: WorkspaceFile) -> dict[type[Any], list[Any]]:
    """Every record, to be written out."""
    return load_all_nouns(file)


def figures_of_copy(copy: Path, passphrase: str | None, folder: Path) -> dict[str, Any]:
    """Every figure, worked out afresh from a copy of a copy."""
    again = folder / "again.coproduce"
    again.write_bytes(copy.read_bytes())
    with WorkspaceFile.open(again, passphrase=passphrase) as file:
        return all_figures(file)
