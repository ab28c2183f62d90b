"""Decisions: the question, the outcome, who took part, who disagreed, and what people's words changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import AtInvitation, Capacity, DecisionMethod, DecisionState, ReviewResult, SaidAs, YesNo
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.ids import ContributionId, DecisionId, PersonId, ProjectId, RowId, WorkshopId, new_id
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
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


class DecisionChanges(DecisionDetails, total=False):
    """What may be corrected."""

    question: str


class Counts(TypedDict, total=False):
    """How many people stood where; see `Deciders`."""

    could_decide: int | None
    took_part: int | None
    support: int | None
    stand_aside: int | None
    object: int | None
    abstain: int | None


def record_decision(workspace: WorkspaceFile, *, project_id: ProjectId, question: str, **details: Unpack[DecisionDetails]) -> DecisionId:
    """Write down a question of a project, with its answer where there is one."""
    decision = Decision(id=DecisionId(new_id("D")), project_id=project_id, question=question, **details)
    with workspace.work(_("Record decision")) as work:
        work.get(Project, project_id)
        _check(work, decision, outcome_too=True)
        work.add(decision)
    return decision.id


def edit_decision(workspace: WorkspaceFile, decision_id: DecisionId, **changes: Unpack[DecisionChanges]) -> None:
    """Correct a decision."""
    with workspace.work(_("Edit decision")) as work:
        decision = work.get(Decision, decision_id)
        amend(decision, changes)
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
) -> None:
    """Record the outcome of a question."""
    with workspace.work(_("Record outcome")) as work:
        work.get(Decision, decision_id).decide(outcome, on=on, by=by, reason=reason, dissent_asked=dissent_asked)


def review_decision(workspace: WorkspaceFile, decision_id: DecisionId, *, result: ReviewResult, on: date) -> None:
    """Record what looking at a decision again came to."""
    with workspace.work(_("Record review")) as work:
        decision = work.get(Decision, decision_id)
        if decision.decided_on is None:
            raise Refused(_("Nothing has been decided yet. Record the outcome first."), field="reviewed_on")
        decision.reviewed_on, decision.review_result = on, result


def delete_decision(workspace: WorkspaceFile, decision_id: DecisionId) -> str:
    """Delete a decision with its options, counts and disagreements; says what else went."""
    with workspace.work(_("Delete decision")) as work:
        removed = remove_decision(work, work.get(Decision, decision_id))
    return also_removed(removed)


def add_option(
    workspace: WorkspaceFile, decision_id: DecisionId, *, option: str, meaning: str | None = None, proposed_by: str | None = None
) -> RowId:
    """Add one way the question could go. `proposed_by` is a person id, or `organiser`."""
    if not option.strip():
        raise Refused(_("Write down the option."), field="option")
    added = Option(decision_id=decision_id, option=option, meaning=meaning, proposed_by=proposed_by)
    with workspace.work(_("Add option")) as work:
        work.get(Decision, decision_id)
        work.add(added)
    return added.id


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


def record_dissent(
    workspace: WorkspaceFile, decision_id: DecisionId, *, words: str, said_as: SaidAs | None = None, person_id: PersonId | None = None
) -> RowId:
    """Write down why somebody disagreed, in their words."""
    if not words.strip():
        raise Refused(_("Write down why they disagreed, in their words."), field="words")
    dissent = Dissent(decision_id=decision_id, words=words, said_as=said_as, person_id=person_id)
    with workspace.work(_("Record disagreement")) as work:
        work.get(Decision, decision_id)
        if person_id is not None:
            work.get(Person, person_id)
        work.add(dissent)
    return dissent.id


def delete_dissent(workspace: WorkspaceFile, dissent_id: RowId) -> None:
    """Take back a disagreement typed by mistake."""
    with workspace.work(_("Delete disagreement")) as work:
        work.delete(work.get(Dissent, dissent_id))


def link_change(workspace: WorkspaceFile, decision_id: DecisionId, contribution_id: ContributionId, *, before: str, after: str) -> RowId:
    """Show what somebody's words changed: the text before and after. Refused where the two are the same."""
    change = Change(decision_id=decision_id, contribution_id=contribution_id, before=before, after=after)
    if not change.is_real:
        raise Refused(_("The text before and after is the same. Write down what changed."), field="after")
    with workspace.work(_("Link words to a change")) as work:
        work.get(Decision, decision_id)
        work.get(Contribution, contribution_id)
        work.add(change)
    return change.id


def unlink_change(workspace: WorkspaceFile, change_id: RowId) -> None:
    """Take away a link from words to a change."""
    with workspace.work(_("Remove link to a change")) as work:
        work.delete(work.get(Change, change_id))


def _check(work: Work, decision: Decision, *, outcome_too: bool) -> None:
    decision.check()
    if decision.workshop_id is not None:
        work.get(Workshop, decision.workshop_id)
    if outcome_too and decision.decided_on is not None and not (decision.outcome or "").strip():
        raise Refused(_("Write down what was decided."), field="outcome")
