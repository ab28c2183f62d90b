"""What the pane says about how a decision is made and followed up: its guide, the count, objections, advice, actions, earlier words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.ballots import VoteCount
from coproduce.domain.codes import DecisionMethod, ReviewResult, YesNo
from coproduce.domain.counting.of_decision import told
from coproduce.domain.counting.told import Step
from coproduce.domain.decisions import Decision
from coproduce.domain.objections import Objection
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from coproduce.imports.library import guides
from coproduce.operations.counting import CountOf
from coproduce.storage.queries.decisions import DecisionDetail
from ui.kit.detail_parts import Act, Acts, Doing, Fact, Heading, Item, Note, Part, doing
from ui.screens.decisions.votes import groups_of

if TYPE_CHECKING:
    from ui.screens.decisions.card import CardActs

_VOTED = (DecisionMethod.MAJORITY, DecisionMethod.FIST_TO_FIVE, DecisionMethod.SCORE, DecisionMethod.DOT_VOTE)
_OBJECTED = (DecisionMethod.CONSENT, DecisionMethod.CONSENSUS)


def how_parts(decision: Decision, card: CardActs) -> list[Part]:
    """How it is decided, what was set before, and a short guide to that way."""
    guide = guides().get(decision.method) if decision.method is not None else None
    lines: list[tuple[str, str, str | None]] = [
        ("scale", _("HOW"), label(decision.method) if decision.method else ""),
        ("flag", _("WHAT IS ENOUGH"), _enough(decision)),
        ("building-2", _("DECIDED BY"), decision.decided_by_whom),
        ("circle-help", _("WHY PEOPLE WHO TOOK PART COULD NOT DECIDE"), decision.why_elsewhere),
    ]
    parts: list[Part] = [Heading(_("How it is decided")), *(Fact(icon, caption, words) for icon, caption, words in lines if words)]
    if guide is None:
        parts.append(Note(_("How it is decided is not recorded."), quiet=True))
    else:
        parts += [
            Fact("info", _("WHAT THIS IS"), guide.what),
            Fact("pencil", _("WHAT TO WRITE DOWN"), guide.record),
            Fact("triangle-alert", _("WHAT IT IS BAD AT"), guide.watch),
            Note(_("Source: {source}").format(source=guide.source), quiet=True),
        ]
    return [*parts, Acts((Act("method", _("Set how it is decided"), card.set_method, "scale"),))]


def _enough(decision: Decision) -> str:
    hand = _("no hand lower than {n}").format(n=decision.lowest_hand) if decision.lowest_hand is not None else ""
    share = label(decision.share) if decision.share else ""
    of = label(decision.counted_of) if decision.counted_of else ""
    said = " · ".join(part for part in (share, of, hand, decision.threshold or "") if part)
    if decision.threshold_set_on is None:
        return said
    words = _("Set on {day}, after it was decided") if decision.threshold_came_late else _("Set on {day}")
    return " · ".join(part for part in (said, words.format(day=day_words(decision.threshold_set_on))) if part)


def count_parts(found: DecisionDetail, card: CardActs) -> list[Part]:
    """What the count came to, step by step, and what was written down for it."""
    decision = found.row.decision
    answer = told(decision, found.counts)
    written = [*_votes(found, card), *_ballots(found, card)]
    if answer is None and not written:
        return []
    parts: list[Part] = [Heading(_("The count"))]
    if answer is not None:
        parts.append(Note(answer.outcome))
        parts += [Fact("list-checks", step.title.upper(), step_words(step)) for step in answer.steps]
        parts += [Note(warning, quiet=True) for warning in (*answer.warnings, *answer.advice)]
    return [*parts, *written, *_counting(found, card)]


def step_words(step: Step) -> str:
    """A step of the count, a line for each row; with more than two columns each figure has its heading."""
    lines = []
    for first, *others in step.rows:
        cells = others if len(others) == 1 else [f"{head} {cell}" for head, cell in zip(step.headings[1:], others, strict=True)]
        lines.append(f"{first}: {', '.join(cells)}")
    return "\n".join([*lines, *([step.words] if step.words else [])])


def _counting(found: DecisionDetail, card: CardActs) -> list[Part]:
    method, options = found.row.decision.method, found.counts.options
    if method is DecisionMethod.FIST_TO_FIVE or (method in _VOTED and options):
        return [Acts((Act("votes", _("Count votes"), card.count_votes, "plus"),))]
    if method in (DecisionMethod.SCORE, DecisionMethod.DOT_VOTE):
        return [Note(_("Add the options first. Then their votes can be counted."), quiet=True)]
    if method is DecisionMethod.RANKED:
        return [Acts((Act("ballots", _("Count ballots"), card.count_ballots, "plus"),))]
    return []


def _votes(found: DecisionDetail, card: CardActs) -> list[Part]:
    parts: list[Part] = []
    for of, votes in groups_of(found.counts.votes, found.row.decision.method).items():
        who = _who(of)
        key = f"{of.capacity or 'all'} {of.round or 0} {of.option or ''}".strip()
        edit, remove = doing(card.count_votes, of), doing(card.delete_votes, of)
        parts += [Fact("users", who, _given(votes)), _mend("votes", key, edit, remove, who)]
    return parts


def _who(of: CountOf) -> str:
    again = _("round {n}").format(n=of.round) if of.round else ""
    return " · ".join(part for part in (label(of.capacity) if of.capacity else _("Everybody together"), of.option or "", again) if part)


def _given(votes: Sequence[VoteCount]) -> str:
    return " · ".join(f"{vote.option if vote.value is None else vote.value}: {vote.number}" for vote in votes)


def _ballots(found: DecisionDetail, card: CardActs) -> list[Part]:
    parts: list[Part] = []
    for ballots in found.counts.ballots:
        order = " > ".join(ballots.options) or _("Left empty")
        who = label(ballots.capacity) if ballots.capacity else _("Everybody together")
        edit, remove = doing(card.edit_ballots, ballots.id), doing(card.take_away, "ballots", ballots.id)
        parts += [Fact("list-checks", order, f"{ballots.number} · {who}"), _mend("ballots", ballots.id, edit, remove, order)]
    return parts


def objection_parts(found: DecisionDetail, card: CardActs) -> list[Part]:
    """Objections with their reasons: where this way of deciding has them, or some are written down."""
    if found.row.decision.method not in _OBJECTED and not found.counts.objections:
        return []
    parts: list[Part] = [Heading(_("Objections"))]
    for one in found.counts.objections:
        edit, remove = doing(card.edit_objection, one.id), doing(card.take_away, "objection", one.id)
        parts += [Note(one.words, quoted=True), Note(_came_of(one)), _mend("objection", one.id, edit, remove, one.words)]
    return [*parts, Acts((Act("add_objection", _("Write down an objection"), card.add_objection, "plus"),))]


def _came_of(one: Objection) -> str:
    words = {YesNo.YES: _("Worked in"), YesNo.NO: _("Still stands"), None: _("What came of it is not recorded")}[one.integrated]
    raised = _("Round {n}").format(n=one.round) if one.round else ""
    return " · ".join(part for part in (raised, words, one.how or "") if part)


def advice_parts(found: DecisionDetail, card: CardActs) -> list[Part]:
    """Who was asked for advice: where this is how it is decided, or some is written down."""
    if found.row.decision.method is not DecisionMethod.ADVICE and not found.advice:
        return []
    parts: list[Part] = [Heading(_("Who was asked for advice"))]
    for asked in found.advice:
        who = _asked(asked, found)
        edit, remove = doing(card.edit_advice, asked.id), doing(card.take_away, "advice", asked.id)
        parts += [Fact("user", who, asked.said or _("What they said is not recorded.")), _mend("advice", asked.id, edit, remove, who)]
    return [*parts, Acts((Act("add_advice", _("Write down who was asked"), card.add_advice, "plus"),))]


def _asked(asked: Asked, found: DecisionDetail) -> str:
    who = found.names.get(asked.person_id or "") or asked.who or _("Somebody")
    why = label(asked.asked_as) if asked.asked_as else ""
    return " · ".join(part for part in (who, why, day_words(asked.asked_on) if asked.asked_on else "") if part)


def action_parts(found: DecisionDetail, card: CardActs, today: date) -> list[Part]:
    """What has to be done, each with its owner, its day and where it has got to."""
    parts: list[Part] = [Heading(_("Actions"))]
    for action in found.actions:
        edit, remove = doing(card.edit_action, action.id), doing(card.take_away, "action", action.id)
        done = (Act(f"done {action.id}", _("Done"), doing(card.finish_action, action.id), "check", about=action.what),)
        mend = _mend("action", action.id, edit, remove, action.what)
        parts.append(Fact("square-check-big", action.what, _stands(action, today)))
        parts += [Note(action.note, quiet=True)] if action.note else []
        parts.append(mend if action.is_finished else Acts((*done, *mend.buttons)))
    return [*parts, Acts((Act("add_action", _("Add an action"), card.add_action, "plus"),))]


def _stands(action: Action, today: date) -> str:
    late = action.due_on is not None and action.due_on < today and not action.is_finished
    due = (_("was due by {day}") if late else _("by {day}")).format(day=day_words(action.due_on)) if action.due_on else ""
    done = _("on {day}").format(day=day_words(action.done_on)) if action.done_on else ""
    parts = (action.owner or _("nobody yet"), due, label(action.state) if action.state else "", done)
    return " · ".join(part for part in parts if part)


def line_parts(found: DecisionDetail, card: CardActs) -> list[Part]:
    """The decision this one replaces, and the one that replaces it."""
    parts: list[Part] = []
    for key, other, words in (
        ("follows", found.follows, _("Takes the place of this")),
        ("followed", found.followed_by, _("Decided again as this")),
    ):
        if other is not None:
            under = day_words(other.decided_on) if other.decided_on else _("not decided yet")
            parts.append(Item(key, other.question, f"{words} · {under}", doing(card.model.show_record, other.id), icon="history"))
    changed = found.row.decision.review_result in (ReviewResult.CHANGED, ReviewResult.UNDONE)
    if changed and found.followed_by is None:
        parts.append(Acts((Act("again", _("Decide again"), card.decide_again, "history"),)))
    return parts


def version_parts(found: DecisionDetail, card: CardActs) -> list[Part]:
    """How it read before it was reworded."""
    parts: list[Part] = [Heading(_("As it stood before"))] if found.versions else []
    for one in found.versions:
        until = _("AS IT STOOD UNTIL {day}").format(day=day_words(one.kept_on)) if one.kept_on else _("AS IT STOOD BEFORE")
        why = _("Why: {reason}").format(reason=one.reason) if one.reason else ""
        by = _("Written down by {who}").format(who=one.outcome_by) if one.outcome_by else ""
        changed = _("Anything changed: {answer}").format(answer=label(one.changed)) if one.changed else ""
        words = "\n".join(part for part in (one.outcome or _("No outcome"), why, by, changed) if part)
        remove = Act(f"version {one.id}", _("Remove"), doing(card.take_away, "version", one.id), "x", about=until)
        parts += [Fact("history", until, words), Acts((remove,))]
    return parts


def _mend(kind: str, record_id: str, edit: Doing, remove: Doing, about: str) -> Acts:
    """Edit and Remove, under what they belong to."""
    return Acts(
        (
            Act(f"edit {kind} {record_id}", _("Edit"), edit, "pencil", about=about),
            Act(f"{kind} {record_id}", _("Remove"), remove, "x", about=about),
        )
    )
