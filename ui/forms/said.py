"""What is asked about something somebody said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.i18n import _
from ui.kit.fields import Choice, DayOffer, Further
from ui.kit.noun_form import Line


def said_lines(persons: Sequence[Choice], parts: Sequence[str] = (), themes: Sequence[str] = ()) -> list[Line]:
    """The words, and whose they are if they wish it kept. To pick from: `parts` of the day by title, `themes` in use."""
    return [
        Line("words", _("What was said"), _("In their words."), long=True),
        Line("person_id", _("Who said it"), _("Leave blank where they wish not to be named."), choices=persons),
        Line("capacity", _("In which capacity"), _("So that you can see whose words lead to change.")),
        Line("said_as", _("How they wish to be named"), _("Their choice. Reports keep to it.")),
        Line("theme", _("Theme"), _("A short heading to find it under."), suggestions=themes),
        Line("part", _("Part of the day"), _("In which part it was said."), suggestions=parts),
    ]


def loop_lines(today: date) -> list[Line]:
    """What came of it: the answer, and telling people."""
    now = (DayOffer(_("Today"), today),)
    answer = Further(_("The answer"), _("What you did with it. A no, or a part, needs a reason people can be told."))
    told = Further(_("Telling people"), _("An answer counts once it was heard."))
    return [
        Line("answer", _("What we did"), group=answer),
        Line("answered_on", _("On"), _("The day it was settled."), group=answer, offers=now),
        Line("reason", _("Why"), _("In words they can be told."), long=True, group=answer),
        Line("told_on", _("People told on"), _("Shows whether the promise was kept."), group=told, offers=now),
        Line("told_how", _("How they were told"), _("Such as by letter, in their format."), group=told),
        *(Line(line.name, line.label, line.hint, group=told, offers=line.offers) for line in difference_lines(today, required=False)),
    ]


def difference_lines(today: date, *, required: bool = True) -> list[Line]:
    """Whether they were asked what difference it made, and what they said."""
    now = (DayOffer(_("Today"), today),)
    view = Line(
        "made_a_difference", _("Did it make a difference? Their view"), _("Ask them; yours does not count here."), nothing=_("No reply yet")
    )
    asked = Line("difference_asked_on", _("Asked on"), _("The day you asked them."), required=required, offers=now)
    return [asked, view]
