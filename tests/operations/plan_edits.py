"""Random edits of a stored plan beside a plain list of lengths; the undo stack then takes each back, exactly."""

from __future__ import annotations

import random
from datetime import date, time

from coproduce.domain import plan as shape_of
from coproduce.domain.agenda import Block
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.domain.projects import Project
from coproduce.domain.timetable import timetable
from coproduce.domain.workshops import Workshop
from coproduce.operations import agenda, plan
from tests.domain.test_plan import starts_of

W = WorkshopId("W")
BEGIN = [10, 20, 15, 30, 45, 15, 60, 10, 20, 25, 30, 15, 45, 20, 10, 30, 15, 20, 25, 10]
"""Twenty blocks. The second and the tenth are split before the edits begin."""
KEPT = 150
"""Fewer steps than the undo stack keeps; after so many edits all of them are taken back and done again."""


class PlanEdits:
    """A stored plan and its plain list. `edit` does one thing at random to both."""

    def __init__(self, file, seed):
        self.file, self.chance = file, random.Random(seed)
        with file.work("Begin") as work:
            work.add_all([Project(ProjectId("P"), "Project"), Workshop(W, ProjectId("P"), "One", date(2026, 3, 3), starts_at=time(9))])
        with file.work("Plan") as work:
            work.add_all([Block(W, place, f"Part {place}", minutes) for place, minutes in enumerate(BEGIN, 1)])
        self.model = list(BEGIN)
        for place in (9, 1):
            self._split(self.rows()[place], place)

    def rows(self):
        return shape_of.rows_of(self.blocks(), 1)

    def blocks(self):
        with self.file.read() as reading:
            return reading.all(Block, workshop_id=W)

    def agree(self):
        """Every start, as the program works it out and as the plain list does."""
        timed = timetable(self.blocks(), time(9)).timed
        assert [(each.start, each.block.minutes) for each in timed] == starts_of(self.model)

    def stored(self):
        return sorted((b.id, b.day, b.order, b.lane, b.split, b.title, b.minutes) for b in self.blocks())

    def edit(self):
        """One thing that a person can do; False where it changed nothing, so that nothing is to be undone."""
        rows = self.rows()
        number = self.chance.randrange(len(rows))
        row = rows[number]
        how = self.chance.choice([self._longer, self._step, self._split, self._join, self._add, self._remove])
        return how(row, number)

    def _longer(self, row, number):
        minutes = self.chance.choice([0, 5, 10, 35, 90])
        lane = self.chance.randrange(len(row.lanes)) if row.is_split else 0
        chain = row.lanes[lane].blocks if row.is_split else row.blocks
        place = self.chance.randrange(len(chain))
        if chain[place].minutes == minutes:
            return False
        plan.set_length(self.file, chain[place].id, minutes=minutes)
        if row.is_split:
            self.model[number][lane][place] = minutes
        else:
            self.model[number] = minutes
        return True

    def _step(self, row, number):
        by = self.chance.choice([-1, 1])
        if row.is_split or not 0 <= number + by < len(self.model):
            return False
        plan.step_part(self.file, row.block.id, by=by)
        self.model.insert(number + by, self.model.pop(number))
        return True

    def _split(self, row, number):
        if row.is_split:
            return False
        plan.split_part(self.file, row.block.id, lanes=["A", "B", "C"])
        self.model[number] = [[row.block.minutes] for _lane in range(3)]
        return True

    def _join(self, row, number):
        if not row.is_split:
            return False
        plan.join_lanes(self.file, row.blocks[0].id)
        self.model[number : number + 1] = [minutes for lane in self.model[number] for minutes in lane]
        return True

    def _add(self, row, number):
        if len(self.model) > 24:
            return False
        plan.add_part(self.file, W, title="New", minutes=7, after=row.blocks[-1].id)
        self.model.insert(number + 1, 7)
        return True

    def _remove(self, row, number):
        if row.is_split or len(self.model) < 12:
            return False
        agenda.delete_block(self.file, row.block.id)
        del self.model[number]
        return True


def make_edits(file, seed, count):
    """So many edits, each agreed with the plain list; every 150 of them are taken back one by one and done again."""
    story = PlanEdits(file, seed)
    done = 0
    while done < count:
        before = [story.stored()]
        while len(before) <= min(KEPT, count - done):
            if story.edit():
                story.agree()
                before.append(story.stored())
        done += len(before) - 1
        for wanted in reversed(before[:-1]):
            file.undo()
            assert story.stored() == wanted
        for wanted in before[1:]:
            file.redo()
            assert story.stored() == wanted
    return done
