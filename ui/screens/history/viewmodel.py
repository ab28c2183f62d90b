"""What the history page shows and does: the steps by day, one in full, and how to take it back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from coproduce.i18n import _, ngettext
from coproduce.storage.backup import copy_of
from coproduce.storage.queries.named import NamedRecord, named
from coproduce.storage.steps import Step, StepState, TouchedRecord, alone_label
from ui.forms.record_place import go_there
from ui.kit.cells import Cell, Figure, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Heading, Item, Note, Part, State, Title, doing
from ui.kit.in_order import in_order
from ui.kit.record_list import RecordList, local_today
from ui.kit.written import short_day
from ui.screens.history.narrowing import Narrowed, about_record, fields, narrowed
from ui.screens.history.records import Place, place_of, title_of, what_happened

if TYPE_CHECKING:
    from pathlib import Path

    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched

MOST_SHOWN = 40
"""So many of the records of a step are listed."""

MANY_RECORDS = 2_000
"""Whether later steps build on a step with more records is asked only when it is to be undone: it takes a moment."""


class Which(StrEnum):
    """The filters of the page."""

    ALL = "all"
    STANDS = "stands"
    UNDONE = "undone"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Row:
    """One step in the list; the first of its day opens a group."""

    step: Step
    day: str
    opens_day: bool
    time: str


@dataclass(frozen=True, slots=True)
class StepDetail:
    """One step in full: its records, what they are called now, and what stands in the way of undoing it alone."""

    row: Row
    records: tuple[TouchedRecord, ...]
    names: Mapping[tuple[str, str], NamedRecord]
    dependants: tuple[Step, ...]
    newer: int
    """How many newer steps could be undone."""


class HistoryModel(RecordList[Which, StepDetail]):
    """Every step of the workspace, newest first."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Which, sort="when", descending=True)
        self.steps: dict[str, Step] = {}
        self._rows: dict[str, Row] = {}
        self._only: dict[int, str] = {}
        self.narrowed = Narrowed()
        self.columns = [
            Column(_("Day"), _day, width=96, sort="when"),
            Column(_("Time"), _time, width=64, sort="time", right=True),
            Column(_("What was done"), self._label, width=160, sort="label", stretch=True),
            Column(_("Who"), _who, width=96, sort="who"),
            Column(_("State"), state_pill, width=186, sort="state"),
            Column(_("Records"), _records, width=92, sort="records", right=True),
        ]

    def wants(self, touched: Touched) -> bool:
        """Whatever changed is a step."""
        return bool(touched)

    def query_counts(self) -> Mapping[Which, int]:
        self.steps = {str(step.number): step for step in self.file.steps()}
        if self.narrowed.record is not None:
            about = self.file.steps_about(*self.narrowed.record)
            self.narrowed = replace(self.narrowed, numbers=about)
        return self._counted()

    def _counted(self) -> Mapping[Which, int]:
        looked_at = [step for step in self.steps.values() if self.narrowed.fits(step)]
        return {which: sum(_fits(step, which) for step in looked_at) for which in Which}

    @property
    def is_empty(self) -> bool:
        return not self.steps

    def query_ids(self) -> Sequence[str]:
        words, last = self.search.casefold().split(), ""
        self._rows, self._only = {}, {}
        fitting = (step for step in self.steps.values() if _fits(step, self.filter) and self.narrowed.fits(step))
        found = [step for step in fitting if all(word in f"{step.label} {step.who}".casefold() for word in words)]
        for step in in_order(found, _ORDERS[self.sort], descending=self.descending):
            row = self._row(step, last)
            self._rows[str(step.number)], last = row, row.day
        return list(self._rows)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, Row]:
        shown = {key: self._rows[key] for key in wanted if key in self._rows}
        only = self.file.only_records([row.step.number for row in shown.values() if row.step.records == 1])
        names = named(self.file, only.values())
        self._only |= {number: names[record].title for number, record in only.items() if record in names}
        return shown

    def query_detail(self, record_id: str) -> StepDetail | None:
        step = self.steps.get(record_id)
        if step is None:
            return None
        records = tuple(self.file.records_of(step.number, most=MOST_SHOWN))
        names = named(self.file, ((record.kind, record.record_id) for record in records))
        leaning = tuple(self.file.dependants(step.number)) if step.can_be_undone and step.records <= MANY_RECORDS else ()
        return StepDetail(self._row(step, ""), records, names, leaning, self._newer(step))

    @property
    def help_line(self) -> str:
        """What is looked at, how many steps there are, and what no step can bring back."""
        count = self.counts.get(Which.ALL, 0)
        return " ".join(
            [
                *filter(None, [self.narrowed.said()]),
                ngettext("{n} step.", "{n} steps.", count).format(n=f"{count:,}"),
                _("Files you saved cannot be undone: reports, workbooks and backups stay as they are."),
            ]
        )

    def filter_words(self) -> Mapping[Which, str]:
        return {Which.ALL: _("All"), Which.STANDS: _("Done"), Which.UNDONE: _("Undone"), Which.MARKS: _("Kept moments")}

    @property
    def parts(self) -> list[Part]:
        """The pane: what was done and when, whether it can be undone, and the records."""
        if self.detail is None:
            return []
        row, step = self.detail.row, self.detail.row.step
        parts: list[Part] = [
            Title(step.label, _when_and_who(row), icon="flag" if step.what == "mark" else "history"),
            State(_pill(step)),
            Note(self._sentence()),
        ]
        if self.detail.dependants:
            parts.append(Heading(_("What builds on it")))
            parts += [self._leaning(other) for other in self.detail.dependants]
        if step.state is StepState.PASSED and not step.records:
            return parts
        parts.append(Heading(_("Records it touched")))
        parts += [self._record(record) for record in self.detail.records]
        more = step.records - len(self.detail.records)
        if more > 0:
            parts.append(Note(ngettext("and {n} more record", "and {n} more records", more).format(n=f"{more:,}"), quiet=True))
        if not step.records:
            parts.append(Note(_("None."), quiet=True))
        return parts

    @property
    def foot(self) -> list[Act]:
        """What can be done about the step."""
        found: list[Act] = []
        if self.detail is None:
            return found
        if len(self.detail.records) == 1 and self.narrowed.record is None:
            found.append(Act("about", _("All about this record"), self.look_at_its_record, "filter"))
        if not self.file.may_write:
            return found
        if self.detail.row.step.can_be_undone and not self.detail.dependants:
            found.append(Act("undo", _("Undo this step"), self.undo_alone, "undo-2"))
        if self.detail.newer:
            words = _("Go back to here") if self.detail.row.step.what == "mark" else _("Undo back to here")
            found.append(Act("back", words, self.undo_back, "history"))
        elif (copy := self._copy_to_go_back_to()) is not None:
            found.append(Act("copy", _("Go back to the copy…"), doing(self.shell.go_back_to_copy, copy), "history"))
        return found

    @property
    def nothing_found(self) -> tuple[str, str]:
        if self.narrowed.is_all:
            return super().nothing_found
        return _("Nothing was done that fits"), _("Choose Show everything to see all steps.")

    def ask_what(self) -> None:
        """Ask which part of the history is looked at."""

        def submit(values: dict[str, Any]) -> None:
            self.narrow(narrowed(self.file, values))

        self.shell.open_form(_("Look at part of the history"), fields(self.file, self.steps.values(), self.narrowed), submit, ok=_("Show"))

    def look_at_its_record(self) -> None:
        """Look at all that became of the one record the step chosen touched."""
        if self.detail is not None:
            [record] = self.detail.records
            self.narrow(about_record(self.file, record.kind, record.record_id))

    def narrow(self, what: Narrowed) -> None:
        """Look at this part, or at everything."""
        self.narrowed = what
        self.counts = self._counted()
        self.ids = self.query_ids()
        self.changed()

    def show_record(self, record_id: str) -> None:
        if record_id not in self.ids:
            self.narrowed = Narrowed()
            self.counts = self._counted()
        super().show_record(record_id)

    def undo_alone(self) -> None:
        """Take back the step chosen, and no other."""
        if self.detail is not None:
            step = self.detail.row.step
            label = alone_label(step.label)
            self.shell.run_work(label, partial(self.file.undo_alone, step.number), records=step.records)

    def undo_back(self) -> None:
        """Take back all that is newer than the step chosen."""
        if self.detail is None:
            return
        step, newer = self.detail.row.step, self.detail.newer
        label = _("Undo back to: {step}").format(step=step.label)
        words = ngettext("Undone: {n} step. Redo brings it back.", "Undone: {n} steps. Redo brings them back one by one.", newer)
        records = sum(other.records for other in self.steps.values() if other.number > step.number and other.is_kept)
        act = partial(self.file.undo_back_to, step.number)
        self.shell.run_work(label, act, lambda _changes: self.shell.say(words.format(n=newer)), records=records)

    def go_to(self, place: Place) -> None:
        """Show a record on its own page, in its own project."""
        go_there(self.shell, place)

    def _label(self, row: Row) -> Cell:
        only = self._only.get(row.step.number, "")
        return TwoLines(row.step.label, only) if only else Text(row.step.label, strong=row.step.state is not StepState.UNDONE)

    def _newer(self, step: Step) -> int:
        """How many steps “Undo back to here” would undo; none where it cannot go so far."""
        if step.state is StepState.UNDONE and not step.is_kept:
            return 0
        later = (other for other in self.steps.values() if other.number > step.number)
        newer = [other for other in later if other.is_kept or other.state is StepState.STANDS]
        return len(newer) if all(other.is_kept for other in newer) else 0

    def _sentence(self) -> str:
        detail = self.detail
        if detail is None:
            return ""
        step = detail.row.step
        if step.what == "mark":
            return self._about_mark(step, newer=detail.newer)
        if step.state is StepState.PASSED:
            told = _BESIDE.get(step.what)
            return told() if told else _("This was not work on the records, so there is nothing to undo.")
        if step.state is StepState.UNDONE:
            return _("This step is undone.")
        if not step.is_kept:
            return _("This step cannot be undone: how things were before it is not kept.")
        if not self.file.may_write:
            return _("The workspace is open to read only, so nothing can be undone.")
        if detail.dependants:
            return _("This step cannot be undone alone, because later steps build on it. Undo those first.")
        if step.records > MANY_RECORDS:
            return _("This is a large step. Coproduce looks whether later steps build on it when you undo it.")
        return _("This step can be undone alone. Everything done later stays.")

    def _about_mark(self, step: Step, *, newer: int) -> str:
        """How to get back to a kept moment: by undo, else by the copy that was made of it."""
        if newer:
            return _("You can go back to this moment. What was done since is undone, and Redo brings it back step by step.")
        if not self._is_anything_newer_than(step):
            return _("Nothing was done since, so everything is as it was at this moment.")
        copy = self._copy_to_go_back_to()
        if copy is None:
            return _("Undo does not reach back so far any more, and the copy made at this moment is not in its folder.")
        words = _("Undo does not reach back so far any more. The copy made at this moment is “{name}”, in the folder “{folder}”.")
        return words.format(name=copy.name, folder=copy.parent.name)

    def _copy_to_go_back_to(self) -> Path | None:
        """The copy of a kept moment that undo does not reach any more; None where there is none, or nothing was done since."""
        step = self.detail.row.step if self.detail is not None else None
        if step is None or step.what != "mark" or not self._is_anything_newer_than(step):
            return None
        copy = copy_of(self.file.path, step.at)
        return copy if copy.exists() else None

    def _is_anything_newer_than(self, step: Step) -> bool:
        return any(other.state is StepState.STANDS for other in self.steps.values() if other.number > step.number)

    def _leaning(self, step: Step) -> Item:
        row = self._row(step, "")
        return Item(f"step-{step.number}", step.label, f"{row.day} · {row.time}", doing(self.show_record, str(step.number)), icon="history")

    def _record(self, record: TouchedRecord) -> Part:
        found = self.detail.names.get((record.kind, record.record_id)) if self.detail else None
        title, under = title_of(record, found), what_happened(record, found)
        place = place_of(record, found) if found is not None else None
        if place is None:
            return Note(f"{title}\n{under}", quiet=True)
        go = PillCell(_("Go to"), Tone.INFO, "arrow-right")
        return Item(f"{record.kind}-{record.record_id}", title, under, doing(self.go_to, place), go)

    def _row(self, step: Step, last: str) -> Row:
        at = step.at.astimezone()
        day = at.date()
        words = {self.today(): _("Today"), self.today() - timedelta(days=1): _("Yesterday")}.get(day) or short_day(day)
        return Row(step, words, words != last, f"{at:%H:%M}")


_BESIDE: dict[str, Callable[[], str]] = {
    "export": lambda: _("A file was saved. That cannot be undone: delete the file instead."),
    "backup": lambda: _("A copy of the workspace was made. That cannot be undone: the copy stays where it is."),
    "purge": lambda: _("This left the bin for good. It cannot be undone."),
}


_ORDERS: Mapping[str, Callable[[Step], Any]] = {
    "when": lambda step: step.number,
    "time": lambda step: step.at.astimezone().time(),
    "label": lambda step: step.label.casefold(),
    "who": lambda step: step.who.casefold() or None,
    "state": lambda step: (list(StepState).index(step.state), step.is_kept),
    "records": lambda step: step.records or None,
}


def _fits(step: Step, which: Which) -> bool:
    if which is Which.MARKS:
        return step.what == "mark"
    return which is Which.ALL or step.state.value == which.value


def _day(row: Row) -> Cell:
    return Text(row.day, strong=row.opens_day)


def _time(row: Row) -> Cell:
    return Text(row.time)


def _who(row: Row) -> Cell:
    return Text(row.step.who)


def _when_and_who(row: Row) -> str:
    when = _("{day} at {time}").format(day=row.day, time=row.time)
    return _("{when} · {name}").format(when=when, name=row.step.who) if row.step.who else when


def _records(row: Row) -> Cell:
    return Figure(f"{row.step.records:,}" if row.step.records else "")


def state_pill(row: Row) -> PillCell:
    """Whether the step counts."""
    return _pill(row.step)


def _pill(step: Step) -> PillCell:
    if step.state is StepState.UNDONE:
        return PillCell(_("Undone"), Tone.PLAIN, "undo-2")
    if step.what == "mark":
        return PillCell(_("Kept moment"), Tone.INFO, "flag")
    if step.what in _BESIDE:
        return PillCell(_("Cannot be undone"), Tone.PLAIN, "lock")
    if step.state is StepState.PASSED:
        return PillCell(_("Stays"), Tone.INFO, "info")
    return PillCell(_("Done"), Tone.OK, "check") if step.is_kept else PillCell(_("Stays"), Tone.PLAIN, "lock")
