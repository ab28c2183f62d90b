"""A supplier named on an access need: kept as a record with one press, or gone to where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.access import Arrangement
from coproduce.i18n import _
from coproduce.operations import suppliers
from coproduce.storage.queries.suppliers import named
from ui.kit.detail_parts import Act, Going, doing

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


def supplier_act(file: WorkspaceFile, shell: Shell, need: Arrangement) -> Act | None:
    """The button that fits; None where nobody is named."""
    name = (need.supplier or "").strip()
    if not name:
        return None
    known = named(file, name)
    if known is not None:
        return Act("supplier", _("See {name}").format(name=known.name), Going(shell, "suppliers", known.id), "building-2")
    return Act("keep_supplier", _("Keep {name} as a supplier").format(name=name), doing(_keep, file, shell, name, need.need), "plus")


def _keep(file: WorkspaceFile, shell: Shell, name: str, need: str) -> None:
    shell.attempt(lambda: suppliers.add_supplier(file, name=name, does=need))
