"""The pages of the window, in the order of the sidebar and of Ctrl+1, Ctrl+2 …

Each is a folder whose `__init__` says its `SCREEN` and imports its view only when the page is first shown.
"""

from __future__ import annotations

from ui.kit.screen import Screen
from ui.screens.decisions import SCREEN as DECISIONS
from ui.screens.evidence import SCREEN as EVIDENCE
from ui.screens.people import SCREEN as PEOPLE
from ui.screens.plan import SCREEN as PLAN
from ui.screens.reports import SCREEN as REPORTS
from ui.screens.resourcing import SCREEN as RESOURCING
from ui.screens.settings import SCREEN as SETTINGS
from ui.screens.today import SCREEN as TODAY
from ui.screens.workshops import SCREEN as WORKSHOPS

SCREENS: tuple[Screen, ...] = (TODAY, WORKSHOPS, PLAN, PEOPLE, RESOURCING, DECISIONS, EVIDENCE, REPORTS)

WORKSPACE_SETTINGS: Screen | None = SETTINGS
"""What stands under the settings of this computer while a workspace is open."""
