"""The honesty page's facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coproduce.domain.codes import Capacity, DecisionMethod, Stage
from coproduce.domain.evidence import measure_all
from coproduce.domain.evidence.honesty import Why
from tests.domain.evidence.situations import AS_OF, DAY, PROJECT, attends, days, decision, declined, happened, line, said, workshop


def honesty(*records, entered_on=None, **more):
    facts = replace(happened(*records, **more), entered_on=entered_on or {})
    return measure_all(facts, AS_OF).honesty


def test_it_says_what_could_not_be_shown_and_why():
    why = {each.result.id: each.why for each in honesty(attends("a", None), attends("b"), line(person="b")).not_shown}
    assert why["T4"] is Why.TOO_MUCH_NOT_RECORDED
    assert why["T11"] is Why.NOTHING_TO_MEASURE
    assert why["T25"] is Why.TOO_LITTLE_TO_MEASURE
    assert "T5" not in {each.result.id for each in honesty(line(offered=1)).not_shown}


def test_what_was_not_met_stands_largest_first():
    words = [said("C1"), said("C2")]
    lines = [line("X1", offered=1), line("X2", paid=1, paid_on=DAY)]
    not_met = honesty(attends(), *words, *lines).not_met
    assert {"T19", "T21", "T5"} <= {share.id for share in not_met}
    parts = [share.no / share.eligible for share in not_met]
    assert parts == sorted(parts, reverse=True)
    assert all(share.no for share in not_met)


def test_what_cannot_be_shown_is_not_listed_as_not_met_too():
    page = honesty(attends("a", None), attends("b"))
    assert not {share.id for share in page.not_met} & {each.result.id for each in page.not_shown}


def test_it_names_who_was_missing():
    second = workshop("W2", days(7))
    rows = [
        attends("ann"),
        attends("bob", "community", state="apologies"),
        attends("cat", state="absent"),
        attends("ann", state="absent", workshop="W2"),
        attends("dan", "employed", workshop="W2"),
        attends("eve", role="supporter", state="absent"),
        attends("fay", state=None),
    ]
    missing = honesty(workshop(), second, *rows).who_was_missing
    assert missing.without_participants == ("W2",)
    assert missing.never_there == (Capacity.LIVED_EXPERIENCE, Capacity.COMMUNITY)
    assert missing.apologies == ("W1/bob",)
    assert missing.absent == ("W1/cat", "W2/ann")
    assert missing.never_came == ("bob", "cat", "fay")


def test_money_that_failed_is_there_until_it_is_paid_declined_or_cancelled():
    failed = {"offered": 1, "failed_on": DAY}
    lines = [
        line("X1", **failed),
        line("X2", **failed, paid=1, paid_on=DAY),
        line("X3", **failed, cancelled_reason="twice"),
        line("X4", **failed, response="declined"),
        line("X5", offered=1, failed_on=AS_OF + timedelta(days=1)),
        line("X6", offered=1),
    ]
    assert honesty(*lines).failed_lines == ("X1",)


def test_payments_entered_and_approved_by_one_person_are_there():
    lines = [
        line("X1", entered_by="Farah", approved_by=" farah"),
        line("X2", entered_by="Farah", approved_by="Jo"),
        line("X3", entered_by="Farah"),
        line("X4", entered_by="Farah", approved_by="Farah", cancelled_reason="twice"),
    ]
    assert honesty(*lines).checked_by_one == ("X1",)


def test_people_who_declined_for_benefits_are_counted_once():
    lines = [declined("benefits"), declined("benefits", "X2"), declined("own_choice", "X3", person="bob")]
    assert honesty(*lines, declined("benefits", "X4", person="cat", cancelled_reason="twice")).declined_for_benefits == ("ann",)


def test_cancelled_lines_left_out_stages_and_decisions_taken_elsewhere_are_there():
    page = honesty(
        line("X2", cancelled_reason="by mistake"),
        line("X1", cancelled_reason="by mistake"),
        line("X3"),
        decision("D1", method=DecisionMethod.DECIDED_ELSEWHERE),
        decision("D2", method=DecisionMethod.CONSENT),
        project=replace(PROJECT, stages_run=(Stage.DESIGN, Stage.WHY)),
    )
    assert page.cancelled_lines == ("X1", "X2")
    assert page.stages_left_out == (Stage.PLAN, Stage.DELIVER, Stage.REVIEW, Stage.GOVERN)
    assert [each.id for each in page.decided_elsewhere] == ["D1"]


@pytest.mark.parametrize("typed, late", [(14, False), (15, True)])
def test_entries_typed_more_than_the_set_days_after_the_event_are_late(typed, late):
    row, words = attends(), said()
    known = {("Attendance", row.id): days(typed), ("Contribution", "C1"): days(2)}
    found = honesty(row, words, entered_on=known).late_entries
    assert [(entry.kind, entry.record, entry.days) for entry in found] == ([("Attendance", "W1/ann", 15)] if late else [])


def test_a_payments_event_is_the_first_of_its_dates():
    known = {("Payment", "X1"): days(20)}
    assert honesty(line(offered=1, offered_on=days(10)), entered_on=known).late_entries == ()
    (entry,) = honesty(line(offered=1, offered_on=days(-10)), entered_on=known).late_entries
    assert (entry.happened_on, entry.entered_on, entry.days) == (days(-10), days(20), 30)


def test_an_invitation_is_no_event():
    row = attends(state=None)
    assert honesty(row, entered_on={("Attendance", row.id): days(90)}).late_entries == ()
