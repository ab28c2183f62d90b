"""The letters about money in Easy Read: one idea at a time, in a short sentence, with a picture beside it.

They say what the other letters say (`money`), and leave out nothing somebody needs to answer. Source for the form: "Information for all",
European standards for information that is easy to read and understand (Inclusion Europe, 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coproduce.domain.codes import PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.paying import Payee, PayLine, paid_in_all
from coproduce.domain.wording import day_words
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document, Heading, Paragraph, Pictured
from coproduce.exports.letters.money import dear, letter, what_for, when
from coproduce.exports.pictures import Picture, credit
from coproduce.exports.wording import given
from coproduce.i18n import _


def easy_offer(payee: Payee) -> Document:
    """What is offered, and that they may say no."""
    return _easy(payee, _("Money for taking part"), _("An offer to {name}, in Easy Read"), _offer(payee))


def easy_reminder(payee: Payee) -> Document:
    """That an offer is still open, and that no is a full answer."""
    return _easy(payee, _("You can still choose"), _("About money, for {name}, in Easy Read"), _reminder(payee))


def easy_slip(payee: Payee) -> Document:
    """What was paid and when, line by line: no table."""
    return _easy(payee, _("We have paid you"), _("A payment slip for {name}, in Easy Read"), _slip(payee))


def easy_statement(payee: Payee, first: date, last: date) -> Document:
    """Everything paid to them between two days, fees and expenses apart: no table."""
    return _easy(payee, _("What we paid you"), _("A statement for {name}, in Easy Read"), _statement(payee, first, last))


def _easy(payee: Payee, title: str, subtitle: str, parts: Iterator[Part]) -> Document:
    return letter(payee, title, subtitle, [_idea(Picture.LETTER, dear(payee)), *parts, Paragraph(credit())])


def _idea(picture: Picture, *sentences: str | Paragraph) -> Pictured:
    return Pictured(picture, tuple(one if isinstance(one, Paragraph) else Paragraph(one) for one in sentences))


def _offer(payee: Payee) -> Iterator[Part]:
    if not payee.offers:
        yield _idea(Picture.MONEY, _("There is no offer open now."))
        return
    yield Heading(2, _("What we offer"))
    yield from _offered(payee, payee.offers)
    yield Heading(2, _("You choose"))
    yield from _choices()
    yield from _benefits()
    yield Heading(2, _("When you get it"))
    yield _idea(Picture.CALENDAR, when(payee))
    yield _idea(Picture.JOURNEY, _("Do you need money before the day?"), _("Tell us. We can help."))
    yield _idea(Picture.TALKING, _tell(payee))


def _reminder(payee: Payee) -> Iterator[Part]:
    if not payee.unanswered:
        yield _idea(Picture.DONE, _("You have answered every offer."), _("Thank you."))
        return
    yield _idea(Picture.WAITING, _("You have not answered yet."), _("That is all right."), _("The offer is still there."))
    yield Heading(2, _("What we offered"))
    yield from _offered(payee, payee.unanswered)
    yield Heading(2, _("You choose"))
    yield from _choices()
    yield from _benefits()
    yield _idea(Picture.TALKING, _tell(payee))


def _slip(payee: Payee) -> Iterator[Part]:
    if not payee.paid:
        yield _idea(Picture.MONEY, _("We have not paid anything yet."))
        return
    yield _idea(Picture.WELCOME, _("Thank you for your time."))
    yield Heading(2, _("What we paid you"))
    yield from _paid(payee, payee.paid)
    yield _idea(Picture.NUMBERS, _("Together it is {amount}.").format(amount=_words(payee, paid_in_all(payee.paid))))
    if any(line.payment.amount_owed for line in payee.paid):
        yield _idea(Picture.WAITING, _("We still owe you part of it."), _("We will pay the rest."))
    yield _idea(Picture.QUESTION, _("Has it not arrived?"), _tell(payee), _("We will look for it."))
    yield _keep()


def _statement(payee: Payee, first: date, last: date) -> Iterator[Part]:
    lines = payee.paid_within(first, last)
    yield _idea(
        Picture.CALENDAR,
        _("This letter is about one time."),
        _("It begins on {day}.").format(day=day_words(first)),
        _("It ends on {day}.").format(day=day_words(last)),
    )
    if not lines:
        yield _idea(Picture.MONEY, _("We paid you nothing in that time."))
    else:
        yield Heading(2, _("What we paid you"))
        yield from _paid(payee, lines)
        fees, costs = (_words(payee, paid_in_all(lines, kind)) for kind in (PaymentKind.FEE, PaymentKind.EXPENSE))
        yield Heading(2, _("All of it"))
        yield _idea(
            Picture.NUMBERS,
            _("For your time: {amount}.").format(amount=fees),
            _("For what it cost you: {amount}.").format(amount=costs),
            _("Together it is {amount}.").format(amount=_words(payee, paid_in_all(lines))),
        )
    yield _keep()
    yield _idea(Picture.TALKING, _("Is something wrong or missing?"), _tell(payee))


def _offered(payee: Payee, lines: Sequence[PayLine]) -> Iterator[Part]:
    for line in lines:
        amount = _words(payee, line.payment.offered) if line.payment.offered else ""
        meeting = _("The meeting is on {day}.").format(day=day_words(line.day))
        yield _idea(
            Picture.MONEY, _("We offer you {amount}.").format(amount=amount), _("It is {what}.").format(what=what_for(line)), meeting
        )


def _paid(payee: Payee, lines: Sequence[PayLine]) -> Iterator[Part]:
    for line in lines:
        paid = _words(payee, line.payment.paid or paid_in_all(()))
        on = day_words(line.payment.paid_on)
        sentences = [
            _("We paid you {amount} on {day}.").format(amount=paid, day=on),
            _("It is {what}.").format(what=what_for(line)),
            _("The meeting was on {day}.").format(day=day_words(line.day)),
        ]
        if reference := given(line.payment.reference):
            sentences.append(_("Its reference is {reference}.").format(reference=reference))
        yield _idea(Picture.RECEIPT, *sentences)


def _choices() -> Iterator[Part]:
    yield _idea(Picture.YES, _("You can say yes."), _("You can ask for less."))
    yield _idea(Picture.GIFT, _("You can ask for a voucher."), _("You can ask us to give it to a charity."))
    yield _idea(Picture.NO, _("You can say no."), _("You can come all the same."), _("You do not need to say why."))


def _benefits() -> Iterator[Part]:
    yield Heading(2, _("If you get benefits"))
    yield _idea(Picture.HELP, _("Money can change your benefits."), _("Ask for advice first."), _("Ask us where to go."))


def _keep() -> Part:
    return _idea(Picture.PRIVATE, _("Keep this letter."), _("You may need it for tax or benefits."))


def _tell(payee: Payee) -> str:
    contact = given(payee.person.named_contact)
    return _("Please tell {name}.").format(name=contact) if contact else _("Please tell the person who gave you this.")


def _words(payee: Payee, amount: Money) -> str:
    return amount.words(payee.settings.currency)
