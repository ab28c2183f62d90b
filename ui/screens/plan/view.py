"""The plan page, drawn: the day on a timeline, and beside it the checks or the part chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget

from coproduce.domain.wording import day_words
from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.chips import Chip, Chips
from ui.kit.choice_box import ChoiceBox
from ui.kit.empty_state import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.layout import column, flowing, holding, row, turn
from ui.kit.list_and_detail import NO_LIMIT
from ui.kit.page import Page
from ui.kit.record_pane import RecordPane
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.timeline import Timeline, Verbs
from ui.kit.words import label
from ui.preferences import Preferences
from ui.screens.plan.balance import BalanceBar
from ui.screens.plan.run_strip import RunStrip
from ui.screens.plan.tiles import Shown
from ui.screens.plan.viewmodel import PlanModel
from ui.theme import theme
from ui.theme.sizes import least_height

PANE = 372
"""The width of what stands beside the timeline, in pixels at 100 % text size."""


FOLDS = 900
"""Narrower than this, in pixels at 100 % text size, the pane stands under the timeline."""


class PlanView(Page):
    """One workshop's day. Where the window is narrow, the pane stands under the timeline."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Plan"))
        model = self.viewmodel = PlanModel(workspace.workspace, shell)
        self._shell = shell
        self.pane = RecordPane(_("Beside the plan"), lambda: model.choose(None))
        self.pane.close_button.hide()
        self.chooser = ChoiceBox()
        self.chooser.setAccessibleName(_("Workshop"))
        self.chooser.activated.connect(self._choose_workshop)
        self.days = Chips(_("Day"), lambda key: model.show_day(int(key)))
        self.run_button = QPushButton(_("Run the day"))
        self.run_button.setProperty("look", "chip")
        self.run_button.setCheckable(True)
        self.run_button.clicked.connect(lambda _checked=False: model.day_run.want())
        self.toggles = {what: self._toggle(what) for what in Shown}
        verbs = Verbs(model.choose, model.edit, model.step, model.move, model.set_length, model.remove)
        self.timeline = Timeline(_("Timeline of the day"), verbs)
        model.announce = self.timeline.say
        kept = Preferences()
        model.shown = {what for what in Shown if what in kept.plan_shows}
        model.keep_shown = lambda shown: setattr(kept, "plan_shows", shown)
        self.balance = BalanceBar()
        self.add_button(button(_("Methods"), partial(model.show_side, "methods"), icon_name="lightbulb"))
        self.add_button(button(_("Finish by…"), model.add_finish, icon_name="flag"))
        self.add_button(button(_("Add a part"), model.add, icon_name="plus", primary=True))
        self.strip = RunStrip(model)
        self.add(self.strip)
        self.add(self._whole(), 1)
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self._stack.setCurrentIndex(0 if model.choices else 1)
        self._fill_chooser()
        days = model.day_words
        self.days.show_chips([Chip(key, words) for key, words in days], str(model.day))
        self.days.setVisible(len(days) > 1)
        for what, made in self.toggles.items():
            made.setChecked(what in model.shown)
        self.strip.show_state()
        self.run_button.setChecked(self.strip.isVisibleTo(self))
        self.run_button.setEnabled(model.is_planned)
        self.balance.show_shares(model.balance)
        tiles = model.tiles
        self.timeline.show_tiles(tiles, model.chosen)
        self._nothing.setVisible(not tiles)
        self.timeline.setVisible(bool(tiles))
        if model.detail is not None:
            self.pane.show_parts(model.parts, model.foot)

    def show_record(self, record_id: str) -> None:
        """Show the plan of one workshop: another page sent somebody here."""
        self.viewmodel.show_workshop(record_id)

    def _print(self) -> None:
        if self.viewmodel.workshop_id is not None:
            self._shell.open_day("prints", self.viewmodel.workshop_id)

    def show_only(self, key: str) -> None:
        """`run` shows the strip that runs the day, with the focus on it."""
        if key == "run":
            self.viewmodel.day_run.is_wanted = True
            self.show_state()
            first = next((made for made in self.strip.findChildren(QPushButton) if made.isVisibleTo(self) and made.isEnabled()), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pane()

    def retheme(self) -> None:
        """Count the widths again."""
        super().retheme()
        self._fit_pane()

    def _fit_pane(self) -> None:
        """The pane keeps its width beside the timeline, and takes all of it under the timeline."""
        narrow = self.width_at_hundred() < FOLDS
        turn(self._beside, narrow=narrow)
        self.pane.setMinimumWidth(1 if narrow else theme.px(PANE))
        self.pane.setMaximumWidth(NO_LIMIT if narrow else theme.px(PANE))

    def first_focus(self) -> QWidget:
        """Where the focus starts: the first part of the day, or the button that adds one."""
        first = next(iter(self.viewmodel.tiles), None)
        if first is not None and first.key in self.timeline.buttons:
            return self.timeline.buttons[first.key]
        empty = self._nothing if self.viewmodel.choices else self._no_workshops
        return next(iter(empty.findChildren(QAbstractButton)), self.chooser)

    def _whole(self) -> QStackedWidget:
        stack = self._stack = QStackedWidget()
        there = self._no_workshops = EmptyState(
            "list-checks",
            _("No workshops yet"),
            _("A plan belongs to a workshop. Add one with its day and the time it begins; then its parts find their own times."),
            button(_("Go to workshops"), partial(self._shell.go_to, "workshops"), icon_name="calendar-days", primary=True),
        )
        beside = row(self._day_card(), self.pane, gap=16)
        beside.setStretch(0, 1)
        self._beside = beside
        stack.addWidget(holding(beside))
        stack.addWidget(there)
        stack.setMinimumWidth(1)
        return stack

    def _day_card(self) -> QFrame:
        question = label(_("Workshop"), "h3")
        question.setBuddy(self.chooser)
        choose = row(question, self.chooser, gap=10)
        choose.setStretch(1, 1)
        shown = FlowLayout(gap=8)
        for toggle in self.toggles.values():
            shown.addWidget(toggle)
        shown.addWidget(self.run_button)
        shown.addWidget(button(_("Print…"), self._print, icon_name="file-text"))
        self._nothing = EmptyState(
            "list-checks",
            _("Nothing is planned yet"),
            _("Add what happens, one part after another. Each has a length; the times follow by themselves."),
            button(_("Add a part"), self.viewmodel.add, icon_name="plus", primary=True),
            button(_("Use a template…"), self.viewmodel.library.ask_template, icon_name="calendar-days"),
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setProperty("look", "clear")
        scroll.viewport().setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(flowing(column(self._nothing, self.timeline, None)))
        least_height(scroll, 260)
        whole = column(choose, self.days, shown, self.balance, scroll, margins=(18, 16, 18, 16), gap=10)
        whole.setStretch(4, 1)
        frame = QFrame()
        frame.setProperty("look", "card")
        frame.setLayout(whole)
        return frame

    def _toggle(self, what: Shown) -> QPushButton:
        words = {Shown.GOAL: _("Goals"), Shown.MATERIALS: _("Materials"), Shown.NOTES: _("Notes")}
        made = QPushButton(words[what])
        made.setProperty("look", "chip")
        made.setCheckable(True)
        made.setAccessibleName(_("Show on every part: {what}").format(what=words[what]))
        made.clicked.connect(lambda _checked=False: self.viewmodel.toggle_shown(what))
        return made

    def _fill_chooser(self) -> None:
        wanted = [(workshop_id, f"{title}, {day_words(day)}") for workshop_id, title, day in self.viewmodel.choices]
        if [(self.chooser.itemData(place), self.chooser.itemText(place)) for place in range(self.chooser.count())] != wanted:
            self.chooser.clear()
            for workshop_id, words in wanted:
                self.chooser.addItem(words, workshop_id)
        self.chooser.setCurrentIndex(self.chooser.findData(self.viewmodel.workshop_id))

    def _choose_workshop(self, place: int) -> None:
        self.viewmodel.show_workshop(str(self.chooser.itemData(place)))
