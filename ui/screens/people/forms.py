"""What is asked about a person: first what most people are asked, then groups one step away. Every further question says why."""

from __future__ import annotations

from datetime import date

from coproduce.i18n import _
from ui.kit.fields import DayOffer, Further
from ui.kit.noun_form import Line


def person_lines(today: date) -> list[Line]:
    """The questions about a person. Only the first is needed."""
    on_the_day = (DayOffer(_("Today"), today),)
    return [*_first(), *_asked(on_the_day), *_more(), *_under_18(on_the_day), *_leaving(today, on_the_day)]


def _first() -> list[Line]:
    return [
        Line("name", _("Name they choose"), _("The name they wish to be called by. Nothing else is needed.")),
        Line("group", _("Group or organisation"), _("So that you can see whose voices are in the room, and whose are not.")),
        Line("reply_format", _("How they like to hear from you"), _("Such as text message, large print or BSL.")),
    ]


def _asked(on_the_day: tuple[DayOffer, ...]) -> list[Line]:
    asked = Further(_("What they were asked"), _("So that nobody is asked twice, and nobody is left out."))
    return [
        Line("access_asked", _("Have they been asked what they need?"), _("Asking is your job; answering is up to them."), group=asked),
        Line(
            "access_first_asked_on",
            _("First asked on"),
            _("Shows whether there was time to arrange things."),
            group=asked,
            offers=on_the_day,
        ),
        Line(
            "upfront_asked_on",
            _("Asked whether they need money before the day on"),
            _("Not everybody can pay for a journey and wait."),
            group=asked,
            offers=on_the_day,
        ),
        Line("inducted_on", _("Welcomed in on"), _("The day somebody explained how it works here."), group=asked, offers=on_the_day),
        Line("induction_confirmed", _("Did they say the welcome was enough?"), _("Their answer, not yours."), group=asked),
    ]


def _more() -> list[Line]:
    more = Further(_("More about them"), _("Only what you need. Leave the rest blank."))
    return [
        Line("full_name", _("Full name"), _("Only where something official needs it, such as a payment."), group=more),
        Line("named_contact", _("Whom they can turn to"), _("Somebody in your team, by name, so that they know whom to ask."), group=more),
    ]


def _under_18(on_the_day: tuple[DayOffer, ...]) -> list[Line]:
    young = Further(_("If they are under 18"), _("A parent or guardian has to agree, and a young person is never named in public."))
    return [
        Line("under_18", _("Under 18?"), _("Only where you know or they tell you. You need no date of birth."), group=young),
        Line("guardian_consent_on", _("Parent or guardian agreed on"), _("Needed before they take part."), group=young, offers=on_the_day),
    ]


def _leaving(today: date, on_the_day: tuple[DayOffer, ...]) -> list[Line]:
    leaving = Further(_("Leaving, and how long you keep this"), _("People may leave at any time, and need not say why."))
    return [
        Line("left_on", _("Left on"), _("From then on they are asked to nothing more."), group=leaving, offers=on_the_day),
        Line("left_reason_asked", _("Were they asked why they left?"), _("Asking shows where you could do better."), group=leaving),
        Line(
            "retain_until",
            _("Keep their record until"),
            _("On that day the program reminds you to think about deleting it."),
            group=leaving,
            offers=(DayOffer(_("Two years from today"), in_two_years(today)),),
        ),
    ]


def in_two_years(today: date) -> date:
    """The same day two years on; 28 February for 29 February."""
    return date(today.year + 2, today.month, min(today.day, 28) if today.month == 2 else today.day)
