"""What is asked of other organisations, and what they answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.asks import Ask
from coproduce.domain.codes import AskAnswer
from coproduce.domain.decisions import Decision
from coproduce.domain.ids import AskId, ContributionId, DecisionId, ProjectId
from coproduce.domain.projects import Project
from coproduce.domain.room import Contribution
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class AskDetails(TypedDict, total=False):
    """What may be known about an ask; see `Ask`."""

    contribution_id: ContributionId | None
    decision_id: DecisionId | None
    asked_on: date | None
    answer: AskAnswer | None
    answered_on: date | None
    their_words: str | None
    look_again_on: date | None


class AskChanges(AskDetails, total=False):
    """What may be corrected."""

    project_id: ProjectId
    words: str
    asked_of: str


def record_ask(
    workspace: WorkspaceFile, *, project_id: ProjectId, words: str, asked_of: str, own_id: str | None = None, **details: Unpack[AskDetails]
) -> AskId:
    """Write down what is asked of another organisation. `own_id` is the organisation's reference, if it has one."""
    with workspace.work(_("Record an ask")) as work:
        ask = Ask(AskId(id_for(work, Ask, own_id, "ASK")), project_id, words, asked_of, **details)
        ask.check()
        _check_places(work, ask)
        work.add(ask)
    return ask.id


def edit_ask(workspace: WorkspaceFile, ask_id: AskId, **changes: Unpack[AskChanges]) -> None:
    """Correct what was written down."""
    with workspace.work(_("Edit an ask")) as work:
        ask = work.get(Ask, ask_id)
        amend(ask, changes)
        ask.check()
        _check_places(work, ask)


def record_ask_answer(workspace: WorkspaceFile, ask_id: AskId, *, answer: AskAnswer, on: date, their_words: str | None = None) -> None:
    """Record what they answered, in their words."""
    with workspace.work(_("Record their answer")) as work:
        work.get(Ask, ask_id).record_answer(answer, on=on, their_words=their_words)


def delete_ask(workspace: WorkspaceFile, ask_id: AskId) -> None:
    """Delete an ask. What it came from stays."""
    with workspace.work(_("Delete an ask")) as work:
        work.delete(work.get(Ask, ask_id))


def _check_places(work: Work, ask: Ask) -> None:
    work.get(Project, ask.project_id)
    if ask.contribution_id is not None:
        work.get(Contribution, ask.contribution_id)
    if ask.decision_id is not None:
        work.get(Decision, ask.decision_id)
