"""What is published about money and benefits, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.benefits.view import BenefitsView


def build(workspace: HasWorkspace, shell: Shell) -> BenefitsView:
    """The page, made when it is first shown."""
    from ui.screens.benefits.view import BenefitsView

    return BenefitsView(workspace, shell)


SCREEN = Screen("benefits", "Money and benefits", "info", build)
