"""The sheets about what belongs to a decision: what was counted, objections, advice, actions and earlier words."""

from __future__ import annotations

from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import ActionState, AskedAs, Capacity
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Decision
from coproduce.domain.objections import Objection
from coproduce.domain.people import Person
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet

_OPEN, _PERSONAL = Privacy.NONE, Privacy.PERSONAL


def _of_decision() -> Column:
    return Column("decision_id", Kind.PARENT, _OPEN, "The decision.", required=True, parent=Decision)


COUNTS = Sheet(
    "Counts",
    VoteCount,
    "How many gave an option, a hand or a score. Counts, never names.",
    (
        _of_decision(),
        Column("option", Kind.TEXT, _OPEN, "The option, as on the Options sheet. Blank for fist to five."),
        Column("value", Kind.WHOLE, _OPEN, "The hand (0 to 5) or the score. Blank for dots and votes."),
        Column("number", Kind.WHOLE, _OPEN, "How many gave it.", required=True),
        Column("capacity", Kind.CODE, _OPEN, "The group they belong to. Blank is everybody.", codes=Capacity),
        Column("round", Kind.WHOLE, _OPEN, "Which round, if there were several. The last one counts."),
    ),
    key=("decision_id", "option", "value", "capacity", "round"),
)

BALLOTS = Sheet(
    "Ballots",
    Ballots,
    "Ranked choices: how many ballots put the options in the same order.",
    (
        _of_decision(),
        Column("ranking", Kind.TEXT, _OPEN, "The options from first to last with > between them. Blank for empty ballots."),
        Column("number", Kind.WHOLE, _OPEN, "How many ballots say so.", required=True),
        Column("capacity", Kind.CODE, _OPEN, "The group they come from. Blank is everybody.", codes=Capacity),
    ),
    key=("decision_id", "ranking", "capacity"),
)

OBJECTIONS = Sheet(
    "Objections",
    Objection,
    "Why a proposal would do harm, and what was changed to meet it. No names.",
    (
        _of_decision(),
        Column("words", Kind.TEXT, _PERSONAL, "The reason, in their words.", required=True),
        Column("round", Kind.WHOLE, _OPEN, "In which round it was raised, from 1."),
        Column("integrated", Kind.YES_NO, _OPEN, "yes if the proposal was changed to meet it, no if it still stands."),
        Column("how", Kind.TEXT, _OPEN, "What was changed to meet it."),
    ),
)

ADVICE = Sheet(
    "Advice",
    Asked,
    "Who was asked for advice before a decision, and what they said.",
    (
        _of_decision(),
        Column("who", Kind.TEXT, _PERSONAL, "Who was asked, in words, if they are not on the People sheet."),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who was asked, if they are.", parent=Person),
        Column("asked_as", Kind.CODE, _OPEN, "Why they were asked.", codes=AskedAs),
        Column("said", Kind.TEXT, _PERSONAL, "What they said, in their words."),
        Column("asked_on", Kind.DATE, _OPEN, "The day they were asked."),
    ),
)

ACTIONS = Sheet(
    "Actions",
    Action,
    "What has to be done because of a decision.",
    (
        _of_decision(),
        Column("what", Kind.TEXT, _OPEN, "What has to be done.", required=True),
        Column("owner", Kind.TEXT, _PERSONAL, "Who will do it."),
        Column("due_on", Kind.DATE, _OPEN, "The day it should be done by."),
        Column("state", Kind.CODE, _OPEN, "Where it has got to.", codes=ActionState),
        Column("done_on", Kind.DATE, _OPEN, "The day it was done."),
        Column("note", Kind.TEXT, _PERSONAL, "A note for yourselves. No report prints it."),
    ),
    key=("decision_id", "what"),
)

VERSIONS = Sheet(
    "Versions",
    DecisionVersion,
    "How a decision read before its words were changed. Kept by the program.",
    (
        _of_decision(),
        Column("kept_on", Kind.DATE, _OPEN, "The day the words were changed."),
        Column("outcome", Kind.TEXT, _OPEN, "What was decided, as it read before."),
        Column("reason", Kind.TEXT, _OPEN, "Why, as it read before."),
        Column("outcome_by", Kind.TEXT, _PERSONAL, "Who had written it down."),
        Column("changed", Kind.YES_NO, _OPEN, "yes if it was said that something changed."),
    ),
)
