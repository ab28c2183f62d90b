"""What people said, what became of it and why, and whether they were told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coproduce.domain.codes import Answer, YesPartlyNo
from coproduce.domain.dates import after
from coproduce.domain.room import Contribution
from coproduce.domain.wording import N_, day_words, in_sentence, label, list_words
from coproduce.exports.document import Block, Bold, Chart, ChartKind, ChartRow, Heading, Inline, Paragraph, Quote
from coproduce.exports.sections.asked import asked_of_others
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import attribution, full_stop, given, late_words, sentence_case, things_said
from coproduce.i18n import _, ngettext

GROUPS: tuple[Answer | None, ...] = (Answer.ADOPTED, Answer.PART, Answer.NOT_ADOPTED, Answer.PARKED, Answer.HEARD, None)
"""The order of the answers in print; None: no answer yet."""


def what_people_said(material: Material) -> Iterator[Block]:
    """Everything said, in people's own words, under the answer it got. Gaps stand as large as successes."""
    said = material.contributions
    if not said:
        yield Paragraph(_("Nothing that people said has been written down, so there is nothing to answer yet."))
        return
    as_written = {each.id: each for each in material.planned.contributions}
    groups = {answer: [each for each in said if answer_of(each) is answer] for answer in GROUPS}
    yield Paragraph(_how_to_read(len(said)))
    yield _chart(groups)
    for answer, contributions in groups.items():
        if contributions:
            yield Heading(3, _("{answer} ({count})").format(answer=answer_words(answer), count=len(contributions)))
        for contribution in contributions:
            yield from _card(material, contribution, as_written[contribution.id])
    yield from asked_of_others(material)


def answer_of(contribution: Contribution) -> Answer | None:
    """The answer, where it has a date that has come; else None."""
    return contribution.answer if contribution.is_answered else None


def answer_words(answer: Answer | None) -> str:
    """Such as "We did part of it"; "No answer yet" where there is none."""
    return _("No answer yet") if answer is None else label(answer)


def _how_to_read(count: int) -> str:
    if count == 1:
        return _("One thing that was said is written down here, in the person’s own words, with what came of it.")
    words = _("{things} are written down here, in their own words, with what came of each. They are signed as each person chose.")
    return words.format(things=sentence_case(things_said(count)))


def _chart(groups: dict[Answer | None, list[Contribution]]) -> Chart:
    shown = {answer: said for answer, said in groups.items() if said or answer is not Answer.HEARD}
    rows = [ChartRow(answer_words(answer), (float(len(said)),), (str(len(said)),)) for answer, said in shown.items()]
    total = sum(map(len, groups.values()))
    parts = [words.format(count=len(groups[answer])) for answer, words in _became() if groups[answer]]
    sentence = ngettext("One thing was said: {parts}.", "Of {total} things people said: {parts}.", total)
    return Chart(
        _("What became of what people said"),
        sentence.format(total=total, parts=list_words(parts)),
        ChartKind.BARS,
        (_("Things said"),),
        tuple(rows),
        _("Answer"),
    )


def _became() -> tuple[tuple[Answer | None, str], ...]:
    return (
        (Answer.ADOPTED, _("{count} done")),
        (Answer.PART, _("{count} done in part")),
        (Answer.NOT_ADOPTED, _("{count} not possible")),
        (Answer.PARKED, _("{count} put off")),
        (Answer.HEARD, _("{count} heard, with no decision to make")),
        (None, _("{count} without an answer")),
    )


def _card(material: Material, said: Contribution, as_written: Contribution) -> Iterator[Block]:
    yield Quote(said.words, signature(material, said))
    told = _told(material, said) if answer_of(said) or said.told_on else ()
    yield Paragraph((*_answer(material, said, as_written), *told))


def signature(material: Material, said: Contribution) -> str:
    """Who said it, as they chose, and on which day. The name comes last: after it, a line may run from right to left."""
    workshop = material.workshop(said.workshop_id)
    who = attribution(material.facts, said.said_as, said.person_id, said.capacity)
    return _("Said on {day} by {who}").format(day=day_words(workshop.date), who=who) if workshop else _("Said by {who}").format(who=who)


_WITHOUT_REASON = {
    Answer.ADOPTED: N_("What was done is not written down."),
    Answer.PART: N_("Why not all of it is not written down."),
    Answer.NOT_ADOPTED: N_("No reason was written down."),
    Answer.PARKED: N_("When it will be looked at again is not written down."),
    Answer.HEARD: N_("It is kept, because what people live through counts."),
}


def _answer(material: Material, said: Contribution, as_written: Contribution) -> tuple[Inline, ...]:
    answer = answer_of(said)
    if answer is None:
        return (Bold(_("No answer yet. ")), _waiting(material, as_written))
    reason = given(said.reason)
    what = full_stop(reason) if reason else _(_WITHOUT_REASON[answer])
    return (Bold(full_stop(answer_words(answer)) + " "), what)


def _waiting(material: Material, as_written: Contribution) -> str:
    if as_written.answer is not None and as_written.answered_on is None:
        words = _("“{answer}” is written down, but not the day of the answer, so it does not count as one.")
        return words.format(answer=label(as_written.answer))
    promised = promise_of(material, as_written)
    words = _("An answer was {promise}.") if promised < material.as_of else _("An answer is {promise}.")
    return words.format(promise=late_words(promised, material.as_of))


def promise_of(material: Material, said: Contribution) -> date:
    """The day an answer was promised by: the workshop's own, else the organisation's usual number of days after it."""
    workshop = material.scene.workshops[said.workshop_id]
    return workshop.feedback_promised_by or after(workshop.date, material.facts.settings.feedback_promise_days)


def _told(material: Material, said: Contribution) -> tuple[Inline, ...]:
    promised = promise_of(material, said)
    if said.told_on is None:
        promise = _("It was promised by {day}.") if promised < material.as_of else _("It is promised by {day}.")
        return (Bold(_(" Nobody has been told yet. ")), promise.format(day=day_words(promised)))
    on = _(" Told on {day}").format(day=day_words(said.told_on))
    if said.told_on > promised:
        return (Bold(f"{on}; "), _("it was promised by {day}. ").format(day=day_words(promised)), _view(said.made_a_difference))
    return (Bold(f"{on}. "), _view(said.made_a_difference))


def _view(made_a_difference: YesPartlyNo | None) -> str:
    if made_a_difference is None:
        return _("Did it make a difference? No reply yet.")
    return _("Did it make a difference? They say: {answer}.").format(answer=in_sentence(made_a_difference))
