"""What stands beside a figure against gaming it: counts that would look odd if the figure were dressed up. No Qt, nothing is judged.

Source: the counters named for each sign of tokenism in `domain.evidence.gaming`; a counter that promises something is kept here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from coproduce.domain.codes import Answer, AtInvitation, PaymentKind
from coproduce.domain.evidence.scene import Scene, is_blank
from coproduce.domain.wording import label, list_words
from coproduce.exports.wording import in_quotes, one_line
from coproduce.i18n import _, ngettext

LONG_UNSEEN = timedelta(days=182)
"""Half a year without coming, and not recorded as having left."""

MANY_DECISIONS = 5
"""From so many decisions on, no dissent at all is a sign to look again."""

_MOST = 12
"""So many workshops, reasons or people are named at once."""


def beside_figure(indicator: str, scene: Scene) -> list[str]:
    """Sentences about one indicator; none where nothing stands beside it."""
    found = BESIDE.get(indicator)
    return list(found(scene)) if found is not None else []


def _head_counts(scene: Scene) -> Iterator[str]:
    counted = [(sitting, sitting.workshop.headcount) for sitting in scene.held if sitting.workshop.headcount is not None]
    if not counted:
        yield _("No head count is recorded, so nothing can be set beside the list.")
    for sitting, heads in counted:
        listed = sum(seat.came for seat in sitting.seats)
        if heads != listed:
            words = _("{workshop}: {heads} were counted in the room, {listed} are on the list.")
            yield words.format(workshop=one_line(sitting.workshop.title), heads=heads, listed=listed)


def _declined(scene: Scene) -> Iterator[str]:
    fees = [line for line in scene.live_lines if line.kind is PaymentKind.FEE and line.workshop_id in scene.sittings]
    declined = sum(line.is_declined for line in fees)
    yield _("Of {all} fees, {n} were turned down.").format(all=f"{len(fees):,}", n=f"{declined:,}")


def _cancelled(scene: Scene) -> Iterator[str]:
    lines = [line for line in scene.facts.payments if line.workshop_id in scene.workshops and not is_blank(line.cancelled_reason)]
    yield ngettext("{n} payment was cancelled.", "{n} payments were cancelled.", len(lines)).format(n=f"{len(lines):,}")


def _unpaid_reading(scene: Scene) -> Iterator[str]:
    sent = {(paper.workshop_id, paper.person_id) for paper in scene.facts.papers if paper.sent_on is not None}
    units = [seat for _sitting, seat in scene.pay_units if (seat.row.workshop_id, seat.row.person_id) in sent]
    count = sum(not seat.row.prep_minutes_asked for seat in units)
    words = ngettext(
        "{n} place had papers to read and no minutes of preparation recorded.",
        "{n} places had papers to read and no minutes of preparation recorded.",
        count,
    )
    yield words.format(n=f"{count:,}")


def _open_with_one_option(scene: Scene) -> Iterator[str]:
    options = Counter(option.decision_id for option in scene.facts.options)
    opened = [each for each in scene.decisions if each.at_invitation is AtInvitation.OPEN]
    few = sum(options[each.id] < 2 for each in opened)
    yield _("Of {all} decisions recorded as open, {n} have fewer than two options written down.").format(all=len(opened), n=few)


def _written_down(scene: Scene) -> Iterator[str]:
    said = [(sitting, contribution) for sitting, contribution in scene.contributions()]
    at = Counter(sitting.id for sitting, _said in said)
    lines = [f"{one_line(sitting.workshop.title)} {at[sitting.id]}" for sitting in scene.held]
    if lines:
        yield _("Written down at each workshop: {list}.").format(list=_some(lines))
    by = {contribution.person_id for _sitting, contribution in said if contribution.person_id is not None}
    unnamed = sum(contribution.person_id is None for _sitting, contribution in said)
    words = ngettext("{n} person said some of it", "{n} people said some of it", len(by)).format(n=len(by))
    yield _("{people}; of {m} nobody knows who said it.").format(people=words, m=f"{unnamed:,}")


def _reasons(scene: Scene) -> Iterator[str]:
    noes = [said for _sitting, said in scene.contributions() if said.is_answered and said.answer in (Answer.NOT_ADOPTED, Answer.PART)]
    mixed = Counter(one_line(said.reason or "") for said in noes if not is_blank(said.reason))
    again = [(reason, count) for reason, count in mixed.most_common() if count > 1]
    if not again:
        yield _("No reason is given twice.")
        return
    yield _("Given more than once: {list}.").format(list=_some(f"{in_quotes(reason)} {count}" for reason, count in again))


def _dissent(scene: Scene) -> Iterator[str]:
    decided = {decision.id for decision in scene.decided}
    dissents = sum(dissent.decision_id in decided for dissent in scene.facts.dissents)
    yield _("Over {n} decisions, {m} other views are recorded.").format(n=len(decided), m=dissents)
    if len(decided) >= MANY_DECISIONS and not dissents:
        yield _("None over so many decisions is a sign to look again: was it safe to say no?")


def _tallies(scene: Scene) -> Iterator[str]:
    counted = {turns.workshop_id for turns in scene.facts.turns} & set(scene.sittings)
    yield _("Turns were counted at {n} of {all} workshops held.").format(n=len(counted), all=len(scene.held))


def _stages(scene: Scene) -> Iterator[str]:
    held = Counter(stage for sitting in scene.held for stage in sitting.workshop.stages)
    stages = [f"{label(stage)} {held[stage]}" for stage in scene.facts.project.stages_run]
    if stages:
        yield _("Workshops held at each stage: {list}.").format(list=_some(stages))


def _sheets(scene: Scene) -> Iterator[str]:
    given = {sheet.workshop_id for sheet in scene.facts.verdicts} & set(scene.sittings)
    yield _("Sheets came back from {n} of {all} workshops held.").format(n=len(given), all=len(scene.held))


def _long_unseen(scene: Scene) -> Iterator[str]:
    last: dict[str, date] = {}
    for sitting in scene.held:
        last |= {seat.row.person_id: sitting.day for seat in sitting.seats if seat.participant and seat.came}
    people = {str(person.id): person for person in scene.facts.people.values()}
    unseen = [name for name, day in last.items() if scene.as_of - day > LONG_UNSEEN and name in people and people[name].left_on is None]
    if not unseen:
        yield _("Every participant came in the last half year, or is recorded as having left.")
        return
    words = ngettext(
        "{n} participant has not come for half a year and is not recorded as having left: {names}.",
        "{n} participants have not come for half a year and are not recorded as having left: {names}.",
        len(unseen),
    )
    yield words.format(n=len(unseen), names=_some(people[name].name for name in unseen))


def _some(words: Iterator[str] | list[str]) -> str:
    listed = list(words)
    if len(listed) <= _MOST:
        return list_words(listed)
    more = len(listed) - _MOST
    return list_words([*listed[:_MOST], ngettext("{n} more", "{n} more", more).format(n=more)])


BESIDE: dict[str, Callable[[Scene], Iterator[str]]] = {
    "T2": _head_counts,
    "T4": _declined,
    "T5": _cancelled,
    "T6": _cancelled,
    "T8": _unpaid_reading,
    "T14": _open_with_one_option,
    "T19": _written_down,
    "T20": _reasons,
    "T22": _dissent,
    "T25": _tallies,
    "T25g": _tallies,
    "T26": _stages,
    "T27": _sheets,
    "T28": _long_unseen,
}
"""By id of the indicator."""
