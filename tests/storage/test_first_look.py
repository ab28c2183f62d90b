from __future__ import annotations

import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.agenda import Paper
from coproduce.domain.codes import (
    AccessAsked,
    Answer,
    AttendanceState,
    Capacity,
    DecisionState,
    InvitationResponse,
    OfferResponse,
    OrganiserSays,
    PaymentKind,
    Role,
    WorkshopState,
    YesNo,
)
from coproduce.domain.decisions import Decision
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.suppliers import Supplier
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.errors import NotAWorkspace, PassphraseNeeded, WorkspaceDamaged, WrongPassphrase
from coproduce.storage.connection import connect
from coproduce.storage.first_look import first_look
from coproduce.storage.queries import today as queries
from coproduce.storage.workspace_file import WorkspaceFile

TODAY = date(2025, 6, 15)
ROOT = Path(__file__).resolve().parents[2]


def story(dice):
    """Two projects in every possible muddle."""

    def maybe(*values):
        return dice.choice([None, *values])

    def day():
        return maybe(TODAY + timedelta(days=dice.randrange(-80, 80)), TODAY)

    def pounds():
        return maybe(Money(0), Money(dice.randrange(10_000)))

    def asked():
        long_ago = TODAY - timedelta(days=365), TODAY - timedelta(days=366)
        days = {"access_first_asked_on": maybe(None, *long_ago, TODAY), "access_asked_again_on": maybe(None, None, *long_ago)}
        return {"access_asked": maybe(*AccessAsked), "left_on": maybe(None, None, TODAY), **days}

    yield Setting("ask_access_days", dice.choice(["", "0", "20"]))
    yield Setting("papers_promise_days", dice.choice(["", "3", "20"]))
    yield Setting("payment_promise_days", str(dice.randrange(60)))
    yield Setting("feedback_promise_days", dice.choice(["", "10", "40"]))
    yield from (LeadTime(need, dice.randrange(30)) for need in ("bsl", "Captions") if dice.random() < 0.7)
    yield from (Supplier(name, notice_days=maybe(dice.randrange(40))) for name in ("Sign Wales", "Type Well"))
    yield from (Project(one, f"Project {one}") for one in "AB")
    yield from (Person(str(n), f"Person {n}", retain_until=day(), **asked()) for n in range(20))
    yield from (Requirement(str(n), str(n), "Breaks", review_on=day()) for n in range(20))
    for w in range(12):
        when = TODAY + timedelta(days=dice.randrange(-60, 20))
        yield Workshop(str(w), dice.choice("AB"), f"Workshop {w}", when, state=maybe(*WorkshopState), feedback_promised_by=day())
    for n in range(120):
        w, p = str(dice.randrange(12)), str(n % 20)
        if n < 60:
            yield Attendance(
                str(n // 20), p, maybe(*Capacity), maybe(*Role), maybe(*InvitationResponse), maybe(*AttendanceState),
                access_asked_on=maybe(TODAY, TODAY - timedelta(days=400)),
            )  # fmt: skip
            yield Paper(str(n // 20), p, "Map", sent_on=maybe(TODAY))
        yield Arrangement(
            str(n),
            p,
            w,
            dice.choice(["BSL", "Captions", "Loop"]),
            needed_by=day(),
            supplier=maybe("sign wales", "Somebody"),
            confirmed_on=maybe(TODAY),
            organiser_says=maybe(OrganiserSays.NOT_POSSIBLE, OrganiserSays.PARTLY),
        )
        yield Payment(
            str(n), w, p, PaymentKind.FEE, offered=pounds(),
            response=maybe(*OfferResponse), claimed=pounds(), approved=pounds(), paid=pounds(),
            paid_on=day(), cancelled_reason=maybe("no"), offered_on=day(), advance_asked_on=maybe(TODAY), needed_by=day(),
        )  # fmt: skip
        yield Contribution(str(n), w, "words", answer=maybe(*Answer), answered_on=day(), told_on=day())
        yield Decision(
            str(n), dice.choice("AB"), "question", decided_on=day(), dissent_asked=maybe(*YesNo), due_on=day(), state=maybe(*DecisionState),
            review_on=day(), reviewed_on=maybe(TODAY),
        )  # fmt: skip


@pytest.mark.parametrize("project", [None, "A", "B"])
def test_it_says_the_same_as_the_query_that_takes_longer(workspace, project):
    dice = random.Random(random.getrandbits(32))
    with workspace.work("Fill") as work:
        work.add_all(story(dice))
    slow = queries.figures(workspace, today=TODAY, project_id=project)
    quick = first_look(workspace.path, today=TODAY, project_id=project)
    assert (quick.owed_pence, quick.owed_people, quick.owed_lines) == (slow.owed.amount.pence, slow.owed.people, slow.owed.lines)
    assert (quick.late_pence, quick.late_people, quick.late_lines) == (slow.late.amount.pence, slow.late.people, slow.late.lines)
    same = ("to_offer", "needs", "needs_late", "to_hold", "to_close", "unanswered", "unanswered_late", "untold", "reviews", "overdue")
    more = ("offers", "offers_people", "advances", "advances_people", "advances_late", "to_ask", "ask_again")
    last = ("dissent_not_asked", "retention", "workshops_held", "came", "participants")
    assert (quick.not_late_pence, quick.not_late_people, quick.not_late_lines) == (
        slow.not_late.amount.pence, slow.not_late.people, slow.not_late.lines,
    )  # fmt: skip
    assert quick.oldest_offer == (slow.oldest_offer.isoformat() if slow.oldest_offer else None)
    for name in (*same, *more, "needs_to_review", "papers", "papers_workshops", *last):
        assert getattr(quick, name) == getattr(slow, name), name
    for mine, theirs in zip(quick.next_workshops, slow.next_workshops, strict=True):
        assert (mine.id, mine.title, mine.date, mine.listed) == (theirs.id, theirs.title, theirs.date, theirs.listed)


def test_an_empty_workspace_owes_nothing(workspace):
    figures = first_look(workspace.path, today=TODAY)
    assert figures.organisation == "Garden Trust"
    assert figures.currency == "GBP"
    assert figures.projects == ()
    assert figures.next_workshops == ()
    assert figures.owed_pence == figures.needs == figures.retention == 0


def test_it_lists_projects_and_the_workshops_to_come(workspace):
    with workspace.work("Fill") as work:
        work.add_all([Project("B", "Second by name"), Project("A", "First by name")])
        work.add_all(Workshop(f"W{n}", "A", f"Workshop {n}", TODAY + timedelta(days=9 - n)) for n in range(9))
    figures = first_look(workspace.path, today=TODAY)
    assert figures.projects == (("B", "Second by name"), ("A", "First by name"))
    assert [one.id for one in figures.next_workshops] == ["W8", "W7", "W6", "W5", "W4"]


def test_a_protected_file_needs_its_passphrase_for_a_first_look_too(path):
    WorkspaceFile.create(path, organisation="Garden Trust", passphrase="six random words").close()
    with pytest.raises(PassphraseNeeded):
        first_look(path, today=TODAY)
    with pytest.raises(WrongPassphrase):
        first_look(path, today=TODAY, passphrase="other words")
    assert first_look(path, today=TODAY, passphrase="six random words").organisation == "Garden Trust"


def test_another_programs_file_is_refused_at_first_look_too(path):
    path.write_text("not a workspace", encoding="utf-8")
    with pytest.raises(NotAWorkspace):
        first_look(path, today=TODAY)


def test_it_needs_neither_sqlalchemy_nor_the_domain():
    code = """
import sys
import coproduce.storage.first_look
sys.exit(any(name.split(".")[0] == "sqlalchemy" or name.startswith("coproduce.domain.") for name in sys.modules))
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_number_no_calendar_reaches_is_a_damaged_file_and_no_fault_of_the_program(workspace):
    path = workspace.path
    workspace.close()
    connection = connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("INSERT INTO lead_times (id, need, days, entry) VALUES ('x', 'step_free', 9223372036854775807, 1)")
    connection.close()
    with pytest.raises(WorkspaceDamaged):
        first_look(path, today=TODAY)
