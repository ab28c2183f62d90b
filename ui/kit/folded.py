"""Questions folded away under a button that says what they are about and whether they are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from coproduce.i18n import _, ngettext
from ui.kit.buttons import button
from ui.kit.fields import Further
from ui.kit.layout import column, holding, rule
from ui.kit.words import label
from ui.theme import icon


class Folded(QWidget):
    """A group of questions, closed until its button is pressed. What is typed inside stays when it is closed again."""

    def __init__(self, group: Further, inside: Sequence[QWidget], *, is_open: bool, folded: Callable[[Folded], None]) -> None:
        super().__init__()
        self._group, self._count, self._folded = group, len(inside), folded
        self.button = button(group.words, self._press, icon_name="chevron-right", look="fold")
        self._inside = holding(column(*inside, gap=16, margins=(0, 8, 0, 4)))
        why = [column(label(group.why, "muted", wrap=True), margins=(28, 0, 0, 0))] if group.why else []
        self.setLayout(column(rule(), self.button, *why, self._inside, gap=2))
        self._show(is_open=is_open)

    @property
    def is_open(self) -> bool:
        """Its questions can be seen."""
        return not self._inside.isHidden()

    def open(self) -> None:
        """Let its questions be seen."""
        if not self.is_open:
            self._show(is_open=True)
            self._folded(self)

    def _press(self) -> None:
        self._show(is_open=not self.is_open)
        self._folded(self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.button, self.button.accessibleName()))

    def _show(self, *, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self.button.setIcon(icon("chevron-down" if is_open else "chevron-right", "accent"))
        state = _("open") if is_open else _("closed")
        questions = ngettext("{n} question", "{n} questions", self._count).format(n=self._count)
        self.button.setAccessibleName(f"{self._group.words}: {questions}, {state}")
        self.button.setAccessibleDescription(self._group.why)
