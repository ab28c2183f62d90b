"""The words people read for every code, and dates, lists and small numbers as people write them.

Codes have stable values; their words live here and nowhere else, so that window, reports and workbook say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from coproduce.domain import codes
from coproduce.domain.access import ArrangementState
from coproduce.domain.batches import BatchState
from coproduce.domain.payment_moves import Move, PaymentState
from coproduce.i18n import _, ngettext


def N_(words: str) -> str:  # noqa: N802  gettext's own name for it
    """Mark words for translation where they stand; they are translated when they are read."""
    return words


WORDS: dict[type[StrEnum], dict[str, str]] = {
    codes.YesNo: {"yes": N_("Yes"), "no": N_("No")},
    codes.YesPartlyNo: {"yes": N_("Yes"), "partly": N_("Partly"), "no": N_("No")},
    codes.Stage: {
        "why": N_("Setting the aim"),
        "plan": N_("Planning"),
        "design": N_("Design"),
        "deliver": N_("Delivery"),
        "review": N_("Review"),
        "govern": N_("Governing"),
    },
    codes.LevelFramework: {
        "tlap": N_("TLAP ladder of co-production"),
        "iap2": N_("IAP2 spectrum"),
        "arnstein": N_("Arnstein’s ladder"),
    },
    codes.RateShape: {
        "per_hour": N_("For each hour"),
        "band": N_("For a half day or a day"),
        "task": N_("For a task"),
        "role_level": N_("For a level of role"),
        "per_mile": N_("For each mile"),
    },
    codes.AccessAsked: {
        "not_asked": N_("Not asked yet"),
        "asked_no_answer": N_("Asked, no answer yet"),
        "asked_none_needed": N_("Asked, nothing needed"),
        "asked_needs_given": N_("Asked, needs given"),
        "prefers_not_to_say": N_("Prefers not to say"),
    },
    codes.SeenBy: {
        "organisers": N_("Only those who arrange it"),
        "helpers": N_("Whoever helps on the day"),
        "everyone": N_("Everybody at the workshop"),
    },
    codes.WorkshopFormat: {"in_person": N_("In person"), "online": N_("Online"), "hybrid": N_("In person and online")},
    codes.WorkshopState: {
        "draft": N_("Draft"),
        "planned": N_("Planned"),
        "held": N_("Held"),
        "closed": N_("Held and closed"),
        "cancelled": N_("Cancelled"),
    },
    codes.BlockCategory: {
        "welcome": N_("Welcome"),
        "listening": N_("Listening"),
        "talk": N_("Talk"),
        "small_groups": N_("Small groups"),
        "whole_group": N_("Whole group"),
        "decision": N_("Decision"),
        "break": N_("Break"),
        "caucus": N_("Caucus"),
        "reflection": N_("Reflection"),
        "other": N_("Other"),
    },
    codes.AtInvitation: {"open": N_("Still open"), "options_fixed": N_("Only the options were open"), "decided": N_("Already decided")},
    codes.Capacity: {
        "lived_experience": N_("Lived experience"),
        "community": N_("Member of the community"),
        "carer": N_("Carer or supporter"),
        "employed": N_("Here in their job"),
        "representing": N_("Representing an organisation"),
    },
    codes.Role: {
        "participant": N_("Taking part"),
        "facilitator": N_("Facilitator"),
        "chair": N_("Chair"),
        "co_chair": N_("Co-chair"),
        "note_taker": N_("Note-taker"),
        "observer": N_("Observer"),
        "interpreter": N_("Interpreter"),
        "supporter": N_("Supporter"),
    },
    codes.InvitationResponse: {"accepted": N_("Coming"), "declined": N_("Not coming")},
    codes.AttendanceState: {
        "here": N_("Here"),
        "left_early": N_("Left early"),
        "apologies": N_("Sent apologies"),
        "absent": N_("Did not come"),
        "unexpected": N_("Came unexpectedly"),
    },
    codes.OrganiserSays: {
        "worked": N_("It worked"),
        "partly": N_("It worked partly"),
        "did_not": N_("It did not work"),
        "not_possible": N_("It was not possible"),
    },
    codes.PersonSays: {"worked": N_("It worked"), "partly": N_("It worked partly"), "did_not": N_("It did not work")},
    codes.PaymentKind: {"fee": N_("Fee"), "expense": N_("Expense")},
    codes.OfferResponse: {
        "accepted": N_("Accepted"),
        "declined": N_("Declined"),
        "less": N_("Asked for less"),
        "voucher": N_("Asked for a voucher"),
        "donation": N_("Asked to give it away"),
        "group": N_("Asked to pay it to a group"),
    },
    codes.BudgetKind: {
        "fees": N_("Fees for people’s time"),
        "expenses": N_("Expenses given back"),
        "access": N_("Access"),
        "room_and_food": N_("Room and food"),
        "materials": N_("Materials and printing"),
        "training": N_("Training and support"),
        "staff": N_("Your team’s hours"),
        "other": N_("Other"),
    },
    codes.PaymentRoute: {
        "payroll": N_("Payroll"),
        "invoice": N_("Their invoice"),
        "bank_transfer": N_("Bank transfer"),
        "cash": N_("Cash"),
        "voucher": N_("Voucher"),
        "donation": N_("Donation instead"),
        "group": N_("To their group"),
    },
    codes.DeclineReason: {
        "own_choice": N_("Own choice"),
        "benefits": N_("Effect on benefits"),
        "employer_pays": N_("Their employer pays"),
        "other": N_("Another reason"),
        "prefer_not_to_say": N_("Prefers not to say"),
    },
    codes.SaidAs: {"named": N_("By name"), "role": N_("By role only"), "anonymous": N_("Without a name")},
    codes.Answer: {
        "adopted": N_("We did it"),
        "part": N_("We did part of it"),
        "not_adopted": N_("We could not do it"),
        "parked": N_("Not now"),
        "heard": N_("We heard it; there is no decision to make"),
    },
    codes.AskAnswer: {
        "yes": N_("They said yes"),
        "part": N_("They said yes to part of it"),
        "no": N_("They said no"),
        "no_answer": N_("They did not answer"),
    },
    codes.DecisionMethod: {
        "consent": N_("Consent: nobody had a reason it would do harm"),
        "consensus": N_("Consensus: everybody agreed"),
        "advice": N_("Advice: one person decided after asking those affected"),
        "majority": N_("Majority vote"),
        "fist_to_five": N_("Fist to five"),
        "score": N_("Scoring"),
        "dot_vote": N_("Dot vote"),
        "ranked": N_("Ranked choices"),
        "decided_elsewhere": N_("Decided elsewhere"),
    },
    codes.DecisionState: {
        "to_decide": N_("To decide"),
        "decided": N_("Decided"),
        "in_progress": N_("Under way"),
        "done": N_("Done"),
        "stopped": N_("Stopped"),
    },
    codes.Share: {
        "more_than_half": N_("More than half"),
        "three_fifths": N_("Three fifths"),
        "two_thirds": N_("Two thirds"),
        "three_quarters": N_("Three quarters"),
        "four_fifths": N_("Four fifths"),
        "everybody": N_("Everybody"),
    },
    codes.CountedOf: {"voted": N_("Those who voted for or against"), "present": N_("Everybody who took part")},
    codes.AskedAs: {"affected": N_("It affects them"), "expert": N_("They know about it")},
    codes.ActionState: {"to_do": N_("To do"), "under_way": N_("Under way"), "done": N_("Done"), "dropped": N_("Dropped")},
    codes.Right: {
        "lead": N_("Lead, with access needs"),
        "organiser": N_("Organiser"),
        "finance": N_("Finance"),
        "reader": N_("Looks only"),
    },
    codes.ReviewResult: {"kept": N_("Kept"), "changed": N_("Changed"), "undone": N_("Undone")},
    codes.GivenBy: {"participant": N_("Participant"), "organiser": N_("Organiser")},
    Move: {
        "offer": N_("Offer"),
        "accept": N_("They said yes"),
        "decline": N_("They said no"),
        "claim": N_("Record claim"),
        "send_back": N_("Send back"),
        "approve": N_("Approve"),
        "put_in_batch": N_("Put in batch"),
        "take_out": N_("Take out of batch"),
        "send": N_("Send again"),
        "fail": N_("Payment failed"),
        "pay": N_("Mark as paid"),
        "receive": N_("Money arrived"),
        "cancel": N_("Cancel line"),
    },
    ArrangementState: {
        "asked": N_("To arrange"),
        "agreed": N_("Agreed"),
        "booked": N_("Booked"),
        "confirmed": N_("Confirmed"),
        "in_place": N_("In place"),
        "worked": N_("Worked"),
        "partly": N_("Partly worked"),
        "did_not": N_("Did not work"),
        "not_possible": N_("Not possible"),
    },
    codes.PaidHow: {
        "employer": N_("Paid by their employer"),
        "fee": N_("Paid a fee"),
        "other_form": N_("Paid in another form"),
        "declined": N_("Said no to the money"),
        "owed": N_("Still owed"),
        "not_recorded": N_("Not recorded"),
    },
    BatchState: {"open": N_("Open"), "closed": N_("Closed"), "sent": N_("With finance")},
    PaymentState: {
        "draft": N_("Not offered yet"),
        "offered": N_("Offered"),
        "agreed": N_("Agreed"),
        "claimed": N_("Claimed"),
        "sent_back": N_("Sent back"),
        "approved": N_("Approved"),
        "in_batch": N_("In a batch"),
        "sent": N_("With finance"),
        "failed": N_("Payment failed"),
        "part_paid": N_("Partly paid"),
        "paid": N_("Paid"),
        "received": N_("Received"),
        "declined": N_("Declined"),
        "cancelled": N_("Cancelled"),
    },
}

_STATES = {
    "met": N_("Met"),
    "partly": N_("Partly met"),
    "not_met": N_("Not met"),
    "cannot_be_shown": N_("Cannot be shown"),
    "nothing_to_measure": N_("Nothing to measure"),
    "measured": N_("Measured"),
    "not_measured": N_("Not measured"),
}

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_SMALL = (N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"))


def label(code: StrEnum | None) -> str:
    """A code as it stands alone, such as "Lived experience". None is "Not recorded": never a no."""
    return _("Not recorded") if code is None else _(WORDS[type(code)][code.value])


def in_sentence(code: StrEnum | None) -> str:
    """The same words inside a sentence, such as "lived experience"; an abbreviation keeps its capitals."""
    words = label(code)
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def state_words(state: str) -> str:
    """The headline of an evidence result, such as "Cannot be shown"."""
    return _(_STATES[state])


def day_words(day: date | None) -> str:
    """`3 March 2025`; "not recorded" where there is no day."""
    if day is None:
        return _("not recorded")
    return f"{day.day} {_(_MONTHS[day.month - 1])} {day.year}"


def weekday_words(day: date) -> str:
    """`Monday 3 March 2025`, for people who have to come on it."""
    return _("{weekday} {day}").format(weekday=_(_WEEKDAYS[day.weekday()]), day=day_words(day))


def span_words(first: date, last: date) -> str:
    """Two days as a stretch: `3 March 2025`, `3 to 9 March 2025`, `3 March to 9 May 2025`."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} to {last}").format(first=first.day, last=day_words(last))
    if first.year == last.year:
        return _("{first} to {last}").format(first=f"{first.day} {_(_MONTHS[first.month - 1])}", last=day_words(last))
    return _("{first} to {last}").format(first=day_words(first), last=day_words(last))


def list_words(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; nothing for no items."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return _("{several} and {last}").format(several=", ".join(words[:-1]), last=words[-1])


def number_words(count: int) -> str:
    """Ten and under as a word ("no" for 0), more as figures: `seven`, `1,204`."""
    return _(_SMALL[count]) if 0 <= count < len(_SMALL) else f"{count:,}"


def days_words(days: float) -> str:
    """A number of days: `1 day`, `36 days`, `10.5 days`."""
    shown = f"{days:,.1f}".removesuffix(".0")
    return ngettext("{count} day", "{count} days", 1 if days == 1 else 2).format(count=shown)


def percent_words(part: int, whole: int) -> str:
    """A whole percentage. Only nothing is 0% and only all is 100%: 199 of 200 is 99%."""
    nearest = (200 * part + whole) // (2 * whole)
    if 0 < part < whole:
        nearest = min(max(nearest, 1), 99)
    return f"{nearest}%"


def share_words(yes: int, not_recorded: int, eligible: int) -> str:
    """How much of a question is answered yes: `7 of 8`; from ten on `74%`, or `33% to 70%` where some is not recorded.

    Below ten a percentage would claim more than it knows. What is not recorded widens a percentage and is named beside words.
    """
    if not eligible:
        return _("nothing to count")
    if eligible < 10:
        return _("{yes} of {all}").format(yes=yes, all=eligible)
    low, high = percent_words(yes, eligible), percent_words(yes + not_recorded, eligible)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)
