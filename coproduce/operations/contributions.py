"""What people said, what was answered, and telling them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import Answer, Capacity, SaidAs, YesPartlyNo
from coproduce.domain.ids import ContributionId, PersonId, ProjectId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for
from coproduce.operations.removal import also_removed, remove_contribution

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class ContributionDetails(TypedDict, total=False):
    """What may be known about something somebody said; see `Contribution`."""

    person_id: PersonId | None
    capacity: Capacity | None
    said_as: SaidAs | None
    theme: str | None
    part: str | None


class ContributionChanges(ContributionDetails, total=False):
    """What may be corrected."""

    workshop_id: WorkshopId
    words: str
    answer: Answer | None
    answered_on: date | None
    reason: str | None
    told_on: date | None
    told_how: str | None
    made_a_difference: YesPartlyNo | None
    difference_asked_on: date | None


def record_contribution(
    workspace: WorkspaceFile, *, workshop_id: WorkshopId, words: str, own_id: str | None = None, **details: Unpack[ContributionDetails]
) -> ContributionId:
    """Write down what somebody said, in their words. `own_id` is the organisation's reference, if it has one."""
    with workspace.work(_("Record contribution")) as work:
        contribution_id = ContributionId(id_for(work, Contribution, own_id, "C"))
        contribution = Contribution(id=contribution_id, workshop_id=workshop_id, words=words, **details)
        contribution.check()
        _check_places(work, contribution)
        work.add(contribution)
    return contribution.id


def edit_contribution(workspace: WorkspaceFile, contribution_id: ContributionId, **changes: Unpack[ContributionChanges]) -> None:
    """Correct what was written down."""
    with workspace.work(_("Edit contribution")) as work:
        contribution = work.get(Contribution, contribution_id)
        amend(contribution, changes)
        contribution.check()
        _check_places(work, contribution)


def answer_contribution(
    workspace: WorkspaceFile, contribution_id: ContributionId, *, answer: Answer, on: date, reason: str | None = None
) -> None:
    """Record what was done with it. A no, or a part, needs a reason."""
    with workspace.work(_("Answer contribution")) as work:
        work.get(Contribution, contribution_id).give_answer(answer, on=on, reason=reason)


def tell_people(workspace: WorkspaceFile, contribution_ids: Sequence[ContributionId], *, on: date, how: str | None = None) -> None:
    """Record that people were told the answers. Refused for all where one has no answer yet."""
    with workspace.work(_("Mark people as told")) as work:
        for contribution_id in contribution_ids:
            work.get(Contribution, contribution_id).tell(on=on, how=how)


def ask_difference(workspace: WorkspaceFile, contribution_id: ContributionId, *, on: date, said: YesPartlyNo | None = None) -> None:
    """Record that the person was asked whether it made a difference, and what they said if they have."""
    with workspace.work(_("Asked whether it made a difference")) as work:
        work.get(Contribution, contribution_id).ask_difference(on=on, said=said)


def tell_in_letters(workspace: WorkspaceFile, told: Mapping[ContributionId, str], *, on: date) -> None:
    """Record that people were told the answers in letters: each contribution with how. What has no answer or was told is left as it is."""
    with workspace.work(_("Note that they were told")) as work:
        for said in work.among(Contribution, list(told)):
            if said.is_answered and said.told_on is None:
                said.tell(on=on, how=told[said.id])


def rename_theme(workspace: WorkspaceFile, project_id: ProjectId, theme: str, *, new: str) -> int:
    """Call a theme of a project something else, everywhere; where there is one of that name, they become one. Gives how many moved.

    Raises `Refused` (field `theme`) where there is no new name, or nothing is under the old one.
    """
    if not new.strip():
        raise Refused(_("Write what to call this theme."), field="theme")
    with workspace.work(_("Rename theme")) as work:
        held = {workshop.id for workshop in work.all(Workshop, project_id=project_id)}
        under = [said for said in work.all(Contribution, theme=theme) if said.workshop_id in held]
        if not under:
            raise Refused(_("Nothing is under this theme any more."), field="theme")
        for said in under:
            said.theme = new.strip()
    return len(under)


def delete_contribution(workspace: WorkspaceFile, contribution_id: ContributionId) -> str:
    """Delete what was written down, with its links to changes; says what else went."""
    with workspace.work(_("Delete contribution")) as work:
        removed = remove_contribution(work, work.get(Contribution, contribution_id))
    return also_removed(removed)


def _check_places(work: Work, contribution: Contribution) -> None:
    work.get(Workshop, contribution.workshop_id)
    if contribution.person_id is not None:
        work.get(Person, contribution.person_id)
