"""One record of every kind with every attribute filled in, and what the database holds, row by row."""

from __future__ import annotations

from datetime import date, time

from coproduce.domain import codes
from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
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
        ),
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
        ),
        Contribution(
            "C-01",
            "W-01",
            "It is too far",
            "0001",
            codes.Capacity.COMMUNITY,
            codes.SaidAs.ROLE,
            "transport",
            codes.Answer.PART,
            DAY,
            "because",
            DAY,
            "post",
            codes.YesPartlyNo.PARTLY,
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
        ),
        Option("D-01", "Hall", "the hall", "0001", id="o1"),
        Deciders("D-01", codes.Capacity.EMPLOYED, 6, 5, 4, 3, 2, 1, id="de1"),
        Dissent("D-01", "I disagree", codes.SaidAs.ANONYMOUS, "0001", id="di1"),
        Change("D-01", "C-01", "before", "after", id="ch1"),
        Turns("W-01", 4, "0001", codes.Capacity.CARER, id="t1"),
        Verdict("W-01", codes.GivenBy.PARTICIPANT, 10, 9, 8, 0, codes.YesPartlyNo.YES, codes.YesPartlyNo.NO, "good", id="v1"),
        EqualityCount("P-01", "Disabled?", "Yes", 12, id="e1"),
    ]


SEARCH = ("search", "search_config", "search_data", "search_docsize", "search_idx", "search_rows")
"""What is searched, in an order that depends on the way there."""


def stored(path, *, key=None, without=("history", "history_records", "undo_steps", "bin_entries", *SEARCH)):
    """Every table's rows, but those of `without`."""
    connection = connect(path, key, way_to_look(path))
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names if name not in without}
    connection.close()
    return rows
