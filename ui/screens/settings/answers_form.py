"""The questions of "This workspace", each on a line of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.layout import card, column, rule
from ui.kit.words import label
from ui.screens.settings.answer_line import AnswerLine
from ui.screens.settings.answers import AnswersModel, Asked, groups
from ui.screens.settings.look_lines import ColourLine, LogoLine


class AnswersForm(QWidget):
    """Every answer is kept as soon as its box is left. What cannot be kept stays in the box, with the reason under it."""

    def __init__(self, model: AnswersModel) -> None:
        super().__init__()
        self._model = model
        self.lines: dict[str, AnswerLine | LogoLine] = {}
        cards = []
        for group in groups():
            lines = [_line(model, asked) for asked in group.asked]
            self.lines |= {line.asked.name: line for line in lines}
            ruled = [item for line in lines for item in (rule(), line)]
            cards.append(card(label(group.title, "h2"), *ruled, gap=12))
        self.setLayout(column(*cards, None, gap=16))

    def show_state(self) -> None:
        """Show the answers in use. A box somebody is in the middle of is left alone."""
        for line in self.lines.values():
            line.show_state()

    def focus(self, name: str) -> None:
        """Put the focus in the box of one setting."""
        if name in self.lines:
            self.lines[name].editor.focused.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(model: AnswersModel, asked: Asked) -> AnswerLine | LogoLine:
    if asked.name == "logo":
        return LogoLine(model, asked)
    return ColourLine(model, asked) if asked.name == "colour" else AnswerLine(model, asked)
