"""What happens next: actions with owner and day, reviews, what is still owed, and the workshops to come."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.actions import Action
from coproduce.domain.codes import ActionState, DecisionState, WorkshopState
from coproduce.domain.decisions import Decision
from coproduce.domain.wording import day_words, in_sentence, label
from coproduce.exports.document import Block, Bullets, Column, Heading, Paragraph, Table, Words
from coproduce.exports.sections.loop import answer_of, promise_of
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import counted, full_stop, given, late_words, one_line, or_not_recorded, sentence_case, things_said
from coproduce.i18n import _


def what_happens_next(material: Material) -> Iterator[Block]:
    """Only what is written down: a promise nobody recorded is not made here."""
    parts = [*_actions(material), *_reviews(material), *_owed(material), *_workshops(material)]
    yield from parts or [Paragraph(_("Nothing is written down about what happens next."))]


def _decisions(material: Material) -> list[Decision]:
    """Those decided by the day, with their dates to come, and those still to decide."""
    ours = {decision.id: decision for decision in material.planned.decisions}
    return [ours[decision.id] for decision in (*material.decided, *material.undecided)]


def _actions(material: Material) -> Iterator[Block]:
    decided = {decision.id for decision in material.decided}
    rows = [own_action(decision, is_decided=decision.id in decided) for decision in _decisions(material) if has_action(decision)]
    rows += [single_action(material, action) for action in material.planned.actions if action.decision_id in decided]
    if rows:
        columns = (Column(_("Action"), 2.4), Column(_("Who"), 1.3), Column(_("By"), 1.1), Column(_("Where it stands"), 1.0))
        yield Table(_("Actions from the decisions"), columns, tuple(rows))


def has_action(decision: Decision) -> bool:
    """The decision itself names somebody, a day or where it stands."""
    return bool(given(decision.owner) or decision.due_on or decision.state not in (None, DecisionState.DECIDED))


def own_action(decision: Decision, *, is_decided: bool) -> tuple[str, str, str, str]:
    """What was decided on or before the day; a question still open on the day stays a question, whatever came of it later."""
    what = given(decision.outcome) if is_decided else None
    state = decision.state if is_decided else DecisionState.TO_DECIDE
    by = day_words(decision.due_on) if decision.due_on else _("no day set")
    who = given(decision.owner)
    return (one_line(what or decision.question), who or _("Nobody yet"), by, label(state))


def single_action(material: Material, action: Action) -> tuple[str, str, str, str]:
    """One thing to do; what was done after the day was still to do on it."""
    by = day_words(action.due_on) if action.due_on else _("no day set")
    later = action.done_on is not None and action.done_on > material.as_of
    return (one_line(action.what), given(action.owner) or _("Nobody yet"), by, label(ActionState.TO_DO if later else action.state))


def _reviews(material: Material) -> Iterator[Block]:
    reviewed = {decision.id: decision.reviewed_on for decision in material.decided}
    rows = [
        (one_line(decision.question), sentence_case(review_words(material, decision, reviewed=reviewed[decision.id] is not None)))
        for decision in _decisions(material)
        if decision.id in reviewed and (reviewed[decision.id] or decision.review_on)
    ]
    if rows:
        yield Heading(3, _("When we look again"))
        yield Table(_("Reviews of decisions"), (Column(_("Decision"), 1.6), Column(_("Review"), 1.4)), tuple(rows))


def review_words(material: Material, decision: Decision, *, reviewed: bool) -> str:
    """When it was or will be looked at again, and what that came to."""
    if reviewed:
        return _("looked at again on {day}: {result}").format(
            day=day_words(decision.reviewed_on), result=in_sentence(decision.review_result)
        )
    return late_words(decision.review_on or material.as_of, material.as_of)


def _owed(material: Material) -> Iterator[Block]:
    waiting = [said for said in material.contributions if answer_of(said) is None]
    untold = [said for said in material.contributions if answer_of(said) is not None and said.told_on is None]
    lines: list[Words] = []
    if waiting:
        first = min(promise_of(material, said) for said in waiting)
        words = _("{things} without an answer. The first of these answers was {promise}.")
        if first > material.as_of:
            words = _("{things} without an answer. The first of these answers is {promise}.")
        lines.append(words.format(things=sentence_case(things_said(len(waiting))), promise=late_words(first, material.as_of)))
    if untold:
        answers = counted(len(untold), _("answer"), _("answers"))
        lines.append(_("{answers} that nobody has been told yet.").format(answers=sentence_case(answers)))
    if lines:
        yield Heading(3, _("What we still owe people"))
        yield Bullets(tuple(lines))


def _workshops(material: Material) -> Iterator[Block]:
    coming = [
        each
        for each in material.workshops
        if each.date > material.as_of and each.state not in (WorkshopState.CANCELLED, WorkshopState.DRAFT)
    ]
    if coming:
        yield Heading(3, _("Workshops to come"))
        yield Bullets(tuple(full_stop(f"{day_words(each.date)}: {one_line(or_not_recorded(each.title))}") for each in coming))
