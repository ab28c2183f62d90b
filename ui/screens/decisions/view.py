"""The decisions page, drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.chips import Chip, Chips
from ui.kit.empty_state import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.layout import holding, row
from ui.kit.page import Page
from ui.kit.records_part import RecordsPart
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.decisions.viewmodel import DecisionsModel, Side


class DecisionsView(Page):
    """Three lists under one title: decisions, what people said, and the loop from the words to what came of them."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Decisions"))
        model = self.viewmodel = DecisionsModel(workspace.workspace, shell)
        decided = EmptyState(
            "vote",
            _("No decisions recorded yet"),
            _("A decision says what was chosen, who took part, who disagreed and what changed because of what people said."),
            button(_("Record a decision"), model.decided.add, icon_name="plus", primary=True),
        )
        said = EmptyState(
            "message-circle",
            _("Nothing people said is written down yet"),
            _("Write down what people said in their own words, then what you did with it, and when you told them."),
            button(_("Write down what was said"), model.said.add, icon_name="plus", primary=True),
        )
        self.parts = {
            Side.DECIDED: RecordsPart(_("Decisions"), model.decided, search=_("Search decisions"), empty=decided, pane_width=400),
            Side.SAID: RecordsPart(_("What people said"), model.said, search=_("Search what was said"), empty=said, pane_width=380),
        }
        nothing = EmptyState(
            "refresh-cw",
            _("No loop has begun yet"),
            _("It begins with what people said. It shows what was decided, done and answered, who was told, and what they think."),
            button(_("Write down what was said"), model.said.add, icon_name="plus", primary=True),
        )
        self.parts[Side.LOOP] = RecordsPart(_("The loop"), model.loop, search=_("Search the loop"), empty=nothing, pane_width=380)
        self.sides = Chips(_("Which list"), model.show_side)
        self._stack = QStackedWidget()
        for part in self.parts.values():
            self._stack.addWidget(part)
        self._stack.setMinimumWidth(1)
        self.add_button(button(_("Write down what was said"), self._write_down, icon_name="message-circle"))
        self.add_button(button(_("Record a decision"), self._record, icon_name="plus", primary=True))
        self._heads(shell)
        self.add(self._stack, 1)
        model.changed = self.show_state

    def _heads(self, shell: Shell) -> None:
        """Which list, and on the loop its acts beside it; under them the themes."""
        model = self.viewmodel.loop
        self.acts = {
            "letters": button(_("Write letters…"), model.write_letters, icon_name="mail"),
            "public": button(_("You said, we did…"), model.write_in_public, icon_name="file-text"),
            "asked": button(_("Asked of others"), partial(shell.go_to, "asks"), icon_name="building-2"),
            "rename": button(_("Rename this theme…"), model.rename_theme, icon_name="pencil"),
        }
        flow = FlowLayout(gap=8)
        for made in self.acts.values():
            flow.addWidget(made)
        self.of_loop = holding(flow)
        head = row(self.sides, self.of_loop, gap=16)
        head.setStretch(0, 3)
        head.setStretch(1, 4)
        self.add(holding(head))
        self.themes = Chips(_("Which theme"), model.show_theme)
        self.add(self.themes)

    @property
    def part(self) -> RecordsPart:
        """The list in sight."""
        return self.parts[self.viewmodel.side]

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.chosen.help_line)
        self.sides.show_chips([Chip(*side) for side in model.sides], model.side.value)
        self.of_loop.setVisible(model.side is Side.LOOP)
        chips = model.loop.theme_chips if model.side is Side.LOOP else []
        self.themes.setVisible(bool(chips))
        if chips:
            self.themes.show_chips([Chip(*chip) for chip in chips], model.loop.theme_key)
        self.acts["rename"].setVisible(bool(model.loop.theme))
        self._stack.setCurrentWidget(self.part)
        self.part.show_state()

    def show_record(self, record_id: str) -> None:
        """Show one decision, or one thing said: another page sent somebody here."""
        self.viewmodel.show_side(self.viewmodel.side_of(record_id))
        self.part.show_record(record_id)

    def show_only(self, key: str) -> None:
        """Show what a filter of one list leaves, such as `said:unanswered`."""
        side, _colon, only = key.partition(":")
        self.viewmodel.show_side(side)
        self.viewmodel.chosen.show_filter(only)

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here go into the list in sight."""
        return ("Decisions" if self.viewmodel.side is Side.DECIDED else "Contributions"), {}

    def first_focus(self) -> QWidget:
        """Where the focus starts."""
        return self.part.first_focus()

    def focus_search(self) -> None:
        """Put the focus in the search box."""
        self.part.list_card.focus_search()

    def _write_down(self) -> None:
        self.viewmodel.show_side(Side.SAID)
        self.viewmodel.said.add()

    def _record(self) -> None:
        self.viewmodel.show_side(Side.DECIDED)
        self.viewmodel.decided.add()
