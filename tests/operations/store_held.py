"""A workspace file, a plain model of it beside it, and what must be true of the two whatever a machine does.

The machine itself is `store_machine`.
"""

from __future__ import annotations

import shutil
import tempfile
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis.stateful import RuleBasedStateMachine, invariant

from coproduce.errors import Cancelled, Refused
from coproduce.operations import people
from coproduce.storage.checks import look
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations import store_model as model
from tests.operations.store_model import Amounts, Rows
from tests.operations.story import Story, tell

OF_MONEY = ("resourcing.", "many_payments.", "batches.", "bin.")
"""Verbs that may change an amount; what deletes takes whole lines away."""

CLEARED = "Clear what is past its day"


class Step(NamedTuple):
    """A step that can be taken back: its name, and every row before and after it."""

    label: str
    before: Rows
    after: Rows


class Copy(NamedTuple):
    """A backup, and all that was known of the file when it was made."""

    path: Path
    passphrase: str | None
    rows: Rows
    done: tuple[Step, ...]
    undone: tuple[Step, ...]
    lines: int


@cache
def beginning() -> bytes:
    """The story as a file. Its people have names that stand nowhere else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "begin.coproduce")
        with WorkspaceFile.create(path, organisation="Valley Care") as file:
            tell(file)
            people.edit_person(file, Story.ana, name="Qzana", full_name="Qzana Qzfirst")
            people.edit_person(file, Story.ben, name="Qzben")
        return path.read_bytes()


class Held(RuleBasedStateMachine):
    """`now` is what the file should hold; `done` and `undone` what undo and redo should do; `forgotten` the names of the erased."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "store.coproduce"
        self.path.write_bytes(beginning())
        self.passphrase: str | None = None
        self.protections = self.exports = self.number = self.looks = 0
        self.open()
        self.now, self.lines = model.rows(self.file), self.last_line()
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.copies: list[Copy] = []
        self.written: list[Path] = []
        self.forgotten: dict[str, list[str]] = {}

    def teardown(self) -> None:
        key = self.file._key
        self.file.close()
        look(self.path, key, "immutable")
        shutil.rmtree(self.folder)

    # -- small matters

    def open(self) -> None:
        self.file = WorkspaceFile.open(self.path, passphrase=self.passphrase)
        self.file.subscribe(self.hear)
        self.story = Story(self.file)
        self.is_stepping_back = False
        self.looked_at: Rows | None = None

    def last_line(self) -> int:
        return len(model.trail(self.path, self.file._key)["history"])

    def hear(self, changes: Any) -> None:
        """Each work that was stored says so, once; then it is the newest step."""
        self.lines += 1
        if self.is_stepping_back:
            return
        after = model.rows(self.file)
        assert after != self.now, f"“{changes.label}” was announced and changed nothing"
        self.done.append(Step(changes.label, self.now, after))
        self.undone.clear()
        self.now = after

    def attempt(self, act: Callable[[], object], verb: str = "") -> bool:
        """Do one work. What is refused, or stopped half way, must leave everything as it was. Says whether it was done."""
        money, trail = model.amounts(self.file), model.trail(self.path, self.file._key)
        if self.is_done(act):
            self.check_money_stood_still(money, verb)
            return True
        assert model.trail(self.path, self.file._key) == trail, f"{verb} was refused and left a trace"
        assert model.rows(self.file) == self.now, f"{verb} was refused and changed something"
        return False

    def prepare(self, act: Callable[[], object]) -> None:
        """Do what a scenario needs beforehand: perhaps several works, of which those that were stored stay when a later one is refused."""
        self.is_done(act)
        assert model.rows(self.file) == self.now, "what was refused changed something"

    def is_done(self, act: Callable[[], object]) -> bool:
        """Try it. False where it was refused or stopped, or where the scenario found nothing to be tried with."""
        try:
            act()
        except (Refused, Cancelled):
            return False
        except (ValueError, StopIteration, LookupError, AttributeError) as error:
            if "/tests/" not in traceback.extract_tb(error.__traceback__)[-1].filename:
                raise
            return False
        return True

    def let_go(self) -> None:
        """After closing and opening: what was cleared because its day had come, and not taken back, has gone for good, and undo with it."""
        if self.last_line() == self.lines:
            return
        assert CLEARED in {step.label for step in self.done}
        self.lines += 1
        self.done, self.undone = [], []

    def check_money_stood_still(self, before: dict[str, Amounts], verb: str) -> None:
        if not verb or verb.startswith(OF_MONEY):
            return
        after = model.amounts(self.file)
        assert {one: after[one] for one in after if one in before} == {one: before[one] for one in after if one in before}, verb

    def some(self, kind: type[Any], chance: Any) -> Any:
        with self.file.read() as reading:
            found = reading.all(kind)
        return chance.choice(found) if found else None

    def fresh_name(self, ending: str) -> str:
        self.number += 1
        return f"Qz{self.number}q{ending}".strip()

    # -- what must be true after each

    @invariant()
    def the_file_holds_what_it_should(self) -> None:
        assert model.rows(self.file) == self.now
        assert self.file.undo_label == (self.done[-1].label if self.done else self.before_the_beginning())
        assert self.file.redo_label == (self.undone[-1].label if self.undone else None)
        assert model.broken_links(self.path, self.file._key) == []

    def before_the_beginning(self) -> str | None:
        """What was done before the machine began can be undone as well, until somebody was erased or much was deleted for good."""
        return self.file.undo_label

    @invariant()
    def history_has_no_gaps(self) -> None:
        trail = model.trail(self.path, self.file._key)
        assert [line[0] for line in trail["history"]] == list(range(1, self.lines + 1))
        counted = {line[0]: line[-1] for line in trail["history"]}
        named = [row[2] for row in trail["history_records"]]
        assert {number: named.count(number) for number in counted} == counted

    @invariant()
    def what_is_worked_out_is_what_stands(self) -> None:
        """A search finds what a look at each record finds, and two readings of the evidence agree; asked anew after each change."""
        if self.looked_at is self.now:
            return
        wrong = list(model.not_found_as_they_stand(self.file, ("q", f"qz{self.number}", "o", "the phone", "qzben")))
        assert not wrong, wrong
        self.looked_at, self.looks = self.now, self.looks + 1
        if self.looks % 8 == 0:
            apart = model.figures_apart(self.file)
            assert not apart, apart

    @invariant()
    def who_was_erased_is_nowhere(self) -> None:
        if not self.forgotten:
            return
        cells, content = model.raw_cells(self.path, self.file._key), model.raw_bytes(self.path)
        for name in {name.lower() for names in self.forgotten.values() for name in names}:
            assert name not in cells, f"{name} was erased and is in the file"
            assert name.encode() not in content, f"{name} was erased and is on the disk"
