"""A small workspace in which every verb has something to do, and a snapshot of all of it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, CheckNote, LaneSeat, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import Answer, AttendanceState, Capacity, GivenBy, PaymentKind, RateShape, ReviewResult, WorkshopState
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.ids import (
    AccessId,
    AskId,
    ContributionId,
    DecisionId,
    MethodId,
    PaymentId,
    PersonId,
    ProjectId,
    RequirementId,
    RowId,
    TemplateId,
    WorkshopId,
)
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.money import Money
from coproduce.domain.objections import Objection
from coproduce.domain.own_words import OwnWords, Topic
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.suppliers import Supplier
from coproduce.domain.workshops import Workshop
from coproduce.storage.tables import NOUNS
from coproduce.storage.workspace_file import WorkspaceFile

DAY = date(2025, 3, 1)
LATER = date(2025, 3, 20)
AHEAD = date(2025, 6, 10)


class Story:
    """The file, and the ids tests talk about. Nobody has been paid yet."""

    def __init__(self, file: WorkspaceFile) -> None:
        self.file = file

    project: ProjectId = ProjectId("P-01")
    ana: PersonId = PersonId("0001")
    ben: PersonId = PersonId("0002")
    held: WorkshopId = WorkshopId("W-1")
    ahead: WorkshopId = WorkshopId("W-2")
    seat: RowId = RowId("seat")
    need: AccessId = AccessId("A-1")
    rider: RequirementId = RequirementId("R-1")
    block: RowId = RowId("block")
    paper: RowId = RowId("paper")
    draft: PaymentId = PaymentId("PAY-1")
    offered: PaymentId = PaymentId("PAY-2")
    unanswered: ContributionId = ContributionId("C-1")
    answered: ContributionId = ContributionId("C-2")
    decision: DecisionId = DecisionId("D-1")
    open_question: DecisionId = DecisionId("D-2")
    option: RowId = RowId("option")
    dissent: RowId = RowId("dissent")
    change: RowId = RowId("change")
    ask: AskId = AskId("ASK-1")
    undone: DecisionId = DecisionId("D-3")
    ballots: RowId = RowId("ballots")
    objection: RowId = RowId("objection")
    asked: RowId = RowId("asked")
    action: RowId = RowId("action")
    version: RowId = RowId("version")
    rate: RowId = RowId("rate")
    deciders: RowId = RowId("deciders")
    turns: RowId = RowId("turns")
    verdict: RowId = RowId("verdict")
    equality: RowId = RowId("equality")
    note: RowId = RowId("note")
    own_words: RowId = RowId("own_words")
    promise: RowId = RowId("promise")
    reflection: RowId = RowId("reflection")
    method: MethodId = MethodId("M-1")
    template: TemplateId = TemplateId("T-1")
    supplier: RowId = RowId("supplier")
    lead_time: RowId = RowId("lead_time")


def tell(file: WorkspaceFile) -> Story:
    """Put the story into an empty workspace."""
    s = Story(file)
    with file.work("Begin") as work:
        work.add_all(
            [
                Project(s.project, "Booking line redesign"),
                Rate("Half day", RateShape.BAND, Money(7500), DAY, id=s.rate),
                Person(s.ana, "Ana"),
                Person(s.ben, "Ben"),
                Workshop(s.held, s.project, "One", DAY, state=WorkshopState.HELD),
                Workshop(s.ahead, s.project, "Two", AHEAD, state=WorkshopState.PLANNED),
                Block(s.held, 1, "Welcome", 15, led_by=(s.ana, s.ben), proposed_by=s.ana, id=s.block),
                Block(s.held, 2, "Listening", 30),
                Attendance(s.held, s.ana, Capacity.LIVED_EXPERIENCE, state=AttendanceState.HERE, id=s.seat),
                Attendance(s.held, s.ben, Capacity.EMPLOYED, state=AttendanceState.HERE),
                Requirement(s.rider, s.ana, "large_print", "16 point or more"),
                Paper(s.held, s.ana, "Map", "easy read", id=s.paper),
                Arrangement(s.need, s.ana, s.held, "BSL interpreter"),
                Payment(s.draft, s.held, s.ana, PaymentKind.FEE),
                Payment(s.offered, s.held, s.ana, PaymentKind.EXPENSE, "Bus", offered=Money(1250), offered_on=DAY),
                Contribution(s.unanswered, s.held, "The phone menu is too long", person_id=s.ana),
                Contribution(s.answered, s.held, "Send a text", answer=Answer.ADOPTED, answered_on=LATER),
                Decision(s.decision, s.project, "Which menu?", s.held, decided_on=DAY, outcome="The short one"),
                Decision(s.open_question, s.project, "Open on Sundays?"),
                Decision(s.undone, s.project, "A new number?", decided_on=DAY, outcome="Yes", review_result=ReviewResult.UNDONE),
                VoteCount(s.decision, 4, "Short", capacity=Capacity.CARER),
                Ballots(s.decision, 3, "Short", id=s.ballots),
                Objection(s.decision, "Nobody can use it", id=s.objection),
                Asked(s.decision, person_id=s.ben, said="Ask the switchboard", id=s.asked),
                Action(s.decision, "Record the menu", id=s.action),
                DecisionVersion(s.decision, DAY, "The long one", id=s.version),
                Option(s.decision, "Short", proposed_by=s.ana, id=s.option),
                Deciders(s.decision, Capacity.LIVED_EXPERIENCE, 5, 4, id=s.deciders),
                Dissent(s.decision, "Too short", person_id=s.ben, id=s.dissent),
                Change(s.decision, s.answered, "No texts", "Texts", id=s.change),
                Ask(s.ask, s.project, "Put our number on your letters", "The hospital", s.answered, s.decision, DAY),
                Turns(s.held, 7, s.ana, id=s.turns),
                Verdict(s.held, GivenBy.PARTICIPANT, 8, 7, 6, 5, id=s.verdict),
                EqualityCount(s.project, "Age", "18–25", 12, id=s.equality),
                OwnWords(s.project, Topic.T3, "The offers went by telephone", DAY, id=s.own_words),
                LaneSeat(s.held, "A", s.ben),
                CheckNote(s.held, "breaks", "Nobody asked for one", id=s.note),
                Reflection(s.held, "power", "With the chair", id=s.reflection),
                Promise(s.held, "A letter", id=s.promise),
                Method(s.method, "Our check-in", 10),
                Template(s.template, "Evening"),
                TemplateBlock(s.template, 1, "Welcome", 10),
                Supplier("Sign Wales", "bsl_interpreter", "book@sign.example", id=s.supplier),
                LeadTime("bsl_interpreter", 20, "Sign Wales", id=s.lead_time),
            ]
        )
    return s


def snapshot(file: WorkspaceFile) -> dict[str, list[str]]:
    """Every field of every record, as text, by noun."""
    with file.read() as reading:
        return {noun.__name__: sorted(str(asdict(record)) for record in reading.all(noun)) for noun in NOUNS}
