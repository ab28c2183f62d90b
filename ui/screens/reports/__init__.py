"""Reports: choose one, see its pages, mend the gaps, and save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.reports.view import ReportsView


def build(workspace: HasWorkspace, shell: Shell) -> ReportsView:
    """The page, made when it is first shown."""
    from ui.screens.reports.view import ReportsView

    return ReportsView(workspace, shell)


SCREEN = Screen("reports", "Reports", "file-text", build)
