"""Looking back: what the team wrote about itself, and what it promised people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.ids import RowId, WorkshopId
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class PromiseChanges(TypedDict, total=False):
    """What may be corrected about a promise; see `Promise`."""

    words: str
    owner: str | None
    due_on: date | None
    kept_on: date | None


def reflect(
    workspace: WorkspaceFile, workshop_id: WorkshopId, prompt: str, *, words: str, by: str | None = None, look_again_on: date | None = None
) -> RowId:
    """Write down what the team saw, under one prompt. Writing under the same prompt again takes the place of what was there."""
    with workspace.work(_("Reflect")) as work:
        work.get(Workshop, workshop_id)
        found = work.all(Reflection, workshop_id=workshop_id, prompt=prompt)
        said = found[0] if found else Reflection(workshop_id=workshop_id, prompt=prompt, words=words)
        said.words, said.by, said.look_again_on = words, by, look_again_on
        said.check()
        if not found:
            work.add(said)
    return said.id


def delete_reflection(workspace: WorkspaceFile, reflection_id: RowId) -> None:
    """Take back what was written under a prompt: it stays open."""
    with workspace.work(_("Delete reflection")) as work:
        work.delete(work.get(Reflection, reflection_id))


def promise(
    workspace: WorkspaceFile, workshop_id: WorkshopId, *, words: str, owner: str | None = None, due_on: date | None = None
) -> RowId:
    """Write down what people were promised."""
    made = Promise(workshop_id=workshop_id, words=words, owner=owner, due_on=due_on)
    made.check()
    with workspace.work(_("Write down a promise")) as work:
        work.get(Workshop, workshop_id)
        work.add(made)
    return made.id


def edit_promise(workspace: WorkspaceFile, promise_id: RowId, **changes: Unpack[PromiseChanges]) -> None:
    """Correct a promise, or say that it was kept."""
    with workspace.work(_("Edit promise")) as work:
        made = work.get(Promise, promise_id)
        amend(made, changes)
        made.check()


def delete_promise(workspace: WorkspaceFile, promise_id: RowId) -> None:
    """Delete a promise typed by mistake."""
    with workspace.work(_("Delete promise")) as work:
        work.delete(work.get(Promise, promise_id))
