"""Letters about money, one to each person, in the form they read best. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from coproduce.domain.paying import Payee, year_of
from coproduce.domain.wording import day_words
from coproduce.exports.document import Document
from coproduce.exports.letters import easy_money, money
from coproduce.i18n import _
from ui.forms.letter_form import letter_form
from ui.kit.letters import Letter, Letters

Make = Callable[[Payee], Document]


def offers(title: str, read: Callable[[], Sequence[Payee]]) -> Letters:
    """The written offer to everybody whose offer stands."""
    return Letters(
        title=_("Offers for “{title}”").format(title=title),
        kind=_("Offer"),
        about=title,
        read=lambda: _letters(read(), money.offer_letter, easy_money.easy_offer, lambda one: bool(one.offers)),
        help_line=_("What is offered, and that they may say no. Nothing is sent from here."),
    )


def reminders(title: str, read: Callable[[], Sequence[Payee]]) -> Letters:
    """A word to everybody who has not answered, that no is a full answer."""
    return Letters(
        title=_("No reply yet: “{title}”").format(title=title),
        kind=_("Reminder"),
        about=title,
        read=lambda: _letters(read(), money.reminder, easy_money.easy_reminder, lambda one: bool(one.unanswered)),
        help_line=_("It says that a no is a full answer, too."),
    )


def slips(title: str, read: Callable[[], Sequence[Payee]]) -> Letters:
    """What was paid, to everybody who was."""
    return Letters(
        title=_("Payment slips for “{title}”").format(title=title),
        kind=_("Payment slip"),
        about=title,
        read=lambda: _letters(read(), money.payment_slip, easy_money.easy_slip, lambda one: bool(one.paid)),
        help_line=_("What was paid, when and under which reference."),
    )


def statements(read: Callable[[], Payee | None], today: date) -> Letters:
    """What was paid to one person, year by year, the latest first. A year begins on 6 April."""

    def letters() -> list[Letter]:
        found = read()
        if found is None:
            return []
        years = sorted({year_of(line.payment.paid_on) for line in found.paid if line.payment.paid_on} | {year_of(today)}, reverse=True)
        return [_statement(found, first, last) for first, last in years]

    return Letters(
        title=_("Statements"),
        kind=_("Statement"),
        about="",
        read=letters,
        help_line=_("What was paid in a year. It begins on 6 April."),
    )


def _letters(payees: Iterable[Payee], make: Make, easy: Make, fits: Callable[[Payee], bool]) -> list[Letter]:
    return [_letter(one, make, easy) for one in payees if fits(one)]


def _statement(one: Payee, first: date, last: date) -> Letter:
    made = _letter(one, lambda payee: money.statement(payee, first, last), lambda payee: easy_money.easy_statement(payee, first, last))
    return replace(made, key=f"{first.year}", state=f"{day_words(first)} – {day_words(last)}", missing=())


def _letter(one: Payee, make: Make, easy: Make) -> Letter:
    form = letter_form(one.format_wanted)
    document = (easy if form.is_easy else make)(one)
    known = one.person
    return Letter(known.id, known.name, form.words, document, tuple(_missing(one)), form.is_large, known.id, form.is_easy)


def _missing(one: Payee) -> Iterable[str]:
    if not one.format_wanted:
        yield _("In which format do they read best?")
    if not (one.person.named_contact or "").strip():
        yield _("Who is their contact?")
