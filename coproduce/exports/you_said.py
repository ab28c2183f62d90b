"""“You said, we did”: for everybody, what people said by theme, what was done, what was not and why, and what is still open.

It passes the same filter as every public report, and quotes only words whose person agreed to be quoted or chose how they are
named. Source for the parts: Government of South Australia, closing the loop; NHS England 2022 (also where change is not possible).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coproduce.domain.codes import Answer, YesNo
from coproduce.domain.difference import said_difference
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import ContributionId, WorkshopId
from coproduce.domain.room import Contribution
from coproduce.domain.wording import day_words, label
from coproduce.exports.document import Block, Bold, Bullets, Document, Heading, Paragraph, Quote, Words
from coproduce.exports.house_look import look_of
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.asked import asked_of_others
from coproduce.exports.sections.loop import answer_of, promise_of, signature
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import counted, full_stop, given, heading_words, one_line, sentence_case, things_said
from coproduce.i18n import _

_ORDER = (Answer.ADOPTED, Answer.PART, Answer.HEARD, Answer.PARKED, Answer.NOT_ADOPTED, None)
"""What was done stands first under a theme, what is open last; nothing is left out."""


def you_said_we_did(facts: ProjectFacts, as_of: date, workshop_id: WorkshopId | None = None) -> Document:
    """The document of one workshop, or of the whole project where none is named, with what is known on a day."""
    quotable = frozenset(said.id for said in facts.contributions if _may_quote(facts, said))
    material = Material.of(facts, Audience.PUBLIC, as_of, "you_said")
    workshop = material.workshop(workshop_id)
    said = [one for one in material.contributions if workshop_id in (None, one.workshop_id)]
    subtitle = workshop.title if workshop else material.facts.project.title
    return Document(
        title=_("You said, we did"),
        subtitle=one_line(subtitle),
        organisation=one_line(material.facts.settings.organisation),
        details=((_("As things stood on"), day_words(as_of)),),
        blocks=tuple(_blocks(material, said, quotable)),
        footer=_("You said, we did · {day}").format(day=day_words(as_of)),
        look=look_of(material.facts.settings),
    )


def _may_quote(facts: ProjectFacts, said: Contribution) -> bool:
    """They did not say no, and agreed to be quoted or chose how these words are named; and their record may be used."""
    person = facts.people.get(said.person_id) if said.person_id else None
    if person is not None and person.is_restricted:
        return False
    consent = person.quote_consent if person is not None else None
    return consent is not YesNo.NO and (consent is YesNo.YES or said.said_as is not None)


def _blocks(material: Material, said: list[Contribution], quotable: frozenset[ContributionId]) -> Iterator[Block]:
    if not said:
        yield Paragraph(_("Nothing that people said is written down yet."))
        return
    yield Heading(2, _("In short"))
    yield Paragraph(_("Thank you to everybody who told us what they think. This is what came of it so far."))
    yield Bullets(tuple(_in_short(said)))
    for theme, under in _by_theme(said):
        yield Heading(2, heading_words(theme) if theme else _("Other things people said"))
        for one in under:
            yield from _one(material, one, is_quoted=one.id in quotable)
    yield from _not_done(said)
    yield from asked_of_others(material, {one.id for one in said}, level=2)
    yield from _open(material, said)


def _in_short(said: list[Contribution]) -> Iterator[Words]:
    words = {
        Answer.ADOPTED: _("we did"),
        Answer.PART: _("we did part of"),
        Answer.HEARD: _("we heard, with no decision to make"),
        Answer.PARKED: _("we cannot do now"),
        Answer.NOT_ADOPTED: _("we could not do"),
        None: _("without an answer yet"),
    }
    yield _("{things} in all.").format(things=sentence_case(things_said(len(said))))
    for answer in _ORDER:
        if count := sum(answer_of(one) is answer for one in said):
            yield _("{n} {what}.").format(n=sentence_case(counted(count, _("thing"), _("things"))), what=words[answer])


def _by_theme(said: list[Contribution]) -> list[tuple[str, list[Contribution]]]:
    """The theme with most under it first; what has none last."""
    groups: dict[str, list[Contribution]] = {}
    for one in said:
        groups.setdefault(one_line(given(one.theme) or "").replace("_", " "), []).append(one)
    for under in groups.values():
        under.sort(key=lambda one: _ORDER.index(answer_of(one)))
    return sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0].casefold()))


def _one(material: Material, said: Contribution, *, is_quoted: bool) -> Iterator[Block]:
    if is_quoted:
        yield Quote(said.words, signature(material, said))
    else:
        yield Paragraph(_("You said something that we may not quote here, because nobody agreed to it."))
    answer = answer_of(said)
    if answer is None:
        promised = (
            _("An answer was promised by {day}.") if promise_of(material, said) < material.as_of else _("An answer is promised by {day}.")
        )
        yield Paragraph((Bold(_("No answer yet. ")), promised.format(day=day_words(promise_of(material, said)))))
        return
    why = given(said.reason)
    yield Paragraph((Bold(full_stop(label(answer)) + " "), full_stop(why) if why else ""))
    for change in material.facts.changes:
        if change.contribution_id == said.id and change.is_real:
            yield Paragraph((Bold(_("What changed: ")), said_difference(change.before, change.after)))


def _not_done(said: list[Contribution]) -> Iterator[Block]:
    """What was not done, or only in part, in a place of its own, as large as the rest."""
    not_done = [one for one in said if answer_of(one) in (Answer.NOT_ADOPTED, Answer.PART)]
    if not_done:
        yield Heading(2, _("What we could not do, and why"))
        yield Bullets(tuple(_why(one) for one in not_done))


def _why(said: Contribution) -> Words:
    theme = one_line(given(said.theme) or _("Without a theme")).replace("_", " ")
    reason = given(said.reason)
    return (Bold(f"{sentence_case(theme)}: "), full_stop(one_line(reason)) if reason else _("no reason was written down."))


def _open(material: Material, said: list[Contribution]) -> Iterator[Block]:
    waiting = [one for one in said if answer_of(one) is None]
    yield Heading(2, _("What is still open"))
    if not waiting:
        yield Paragraph(_("Everything that people said has an answer."))
        return
    last = max(promise_of(material, one) for one in waiting)
    words = _("{things} without an answer. The last of these answers was promised by {day}.")
    if last >= material.as_of:
        words = _("{things} without an answer. The last of these answers is promised by {day}.")
    yield Paragraph(words.format(things=sentence_case(things_said(len(waiting))), day=day_words(last)))
