"""What the screen for the room says: what is on, how long, and what is next. Nobody's name, and no note. No Qt."""

from __future__ import annotations

from coproduce.domain.plan import days_of
from coproduce.domain.running import day_now
from ui.day.day_model import DayModel
from ui.day.run_words import DayShown, day_shown


class ScreenModel(DayModel):
    """The day that runs; else the one it is; else the first."""

    @property
    def day(self) -> int:
        """Which day of several is shown."""
        if self.detail is None:
            return 1
        days = [day for day in days_of(self.detail.blocks) if day] or [1]
        running = [day for day in days if day_now(self.detail.blocks, day).is_running]
        today = (self.today() - self.detail.workshop.date).days + 1
        return running[0] if running else today if today in days else days[0]

    @property
    def title(self) -> str:
        """The workshop's title."""
        return self.detail.workshop.title if self.detail else ""

    @property
    def shown(self) -> DayShown:
        """The day at this moment. It is worked out from what was read last, so the clock alone never asks the file."""
        blocks = self.detail.blocks if self.detail else ()
        starts = self.detail.workshop.starts_at if self.detail else None
        return day_shown(blocks, starts, self.day, self.now())
