"""The steps of a workspace as people look back on them: what was done, whether it stands, and what came to lean on it.

History has the moments and the records, and which work took another back alone; the undo stack has the rows, and says
whose line each step is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.history import Action, What
from coproduce.storage.in_the_way import in_the_way
from coproduce.storage.journal import Images, images_of
from coproduce.storage.record_tables import history, history_names, history_records, undo_steps

MOST_NAMED = 3
"""A refusal names so many of the steps in the way."""


class StepState(StrEnum):
    """Whether a step still counts."""

    STANDS = "stands"
    UNDONE = "undone"
    """By Undo, or alone by a later step that still stands."""
    PASSED = "passed"
    """Not work of anybody: a backup put back, or a newer version of the file."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of history. `number` grows with time; `at` is in UTC; `is_kept` says that its rows are kept for undo.

    `who` is the name whoever did it worked under; empty where it is not known, or forgotten since.
    """

    number: int
    at: datetime
    label: str
    what: What
    records: int = 0
    state: StepState = StepState.STANDS
    is_kept: bool = False
    who: str = ""

    @property
    def can_be_undone(self) -> bool:
        """It stands, and how things were before it is still known."""
        return self.is_kept and self.state is StepState.STANDS


@dataclass(frozen=True, slots=True)
class TouchedRecord:
    """One record a step touched; `fields` are empty but for a change."""

    kind: str
    record_id: str
    action: Action
    fields: tuple[str, ...]


@dataclass
class Trail:
    """Every line of history in order, sorted by what became of it.

    `standing` are the works that undo has not taken back; `step_of` the undo step that holds each line's rows; `targets`
    says, for each work that stands and took another back alone, which one that was.
    """

    lines: dict[int, Step] = field(default_factory=dict)
    standing: list[int] = field(default_factory=list)
    step_of: dict[int, int] = field(default_factory=dict)
    targets: dict[int, int] = field(default_factory=dict)

    def steps(self) -> Iterator[Step]:
        """Every work, and what passed beside it, newest first. Undoing and redoing only show in the state of the works."""
        standing, taken = set(self.standing), set(self.targets.values())
        for number, line in reversed(self.lines.items()):
            if line.what in ("undo", "redo"):
                continue
            stands = number in standing and number not in taken
            state = StepState.PASSED if line.what != "work" else StepState.STANDS if stands else StepState.UNDONE
            yield replace(line, state=state, is_kept=number in self.step_of and number in standing)

    def step(self, number: int) -> Step:
        """One step. Raises `Refused` where there is none of that number."""
        for step in self.steps():
            if step.number == number:
                return step
        raise Refused(_("There is no such step in the history."))

    def after(self, number: int) -> list[int]:
        """The works after a step that count now: but for pairs of which one took the other back alone."""
        pairs = {each for pair in self.targets.items() if min(pair) > number for each in pair}
        return [other for other in self.standing if other > number and other not in pairs]


def alone_label(label: str) -> str:
    """What the step is called that takes another back alone."""
    return _("Undo alone: {step}").format(step=label)


def read_trail(connection: sa.Connection) -> Trail:
    """Go through history, doing and undoing as it says."""
    trail = Trail()
    undone: list[int] = []
    targets: dict[int, int] = {}
    said = connection.execute(sa.select(history_names.c.who, history_names.c.name))
    names: dict[bytes | None, str] = {row.who: row.name for row in said}
    of = history.c
    lines = sa.select(of.id, of.at, of.label, of.what, of.took_back, of.records, of.who).order_by(of.id)
    for number, at, label, what, took_back, records, who in connection.execute(lines):
        trail.lines[number] = Step(number, at, label, what, records, who=names.get(who, ""))
        if took_back is not None:
            targets[number] = took_back
        if what == "work":
            trail.standing.append(number)
            undone.clear()
        elif what == "undo" and trail.standing:
            undone.append(trail.standing.pop())
        elif what == "redo" and undone:
            trail.standing.append(undone.pop())
    rows = undo_steps.c
    kept = connection.execute(sa.select(rows.history_id, rows.id).where(rows.undone == 0))
    trail.step_of = {step.history_id: step.id for step in kept}
    trail.targets = _in_force({number: targets[number] for number in trail.standing if number in targets})
    return trail


def _in_force(targets: dict[int, int]) -> dict[int, int]:
    """The pairs whose taker was not taken back alone itself."""
    kept: dict[int, int] = {}
    for taker in sorted(targets, reverse=True):
        if taker not in kept.values():
            kept[taker] = targets[taker]
    return kept


def records_of(connection: sa.Connection, number: int, most: int) -> list[TouchedRecord]:
    """The records a step touched, the first `most` of them by kind and id."""
    of = history_records.c
    found = connection.execute(
        sa.select(of.kind, of.record_id, of.action, of.fields).where(of.history_id == number).order_by(of.kind, of.record_id).limit(most)
    )
    return [TouchedRecord(kind, record_id, action, tuple(fields.split(";")) if fields else ()) for kind, record_id, action, fields in found]


def steps_about(connection: sa.Connection, kind: str, record_id: str) -> frozenset[int]:
    """The numbers of the steps that touched one record."""
    of = history_records.c
    return frozenset(connection.scalars(sa.select(of.history_id).where(of.kind == kind, of.record_id == record_id)))


def only_records(connection: sa.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The record of each of these steps that touched just one."""
    of = history_records.c
    one = sa.select(of.history_id, sa.func.min(of.kind), sa.func.min(of.record_id)).where(of.history_id.in_(list(numbers)))
    found = connection.execute(one.group_by(of.history_id).having(sa.func.count() == 1))
    return {number: (kind, record_id) for number, kind, record_id in found}


def dependants(connection: sa.Connection, trail: Trail, number: int) -> list[Step]:
    """The later steps that lean on this one, newest first: they must go before it can be undone alone, and what leans on them before that.

    A later step leans on it that touched one of its records, points to a record it added, or took away what its old rows need.
    """
    images = images_to_undo(connection, trail, number)
    later = set(trail.after(number))
    if not later:
        return []
    mine, theirs = history_records.alias(), history_records.alias()
    same = sa.and_(theirs.c.kind == mine.c.kind, theirs.c.record_id == mine.c.record_id, theirs.c.history_id > number)
    asked = sa.select(theirs.c.history_id).distinct().join_from(mine, theirs, same).where(mine.c.history_id == number)
    found = set(connection.scalars(asked))
    for kind, record_id in in_the_way(connection, images):
        touching = sa.select(theirs.c.history_id).where(theirs.c.kind == kind, theirs.c.record_id == record_id)
        found.update(connection.scalars(touching))
    return [trail.lines[other] for other in sorted(found & later, reverse=True)]


def images_to_undo(connection: sa.Connection, trail: Trail, number: int) -> Images:
    """The rows as they must be now, and as they were before a step. Raises `Refused` where it cannot be undone any more."""
    step = trail.step(number)
    if step.state is StepState.PASSED:
        raise Refused(_("“{label}” cannot be undone.").format(label=step.label))
    if step.state is StepState.UNDONE:
        raise Refused(_("“{label}” is undone already.").format(label=step.label))
    if not step.is_kept:
        raise Refused(_("“{label}” is too old to be undone: how things were before is no longer kept.").format(label=step.label))
    return images_of(connection, trail.step_of[number]).turned()


def refuse_where_leaned_on(step: Step, leaning: list[Step]) -> None:
    """Raises `Refused` naming the later steps, newest first."""
    if not leaning:
        return
    names = ", ".join(f"“{other.label}”" for other in leaning[:MOST_NAMED])
    if len(leaning) > MOST_NAMED:
        names = _("{names} and {n} more").format(names=names, n=len(leaning) - MOST_NAMED)
    words = _("“{label}” cannot be undone alone: what came later builds on it. Undo first: {names}. Nothing was changed.")
    raise Refused(words.format(label=step.label, names=names))


def newer_than(trail: Trail, number: int) -> list[int]:
    """The works to undo so that a step is the newest again. Raises `Refused` where there are none, or one is too old.

    Steps undone already are not gone back to: the state after them was never kept.
    """
    step = trail.step(number)
    if step.what == "work" and number not in trail.standing:
        raise Refused(_("“{label}” is undone already.").format(label=step.label))
    newer = [other for other in trail.standing if other > number]
    if not newer:
        raise Refused(_("Nothing newer than “{label}” is left to undo.").format(label=step.label))
    if newer[0] not in trail.step_of:
        raise Refused(_("“{label}” lies too far back: not every newer step can still be undone.").format(label=step.label))
    return newer
