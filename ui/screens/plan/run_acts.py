"""Running the day from the plan: what began, what ended, minutes given on the day. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.ids import RowId, WorkshopId
from coproduce.domain.timetable import minute_of
from coproduce.i18n import _
from coproduce.operations import running
from ui.kit.detail_parts import Act, Acts, Fact, Heading, Part, doing
from ui.kit.wall_clock import Clock, clock_on_the_wall
from ui.screens.plan.tiles import minutes_words

if TYPE_CHECKING:
    from coproduce.domain.agenda import Block
    from ui.screens.plan.viewmodel import PlanModel


class RunActs:
    """For the part chosen. `now` is the clock on the wall."""

    def __init__(self, model: PlanModel, now: Clock = clock_on_the_wall) -> None:
        self._model, self.now = model, now

    def parts(self, block: Block) -> list[Part]:
        """How the part went on the day, and what can be said of it now."""
        acts = [Act("begin", _("It begins now"), doing(self.begin, block.id), "play")]
        if block.began_at is not None and block.ended_at is None:
            acts = [
                Act("end", _("It ends now"), doing(self.end, block.id), "check"),
                Act("one_more", _("1 min more"), doing(self.add_minutes, block.id, 1), "plus"),
                Act("five_more", _("5 min more today"), doing(self.add_minutes, block.id, 5), "plus"),
            ]
        if any(other.began_at is not None for other in self._model.blocks):
            acts.append(Act("clear_times", _("Clear the times of the day"), self.clear, "undo-2"))
        parts: list[Part] = [Heading(_("On the day"))]
        if block.began_at is not None:
            parts.append(Fact("clock", _("HOW IT WENT"), self._went(block)))
        return [*parts, Acts(tuple(acts))]

    def begin(self, block_id: str) -> None:
        """A part begins; what ran in its lane ends."""
        self._model.shell.attempt(lambda: running.begin_part(self._model.file, RowId(block_id), at=self.now()))

    def end(self, block_id: str) -> None:
        """A part ends."""
        self._model.shell.attempt(lambda: running.end_part(self._model.file, RowId(block_id), at=self.now()))

    def add_minutes(self, block_id: str, minutes: int) -> None:
        """Give a part more time today."""
        self._model.shell.attempt(lambda: running.add_minutes(self._model.file, RowId(block_id), minutes=minutes))

    def clear(self) -> None:
        """Forget the times of the day, as after a rehearsal."""
        workshop_id = WorkshopId(self._model.workshop_id or "")
        self._model.shell.attempt(lambda: running.start_again(self._model.file, workshop_id))

    def _went(self, block: Block) -> str:
        """“Began 10:02, ended 10:31: 29 minutes of 30 planned.”"""
        began = f"{block.began_at:%H:%M}" if block.began_at else ""
        more = _(", {n} min added").format(n=block.extra_minutes) if block.extra_minutes else ""
        if block.ended_at is None or block.began_at is None:
            left = block.minutes + (block.extra_minutes or 0) - (minute_of(self.now()) - minute_of(block.began_at or self.now()))
            words = _("Began {time}; {n} min left{more}.") if left >= 0 else _("Began {time}; {n} min over{more}.")
            return words.format(time=began, n=abs(left), more=more)
        lasted = minutes_words(minute_of(block.ended_at) - minute_of(block.began_at))
        words = _("Began {time}, ended {end}: {lasted}, {planned} planned{more}.")
        return words.format(time=began, end=f"{block.ended_at:%H:%M}", lasted=lasted, planned=block.minutes, more=more)
