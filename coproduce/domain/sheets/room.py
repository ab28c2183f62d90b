"""The sheets about the room: what was said, who spoke, how people judged it, and equality counts."""

from __future__ import annotations

from coproduce.domain.codes import Answer, Capacity, GivenBy, SaidAs, YesNo, YesPartlyNo
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.room import Contribution, Turns, Verdict
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.workshops import Workshop

_OPEN, _PERSONAL, _SPECIAL = Privacy.NONE, Privacy.PERSONAL, Privacy.SPECIAL

CONTRIBUTIONS = Sheet(
    "Contributions",
    Contribution,
    "What people said, in their words, and what came of it.",
    (
        Column("contribution_id", Kind.ID, _OPEN, "A short name of your own, such as C-07. No two alike.", "id", required=True),
        Column("workshop_id", Kind.PARENT, _OPEN, "Where it was said.", required=True, parent=Workshop),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who said it, if they wish it kept.", parent=Person),
        Column("capacity", Kind.CODE, _SPECIAL, "In what capacity it was said.", codes=Capacity),
        Column("said_as", Kind.CODE, _OPEN, "How it may be quoted: their choice.", codes=SaidAs),
        Column("words", Kind.TEXT, _PERSONAL, "What they said, in their words.", required=True),
        Column("theme", Kind.TEXT, _OPEN, "A short heading to group it under."),
        Column("part", Kind.TEXT, _OPEN, "The part of the day it was said in, by its title."),
        Column("answer", Kind.CODE, _OPEN, "What was done with it.", codes=Answer),
        Column("answered_on", Kind.DATE, _OPEN, "The day that was settled."),
        Column("reason", Kind.TEXT, _OPEN, "Why. Needed where the answer is no, or only part."),
        Column("told_on", Kind.DATE, _OPEN, "The day people were told."),
        Column("told_how", Kind.TEXT, _OPEN, "How they were told, such as letter."),
        Column("made_a_difference", Kind.CODE, _PERSONAL, "Do they think it made a difference?", codes=YesPartlyNo),
        Column("difference_asked_on", Kind.DATE, _OPEN, "The day they were asked whether it made a difference."),
    ),
    key=("id",),
    once=True,
)

TURNS = Sheet(
    "Turns",
    Turns,
    "How often people spoke: one row for each person, or one for each group.",
    (
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop.", required=True, parent=Workshop),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who spoke. Leave blank on a row for a group.", parent=Person),
        Column("capacity", Kind.CODE, _SPECIAL, "The group that spoke. Not used where the row names a person.", codes=Capacity),
        Column("turns", Kind.WHOLE, _PERSONAL, "How many times.", required=True),
        Column("runs_it", Kind.CODE, _OPEN, "Yes on the row of those who run the day: they are counted apart.", codes=YesNo),
    ),
    key=("workshop_id", "person_id", "capacity", "runs_it"),
)

VERDICTS = Sheet(
    "Verdicts",
    Verdict,
    "What people thought of a workshop: one row for each sheet handed in. No names.",
    (
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop.", required=True, parent=Workshop),
        Column("given_by", Kind.CODE, _OPEN, "Whether a participant or an organiser filled in the sheet.", required=True, codes=GivenBy),
        Column("voice", Kind.WHOLE, _PERSONAL, "Whose voice was heard, from 0 to 10.", highest=10),
        Column("ways", Kind.WHOLE, _PERSONAL, "How many ways there were to take part, from 0 to 10.", highest=10),
        Column("agenda", Kind.WHOLE, _PERSONAL, "Whose concerns set the agenda, from 0 to 10.", highest=10),
        Column("change", Kind.WHOLE, _PERSONAL, "How much the organisation is ready to change, from 0 to 10.", highest=10),
        Column("access_worked", Kind.CODE, _SPECIAL, "Did access work for them?", codes=YesPartlyNo),
        Column("had_influence", Kind.CODE, _PERSONAL, "Did they have influence?", codes=YesPartlyNo),
        Column("words", Kind.TEXT, _PERSONAL, "Anything they added, in their own words."),
    ),
)

EQUALITY = Sheet(
    "Equality",
    EqualityCount,
    "Equality monitoring for a whole project, as counts. Never a person.",
    (
        Column("project_id", Kind.PARENT, _OPEN, "The project.", required=True, parent=Project),
        Column("question", Kind.TEXT, _OPEN, "What was asked, such as ethnicity.", required=True),
        Column("answer", Kind.TEXT, _SPECIAL, "One of the answers people gave.", required=True),
        Column("count", Kind.WHOLE, _SPECIAL, "How many people gave it.", required=True),
    ),
    key=("project_id", "question", "answer"),
)
