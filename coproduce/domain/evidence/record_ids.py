"""How a record is named in evidence: by its id, or by what makes it one of a kind."""

from __future__ import annotations

from coproduce.domain.agenda import Block, Paper
from coproduce.domain.room import Attendance


def attendance_id(row: Attendance) -> str:
    """`workshop_id/person_id`."""
    return f"{row.workshop_id}/{row.person_id}"


def paper_id(paper: Paper) -> str:
    """`workshop_id/person_id/paper`."""
    return f"{paper.workshop_id}/{paper.person_id}/{paper.paper}"


def block_id(block: Block) -> str:
    """`workshop_id/order`, with `/lane` where there is one."""
    name = f"{block.workshop_id}/{block.order}"
    return f"{name}/{block.lane}" if block.lane else name
