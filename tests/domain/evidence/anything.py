"""Whole projects at random, as nasty as records can be: blanks everywhere, dates on every edge, lines that contradict themselves."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from coproduce.domain import codes
from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.decisions import Change, Deciders, Decision, Option
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings

AS_OF = date(2025, 7, 1)
EDGES = (-400, -366, -365, -364, -30, -15, -14, -13, -6, -5, -4, -2, -1, 0, 1, 2, 9, 10, 11, 27, 28, 29, 30, 31, 60)
MINE, OTHER = "P-01", "P-02"


class Anything:
    """One random project. `blank` is how often a field is left empty; `good` how often a coded answer is the good one."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.blank = self.random.choice((0.0, 0.05, 0.15, 0.35, 0.6))
        self.good = self.random.choice((0.0, 0.2, 0.6, 0.95, 1.0))
        self.people = [f"{number:03}" for number in range(self.random.randint(0, 9))]
        self.number = 0

    def name(self, letter):
        self.number += 1
        return f"{letter}{self.number:03}"

    def maybe(self, value):
        return None if self.random.random() < self.blank else value

    def chance(self, part):
        return self.random.random() < part

    def code(self, kind, good=None):
        if good is not None and self.chance(self.good):
            return self.maybe(good)
        return self.maybe(self.random.choice(list(kind)))

    def near(self, day, good=None):
        """A date on some edge of a workshop's day or of the day we ask."""
        if good is not None and self.chance(self.good):
            return self.maybe(day + timedelta(days=good))
        start = day if self.chance(0.8) else AS_OF
        return self.maybe(start + timedelta(days=self.random.choice(EDGES)))

    def minutes(self):
        return self.maybe(self.random.choice((0, 0, 30, 60, 90, 120)))

    def money(self, good=0):
        return self.maybe(Money(good if good and self.chance(max(self.good, 0.5)) else self.random.choice((0, 1, 1250, 2499, 2500, 5000))))

    def somebody(self):
        return self.random.choice(self.people) if self.people else None

    def facts(self) -> ProjectFacts:
        pick = self.random
        settings = WorkspaceSettings(
            payment_promise_days=pick.choice((0, 10, 30)),
            feedback_promise_days=pick.choice((0, 28)),
            papers_promise_days=pick.choice((0, 5)),
            ask_access_days=pick.choice((0, 14)),
            region=pick.choice(("", "London", "south west")),
        )
        mine = [self.workshop(MINE) for _ in range(pick.randint(0, 7))]
        other = [self.workshop(OTHER) for _ in range(pick.randint(0, 2))]
        decisions = [self.decision(pick.choice(mine + other + [None])) for _ in range(pick.randint(0, 5))]
        said = [self.contribution(workshop) for workshop in mine for _ in range(pick.randint(0, 3))]
        said_elsewhere = [self.contribution(workshop) for workshop in other for _ in range(pick.randint(0, 2))]
        words = said + said_elsewhere
        changes = [self.change(decision, words) for decision in decisions if words for _ in range(pick.randint(0, 2))]
        linked = {change.contribution_id for change in changes}
        elsewhere = [row for workshop in other for row in self.rows(workshop)]
        return ProjectFacts(
            settings=settings,
            project=Project(MINE, "Ours", intended_level=self.maybe("co-design"), stages_run=self.stages(4)),
            rates=tuple(self.rate() for _ in range(pick.randint(0, 3))),
            people={name: self.person(name) for name in self.people},
            workshops=tuple(mine),
            blocks=tuple(self.block(workshop, order) for workshop in mine for order in range(pick.randint(0, 4))),
            attendances=tuple(row for workshop in mine for row in self.rows(workshop)),
            papers=tuple(self.paper(w, name) for w in mine for name in self.people if self.chance(0.3)),
            arrangements=tuple(self.arrangement(w, name) for w in mine for name in self.people if self.chance(0.3)),
            payments=tuple(self.payment(w, name) for w in mine for name in self.people for _ in range(pick.choice((0, 1, 1, 1, 2)))),
            contributions=tuple(said),
            linked_contributions=tuple(each for each in words if each.id in linked),
            linked_attendances=tuple(elsewhere),
            decisions=tuple(decisions),
            options=tuple(self.option(decision) for decision in decisions for _ in range(pick.randint(0, 2))),
            deciders=tuple(self.deciders(decision) for decision in decisions for _ in range(pick.randint(0, 3))),
            changes=tuple(changes),
            turns=tuple(self.turns(workshop) for workshop in mine if self.chance(0.7) for _ in range(pick.randint(0, 6))),
            verdicts=tuple(self.verdict(workshop) for workshop in mine for _ in range(pick.randint(0, 3))),
        )

    def stages(self, most):
        return tuple(self.random.choices(list(codes.Stage), k=self.random.randint(0, most)))

    def workshop(self, project):
        day = AS_OF + timedelta(days=self.random.choice((-400, -200, -90, -90, -60, -31, -30, -29, -29, -28, -11, -10, -1, 0, 1, 30)))
        return Workshop(
            self.name("W"),
            project,
            "A day",
            day,
            stages=self.stages(2),
            state=self.code(codes.WorkshopState, codes.WorkshopState.HELD) if self.chance(0.5) else codes.WorkshopState.CLOSED,
            feedback_promised_by=self.near(day) if self.chance(0.4) else None,
        )

    def person(self, name):
        day = AS_OF - timedelta(days=self.random.choice((0, 60, 90, 400)))
        return Person(
            name,
            name,
            named_contact=self.maybe(self.random.choice(("Asha", "  "))) if not self.chance(self.good) else "Asha",
            inducted_on=self.near(day, -1),
            induction_confirmed=self.code(codes.YesNo, codes.YesNo.YES),
            access_first_asked_on=self.near(day),
            upfront_asked_on=self.near(day) if self.chance(0.5) else None,
            left_on=self.near(day) if self.chance(0.5) else None,
            left_reason_asked=self.code(codes.YesNo, codes.YesNo.YES),
        )

    def rows(self, workshop):
        return [self.attendance(workshop, name) for name in self.people if self.chance(0.85)]

    def attendance(self, workshop, name):
        return Attendance(
            workshop.id,
            name,
            capacity=self.code(codes.Capacity, codes.Capacity.CARER) if self.chance(0.6) else self.code(codes.Capacity),
            role=self.code(codes.Role, codes.Role.PARTICIPANT) if self.chance(0.6) else self.code(codes.Role),
            state=self.code(codes.AttendanceState, codes.AttendanceState.HERE) if self.chance(0.9) else None,
            minutes_present=self.minutes(),
            prep_minutes_asked=self.minutes(),
            minutes_chaired=self.minutes(),
            access_asked_on=self.near(workshop.date, -20),
        )

    def block(self, workshop, order):
        return Block(
            workshop.id,
            order,
            "A part",
            30,
            lane=self.random.choice((None, None, "a", "")),
            category=self.code(codes.BlockCategory),
            led_by=tuple(self.random.choices(self.people, k=self.random.randint(0, 2))) if self.people else (),
            proposed_by=self.maybe(self.random.choice((*self.people, "organiser", "nobody we know"))),
        )

    def paper(self, workshop, name):
        formats = ("easy_read", "Easy Read", "large print", "none", None)
        return Paper(workshop.id, name, "Agenda", self.random.choice(formats), self.random.choice(formats), self.near(workshop.date, -7))

    def arrangement(self, workshop, name):
        return Arrangement(
            self.name("A"),
            name,
            workshop.id,
            "step_free",
            asked_on=self.near(workshop.date, -30),
            confirmed_on=self.near(workshop.date, -2),
            organiser_says=self.code(codes.OrganiserSays, codes.OrganiserSays.WORKED),
            person_says=self.code(codes.PersonSays, codes.PersonSays.WORKED),
        )

    def payment(self, workshop, name):
        return Payment(
            self.name("X"),
            workshop.id,
            name,
            codes.PaymentKind.FEE if self.chance(0.75) else codes.PaymentKind.EXPENSE,
            offered=self.money(2500),
            offered_on=self.near(workshop.date, -20),
            response=self.code(codes.OfferResponse, codes.OfferResponse.ACCEPTED) if self.chance(0.6) else codes.OfferResponse.DECLINED,
            decline_reason=self.code(codes.DeclineReason, codes.DeclineReason.OWN_CHOICE),
            claimed=self.money() if self.chance(0.3) else None,
            approved=self.money() if self.chance(0.3) else None,
            paid=self.money(2500),
            paid_on=self.near(workshop.date, 5) if self.chance(0.6) else None,
            session_minutes_paid=self.minutes(),
            prep_minutes_paid=self.minutes(),
            advance_asked_on=self.near(workshop.date) if self.chance(0.4) else None,
            needed_by=self.near(workshop.date) if self.chance(0.5) else None,
            cancelled_reason=self.random.choice(("by mistake", "  ")) if self.chance(0.1) else None,
        )

    def rate(self):
        return Rate(
            "A rate",
            self.random.choice((codes.RateShape.PER_HOUR, codes.RateShape.PER_HOUR, codes.RateShape.BAND)),
            Money(self.random.choice((1000, 1250, 1260))),
            AS_OF - timedelta(days=self.random.choice((60, 90, 365))),
            self.maybe(AS_OF + timedelta(days=self.random.choice((-60, -31, 0, 365)))),
            region=self.random.choice((None, None, "", "LONDON", "South-West", "Leeds")),
            is_floor=self.code(codes.YesNo, codes.YesNo.YES),
        )

    def contribution(self, workshop):
        return Contribution(
            self.name("C"),
            workshop.id,
            "Please write sooner",
            person_id=self.maybe(self.somebody()),
            capacity=self.code(codes.Capacity) if self.chance(0.5) else None,
            answer=self.code(codes.Answer, codes.Answer.PART),
            answered_on=self.near(workshop.date, 0),
            reason=self.maybe(self.random.choice(("No money", " "))) if not self.chance(self.good) else "No money",
            told_on=self.near(workshop.date, 0),
        )

    def decision(self, workshop):
        day = workshop.date if workshop else AS_OF
        return Decision(
            self.name("D"),
            MINE if self.chance(0.9) else OTHER,
            "When do we write?",
            workshop_id=workshop.id if workshop else None,
            at_invitation=self.code(codes.AtInvitation, codes.AtInvitation.OPEN),
            decided_on=self.near(day, 0),
            dissent_asked=self.code(codes.YesNo, codes.YesNo.YES),
        )

    def option(self, decision):
        return Option(decision.id, "In ten days", proposed_by=self.maybe(self.random.choice((*self.people, "organiser"))))

    def deciders(self, decision):
        capacity = self.random.choice(list(codes.Capacity))
        return Deciders(decision.id, capacity, took_part=self.maybe(self.random.choice((0, 1, 5))))

    def change(self, decision, said):
        texts = ("in ten days", " in ten days ", "the same day", "")
        return Change(decision.id, self.random.choice(said).id, self.random.choice(texts), self.random.choice(texts))

    def turns(self, workshop):
        person = self.somebody() if self.chance(0.8) else None
        capacity = None if person and self.chance(0.8) else self.random.choice(list(codes.Capacity))
        return Turns(workshop.id, self.random.choice((0, 0, 1, 5, 12)), person, capacity)

    def verdict(self, workshop):
        marks = (self.maybe(self.random.randint(0, 10)) for _ in range(4))
        return Verdict(workshop.id, self.random.choice(list(codes.GivenBy)), *marks)


def any_project(seed: int) -> ProjectFacts:
    """The project of that number: the same number gives the same records."""
    return Anything(seed).facts()
