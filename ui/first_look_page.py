"""Today's figures while the rest is still loading: read with the bare driver, shown for a moment, then the real page comes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.money import Money
from coproduce.errors import WorkspaceError
from coproduce.i18n import _, ngettext
from coproduce.storage.first_look import TodayFigures, first_look
from ui.kit.key_figure import KeyFigure
from ui.kit.layout import row
from ui.kit.page import Page

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def show_first_look(window: MainWindow, path: Path, *, today: date) -> bool:
    """Show the figures of the workspace at `path`. False where it cannot be read so; opening it will say why."""
    project_id = window.preferences.project_in(path)
    try:
        figures = first_look(path, today=today, project_id=project_id)
    except WorkspaceError:
        return False
    known = [known_id for known_id, _title in figures.projects]
    window.expect_workspace(path, figures.projects, project_id if project_id in known else next(iter(known), None))
    window.show_passing(FirstLookPage(figures))
    return True


class FirstLookPage(Page):
    """The figures that matter today."""

    def __init__(self, figures: TodayFigures) -> None:
        super().__init__(_("Today"), figures.organisation)
        owed, late = Money(figures.owed_pence), Money(figures.late_pence)
        people = ngettext("to {count} person", "to {count} people", figures.owed_people).format(count=figures.owed_people)
        self.figures = [
            KeyFigure("hand-coins", _("Owed"), owed.words(figures.currency), people),
            KeyFigure("clock", _("Late"), late.words(figures.currency), _("of what is owed")),
            KeyFigure("accessibility", _("Needs to arrange"), f"{figures.needs:,}", _("{count} late").format(count=figures.needs_late)),
            KeyFigure(
                "message-circle",
                _("Said, not answered"),
                f"{figures.unanswered:,}",
                _("{count} late").format(count=figures.unanswered_late),
            ),
        ]
        self.add_folding(row(*self.figures, gap=16))
        self.body.addStretch(1)
