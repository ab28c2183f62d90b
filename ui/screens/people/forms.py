"""What is asked about a person: first what most people are asked, then groups one step away. Every further question says why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.domain.dates import years_on
from coproduce.i18n import _
from ui.kit.fields import DayOffer, Further, TextField
from ui.kit.noun_form import Line


def person_lines(today: date) -> list[Line]:
    """The questions about a person. Only the first is needed."""
    on_the_day = (DayOffer(_("Today"), today),)
    return [*_first(), *_asked(on_the_day), *_more(), *_agreed(on_the_day), *_under_18(on_the_day), *_leaving(today, on_the_day)]


def own_id_field() -> TextField:
    """Asked only when somebody is added."""
    return TextField(
        "id",
        _("Your own number for them, if you have one"),
        _("So that your lists fit together. It cannot be changed later. Leave it blank to have one made."),
        group=_more_group(),
    )


def _first() -> list[Line]:
    return [
        Line("name", _("Name they choose"), _("The name they wish to be called by. Nothing else is needed.")),
        Line("group", _("Group or organisation"), _("So that you can see whose voices are in the room, and whose are not.")),
        Line("contact_route", _("How to reach them"), _("An e-mail address, a telephone number, a letter, or through whom.")),
        Line("reply_format", _("Format they like"), _("So that they can read your answer: such as large print, Easy Read or BSL.")),
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
        Line("access_asked_again_on", _("Asked again on"), _("The last time. What people need changes."), group=asked, offers=on_the_day),
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


def _more_group() -> Further:
    return Further(_("More about them"), _("Only what you need. Leave the rest blank."))


def _more() -> list[Line]:
    more = _more_group()
    return [
        Line("pronouns", _("Pronouns"), _("So that people are spoken of as they wish. Ask; never guess."), group=more),
        Line("full_name", _("Full name"), _("Only where something official needs it, such as a payment."), group=more),
        Line("named_contact", _("Whom they can turn to"), _("Somebody in your team, by name, so that they know whom to ask."), group=more),
    ]


def _agreed(on_the_day: tuple[DayOffer, ...]) -> list[Line]:
    agreed = Further(_("What they agreed to"), _("Each is a question of its own. A no is as good as a yes, and they may change it."))
    return [
        Line("photo_consent", _("May they be in photographs?"), _("Ask before anybody takes one."), group=agreed),
        Line("quote_consent", _("May their words be printed?"), _("No keeps their words out of every report."), group=agreed),
        Line("name_consent", _("May their name stand beside their words?"), _("No keeps their name out of every report."), group=agreed),
        Line(
            "keep_needs_consent", _("May you keep what they need?"), _("For next time, so that they need not tell you again."), group=agreed
        ),
        Line("consents_asked_on", _("Asked on"), _("Shows how old the answers are."), group=agreed, offers=on_the_day),
    ]


def requirement_lines(today: date, suggestions: Sequence[str]) -> list[Line]:
    """The questions about one thing somebody needs."""
    further = Further(_("Who sees it, and for how long"), _("Theirs to decide."))
    return [
        Line(
            "need",
            _("What would help"),
            _("Pick from the list or write your own words. Ask what they need, never why."),
            suggestions=suggestions,
        ),
        Line("words", _("In their words"), _("Enough to act on. No diagnosis."), long=True),
        Line("seen_by", _("Who may see it"), _("Not recorded means only the organisers."), group=further),
        Line("keep", _("Keep it for next time?"), _("No: delete it once the workshop is over."), group=further),
        Line(
            "review_on",
            _("Ask again on"),
            _("Needs change. Ask whether it still holds."),
            group=further,
            offers=(DayOffer(_("A year from today"), years_on(today, 1)),),
        ),
    ]


def _under_18(on_the_day: tuple[DayOffer, ...]) -> list[Line]:
    young = Further(_("If they are under 18"), _("A parent or guardian has to agree, and a young person is never named in public."))
    return [
        Line("under_18", _("Under 18?"), _("Only where you know or they tell you. You need no date of birth."), group=young),
        Line("guardian_consent_on", _("Parent or guardian agreed on"), _("Needed before they take part."), group=young, offers=on_the_day),
        Line(
            "assent_on",
            _("The young person said yes themselves on"),
            _("A parent cannot agree in their place. Ask them too."),
            group=young,
            offers=on_the_day,
        ),
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
            offers=(DayOffer(_("Two years from today"), years_on(today, 2)),),
        ),
    ]
