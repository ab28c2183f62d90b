"""Both groups side by side, drawn: a table of words that a screen reader reads row by row."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.layout import card
from ui.kit.page import Page
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.whole_or_one import WholeOrOne
from ui.kit.words_table import WordsTable
from ui.screens.parity.viewmodel import ParityModel
from ui.theme.sizes import least_height


class ParityView(Page):
    """What is looked at, and a table: the question, participants, people from organisations."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Both groups"))
        model = self.viewmodel = ParityModel(workspace.workspace, shell)
        self.add_button(button(_("Budget"), partial(shell.go_to, "budget"), icon_name="wallet"))
        self.add_button(button(_("Payments"), partial(shell.go_to, "resourcing"), icon_name="hand-coins"))
        self._which = WholeOrOne(_("Which workshop"), _("The whole project"), model.choose)
        self.chooser = self._which.box
        self.table = WordsTable(_("Both groups side by side"), [_("What"), _("Participants"), _("From organisations")])
        least_height(self.table, 420)
        inside = card(self._which, self.table, gap=12)
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
        self._which.show_choices(model.choices, model.workshop_id)
        self._stack.setCurrentIndex(1 if model.is_empty and not model.workshop_id else 0)
        self.table.show_rows(
            [(said.title, _cell(said.theirs, said.theirs_under), _cell(said.ours, said.ours_under)) for said in model.rows]
        )

    def first_focus(self) -> QWidget:
        """Where the focus starts."""
        return self.chooser


def _cell(figure: str, under: str) -> str:
    return f"{figure}\n{under}" if under else figure
