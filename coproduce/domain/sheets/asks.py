"""The sheet about what was asked of other organisations."""

from __future__ import annotations

from coproduce.domain.asks import Ask
from coproduce.domain.codes import AskAnswer
from coproduce.domain.decisions import Decision
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet

_OPEN, _PERSONAL = Privacy.NONE, Privacy.PERSONAL

ASKS = Sheet(
    "Asks",
    Ask,
    "What you asked other organisations to do, and what they answered.",
    (
        Column("ask_id", Kind.ID, _OPEN, "A short name of your own, such as ASK-02. No two alike.", "id", required=True),
        Column("project_id", Kind.PARENT, _OPEN, "The project it comes from.", required=True, parent=Project),
        Column("words", Kind.TEXT, _PERSONAL, "What you ask them to do. Name nobody here.", required=True),
        Column("asked_of", Kind.TEXT, _OPEN, "The organisation you ask.", required=True),
        Column("contribution_id", Kind.PARENT, _OPEN, "What was said that it comes from, if anything.", parent=Contribution),
        Column("decision_id", Kind.PARENT, _OPEN, "The decision it comes from, if any.", parent=Decision),
        Column("asked_on", Kind.DATE, _OPEN, "The day you asked."),
        Column("answer", Kind.CODE, _OPEN, "What they answered. Leave blank while you wait.", codes=AskAnswer),
        Column("answered_on", Kind.DATE, _OPEN, "The day they answered."),
        Column("their_words", Kind.TEXT, _PERSONAL, "What they wrote or said, in their words."),
        Column("look_again_on", Kind.DATE, _OPEN, "The day you will ask again, or let it go."),
    ),
    key=("id",),
    once=True,
)
