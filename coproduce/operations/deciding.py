"""What goes with deciding: objections, advice, actions, earlier words, and deciding again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.codes import ActionState, AskedAs, YesNo
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Decision
from coproduce.domain.ids import DecisionId, PersonId, RowId, new_id
from coproduce.domain.objections import Objection
from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class ObjectionDetails(TypedDict, total=False):
    """What may be known about an objection besides its words; see `Objection`."""

    round: int | None
    integrated: YesNo | None
    how: str | None


class ObjectionChanges(ObjectionDetails, total=False):
    """What may be corrected about an objection."""

    words: str


class AskedDetails(TypedDict, total=False):
    """What may be known about advice; see `Asked`."""

    who: str | None
    person_id: PersonId | None
    asked_as: AskedAs | None
    said: str | None
    asked_on: date | None


class ActionDetails(TypedDict, total=False):
    """What may be known about an action besides what is to be done; see `Action`."""

    owner: str | None
    due_on: date | None
    state: ActionState | None
    done_on: date | None
    note: str | None


class ActionChanges(ActionDetails, total=False):
    """What may be corrected about an action."""

    what: str


def record_objection(workspace: WorkspaceFile, decision_id: DecisionId, *, words: str, **details: Unpack[ObjectionDetails]) -> RowId:
    """Write down why a proposal would do harm."""
    objection = Objection(decision_id=decision_id, words=words, **details)
    objection.check()
    with workspace.work(_("Record objection")) as work:
        work.get(Decision, decision_id)
        work.add(objection)
    return objection.id


def edit_objection(workspace: WorkspaceFile, objection_id: RowId, **changes: Unpack[ObjectionChanges]) -> None:
    """Correct an objection, or write down what was changed to meet it."""
    with workspace.work(_("Edit objection")) as work:
        objection = work.get(Objection, objection_id)
        amend(objection, changes)
        objection.check()


def delete_objection(workspace: WorkspaceFile, objection_id: RowId) -> None:
    """Take back an objection typed by mistake."""
    with workspace.work(_("Delete objection")) as work:
        work.delete(work.get(Objection, objection_id))


def record_advice(workspace: WorkspaceFile, decision_id: DecisionId, **details: Unpack[AskedDetails]) -> RowId:
    """Write down who was asked for advice, and what they said."""
    asked = Asked(decision_id=decision_id, **details)
    asked.must_name_somebody()
    with workspace.work(_("Record advice")) as work:
        work.get(Decision, decision_id)
        if asked.person_id is not None:
            work.get(Person, asked.person_id)
        work.add(asked)
    return asked.id


def edit_advice(workspace: WorkspaceFile, asked_id: RowId, **changes: Unpack[AskedDetails]) -> None:
    """Correct advice."""
    with workspace.work(_("Edit advice")) as work:
        asked = work.get(Asked, asked_id)
        amend(asked, changes)
        if "who" in changes or "person_id" in changes:
            asked.must_name_somebody()
        if asked.person_id is not None:
            work.get(Person, asked.person_id)


def delete_advice(workspace: WorkspaceFile, asked_id: RowId) -> None:
    """Take back advice typed by mistake."""
    with workspace.work(_("Delete advice")) as work:
        work.delete(work.get(Asked, asked_id))


def add_action(workspace: WorkspaceFile, decision_id: DecisionId, *, what: str, **details: Unpack[ActionDetails]) -> RowId:
    """Write down one thing to do because of a decision."""
    action = Action(decision_id=decision_id, what=what, **details)
    action.check()
    with workspace.work(_("Add action")) as work:
        work.get(Decision, decision_id)
        work.add(action)
    return action.id


def edit_action(workspace: WorkspaceFile, action_id: RowId, **changes: Unpack[ActionChanges]) -> None:
    """Correct an action."""
    with workspace.work(_("Edit action")) as work:
        action = work.get(Action, action_id)
        amend(action, changes)
        action.check()


def finish_action(workspace: WorkspaceFile, action_id: RowId, *, on: date) -> None:
    """One thing to do is done."""
    with workspace.work(_("Mark action as done")) as work:
        work.get(Action, action_id).finish(on)


def delete_action(workspace: WorkspaceFile, action_id: RowId) -> None:
    """Take an action away."""
    with workspace.work(_("Delete action")) as work:
        work.delete(work.get(Action, action_id))


def delete_version(workspace: WorkspaceFile, version_id: RowId) -> None:
    """Take away an earlier wording, such as one with a name that should not be kept."""
    with workspace.work(_("Delete earlier wording")) as work:
        work.delete(work.get(DecisionVersion, version_id))


def decide_again(workspace: WorkspaceFile, decision_id: DecisionId) -> DecisionId:
    """Ask the question of a decision again that a review changed or undid; the new one says which it replaces."""
    with workspace.work(_("Decide again")) as work:
        old = work.get(Decision, decision_id)
        if work.all(Decision, follows_id=decision_id):
            raise Refused(_("A new decision follows this one already."))
        new = old.again(DecisionId(new_id("D")))
        work.add(new)
    return new.id
