"""The sheets of what is used again: methods and templates."""

from __future__ import annotations

from coproduce.domain.codes import BlockCategory, WorkshopFormat
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet

_OPEN = Privacy.NONE

METHODS = Sheet(
    "Methods",
    Method,
    "Ways to run a part of the day that you use again.",
    (
        Column("method_id", Kind.ID, _OPEN, "A short name of your own, such as M-01. No two alike.", "id", required=True),
        Column("title", Kind.TEXT, _OPEN, "What the method is called.", required=True),
        Column("minutes", Kind.WHOLE, _OPEN, "How long it usually takes, in whole minutes."),
        Column("longest_minutes", Kind.WHOLE, _OPEN, "How long it may take at most, in whole minutes."),
        Column("smallest_group", Kind.WHOLE, _OPEN, "How many people it needs."),
        Column("largest_group", Kind.WHOLE, _OPEN, "How many people it works for at most."),
        Column("category", Kind.CODE, _OPEN, "What it is for.", codes=BlockCategory),
        Column("purpose", Kind.TEXT, _OPEN, "What comes of it."),
        Column("steps", Kind.TEXT, _OPEN, "How it goes, step by step."),
        Column("participants_lead", Kind.TEXT, _OPEN, "How participants can lead it."),
        Column("access_notes", Kind.TEXT, _OPEN, "What to think of so that everybody can take part."),
        Column("materials", Kind.TEXT, _OPEN, "What it needs, with ; between."),
        Column("source", Kind.TEXT, _OPEN, "Where the method comes from."),
    ),
    key=("id",),
    once=True,
)

TEMPLATES = Sheet(
    "Templates",
    Template,
    "Whole days to begin from. No people, no dates, no money.",
    (
        Column("template_id", Kind.ID, _OPEN, "A short name of your own, such as T-01. No two alike.", "id", required=True),
        Column("title", Kind.TEXT, _OPEN, "What the template is called.", required=True),
        Column("about", Kind.TEXT, _OPEN, "When to use it."),
        Column("format", Kind.CODE, _OPEN, "In one room, online, or both at once.", codes=WorkshopFormat),
    ),
    key=("id",),
    once=True,
)

TEMPLATE_BLOCKS = Sheet(
    "Template blocks",
    TemplateBlock,
    "The parts of each template, in order.",
    (
        Column("template_id", Kind.PARENT, _OPEN, "The template it is part of.", required=True, parent=Template),
        Column("order", Kind.WHOLE, _OPEN, "1 for the first part of the day, 2 for the next.", required=True),
        Column("lane", Kind.TEXT, _OPEN, "A name for each of two or more parts that run side by side."),
        Column("title", Kind.TEXT, _OPEN, "What this part is called.", required=True),
        Column("minutes", Kind.WHOLE, _OPEN, "How long it lasts, in whole minutes.", required=True),
        Column("day", Kind.WHOLE, _OPEN, "1 for the first day, 2 for the next, 0 for before the day. Blank is the first."),
        Column("split", Kind.WHOLE, _OPEN, "A number that tells two splits apart that follow one another."),
        Column("category", Kind.CODE, _OPEN, "What this part is for.", codes=BlockCategory),
        Column("goal", Kind.TEXT, _OPEN, "What should come of it."),
        Column("materials", Kind.TEXT, _OPEN, "What it needs, with ; between."),
        Column("for_participants", Kind.TEXT, _OPEN, "Notes for participants."),
        Column("for_facilitators", Kind.TEXT, _OPEN, "Notes for facilitators."),
        Column("is_sensitive", Kind.YES_NO, _OPEN, "yes if it may touch on something painful."),
        Column("method", Kind.TEXT, _OPEN, "The method it follows."),
    ),
    key=("template_id", "order", "lane", "day"),
)
