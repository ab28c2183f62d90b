"""Running the day in sight: each lane goes on by itself, or all of them together. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from coproduce.domain.ids import RowId, WorkshopId
from coproduce.i18n import _
from coproduce.operations import running
from ui.day.run_words import DayShown, LaneShown, day_shown, minutes_said, titles

if TYPE_CHECKING:
    from ui.screens.plan.viewmodel import PlanModel


class RunDay:
    """The strip over the plan. It shows while a day runs and on the day itself; `is_wanted` shows it on any other, to rehearse."""

    def __init__(self, model: PlanModel) -> None:
        self._model = model
        self.is_wanted = False
        self._heard: dict[str, str] = {}

    @property
    def shown(self) -> DayShown:
        """The day at this moment, by the clock of the page."""
        detail = self._model.detail
        starts = detail.scene.workshop.starts_at if detail else None
        return day_shown(self._model.blocks, starts, self._model.day, self._model.run.now())

    @property
    def is_shown(self) -> bool:
        """There is something to run, and a reason to show it."""
        detail = self._model.detail
        if detail is None or not self._model.day or not self._model.is_planned:
            return False
        is_today = detail.scene.workshop.date + timedelta(days=self._model.day - 1) == self._model.today()
        return self.is_wanted or is_today or self.shown.is_running

    def want(self) -> None:
        """Show the strip, or put it away again."""
        self.is_wanted = not self.is_wanted
        self._model.changed()

    def next(self, lane: str | None) -> None:
        """What is on in a lane ends, and the next part begins in it."""
        self._go_on(
            lambda: running.next_part(self._model.file, self._workshop_id, at=self._model.run.now(), day=self._model.day, lane=lane)
        )

    def next_of_all(self) -> None:
        """All lanes go on."""
        self._go_on(lambda: running.next_of_all(self._model.file, self._workshop_id, at=self._model.run.now(), day=self._model.day))

    def more(self, lane: LaneShown, minutes: int) -> None:
        """Give what is on in a lane more time."""
        if lane.block_id is not None:
            block_id = lane.block_id
            if self._model.shell.attempt(lambda: running.add_minutes(self._model.file, block_id, minutes=minutes), say=False):
                self._model.shell.say(_("{title}: {n} min more.").format(title=lane.title, n=minutes), undo=True)

    def clear(self) -> None:
        """Forget the times of the day, as after a rehearsal."""
        self._model.run.clear()

    def open(self, key: str) -> None:
        """Open a window of the day for this workshop."""
        self._model.shell.open_day(key, self._model.workshop_id)

    def news(self) -> list[str]:
        """What became different by the clock alone since this was last asked: a part that is soon over, nearly over or over."""
        told = []
        for lane in self.shown.lanes:
            state = lane.left.icon if lane.left else ""
            before = self._heard.get(f"{lane.lane} {lane.block_id}")
            self._heard[f"{lane.lane} {lane.block_id}"] = state
            if before is not None and before != state and lane.left is not None:
                told.append(f"{lane.name}: {lane.title}, {lane.left.word}")
        return told

    @property
    def _workshop_id(self) -> WorkshopId:
        return WorkshopId(self._model.workshop_id or "")

    def _go_on(self, act: Callable[[], tuple[RowId, ...]]) -> None:
        began: list[RowId] = []
        if self._model.shell.attempt(lambda: began.extend(act()), say=False):
            blocks = [block for block in self._model.blocks if block.id in began]
            longest = max((block.minutes for block in blocks), default=0)
            words = _("{title} begins now, {length}.").format(title=titles(blocks), length=minutes_said(longest))
            self._model.shell.say(words if blocks else _("That part is over."), undo=True)
