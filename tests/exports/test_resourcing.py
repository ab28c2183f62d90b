"""The resourcing report: exact sums, what is told to whom, and the copy for finance, which names who is paid and tells nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.budget import BudgetLine, budget_figures
from coproduce.domain.codes import BudgetKind, DeclineReason, OfferResponse, PaymentKind, WorkshopState, YesNo
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.money import Money, total
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.errors import Refused
from coproduce.exports.privacy import Audience, for_audience
from coproduce.exports.report import FOR_ALL, REPORTS, ReportChoices, build_report
from coproduce.exports.text import render
from coproduce.exports.verifying import moved

DAY, AS_OF = date(2025, 3, 3), date(2025, 7, 1)
NAMES = ("Ana", "Ben", "Cai", "Dee")


def fee(number: int, person: int, *, workshop: str = "W1", pounds: int = 50, paid: date | None = DAY, **more) -> Payment:
    amount = Money(pounds * 100 + number)
    line = Payment(f"M-{number}", workshop, str(person), PaymentKind.FEE, offered=amount, offered_on=DAY - timedelta(days=9))
    answered = {"response": OfferResponse.ACCEPTED, "response_on": DAY, "paid": amount if paid else None, "paid_on": paid}
    return replace(line, **(answered | more))


FACTS = ProjectFacts(
    WorkspaceSettings(organisation="Us"),
    Project("P", "A project"),
    people={str(n): Person(str(n), name, full_name=f"{name} in Full") for n, name in enumerate(NAMES)},
    workshops=(Workshop("W1", "P", "One", DAY, state=WorkshopState.HELD), Workshop("W2", "P", "Two", DAY, state=WorkshopState.HELD)),
    payments=tuple(fee(n, n % 4, workshop=f"W{1 + n % 2}") for n in range(8)),
)


def copy(facts: ProjectFacts = FACTS, audience: Audience = Audience.FUNDER, as_of: date = AS_OF):
    return build_report(facts, ReportChoices("resourcing", audience, as_of))


def words(facts: ProjectFacts = FACTS, audience: Audience = Audience.FUNDER, as_of: date = AS_OF) -> str:
    return render(copy(facts, audience, as_of))


def paying(*lines: Payment, **more) -> ProjectFacts:
    return replace(FACTS, payments=lines, **more)


# -- sums


@pytest.mark.parametrize("name", ["sample", "case_1", "five_hundred"])
def test_the_sums_are_those_of_the_budget_page_to_the_penny(projects, name):
    facts, day = projects(name), date(2030, 1, 1)
    carried = {each["id"]: each for each in json.loads(copy(facts, Audience.FINANCE, day).attachments[0].content)["evidence"]}
    for figures in budget_figures(facts.budget, facts.payments, facts.arrangements):
        found = carried[f"budget.{figures.kind.value}"]["value"]
        assert found == {part: getattr(figures, part).plain() for part in ("planned", "paid", "promised", "freed")}
    live = [line for line in facts.payments if line.is_live]
    assert carried["money"]["value"]["paid"] == total([line.paid for line in live if line.paid]).plain()
    by_workshop = [each["value"]["paid"] for key, each in carried.items() if key.startswith("money.") and key not in KINDS]
    assert sum(int(paid.replace(".", "")) for paid in by_workshop) == int(carried["money"]["value"]["paid"].replace(".", ""))


KINDS = {"money.fee", "money.expense"}


def test_what_was_paid_later_was_still_owed_that_day():
    facts = paying(*(fee(n, n, paid=date(2025, 5, 1)) for n in range(3)))
    assert "£150.03 – still to pay (three payments)" in words(facts, as_of=date(2025, 4, 30))
    assert "£150.03 – paid (three payments)" in words(facts, as_of=date(2025, 5, 1))


def test_without_any_money_every_place_has_words():
    said = words(paying())
    for sentence in (
        "No fee and no expense is recorded yet.",
        "No fee and no expense is recorded for a workshop yet.",
        "Nothing is late.",
        "Nobody asked for money before the day, or nobody wrote it down.",
        "Nothing is planned and nothing was paid yet.",
    ):
        assert sentence in said


def test_a_budget_is_set_against_what_was_paid_and_what_was_never_planned_is_not_over():
    plan = (BudgetLine("P", BudgetKind.FEES, "Secret title", each=Money(50000), note="Secret note"),)
    said = words(replace(FACTS, budget=plan))
    assert "Fees for people’s time | £500.00 | £400.28 | £0.00 | £99.72 left" in said
    assert "Secret" not in said
    assert "over" not in words().split("Left or over")[1].split("Pay\n")[0]
    assert "nothing planned | £400.28 | £0.00 | no plan for it" in words()


def test_late_lines_are_named_for_finance_and_counted_for_others():
    facts = paying(*(fee(n, n, paid=None) for n in range(3)))
    assert "M-2 | Cai in Full | Fee: One, 3 March 2025 | £50.02 | 90 days" in words(facts, Audience.FINANCE)
    said = words(facts)
    assert "Three payments are late. In all: £150.03. The longest has been late for 90 days." in said
    assert "Cai" not in said


# -- who is told what


@pytest.mark.parametrize("audience", FOR_ALL)
def test_no_other_copy_carries_a_name_an_id_or_a_reference(audience):
    facts = replace(FACTS, payments=tuple(replace(line, reference=f"REF-{line.id}") for line in FACTS.payments))
    document = copy(facts, audience)
    printed = render(document) + document.attachments[0].content.decode()
    assert [name for name in (*NAMES, "in Full", "REF-", "M-1") if name in printed] == []


def test_the_copy_for_finance_names_who_is_paid_under_which_reference():
    facts = replace(FACTS, payments=tuple(replace(line, reference=f"REF-{line.id}") for line in FACTS.payments))
    said = words(facts, Audience.FINANCE)
    assert "M-2 | Cai in Full | Fee | £50.02 | £50.02 on 3 March 2025, reference REF-M-2" in said
    assert "For finance only" in said


def test_a_line_that_was_declined_has_no_name_and_no_reason_in_the_copy_for_finance():
    no = fee(9, 0, paid=None, response=OfferResponse.DECLINED, decline_reason=DeclineReason.BENEFITS)
    said = words(paying(no, fee(1, 1)), Audience.FINANCE)
    assert "Ana" not in said
    assert "M-9" not in said
    assert "One payment was declined. Why is not told in this copy." in said
    assert "ffect on benefits" not in said


@pytest.mark.parametrize(("people", "is_told"), [(2, False), (3, True)])
def test_why_people_said_no_is_told_only_where_it_leads_to_nobody(people, is_told):
    no = [fee(9, n, paid=None, response=OfferResponse.DECLINED, decline_reason=DeclineReason.EMPLOYER_PAYS) for n in range(people)]
    facts = replace(FACTS, payments=(*FACTS.payments, *(replace(line, id=f"N-{n}") for n, line in enumerate(no))))
    assert ("The reasons: their employer pays" in words(facts)) is is_told
    assert ("Why is not told in this copy." in words(facts)) is not is_told


@pytest.mark.parametrize("audience", FOR_ALL)
def test_money_that_leads_to_one_or_two_people_is_not_told(audience):
    said = words(paying(fee(1, 0), fee(2, 1)), audience)
    assert "£" not in said
    assert "Amounts are told only where they rest on three people or more" in said
    assert "£100.03" in words(paying(fee(1, 0), fee(2, 1)), Audience.FINANCE)
    carried = copy(paying(fee(1, 0), fee(2, 1)), audience).attachments[0].content.decode()
    assert '"money' not in carried


def test_one_small_kind_or_workshop_adds_all_up():
    expense = fee(9, 0, kind=PaymentKind.EXPENSE)
    said = words(replace(FACTS, payments=(*FACTS.payments, expense)))
    assert "The kinds are not told apart, because few people were paid for one of them." in said
    assert "All together | £450.37" in said
    assert "£400.28" not in said
    assert "Amounts are not told workshop by workshop, because few people were paid at one of them." in words()
    assert "One, 3 March 2025 | £200.12" in words(FACTS, Audience.FINANCE)


def test_what_one_person_said_no_to_is_not_told():
    no = fee(9, 0, pounds=70, paid=None, response=OfferResponse.DECLINED)
    facts = replace(FACTS, payments=(*FACTS.payments, no))
    assert "£70.09" not in words(facts)
    assert "What was said no to is not told here" in words(facts)
    assert "£70.09" in words(facts, Audience.FINANCE)


@pytest.mark.parametrize(("people", "is_told"), [(2, False), (3, True)])
def test_what_access_cost_is_a_sum_over_three_people_or_nothing(people, is_told):
    needs = tuple(Arrangement(f"A{n}", str(n), "W1", "need", "words", cost=Money(10001)) for n in range(people))
    facts = replace(FACTS, arrangements=needs)
    assert (total([need.cost for need in needs]).words() in words(facts)) is is_told
    assert total([need.cost for need in needs]).words() in words(facts, Audience.FINANCE)
    assert "100.01" not in words(facts, Audience.FINANCE)


def test_an_audience_a_report_is_not_made_for_is_refused_in_words():
    for report in REPORTS:
        if Audience.FINANCE not in report.audiences:
            with pytest.raises(Refused, match="is not made for this audience: Finance"):
                build_report(FACTS, ReportChoices(report.key, Audience.FINANCE, AS_OF))


def test_finance_sees_nobodys_name_but_beside_money():
    """Not in the facts either: the people who passed the filter have no names at all."""
    people = {name: replace(person, name_consent=YesNo.YES) for name, person in FACTS.people.items()}
    passed = for_audience(replace(FACTS, people=people), Audience.FINANCE)
    assert not set(NAMES) & {person.name for person in passed.people.values()}
    assert passed.payees["M-0"] == "Ana in Full"


def test_a_sum_that_moved_is_named_with_what_it_was_and_is():
    was = copy().attachments[0].content
    now = copy(replace(FACTS, payments=(*FACTS.payments, fee(9, 1)))).attachments[0].content
    found = {each.id: each for each in moved(was, now)}
    assert found["money"].was == "offered 400.28, owed 0.00, paid 400.28, taken 400.28"
    assert found["money"].now == "offered 450.37, owed 0.00, paid 450.37, taken 450.37"
    assert found["budget.fees"].now == "freed 0.00, paid 450.37, planned 0.00, promised 0.00"
