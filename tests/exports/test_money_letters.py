"""Letters about money: whose money they hold, what they leave to the person, and how easily they are read."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from coproduce.domain.codes import DeclineReason, OfferResponse, PaymentKind, PaymentRoute
from coproduce.domain.money import Money
from coproduce.domain.paying import Payee, PayLine, paid_in_all, year_of
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.document import Heading, Paragraph, Pictured
from coproduce.exports.letters.easy_money import easy_offer, easy_reminder, easy_slip, easy_statement
from coproduce.exports.letters.money import offer_letter, payment_slip, reminder, statement
from coproduce.exports.pictures import credit
from coproduce.exports.text import render
from tests.exports.readability import grade, sentences_of

DAY = date(2026, 3, 3)
SETTINGS = WorkspaceSettings(organisation="Valley Care", payment_promise_days=14)
ANA = Person("ana", "Ana", full_name="Ana Canary", named_contact="Farah")


def line(number, workshop="First meeting", day=DAY, kind=PaymentKind.FEE, **steps):
    return PayLine(Payment(f"X{number}", f"W{workshop}", "ana", kind, **steps), workshop, day)


def offered(number=1, pence=4500, **more):
    return line(number, offered=Money(pence), offered_on=DAY, **more)


def paid(number, pence, on, **more):
    return line(number, paid=Money(pence), paid_on=on, route=PaymentRoute.BANK_TRANSFER, reference="BACS 7", **more)


FARE = line(2, offered=Money(620), kind=PaymentKind.EXPENSE, category="bus_fare")
PAYEE = Payee(ANA, SETTINGS, (offered(), FARE, paid(3, 4500, date(2026, 4, 1)), paid(4, 620, date(2026, 4, 20), kind=PaymentKind.EXPENSE)))
EMPTY = Payee(ANA, SETTINGS, ())
LETTERS = {
    "offer": offer_letter,
    "easy offer": easy_offer,
    "reminder": reminder,
    "slip": payment_slip,
    "statement": lambda payee: statement(payee, date(2025, 4, 6), date(2026, 4, 5)),
    "easy reminder": easy_reminder,
    "easy slip": easy_slip,
    "easy statement": lambda payee: easy_statement(payee, date(2025, 4, 6), date(2026, 4, 5)),
}
EASY = [kind for kind in LETTERS if kind.startswith("easy")]


def said(make, payee=PAYEE):
    return " ".join(render(make(payee)).split())


def test_an_offer_says_how_much_for_what_and_by_when_it_comes():
    words = said(offer_letter)
    assert "£45.00 for your time: “First meeting”, 3 March 2026" in words
    assert "£6.20 for bus fare: “First meeting”" in words
    assert "We pay you by 17 March 2026." in words
    assert "Please tell Farah." in words


def test_the_right_to_say_no_stands_in_every_letter_that_offers():
    for make in (offer_letter, easy_offer, reminder, easy_reminder):
        words = said(make)
        assert "say no" in words
        assert "not depend on" in words or "come all the same" in words
        assert "advice" in words


def test_no_letter_speaks_of_tax_as_if_it_knew_or_holds_a_full_name():
    for make in LETTERS.values():
        words = said(make)
        assert "tax-free" not in words
        assert "taxable" not in words
        assert "Canary" not in words


def test_what_was_declined_cancelled_or_answered_is_not_offered_again():
    lines = (
        offered(1, 100, response=OfferResponse.DECLINED, decline_reason=DeclineReason.BENEFITS),
        offered(2, 200, cancelled_reason="Snow"),
        offered(3, 300, response=OfferResponse.ACCEPTED),
        offered(4, 400),
    )
    payee = Payee(ANA, SETTINGS, lines)
    assert "£3.00" in said(offer_letter, payee)
    assert "£4.00" in said(offer_letter, payee)
    for make in (offer_letter, reminder):
        assert "£1.00" not in said(make, payee)
        assert "£2.00" not in said(make, payee)
    assert "£3.00" not in said(reminder, payee)
    assert "BENEFITS" not in said(offer_letter, payee).upper().replace("IF YOU GET BENEFITS", "").replace("CHANGE YOUR BENEFITS", "")


def test_a_slip_says_what_came_when_and_how():
    words = said(payment_slip)
    assert "1 April 2026 | Fee, First meeting | Bank transfer · BACS 7 | £45.00" in words
    assert "Together: £51.20." in words


def test_a_slip_for_a_part_says_that_the_rest_is_still_owed():
    part = line(1, approved=Money(5000), paid=Money(2000), paid_on=DAY)
    assert "We still owe you part of it" in said(payment_slip, Payee(ANA, SETTINGS, (part,)))


def test_a_statement_holds_one_year_with_fees_and_expenses_apart():
    first, last = year_of(date(2026, 4, 1))
    assert (first, last) == (date(2025, 4, 6), date(2026, 4, 5))
    words = " ".join(render(statement(PAYEE, first, last)).split())
    assert "For your time: £45.00" in words
    assert "For what it cost you: £0.00" in words
    assert "£6.20" not in words
    assert "We paid you nothing in that time." in " ".join(render(statement(PAYEE, date(2020, 4, 6), date(2021, 4, 5))).split())


def test_years_of_account_follow_one_another_without_a_gap():
    years = [year_of(date(year, 4, 6)) for year in range(2020, 2030)]
    assert all((second[0] - first[1]).days == 1 for first, second in pairwise(years))
    assert year_of(date(2026, 4, 5)) == year_of(date(2025, 4, 6))


def test_sums_are_of_what_was_paid():
    assert paid_in_all(PAYEE.paid, PaymentKind.FEE) == Money(4500)


@pytest.mark.parametrize("kind", EASY)
def test_easy_read_has_a_picture_beside_each_idea_and_short_sentences(kind):
    document = LETTERS[kind](PAYEE)
    assert {type(block) for block in document.blocks} <= {Pictured, Heading, Paragraph}
    ideas = [block for block in document.blocks if isinstance(block, Pictured)]
    assert len(ideas) >= 5
    assert all(len(sentence.split()) <= 12 for idea in ideas for sentence in sentences_of_idea(idea))
    assert document.blocks[-1] == Paragraph(credit()), "only the credit of the pictures stands without a picture"
    assert sum(isinstance(block, Paragraph) for block in document.blocks) == 1


def test_an_easy_slip_and_statement_say_each_amount_and_their_sum():
    slip = said(easy_slip)
    for words in ("We paid you £45.00 on 1 April 2026.", "We paid you £6.20 on 20 April 2026.", "BACS 7", "Together it is £51.20."):
        assert words in slip
    year = said(LETTERS["easy statement"])
    assert "It begins on 6 April 2025." in year
    assert "For your time: £45.00." in year
    assert "£6.20" not in year
    part = Payee(ANA, SETTINGS, (line(1, approved=Money(5000), paid=Money(2000), paid_on=DAY),))
    assert "We still owe you part of it." in said(easy_slip, part)


def sentences_of_idea(idea):
    from coproduce.exports.document import plain

    return [plain(part.words) for part in idea.blocks if hasattr(part, "words")]


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_reads_at_the_age_of_eleven(kind):
    measured = grade(sentences_of(LETTERS[kind](PAYEE)))
    print(f"{kind}: reading age {measured + 5:.1f}")
    assert measured + 5 <= 11


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_to_somebody_without_money_says_so(kind):
    assert "Dear Ana," in said(LETTERS[kind], EMPTY)
