"""What the copy for finance holds and no other does, who is paid under which reference, and what it must never hold: who said what.

Finance pays. It needs names, amounts and references, and nobody's words, needs or reasons.
"""

from __future__ import annotations

from dataclasses import replace

from coproduce.domain.codes import SaidAs
from coproduce.domain.decisions import Change
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import PaymentId
from coproduce.domain.looking import with_changes

GIVEN = "given"
"""Stands for something the figures need to know is there, whatever it says."""
_BEFORE, _AFTER = "before", "after"


def mark(text: str | None) -> str | None:
    """That something is written, without what it says."""
    return GIVEN if (text or "").strip() else None


def without_words(facts: ProjectFacts) -> ProjectFacts:
    """The facts without anything somebody said or wrote in their own words, and without who did. No figure moves."""
    nameless = SaidAs.ANONYMOUS
    return replace(
        facts,
        contributions=tuple(with_changes(said, words=GIVEN, reason=mark(said.reason), said_as=nameless) for said in facts.contributions),
        linked_contributions=tuple(
            with_changes(said, words=GIVEN, reason=mark(said.reason), said_as=nameless) for said in facts.linked_contributions
        ),
        dissents=tuple(with_changes(dissent, words=GIVEN, said_as=nameless, person_id=None) for dissent in facts.dissents),
        changes=tuple(_marked(change) for change in facts.changes),
        objections=tuple(with_changes(each, words=GIVEN, how=mark(each.how)) for each in facts.objections),
        advice=tuple(with_changes(each, said=None) for each in facts.advice),
        actions=tuple(with_changes(each, what=GIVEN, owner=mark(each.owner)) for each in facts.actions),
        versions=tuple(with_changes(each, outcome=mark(each.outcome), reason=mark(each.reason)) for each in facts.versions),
        asks=tuple(with_changes(each, words=GIVEN, asked_of=GIVEN, their_words=mark(each.their_words)) for each in facts.asks),
    )


def _marked(change: Change) -> Change:
    """Whether the text changed is counted; the text is not passed on."""
    return with_changes(change, before=_BEFORE, after=_AFTER if change.is_real else _BEFORE)


def paid_by_name(facts: ProjectFacts) -> dict[PaymentId, str]:
    """Who is paid on each line, by the full name where somebody gave one. A line that was declined has no name: nothing is to be paid."""
    owed = [(line.id, facts.people.get(line.person_id)) for line in facts.payments if not line.is_declined]
    return {line: (person.full_name or "").strip() or person.name for line, person in owed if person is not None}
