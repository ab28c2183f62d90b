"""Batches for finance: what goes together, what it comes to, and what was paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.batches.view import BatchesView


def build(workspace: HasWorkspace, shell: Shell) -> BatchesView:
    """The page, made when it is first shown."""
    from ui.screens.batches.view import BatchesView

    return BatchesView(workspace, shell)


SCREEN = Screen("batches", "Batches", "inbox", build)
