"""One record of every kind with every attribute filled in, and what the database holds, row by row."""

from __future__ import annotations

from datetime import date, time

from coproduce.domain import codes
from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, CheckNote, Lane, LaneSeat, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.batches import Batch
from coproduce.domain.budget import BudgetLine
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
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
from coproduce.domain.team import TeamMember
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.storage.checks import way_to_look
from coproduce.storage.connection import connect

DAY = date(2025, 3, 1)


def every_noun():
    """Parents before their children."""
    return [
        Setting("region", "South West"),
        Rate(
            "Real living wage",
            codes.RateShape.PER_HOUR,
            Money(1260),
            DAY,
            date(2026, 3, 31),
            "UK",
            "livingwage.org.uk",
            codes.YesNo.YES,
            id="r1",
        ),
        Project(
            "P-01",
            "Gärten",
            "Why",
            "Open",
            "Not open",
            codes.LevelFramework.TLAP,
            "co-design",
            (codes.Stage.WHY, codes.Stage.GOVERN),
            "Council",
            DAY,
            date(2025, 12, 31),
        ),
        Person(
            "0001",
            "Zoë",
            "Zoë Ōsaka",
            "Group",
            "Ann",
            DAY,
            codes.YesNo.YES,
            codes.AccessAsked.ASKED_NEEDS_GIVEN,
            DAY,
            DAY,
            "Easy read",
            DAY,
            codes.YesNo.NO,
            codes.YesNo.NO,
            DAY,
            date(2030, 1, 1),
            "they",
            "zoe@example.org",
            codes.YesNo.YES,
            codes.YesNo.NO,
            codes.YesNo.YES,
            codes.YesNo.NO,
            DAY,
            DAY,
            DAY,
        ),
        Requirement("R-01", "0001", "hearing_loop", "near the front", codes.SeenBy.HELPERS, DAY, codes.YesNo.YES),
        Workshop(
            "W-01",
            "P-01",
            "First",
            DAY,
            time(9, 30),
            "Hall",
            codes.WorkshopFormat.HYBRID,
            (codes.Stage.PLAN,),
            codes.WorkshopState.HELD,
            DAY,
            DAY,
            DAY,
            12,
            "no reason",
            30,
            40,
            "https://meet.example",
            "a laptop at each table",
            "Nia",
            "room 2",
            "red card",
            DAY,
            "after lunch with Nia",
            2,
            1,
            codes.YesNo.YES,
        ),
        Block(
            "W-01",
            1,
            "Welcome",
            15,
            "A",
            time(9, 30),
            codes.BlockCategory.WELCOME,
            ("0001", "מִרְיָם"),
            "0001",
            codes.AtInvitation.OPEN,
            2,
            1,
            "meet",
            "tea; cups",
            "bring nothing",
            "be early",
            codes.YesNo.NO,
            "Rounds",
            DAY,
            DAY,
            time(9, 31),
            time(9, 50),
            5,
            id="b1",
        ),
        Attendance(
            "W-01",
            "0001",
            codes.Capacity.CARER,
            codes.Role.CHAIR,
            codes.InvitationResponse.ACCEPTED,
            codes.AttendanceState.LEFT_EARLY,
            90,
            30,
            20,
            10,
            DAY,
            time(9, 25),
            time(11),
            id="a1",
        ),
        Paper("W-01", "0001", "Agenda", "large print", "large print", DAY, id="pp1"),
        Arrangement(
            "A-01",
            "0001",
            "W-01",
            "BSL",
            "my words",
            DAY,
            DAY,
            DAY,
            DAY,
            DAY,
            codes.OrganiserSays.NOT_POSSIBLE,
            codes.PersonSays.PARTLY,
            "why not",
            DAY,
            Money(0),
            "Nia",
            "Deaf Links",
            DAY,
            "captions",
        ),
        BudgetLine("P-01", codes.BudgetKind.STAFF, "Hours", 2, 6, Money(2000), Money(100), "of two", "W-01", id="bl1"),
        TeamMember("Nia", codes.Right.LEAD, id="tm1"),
        Supplier("Sign Wales", "bsl_interpreter; Lipspeaker", "book@sign.example", "Cardiff", 28, "ask for Eirlys", id="su1"),
        LeadTime("bsl_interpreter", 28, "our agency", id="lt1"),
        Batch("B-1", "March", DAY, 12, Money(30000), DAY, "one paid in cash", DAY),
        Payment(
            "PAY-1",
            "W-01",
            "0001",
            codes.PaymentKind.FEE,
            "fee",
            Money(2500),
            DAY,
            "letter",
            codes.OfferResponse.LESS,
            DAY,
            codes.DeclineReason.BENEFITS,
            Money(2400),
            DAY,
            Money(2300),
            DAY,
            Money(10**13),
            DAY,
            "ref",
            60,
            30,
            DAY,
            DAY,
            codes.YesNo.YES,
            "x",
            DAY,
            "no receipt",
            "B-1",
            DAY,
            DAY,
            "account closed",
            DAY,
            codes.PaymentRoute.CASH,
            DAY,
            codes.YesNo.YES,
            45,
            15,
            "Nia",
            "Owen",
            42,
        ),
        Contribution(
            "C-01",
            "W-01",
            "It is too far",
            "0001",
            codes.Capacity.COMMUNITY,
            codes.SaidAs.ROLE,
            "transport",
            "Tea",
            codes.Answer.PART,
            DAY,
            "because",
            DAY,
            "post",
            codes.YesPartlyNo.PARTLY,
            DAY,
        ),
        Decision(
            "D-01",
            "P-01",
            "Where?",
            "W-01",
            codes.AtInvitation.DECIDED,
            codes.DecisionMethod.FIST_TO_FIVE,
            "3",
            DAY,
            "Here",
            "Ann",
            "near",
            codes.YesNo.YES,
            codes.YesNo.YES,
            "Ann",
            DAY,
            codes.DecisionState.IN_PROGRESS,
            DAY,
            DAY,
            codes.ReviewResult.KEPT,
            DAY,
            DAY,
            "the board",
            "it is about jobs",
            DAY,
            codes.Share.TWO_THIRDS,
            codes.CountedOf.PRESENT,
            2,
            "D-00",
        ),
        VoteCount("D-01", 4, "Hall", 3, codes.Capacity.CARER, 2, id="vc1"),
        Ballots("D-01", 3, "Hall > Library", codes.Capacity.CARER, id="ba1"),
        Objection("D-01", "the bus", 1, codes.YesNo.YES, "later", id="ob1"),
        Asked("D-01", "the driver", "0001", codes.AskedAs.EXPERT, "go round", DAY, id="as1"),
        Action("D-01", "book it", "Nia", DAY, codes.ActionState.DONE, DAY, "by phone", id="ac1"),
        DecisionVersion("D-01", DAY, "There", "far", "Ann", codes.YesNo.NO, id="dv1"),
        Decision("D-00", "P-01", "Older?"),
        Option("D-01", "Hall", "the hall", "0001", id="o1"),
        Deciders("D-01", codes.Capacity.EMPLOYED, 6, 5, 4, 3, 2, 1, id="de1"),
        Dissent("D-01", "I disagree", codes.SaidAs.ANONYMOUS, "0001", id="di1"),
        Change("D-01", "C-01", "before", "after", id="ch1"),
        Ask("ASK-01", "P-01", "Run a bus", "The county", "C-01", "D-01", DAY, codes.AskAnswer.PART, DAY, "from May", DAY),
        OwnWords("P-01", Topic.T3, "The bank was shut", DAY, "Nia", id="ow1"),
        Turns("W-01", 4, "0001", codes.Capacity.CARER, codes.YesNo.NO, id="t1"),
        Verdict("W-01", codes.GivenBy.PARTICIPANT, 10, 9, 8, 0, codes.YesPartlyNo.YES, codes.YesPartlyNo.NO, "good", id="v1"),
        EqualityCount("P-01", "Disabled?", "Yes", 12, id="e1"),
        Lane("W-01", "A", "Room 1", codes.YesNo.YES, "to find words", "0001", "one wish", id="l1"),
        LaneSeat("W-01", "A", "0001", id="ls1"),
        CheckNote("W-01", "lunch", "we eat first", DAY, id="cn1"),
        Reflection("W-01", "power", "with the chair", "Nia", DAY, id="re1"),
        Promise("W-01", "a letter", "Nia", DAY, DAY, id="pr1"),
        Method(
            "m1",
            "Rounds",
            20,
            45,
            4,
            14,
            codes.BlockCategory.WHOLE_GROUP,
            "each voice",
            "go round",
            "they lead",
            "pass",
            "bell",
            "1998",
        ),
        Template("te1", "Evening", "online", codes.WorkshopFormat.ONLINE),
        TemplateBlock(
            "te1",
            1,
            "Welcome",
            10,
            "A",
            1,
            1,
            codes.BlockCategory.WELCOME,
            "meet",
            "tea",
            "for you",
            "for us",
            codes.YesNo.NO,
            "Rounds",
            id="tb1",
        ),
    ]


SEARCH = ("search", "search_config", "search_data", "search_docsize", "search_idx", "search_rows")
"""What is searched, in an order that depends on the way there."""

HISTORY = ("history", "history_records", "history_salts", "history_names")
"""What was done, which is never the same twice."""


def stored(path, *, key=None, without=(*HISTORY, "undo_steps", "bin_entries", *SEARCH)):
    """Every table's rows, but those of `without`."""
    connection = connect(path, key, way_to_look(path))
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names if name not in without}
    connection.close()
    return rows
