"""The plan of one workshop, with everything its checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, CheckNote, Lane, LaneSeat, Paper
from coproduce.domain.checks import PlanScene
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.ids import PersonId
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting, settings_from
from coproduce.storage import tables
from coproduce.storage.queries.notice import notice_in
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_w, _c, _who, _o = tables.workshops.c, tables.contributions.c, tables.people.c, tables.options.c


@dataclass(frozen=True)
class PlanDetail:
    """A workshop's plan: the scene its checks are asked about, and what is known of its lanes and its checks."""

    scene: PlanScene
    lanes: tuple[Lane, ...]
    notes: tuple[CheckNote, ...]


def detail(workspace: WorkspaceFile, workshop_id: str, *, today: date) -> PlanDetail | None:
    """The plan of one workshop; None where it has gone. Parts come in the order of the day."""
    with workspace.read() as reading:
        workshop = reading.find(Workshop, workshop_id)
        if workshop is None:
            return None
        decisions = tuple(reading.all(Decision, workshop_id=workshop_id))
        blocks = sorted(reading.all(Block, workshop_id=workshop_id), key=lambda block: (block.day_number, block.order))
        scene = PlanScene(
            workshop=workshop,
            settings=settings_from(reading.bare(Setting)),
            today=today,
            blocks=tuple(blocks),
            attendances=tuple(reading.all(Attendance, workshop_id=workshop_id)),
            people=_people(reading, workshop_id, blocks),
            arrangements=tuple(reading.all(Arrangement, workshop_id=workshop_id)),
            papers=tuple(reading.all(Paper, workshop_id=workshop_id)),
            seats=tuple(reading.all(LaneSeat, workshop_id=workshop_id)),
            decisions=decisions,
            options=tuple(reading.bare(Option, _o.decision_id.in_([decision.id for decision in decisions]))),
            said_before=_said_before(reading, workshop),
            notice=notice_in(reading),
        )
        return PlanDetail(
            scene=scene,
            lanes=tuple(reading.all(Lane, workshop_id=workshop_id)),
            notes=tuple(reading.all(CheckNote, workshop_id=workshop_id)),
        )


def methods(workspace: WorkspaceFile) -> list[Method]:
    """The organisation's own methods, in the order they were kept."""
    with workspace.read() as reading:
        return reading.all(Method)


def templates(workspace: WorkspaceFile) -> list[tuple[Template, tuple[TemplateBlock, ...]]]:
    """The organisation's own templates with their parts."""
    with workspace.read() as reading:
        blocks = reading.all(TemplateBlock)
        return [(kept, tuple(block for block in blocks if block.template_id == kept.id)) for kept in reading.all(Template)]


def _people(reading: Reading, workshop_id: str, blocks: list[Block]) -> dict[PersonId, Person]:
    """Whoever the plan or its checks may name: on the list, leading a part, in a group, with a need or a paper."""
    named = (tables.attendances, tables.lane_seats, tables.arrangements, tables.papers)
    listed = sa.union(*(sa.select(one.c.person_id).where(one.c.workshop_id == workshop_id) for one in named))
    leading = {person for block in blocks for person in block.led_by}
    return {person.id: person for person in reading.bare(Person, sa.or_(_who.id.in_(listed), _who.id.in_(leading)))}


def _said_before(reading: Reading, workshop: Workshop) -> int:
    """How many things people said at earlier workshops of the project."""
    before = sa.select(sa.func.count()).join_from(tables.contributions, tables.workshops, _w.id == _c.workshop_id)
    return int(reading.rows(before.where(_w.project_id == workshop.project_id, _w.date < workshop.date))[0][0])
