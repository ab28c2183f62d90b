"""Nothing an audience may not see reaches a report, and the filter moves no figure."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import (
    Answer,
    AskedAs,
    AttendanceState,
    Capacity,
    DecisionMethod,
    DeclineReason,
    GivenBy,
    OfferResponse,
    PaymentKind,
    SaidAs,
    WorkshopState,
    YesNo,
)
from coproduce.domain.counting.stood import Stood
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.money import Money
from coproduce.domain.objections import Objection
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.privacy import Audience, for_audience
from coproduce.exports.report import FOR_ALL, REPORTS, ReportChoices, build_report
from coproduce.exports.text import render

DAY = date(2025, 3, 3)
AS_OF = date(2025, 7, 1)

SECRET = (
    "person-id-canary",
    "name-canary",
    "full-name-canary",
    "group-canary",
    "contact-canary",
    "reply-canary",
    "pronouns-canary",
    "route-canary",
    "access-id-canary",
    "need-canary",
    "access-words-canary",
    "not-possible-canary",
    "payment-id-canary",
    "category-canary",
    "how-offered-canary",
    "reference-canary",
    "cancelled-line-canary",
    "paper-canary",
    "format-needed-canary",
    "format-sent-canary",
    "told-how-canary",
    "cancelled-workshop-canary",
    "4321.09",
    "£43.21",
    "asked-canary",
    "note-canary",
    "kept-by-canary",
)
"""In no copy at all."""

NOT_FOR_THE_PUBLIC = ("venue-canary", "owner-canary", "outcome-by-canary", "sheet-canary", "does-it-canary", "advice-canary")

FOR_EVERYBODY = (
    "said-canary",
    "reason-canary",
    "question-canary",
    "outcome-canary",
    "dissent-canary",
    "before-canary",
    "option-canary",
    "objection-canary",
    "how-canary",
    "to-do-canary",
    "earlier-canary",
)


@pytest.fixture
def watched() -> ProjectFacts:
    """One project with a word to look for in every field that holds text."""
    person = Person(
        "person-id-canary",
        "name-canary",
        "full-name-canary",
        "group-canary",
        "contact-canary",
        reply_format="reply-canary",
        inducted_on=DAY,
        left_on=AS_OF,
        pronouns="pronouns-canary",
        contact_route="route-canary",
    )
    named = Person("person-id-canary-2", "Chosen Name", "full-name-canary")
    line = Payment(
        "payment-id-canary",
        "W",
        person.id,
        PaymentKind.FEE,
        "category-canary",
        Money(4321),
        DAY,
        "how-offered-canary",
        OfferResponse.DECLINED,
        DAY,
        DeclineReason.BENEFITS,
        reference="reference-canary",
    )
    return ProjectFacts(
        WorkspaceSettings(organisation="An organisation"),
        Project("P", "A project"),
        people={person.id: person, named.id: named},
        workshops=(
            Workshop("W", "P", "A day", DAY, venue="venue-canary", state=WorkshopState.HELD),
            Workshop("X", "P", "Another", DAY, state=WorkshopState.CANCELLED, cancelled_reason="cancelled-workshop-canary"),
        ),
        blocks=(Block("W", 1, "Talk", 30, led_by=(person.id,), proposed_by=person.id),),
        attendances=(
            Attendance("W", person.id, Capacity.CARER, state=AttendanceState.HERE),
            Attendance("W", named.id, Capacity.LIVED_EXPERIENCE, state=AttendanceState.HERE),
        ),
        papers=(Paper("W", person.id, "paper-canary", "format-needed-canary", "format-sent-canary", DAY),),
        arrangements=(
            Arrangement(
                "access-id-canary", person.id, "W", "need-canary", "access-words-canary", not_possible_reason="not-possible-canary"
            ),
        ),
        payments=(line, replace(line, id="payment-id-canary-2", cancelled_reason="cancelled-line-canary")),
        contributions=(
            Contribution(
                "C1", "W", "said-canary", person.id, said_as=SaidAs.ANONYMOUS, answer=Answer.PART, answered_on=DAY, reason="reason-canary"
            ),
            Contribution("C2", "W", "I said this.", named.id, said_as=SaidAs.NAMED, told_on=DAY, told_how="told-how-canary"),
            Contribution("C3", "W", "So did I.", person.id, said_as=SaidAs.ROLE),
            Contribution("C4", "W", "And I.", person.id),
        ),
        decisions=(
            Decision(
                "D",
                "P",
                "question-canary",
                "W",
                method=DecisionMethod.CONSENT,
                decided_on=DAY,
                outcome="outcome-canary",
                outcome_by="outcome-by-canary",
                owner="owner-canary",
            ),
        ),
        options=(Option("D", "option-canary", proposed_by=person.id),),
        dissents=(Dissent("D", "dissent-canary", SaidAs.ROLE, person.id),),
        changes=(Change("D", "C1", "before-canary", "after"),),
        ballots=(Ballots("D", 12, "ranked-canary", Capacity.CARER),),
        objections=(Objection("D", "objection-canary", 1, YesNo.YES, "how-canary"),),
        advice=(Asked("D", "asked-canary", person.id, AskedAs.AFFECTED, "advice-canary", DAY),),
        actions=(Action("D", "to-do-canary", "does-it-canary", DAY, note="note-canary"),),
        versions=(DecisionVersion("D", DAY, "earlier-canary", "earlier-why", "kept-by-canary"),),
        turns=(Turns("W", 3, person.id),),
        verdicts=(Verdict("W", GivenBy.PARTICIPANT, 5, 5, 5, 5, words="sheet-canary"),),
    )


def everything_printed(facts: ProjectFacts, audience: Audience) -> str:
    """The words of every report made for them, in Easy Read too where there is one, and the files they carry."""
    reports = [report for report in REPORTS if audience in report.audiences]
    choices = [ReportChoices(report.key, audience, AS_OF) for report in reports]
    choices += [ReportChoices(report.key, audience, AS_OF, easy_read=True) for report in reports if report.easy]
    documents = [build_report(facts, each) for each in choices]
    attached = [attachment.content.decode() for document in documents for attachment in document.attachments]
    return "\n".join([*map(render, documents), *attached])


@pytest.mark.parametrize("audience", FOR_ALL)
def test_what_is_nobodys_business_is_in_no_copy(watched, audience):
    printed = everything_printed(watched, audience)
    assert [canary for canary in SECRET if canary in printed] == []
    assert [canary for canary in FOR_EVERYBODY if canary not in printed] == []


@pytest.mark.parametrize("audience", FOR_ALL)
def test_what_is_nobodys_business_does_not_pass_the_filter(watched, audience):
    passed = repr(for_audience(watched, audience))
    assert [canary for canary in SECRET if canary in passed] == []


def test_owners_and_words_from_sheets_are_not_for_the_public(watched):
    printed = everything_printed(watched, Audience.PUBLIC)
    assert [canary for canary in NOT_FOR_THE_PUBLIC if canary in printed] == []
    assert "Named in our records" in printed
    assert "One sheet also holds words." in printed
    for audience in (Audience.FUNDER, Audience.PARTICIPANTS):
        printed = everything_printed(watched, audience)
        assert all(canary in printed for canary in ("owner-canary", "outcome-by-canary", "sheet-canary"))


@pytest.mark.parametrize("audience", FOR_ALL)
def test_a_name_is_printed_only_beside_words_said_under_it(watched, audience):
    printed = everything_printed(watched, audience)
    copies = printed.count("Said on 3 March 2025 by Chosen Name")
    assert printed.count("Chosen Name") == copies == 2, "in the outcome summary, and in its Easy Read"
    assert "by somebody who gave no name" in printed
    assert "by a carer or supporter" in printed
    assert "whether they wish to be is not recorded" in printed


@pytest.mark.parametrize("audience, is_named", [(Audience.PUBLIC, False), (Audience.FUNDER, False), (Audience.PARTICIPANTS, True)])
def test_somebody_under_18_is_named_only_among_those_who_took_part(watched, audience, is_named):
    people = {name: replace(person, under_18=YesNo.YES) for name, person in watched.people.items()}
    printed = everything_printed(replace(watched, people=people), audience)
    assert ("Chosen Name" in printed) is is_named
    assert ("by somebody with lived experience" in printed) is not is_named


@pytest.mark.parametrize("audience", FOR_ALL)
def test_somebody_who_said_no_to_being_named_is_named_in_no_copy(watched, audience):
    people = {name: replace(person, name_consent=YesNo.NO) for name, person in watched.people.items()}
    printed = everything_printed(replace(watched, people=people), audience)
    assert "Chosen Name" not in printed
    assert "I said this." in printed


@pytest.mark.parametrize("audience", FOR_ALL)
def test_somebody_who_said_no_to_being_quoted_is_quoted_in_no_copy(watched, audience):
    people = {name: replace(person, quote_consent=YesNo.NO) for name, person in watched.people.items()}
    facts = replace(watched, people=people)
    printed = everything_printed(facts, audience)
    assert [words for words in ("said-canary", "I said this.", "dissent-canary") if words in printed] == []
    assert "the person does not wish to be quoted" in printed
    assert figures(for_audience(facts, audience), AS_OF) == figures(facts, AS_OF)


def test_what_people_need_wherever_they_go_is_no_part_of_what_a_report_can_see():
    assert "Requirement" not in " ".join(str(field.type) for field in fields(ProjectFacts))


@pytest.mark.parametrize("audience", FOR_ALL)
def test_words_without_a_name_are_cut_loose_from_the_person(watched, audience):
    said = {each.id: each for each in for_audience(watched, audience).contributions}
    assert [said[name].person_id for name in ("C1", "C3", "C4")] == [None, None, None]
    assert said["C1"].capacity is Capacity.CARER  # the figures need to know on which side it was said
    assert said["C2"].person_id is not None


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", ["sample", "case_1", "nothing_known", "five_hundred"])
def test_the_filter_moves_no_figure(projects, name, audience):
    facts, day = projects(name), date(2026, 6, 30)
    assert figures(for_audience(facts, audience), day) == figures(facts, day)


def figures(facts: ProjectFacts, day: date) -> list[object]:
    """Every count, state and value, and how many records stand behind each, without their ids."""
    kept = []
    for each in to_json(measure_all(facts, day)):
        records = each.pop("records", {})
        each["missing"] = len(each.get("missing", ()))
        kept.append((each, {answer: len(ids) for answer, ids in records.items()}))
    return kept


def test_the_same_facts_always_get_the_same_neutral_ids(sample):
    first, second = for_audience(sample, Audience.PUBLIC), for_audience(sample, Audience.PUBLIC)
    assert repr(first.attendances) == repr(second.attendances)
    assert {row.person_id for row in first.attendances} == set(first.people)


def test_the_facts_given_are_not_touched(watched):
    before = repr(watched)
    for_audience(watched, Audience.PUBLIC)
    assert repr(watched) == before


def with_groups(facts, *, carers, employed):
    """Two groups of that size who all voted for Leith, stood for it and ranked it first."""
    groups = ((Capacity.CARER, carers), (Capacity.EMPLOYED, employed))
    return replace(
        facts,
        deciders=tuple(Deciders("D", group, n, n, n - 1, 1) for group, n in groups),
        votes=tuple(VoteCount("D", n, "Leith", None, group) for group, n in groups),
        ballots=tuple(Ballots("D", n, "Leith", group) for group, n in groups),
    )


@pytest.mark.parametrize("audience", FOR_ALL)
def test_one_small_group_adds_all_groups_up(watched, audience):
    found = for_audience(with_groups(watched, carers=9, employed=20), audience)
    assert [(row.could_decide, row.took_part, row.support, row.stand_aside) for row in found.deciders] == [
        (9, 9, None, None),
        (20, 20, None, None),
    ]
    assert found.stood == {"D": Stood(27, 2, None, None, 29)}
    assert [(row.capacity, row.number) for row in found.votes] == [(None, 29)]
    assert [(row.capacity, row.number) for row in found.ballots] == [(None, 29)]


def test_large_groups_are_told_apart(watched):
    found = for_audience(with_groups(watched, carers=10, employed=20), Audience.PUBLIC)
    assert (found.stood, [row.support for row in found.deciders]) == ({}, [9, 19])
    assert [(row.capacity, row.number) for row in found.votes] == [(Capacity.CARER, 10), (Capacity.EMPLOYED, 20)]


def test_dots_do_not_say_how_many_people_there_were(watched):
    """Twelve dots may be those of four people."""
    dots = (VoteCount("D", 12, "Leith", None, Capacity.CARER),)
    decisions = (replace(watched.decisions[0], method=DecisionMethod.DOT_VOTE),)
    found = for_audience(replace(watched, decisions=decisions, votes=dots, deciders=()), Audience.FUNDER)
    assert [(row.capacity, row.number) for row in found.votes] == [(None, 12)]


def test_a_print_says_that_groups_are_not_told_apart(watched):
    decisions = (replace(watched.decisions[0], method=DecisionMethod.CONSENSUS),)
    facts = replace(with_groups(watched, carers=3, employed=20), decisions=decisions)
    printed = everything_printed(facts, Audience.FUNDER)
    assert "How each group stood is not told apart, because a group is small." in printed
    assert "2 in favour" not in printed


FINANCE_MAY_SEE = ("full-name-canary", "payment-id-canary", "reference-canary", "£43.21")
WORDS_OF_PEOPLE = (
    *("said-canary", "reason-canary", "dissent-canary", "before-canary", "objection-canary", "how-canary", "to-do-canary"),
    *("earlier-canary", "option-canary", "sheet-canary", "advice-canary", "does-it-canary", "owner-canary", "outcome-by-canary"),
)


@pytest.fixture
def for_finance(watched) -> ProjectFacts:
    """The same with money that was taken, so that there is somebody to name."""
    taken = replace(watched.payments[0], response=OfferResponse.ACCEPTED, decline_reason=None)
    return replace(watched, payments=(taken, *watched.payments[1:]))


def test_the_copy_for_finance_holds_names_amounts_and_references_and_nothing_of_needs_or_words(for_finance):
    printed = everything_printed(for_finance, Audience.FINANCE)
    assert "full-name-canary" in printed
    others = printed.replace("full-name-canary", "")
    assert [canary for canary in (*SECRET, *WORDS_OF_PEOPLE) if canary in others and canary not in FINANCE_MAY_SEE] == []
    assert "payment-id-canary" in printed
    assert "£43.21" in printed
    assert "Chosen Name" not in printed


def test_what_finance_may_not_see_does_not_pass_the_filter_for_it(for_finance):
    passed = repr(for_audience(for_finance, Audience.FINANCE)).replace("full-name-canary", "")
    withheld = [canary for canary in (*SECRET, *WORDS_OF_PEOPLE) if canary not in (*FINANCE_MAY_SEE, "option-canary")]
    assert [canary for canary in withheld if canary in passed] == []


@pytest.mark.parametrize("audience", FOR_ALL)
def test_no_other_copy_holds_a_name_for_money(for_finance, audience):
    assert for_audience(for_finance, audience).payees == {}
    assert [canary for canary in SECRET if canary in everything_printed(for_finance, audience)] == []
