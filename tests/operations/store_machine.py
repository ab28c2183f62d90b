"""A machine that does anything to a workspace that operations, undo, import, backup, erasing and protection can do.

Beside it stands a plain model: the rows as each step left them. What is refused changes nothing; undo gives the rows before; money is
added up apart; a search is made by hand; and of whoever was erased no name is left in the file, whatever follows.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from coproduce.domain.codes import PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Cancelled
from coproduce.exports.csv import write_csv_folder
from coproduce.exports.workbook import write_workbook
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations import contributions, decisions, erasing, interchange, people, resourcing, retention
from coproduce.operations.bin import put_back
from coproduce.storage import backup
from coproduce.storage.protecting import protect_anew
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations import store_model as model
from tests.operations.store_held import Copy, Held
from tests.operations.story import DAY, LATER
from tests.operations.test_undo_scenario import BEFOREHAND, SCENARIOS

NAMES = st.text("abé'\";% ", max_size=4)
PENCE = st.integers(1, 10**7) | st.sampled_from([1, 99, 1250, 5000])
PASSPHRASES = st.sampled_from(["six plain words stand here now", "ŵy blwch cân llaw tŷ môr"])
CHANCE = st.randoms(use_true_random=False)
VERBS = sorted(SCENARIOS.keys() - {"interchange.bring_in"})


class Store(Held):
    """Everything that can be done to it."""

    # -- verbs

    @rule(verbs=st.lists(st.sampled_from(VERBS), min_size=1, max_size=4), chance=CHANCE)
    def any_verbs(self, verbs: list[str], chance: Any) -> None:
        for verb in verbs:
            story = model.elsewhere(self.story, chance)
            if verb in BEFOREHAND and chance.random() < 0.8:
                self.prepare(partial(BEFOREHAND[verb], story))
            self.attempt(partial(SCENARIOS[verb], story), verb)

    @rule(ending=NAMES, chance=CHANCE)
    def add_or_rename_person(self, ending: str, chance: Any) -> None:
        name, person = self.fresh_name(ending), self.some(Person, chance)
        if person is None or person.id in self.forgotten or chance.random() < 0.5:
            self.attempt(lambda: people.add_person(self.file, name=name, full_name=f"{name} Qzfull{self.number}"), "people.add_person")
        else:
            self.attempt(lambda: people.edit_person(self.file, person.id, name=name), "people.edit_person")

    @rule(chance=CHANCE)
    def write_about_somebody(self, chance: Any) -> None:
        person, workshop = self.some(Person, chance), self.some(Workshop, chance)
        if person is None or workshop is None:
            return
        words = chance.choice([f"I agree with {person.name}", person.name.upper(), f"({person.full_name or person.name})"])
        other = self.some(Person, chance)
        if chance.random() < 0.3 and other.id not in self.forgotten:
            self.attempt(lambda: people.edit_person(self.file, other.id, named_contact=words))
        elif chance.random() < 0.5:
            self.attempt(lambda: contributions.record_contribution(self.file, workshop_id=workshop.id, words=words, person_id=person.id))
        else:
            self.attempt(lambda: decisions.record_decision(self.file, project_id=workshop.project_id, question=words))

    @rule(chance=CHANCE)
    def delete_something(self, chance: Any) -> None:
        kind, verb = chance.choice(
            [(Person, people.delete_person), (Contribution, contributions.delete_contribution), (Payment, resourcing.delete_payment)]
        )
        found = self.some(kind, chance)
        if found is not None:
            self.attempt(lambda: verb(self.file, found.id), "delete")

    @rule(chance=CHANCE)
    def put_back_or_delete_for_good(self, chance: Any) -> None:
        with self.file.read() as reading:
            entries = [entry.number for entry in reading.bin_entries()]
        if not entries:
            return
        if chance.random() < 0.7:
            self.attempt(lambda: put_back(self.file, chance.choice(entries)))
            return
        before = model.trail(self.path, self.file._key)["steps"]
        self.is_stepping_back = True
        self.file.delete_for_good(entries)
        self.is_stepping_back = False
        assert model.rows(self.file) == self.now, "emptying the bin changed a record"
        left = model.trail(self.path, self.file._key)["steps"]
        assert left == before[len(before) - len(left) :], "the oldest steps go first"
        back = sum(step[-1] for step in left)
        self.done = self.done[max(0, len(self.done) - (len(left) - back)) :] if len(left) > back else []
        self.undone = self.undone[:back]

    # -- money

    @rule(pence=PENCE, chance=CHANCE)
    def new_payment(self, pence: int, chance: Any) -> None:
        person, workshop = self.some(Person, chance), self.some(Workshop, chance)
        if person is None or workshop is None:
            return
        given = {"offered": Money(pence), "offered_on": DAY} if chance.random() < 0.7 else {}
        before = model.sums(model.amounts(self.file))
        if self.attempt(lambda: resourcing.add_payment(self.file, workshop.id, person.id, kind=PaymentKind.FEE, **given)):
            after = model.sums(model.amounts(self.file))
            assert after == {**before, "offered": before["offered"] + (pence if given else 0)}

    @rule(
        moves=st.lists(
            st.sampled_from(["offer", "claim", "approve", *["mark_paid"] * 3, "send_back", "accept", "decline", "cancel"]), max_size=5
        ),
        pence=PENCE,
        whole=st.booleans(),
        chance=CHANCE,
    )
    def move_a_payment(self, moves: list[str], pence: int, whole: bool, chance: Any) -> None:
        line = self.some(Payment, chance)
        for move in moves if line is not None else ():
            self.move(
                line.id, move, None if whole and move not in ("offer", "claim") else Money(1 + pence // 9 if move == "mark_paid" else pence)
            )

    def move(self, line_id: str, move: str, amount: Money | None) -> None:
        """One move; afterwards only this line differs, and as the plain reading of the move says."""
        words: dict[str, dict[str, Any]] = {
            "cancel": {"reason": "Typed twice"},
            "send_back": {"reason": "No ticket", "on": LATER},
            **{plain: {"on": LATER} for plain in ("accept", "decline")},
        }
        before, said = model.amounts(self.file), words.get(move, {"on": LATER, "amount": amount})
        if self.attempt(lambda: getattr(resourcing, move)(self.file, line_id, **said)):
            after = model.amounts(self.file)
            wanted = {**before, line_id: model.after_move(before[line_id], move, amount)}
            assert after == wanted, f"{move} of {amount} made {after[line_id]} of {before[line_id]}"

    # -- back and forth

    def step(self, act: Callable[[], Any]) -> str:
        self.is_stepping_back = True
        try:
            return str(act().label)
        finally:
            self.is_stepping_back = False

    @precondition(lambda self: self.done)
    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _each in range(min(times, len(self.done))):
            step = self.done.pop()
            assert self.step(self.file.undo) == step.label
            assert model.rows(self.file) == step.before, f"undo of “{step.label}” left other rows than before it"
            self.undone.append(step)
            self.now = step.before

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step = self.undone.pop()
        assert self.step(self.file.redo) == step.label
        assert model.rows(self.file) == step.after, f"redo of “{step.label}” left other rows than after it"
        self.done.append(step)
        self.now = step.after

    @precondition(lambda self: self.done)
    @rule(chance=CHANCE)
    def undo_one_alone(self, chance: Any) -> None:
        kept = [line for line in self.file.steps() if line.is_kept]
        if kept:
            self.attempt(lambda: self.file.undo_alone(chance.choice(kept).number))

    @rule()
    def close_and_open(self) -> None:
        self.file.close()
        self.open()
        self.let_go()

    # -- files

    @rule(chance=CHANCE, how=st.sampled_from(["whole", "whole", "stopped", "late", "wrong"]), ending=NAMES)
    def bring_in_a_table(self, chance: Any, how: str, ending: str) -> None:
        """New people and known ones. `stopped` half way; `late`, when somebody in it was deleted since it was read; `wrong` in one row."""
        with self.file.read() as reading:
            known = [person.id for person in reading.all(Person) if person.id not in self.forgotten]
        name = self.fresh_name(ending)
        lines = [
            (f"N{self.number}", name, ""),
            *((one, "", f"Choir {self.number}") for one in known[:3]),
            *[("X1", "", "")] * (how == "wrong"),
        ]
        table = self.folder / f"{self.number}" / "people.csv"
        table.parent.mkdir()
        with table.open("w", newline="", encoding="utf-8") as text:
            csv.writer(text).writerows([("person_id", "name", "group"), *lines])
        plan = plan_import(self.file, read_workbook(table))
        if how == "late" and known:
            self.attempt(lambda: people.delete_person(self.file, known[-1] if len(known) < 3 else known[2]))
        before = len(self.done)
        done = self.attempt(lambda: interchange.bring_in(self.file, plan, progress=_stop if how == "stopped" else _go_on))
        assert not (done and how in ("stopped", "wrong"))
        assert len(self.done) - before == done, "an import is one step"

    @precondition(lambda self: self.exports < 2)
    @rule(as_workbook=st.integers(0, 5).map(lambda number: number == 0))
    def export_and_bring_in_elsewhere(self, as_workbook: bool) -> None:
        self.number, self.exports = self.number + 1, self.exports + 1
        nouns = {kind: list(found) for kind, found in model.all_nouns(self.file).items()}
        out = self.folder / f"out {self.number}{'.xlsx' if as_workbook else ''}"
        (write_workbook if as_workbook else write_csv_folder)(nouns, out)
        with WorkspaceFile.create(self.folder / f"{self.number}.coproduce") as other:
            interchange.bring_in(other, plan_import(other, read_workbook(out)))
            assert model.amounts(other) == model.amounts(self.file)
            assert model.all_figures(other) == model.all_figures(self.file)

    @precondition(lambda self: len(self.written) < 2)
    @rule()
    def write_a_workbook(self) -> None:
        self.number += 1
        self.written.append(self.folder / f"written {self.number}")
        write_csv_folder(model.all_nouns(self.file), self.written[-1])

    @precondition(lambda self: self.written)
    @rule(chance=CHANCE)
    def bring_in_what_was_written_before(self, chance: Any) -> None:
        """Whoever was erased meanwhile is in it, and stays out."""
        plan = plan_import(self.file, read_workbook(chance.choice(self.written)), partial=True)
        self.attempt(lambda: interchange.bring_in(self.file, plan))
        with self.file.read() as reading:
            assert all(reading.find(Person, one) is None or reading.get(Person, one).name == "Erased person" for one in self.forgotten)

    @precondition(lambda self: len(self.copies) < 3)
    @rule()
    def back_up(self) -> None:
        made = self.file.backup()
        self.copies.append(Copy(made, self.passphrase, self.now, tuple(self.done), tuple(self.undone), self.lines))
        assert model.figures_of_copy(made, self.passphrase, self.folder) == model.all_figures(self.file)

    @precondition(lambda self: self.copies)
    @rule(chance=CHANCE)
    def restore(self, chance: Any) -> None:
        """A copy takes the place of the file, which is then opened as the program opens it."""
        copy = chance.choice(self.copies)
        self.file.close()
        backup.restore(self.path, copy.path, copy.passphrase)
        self.passphrase = copy.passphrase
        self.open()
        self.now, self.done, self.undone, self.lines = copy.rows, list(copy.done), list(copy.undone), copy.lines + 1
        self.let_go()
        assert model.rows(self.file) == self.now
        money = model.sums(model.amounts(self.file))
        self.is_stepping_back = True
        again = erasing.erase_again(self.file) + retention.clear_again(self.file)
        self.is_stepping_back = False
        if again:
            self.now, self.done, self.undone = model.rows(self.file), [], []
        assert model.sums(model.amounts(self.file)) == money

    @rule(chance=CHANCE)
    def erase(self, chance: Any) -> None:
        person = self.some(Person, chance)
        if person is None:
            return
        money, figures = model.amounts(self.file), model.all_figures(self.file)
        names = [name for name in (person.name, person.full_name) if name and name.startswith("Qz")]
        self.is_stepping_back = True
        erasing.erase_person(self.file, person.id)
        self.is_stepping_back = False
        self.now, self.done, self.undone = model.rows(self.file), [], []
        self.forgotten.setdefault(person.id, []).extend(names)
        assert model.amounts(self.file) == money
        assert model.all_figures(self.file) == figures

    @precondition(lambda self: self.protections < 1)
    @rule(new=PASSPHRASES | st.none())
    def protect(self, new: str | None) -> None:
        self.protections += 1
        self.file.close()
        protect_anew(self.path, self.passphrase, new)
        self.passphrase = new
        self.open()
        self.let_go()


def _go_on(_done: int, _of: int) -> None:
    """Nobody stops it."""


def _stop(done: int, of: int) -> None:
    if done == of:
        raise Cancelled("enough")
