"""Rates: what is paid, from when to when, and where the figure comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import RateShape, YesNo
from coproduce.domain.ids import RowId, new_row_id
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Rate
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class RateDetails(TypedDict, total=False):
    """What may be known about a rate; see `Rate`."""

    valid_to: date | None
    region: str | None
    source: str | None
    is_floor: YesNo | None


class RateChanges(RateDetails, total=False):
    """What may be corrected."""

    label: str
    shape: RateShape
    amount: Money
    valid_from: date


def add_rate(
    workspace: WorkspaceFile, *, label: str, shape: RateShape, amount: Money, valid_from: date, **details: Unpack[RateDetails]
) -> RowId:
    """Add a rate. Workshops before `valid_from` keep their old rates."""
    rate = Rate(label=label, shape=shape, amount=amount, valid_from=valid_from, **details)
    _check(rate)
    with workspace.work(_("Add rate")) as work:
        work.add(rate)
    return rate.id


def add_published(workspace: WorkspaceFile, rates: Sequence[Rate]) -> int:
    """Add copies of published rates, each marked as still to be checked, and say how many."""
    copies = [replace(rate, id=new_row_id(), source=_("Check before use. {source}").format(source=rate.source or "")) for rate in rates]
    for rate in copies:
        _check(rate)
    if not copies:
        raise Refused(_("Choose at least one rate."), field="rates")
    with workspace.work(_("Add published rates")) as work:
        work.add_all(copies)
    return len(copies)


def edit_rate(workspace: WorkspaceFile, rate_id: RowId, **changes: Unpack[RateChanges]) -> None:
    """Correct a rate."""
    with workspace.work(_("Edit rate")) as work:
        rate = work.get(Rate, rate_id)
        amend(rate, changes)
        _check(rate)


def delete_rate(workspace: WorkspaceFile, rate_id: RowId) -> None:
    """Delete a rate typed by mistake. To end one, give it a last day instead."""
    with workspace.work(_("Delete rate")) as work:
        work.delete(work.get(Rate, rate_id))


def _check(rate: Rate) -> None:
    if not rate.label.strip():
        raise Refused(_("Give the rate a name, such as Half day."), field="label")
    rate.check()
