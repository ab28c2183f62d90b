"""Suppliers as screens show them, with what each provided; and the names to offer on an access need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import WorkshopState, fold
from coproduce.domain.ids import WorkshopId
from coproduce.domain.suppliers import Supplied, Supplier, offered_suppliers, supplied, supplier_named
from coproduce.storage import tables
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.workspace_file import WorkspaceFile

_need, _w = tables.arrangements.c, tables.workshops.c
_HELD = (WorkshopState.HELD, WorkshopState.CLOSED)


@dataclass(frozen=True, slots=True)
class Job:
    """Something a supplier was named for at a workshop. Whose need it is, is not said: nobody looks for that here."""

    arrangement: Arrangement
    workshop_id: WorkshopId
    workshop: str
    date: date
    is_held: bool


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """One supplier, what was provided, the latest first, and the counts of it."""

    supplier: Supplier
    jobs: tuple[Job, ...]
    figures: Supplied
    currency: str


@dataclass(frozen=True, slots=True)
class Suppliers:
    """Every supplier, and the names on access needs that no record goes by."""

    rows: tuple[SupplierRow, ...]
    unkept: tuple[str, ...]


def suppliers(workspace: WorkspaceFile) -> Suppliers:
    """Everybody who provides access; there are few, so they are read together."""
    named = (
        select(Arrangement, _w.id, _w.title, _w.date, _w.state)
        .join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
        .where(_need.supplier.is_not(None))
        .order_by(_w.date.desc(), _need.id)
    )
    with workspace.read() as reading:
        known, currency = reading.all(Supplier), settings_in(reading).currency
        jobs: dict[str, list[Job]] = {}
        for need, workshop_id, title, day, state in reading.rows(named):
            jobs.setdefault(fold(need.supplier), []).append(Job(need, workshop_id, title, day, state in _HELD))
    found = tuple(_row(one, tuple(jobs.get(fold(one.name), ())), currency) for one in known)
    names = [found[0].arrangement.supplier or "" for key, found in jobs.items() if key]
    return Suppliers(found, tuple(name.strip() for name in names if supplier_named(name, known) is None))


def offered(workspace: WorkspaceFile, need: str = "") -> list[str]:
    """The names to offer for a need: whoever can do it first, then the others."""
    with workspace.read() as reading:
        in_use = [name for [name] in reading.rows(select(_need.supplier).where(_need.supplier.is_not(None)).distinct())]
        return offered_suppliers(reading.all(Supplier), in_use, need)


def named(workspace: WorkspaceFile, name: str | None) -> Supplier | None:
    """The record of a supplier an arrangement names, if there is one."""
    with workspace.read() as reading:
        return supplier_named(name, reading.all(Supplier))


def _row(supplier: Supplier, jobs: tuple[Job, ...], currency: str) -> SupplierRow:
    return SupplierRow(supplier, jobs, supplied((job.arrangement, job.is_held) for job in jobs), currency)
