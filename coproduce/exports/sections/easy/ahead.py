"""What happens next, in easy words: only what is written down."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.actions import Action
from coproduce.domain.codes import ActionState, DecisionState, WorkshopState
from coproduce.domain.decisions import Decision
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block, Pictured
from coproduce.exports.pictures import Picture
from coproduce.exports.privacy import HELD_BACK
from coproduce.exports.sections.easy.idea import idea
from coproduce.exports.sections.loop import answer_of
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import full_stop, given, one_line, or_not_recorded
from coproduce.i18n import _, gettext, ngettext


def next_in_easy_words(material: Material) -> Iterator[Block]:
    """What is to be done, when we look again, what is owed, and meetings to come."""
    parts = [*_to_do(material), *_reviews(material), *_owed(material), *_meetings(material)]
    yield from parts or [idea(Picture.CALENDAR, _("Nobody wrote down what happens next."))]


_STANDS = {
    DecisionState.TO_DECIDE: N_("It is still to decide."),
    DecisionState.DECIDED: N_("It has not begun yet."),
    DecisionState.IN_PROGRESS: N_("It has begun."),
    DecisionState.DONE: N_("It is done."),
    DecisionState.STOPPED: N_("It was stopped."),
    None: N_("We do not know where it stands."),
}


def _to_do(material: Material) -> Iterator[Pictured]:
    """Decisions with somebody, a day or a state; and single things to do that hang on a decision of the day."""
    ours = {decision.id: decision for decision in material.planned.decisions}
    decided = {decision.id for decision in material.decided}
    for decision in (ours[each.id] for each in (*material.decided, *material.undecided)):
        if given(decision.owner) or decision.due_on or decision.state not in (None, DecisionState.DECIDED):
            yield _decision(decision, is_decided=decision.id in decided)
    for action in material.planned.actions:
        if action.decision_id in decided:
            yield _single(material, action)


_ACTION_STANDS = {
    ActionState.TO_DO: N_("It has not begun yet."),
    ActionState.UNDER_WAY: N_("It has begun."),
    ActionState.DONE: N_("It is done."),
    ActionState.DROPPED: N_("It was stopped."),
    None: N_("We do not know where it stands."),
}


def _single(material: Material, action: Action) -> Pictured:
    """One thing to do; what was done after the day was still to do on it."""
    later = action.done_on is not None and action.done_on > material.as_of
    state = ActionState.TO_DO if later else action.state
    who, by = _who_and_when(action.owner, day_words(action.due_on) if action.due_on else "")
    done = state is ActionState.DONE
    return idea(Picture.DONE if done else Picture.LIST, full_stop(one_line(action.what)), who, by, _(_ACTION_STANDS[state]))


def _decision(decision: Decision, *, is_decided: bool) -> Pictured:
    what = given(decision.outcome) if is_decided else None
    state = decision.state if is_decided else DecisionState.TO_DECIDE
    who, by = _who_and_when(decision.owner, day_words(decision.due_on) if decision.due_on else "")
    done = state is DecisionState.DONE
    return idea(Picture.DONE if done else Picture.LIST, full_stop(one_line(what or decision.question)), who, by, _(_STANDS[state]))


def _who_and_when(owner: str | None, day: str) -> tuple[str, str]:
    name = given(owner)
    if name == gettext(HELD_BACK):
        who = _("Somebody looks after it.")
    else:
        who = _("{name} looks after it.").format(name=name) if name else _("Nobody looks after it yet.")
    return who, _("It should be done by {day}.").format(day=day) if day else _("There is no day for it yet.")


def _reviews(material: Material) -> Iterator[Pictured]:
    ours = {decision.id: decision for decision in material.planned.decisions}
    for decision in material.decided:
        planned = ours[decision.id].review_on
        if decision.reviewed_on is not None:
            words = _("We looked at it again on {day}.").format(day=day_words(decision.reviewed_on))
        elif planned is not None:
            late = planned < material.as_of
            words = _("We should have looked at it again by {day}.") if late else _("We will look at it again by {day}.")
            words = words.format(day=day_words(planned))
        else:
            continue
        yield idea(Picture.CALENDAR, one_line(decision.question), words)


def _owed(material: Material) -> Iterator[Pictured]:
    waiting = sum(answer_of(said) is None for said in material.contributions)
    untold = sum(answer_of(said) is not None and said.told_on is None for said in material.contributions)
    if waiting:
        words = ngettext("We still owe one answer.", "We still owe {n} answers.", waiting)
        yield idea(Picture.WAITING, words.format(n=waiting))
    if untold:
        words = ngettext("One answer is not told yet.", "{n} answers are not told yet.", untold)
        yield idea(Picture.LETTER, words.format(n=untold))


def _meetings(material: Material) -> Iterator[Pictured]:
    gone = (WorkshopState.CANCELLED, WorkshopState.DRAFT)
    for each in material.workshops:
        if each.date > material.as_of and each.state not in gone:
            title = full_stop(one_line(or_not_recorded(each.title)))
            yield idea(Picture.CALENDAR, _("There is a meeting on {day}.").format(day=day_words(each.date)), title)
