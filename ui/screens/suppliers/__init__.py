"""Who provides access: how to reach them, what they did, and whether it worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.suppliers.view import SuppliersView


def build(workspace: HasWorkspace, shell: Shell) -> SuppliersView:
    """The page, made when it is first shown."""
    from ui.screens.suppliers.view import SuppliersView

    return SuppliersView(workspace, shell)


SCREEN = Screen("suppliers", "Suppliers", "building-2", build)
