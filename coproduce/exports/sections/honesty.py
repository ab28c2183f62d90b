"""The honesty page: what was not managed, what cannot be shown and why, who was missing. It is in every report, and stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coproduce.domain.decisions import Decision
from coproduce.domain.evidence.honesty import Honesty, NotShown, WhoWasMissing, Why
from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.own_words import HONESTY_TOPICS, Topic
from coproduce.domain.wording import in_sentence, list_words
from coproduce.exports.document import Align, Block, Bold, Bullets, Callout, Column, Heading, Paragraph, Table, Tone, Words
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.own_words import own_words, own_words_of_each, own_words_of_parts
from coproduce.exports.sections.results import answer_words, question_words
from coproduce.exports.wording import counted, full_stop, given, in_quotes, one_line, people, sentence_case, times
from coproduce.i18n import _, ngettext

_ALSO = HONESTY_TOPICS[HONESTY_TOPICS.index(Topic.DECLINED_FOR_BENEFITS) :]
"""The parts that are lines under "Also worth knowing"."""


def honesty(material: Material) -> Iterator[Block]:
    """Largest first, in the same size as everything else, and without blame; with several projects, one after the other."""
    yield Paragraph(_("Every copy of this report has this page. It says what was not managed and what the records cannot show."))
    if material.left_out:
        yield _left_out(material.left_out)
    if not material.beside:
        yield from _facts(material)
        return
    for each in material.all:
        yield Heading(3, one_line(each.facts.project.title))
        yield from (replace(block, level=4) if isinstance(block, Heading) else block for block in _facts(each))


def _facts(material: Material) -> Iterator[Block]:
    page = material.evidence.honesty
    yield from _not_managed(page.not_met)
    yield from own_words(material, Topic.NOT_MET)
    yield from own_words_of_each(material, page.not_met)
    yield from _not_shown(material, page.not_shown)
    yield from own_words(material, Topic.NOT_SHOWN)
    yield from own_words_of_each(material, (one.result for one in page.not_shown))
    yield from _who_was_missing(material, page.who_was_missing)
    yield from own_words(material, Topic.WHO_WAS_MISSING)
    yield from _elsewhere(page.decided_elsewhere)
    yield from own_words(material, Topic.DECIDED_ELSEWHERE)
    yield from _other(material, page)
    yield from own_words_of_parts(material, _ALSO)


def _left_out(titles: tuple[str, ...]) -> Callout:
    words = ngettext(
        "Whoever made this copy left out this part: {parts}. It can be asked for.",
        "Whoever made this copy left out these parts: {parts}. They can be asked for.",
        len(titles),
    )
    return Callout(Tone.CAREFUL, _("Left out of this copy"), (Paragraph(words.format(parts=list_words(map(in_quotes, titles)))),))


def _not_managed(shares: tuple[ShareResult, ...]) -> Iterator[Block]:
    yield Heading(3, _("What was not managed"))
    if not shares:
        yield Paragraph(_("No question that could be answered has a no in it."))
        return
    yield Paragraph(_("The largest part of no comes first."))
    columns = (Column(_("Question"), 2.6), Column(_("No for"), 0.7, Align.RIGHT), Column(_("Out of"), 1.7))
    yield Table(
        _("Questions with a no"),
        columns,
        tuple((question_words(share), f"{share.no:,}", ABOUT[share.id].units(share.eligible)) for share in shares),
    )


def _not_shown(material: Material, results: tuple[NotShown, ...]) -> Iterator[Block]:
    yield Heading(3, _("What cannot be shown, and why"))
    if not results:
        yield Paragraph(_("Every question could be answered."))
        return
    nothing = [one for one in results if one.why is Why.NOTHING_TO_MEASURE]
    others = [one for one in results if one.why is not Why.NOTHING_TO_MEASURE]
    lines: list[Words] = [(Bold(f"{question_words(one.result)} "), answer_words(one.result)) for one in others]
    if nothing and not material.scene.held:
        lines.append(_("Nothing else can be counted yet, because no workshop has been held."))
    elif nothing:
        asked = list_words(in_quotes(question_words(one.result)) for one in nothing)
        lines.append((Bold(_("Nothing to count yet: ")), full_stop(asked)))
    yield Bullets(tuple(lines))


def _who_was_missing(material: Material, missing: WhoWasMissing) -> Iterator[Block]:
    yield Heading(3, _("Who was missing"))
    lines: list[Words] = []
    if missing.never_there and material.scene.taken:
        capacities = list_words(in_sentence(capacity) for capacity in missing.never_there)
        lines.append(_("Nobody came in this capacity: {capacities}.").format(capacities=capacities))
    if missing.without_participants:
        workshops = [one_line(material.scene.workshops[workshop].title) for workshop in missing.without_participants]
        lines.append(_("No participant came to: {workshops}.").format(workshops=list_words(map(in_quotes, workshops))))
    if missing.apologies:
        lines.append(_("Participants sent apologies {times}.").format(times=times(len(missing.apologies))))
    if missing.absent:
        lines.append(_("Participants were expected and did not come {times}.").format(times=times(len(missing.absent))))
    if missing.never_came:
        lines.append(
            _("{people} invited as participants came to no workshop.").format(people=sentence_case(people(len(missing.never_came))))
        )
    if lines:
        yield Bullets(tuple(lines))
    elif material.scene.taken:
        yield Paragraph(_("Every participant on the lists came each time."))
    else:
        yield Paragraph(_("No list of who came has been kept, so this cannot be known."))


def _elsewhere(decisions: tuple[Decision, ...]) -> Iterator[Block]:
    if not decisions:
        return
    yield Heading(3, _("What was decided elsewhere"))
    columns = (Column(_("Question"), 1.4), Column(_("Why it was decided elsewhere"), 2.0))
    rows = [(one_line(each.question), one_line(given(each.reason) or _("not written down"))) for each in decisions]
    yield Table(_("Decisions taken elsewhere"), columns, tuple(rows))


def _other(material: Material, page: Honesty) -> Iterator[Block]:
    yield Heading(3, _("Also worth knowing"))
    lines: list[Words] = []
    if declined := len(page.declined_for_benefits):
        lines.append(
            _("{people} went without a fee because of benefits. That is not a free choice.").format(people=sentence_case(people(declined)))
        )
    if cancelled := len(page.cancelled_lines):
        lines.append(_("{payments} cancelled.").format(payments=sentence_case(_were(cancelled))))
    if failed := len(page.failed_lines):
        lines.append(_failed(failed))
    if alone := len(page.checked_by_one):
        lines.append(_("{payments} entered and approved by the same person.").format(payments=sentence_case(_were(alone))))
    if not material.facts.project.stages_run:
        lines.append(_("Which parts of the work this project runs is not recorded."))
    elif page.stages_left_out:
        stages = list_words(in_sentence(stage) for stage in page.stages_left_out)
        lines.append(_("The project has not set out to run these parts of the work: {stages}.").format(stages=stages))
    if not material.is_empty:
        lines.append(_late(material, page))
    yield Bullets(tuple(lines))


def _were(count: int) -> str:
    payments = counted(count, _("payment"), _("payments"))
    return _("{things} was").format(things=payments) if count == 1 else _("{things} were").format(things=payments)


def _failed(count: int) -> str:
    payments = sentence_case(counted(count, _("payment"), _("payments")))
    words = ngettext("{payments} failed and has not been made since.", "{payments} failed and have not been made since.", count)
    return words.format(payments=payments)


def _late(material: Material, page: Honesty) -> str:
    days = material.facts.settings.late_entry_days
    if not material.facts.entered_on:
        return _("When each record was typed is not known, so whether entries were made late cannot be shown.")
    if not page.late_entries:
        return _("No record was typed more than {days} days after what it tells of.").format(days=days)
    words = ngettext(
        "{count} record was typed or brought in more than {days} days after what it tells of.",
        "{count} records were typed or brought in more than {days} days after what they tell of.",
        len(page.late_entries),
    )
    return words.format(count=f"{len(page.late_entries):,}", days=days)
