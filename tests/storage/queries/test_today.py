"""What Today counts is what its buttons lead to, in any muddle; and what the sidebar counts is no more."""

from __future__ import annotations

import random
import time
from datetime import timedelta

import pytest

from coproduce.domain.agenda import Paper
from coproduce.domain.codes import AccessAsked, Capacity, PaymentKind, Role, WorkshopState
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.storage.queries import contributions, decisions, payments, people, today, waiting, workshops
from tests.storage.test_first_look import TODAY, story


@pytest.mark.parametrize("project", [None, "A", "B"])
def test_each_figure_is_what_its_filter_leaves(workspace, project):
    with workspace.work("Fill") as work:
        work.add_all(story(random.Random(random.getrandbits(32))))
    found = today.figures(workspace, today=TODAY, project_id=project)
    money = payments.counts(workspace, today=TODAY, project_id=project)
    assert (found.late.lines, found.not_late.lines) == (money["late"], money["not_late"])
    assert (found.offers, found.advances, found.to_offer) == (money["them"], money["before"], money["us"])
    assert found.late.amount + found.not_late.amount == found.owed.amount
    who = people.counts(workspace, today=TODAY, project_id=project)
    assert (found.to_ask, found.retention) == (who["ask_now"], who["retention"])
    assert (found.ask_again, found.needs_to_review) == (who["ask_again"], who["review"])
    there = workshops.counts(workspace, today=TODAY, project_id=project)
    assert (found.to_hold + found.to_close, found.papers_workshops) == (there["to_close"], there["papers"])
    settled = decisions.counts(workspace, today=TODAY, project_id=project)
    assert (found.overdue, found.reviews) == (settled["overdue"], settled["to_review"])
    assert len(people.ids(workspace, today=TODAY, project_id=project, group=people.Group.ASK_NOW)) == found.to_ask
    assert len(workshops.ids(workspace, today=TODAY, project_id=project, when=workshops.When.PAPERS)) == found.papers_workshops
    assert contributions.counts(workspace, project_id=project)["unanswered"] >= found.unanswered


@pytest.mark.parametrize("project", [None, "A"])
def test_the_sidebar_counts_the_records_behind_the_sentences_once_each(workspace, project):
    with workspace.work("Fill") as work:
        work.add_all(story(random.Random(random.getrandbits(32))))
    found = today.figures(workspace, today=TODAY, project_id=project)
    asked = {"today": TODAY, "project_id": project}
    assert waiting.workshops_waiting(workspace, **asked) == found.to_hold + found.to_close + found.papers_workshops
    pressing = ("to_arrange", "ask_now", "ask_again", "review", "retention")
    wanted = {who for g in pressing for who in people.ids(workspace, group=people.Group(g), **asked)}
    assert waiting.people_waiting(workspace, **asked) == len(wanted)
    late = waiting.payments_waiting(workspace, **asked)
    assert max(found.late.lines, found.advances_late) <= late <= found.late.lines + found.advances_late
    kept = decisions.ids(workspace, progress=decisions.Progress.OVERDUE, **asked)
    again = decisions.ids(workspace, progress=decisions.Progress.TO_REVIEW, **asked)
    assert waiting.decisions_waiting(workspace, **asked) == found.unanswered + found.untold + len({*kept, *again})


def test_who_is_to_be_asked_and_which_papers_are_due(workspace):
    soon, last, far = (TODAY + timedelta(days=days) for days in (5, 14, 15))
    with workspace.work("Fill") as work:
        work.add(Project("A", "Booking line"))
        work.add_all(Person(name, name) for name in ("new", "answered", "far", "works here", "interprets", "said no"))
        work.get(Person, "answered").access_asked = AccessAsked.ASKED_NONE_NEEDED
        work.add_all([Workshop("soon", "A", "Soon", soon), Workshop("last", "A", "Last", last), Workshop("far", "A", "Far", far)])
        work.add_all([Attendance("last", "new"), Attendance("soon", "answered"), Attendance("far", "far")])
        work.add_all([Attendance("soon", "works here", Capacity.EMPLOYED), Attendance("soon", "interprets", role=Role.INTERPRETER)])
        work.add_all([Paper("soon", "new", "Map"), Paper("last", "new", "Map"), Paper("soon", "answered", "Map", sent_on=TODAY)])
    found = today.figures(workspace, today=TODAY, project_id="A")
    assert people.ids(workspace, today=TODAY, project_id="A", group=people.Group.ASK_NOW) == ["new"]
    assert (found.to_ask, found.papers, found.papers_workshops) == (1, 1, 1)


def test_an_advance_is_needed_until_it_is_paid_or_the_day_has_come(workspace):
    gone, to_come = TODAY - timedelta(days=1), TODAY + timedelta(days=3)
    with workspace.work("Fill") as work:
        work.add_all([Project("A", "Booking line"), Person("1", "Ana"), Person("2", "Ben")])
        work.add_all([Workshop("W", "A", "Soon", to_come), Workshop("H", "A", "Held", gone, state=WorkshopState.HELD)])
        taxi = {"kind": PaymentKind.EXPENSE, "offered": Money(2_000)}
        work.add(Payment("late", "W", "1", needed_by=gone, **taxi))
        work.add(Payment("asked", "W", "2", advance_asked_on=gone, **taxi))
        work.add(Payment("paid", "W", "2", needed_by=gone, paid=Money(2_000), paid_on=gone, **taxi))
        work.add(Payment("after", "W", "2", **taxi))
        work.add(Payment("held", "H", "2", needed_by=gone, **taxi))
    found = today.figures(workspace, today=TODAY, project_id=None)
    assert (found.advances, found.advances_people, found.advances_late) == (2, 2, 1)
    assert set(payments.ids(workspace, today=TODAY, waiting=payments.Waiting.BEFORE)) == {"late", "asked"}


@pytest.mark.slow
def test_it_is_quick_with_a_hundred_thousand_people(workspace):
    dice = random.Random(4)
    with workspace.work("Fill") as work:
        work.add(Project("A", "Booking line"))
        work.add_all(Person(str(n), f"Person {n}") for n in range(100_000))
        work.add_all(Workshop(str(n), "A", f"Workshop {n}", TODAY + timedelta(days=n - 90)) for n in range(100))
        seats = {(dice.randrange(100), dice.randrange(100_000)) for _n in range(20_000)}
        work.add_all(Attendance(str(w), str(p)) for w, p in seats)
        work.add_all(
            Payment(str(n), str(n % 100), str(n), PaymentKind.FEE, offered=Money(5_000), offered_on=TODAY) for n in range(5_000)
        )
    today.figures(workspace, today=TODAY, project_id="A")
    began = time.process_time()
    today.figures(workspace, today=TODAY, project_id="A")
    assert time.process_time() - began < 0.25
    began = time.process_time()
    waiting.people_waiting(workspace, today=TODAY, project_id="A")
    assert time.process_time() - began < 0.25
