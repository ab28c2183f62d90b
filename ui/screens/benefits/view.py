"""What is published about money and benefits, drawn: where to ask first, then the words and the figures, each with its source."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.layout import card
from ui.kit.page import Page, heading
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.words import label
from ui.kit.words_table import WordsTable
from ui.screens.benefits.viewmodel import BenefitsModel


class BenefitsView(Page):
    """To read. Each table can be reached by Tab and heard row by row."""

    def __init__(self, _workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Money and benefits"))
        model = self.viewmodel = BenefitsModel()
        self.add_button(button(_("Payments"), partial(shell.go_to, "resourcing"), icon_name="hand-coins"))
        self.advice, self.check = label("", wrap=True), label("", "muted", wrap=True)
        self.figures = _table(_("Figures"), _("How much, and for when"))
        self.said = _table(_("What else is published"), _("What it says"))
        self.earlier = _table(_("Figures of the years before"), _("How much, and for when"))
        self.add(card(heading(_("Where to ask")), self.advice, gap=10))
        self.add(card(heading(_("Figures")), self.check, self.figures, None, gap=10))
        self.add(card(heading(_("What else is published")), self.said, None, gap=10))
        self.add(card(heading(_("Figures of the years before")), self.earlier, None, gap=10))
        self.body.addStretch(1)
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self.advice.setText(model.advice)
        self.check.setText(model.check)
        self.figures.show_rows(model.figures)
        self.said.show_rows(model.said)
        self.earlier.show_rows(model.earlier)

    def first_focus(self) -> QWidget:
        """Where the focus starts."""
        return self.figures


def _table(name: str, middle: str) -> WordsTable:
    return WordsTable(name, [_("What"), middle, _("Where it comes from")], whole=True)
