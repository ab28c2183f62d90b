"""Checks of interpreters, formats, deadlines, hybrid rooms and space. Source: domain reference on access; Shaping Our Lives 2022."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle

from coproduce.domain.access import Arrangement
from coproduce.domain.asking import is_to_ask
from coproduce.domain.checks.scene import Finding, PlanScene, Spot, names_of
from coproduce.domain.checks.time import longest_stretch
from coproduce.domain.codes import Role, WorkshopFormat
from coproduce.domain.ids import PersonId
from coproduce.domain.needs import need_words
from coproduce.domain.wording import day_words, list_words
from coproduce.i18n import _, ngettext

INTERPRETERS = ("interpreter", "bsl", "lipspeak", "speech to text", "sttr", "captioner")
SUPPORTERS = ("supporter", "advocate", "personal assistant", "companion", "buddy")

LONGEST_ALONE = 30
"""Minutes one interpreter can work alone. Source: ASLI guidance on working in pairs."""

LEAST_NOTICE = 5
"""Days between the deadline for needs and the day itself."""


def papers_in_time(scene: PlanScene) -> Iterator[Finding]:
    """Papers not sent although their day has gone."""
    last = scene.workshop.date - timedelta(days=scene.settings.papers_promise_days)
    late = [paper for paper in scene.papers if (paper.sent_on is None and scene.today > last) or (paper.sent_on and paper.sent_on > last)]
    if late:
        words = ngettext("{n} paper was not sent by {day}.", "{n} papers were not sent by {day}.", len(late))
        yield Finding(words.format(n=len(late), day=day_words(last)), Spot.PAPERS)


def papers_in_format(scene: PlanScene) -> Iterator[Finding]:
    """Papers that went out in another format, and people whose format nobody wrote down."""
    wrong = [paper for paper in scene.papers if paper.sent_on is not None and paper.right_format is False]
    if wrong:
        names = list_words(dict.fromkeys(scene.name(paper.person_id) for paper in wrong))
        yield Finding(_("Papers went to {names} in another format than they need.").format(names=names), Spot.PAPERS, "wrong")
    unknown = {paper.person_id for paper in scene.papers if paper.right_format is None}
    if unknown:
        words = ngettext(
            "Nobody wrote down which format {n} person needs.", "Nobody wrote down which format {n} people need.", len(unknown)
        )
        yield Finding(words.format(n=len(unknown)), Spot.PAPERS, "unknown")


def deadline(scene: PlanScene) -> Iterator[Finding]:
    """The invitation says by when to tell of a need, early enough to arrange it."""
    by = scene.workshop.adjustments_by
    if by is None:
        yield Finding(_("There is no day by which people can tell you what they need."), Spot.WORKSHOP)
    elif scene.workshop.date - by < timedelta(days=LEAST_NOTICE):
        words = _("People can tell you what they need until {day}. That leaves little time to arrange it.")
        yield Finding(words.format(day=day_words(by)), Spot.WORKSHOP)
    elif scene.workshop.invited_on is not None and by <= scene.workshop.invited_on:
        yield Finding(_("The day to tell you what people need is not after the invitation."), Spot.WORKSHOP)


def arranged_in_time(scene: PlanScene) -> Iterator[Finding]:
    """Needs that nobody has confirmed although the day to arrange them by has gone; silent once the workshop's own day has gone."""
    if scene.today > scene.workshop.date:
        return
    for need in scene.needs:
        by = scene.notice.arrange_by(need, scene.workshop.date)
        if need.confirmed_on is None and by is not None and by.day < scene.today:
            words = _("{need} for {name} had to be arranged by {day}.")
            sentence = words.format(need=need_words(need.need), name=scene.name(need.person_id), day=day_words(by.day))
            yield Finding(sentence, Spot.ACCESS, need.id)


def right_lane(scene: PlanScene) -> Iterator[Finding]:
    """Somebody who needs an interpreter or supporter is in a lane that has none."""
    roles = {seat.person_id: seat.role for seat in scene.attendances}
    lane_of = {seat.person_id: seat.lane for seat in scene.seats}
    for role, needs in ((Role.INTERPRETER, scene.needing(*INTERPRETERS)), (Role.SUPPORTER, scene.needing(*SUPPORTERS))):
        lanes = {lane for person, lane in lane_of.items() if roles.get(person) is role}
        for need in needs:
            lane = lane_of.get(need.person_id)
            if lane is not None and lane not in lanes:
                yield _alone(scene, need, lane, role)


def pairs_for_support(scene: PlanScene) -> list[tuple[PersonId, PersonId]]:
    """Who has to be in one group with whom: those who need an interpreter with one on the list, in turn where there are several.

    Whom a supporter supports is not recorded, so they are paired only where there is one of them and one person who needs one.
    """
    pairs = []
    for role, needs in ((Role.INTERPRETER, scene.needing(*INTERPRETERS)), (Role.SUPPORTER, scene.needing(*SUPPORTERS))):
        there = [seat.person_id for seat in scene.attendances if seat.role is role]
        needing = list(dict.fromkeys(need.person_id for need in needs if need.person_id in {seat.person_id for seat in scene.guests}))
        if there and (role is Role.INTERPRETER or len(there) == len(needing) == 1):
            pairs += list(zip(needing, cycle(there), strict=False))
    return pairs


def _alone(scene: PlanScene, need: Arrangement, lane: str, role: Role) -> Finding:
    words = {
        Role.INTERPRETER: _("{name} is in {lane}, which has no interpreter."),
        Role.SUPPORTER: _("{name} is in {lane}, which has no supporter."),
    }[role]
    return Finding(words.format(name=scene.name(need.person_id), lane=lane), Spot.PLAN, need.person_id)


def two_interpreters(scene: PlanScene) -> Iterator[Finding]:
    """One interpreter alone for more than half an hour."""
    asked = scene.needing("interpreter", "bsl")
    working = sum(seat.role is Role.INTERPRETER for seat in scene.attendances)
    longest = max((longest_stretch(rows)[0] for rows in scene.rows), default=0)
    if asked and working < 2 and longest > LONGEST_ALONE:
        count = ngettext("{n} interpreter is on the list", "{n} interpreters are on the list", working).format(n=working)
        words = _("{count}, and {names} will need one for {minutes} minutes without a break. Two can take turns.")
        yield Finding(words.format(count=count, names=list_words(names_of(scene, asked)), minutes=longest), Spot.PEOPLE)


def hybrid(scene: PlanScene) -> Iterator[Finding]:
    """People who join online have a way to take part, not only to watch."""
    if scene.workshop.format is WorkshopFormat.HYBRID and not (scene.workshop.online_part or "").strip():
        yield Finding(_("People join online as well. Say how they speak, see and vote."), Spot.WORKSHOP)


def online_link(scene: PlanScene) -> Iterator[Finding]:
    """An online workshop has a link."""
    is_online = scene.workshop.format in (WorkshopFormat.ONLINE, WorkshopFormat.HYBRID)
    if is_online and not (scene.workshop.online_link or "").strip():
        yield Finding(_("People join online, and there is no link yet."), Spot.WORKSHOP)


def room(scene: PlanScene) -> Iterator[Finding]:
    """The room holds everybody, those who support people included."""
    holds = scene.workshop.room_capacity
    coming = max(len(scene.attendances), scene.workshop.expected or 0)
    if holds is not None and coming > holds:
        yield Finding(_("The room holds {room}, and {n} are expected.").format(room=holds, n=coming), Spot.WORKSHOP)


def not_asked(scene: PlanScene) -> Iterator[Finding]:
    """People on the list whom nobody asked what they need."""
    unasked = [seat for seat in scene.attendances if is_to_ask(scene.people.get(seat.person_id), seat)]
    if unasked:
        words = ngettext("{n} person was not asked what they need.", "{n} people were not asked what they need.", len(unasked))
        yield Finding(words.format(n=len(unasked)), Spot.PEOPLE)
