"""Any sequence of work, undo, redo, closing, backing up and restoring leaves what a plain dictionary says it should."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.storage import backup
from coproduce.storage.checks import check_file
from coproduce.storage.queries.record_code import check_code
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import DAY

IDS = st.sampled_from(["0", "00", "1", "é", "a;b", "'", "2"])
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6).map(lambda text: text.encode().decode())


class Story(RuleBasedStateMachine):
    """`people` and `workshops` are what should be stored; `done` and `undone` what should lie on the stacks."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "story.coproduce"
        self.workspace = WorkspaceFile.create(self.path)
        self.heard, self.copies, self.number = [], [], 0
        self.state = ({}, {})
        self.done, self.undone = [], []
        with self.workspace.work("Begin") as work:
            work.add(Project("P", "Project"))
        self.done.append(("Begin", None))
        self.workspace.subscribe(self.heard.append)

    def teardown(self):
        checked = check_code(self.workspace, "")
        self.workspace.close()
        check_file(self.path)
        assert checked.agrees, checked.lines
        shutil.rmtree(self.folder)

    def after(self, people, workshops, work):
        if work.changes.touched:
            self.done.append((work.changes.label, self.state))
            self.undone.clear()
        self.state = (people, workshops)

    def label(self):
        self.number += 1
        return f"Work {self.number}"

    @rule(one=IDS, name=NAMES, many=st.booleans())
    def add_person(self, one, name, many):
        people, workshops = self.state
        try:
            with self.workspace.work(self.label()) as work:
                work.add_all([Person(one, name)]) if many else work.add(Person(one, name))
        except Refused:
            assert one in people
        else:
            assert one not in people
            self.after({**people, one: name}, workshops, work)

    @rule(one=IDS)
    def add_workshop(self, one):
        people, workshops = self.state
        if one in workshops:
            return
        with self.workspace.work(self.label()) as work:
            work.add(Workshop(one, "P", "title", DAY))
        self.after(people, {**workshops, one: "title"}, work)

    @precondition(lambda self: self.state[0])
    @rule(data=st.data(), name=NAMES)
    def rename(self, data, name):
        people, workshops = self.state
        one = data.draw(st.sampled_from(sorted(people)))
        with self.workspace.work(self.label()) as work:
            work.get(Person, one).name = name
        self.after({**people, one: name}, workshops, work)

    @precondition(lambda self: self.state[0])
    @rule(data=st.data(), fails=st.booleans())
    def remove_and_rename_all(self, data, fails):
        people, workshops = self.state
        one = data.draw(st.sampled_from(sorted(people)))
        try:
            with self.workspace.work(self.label()) as work:
                work.delete(work.get(Person, one))
                for person in work.all(Person):
                    person.name += "!"
                for workshop in work.all(Workshop):
                    workshop.title += "!"
                if fails:
                    work.get(Person, "nobody")
        except Refused:
            assert fails
        else:
            left = {other: f"{name}!" for other, name in people.items() if other != one}
            self.after(left, {other: f"{title}!" for other, title in workshops.items()}, work)

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self):
        label, before = self.done.pop()
        assert self.workspace.undo().label == label
        self.undone.append((label, self.state))
        self.state = before

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        label, after = self.undone.pop()
        assert self.workspace.redo().label == label
        self.done.append((label, self.state))
        self.state = after

    @rule()
    def close_and_open(self):
        self.workspace.close()
        self.workspace = WorkspaceFile.open(self.path)
        self.workspace.subscribe(self.heard.append)

    @precondition(lambda self: len(self.copies) < 3)
    @rule()
    def back_up(self):
        self.copies.append((self.workspace.backup(), self.state, list(self.done), list(self.undone)))

    @precondition(lambda self: self.copies)
    @rule(data=st.data())
    def restore(self, data):
        copy, state, done, undone = data.draw(st.sampled_from(self.copies))
        self.workspace.close()
        backup.restore(self.path, copy)
        self.state, self.done, self.undone = state, list(done), list(undone)
        self.workspace = WorkspaceFile.open(self.path)

    @invariant()
    def what_is_stored_is_what_should_be(self):
        people, workshops = self.state
        with self.workspace.read() as reading:
            assert {one.id: one.name for one in reading.all(Person)} == {one: name_as_kept(name) for one, name in people.items()}
            assert {one.id: one.title for one in reading.bare(Workshop)} == workshops

    @invariant()
    def the_stacks_are_what_they_should_be(self):
        assert self.workspace.undo_label == self.done[-1][0]
        assert self.workspace.redo_label == (self.undone[-1][0] if self.undone else None)


def name_as_kept(name):
    from coproduce.storage.column_types import clean

    return clean(name)


@pytest.mark.slow
def test_any_story_comes_out_as_it_should():
    few = settings(max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Story, settings=few)
