"""The evidence page, drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.chips import Chip, Chips
from ui.kit.day_picker import DayPicker
from ui.kit.empty_state import EmptyState
from ui.kit.layout import card, clear, column, flowing, row
from ui.kit.list_and_detail import ListAndDetail
from ui.kit.page import Page
from ui.kit.record_pane import RecordPane
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.words import label
from ui.preferences import Preferences
from ui.screens.evidence.choosers import Choosers
from ui.screens.evidence.tiles import IndicatorTile, LadderBar
from ui.screens.evidence.viewmodel import EvidenceModel
from ui.theme.sizes import least_height


class EvidenceView(Page):
    """The level, every indicator, and one in full with the records behind it."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Evidence"))
        self._likes = Preferences()
        model = self.viewmodel = EvidenceModel(workspace.workspace, shell, lens=self._likes.evidence_lens, keep_lens=self._keep_lens)
        self.tiles: dict[str, IndicatorTile] = {}
        self.day = DayPicker(_("As of"), model.look_at)
        self.header.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        self.add_button(button(_("Print a report"), partial(shell.go_to, "reports"), icon_name="printer", primary=True))
        self.chips = Chips(_("Show"), model.show_filter)
        self.choosers = Choosers(model)
        self._list = column(margins=(14, 4, 14, 14), gap=8)
        self._both = ListAndDetail(self._list_card(), RecordPane(_("Indicator"), self._closed), focus_list=self._focus_list, pane_width=420)
        self.pane = self._both.pane
        with_project = QWidget()
        whole = column(self._level_card(), self._both, gap=16)
        whole.setStretch(1, 1)
        with_project.setLayout(whole)
        nothing = EmptyState(
            "file-check-2",
            _("No evidence yet"),
            _("Evidence is worked out from what is recorded in a project. Add a project in Settings, or bring in a workbook."),
            button(_("Import a workbook"), partial(shell.do, "file.import"), icon_name="upload", primary=True),
        )
        self._choice = QStackedWidget()
        self._choice.addWidget(with_project)
        self._choice.addWidget(card(nothing))
        self._choice.setMinimumWidth(1)
        self.add(self._choice, 1)
        self._shown: object = None
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self._choice.setCurrentIndex(0 if model.evidence is not None else 1)
        self.day.show_day(model.as_of)
        self.chips.show_chips([Chip(*found) for found in model.chips], model.filter.value)
        if model.ladder is not None:
            self._show_level()
        self.choosers.show_state()
        self._lens_credit.setText(model.lens_credit)
        self._lens_credit.setVisible(bool(model.lens_credit))
        groups = model.groups
        if groups != self._shown:
            self._shown = groups
            self._show_tiles()
        for key, tile in self.tiles.items():
            tile.setChecked(key == model.chosen)
        if model.has_chosen:
            self.pane.show_parts(model.parts)
        self._both.show_pane(is_open=model.has_chosen)

    def show_only(self, key: str) -> None:
        """Show what a filter leaves: another page sent somebody here."""
        self.viewmodel.show_filter(key)

    def show_record(self, own_words_id: str) -> None:
        """Show what these words of the organisation are about: another page sent somebody here."""
        self.viewmodel.choose_words(own_words_id)
        if self._both.is_folded:
            self._both.open_pane()

    def _keep_lens(self, lens: str) -> None:
        self._likes.evidence_lens = lens

    def first_focus(self) -> QWidget:
        """Where the focus starts: the first indicator."""
        return self.tiles.get(self.viewmodel.chosen) or next(iter(self.tiles.values()), self.day.editor.focused)

    def _level_card(self) -> QFrame:
        self._ladder = LadderBar()
        self._level = label("", "h3", wrap=True)
        self._missing = label("", wrap=True)
        self._credit = label("", "muted", wrap=True)
        words = column(self._level, self._missing, gap=2)
        line = row(words, column(self._ladder, self._credit, gap=4), gap=24)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.fold(line)
        return card(line, margins=(18, 14, 18, 14))

    def _show_level(self) -> None:
        ladder = self.viewmodel.ladder
        if ladder is None:
            return
        self._ladder.show_ladder(ladder)
        intended = (
            _("The project set out for {level}.").format(level=ladder.intended)
            if ladder.intended
            else _("The level aimed for is not recorded.")
        )
        shown = _("The records show: {level}.").format(level=ladder.shown)
        elsewhere = f" {ladder.elsewhere}." if ladder.elsewhere else ""
        self._level.setText(f"{shown}{elsewhere} {intended}")
        self._missing.setText(
            _("First missing thing: {words}").format(words=ladder.missing)
            if ladder.missing
            else _("Nothing is missing for the top of the ladder.")
        )
        self._credit.setText(ladder.credit)

    def _list_card(self) -> QFrame:
        scroll = QScrollArea()
        scroll.setProperty("look", "clear")
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(flowing(self._list))
        least_height(scroll, 260)
        self._lens_credit = label("", "muted", wrap=True)
        bar = column(self.choosers, self.chips, self._lens_credit, margins=(14, 12, 14, 4), gap=10)
        return card(bar, scroll, margins=(1, 1, 1, 4), gap=4)

    def _show_tiles(self) -> None:
        focused = next((key for key, tile in self.tiles.items() if tile.hasFocus()), None)
        clear(self._list)
        self.tiles = {}
        for heading, note, lines in self.viewmodel.groups:
            self._list.addWidget(label(heading, "h2", wrap=True))
            if note:
                self._list.addWidget(label(note, "muted", wrap=True))
            for line in lines:
                tile = self.tiles[line.id] = IndicatorTile(line, self._open)
                self._list.addWidget(tile)
        if not self.tiles:
            self._list.addWidget(label(_("Nothing here at the moment."), "muted", wrap=True))
        self._list.addStretch(1)
        if focused in self.tiles:
            self.tiles[focused].setFocus()

    def _open(self, indicator: str) -> None:
        self.viewmodel.choose(indicator)
        if self._both.is_folded:
            self._both.open_pane()

    def _focus_list(self) -> None:
        self.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _closed(self) -> None:
        self._both.close_pane()
        if not self._both.is_folded:
            self.viewmodel.choose("")
