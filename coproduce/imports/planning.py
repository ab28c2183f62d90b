"""Checking a file that was read against a workspace: who is new, who is known, what is missing, what cannot be true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import ORGANISER
from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS, Kind, Sheet, sheet_of
from coproduce.domain.workspace import Setting
from coproduce.errors import Problem
from coproduce.i18n import _
from coproduce.imports.contradictions import contradictions, has_rules, refusal
from coproduce.imports.doubts import Doubts
from coproduce.imports.forgotten import Forgotten
from coproduce.imports.matching import changes, key_of, links_of, match, values_of
from coproduce.imports.plan import Ended, ImportPlan, Outcome, SheetCount, Update, in_order, rows_of
from coproduce.imports.progress import Progress, unwatched
from coproduce.imports.workbook import ReadRow, ReadSheet, ReadWorkbook
from coproduce.storage.many_objects import many_objects
from coproduce.storage.plain import PLAIN

_Link = tuple[str, type[Any], Kind, set[str]]

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def plan_import(workspace: WorkspaceFile, read: ReadWorkbook, *, partial: bool = False, progress: Progress = unwatched) -> ImportPlan:
    """Work out what bringing `read` in would add and change. Nothing is written.

    All problems are listed, those of reading included. With `partial`, rows with a problem stay out, and so do rows
    that depend on them.
    """
    needed = nouns_needed(read)
    with workspace.read() as reading:
        existing = {sheet.noun: reading.bare(sheet.noun) for sheet in SHEETS if sheet.noun in needed}
        forgotten = reading.erased_people()
    return plan_against(existing, read, partial=partial, progress=progress, forgotten=forgotten)


def nouns_needed(read: ReadWorkbook) -> set[type[Any]]:
    """The nouns of the sheets and those they point to."""
    return {of.sheet.noun for of in read.sheets.values()} | {link[1] for of in read.sheets.values() for link in links_of(of.sheet)}


def plan_against(
    existing: Mapping[type[Any], Sequence[Any]],
    read: ReadWorkbook,
    *,
    partial: bool = False,
    progress: Progress = unwatched,
    forgotten: frozenset[str] = frozenset(),
) -> ImportPlan:
    """The same against records that are at hand already, of each noun that `nouns_needed` names. `forgotten` were erased."""
    with many_objects():
        return _Planner(read, existing, partial, progress, forgotten).plan()


class _Planner:
    """One file against one workspace, sheet by sheet, parents first."""

    def __init__(
        self,
        read: ReadWorkbook,
        existing: Mapping[type[Any], Sequence[Any]],
        partial: bool,
        progress: Progress,
        forgotten: frozenset[str],
    ) -> None:
        self._read = read
        self._forgotten = Forgotten(forgotten, read, existing.get(Person, ())) if forgotten else None
        self._existing = existing
        self._progress = progress
        self._rows_done = 0
        self._rows_in_all = sum(len(of_sheet.rows) for of_sheet in read.sheets.values())
        self._problems: list[Problem] = list(read.problems)
        self._doubts = Doubts()
        self._plan = ImportPlan(read.path, partial, notes=read.notes)
        self._reasons = self._plan.reasons
        self._in_workspace = {noun: {one.id for one in of_noun} for noun, of_noun in existing.items()}
        self._in_file: dict[type[Any], dict[str, int]] = {}
        self._left_out: dict[type[Any], set[str]] = {}

    def plan(self) -> ImportPlan:
        """All of it."""
        for of_sheet in self._read.sheets.values():
            ids = self._in_file.setdefault(of_sheet.sheet.noun, {})
            for row in of_sheet.rows:
                if (own := row.values.get("id")) is not None:
                    ids.setdefault(own, row.number)
        for place, reason in rows_of(self._problems):
            self._reasons.setdefault(place, []).append(reason)
        self._doubts.know(self._existing)
        for of_sheet in self._read.sheets.values():
            self._sheet(of_sheet)
        self._plan.problems = in_order(self._problems, self._read)
        self._plan.warnings = in_order(self._doubts.warnings(self._read), self._read)
        return self._plan

    def _sheet(self, of_sheet: ReadSheet) -> None:
        sheet = of_sheet.sheet
        count = SheetCount(sheet.name)
        self._plan.counts.append(count)
        added = self._plan.added.setdefault(sheet.noun, [])
        left_out = self._left_out.setdefault(sheet.noun, set())
        records = match(of_sheet, self._existing[sheet.noun])
        self._refuse_twice(of_sheet)
        missing = self._missing_columns(of_sheet, records)
        links = self._links(sheet)
        for row, record in zip(of_sheet.rows, records, strict=True):
            self._step()
            known = values_of(sheet, record) if record is not None else {}
            values = {**known, **row.values} if known else row.values
            self._check(of_sheet, row, values, links)
            noun = None
            if row.is_whole and not (missing and record is None) and (sheet.name, row.number) not in self._reasons:
                noun = self._build(of_sheet, row, values, record)
            if noun is None:
                count.left_out += 1
                own = row.values.get("id") or ""
                if record is None and self._in_file[sheet.noun].get(own) == row.number:
                    left_out.add(own)
                self._reasons.setdefault((sheet.name, row.number), list(missing))
                self._plan.outcomes[sheet.name, row.number] = Outcome(Ended.LEFT_OUT, record)
                continue
            self._doubts.see(sheet, row.number, noun)
            ended = Ended.UNCHANGED
            if record is None:
                added.append(noun)
                count.added += 1
                ended = Ended.ADDED
            elif different := changes(row, record):
                self._plan.updates.append(Update(sheet.noun, record.id, different))
                count.updated += 1
                ended = Ended.UPDATED
            else:
                count.unchanged += 1
            self._plan.outcomes[sheet.name, row.number] = Outcome(ended, record)

    def _step(self) -> None:
        if self._rows_done % 1000 == 0:
            self._progress(self._rows_done, self._rows_in_all)
        self._rows_done += 1

    def _missing_columns(self, of_sheet: ReadSheet, records: list[Any | None]) -> list[str]:
        """Columns a new record cannot do without. Where every row is known already, none are missing."""
        if all(record is not None for record in records):
            return []
        sentences = []
        for column in of_sheet.sheet.columns:
            if column.required and column.name not in of_sheet.headings and of_sheet.sheet.noun is not Setting:
                sentence = _("This column is missing. Add it: {help}").format(help=_(column.help))
                self._problems.append(Problem(of_sheet.sheet.name, None, column.heading, "", sentence))
                sentences.append(f"{column.heading}: {sentence}")
        return sentences

    def _refuse_twice(self, of_sheet: ReadSheet) -> None:
        """Where the sheet's key says once: the second row, and any after it, cannot be right."""
        sheet, fields = of_sheet.sheet, of_sheet.sheet.key
        needed = [place for place, name in enumerate(fields) if sheet.by_field[name].required]
        first: dict[tuple[Any, ...], int] = {}
        for row in of_sheet.rows if fields else ():
            key = key_of(sheet, row.values, fields)
            if None in key and (not any(key) or any(key[place] is None for place in needed)):
                continue
            earlier = first.setdefault(key, row.number)
            if earlier == row.number:
                continue
            field = next(name for name in reversed(fields) if row.values.get(name) is not None)
            if not sheet.once:
                self._doubts.twice(sheet, row.number, field, row.values[field], earlier)
                continue
            words = _("Row {row} already says this about the same person and workshop. Keep one of the two rows.")
            if fields == ("id",):
                words = _("This is on row {row} already. Keep one of the two, or give each its own id.")
            self._problem(of_sheet, row, field, row.values[field], words.format(row=earlier))

    def _problem(self, of_sheet: ReadSheet, row: ReadRow, field: str | None, value: Any, expected: str) -> None:
        problem = of_sheet.problem(row.number, field, _as_cell(value), expected)
        self._problems.append(problem)
        for place, reason in rows_of([problem]):
            self._reasons.setdefault(place, []).append(reason)

    def _check(self, of_sheet: ReadSheet, row: ReadRow, values: Mapping[str, Any], links: list[_Link]) -> None:
        for name, parent, kind, sound in links:
            value = row.values.get(name)
            if value is None or value in sound:
                continue
            for one in value if kind is Kind.PARENTS else (value,):
                if one not in sound:
                    self._unsound(of_sheet, row, name, parent, one)
        if has_rules(of_sheet.sheet.noun):
            unreadable = frozenset() if row.is_whole else frozenset(name for name, value in row.values.items() if value is None)
            for field, sentence in contradictions(of_sheet.sheet.noun, values, unreadable):
                self._problem(of_sheet, row, field, values.get(field), sentence)

    def _links(self, sheet: Sheet) -> list[_Link]:
        """The sheet's links with the ids that may stand there: in the workspace, or on a row of the file that comes in."""
        links: list[_Link] = []
        for name, parent, kind in links_of(sheet):
            sound = self._in_workspace[parent] | (self._in_file.get(parent, {}).keys() - self._left_out.get(parent, set()))
            links.append((name, parent, kind, sound | {ORGANISER} if kind is Kind.PROPOSER else sound))
        return links

    def _unsound(self, of_sheet: ReadSheet, row: ReadRow, name: str, parent: type[Any], one: str) -> None:
        """A link to nothing is a problem; a link to a row that was left out is only a reason to leave this one out too."""
        if one not in self._in_file.get(parent, ()):
            self._problem(of_sheet, row, name, one, self._no_such(parent, one))
            return
        words = _("{id} on the sheet {sheet} was left out, and this row depends on it.").format(id=one, sheet=sheet_of(parent).name)
        self._reasons.setdefault((of_sheet.sheet.name, row.number), []).append(words)

    def _no_such(self, parent: type[Any], one: str) -> str:
        sheet = sheet_of(parent)
        stripped = one.lstrip("0")
        known = (*self._in_file.get(parent, ()), *self._in_workspace[parent])
        near = next((other for other in known if other.lstrip("0") == stripped and stripped), None)
        if near is not None:
            words = _("There is no such id, but there is {near}. A spreadsheet drops zeros from numbers: format the column as text.")
            return words.format(near=near)
        words = _("There is no such id on the sheet {sheet} or in the workspace. Check the spelling, or add the row there.")
        return words.format(sheet=sheet.name)

    def _build(self, of_sheet: ReadSheet, row: ReadRow, values: dict[str, Any], record: Any | None) -> Any | None:
        """The record as it will be, or None where it refuses itself, or somebody erased would be in it again."""
        if of_sheet.sheet.noun is Setting and record is None:
            values.setdefault("value", "")
        noun = PLAIN[of_sheet.sheet.noun](**values)
        refused = refusal(noun) or self._brought_back(of_sheet, row, noun, record)
        if refused is None:
            return noun
        field, sentence = refused
        self._problem(of_sheet, row, field, values.get(field or ""), sentence)
        return None

    def _brought_back(self, of_sheet: ReadSheet, row: ReadRow, noun: Any, record: Any | None) -> tuple[str, str] | None:
        if self._forgotten is None:
            return None
        different = row.values if record is None else changes(row, record)
        field = self._forgotten.brought_back(of_sheet.sheet, noun, different)
        words = _("This is about somebody who was erased, so it is not brought back. Take it out of the file.")
        return None if field is None else (field, words)


def _as_cell(value: Any) -> Any:
    """A value as a person would see it in the cell."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, int):
        return str(value)
    plain = getattr(value, "plain", None)
    return plain() if plain is not None else value
