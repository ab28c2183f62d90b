"""One fee offered to everybody who takes part: by a rate, as a sum that can be followed, or another amount. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.domain.money import NOTHING, Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.suggesting import Hours, Suggestion
from coproduce.i18n import _, ngettext
from coproduce.operations.many import Many
from coproduce.operations.many_payments import offer_to_those_listed
from ui.forms.money import in_currency
from ui.kit.fields import Choice, ChoiceField, Field
from ui.kit.many_acts import Answers, ManyAct
from ui.kit.noun_form import Line, fields_for, recorded

RATE = "rate"


def fee_for_everybody(suggested: Sequence[Suggestion], minutes: int, today: date, currency: str, *, entered_by: str = "") -> ManyAct:
    """The form; an amount that is written goes before the rate that is chosen. `minutes` is how long the day is planned."""
    by_rate = {str(each.rate.id): each for each in suggested}

    def amount_of(answers: Answers) -> Money:
        chosen = by_rate.get(answers[RATE] or "")
        written: Money | None = answers["offered"]
        return written or (chosen.amount if chosen is not None else NOTHING)

    def plan(answers: Answers) -> Many[Attendance]:
        given = recorded(Payment, {name: value for name, value in answers.items() if name != RATE})
        chosen = by_rate.get(answers[RATE] or "")
        category = given["category"] or (chosen.rate.label if chosen is not None else None)
        names = ("session_minutes_paid", "prep_minutes_paid", "travel_minutes_paid", "feedback_minutes_paid")
        hours = Hours(*(given[name] or 0 for name in names))
        told = {"category": category, "how_told": given["how_told"], "entered_by": entered_by or None}
        return offer_to_those_listed(amount=amount_of(answers), on=given["offered_on"], hours=hours, **told)

    def will(seats: Sequence[Attendance], answers: Answers) -> str:
        words = ngettext("{n} person is offered {amount}", "{n} people are offered {amount} each", len(seats))
        return words.format(n=f"{len(seats):,}", amount=amount_of(answers).words(currency))

    return ManyAct(_("Offer a fee to everybody"), _("Offer"), plan, will, _fields(suggested, minutes, today, currency))


def _fields(suggested: Sequence[Suggestion], minutes: int, today: date, currency: str) -> list[Field]:
    hint = _("Worked out for the length of the day in the plan.") if suggested else _("Add your rates in Settings to have this worked out.")
    choices = [Choice(str(each.rate.id), each.words) for each in suggested]
    rate = ChoiceField(RATE, _("By which rate"), hint, choices=choices, nothing=_("Another amount"))
    lines = [
        Line("offered", _("Or how much each"), _("An amount written here counts instead of the rate.")),
        Line("category", _("What for"), _("Such as half day. Blank takes the name of the rate.")),
        Line("offered_on", _("On"), required=True),
        Line("how_told", _("How they were told"), _("Such as by letter, in their format.")),
        Line("session_minutes_paid", _("Minutes of the workshop paid")),
        Line("prep_minutes_paid", _("Minutes of preparation paid"), _("Reading and phone calls are work too.")),
        Line("travel_minutes_paid", _("Minutes of travel paid")),
        Line("feedback_minutes_paid", _("Minutes of feedback paid")),
    ]
    known = {"offered_on": today, "session_minutes_paid": minutes or None}
    return [rate, *in_currency(fields_for(Payment, lines, **known), currency)]
