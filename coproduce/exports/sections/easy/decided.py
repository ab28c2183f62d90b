"""What was decided, how and by whom, in easy words, with disagreement beside each decision."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import AtInvitation, DecisionMethod, YesNo
from coproduce.domain.decisions import Decision
from coproduce.domain.evidence.scene import Side, side_of
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block, Heading, Quote
from coproduce.exports.pictures import Picture
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.easy.idea import idea
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import LONGEST_HEADING, attribution, full_stop, given, heading_words, one_line
from coproduce.i18n import _


def decided_in_easy_words(material: Material) -> Iterator[Block]:
    """Decision by decision; then the questions still open."""
    if not material.decided:
        yield idea(Picture.VOTE, _("Nothing is decided yet."))
    for decision in material.decided:
        yield Heading(3, heading_words(decision.question))
        if len(one_line(decision.question)) > LONGEST_HEADING:
            yield idea(Picture.QUESTION, decision.question.strip())
        yield from _decision(material, decision)
    if material.undecided:
        yield Heading(3, _("Still to decide"))
        for decision in material.undecided:
            yield idea(Picture.QUESTION, one_line(decision.question))


def _decision(material: Material, decision: Decision) -> Iterator[Block]:
    on = _("This was decided on {day}:").format(day=day_words(decision.decided_on))
    yield idea(Picture.VOTE, on, full_stop(given(decision.outcome) or _("Nobody wrote down what")))
    yield idea(Picture.THINKING, _("This is why:"), full_stop(given(decision.reason) or _("Nobody wrote down why")))
    yield from _dissent(material, decision)
    yield idea(Picture.QUESTION, _(_OPEN[decision.at_invitation]))
    yield idea(Picture.SMALL_GROUPS, _(_HOW[decision.method]), *_who(material, decision))
    if decision.method is DecisionMethod.DECIDED_ELSEWHERE:
        yield idea(Picture.TALKING, *_elsewhere(material, decision))
    yield from _changes(material, decision)


def _elsewhere(material: Material, decision: Decision) -> Iterator[str]:
    """Who decided it, where this audience may read that, and why people who took part could not."""
    body, by = given(decision.decided_by_whom), given(decision.outcome_by)
    if body is None and by and material.audience is Audience.PUBLIC:
        yield _("We know who decided it.")
    elif who := body or by:
        yield _("This is who decided it:")
        yield full_stop(who)
    else:
        yield _("Nobody wrote down who decided it.")
    if reason := given(decision.why_elsewhere):
        yield _("People who took part could not. This is why:")
        yield full_stop(reason)


_OPEN = {
    AtInvitation.OPEN: N_("It was open when we asked people."),
    AtInvitation.OPTIONS_FIXED: N_("People could choose from a fixed list."),
    AtInvitation.DECIDED: N_("It was decided before we asked people."),
    None: N_("Nobody wrote down if it was open."),
}
"""How open it was when people were invited."""

_HOW = {
    DecisionMethod.CONSENT: N_("The rule was: it must do no harm to anybody."),
    DecisionMethod.CONSENSUS: N_("The rule was: everybody must agree."),
    DecisionMethod.ADVICE: N_("One person decided. They asked others first."),
    DecisionMethod.MAJORITY: N_("People voted. The rule was: most votes win."),
    DecisionMethod.FIST_TO_FIVE: N_("People showed with their hands how much they agreed."),
    DecisionMethod.SCORE: N_("People gave marks."),
    DecisionMethod.DOT_VOTE: N_("People voted with dots."),
    DecisionMethod.RANKED: N_("People put the choices in order."),
    DecisionMethod.DECIDED_ELSEWHERE: N_("It was not decided in our meetings. Others decided it."),
    None: N_("Nobody wrote down how it was decided."),
}


def _who(material: Material, decision: Decision) -> Iterator[str]:
    """How many took part in deciding, participants and organisations apart; never guessed where it is not recorded."""
    rows = [row for row in material.facts.deciders if row.decision_id == decision.id]
    if not rows or any(row.took_part is None for row in rows):
        yield _("We do not know how many people took part.")
        return
    yield _("This many people took part:")
    for side, words in _SIDES.items():
        sides = [row.took_part or 0 for row in rows if side_of(row.capacity) is side]
        if sides or side is not None:
            yield _(words).format(count=sum(sides))


_SIDES: dict[Side | None, str] = {
    Side.PARTICIPANT: N_("People who came for themselves or for others: {count}."),
    Side.ORGANISATION: N_("People who came for their job or a group: {count}."),
    None: N_("People where we do not know why they came: {count}."),
}


def _dissent(material: Material, decision: Decision) -> Iterator[Block]:
    dissents = [each for each in material.facts.dissents if each.decision_id == decision.id]
    yield idea(Picture.TALKING, _(_ASKED[decision.dissent_asked]), "" if dissents else _("Nothing is written down."))
    for dissent in dissents:
        capacity = material.capacity_of(dissent.person_id, decision.workshop_id)
        who = attribution(material.facts, dissent.said_as, dissent.person_id, capacity)
        yield idea(Picture.NO, _("Somebody did not agree:"), Quote(dissent.words, _("Said by {who}").format(who=who)))


_ASKED = {
    YesNo.YES: N_("We asked who did not agree."),
    YesNo.NO: N_("We did not ask who did not agree."),
    None: N_("We do not know if people were asked who did not agree."),
}


def _changes(material: Material, decision: Decision) -> Iterator[Block]:
    changes = [each for each in material.facts.changes if each.decision_id == decision.id and each.is_real]
    if not changes:
        yield idea(Picture.CHANGE, _("We cannot show that people’s words changed it."))
    for change in changes:
        before, after = given(change.before) or _("Not written down"), given(change.after) or _("Not written down")
        yield idea(Picture.CHANGE, _("People’s words changed this."), _("Before:"), full_stop(before), _("Now:"), full_stop(after))
