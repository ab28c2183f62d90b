"""What was decided, by whom and how, with disagreement beside each decision in the same size."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import ORGANISER, AtInvitation, DecisionMethod, YesNo, fold
from coproduce.domain.decisions import Change, Deciders, Decision, Option
from coproduce.domain.difference import marked_after, marked_before
from coproduce.domain.evidence.scene import Side, side_of
from coproduce.domain.ids import PersonId
from coproduce.domain.wording import N_, day_words, label, number_words
from coproduce.exports.document import Block, Bold, Bullets, Callout, Column, Heading, Paragraph, Quote, Table, Tone, Words
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.counted import how_it_was_counted, reworded, what_was_objected, who_was_asked
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import LONGEST_HEADING, attribution, full_stop, given, heading_words, method_words, one_line, sentence_case
from coproduce.i18n import _, ngettext


def what_was_decided(material: Material) -> Iterator[Block]:
    """Decision by decision; then the questions still open."""
    if not material.decided:
        yield Paragraph(_("No decision is recorded yet."))
    for decision in material.decided:
        yield Heading(3, heading_words(decision.question))
        if len(one_line(decision.question)) > LONGEST_HEADING:
            yield Paragraph(decision.question.strip())
        yield from _decision(material, decision)
    if material.undecided:
        yield Heading(3, _("Still to decide"))
        yield Bullets(tuple(one_line(decision.question) for decision in material.undecided))


def _decision(material: Material, decision: Decision) -> Iterator[Block]:
    """The decision and its reason, disagreement straight after it, then how it came about and what it changed."""
    outcome = full_stop(given(decision.outcome) or _("What was decided is not written down"))
    yield Paragraph((Bold(_("Decided on {day}. ").format(day=day_words(decision.decided_on))), outcome))
    yield Paragraph((Bold(_("Why: ")), full_stop(given(decision.reason) or _("no reason is written down"))))
    if decision.method is DecisionMethod.DECIDED_ELSEWHERE:
        yield decided_elsewhere(material, decision)
    yield from who_disagreed(material, decision)
    yield from _how(material, decision)
    yield from how_it_was_counted(material, decision)
    yield from what_was_objected(material, decision)
    yield from who_was_asked(material, decision)
    yield from _options(material, decision)
    yield from what_changed(material, decision)
    yield from reworded(material, decision)


def decided_elsewhere(material: Material, decision: Decision) -> Callout:
    """Who decided in the place of people who took part, and why they could not."""
    by, body = given(decision.outcome_by), given(decision.decided_by_whom)
    if body is None and by and material.audience is Audience.PUBLIC:
        who = _("Who decided it is named in our records.")
    else:
        known = body or by
        who = _("It was decided by: {who}").format(who=full_stop(known)) if known else _("Nobody recorded who decided it.")
    reason = given(decision.why_elsewhere)
    why = _("Why people who took part could not decide: {reason}").format(reason=full_stop(reason)) if reason else ""
    rows = deciders_of(material, decision)
    part = sum(row.took_part or 0 for row in rows if side_of(row.capacity) is Side.PARTICIPANT)
    had_none = _("No participant took part in deciding.") if rows and not part else ""
    return Callout(Tone.CAREFUL, _("This was decided elsewhere"), (Paragraph(" ".join(part for part in (who, why, had_none) if part)),))


_OPEN = {
    AtInvitation.OPEN: N_("When people were invited, the question was still open."),
    AtInvitation.OPTIONS_FIXED: N_("When people were invited, they could choose among fixed options, and not add their own."),
    AtInvitation.DECIDED: N_("When people were invited, this had been decided already."),
}


def openness(at_invitation: AtInvitation | None) -> str:
    """How open the question was when people were invited, as a sentence."""
    return _(_OPEN[at_invitation]) if at_invitation else _("Nobody recorded whether this was still open when people were invited.")


def _options(material: Material, decision: Decision) -> Iterator[Block]:
    options = [option for option in material.facts.options if option.decision_id == decision.id]
    if options:
        yield Heading(4, _("What could have been chosen"))
        yield Bullets(tuple(_option(material, option) for option in options))


def _option(material: Material, option: Option) -> Words:
    meaning = given(option.meaning)
    what = f"{option.option.strip()}: {meaning}" if meaning else option.option.strip()
    return f"{full_stop(what)} {_proposer(material, option.proposed_by)}"


def _proposer(material: Material, proposed_by: str | None) -> str:
    """Never a name: nobody chose to be named for putting an option forward."""
    if not proposed_by:
        return _("Who put it forward is not recorded.")
    if fold(proposed_by) == ORGANISER:
        return _("Put forward by the organisers.")
    if PersonId(proposed_by) in material.scene.participants_anywhere:
        return _("Put forward by a participant.")
    return _("Put forward by somebody else.")


def deciders_of(material: Material, decision: Decision) -> list[Deciders]:
    """The groups that could decide it."""
    return [row for row in material.facts.deciders if row.decision_id == decision.id]


def _how(material: Material, decision: Decision) -> Iterator[Block]:
    yield Heading(4, _("How it was decided, and by whom"))
    yield Paragraph(f"{openness(decision.at_invitation)} {method_words(decision.method, decision.threshold)}".strip())
    yield how_groups_stood(material, decision)
    by = given(decision.outcome_by)
    if by and decision.method is not DecisionMethod.DECIDED_ELSEWHERE and material.audience is not Audience.PUBLIC:
        yield Paragraph(_("Put into words by {who}").format(who=full_stop(by)))


def how_groups_stood(material: Material, decision: Decision) -> Block:
    """Group by group: how many could decide, took part, and how they stood where the groups are told apart."""
    if rows := deciders_of(material, decision):
        return Bullets(tuple((Bold(f"{label(row.capacity)}: "), _how_they_stood(row)) for row in rows))
    return Paragraph(_("Who could decide, and who did, is not recorded."))


def _how_they_stood(row: Deciders) -> str:
    could = (
        _("how many could decide is not recorded") if row.could_decide is None else _("{count} could decide").format(count=row.could_decide)
    )
    part = _("how many took part is not recorded") if row.took_part is None else _("{count} took part").format(count=row.took_part)
    stood = [
        words.format(count=count)
        for words, count in (
            (_("{count} in favour"), row.support),
            (_("{count} stood aside"), row.stand_aside),
            (_("{count} against"), row.object),
            (_("{count} did not say"), row.abstain),
        )
        if count
    ]
    return full_stop(f"{could}, {part}") + (f" {full_stop(', '.join(stood))}" if stood else "")


def who_disagreed(material: Material, decision: Decision) -> Iterator[Block]:
    """Whether people were asked if they disagree, and what was said, signed as each person chose."""
    dissents = [each for each in material.facts.dissents if each.decision_id == decision.id]
    yield Heading(4, _("Who disagreed, and why"))
    yield Paragraph(_asked(decision.dissent_asked, len(dissents)))
    for dissent in dissents:
        capacity = material.capacity_of(dissent.person_id, decision.workshop_id)
        who = attribution(material.facts, dissent.said_as, dissent.person_id, capacity)
        yield Quote(dissent.words, _("Said by {who}").format(who=who))


def _asked(asked: YesNo | None, dissents: int) -> str:
    if asked is YesNo.YES:
        if not dissents:
            return _("People were asked whether they disagreed. No disagreement is written down.")
        words = ngettext(
            "People were asked. One of them wanted this written down:",
            "People were asked. {count} of them wanted this written down:",
            dissents,
        )
        return words.format(count=sentence_case(number_words(dissents)))
    if asked is YesNo.NO:
        return _("Nobody asked whether people disagreed.") + (_(" It was said all the same:") if dissents else "")
    return _("Whether people were asked is not recorded.") + (_(" This was said:") if dissents else "")


def what_changed(material: Material, decision: Decision) -> Iterator[Block]:
    """The text before and after, marked by words, beside whose words caused it."""
    changes = [each for each in material.facts.changes if each.decision_id == decision.id and each.is_real]
    yield Heading(4, _("What changed because of what people said"))
    if not changes:
        yield Paragraph(_("No change to this decision is linked to something people said."))
        return
    columns = (Column(_("Because of"), 1.2), Column(_("Before"), 1.4), Column(_("After"), 1.4))
    yield Table(_("The text before and after"), columns, tuple(_change(material, change) for change in changes))


def _change(material: Material, change: Change) -> tuple[str, str, str]:
    said = material.scene.contribution(change.contribution_id)
    who = attribution(material.facts, said.said_as, said.person_id, said.capacity) if said else label(None)
    before, after = marked_before(change.before, change.after), marked_after(change.before, change.after)
    return (sentence_case(who), before or label(None), after or label(None))
