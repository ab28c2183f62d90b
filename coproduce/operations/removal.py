"""What goes when a record goes: its own rows with it, other people's words never, and nothing at all once money went out.

Each `remove_…` is one entry of the bin, however many a work calls; one that removes others keeps theirs in its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, CheckNote, Lane, LaneSeat, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.batches import Batch
from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import SaidAs
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.objections import Objection
from coproduce.domain.own_words import OwnWords
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _, ngettext

if TYPE_CHECKING:
    from coproduce.storage.work import Work

_OF_A_WORKSHOP = (
    *(Block, Attendance, Paper, Arrangement, Payment, Turns, Verdict),
    *(Lane, LaneSeat, CheckNote, Reflection, Promise),
)
"""What a workshop takes with it."""

_OF_A_DECISION = (Option, Deciders, Dissent, Change, VoteCount, Ballots, Objection, Asked, Action, DecisionVersion)
"""What a decision takes with it."""

Removed = Counter[type]
"""How many records of each noun went."""

_WORDS: dict[type, Callable[[int], str]] = {
    Workshop: lambda n: ngettext("{n} workshop", "{n} workshops", n),
    Attendance: lambda n: ngettext("{n} attendance record", "{n} attendance records", n),
    Block: lambda n: ngettext("{n} part of the plan", "{n} parts of the plan", n),
    Paper: lambda n: ngettext("{n} paper", "{n} papers", n),
    Requirement: lambda n: ngettext("{n} thing they need", "{n} things they need", n),
    Arrangement: lambda n: ngettext("{n} access arrangement", "{n} access arrangements", n),
    BudgetLine: lambda n: ngettext("{n} line of the budget", "{n} lines of the budget", n),
    Batch: lambda n: ngettext("{n} batch", "{n} batches", n),
    Payment: lambda n: ngettext("{n} payment line", "{n} payment lines", n),
    Contribution: lambda n: ngettext("{n} thing people said", "{n} things people said", n),
    Decision: lambda n: ngettext("{n} decision", "{n} decisions", n),
    Option: lambda n: ngettext("{n} option", "{n} options", n),
    Deciders: lambda n: ngettext("{n} count of who decided", "{n} counts of who decided", n),
    Dissent: lambda n: ngettext("{n} disagreement", "{n} disagreements", n),
    Change: lambda n: ngettext("{n} link from words to a change", "{n} links from words to a change", n),
    Ask: lambda n: ngettext("{n} ask of another organisation", "{n} asks of other organisations", n),
    VoteCount: lambda n: ngettext("{n} count of votes", "{n} counts of votes", n),
    Ballots: lambda n: ngettext("{n} line of ranked ballots", "{n} lines of ranked ballots", n),
    Objection: lambda n: ngettext("{n} objection", "{n} objections", n),
    Asked: lambda n: ngettext("{n} piece of advice", "{n} pieces of advice", n),
    Action: lambda n: ngettext("{n} action", "{n} actions", n),
    DecisionVersion: lambda n: ngettext("{n} earlier wording", "{n} earlier wordings", n),
    Turns: lambda n: ngettext("{n} count of turns", "{n} counts of turns", n),
    Verdict: lambda n: ngettext("{n} feedback sheet", "{n} feedback sheets", n),
    EqualityCount: lambda n: ngettext("{n} equality count", "{n} equality counts", n),
    OwnWords: lambda n: ngettext("{n} note in your own words", "{n} notes in your own words", n),
    Lane: lambda n: ngettext("{n} lane", "{n} lanes", n),
    LaneSeat: lambda n: ngettext("{n} place in a lane", "{n} places in a lane", n),
    CheckNote: lambda n: ngettext("{n} note on a check", "{n} notes on checks", n),
    Reflection: lambda n: ngettext("{n} reflection", "{n} reflections", n),
    Promise: lambda n: ngettext("{n} promise", "{n} promises", n),
}


def also_removed(removed: Removed) -> str:
    """“Also removed: 3 attendance records, 1 paper.”, or nothing where nothing else went."""
    also = listed({kind.__name__: count for kind, count in removed.items()})
    return _("Also removed: {list}.").format(list=also) if also else ""


def listed(counts: Mapping[str, int]) -> str:
    """“3 attendance records, 1 paper”, from how many there are of each kind; nothing where there are none."""
    found = [(words, counts.get(kind.__name__, 0)) for kind, words in _WORDS.items()]
    return ", ".join(words(count).format(n=count) for words, count in found if count)


def lines_that_stay(work: Work, workshop: Workshop) -> str:
    """“2 lines of its budget stay, for the whole project.”, said of a workshop that is about to be deleted; or nothing."""
    count = len(work.all(BudgetLine, workshop_id=workshop.id))
    words = ngettext("{n} line of its budget stays, for the whole project.", "{n} lines of its budget stay, for the whole project.", count)
    return words.format(n=count) if count else ""


def remove_person(work: Work, person: Person) -> Removed:
    """Delete a person with their attendance, papers, access, turns and unpaid lines. What they said stays, without their name."""
    _refuse_once_paid(
        work.all(Payment, person_id=person.id),
        _("Money was paid to this person, so the record has to stay. Give a leaving date instead."),
    )
    with work.deletion(person):
        removed = _delete_all(work, (Requirement, Attendance, Paper, Arrangement, Payment, Turns, LaneSeat), person_id=person.id)
        for contribution in work.all(Contribution, person_id=person.id):
            contribution.person_id, contribution.said_as = None, SaidAs.ANONYMOUS
        for dissent in work.all(Dissent, person_id=person.id):
            dissent.person_id, dissent.said_as = None, SaidAs.ANONYMOUS
        for asked in work.all(Asked, person_id=person.id):
            asked.person_id, asked.who = None, None
        for block in work.all(Block):
            if person.id in block.led_by:
                block.led_by = tuple(other for other in block.led_by if other != person.id)
            if block.proposed_by == person.id:
                block.proposed_by = None
        for option in work.all(Option, proposed_by=person.id):
            option.proposed_by = None
        for lane in work.all(Lane, facilitator_id=person.id):
            lane.facilitator_id = None
        work.delete(person)
    return removed


def remove_workshop(work: Work, workshop: Workshop) -> Removed:
    """Delete a workshop with its own rows. A decision taken there and what its budget planned stay with its project."""
    _refuse_once_paid(
        work.all(Payment, workshop_id=workshop.id),
        _("Money was paid for this workshop, so the record has to stay. Cancel the workshop instead."),
    )
    with work.deletion(workshop):
        removed: Removed = Counter()
        for contribution in work.all(Contribution, workshop_id=workshop.id):
            removed += remove_contribution(work, contribution)
            removed[Contribution] += 1
        removed += _delete_all(work, _OF_A_WORKSHOP, workshop_id=workshop.id)
        for decision in work.all(Decision, workshop_id=workshop.id):
            decision.workshop_id = None
        for line in work.all(BudgetLine, workshop_id=workshop.id):
            line.workshop_id = None
        work.delete(workshop)
    return removed


def remove_decision(work: Work, decision: Decision) -> Removed:
    """Delete a decision with all that belongs to it. A decision that took its place stays."""
    with work.deletion(decision):
        for ask in work.all(Ask, decision_id=decision.id):
            ask.decision_id = None
        removed = _delete_all(work, _OF_A_DECISION, decision_id=decision.id)
        for follower in work.all(Decision, follows_id=decision.id):
            follower.follows_id = None
        work.delete(decision)
    return removed


def remove_contribution(work: Work, contribution: Contribution) -> Removed:
    """Delete what somebody said, and the links from it to a change. What was asked of others because of it stays asked."""
    with work.deletion(contribution):
        removed = _delete_all(work, (Change,), contribution_id=contribution.id)
        for ask in work.all(Ask, contribution_id=contribution.id):
            ask.contribution_id = None
        work.delete(contribution)
    return removed


def remove_project(work: Work, project: Project) -> Removed:
    """Delete a project with its workshops and decisions. People stay: they belong to the workspace."""
    with work.deletion(project):
        removed: Removed = Counter()
        for decision in work.all(Decision, project_id=project.id):
            removed += remove_decision(work, decision)
            removed[Decision] += 1
        for workshop in work.all(Workshop, project_id=project.id):
            removed += remove_workshop(work, workshop)
            removed[Workshop] += 1
        removed += _delete_all(work, (EqualityCount, BudgetLine, Ask, OwnWords), project_id=project.id)
        work.delete(project)
    return removed


def _delete_all(work: Work, kinds: Iterable[type], **owner: object) -> Removed:
    removed: Removed = Counter()
    for kind in kinds:
        nouns: list[object] = work.all(kind, **owner)
        removed[kind] += len(nouns)
        for noun in nouns:
            work.delete(noun)
    return removed


def _refuse_once_paid(lines: Sequence[Payment], sentence: str) -> None:
    if any(line.paid for line in lines):
        raise Refused(sentence)
    if any(line.batch_id is not None for line in lines):
        raise Refused(_("A payment here is in a batch for finance. Take it out of the batch first, or wait until it is paid."))
