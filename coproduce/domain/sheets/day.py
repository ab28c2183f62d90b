"""The sheets about the lanes of a day, what is known of its checks, and what came of looking back."""

from __future__ import annotations

from coproduce.domain.agenda import CheckNote, Lane, LaneSeat
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.people import Person
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.workshops import Workshop

_OPEN, _PERSONAL, _SPECIAL = Privacy.NONE, Privacy.PERSONAL, Privacy.SPECIAL


def _workshop(help_line: str = "The workshop.") -> Column:
    return Column("workshop_id", Kind.PARENT, _OPEN, help_line, required=True, parent=Workshop)


LANES = Sheet(
    "Lanes",
    Lane,
    "What is known about the lanes of a workshop: where each meets, and which of them is a caucus.",
    (
        _workshop(),
        Column("lane", Kind.TEXT, _OPEN, "The name of the lane, as on the Blocks sheet.", required=True),
        Column("place", Kind.TEXT, _OPEN, "Where it meets."),
        Column("is_caucus", Kind.YES_NO, _OPEN, "yes if people with something in common meet apart here."),
        Column("purpose", Kind.TEXT, _OPEN, "What meeting apart is for."),
        Column("facilitator_id", Kind.PARENT, _PERSONAL, "The person_id of whoever facilitates it.", parent=Person),
        Column("agreed_to_share", Kind.TEXT, _SPECIAL, "What the group agreed to share with the others."),
    ),
    key=("workshop_id", "lane"),
    once=True,
)

LANE_SEATS = Sheet(
    "Lane people",
    LaneSeat,
    "Who is in which lane. It never leaves the organisation: being in a caucus can give somebody away.",
    (
        _workshop(),
        Column("lane", Kind.TEXT, _SPECIAL, "The name of the lane.", required=True),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who is in it.", required=True, parent=Person),
    ),
    key=("workshop_id", "person_id"),
    once=True,
)

CHECK_NOTES = Sheet(
    "Known",
    CheckNote,
    "What the checks of a plan found and you left on purpose, and why.",
    (
        _workshop(),
        Column("check_key", Kind.TEXT, _OPEN, "Which check, as the program names it.", required=True),
        Column("because", Kind.TEXT, _PERSONAL, "Why it is all right.", required=True),
        Column("noted_on", Kind.DATE, _OPEN, "The day you said so."),
    ),
    key=("workshop_id", "check_key"),
    once=True,
)

REFLECTIONS = Sheet(
    "Reflections",
    Reflection,
    "What the team saw when it looked back on a workshop.",
    (
        _workshop(),
        Column("prompt", Kind.TEXT, _OPEN, "The question, as the program names it, or one of your own.", required=True),
        Column("words", Kind.TEXT, _PERSONAL, "What was seen.", required=True),
        Column("by", Kind.TEXT, _PERSONAL, "Who wrote it down."),
        Column("look_again_on", Kind.DATE, _OPEN, "The day you come back to it."),
    ),
    key=("workshop_id", "prompt"),
    once=True,
)

PROMISES = Sheet(
    "Promises",
    Promise,
    "What people were promised at a workshop.",
    (
        _workshop(),
        Column("words", Kind.TEXT, _PERSONAL, "What was promised.", required=True),
        Column("owner", Kind.TEXT, _PERSONAL, "Who sees to it."),
        Column("due_on", Kind.DATE, _OPEN, "By when."),
        Column("kept_on", Kind.DATE, _OPEN, "The day it was kept."),
    ),
    key=("workshop_id", "words"),
)
