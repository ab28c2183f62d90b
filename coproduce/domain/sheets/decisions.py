"""The sheets about decisions: the question, who decided, who disagreed and what changed."""

from __future__ import annotations

from coproduce.domain.codes import AtInvitation, Capacity, CountedOf, DecisionMethod, DecisionState, ReviewResult, SaidAs, Share
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.workshops import Workshop

_OPEN, _PERSONAL, _SPECIAL = Privacy.NONE, Privacy.PERSONAL, Privacy.SPECIAL

DECISIONS = Sheet(
    "Decisions",
    Decision,
    "Each question that was put, and what was decided.",
    (
        Column("decision_id", Kind.ID, _OPEN, "A short name of your own, such as D-02. No two alike.", "id", required=True),
        Column("project_id", Kind.PARENT, _OPEN, "The project it is part of.", required=True, parent=Project),
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop where it was put, if there was one.", parent=Workshop),
        Column("question", Kind.TEXT, _OPEN, "What people were asked.", required=True),
        Column("at_invitation", Kind.CODE, _OPEN, "How open the question was on the day people were invited.", codes=AtInvitation),
        Column("method", Kind.CODE, _OPEN, "How it was decided.", codes=DecisionMethod),
        Column("threshold", Kind.TEXT, _OPEN, "How much agreement was needed, such as 75 %."),
        Column("decided_on", Kind.DATE, _OPEN, "The day it was decided. Leave blank while it is not."),
        Column("outcome", Kind.TEXT, _OPEN, "What was decided, in plain words."),
        Column("outcome_by", Kind.TEXT, _PERSONAL, "Who wrote the outcome down."),
        Column("reason", Kind.TEXT, _OPEN, "Why it was decided so."),
        Column("dissent_asked", Kind.YES_NO, _OPEN, "yes if people were asked whether anybody disagrees."),
        Column("changed", Kind.YES_NO, _OPEN, "yes if something changed because of it."),
        Column("owner", Kind.TEXT, _PERSONAL, "Who will do it."),
        Column("due_on", Kind.DATE, _OPEN, "The day it should be done by."),
        Column("state", Kind.CODE, _OPEN, "Where it has got to.", codes=DecisionState),
        Column("review_on", Kind.DATE, _OPEN, "The day you will look at it again."),
        Column("reviewed_on", Kind.DATE, _OPEN, "The day you did."),
        Column("review_result", Kind.CODE, _OPEN, "What came of looking again.", codes=ReviewResult),
        Column("locked_on", Kind.DATE, _OPEN, "The day people were invited, from which how open it was is fixed."),
        Column("changed_after_on", Kind.DATE, _OPEN, "The day that was changed after the invitation."),
        Column("decided_by_whom", Kind.TEXT, _OPEN, "If it was decided elsewhere: by which body or job. No names: reports print it."),
        Column("why_elsewhere", Kind.TEXT, _OPEN, "Why people who took part could not decide."),
        Column("threshold_set_on", Kind.DATE, _OPEN, "The day it was set how much agreement is enough."),
        Column("share", Kind.CODE, _OPEN, "What share of the votes is enough.", codes=Share),
        Column("counted_of", Kind.CODE, _OPEN, "Of whom that is a share.", codes=CountedOf),
        Column("lowest_hand", Kind.WHOLE, _OPEN, "Fist to five: the lowest hand that is enough, such as 2.", highest=5),
        Column("follows_id", Kind.PARENT, _OPEN, "The decision this one replaces.", parent=Decision),
    ),
    key=("id",),
    once=True,
)

OPTIONS = Sheet(
    "Options",
    Option,
    "The ways each question could have gone.",
    (
        Column("decision_id", Kind.PARENT, _OPEN, "The decision.", required=True, parent=Decision),
        Column("option", Kind.TEXT, _OPEN, "The option, in a few words.", required=True),
        Column("meaning", Kind.TEXT, _OPEN, "What it would mean for people."),
        Column("proposed_by", Kind.PROPOSER, _PERSONAL, "The person_id of whoever put it forward, or organiser.", parent=Person),
    ),
)

DECIDERS = Sheet(
    "Deciders",
    Deciders,
    "How many people of each capacity could decide and did. Counts, never names.",
    (
        Column("decision_id", Kind.PARENT, _OPEN, "The decision.", required=True, parent=Decision),
        Column("capacity", Kind.CODE, _OPEN, "The group these counts are for.", required=True, codes=Capacity),
        Column("could_decide", Kind.WHOLE, _OPEN, "How many of them could decide."),
        Column("took_part", Kind.WHOLE, _OPEN, "How many of them did."),
        Column("support", Kind.WHOLE, _OPEN, "How many were for it."),
        Column("stand_aside", Kind.WHOLE, _OPEN, "How many stood aside."),
        Column("object", Kind.WHOLE, _OPEN, "How many objected."),
        Column("abstain", Kind.WHOLE, _OPEN, "How many did not vote."),
    ),
    key=("decision_id", "capacity"),
)

DISSENT = Sheet(
    "Dissent",
    Dissent,
    "Why people disagreed, in their words.",
    (
        Column("decision_id", Kind.PARENT, _OPEN, "The decision.", required=True, parent=Decision),
        Column("words", Kind.TEXT, _PERSONAL, "What they said, in their words.", required=True),
        Column("said_as", Kind.CODE, _OPEN, "How it may be quoted: their choice.", codes=SaidAs),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who said it, if they wish it kept.", parent=Person),
    ),
)

CHANGES = Sheet(
    "Changes",
    Change,
    "What a decision changed because of something somebody said.",
    (
        Column("decision_id", Kind.PARENT, _OPEN, "The decision.", required=True, parent=Decision),
        Column("contribution_id", Kind.PARENT, _OPEN, "What was said that led to it.", required=True, parent=Contribution),
        Column("before", Kind.TEXT, _OPEN, "How it was before.", required=True),
        Column("after", Kind.TEXT, _OPEN, "How it is now.", required=True),
    ),
)
