"""Everything known about one project at one moment: what evidence and reports are worked out from.

Facts are read once and never written to. They are the nouns themselves, detached from any database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.access import Arrangement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.budget import BudgetLine
from coproduce.domain.counting.stood import Stood
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.ids import DecisionId, PaymentId, PersonId
from coproduce.domain.money_sums import AccessCost
from coproduce.domain.objections import Objection
from coproduce.domain.own_words import OwnWords
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """The records of one project. `people` are those of the whole workspace that the project's records name.

    `changes` are those of the project's decisions, whichever workshop the contribution came from;
    `linked_contributions` are all contributions a change of this project points to; `linked_attendances` the rows, at
    workshops of other projects, of the people who said them.
    `stood` is how people stood by decision, all groups together, where a copy may not tell the groups apart: only the filter for
    an audience fills it. So are `payees`, who is paid on a line where a copy may say so, and `access_costs`, added up by workshop.
    `entered_on` gives the day a record was first typed or imported, by (kind, id), where history knows it.
    """

    settings: WorkspaceSettings
    project: Project
    rates: tuple[Rate, ...] = ()
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    workshops: tuple[Workshop, ...] = ()
    blocks: tuple[Block, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    papers: tuple[Paper, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    payments: tuple[Payment, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    linked_contributions: tuple[Contribution, ...] = ()
    linked_attendances: tuple[Attendance, ...] = ()
    decisions: tuple[Decision, ...] = ()
    options: tuple[Option, ...] = ()
    deciders: tuple[Deciders, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    changes: tuple[Change, ...] = ()
    turns: tuple[Turns, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    equality: tuple[EqualityCount, ...] = ()
    asks: tuple[Ask, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    votes: tuple[VoteCount, ...] = ()
    ballots: tuple[Ballots, ...] = ()
    objections: tuple[Objection, ...] = ()
    advice: tuple[Asked, ...] = ()
    actions: tuple[Action, ...] = ()
    versions: tuple[DecisionVersion, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    entered_on: Mapping[tuple[str, str], date] = field(default_factory=dict)
    stood: Mapping[DecisionId, Stood] = field(default_factory=dict)
    payees: Mapping[PaymentId, str] = field(default_factory=dict)
    access_costs: tuple[AccessCost, ...] = ()
