"""Both groups side by side, drawn: a table of words that a screen reader reads row by row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.choice_box import ChoiceBox
from ui.kit.empty_state import EmptyState
from ui.kit.layout import card, row
from ui.kit.page import Page
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.words import label
from ui.screens.parity.viewmodel import ParityModel, Row
from ui.theme import theme
from ui.theme.sizes import least_height

WHOLE = "whole project"
"""Stands for no workshop in the box: Qt finds nothing under an empty word."""


class _Table(QTableWidget):
    """Three columns of words. Rows are as tall as their words, whatever the size of the text and the width of the window."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(_("Both groups side by side"))
        self.setHorizontalHeaderLabels([_("What"), _("Participants"), _("From organisations")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        least_height(self, 420)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; a screen reader hears each cell as a sentence."""
        self.setRowCount(len(rows))
        for number, said in enumerate(rows):
            cells = (said.title, _cell(said.theirs, said.theirs_under), _cell(said.ours, said.ours_under))
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ". "))
                self.setItem(number, place, item)
        self.retheme()

    def retheme(self) -> None:
        """Measure the rows again."""
        self.resizeRowsToContents()
        for number in range(self.rowCount()):
            self.setRowHeight(number, self.rowHeight(number) + theme.px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retheme()


class ParityView(Page):
    """What is looked at, and a table: the question, participants, people from organisations."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Both groups"))
        model = self.viewmodel = ParityModel(workspace.workspace, shell)
        self.add_button(button(_("Budget"), partial(shell.go_to, "budget"), icon_name="wallet"))
        self.add_button(button(_("Payments"), partial(shell.go_to, "resourcing"), icon_name="hand-coins"))
        self.chooser = ChoiceBox()
        self.chooser.setAccessibleName(_("Which workshop"))
        self.chooser.activated.connect(self._choose)
        self.table = _Table()
        look_at = label(_("Look at"), "h3")
        look_at.setBuddy(self.chooser)
        inside = card(row(look_at, self.chooser, None, gap=12), self.table, gap=12)
        nothing = EmptyState(
            "scale",
            _("Nothing to compare yet"),
            _("Once somebody was in the room at a workshop that was held, both groups stand here side by side."),
            button(_("Go to workshops"), partial(shell.go_to, "workshops"), icon_name="calendar-days", primary=True),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(inside)
        self._stack.addWidget(card(nothing))
        self._stack.setMinimumWidth(1)
        self.add(self._stack, 1)
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self._fill_chooser()
        self._stack.setCurrentIndex(1 if model.is_empty and not model.workshop_id else 0)
        self.table.show_rows(model.rows)

    def first_focus(self) -> QWidget:
        """Where the focus starts."""
        return self.chooser

    def _choose(self, place: int) -> None:
        chosen = str(self.chooser.itemData(place))
        self.viewmodel.choose("" if chosen == WHOLE else chosen)

    def _fill_chooser(self) -> None:
        wanted = [(WHOLE, _("The whole project")), *self.viewmodel.choices]
        if [(str(self.chooser.itemData(place)), self.chooser.itemText(place)) for place in range(self.chooser.count())] != wanted:
            self.chooser.clear()
            for key, words in wanted:
                self.chooser.addItem(words, key)
        self.chooser.setCurrentIndex(self.chooser.findData(self.viewmodel.workshop_id or WHOLE))


def _cell(figure: str, under: str) -> str:
    return f"{figure}\n{under}" if under else figure


