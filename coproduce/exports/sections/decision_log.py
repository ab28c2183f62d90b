"""The decision log: every decision in order, from the question to what came of it, then the questions still open in the same shape."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import ORGANISER, DecisionMethod, ReviewResult, YesNo, fold
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.ids import PersonId
from coproduce.domain.wording import day_words, in_sentence, label
from coproduce.exports.document import Block, Bold, Bullets, Column, Heading, Paragraph, Table, Words
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.counted import how_it_was_counted, reworded, what_was_objected, who_was_asked
from coproduce.exports.sections.decided import decided_elsewhere, how_groups_stood, openness, what_changed, who_disagreed
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.next_steps import has_action, own_action, review_words, single_action
from coproduce.exports.wording import (
    LONGEST_HEADING,
    counted,
    full_stop,
    given,
    heading_words,
    in_quotes,
    one_line,
    sentence_case,
    somebody,
)
from coproduce.i18n import _


def every_decision(material: Material) -> Iterator[Block]:
    """How many there are, and each with the day it was decided and where it stands, in one table."""
    yield Paragraph(_how_many(material))
    planned = material.planned_decisions
    rows = [(one_line(each.question), day_words(each.decided_on), label(planned[each.id].state)) for each in material.decided]
    rows += [(one_line(each.question), _("not decided yet"), _("Still open")) for each in material.undecided]
    if rows:
        columns = (Column(_("Question"), 2.4), Column(_("Decided on"), 1.2), Column(_("Where it stands"), 1.0))
        yield Table(_("Every decision, in order"), columns, tuple(rows))


def _how_many(material: Material) -> str:
    decided, undecided = len(material.decided), len(material.undecided)
    if not decided and not undecided:
        return _("No decision is recorded, and no question is written down.")
    taken = counted(decided, _("decision is recorded"), _("decisions are recorded"))
    left = counted(undecided, _("question is still open"), _("questions are still open"))
    return _("{decisions}, and {questions}.").format(decisions=sentence_case(taken), questions=left)


def what_was_decided_in_full(material: Material) -> Iterator[Block]:
    """Each decision with everything that is recorded about it; what is not is said in its place."""
    if not material.decided:
        yield Paragraph(_("No decision is recorded yet."))
    for decision in material.decided:
        yield from _question(decision)
        yield from _set_before(material, decision)
        yield from _outcome(material, decision)
        yield from who_disagreed(material, decision)
        yield from _counts(material, decision)
        yield from what_changed(material, decision)
        yield from _actions(material, decision, is_decided=True)
        yield from _reviews(material, decision)
        yield from _earlier(material, decision)


def what_is_still_open(material: Material) -> Iterator[Block]:
    """The questions without an answer on the day, with what is known of each so far."""
    if not material.undecided:
        yield Paragraph(_("No question is still open."))
    for decision in material.undecided:
        yield from _question(decision)
        yield from _set_before(material, decision)
        if material.planned_decisions[decision.id].decided_on is not None:
            yield Paragraph(_("It was decided after the day of this copy. What came of it is not told here."))
            continue
        yield from _counts(material, decision)
        yield from _actions(material, decision, is_decided=False)


def _question(decision: Decision) -> Iterator[Block]:
    yield Heading(3, heading_words(decision.question))
    if len(one_line(decision.question)) > LONGEST_HEADING:
        yield Paragraph(decision.question.strip())


def _set_before(material: Material, decision: Decision) -> Iterator[Block]:
    """Where it was asked, how it was to be decided, what is enough, how open it was, and what could have been chosen."""
    how = label(decision.method) if decision.method else _("not recorded")
    lines: list[Words] = [
        (Bold(_("Where: ")), _where(material, decision)),
        (Bold(_("How it is decided: ")), full_stop(how)),
        (Bold(_("What is enough: ")), _enough(decision)),
        (Bold(_("How open it was: ")), openness(decision.at_invitation)),
    ]
    before = material.planned_decisions.get(decision.follows_id) if decision.follows_id else None
    if before is not None:
        lines.append((Bold(_("It takes the place of: ")), full_stop(in_quotes(one_line(before.question)))))
    yield Bullets(tuple(lines))
    yield Heading(4, _("What could have been chosen"))
    options = [option for option in material.facts.options if option.decision_id == decision.id]
    if options:
        yield Bullets(tuple(_option(material, decision, option) for option in options))
    else:
        yield Paragraph(_("No options are written down."))


def _where(material: Material, decision: Decision) -> str:
    workshop = material.workshop(decision.workshop_id)
    if workshop is None:
        return _("at no workshop of this project.")
    return _("at “{workshop}”, {day}.").format(workshop=one_line(workshop.title), day=day_words(workshop.date))


def _enough(decision: Decision) -> str:
    """The line it had to cross, as it was written down or chosen, and the day that was set."""
    parts = [given(decision.threshold)]
    if decision.share:
        of = in_sentence(decision.counted_of) if decision.counted_of else ""
        share = in_sentence(decision.share)
        parts.append(_("{share} of {whom}").format(share=share, whom=of) if of else share)
    if decision.lowest_hand is not None:
        parts.append(_("no hand below {fingers}").format(fingers=decision.lowest_hand))
    words = "; ".join(one_line(part) for part in parts if part)
    if not words:
        return _("not recorded.")
    set_on = _(" It was set on {day}.").format(day=day_words(decision.threshold_set_on)) if decision.threshold_set_on else ""
    return f"{full_stop(words)}{set_on}"


def _option(material: Material, decision: Decision, option: Option) -> Words:
    meaning = given(option.meaning)
    what = f"{option.option.strip()}: {meaning}" if meaning else option.option.strip()
    return f"{full_stop(what)} {_proposer(material, decision, option.proposed_by)}"


def _proposer(material: Material, decision: Decision, proposed_by: str | None) -> str:
    """By name only where the person said yes to being named, and this copy may name them; else by their role."""
    if not proposed_by:
        return _("Who put it forward is not recorded.")
    if fold(proposed_by) == ORGANISER:
        return _("Put forward by the organisers.")
    person = material.facts.people.get(PersonId(proposed_by))
    if person is not None and person.name_consent is YesNo.YES:
        return _("Put forward by {who}").format(who=full_stop(person.name))
    capacity = material.capacity_of(PersonId(proposed_by), decision.workshop_id)
    return _("Put forward by {who}").format(who=full_stop(somebody(capacity)))


def _outcome(material: Material, decision: Decision) -> Iterator[Block]:
    yield Heading(4, _("What was decided"))
    outcome = full_stop(given(decision.outcome) or _("What was decided is not written down"))
    yield Paragraph((Bold(_("Decided on {day}. ").format(day=day_words(decision.decided_on))), outcome))
    yield Paragraph((Bold(_("Why: ")), full_stop(given(decision.reason) or _("no reason is written down"))))
    if decision.method is DecisionMethod.DECIDED_ELSEWHERE:
        yield decided_elsewhere(material, decision)
        return
    by = given(decision.outcome_by)
    if by and material.audience is not Audience.PUBLIC:
        yield Paragraph(_("Put into words by {who}").format(who=full_stop(by)))
    elif by:
        yield Paragraph(_("Who put it into words is named in our records."))
    else:
        yield Paragraph(_("Who put it into words is not recorded."))


def _counts(material: Material, decision: Decision) -> Iterator[Block]:
    yield Heading(4, _("Who could decide, and how they stood"))
    yield how_groups_stood(material, decision)
    counted_so = [*how_it_was_counted(material, decision)]
    objections = [*what_was_objected(material, decision)]
    yield from counted_so
    yield from objections
    if not objections and not (counted_so and decision.method is DecisionMethod.CONSENT):  # a count of consent says so itself
        yield Paragraph(_("No objection is written down."))
    yield from who_was_asked(material, decision)


def _actions(material: Material, decision: Decision, *, is_decided: bool) -> Iterator[Block]:
    planned = material.planned_decisions[decision.id]
    yield Heading(4, _("What has to be done"))
    rows = [own_action(planned, is_decided=is_decided)] if has_action(planned) else []
    rows += [single_action(material, action) for action in material.planned.actions if action.decision_id == decision.id]
    if not rows:
        yield Paragraph(_("No action is written down."))
        return
    columns = (Column(_("Action"), 2.4), Column(_("Who"), 1.3), Column(_("By"), 1.1), Column(_("Where it stands"), 1.0))
    yield Table(_("Actions from this decision"), columns, tuple(rows))


def _reviews(material: Material, decision: Decision) -> Iterator[Block]:
    """When it is or was looked at again, whether it was kept, changed or undone, and what followed."""
    yield Heading(4, _("Looking again"))
    planned = material.planned_decisions[decision.id]
    if decision.reviewed_on is None and planned.review_on is None:
        yield Paragraph(_("No day to look at it again is set."))
        return
    yield Paragraph(full_stop(sentence_case(review_words(material, planned, reviewed=decision.reviewed_on is not None))))
    if decision.reviewed_on is None or decision.review_result not in (ReviewResult.CHANGED, ReviewResult.UNDONE):
        return
    followed = [each for each in material.scene.decisions if each.follows_id == decision.id]
    if not followed:
        none = _("No decision that takes its place is recorded in this part of the project.")
        yield Paragraph(none if material.part else _("No decision that takes its place is recorded."))
    for each in followed:
        words = _("What followed: {question}, decided on {day}.") if each.decided_on else _("What followed: {question}, not decided yet.")
        yield Paragraph(words.format(question=in_quotes(one_line(each.question)), day=day_words(each.decided_on)))


def _earlier(material: Material, decision: Decision) -> Iterator[Block]:
    yield from [*reworded(material, decision)] or [Paragraph(_("Its words have not been changed since it was decided."))]
