"""Keeping somebody's record without using it, and lifting that again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.people import Person
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.domain.ids import PersonId
    from coproduce.storage.workspace_file import WorkspaceFile


def restrict_person(workspace: WorkspaceFile, person_id: PersonId, *, on: date, reason: str) -> None:
    """From that day their record is kept and not used. Raises `Refused` where it is so already, or no reason is given."""
    with workspace.work(_("Keep a record without using it")) as work:
        work.get(Person, person_id).restrict(on, reason)


def lift_restriction(workspace: WorkspaceFile, person_id: PersonId) -> None:
    """Their record may be used again. Raises `Refused` where it may be used as it is."""
    with workspace.work(_("Use a record again")) as work:
        work.get(Person, person_id).lift_restriction()
