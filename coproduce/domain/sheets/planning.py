"""The sheets that say what is planned: settings, rates, projects, workshops and their blocks."""

from __future__ import annotations

from coproduce.domain.agenda import Block
from coproduce.domain.codes import AtInvitation, BlockCategory, LevelFramework, RateShape, Stage, WorkshopFormat, WorkshopState
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Rate
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting

_OPEN, _PERSONAL = Privacy.NONE, Privacy.PERSONAL

WORKSPACE = Sheet(
    "Workspace",
    Setting,
    "What your organisation decides once for all its projects: one setting on each row.",
    (
        Column("setting", Kind.ID, _OPEN, "The name of the setting, such as payment_promise_days.", "id", required=True),
        Column("value", Kind.TEXT, _OPEN, "What it is set to. Leave it out to keep the usual value."),
    ),
    key=("id",),
    once=True,
)

RATES = Sheet(
    "Rates",
    Rate,
    "What you pay people, from when to when, and where the figure comes from.",
    (
        Column("label", Kind.TEXT, _OPEN, "What you call this rate, such as Half day.", required=True),
        Column("shape", Kind.CODE, _OPEN, "What it pays for: an hour, a band, a task, a role, a mile.", required=True, codes=RateShape),
        Column("amount", Kind.MONEY, _OPEN, "How much, such as 12.60.", required=True),
        Column("valid_from", Kind.DATE, _OPEN, "The first day it holds.", required=True),
        Column("valid_to", Kind.DATE, _OPEN, "The last day it holds. Leave blank while it still does."),
        Column("region", Kind.TEXT, _OPEN, "Only for this region. Leave blank if it holds everywhere."),
        Column("source", Kind.TEXT, _OPEN, "Who published the figure."),
        Column("is_floor", Kind.YES_NO, _OPEN, "yes if nobody should be paid less than this."),
    ),
    key=("label", "valid_from", "region"),
)

PROJECTS = Sheet(
    "Projects",
    Project,
    "The pieces of work that people shape together.",
    (
        Column("project_id", Kind.ID, _OPEN, "A short name of your own, such as P-01. No two alike.", "id", required=True),
        Column("title", Kind.TEXT, _OPEN, "What the project is called.", required=True),
        Column("purpose", Kind.TEXT, _OPEN, "What it is for, in plain words."),
        Column("open_to_change", Kind.TEXT, _OPEN, "What people can still change."),
        Column("not_open", Kind.TEXT, _OPEN, "What is already settled and cannot change."),
        Column("level_framework", Kind.CODE, _OPEN, "Whose ladder of participation you use.", codes=LevelFramework),
        Column("intended_level", Kind.TEXT, _OPEN, "The step of that ladder you mean to reach, in its own words."),
        Column("stages_run", Kind.CODES, _OPEN, "The stages this project has, with ; between them.", codes=Stage),
        Column("partners", Kind.TEXT, _OPEN, "Other organisations that share the project."),
        Column("starts_on", Kind.DATE, _OPEN, "The first day of the project."),
        Column("ends_on", Kind.DATE, _OPEN, "The last day of the project."),
    ),
    key=("id",),
    once=True,
)

WORKSHOPS = Sheet(
    "Workshops",
    Workshop,
    "The days people meet.",
    (
        Column("workshop_id", Kind.ID, _OPEN, "A short name of your own, such as W-03. No two alike.", "id", required=True),
        Column("project_id", Kind.PARENT, _OPEN, "The project it belongs to, as on the Projects sheet.", required=True, parent=Project),
        Column("title", Kind.TEXT, _OPEN, "What the workshop is called.", required=True),
        Column("date", Kind.DATE, _OPEN, "The day it is held.", required=True),
        Column("starts_at", Kind.TIME, _OPEN, "When it starts, such as 09:30."),
        Column("venue", Kind.TEXT, _OPEN, "Where people meet, or the link."),
        Column("format", Kind.CODE, _OPEN, "In one room, online, or both at once.", codes=WorkshopFormat),
        Column("stages", Kind.CODES, _OPEN, "The stages of the project it is part of, with ; between them.", codes=Stage),
        Column("state", Kind.CODE, _OPEN, "Where it has got to. Only held and closed workshops count as evidence.", codes=WorkshopState),
        Column("invited_on", Kind.DATE, _OPEN, "The day people were invited."),
        Column("adjustments_by", Kind.DATE, _OPEN, "The day you promised that access would be arranged by."),
        Column("feedback_promised_by", Kind.DATE, _OPEN, "The day you promised that people would hear what came of it."),
        Column("headcount", Kind.WHOLE, _OPEN, "How many were in the room, if somebody counted."),
        Column("cancelled_reason", Kind.TEXT, _OPEN, "Why it was cancelled, if it was."),
        Column("expected", Kind.WHOLE, _OPEN, "How many people are looked for."),
        Column("room_capacity", Kind.WHOLE, _OPEN, "How many people the room holds."),
        Column("online_link", Kind.TEXT, _PERSONAL, "The link for people who join online."),
        Column("online_part", Kind.TEXT, _OPEN, "How people who join online take part."),
        Column("supporter", Kind.TEXT, _PERSONAL, "Who looks after people on the day, by name."),
        Column("quiet_room", Kind.TEXT, _OPEN, "Where somebody can be by themselves."),
        Column("stop_signal", Kind.TEXT, _OPEN, "How anybody can stop what is going on."),
        Column("content_notes_on", Kind.DATE, _OPEN, "The day people were told what may be hard to hear."),
        Column("debrief", Kind.TEXT, _PERSONAL, "When and with whom people can talk afterwards."),
        Column("follow_ups_owed", Kind.WHOLE, _PERSONAL, "How many follow-ups after distress are owed. A count, never what it was."),
        Column("follow_ups_done", Kind.WHOLE, _PERSONAL, "How many of them are done."),
        Column("voice_agreed", Kind.YES_NO, _OPEN, "yes if people agreed that turns are counted."),
    ),
    key=("id",),
    once=True,
)

BLOCKS = Sheet(
    "Blocks",
    Block,
    "The parts of each day, in order. Blocks with the same order and different lanes run side by side.",
    (
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop it is part of.", required=True, parent=Workshop),
        Column("order", Kind.WHOLE, _OPEN, "1 for the first part of the day, 2 for the next.", required=True),
        Column("lane", Kind.TEXT, _OPEN, "A name for each of two or more blocks that run side by side."),
        Column("title", Kind.TEXT, _OPEN, "What this part is called.", required=True),
        Column("minutes", Kind.WHOLE, _OPEN, "How long it lasts, in whole minutes.", required=True),
        Column("pinned_start", Kind.TIME, _OPEN, "When it must start, if it must, such as 13:00."),
        Column("category", Kind.CODE, _OPEN, "What this part is for.", codes=BlockCategory),
        Column("led_by", Kind.PARENTS, _PERSONAL, "The person_id of whoever leads it, with ; between several.", parent=Person),
        Column("proposed_by", Kind.PROPOSER, _PERSONAL, "The person_id of whoever asked for it, or organiser.", parent=Person),
        Column("at_invitation", Kind.CODE, _OPEN, "How open the question was on the day people were invited.", codes=AtInvitation),
        Column("day", Kind.WHOLE, _OPEN, "1 for the first day, 2 for the next, 0 for before the day. Blank is the first."),
        Column("split", Kind.WHOLE, _OPEN, "A number that tells two splits apart that follow one another."),
        Column("goal", Kind.TEXT, _OPEN, "What should come of it."),
        Column("materials", Kind.TEXT, _OPEN, "What it needs, with ; between."),
        Column("for_participants", Kind.TEXT, _OPEN, "Notes that participants get."),
        Column("for_facilitators", Kind.TEXT, _PERSONAL, "Notes for whoever runs it."),
        Column("is_sensitive", Kind.YES_NO, _OPEN, "yes if it may touch on something painful."),
        Column("method", Kind.TEXT, _OPEN, "The method it follows."),
        Column("locked_on", Kind.DATE, _OPEN, "The day people were invited, from which how open it was is fixed."),
        Column("changed_after_on", Kind.DATE, _OPEN, "The day that was changed after the invitation."),
        Column("began_at", Kind.TIME, _OPEN, "When it began on the day."),
        Column("ended_at", Kind.TIME, _OPEN, "When it ended on the day."),
        Column("extra_minutes", Kind.WHOLE, _OPEN, "Minutes added on the day."),
    ),
    key=("workshop_id", "order", "lane", "day"),
)
