"""Letters to one person about money: what is offered and that they may say no, what was paid, and what came to them in a year.

They never say what counts as income and never advise; they say that independent advice is there, and that the place of the person
does not depend on the money. Sources: SCIE 2021 and 2015, paying people who receive benefits; NIHR 2024, payment guide for the
public (an offer is said before people agree).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coproduce.domain.codes import PaymentKind
from coproduce.domain.paying import Payee, PayLine, paid_in_all
from coproduce.domain.wording import day_words, label
from coproduce.exports.document import Align, Bullets, Column, Document, Heading, Paragraph, Table
from coproduce.exports.document import Block as Part
from coproduce.exports.house_look import look_of
from coproduce.exports.wording import given
from coproduce.i18n import _


def offer_letter(payee: Payee) -> Document:
    """What is offered, what they may answer, and when it comes."""
    return letter(payee, _("Money for taking part"), _("An offer to {name}"), _offer(payee))


def reminder(payee: Payee) -> Document:
    """That an offer is still open, and that no is a full answer."""
    return letter(payee, _("You can still choose"), _("About money, for {name}"), _reminder(payee))


def payment_slip(payee: Payee) -> Document:
    """What was paid, when and under which reference."""
    return letter(payee, _("We have paid you"), _("A payment slip for {name}"), _slip(payee))


def statement(payee: Payee, first: date, last: date) -> Document:
    """Everything paid to them between two days, fees and expenses apart."""
    title = _("What we paid you")
    return letter(payee, title, _("A statement for {name}"), _statement(payee, first, last))


def letter(payee: Payee, title: str, subtitle: str, parts: Iterable[Part]) -> Document:
    """A letter to one person; `{name}` in the subtitle is theirs."""
    organisation = payee.settings.organisation.strip()
    return Document(
        title=title,
        subtitle=subtitle.format(name=payee.person.name.strip()),
        organisation=organisation,
        details=(),
        blocks=tuple(parts),
        footer=title,
        look=look_of(payee.settings),
    )


def dear(payee: Payee) -> Paragraph:
    """How every letter begins: by the name they chose."""
    return Paragraph(_("Dear {name},").format(name=payee.person.name.strip()))


def _offer(payee: Payee) -> Iterator[Part]:
    yield dear(payee)
    if not payee.offers:
        yield Paragraph(_("There is no offer open at the moment."))
        return
    yield Paragraph(_("Your time and what you know are worth money. We offer you:"))
    yield Bullets(tuple(_offered(payee, line) for line in payee.offers))
    yield Heading(2, _("You choose"))
    yield Paragraph(_("You can:"))
    yield Bullets(
        (
            _("say yes to the money;"),
            _("say yes to less;"),
            _("ask for a voucher, or for a gift to a charity;"),
            _("ask us to pay your group;"),
            _("say no."),
        )
    )
    yield Paragraph(_("You do not have to say why. Your place does not depend on your answer. You can change your mind until we pay."))
    yield from _advice()
    yield Heading(2, _("When you get it"))
    yield Paragraph(when(payee))
    yield Paragraph(_("Do you need money before the day, such as for a train? Tell us. We can pay it first, or buy the ticket for you."))
    yield from _answer(payee)


def when(payee: Payee) -> str:
    """By which day the money of their offers is promised, in a sentence."""
    days = sorted({payee.due(line) for line in payee.offers})
    if len(days) == 1:
        return _("We pay you by {day}.").format(day=day_words(days[0]))
    return _("We pay you within {n} days after each workshop.").format(n=payee.settings.payment_promise_days)


def _offered(payee: Payee, line: PayLine) -> str:
    amount = line.payment.offered.words(payee.settings.currency) if line.payment.offered else ""
    what = {"amount": amount, "what": what_for(line), "workshop": line.workshop.strip(), "day": day_words(line.day)}
    return _("{amount} {what}: “{workshop}”, {day}").format(**what)


def what_for(line: PayLine) -> str:
    """What an amount is for, to follow the amount: "for your time"."""
    category = given(line.payment.category)
    if line.payment.kind is PaymentKind.FEE:
        return _("for your time")
    return _("for {category}").format(category=category.replace("_", " ").lower()) if category else _("for what it costs you")


def _advice() -> Iterator[Part]:
    yield Heading(2, _("If you get benefits"))
    yield Paragraph(_("Money can change your benefits. Please ask somebody independent before you answer. It is free."))
    yield Paragraph(
        _("Ask us where, and we will tell you. We do not give this advice ourselves. If you say no, it does not count as paid.")
    )


def _ask(payee: Payee) -> Iterator[Part]:
    contact = given(payee.person.named_contact)
    yield Heading(2, _("If you want to ask something"))
    named = _("Please ask {name}. You can write, ring or say it.")
    yield Paragraph(named.format(name=contact) if contact else _("Please ask whoever gave you this."))
    if organisation := given(payee.settings.organisation):
        yield Paragraph(organisation)


def _answer(payee: Payee) -> Iterator[Part]:
    contact = given(payee.person.named_contact)
    yield Heading(2, _("Please answer"))
    if contact:
        yield Paragraph(_("Please tell {name}. You can write, ring or say it.").format(name=contact))
    else:
        yield Paragraph(_("Please answer whoever gave you this letter. You can write, ring or say it."))
    if organisation := given(payee.settings.organisation):
        yield Paragraph(organisation)


def _reminder(payee: Payee) -> Iterator[Part]:
    yield dear(payee)
    if not payee.unanswered:
        yield Paragraph(_("You have answered every offer. Thank you."))
        return
    yield Paragraph(
        _("We offered you money, and we have not heard from you. That is all right. We only want you to know that it is still there:")
    )
    yield Bullets(tuple(_offered(payee, line) for line in payee.unanswered))
    yield Paragraph(
        _("You can say yes, ask for less or for another form, or say no. You do not have to say why. Your place does not depend on it.")
    )
    yield Paragraph(_("If you are not sure because of benefits, take your time. Please get free, independent advice first. Ask us where."))
    yield from _answer(payee)


def _slip(payee: Payee) -> Iterator[Part]:
    yield dear(payee)
    if not payee.paid:
        yield Paragraph(_("We have not paid anything yet."))
        return
    yield Paragraph(_("Thank you for your time and what you brought. We have paid you:"))
    yield _table(payee, payee.paid)
    yield Paragraph(_("Together: {amount}.").format(amount=paid_in_all(payee.paid).words(payee.settings.currency)))
    left = [line for line in payee.paid if line.payment.amount_owed]
    if left:
        yield Paragraph(_("We still owe you part of it, and will pay the rest."))
    yield Paragraph(_("Has it not arrived? Please tell us, and we will look for it."))
    yield Paragraph(_("Keep this letter. You may need it for tax or benefits. We do not work these out for you."))
    yield from _ask(payee)


def _statement(payee: Payee, first: date, last: date) -> Iterator[Part]:
    yield dear(payee)
    lines = payee.paid_within(first, last)
    yield Paragraph(_("This is what we paid you from {first} to {last}.").format(first=day_words(first), last=day_words(last)))
    if not lines:
        yield Paragraph(_("We paid you nothing in that time."))
    else:
        currency = payee.settings.currency
        yield _table(payee, lines)
        yield Bullets(
            (
                _("For your time: {amount}").format(amount=paid_in_all(lines, PaymentKind.FEE).words(currency)),
                _("For what it cost you: {amount}").format(amount=paid_in_all(lines, PaymentKind.EXPENSE).words(currency)),
                _("Together: {amount}").format(amount=paid_in_all(lines).words(currency)),
            )
        )
    yield Paragraph(_("Keep this letter. You may need it for tax or benefits. We do not work these out for you."))
    yield Paragraph(_("Is something wrong or missing? Please tell us."))
    yield from _ask(payee)


def _table(payee: Payee, lines: Sequence[PayLine]) -> Table:
    columns = (Column(_("Paid on"), 1.3), Column(_("For"), 2.6), Column(_("How"), 1.3), Column(_("Amount"), 1.0, Align.RIGHT))
    rows = tuple(
        (
            day_words(line.payment.paid_on),
            f"{label(line.payment.kind)}, {line.workshop.strip()}",
            " · ".join(part for part in (label(line.payment.route), line.payment.reference or "") if part),
            (line.payment.paid or paid_in_all(())).words(payee.settings.currency),
        )
        for line in lines
    )
    return Table("", columns, rows)
