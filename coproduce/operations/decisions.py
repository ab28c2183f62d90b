"""Decisions: the question, the outcome, who took part, who disagreed, and what people's words changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from coproduce.domain import decision_versions
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import (
    AtInvitation,
    Capacity,
    CountedOf,
    DecisionMethod,
    DecisionState,
    ReviewResult,
    SaidAs,
    Share,
    YesNo,
    fold,
)
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.ids import ContributionId, DecisionId, PersonId, ProjectId, RowId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for
from coproduce.operations.removal import also_removed, remove_decision

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class DecisionDetails(TypedDict, total=False):
    """What may be known about a decision besides its project and question; see `Decision`."""

    workshop_id: WorkshopId | None
    at_invitation: AtInvitation | None
    method: DecisionMethod | None
    threshold: str | None
    decided_on: date | None
    outcome: str | None
    outcome_by: str | None
    reason: str | None
    dissent_asked: YesNo | None
    changed: YesNo | None
    owner: str | None
    due_on: date | None
    state: DecisionState | None
    review_on: date | None
    reviewed_on: date | None
    review_result: ReviewResult | None
    locked_on: date | None
    changed_after_on: date | None
    decided_by_whom: str | None
    why_elsewhere: str | None
    threshold_set_on: date | None
    share: Share | None
    counted_of: CountedOf | None
    lowest_hand: int | None
    follows_id: DecisionId | None


class DecisionChanges(DecisionDetails, total=False):
    """What may be corrected."""

    project_id: ProjectId
    question: str


class OptionChanges(TypedDict, total=False):
    """What may be corrected about an option; see `Option`."""

    option: str
    meaning: str | None
    proposed_by: str | None


class DissentChanges(TypedDict, total=False):
    """What may be corrected about a disagreement; see `Dissent`."""

    words: str
    said_as: SaidAs | None
    person_id: PersonId | None


class Words(NamedTuple):
    """A disagreement as it is written down with the outcome; see `Dissent`."""

    words: str
    said_as: SaidAs | None = None
    person_id: PersonId | None = None


class ChangeChanges(TypedDict, total=False):
    """What may be corrected about a link from words to a change; see `Change`."""

    contribution_id: ContributionId
    before: str
    after: str


class Counts(TypedDict, total=False):
    """How many people stood where; see `Deciders`."""

    could_decide: int | None
    took_part: int | None
    support: int | None
    stand_aside: int | None
    object: int | None
    abstain: int | None


class DecidersChanges(Counts, total=False):
    """What may be corrected about a count of who decided."""

    capacity: Capacity


def record_decision(
    workspace: WorkspaceFile,
    *,
    project_id: ProjectId,
    question: str,
    own_id: str | None = None,
    dissent: Words | None = None,
    **details: Unpack[DecisionDetails],
) -> DecisionId:
    """Write down a question of a project, with its answer where there is one, and with it a disagreement where there was one.

    `own_id` is the organisation's reference.
    """
    with workspace.work(_("Record decision")) as work:
        decision_id = DecisionId(id_for(work, Decision, own_id, "D"))
        decision = Decision(id=decision_id, project_id=project_id, question=question, **details)
        work.get(Project, project_id)
        _check(work, decision, outcome_too=True)
        work.add(decision)
        if dissent is not None:
            _add_dissent(work, Dissent(decision_id, dissent.words, dissent.said_as, dissent.person_id))
    return decision.id


def edit_decision(
    workspace: WorkspaceFile, decision_id: DecisionId, *, today: date | None = None, **changes: Unpack[DecisionChanges]
) -> None:
    """Correct a decision. Where that rewords what was decided, the earlier words are kept as they stood until `today`."""
    with workspace.work(_("Edit decision")) as work:
        decision = work.get(Decision, decision_id)
        _keep(work, decision, changes, today)
        amend(decision, changes)
        work.get(Project, decision.project_id)
        _check(work, decision, outcome_too="outcome" in changes or "decided_on" in changes)


def decide(
    workspace: WorkspaceFile,
    decision_id: DecisionId,
    *,
    outcome: str,
    on: date,
    by: str | None = None,
    reason: str | None = None,
    dissent_asked: YesNo | None = None,
    dissent: Words | None = None,
    today: date | None = None,
) -> None:
    """Record the outcome of a question, and with it a disagreement where there was one."""
    with workspace.work(_("Record outcome")) as work:
        decision = work.get(Decision, decision_id)
        _keep(work, decision, {"outcome": outcome.strip(), "reason": reason, "outcome_by": by}, today)
        decision.decide(outcome, on=on, by=by, reason=reason, dissent_asked=dissent_asked)
        if dissent is not None:
            _add_dissent(work, Dissent(decision_id, dissent.words, dissent.said_as, dissent.person_id))


def review_decision(workspace: WorkspaceFile, decision_id: DecisionId, *, result: ReviewResult, on: date) -> None:
    """Record what looking at a decision again came to."""
    with workspace.work(_("Record review")) as work:
        work.get(Decision, decision_id).review(result, on)


def delete_decision(workspace: WorkspaceFile, decision_id: DecisionId) -> str:
    """Delete a decision with its options, counts and disagreements; says what else went."""
    with workspace.work(_("Delete decision")) as work:
        removed = remove_decision(work, work.get(Decision, decision_id))
    return also_removed(removed)


def add_option(
    workspace: WorkspaceFile, decision_id: DecisionId, *, option: str, meaning: str | None = None, proposed_by: str | None = None
) -> RowId:
    """Add one way the question could go. `proposed_by` is a person id, or `organiser`."""
    added = Option(decision_id=decision_id, option=option, meaning=meaning, proposed_by=proposed_by)
    added.check()
    with workspace.work(_("Add option")) as work:
        work.get(Decision, decision_id)
        work.add(added)
    return added.id


def edit_option(workspace: WorkspaceFile, option_id: RowId, **changes: Unpack[OptionChanges]) -> None:
    """Correct an option. What was counted for it goes with its name."""
    with workspace.work(_("Edit option")) as work:
        option = work.get(Option, option_id)
        before = option.option
        amend(option, changes)
        option.check()
        if option.option != before:
            _rename_in_counts(work, option, before)


def delete_option(workspace: WorkspaceFile, option_id: RowId) -> None:
    """Take an option away."""
    with workspace.work(_("Delete option")) as work:
        work.delete(work.get(Option, option_id))


def count_deciders(workspace: WorkspaceFile, decision_id: DecisionId, capacity: Capacity, **counts: Unpack[Counts]) -> None:
    """Write down how many people of one capacity could decide, took part, and how they stood."""
    with workspace.work(_("Count who decided")) as work:
        work.get(Decision, decision_id)
        rows = work.all(Deciders, decision_id=decision_id, capacity=capacity)
        deciders = rows[0] if rows else Deciders(decision_id=decision_id, capacity=capacity)
        amend(deciders, counts)
        deciders.check()
        if not rows:
            work.add(deciders)


def edit_deciders(workspace: WorkspaceFile, deciders_id: RowId, **changes: Unpack[DecidersChanges]) -> None:
    """Correct a count of who decided. Refused where it would be the second of one capacity."""
    with workspace.work(_("Edit count of who decided")) as work:
        deciders = work.get(Deciders, deciders_id)
        capacity = changes.get("capacity", deciders.capacity)
        if capacity is not deciders.capacity and work.all(Deciders, decision_id=deciders.decision_id, capacity=capacity):
            raise Refused(_("This group is counted already. Change that count instead."), field="capacity")
        amend(deciders, changes)
        deciders.check()


def delete_deciders(workspace: WorkspaceFile, deciders_id: RowId) -> None:
    """Take a count of who decided away."""
    with workspace.work(_("Delete count of who decided")) as work:
        work.delete(work.get(Deciders, deciders_id))


def record_dissent(
    workspace: WorkspaceFile, decision_id: DecisionId, *, words: str, said_as: SaidAs | None = None, person_id: PersonId | None = None
) -> RowId:
    """Write down why somebody disagreed, in their words."""
    dissent = Dissent(decision_id=decision_id, words=words, said_as=said_as, person_id=person_id)
    with workspace.work(_("Record disagreement")) as work:
        work.get(Decision, decision_id)
        _add_dissent(work, dissent)
    return dissent.id


def edit_dissent(workspace: WorkspaceFile, dissent_id: RowId, **changes: Unpack[DissentChanges]) -> None:
    """Correct a disagreement."""
    with workspace.work(_("Edit disagreement")) as work:
        dissent = work.get(Dissent, dissent_id)
        amend(dissent, changes)
        dissent.check()
        if dissent.person_id is not None:
            work.get(Person, dissent.person_id)


def delete_dissent(workspace: WorkspaceFile, dissent_id: RowId) -> None:
    """Take back a disagreement typed by mistake."""
    with workspace.work(_("Delete disagreement")) as work:
        work.delete(work.get(Dissent, dissent_id))


def link_change(workspace: WorkspaceFile, decision_id: DecisionId, contribution_id: ContributionId, *, before: str, after: str) -> RowId:
    """Show what somebody's words changed: the text before and after. Where the two are the same, no influence is claimed."""
    change = Change(decision_id=decision_id, contribution_id=contribution_id, before=before, after=after)
    change.check()
    with workspace.work(_("Link words to a change")) as work:
        work.get(Decision, decision_id)
        work.get(Contribution, contribution_id)
        work.add(change)
    return change.id


def edit_change(workspace: WorkspaceFile, change_id: RowId, **changes: Unpack[ChangeChanges]) -> None:
    """Correct a link from words to a change."""
    with workspace.work(_("Edit link to a change")) as work:
        change = work.get(Change, change_id)
        amend(change, changes)
        change.check()
        work.get(Contribution, change.contribution_id)


def unlink_change(workspace: WorkspaceFile, change_id: RowId) -> None:
    """Take away a link from words to a change."""
    with workspace.work(_("Remove link to a change")) as work:
        work.delete(work.get(Change, change_id))


def _check(work: Work, decision: Decision, *, outcome_too: bool) -> None:
    decision.check()
    if decision.workshop_id is not None:
        work.get(Workshop, decision.workshop_id)
    if decision.follows_id is not None:
        _check_line(work, decision)
    if outcome_too and decision.decided_on is not None and not (decision.outcome or "").strip():
        raise Refused(_("Write down what was decided."), field="outcome")


def _check_line(work: Work, decision: Decision) -> None:
    """Decisions follow each other in a line that never comes back to itself."""
    seen, before = {decision.id}, decision.follows_id
    while before is not None:
        if before in seen:
            raise Refused(_("These decisions would replace each other in a circle."), field="follows_id")
        seen.add(before)
        before = work.get(Decision, before).follows_id


def _add_dissent(work: Work, dissent: Dissent) -> None:
    dissent.check()
    if dissent.person_id is not None:
        work.get(Person, dissent.person_id)
    work.add(dissent)


def _keep(work: Work, decision: Decision, changes: Mapping[str, object], today: date | None) -> None:
    earlier = decision_versions.before(decision, changes, today)
    if earlier is not None:
        work.add(earlier)


def _rename_in_counts(work: Work, option: Option, before: str) -> None:
    for vote in work.all(VoteCount, decision_id=option.decision_id):
        if vote.option and fold(vote.option) == fold(before):
            vote.option = option.option
    for ballots in work.all(Ballots, decision_id=option.decision_id):
        if any(fold(one) == fold(before) for one in ballots.options):
            ballots.ranking = " > ".join(option.option if fold(one) == fold(before) else one for one in ballots.options)
