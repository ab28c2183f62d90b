"""What left the program: for whom, and of reports whether their figures are still the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.issued.view import IssuedView


def build(workspace: HasWorkspace, shell: Shell) -> IssuedView:
    """The page, made when it is first shown."""
    from ui.screens.issued.view import IssuedView

    return IssuedView(workspace, shell)


SCREEN = Screen("issued", "What was given out", "file-check-2", build)
