"""How early each kind of need has to be arranged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.ids import RowId, new_row_id
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.needs import need_from_words, same_need
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class LeadTimeChanges(TypedDict, total=False):
    """What may be corrected."""

    need: str
    days: int
    source: str | None


def add_lead_time(workspace: WorkspaceFile, *, need: str, days: int, source: str | None = None) -> RowId:
    """Say how many days before a workshop a kind of need has to be arranged. Refused where it is said already."""
    lead_time = LeadTime(need_from_words(need), days, source)
    lead_time.check()
    with workspace.work(_("Add lead time")) as work:
        _refuse_taken(work, lead_time)
        work.add(lead_time)
    return lead_time.id


def add_published_lead_times(workspace: WorkspaceFile, lead_times: Sequence[LeadTime]) -> int:
    """Add copies of published lead times, each marked as still to be checked, and say how many."""
    source = _("Check before use. {source}")
    copies = [replace(one, id=new_row_id(), source=source.format(source=one.source or "")) for one in lead_times]
    if not copies:
        raise Refused(_("Choose at least one."), field="lead_times")
    with workspace.work(_("Add published lead times")) as work:
        for one in copies:
            one.check()
            _refuse_taken(work, one)
        work.add_all(copies)
    return len(copies)


def edit_lead_time(workspace: WorkspaceFile, lead_time_id: RowId, **changes: Unpack[LeadTimeChanges]) -> None:
    """Correct a lead time. Days worked out from it move along."""
    with workspace.work(_("Edit lead time")) as work:
        lead_time = work.get(LeadTime, lead_time_id)
        amend(lead_time, changes)
        lead_time.need = need_from_words(lead_time.need)
        lead_time.check()
        _refuse_taken(work, lead_time)


def delete_lead_time(workspace: WorkspaceFile, lead_time_id: RowId) -> None:
    """Take a lead time away. Days written down by hand stay."""
    with workspace.work(_("Delete lead time")) as work:
        work.delete(work.get(LeadTime, lead_time_id))


def _refuse_taken(work: Work, lead_time: LeadTime) -> None:
    if any(one.id != lead_time.id and same_need(one.need, lead_time.need) for one in work.all(LeadTime)):
        raise Refused(_("This need has a number of days already. Change that one."), field="need", brief=_("there already"))
