"""Those who provide access. Arrangements name them in words, so a new name is written on those as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import fold
from coproduce.domain.ids import RowId
from coproduce.domain.suppliers import Supplier, is_named, supplier_named, written_needs
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class SupplierDetails(TypedDict, total=False):
    """What may be known about a supplier besides the name; see `Supplier`."""

    does: str | None
    contact_route: str | None
    area: str | None
    notice_days: int | None
    note: str | None


class SupplierChanges(SupplierDetails, total=False):
    """What may be corrected."""

    name: str


def add_supplier(workspace: WorkspaceFile, *, name: str, **details: Unpack[SupplierDetails]) -> RowId:
    """Add somebody who provides access. Refused where the name is taken."""
    supplier = Supplier(name.strip(), **details)
    supplier.does = written_needs([supplier.does or ""])
    supplier.check()
    with workspace.work(_("Add supplier")) as work:
        _refuse_taken(work, supplier)
        work.add(supplier)
    return supplier.id


def keep_suppliers_in_use(workspace: WorkspaceFile) -> int:
    """Make a record of every name that access needs have and no supplier goes by, with what they did. Says how many.

    Refused where each has one.
    """
    with workspace.work(_("Add suppliers named on access needs")) as work:
        known = work.all(Supplier)
        added: dict[str, Supplier] = {}
        for need in work.bare(Arrangement):
            name = (need.supplier or "").strip()
            if name and supplier_named(name, known) is None:
                found = added.setdefault(fold(name), Supplier(name))
                found.does = written_needs([*found.needs, need.need])
        if not added:
            raise Refused(_("Everybody named on an access need is here already."))
        work.add_all(added.values())
    return len(added)


def edit_supplier(workspace: WorkspaceFile, supplier_id: RowId, **changes: Unpack[SupplierChanges]) -> None:
    """Correct a supplier. A new name is written on their arrangements in the same step."""
    with workspace.work(_("Edit supplier")) as work:
        supplier = work.get(Supplier, supplier_id)
        before = supplier.name
        amend(supplier, changes)
        supplier.name, supplier.does = supplier.name.strip(), written_needs([supplier.does or ""])
        supplier.check()
        _refuse_taken(work, supplier)
        if supplier.name != before:
            theirs = [need.id for need in work.bare(Arrangement) if is_named(need.supplier, before)]
            for need in work.among(Arrangement, theirs):
                need.supplier = supplier.name


def delete_supplier(workspace: WorkspaceFile, supplier_id: RowId) -> None:
    """Delete the record. Arrangements keep the name they have."""
    with workspace.work(_("Delete supplier")) as work:
        work.delete(work.get(Supplier, supplier_id))


def _refuse_taken(work: Work, supplier: Supplier) -> None:
    others = [one for one in work.all(Supplier) if one.id != supplier.id]
    if supplier_named(supplier.name, others) is not None:
        raise Refused(_("There is a supplier of this name already."), field="name")
