"""The budget, drawn: its lines, or how the money stands as a chart and a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.charts import Part, Stacks
from ui.kit.chips import Chip, Chips
from ui.kit.empty_state import EmptyState
from ui.kit.layout import card, column, row
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.whole_or_one import WholeOrOne
from ui.kit.words import label
from ui.kit.words_table import WordsTable
from ui.screens.budget.standing import Standing
from ui.screens.budget.viewmodel import BudgetModel, Side


class _StandingCard(QWidget):
    """A sentence, a chart, and the table with the same numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label("", wrap=True)
        self.chart = Stacks(_("Planned, paid and promised, kind by kind"))
        self.table = WordsTable(_("Planned, paid and promised, kind by kind"), Standing((), "").headings, figures=range(1, 6), whole=True)
        self.setLayout(column(card(self.sentence, self.chart, self.table, gap=14), None, gap=0))

    def show_standing(self, standing: Standing) -> None:
        """Draw these figures."""
        self.sentence.setText(standing.sentence)
        bars = standing.bars
        self.chart.show_parts([Part(each.name, each.paid, each.words, each.planned, each.promised, each.spoken) for each in bars])
        self.chart.setVisible(bool(bars))
        self.table.setVisible(bool(bars))
        self.table.show_rows(standing.rows)


class BudgetView(RecordsPage):
    """Every line of the project's budget or of one workshop's, and beside it how its kind of spending stands."""

    viewmodel: BudgetModel

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = BudgetModel(workspace.workspace, shell)
        empty = EmptyState(
            "wallet",
            _("No budget yet"),
            _("Plan what taking part costs: fees, expenses, access, food. What is promised and paid is then set against it."),
            button(_("Add the first line"), model.add, icon_name="plus", primary=True),
        )
        super().__init__(_("Budget"), model, search=_("Search the budget"), empty=empty, pane_width=400)
        self.add_button(button(_("Payments"), partial(shell.go_to, "resourcing"), icon_name="hand-coins"))
        self.add_button(button(_("Add a line"), model.add, icon_name="plus", primary=True))
        self.which = WholeOrOne(_("Which workshop"), _("The whole project"), model.look_at)
        self.sides = Chips(_("What is shown"), model.show_side)
        above = row(self.which, self.sides, gap=16)
        above.setStretch(1, 1)
        self.fold(above)
        self.standing = _StandingCard()
        self.body.insertLayout(1, above)
        self.add(self.standing, 1)

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.which.show_choices(model.choices, model.workshop_id)
        self.sides.show_chips([Chip(Side.LINES, _("Line by line")), Chip(Side.STANDING, _("How it stands"))], model.side)
        self.part.setVisible(model.side is Side.LINES)
        self.standing.setVisible(model.side is Side.STANDING)
        self.standing.show_standing(Standing(model.figures, model.currency))
        super().show_state()

    def show_only(self, key: str) -> None:
        """Look at the budget of one workshop: its section about money sent somebody here."""
        self.viewmodel.look_at(key)

    def first_focus(self) -> QWidget:
        """Where the focus starts."""
        if self.viewmodel.side is Side.LINES:
            return super().first_focus()
        return self.standing.chart if self.viewmodel.figures else self.which.box

    def focus_search(self) -> None:
        """Put the focus in the search box, which is beside the lines."""
        self.viewmodel.show_side(Side.LINES)
        super().focus_search()

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are lines of the budget, of the workshop in sight where there is one."""
        chosen = self.viewmodel.workshop_id
        return "Budget", {"workshop_id": chosen} if chosen else {}
