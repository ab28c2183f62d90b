"""The day sheet: who comes, what is arranged for them, and whether it stands. Never why, never in anybody's own words.

A need is printed by its name only. The person's words about it and the reason something was not possible stay in the workspace:
a sheet lies on tables (source: NHS England, Accessible Information Standard: record the need, not the condition).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import ANY_FORMAT
from coproduce.domain.codes import OrganiserSays, Role, fold
from coproduce.domain.inviting import Invited
from coproduce.domain.needs import need_words
from coproduce.domain.wording import label
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import looked_after
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Bullets, Column, Document, Heading, Paragraph, Table
from coproduce.exports.prints.front import sheet, when_and_for_how_many
from coproduce.i18n import _


def day_sheet(day: WorkshopDay) -> Document:
    """For the team, to check the room against before the first person comes."""
    return sheet(day, _("Day sheet"), list(_parts(day)), details=when_and_for_how_many(day))


def _parts(day: WorkshopDay) -> Iterator[Part]:
    if items := looked_after(day.occasion):
        yield Heading(2, _("Looking after people"))
        yield Bullets(items)
    rows = [row for one in day.expected for row in _rows(one)]
    yield Heading(2, _("What is arranged"))
    if rows:
        columns = (Column(_("Who"), 1.6), Column(_("What they need"), 2.2), Column(_("Where it stands"), 1.8))
        yield Table(_("Arrangements by person"), columns, tuple(rows))
    else:
        yield Paragraph(_("No arrangement is recorded for anybody who comes."))
    if counted := _counted(day):
        yield Table(_("Arrangements by kind"), (Column(_("What"), 3.0), Column(_("For how many"), 1.0)), tuple(counted))
    unasked = [one.person.name.strip() for one in day.expected if one.is_to_ask]
    if unasked:
        yield Heading(2, _("Nobody asked them yet what they need"))
        yield Bullets(tuple(unasked))
    if formats := list(_formats(day)):
        yield Heading(2, _("How they read best"))
        yield Table(_("Format by person"), (Column(_("Who"), 2.0), Column(_("Format"), 2.0)), tuple(formats))
    if helpers := list(_helpers(day)):
        yield Heading(2, _("Here to interpret, support or run the day"))
        yield Table(_("Helpers by person"), (Column(_("Who"), 2.0), Column(_("As"), 2.0)), tuple(helpers))


def _rows(one: Invited) -> Iterator[tuple[str, str, str]]:
    for need in one.arrangements:
        yield one.person.name.strip(), need_words(need.need), standing(need)


def standing(need: Arrangement) -> str:
    """How far an arrangement is, without a reason."""
    if need.organiser_says is OrganiserSays.NOT_POSSIBLE:
        return _("Not possible; they know") if need.told_on is not None else _("Not possible; tell them")
    if need.confirmed_on is not None:
        return _("Confirmed")
    if need.booked_on is not None:
        return _("Booked, not confirmed")
    if need.agreed_on is not None:
        return _("Agreed, not booked")
    return _("Not arranged yet")


def _counted(day: WorkshopDay) -> list[tuple[str, str]]:
    found = Counter(need_words(need.need) for one in day.expected for need in one.arrangements)
    return [(need, str(count)) for need, count in sorted(found.items(), key=lambda each: (-each[1], each[0]))]


def _formats(day: WorkshopDay) -> Iterator[tuple[str, str]]:
    for one in day.expected:
        wanted = one.format_wanted
        if wanted is not None and fold(wanted) != fold(ANY_FORMAT):
            yield one.person.name.strip(), wanted.strip().replace("_", " ")


def _helpers(day: WorkshopDay) -> Iterator[tuple[str, str]]:
    for one in day.expected:
        role = one.seat.role
        if role is not None and role not in (Role.PARTICIPANT, Role.OBSERVER):
            yield one.person.name.strip(), label(role)
