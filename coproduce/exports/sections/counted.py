"""How a decision was counted, step by step, what was objected to, and who was asked for advice."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import AskedAs, DecisionMethod, YesNo
from coproduce.domain.counting.of_decision import Counts, told
from coproduce.domain.counting.stood import Stood
from coproduce.domain.counting.told import Step
from coproduce.domain.decisions import Decision
from coproduce.domain.objections import Objection
from coproduce.domain.wording import day_words
from coproduce.exports.document import Block, Bold, Bullets, Column, Heading, Paragraph, Quote, Table
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _, ngettext


def how_it_was_counted(material: Material, decision: Decision) -> Iterator[Block]:
    """What the count came to, a table for each step, and what the count cannot say. Nothing where nothing was counted."""
    counts = _counts(material, decision)
    summed = material.facts.stood.get(decision.id)
    answer = told(decision, counts)
    counted = any((counts.votes, counts.ballots, counts.objections, counts.stood.is_counted))
    if answer is not None and counted:
        yield Heading(4, _("How it was counted"))
        yield Paragraph(answer.outcome)
        for step in answer.steps:
            yield from _step(step)
        if answer.warnings:
            yield Bullets(answer.warnings)
    if summed is not None and decision.method not in (DecisionMethod.CONSENSUS, DecisionMethod.MAJORITY):
        yield Paragraph(_together(summed))
    if summed is not None:
        yield Paragraph(_("How each group stood is not told apart, because a group is small."))
    elif answer is None and decision.threshold_came_late:
        yield Paragraph(_("What is enough was set after the day it was decided."))


def _counts(material: Material, decision: Decision) -> Counts:
    facts, ours = material.facts, decision.id
    return Counts(
        tuple(option.option for option in facts.options if option.decision_id == ours),
        tuple(row for row in facts.deciders if row.decision_id == ours),
        tuple(row for row in facts.votes if row.decision_id == ours),
        tuple(row for row in facts.ballots if row.decision_id == ours),
        tuple(row for row in facts.objections if row.decision_id == ours),
        facts.stood.get(ours),
    )


def _step(step: Step) -> Iterator[Block]:
    if step.rows:
        headings = [head or _("What was counted") for head in step.headings]
        columns = tuple(Column(head, 1.6 if place == 0 else 1.0) for place, head in enumerate(headings))
        yield Table(step.title, columns, step.rows)
    if step.words:
        yield Paragraph(step.words)


def _together(stood: Stood) -> str:
    known = (
        (_("{count} in favour"), stood.support),
        (_("{count} stood aside"), stood.stand_aside),
        (_("{count} against"), stood.object),
        (_("{count} did not say"), stood.abstain),
    )
    counts = ", ".join(words.format(count=count) for words, count in known if count)
    return _("All together: {counts}.").format(counts=counts) if counts else _("Nobody is counted for or against.")


def what_was_objected(material: Material, decision: Decision) -> Iterator[Block]:
    """Objections with what came of each. Nobody is named."""
    objections = [one for one in material.facts.objections if one.decision_id == decision.id]
    if objections:
        yield Heading(4, _("Objections, and what was done about them"))
        for one in objections:
            yield Quote(one.words, _came_of(one))


def _came_of(one: Objection) -> str:
    words = {
        YesNo.YES: _("The proposal was changed to meet it"),
        YesNo.NO: _("It still stands"),
        None: _("What came of it is not recorded"),
    }[one.integrated]
    how = given(one.how)
    raised = _("Raised in round {n}. ").format(n=one.round) if one.round else ""
    return f"{raised}{full_stop(f'{words}: {how}' if how else words)}"


def who_was_asked(material: Material, decision: Decision) -> Iterator[Block]:
    """How many were asked for advice and why, and what they said where this copy may hold it."""
    asked = [one for one in material.facts.advice if one.decision_id == decision.id]
    if not asked:
        if decision.method is DecisionMethod.ADVICE:
            yield Paragraph(_("Who was asked for advice is not recorded."))
        return
    yield Heading(4, _("Who was asked for advice"))
    yield Paragraph(_how_many([one.asked_as for one in asked]))
    for one in asked:
        if words := given(one.said):
            yield Quote(words, _who(one.asked_as))


def _how_many(why: list[AskedAs | None]) -> str:
    whole = ngettext("{n} person or group was asked.", "{n} people or groups were asked.", len(why)).format(n=len(why))
    affected, expert = why.count(AskedAs.AFFECTED), why.count(AskedAs.EXPERT)
    return (
        f"{whole} {_('{affected} because it affects them, {expert} because they know about it.').format(affected=affected, expert=expert)}"
    )


def _who(why: AskedAs | None) -> str:
    known = {
        AskedAs.AFFECTED: _("somebody it affects"),
        AskedAs.EXPERT: _("somebody who knows about it"),
        None: _("somebody who was asked"),
    }
    return _("Said by {who}").format(who=known[why])


def reworded(material: Material, decision: Decision) -> Iterator[Block]:
    """How it read before it was reworded, up to the day of the report."""
    versions = [
        one for one in material.facts.versions if one.decision_id == decision.id and (one.kept_on is None or one.kept_on <= material.as_of)
    ]
    if versions:
        yield Heading(4, _("Changed since"))
    for one in versions:
        until = _("As it stood until {day}: ").format(day=day_words(one.kept_on)) if one.kept_on else _("As it stood before: ")
        why = given(one.reason)
        outcome = full_stop(given(one.outcome) or _("no outcome was written down"))
        yield Paragraph((Bold(until), f"{outcome} {_('Why: {reason}').format(reason=full_stop(why)) if why else ''}".strip()))
