"""What every window of a workshop's day knows: the workshop, whom to ask for it, and the clock. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING

from coproduce.domain.ids import WorkshopId
from coproduce.domain.wording import day_words
from coproduce.storage.queries import workshops
from ui.kit.record_list import local_today
from ui.kit.wall_clock import Clock, clock_on_the_wall

if TYPE_CHECKING:
    from coproduce.storage.queries.workshops import WorkshopDetail
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class DayModel:
    """One workshop on its day. `detail` is None once it has gone."""

    def __init__(
        self,
        file: WorkspaceFile,
        shell: Shell,
        workshop_id: WorkshopId,
        today: Callable[[], date] = local_today,
        now: Clock = clock_on_the_wall,
    ) -> None:
        self.file, self.shell, self.workshop_id, self.today, self.now = file, shell, workshop_id, today, now
        self.detail: WorkshopDetail | None = None
        self.refresh()

    def refresh(self) -> None:
        """Ask the query again."""
        self.detail = workshops.detail(self.file, self.workshop_id, today=self.today())

    @property
    def which(self) -> str:
        """The workshop's title and day."""
        workshop = self.detail.workshop if self.detail else None
        return f"{workshop.title}, {day_words(workshop.date)}" if workshop else ""

    @property
    def moment(self) -> time | None:
        """The time to write down: the clock's on the day itself, and none on any other, when a sheet is typed in."""
        is_the_day = self.detail is not None and self.detail.workshop.date == self.today()
        return self.now() if is_the_day else None
