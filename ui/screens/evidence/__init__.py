"""Evidence: every indicator, what it rests on, and which records are behind each count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.evidence.view import EvidenceView


def build(workspace: HasWorkspace, shell: Shell) -> EvidenceView:
    """The page, made when it is first shown."""
    from ui.screens.evidence.view import EvidenceView

    return EvidenceView(workspace, shell)


SCREEN = Screen("evidence", "Evidence", "file-check-2", build)
