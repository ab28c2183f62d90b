"""Clearing what is held past its day, in one step that can be undone until the workspace is closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.access import Requirement
from coproduce.domain.my_record import names_of
from coproduce.domain.people import Person
from coproduce.domain.retention import Clearing, Kept
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.erasing import take_out
from coproduce.storage.erased import key_of, noted_beside
from coproduce.storage.queries.my_record import check_may_give
from coproduce.storage.queries.retention import due_in

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


def clear_what_is_due(workspace: WorkspaceFile, *, today: date) -> Clearing:
    """Erase people, delete needs and blank ways to reach people whose day has come; says what that was.

    Undo brings it back until the workspace is closed; then nothing does, and an older copy brings it back for nobody. Raises `Refused`
    where nothing is due, or for somebody who does not lead.
    """
    check_may_give(workspace)
    with workspace.work(_("Clear what is past its day")) as work:
        clearing = due_in(work, today)
        if not clearing.goes:
            raise Refused(_("Nothing is past its day."))
        for due in clearing.goes:
            _clear(work, due.kind, due.record_id)
    return clearing


def clear_again(workspace: WorkspaceFile) -> int:
    """Clear once more the needs and ways to reach people that an older copy brought back; says how many.

    Whatever was written down anew under another number stays. People come under `erasing.erase_again`.
    """
    keys = noted_beside(workspace.path) if workspace.may_write else frozenset()
    if not keys:
        return 0
    with workspace.read() as reading:
        known = reading.cleared_for_good()
        held = [(Kept.NEEDS, str(one.id)) for one in reading.bare(Requirement)]
        held += [(Kept.CONTACT, str(one.id)) for one in reading.bare(Person) if one.contact_route and one.left_on]
    back = [each for each in held if each not in known and key_of(*each) in keys]
    if back:
        with workspace.work(_("Clear what is past its day")) as work:
            for kind, record_id in back:
                _clear(work, kind, record_id)
        workspace.let_go_of_what_was_cleared()
    return len(back)


def _clear(work: Work, kind: Kept, record_id: str) -> None:
    if kind is Kept.PEOPLE:
        take_out(work, record_id, names_of(work.get(Person, record_id)))
    elif kind is Kept.NEEDS:
        work.delete(work.get(Requirement, record_id))
    else:
        work.get(Person, record_id).contact_route = None
    work.note_cleared(kind, record_id)
