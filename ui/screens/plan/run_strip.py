"""The strip over the plan while the day runs: a line for each lane, with its own buttons, and what is for all of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.layout import clear, column, holding, row, turn
from ui.kit.pills import Pill
from ui.kit.words import OneLine, label
from ui.theme import theme

if TYPE_CHECKING:
    from ui.day.run_words import LaneShown
    from ui.screens.plan.viewmodel import PlanModel

TICK_MS = 5000
FOLDS = 620
"""Narrower than this, in pixels at 100 % text size, the buttons of a lane stand under its words."""


class RunStrip(QFrame):
    """It looks at the clock every few seconds; screen readers hear when a part is soon over, nearly over and over."""

    def __init__(self, model: PlanModel) -> None:
        super().__init__()
        self._run, self._model = model.day_run, model
        self.setProperty("look", "card")
        self.setAccessibleName(_("The day now"))
        self.lanes: dict[str | None, LaneLine] = {}
        self._lanes = column(gap=8)
        self._clock = label("", "h3")
        self._words = label("", wrap=True)
        self.buttons = self._buttons()
        acts = FlowLayout(gap=8)
        for made in self.buttons.values():
            acts.addWidget(made)
        self.setLayout(column(self._clock, self._words, self._lanes, holding(acts), margins=(18, 12, 18, 12), gap=8))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.hide()

    def show_state(self) -> None:
        """Draw what is on. Lines of lanes that are still there keep their buttons, and the focus."""
        is_shown = self._run.is_shown
        self.setVisible(is_shown)
        if not is_shown:
            self._timer.stop()
            return
        self._timer.start()
        shown = self._run.shown
        self._clock.setText(_("Now: {time}").format(time=f"{self._model.run.now():%H:%M}"))
        self._words.setText(shown.words)
        self._words.setVisible(bool(shown.words))
        self.buttons["begin"].setVisible(not shown.has_begun)
        self.buttons["all"].setVisible(len(shown.lanes) > 1)
        self.buttons["clear"].setVisible(shown.has_begun and not shown.is_running)
        if list(self.lanes) != [lane.lane for lane in shown.lanes]:
            self._draw_lanes([lane.lane for lane in shown.lanes])
        for lane in shown.lanes:
            self.lanes[lane.lane].show_lane(lane)

    def tick(self) -> None:
        """The clock went on."""
        if self.isVisible():
            self.show_state()
            for words in self._run.news():
                self._model.announce(words)

    def _draw_lanes(self, names: list[str | None]) -> None:
        focused = any(line.isAncestorOf(self.focusWidget()) for line in self.lanes.values() if self.focusWidget() is not None)
        clear(self._lanes)
        self.lanes = {name: LaneLine(self._model) for name in names}
        for line in self.lanes.values():
            self._lanes.addWidget(line)
            line.show()
        if focused and self.lanes:
            next(iter(self.lanes.values())).next.setFocus()

    def _buttons(self) -> dict[str, QPushButton]:
        run = self._run
        return {
            "begin": button(_("Begin the day"), partial(run.next, None), icon_name="play"),
            "all": button(_("Next in all lanes"), run.next_of_all, icon_name="arrow-right"),
            "clear": button(_("Clear the times of the day"), run.clear, icon_name="undo-2"),
            "sign_in": button(_("Sign in…"), partial(run.open, "sign_in"), icon_name="users"),
            "screen": button(_("Screen for the room"), partial(run.open, "screen"), icon_name="monitor"),
        }


class LaneLine(QWidget):
    """One lane: its part, how long it has, how far it is from the plan, what is next, and its buttons."""

    def __init__(self, model: PlanModel) -> None:
        super().__init__()
        self._run = model.day_run
        self._lane: LaneShown | None = None
        self.title = label("", "h3", wrap=True)
        self.coming = OneLine("", "muted")
        self._pill = row(gap=8)
        self.pace = label("", "muted")
        self.one = button(_("+1 min"), partial(self._more, 1))
        self.five = button(_("+5 min"), partial(self._more, 5))
        self.next = button(_("Next"), self._next, icon_name="arrow-right")
        state = row(self._pill, self.pace, None, gap=8)
        words = column(row(self.title, gap=8), self.coming, gap=2)
        self._line = row(words, state, row(self.one, self.five, self.next, gap=6), gap=14)
        self._line.setStretch(0, 3)
        self._line.setStretch(1, 2)
        self.setLayout(self._line)

    def show_lane(self, lane: LaneShown) -> None:
        """Show what is on in it."""
        self._lane = lane
        self.title.setText(f"{lane.lane}: {lane.title}" if lane.lane else lane.title)
        self.coming.show_words(lane.coming)
        self.pace.setText(lane.pace)
        clear(self._pill)
        if lane.left is not None:
            pill = Pill(lane.left)
            self._pill.addWidget(pill)
            pill.show()
        for made in (self.one, self.five):
            made.setEnabled(lane.block_id is not None)
        self.next.setEnabled(lane.can_go_on)
        where = lane.lane or lane.title
        said = {self.one: _("1 minute more: {where}"), self.five: _("5 minutes more: {where}"), self.next: _("Next: {where}")}
        for made, words in said.items():
            made.setAccessibleName(words.format(where=where))
        about = [lane.title, lane.left.word if lane.left else "", lane.pace, lane.coming]
        self.next.setAccessibleDescription(", ".join(part for part in about if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._line, narrow=self.width() / theme.scale < FOLDS)

    def _more(self, minutes: int) -> None:
        if self._lane is not None:
            self._run.more(self._lane, minutes)

    def _next(self) -> None:
        if self._lane is not None:
            self._run.next(self._lane.lane)
