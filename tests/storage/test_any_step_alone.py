"""Whatever was done, taking one step back alone gives exactly the state without that step, or names what leans on it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from coproduce.domain.agenda import Block
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.storage.checks import check_file
from coproduce.storage.queries.record_code import check_code
from coproduce.storage.steps import StepState
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import DAY, stored

IDS = st.sampled_from("123")
TABLES = {"people": "Person", "attendances": "Attendance", "blocks": "Block"}


class Done:
    """A step as the test knows it: each row it touched as it left it, and the step it took back alone, if it did."""

    def __init__(self, label, before, after, target=None):
        self.label, self.target = label, target
        self.rows = {key: after.get(key) for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        self.old = {key: before.get(key) for key in self.rows}


class Alone(RuleBasedStateMachine):
    """`done` and `undone` are the stacks as they should be."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = WorkspaceFile.create(self.folder / "alone.coproduce")
        with self.file.work("Begin") as work:
            work.add_all([Project("P", "Project"), Workshop("1", "P", "One", DAY), Workshop("2", "P", "Two", DAY)])
        self.start = self.now()
        self.done, self.undone, self.number = [], [], 0

    def teardown(self):
        checked = check_code(self.file, "")
        self.file.close()
        check_file(self.file.path)
        assert checked.agrees, checked.lines
        shutil.rmtree(self.folder)

    def now(self):
        return {(table, row[0]): row for table, rows in stored(self.file.path).items() if table in TABLES for row in rows}

    def counting(self, done):
        """The steps that count: a step that was taken back alone and the one that took it back cancel each other."""
        out = set()
        for step in reversed(done):
            if step.target is not None and step not in out:
                out |= {step, step.target}
        return [step for step in done if step not in out]

    def without(self, one):
        state = dict(self.start)
        for step in self.counting([other for other in self.done if other is not one]):
            state |= step.rows
        return {key: row for key, row in state.items() if row is not None}

    def do(self, act):
        self.number += 1
        before, label = self.now(), f"Step {self.number}"
        try:
            with self.file.work(label) as work:
                act(work)
        except Refused:
            return
        if work.changes.touched:
            self.done.append(Done(label, before, self.now()))
            self.undone.clear()

    @initialize(people=st.sets(IDS, min_size=1))
    def begin(self, people):
        for one in sorted(people):
            self.do(lambda work, one=one: work.add(Person(one, "Name")))

    @rule(one=IDS)
    def add_person(self, one):
        self.do(lambda work: work.add(Person(one, "Name")))

    @rule(one=IDS, name=st.sampled_from("ABC"))
    def rename(self, one, name):
        self.do(lambda work: setattr(work.get(Person, one), "name", name))

    @rule(one=IDS, workshop=st.sampled_from("12"), row=IDS)
    def invite(self, one, workshop, row):
        self.do(lambda work: work.add(Attendance(workshop, one, id=row)))

    @rule(row=IDS)
    def take_off_the_list(self, row):
        self.do(lambda work: work.delete(work.get(Attendance, row)))

    @rule(one=IDS, row=IDS)
    def plan(self, one, row):
        def act(work):
            work.get(Person, one)
            work.add(Block("1", 1, "Part", 10, led_by=(one,), id=row))

        self.do(act)

    @rule(one=IDS)
    def remove_person(self, one):
        def act(work):
            for row in work.all(Attendance, person_id=one):
                work.delete(row)
            for block in work.all(Block):
                block.led_by = tuple(other for other in block.led_by if other != one)
            work.delete(work.get(Person, one))

        self.do(act)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        assert self.file.undo().label == self.done[-1].label
        self.undone.append(self.done.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        assert self.file.redo().label == self.undone[-1].label
        self.done.append(self.undone.pop())

    @precondition(lambda self: len(self.done) > 1)
    @rule(data=st.data())
    def undo_back(self, data):
        place = data.draw(st.integers(0, len(self.done) - 2))
        self.file.undo_back_to(self.listed(self.done[place]).number)
        while len(self.done) > place + 1:
            self.undone.append(self.done.pop())

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def undo_alone(self, data):
        self.take_back(data.draw(st.sampled_from(self.done), label="step"))

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def undo_alone_with_all_that_leans_on_it(self, data):
        wanted = data.draw(st.sampled_from(self.done), label="step")
        for _turn in range(100):
            if not self.is_there(wanted):
                break
            self.take_back(self.to_go_first(wanted))
        assert not self.is_there(wanted)

    def is_there(self, step):
        return self.listed(step).state is StepState.STANDS

    def leaning(self, step):
        """By its place among the lines that stand, since labels may come twice."""
        done = {line.number: other for line, other in zip(self.standing(), reversed(self.done), strict=True)}
        return [done[other.number] for other in self.file.dependants(self.listed(step).number)]

    def to_go_first(self, step):
        """The step itself, or the newest that leans on it, or on that one, and so on: one that nothing leans on."""
        leaning = self.leaning(step)
        while leaning:
            step = leaning[0]
            leaning = self.leaning(step)
        return step

    def listed(self, step):
        return self.standing()[len(self.done) - 1 - self.done.index(step)]

    def standing(self):
        """The lines of what was done and stands, newest first."""
        return [line for line in self.file.steps() if line.is_kept and line.label not in ("Begin", "New workspace")]

    def take_back(self, step):
        before = self.now()
        if not self.is_there(step):
            with pytest.raises(Refused, match="undone already"):
                self.file.undo_alone(self.listed(step).number)
            return
        leaning, wanted = self.leaning(step), self.without(step)
        if leaning:
            with pytest.raises(Refused, match=f"“{leaning[0].label}”"):
                self.file.undo_alone(self.listed(step).number)
            assert self.now() == before
            counting = self.counting(self.done)
            for other in leaning:
                assert self.done.index(other) > self.done.index(step)
                assert other.rows.keys() & step.rows.keys() or links(other, step), (other.label, step.label)
            assert not any(other.rows.keys() & step.rows.keys() for other in after(counting, step) if other not in leaning)
            return
        changes = self.file.undo_alone(self.listed(step).number)
        assert self.now() == wanted
        self.done.append(Done(changes.label, before, wanted, step))
        self.undone.clear()

    @invariant()
    def what_stands_in_the_list_is_what_counts(self):
        listed = [line for line in self.file.steps() if line.is_kept and line.label != "Begin"]
        assert [line.label for line in listed] == [step.label for step in reversed(self.done)]
        targets = set()
        for step in reversed(self.done):
            if step.target is not None and step not in targets:
                targets.add(step.target)
        assert [line.state is StepState.UNDONE for line in listed] == [step in targets for step in reversed(self.done)]


def after(steps, step):
    return steps[steps.index(step) + 1 :] if step in steps else []


def links(other, step):
    """One of them has a record that the other's rows name, or both want the same place on a workshop's list."""
    mine, theirs = ([row for row in (*one.rows.values(), *one.old.values()) if row] for one in (step, other))
    named = {key[1] for key in (*step.rows, *other.rows) if key[0] == "people"}
    values = {str(value) for row in (*mine, *theirs) for value in row[1:]}
    return any(name in value for name in named for value in values) or bool({row[1:3] for row in mine} & {row[1:3] for row in theirs})


@pytest.mark.slow
def test_any_step_alone_is_taken_back_exactly_or_refused_with_reasons():
    many = settings(max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Alone, settings=many)
