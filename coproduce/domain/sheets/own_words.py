"""The sheet of what the organisation says about a figure, in its own words."""

from __future__ import annotations

from coproduce.domain.own_words import OwnWords, Topic
from coproduce.domain.projects import Project
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet

_OPEN, _PERSONAL = Privacy.NONE, Privacy.PERSONAL

OWN_WORDS = Sheet(
    "Own words",
    OwnWords,
    "What you say about a figure or a part of the honesty page. Reports print it beside the figure, as your own words.",
    (
        Column("project_id", Kind.PARENT, _OPEN, "The project it is about.", required=True, parent=Project),
        Column("about", Kind.CODE, _OPEN, "The question, such as T3, or the part of the honesty page.", required=True, codes=Topic),
        Column("words", Kind.TEXT, _PERSONAL, "What you say about it. Every copy prints it, so name nobody here.", required=True),
        Column("written_on", Kind.DATE, _OPEN, "The day you wrote it. Reports of an earlier day leave it out.", required=True),
        Column("written_by", Kind.TEXT, _PERSONAL, "Who wrote it. It is never printed."),
    ),
    key=("project_id", "about"),
    once=True,
)
