"""The papers people are owed before the day, each in the format they need."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.agenda import Paper
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class PaperDetails(TypedDict, total=False):
    """What may be known about a paper besides whose it is; see `Paper`."""

    format_needed: str | None
    format_sent: str | None
    sent_on: datetime.date | None


class PaperChanges(PaperDetails, total=False):
    """What may be corrected. `person_id` and `workshop_id` are for a paper written down in the wrong place."""

    person_id: PersonId
    workshop_id: WorkshopId
    paper: str


def add_paper(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    person_id: PersonId,
    *,
    paper: str,
    **details: Unpack[PaperDetails],
) -> RowId:
    """Note that somebody is owed a paper before the day, and in which format."""
    owed = Paper(workshop_id=workshop_id, person_id=person_id, paper=paper, **details)
    _check_paper(owed)
    with workspace.work(_("Add paper")) as work:
        work.get(Workshop, workshop_id)
        work.get(Person, person_id)
        _refuse_listed_paper(work, workshop_id, person_id, paper)
        work.add(owed)
    return owed.id


def edit_paper(workspace: WorkspaceFile, paper_id: RowId, **changes: Unpack[PaperChanges]) -> None:
    """Correct a paper, or say when and how it was sent."""
    with workspace.work(_("Edit paper")) as work:
        owed = work.get(Paper, paper_id)
        whose = (changes.get("workshop_id", owed.workshop_id), changes.get("person_id", owed.person_id), changes.get("paper", owed.paper))
        if whose != (owed.workshop_id, owed.person_id, owed.paper):
            work.get(Workshop, whose[0])
            work.get(Person, whose[1])
            _refuse_listed_paper(work, *whose)
        amend(owed, changes)
        _check_paper(owed)


def mark_paper_sent(workspace: WorkspaceFile, paper_id: RowId, *, on: datetime.date, format_sent: str | None = None) -> None:
    """Say that a paper went out: in the format that was needed, unless another is given."""
    with workspace.work(_("Mark paper as sent")) as work:
        owed = work.get(Paper, paper_id)
        owed.sent_on, owed.format_sent = on, format_sent or owed.format_needed


def give_everybody(workspace: WorkspaceFile, workshop_id: WorkshopId, *, paper: str, formats: Mapping[PersonId, str | None]) -> int:
    """Put a paper on the list of each of these people, in the format beside them; how many had none of that name yet."""
    with workspace.work(_("Add a paper for everybody")) as work:
        work.get(Workshop, workshop_id)
        there = {owed.person_id for owed in work.all(Paper, workshop_id=workshop_id, paper=paper)}
        owed = [Paper(workshop_id, one.id, paper, formats[one.id]) for one in work.among(Person, list(formats)) if one.id not in there]
        for each in owed:
            _check_paper(each)
        if not owed:
            raise Refused(_("Everybody has this paper on their list already."), field="paper")
        work.add_all(owed)
    return len(owed)


def note_sent(
    workspace: WorkspaceFile, workshop_id: WorkshopId, *, paper: str, on: datetime.date, formats: Mapping[PersonId, str | None]
) -> None:
    """Say that a paper went out to these people, each in the format beside them; who had it not on their list has it then."""
    with workspace.work(_("Mark paper as sent")) as work:
        work.get(Workshop, workshop_id)
        owed = {one.person_id: one for one in work.all(Paper, workshop_id=workshop_id, paper=paper)}
        for person in work.among(Person, list(formats)):
            known, words = owed.get(person.id), formats[person.id]
            if known is None:
                work.add(Paper(workshop_id, person.id, paper, words, words, on))
            else:
                known.sent_on, known.format_sent = on, words or known.format_needed


def delete_paper(workspace: WorkspaceFile, paper_id: RowId) -> None:
    """Take a paper off the list."""
    with workspace.work(_("Delete paper")) as work:
        work.delete(work.get(Paper, paper_id))


def _refuse_listed_paper(work: Work, workshop_id: WorkshopId, person_id: PersonId, paper: str) -> None:
    if any(other.paper == paper for other in work.all(Paper, workshop_id=workshop_id, person_id=person_id)):
        raise Refused(_("This paper is already on their list."), field="paper")


def _check_paper(owed: Paper) -> None:
    if not owed.paper.strip():
        raise Refused(_("Say which paper it is."), field="paper")
