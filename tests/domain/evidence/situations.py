"""Short ways to say what happened: one workshop on one day, long enough ago for every promise to have fallen due."""

from __future__ import annotations

from datetime import date, timedelta

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.codes import AttendanceState, Capacity, DeclineReason, OfferResponse, PaymentKind, Role, WorkshopState
from coproduce.domain.decisions import Change, Deciders, Decision, Option
from coproduce.domain.evidence import measure_all
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings

AS_OF = date(2025, 7, 1)
DAY = date(2025, 3, 1)
PROJECT = Project("P-01", "Getting home from hospital")
SETTINGS = WorkspaceSettings(payment_promise_days=30, feedback_promise_days=28, papers_promise_days=5, ask_access_days=14)


def days(number, start=DAY):
    return start + timedelta(days=number)


def workshop(name="W1", day=DAY, state="held", **more):
    return Workshop(name, more.pop("project", "P-01"), "A day", day, state=None if state is None else WorkshopState(state), **more)


def attends(person="ann", capacity="carer", state="here", role=None, workshop="W1", **more):
    return Attendance(
        workshop,
        person,
        capacity=capacity and Capacity(capacity),
        state=state and AttendanceState(state),
        role=role and Role(role),
        **more,
    )


def line(name="X1", person="ann", kind="fee", workshop="W1", response=None, reason=None, **more):
    for amount in ("offered", "claimed", "approved", "paid"):
        if amount in more:
            more[amount] = Money(more[amount])
    return Payment(
        name,
        workshop,
        person,
        PaymentKind(kind),
        response=response and OfferResponse(response),
        decline_reason=reason and DeclineReason(reason),
        **more,
    )


def declined(reason, name="X1", **more):
    return line(name, offered=2500, response="declined", reason=reason, **more)


def paid(after=5, amount=2500, name="X1", **more):
    return line(name, paid=amount, paid_on=days(after), **more)


def decision(name="D1", workshop="W1", on=0, **more):
    return Decision(name, "P-01", "When do we write?", workshop_id=workshop, decided_on=None if on is None else days(on), **more)


def said(name="C1", workshop="W1", **more):
    return Contribution(name, workshop, "Please write sooner", **more)


def happened(*records, settings=SETTINGS, project=PROJECT, people=()):
    """The facts of one project from its records, in any order; people are made for every name."""
    kinds = {
        "workshops": Workshop,
        "blocks": Block,
        "attendances": Attendance,
        "papers": Paper,
        "arrangements": Arrangement,
        "payments": Payment,
        "contributions": Contribution,
        "decisions": Decision,
        "options": Option,
        "deciders": Deciders,
        "changes": Change,
        "turns": Turns,
        "verdicts": Verdict,
        "rates": Rate,
    }
    held = [] if any(isinstance(record, Workshop) for record in records) else [workshop()]
    known = {person.id: person for person in (*people, *(record for record in records if isinstance(record, Person)))}
    for record in records:
        name = getattr(record, "person_id", None)
        if name and name not in known:
            known[name] = Person(name, name)
    lists = {name: tuple(record for record in (*held, *records) if isinstance(record, kind)) for name, kind in kinds.items()}
    return ProjectFacts(settings=settings, project=project, people=known, linked_contributions=lists["contributions"], **lists)


def result(indicator, *records, as_of=AS_OF, **more):
    return measure_all(happened(*records, **more), as_of)[indicator]


def answers(indicator, *records, as_of=AS_OF, **more):
    """What the indicator says of each record: yes, no, missing or not_recorded, by id."""
    found = result(indicator, *records, as_of=as_of, **more)
    said_of = dict.fromkeys(found.records.yes, "yes") | dict.fromkeys(found.records.no, "no")
    return said_of | dict.fromkeys(found.missing, "missing") | dict.fromkeys(found.records.not_recorded, "not_recorded")
