"""The window to count who speaks: one key for each group, whatever has the focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coproduce.domain.codes import YesNo
from coproduce.i18n import _
from ui.day.day_window import DayWindow
from ui.day.voice_model import Group, VoiceModel
from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.layout import column, holding
from ui.kit.words import label

if TYPE_CHECKING:
    from ui.open_workspace import OpenWorkspace


class VoiceWindow(DayWindow):
    """First whether people agreed; then a button for each group, pressed by its number as well."""

    model: VoiceModel
    stays_awake = True

    def __init__(self, parent: QWidget, workspace: OpenWorkspace, model: VoiceModel) -> None:
        super().__init__(parent, workspace, model, _("Count who speaks"))
        self.question = label(_("Did people agree that turns are counted?"), "h3")
        words = _("A turn is one time somebody begins to speak. Only groups are counted, never names; those who run the day apart.")
        self.answers = {
            YesNo.YES: button(_("Yes, they agreed"), self._begin, icon_name="check"),
            YesNo.NO: button(_("No"), partial(model.say_agreed, YesNo.NO)),
        }
        flow = FlowLayout(gap=8)
        for made in self.answers.values():
            made.setAutoDefault(False)
            flow.addWidget(made)
        self._ask = holding(column(self.question, holding(flow), gap=8))
        self.refused = label(_("People did not agree, so nothing is counted. You can ask again."), wrap=True)
        self.groups = {group.key: self._group_button(group) for group in model.groups}
        self.hint = label(_("Press the number of a group, or its button. Ctrl+Z takes a turn back."), "muted", wrap=True)
        self._counting = holding(column(self.hint, *self.groups.values(), gap=8))
        self.compose(label(words, "muted", wrap=True), self._ask, self.refused, self._counting)

    def show_state(self) -> None:
        """Draw everything the model says."""
        agreed = self.model.agreed
        self.under.setText(self.model.which)
        self._ask.setVisible(agreed is not YesNo.YES)
        self.refused.setVisible(agreed is YesNo.NO)
        self._counting.setVisible(agreed is YesNo.YES)
        for group in self.model.groups:
            made = self.groups[group.key]
            made.setText(f"{group.key}   {group.name}\n{group.turns_words}")
            made.setToolTip(group.here_words)
            made.setAccessibleName(_("{name}: {turns}").format(name=group.name, turns=group.turns_words))
            made.setAccessibleDescription(_("{here}. Key {key}").format(here=group.here_words, key=group.key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number counts, from the keys above the letters and from the block at the side."""
        number = event.key() - Qt.Key.Key_0.value
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and number in self.groups and not event.isAutoRepeat():
            self.count(number)
        else:
            super().keyPressEvent(event)

    def count(self, key: int) -> None:
        """One more turn of a group."""
        if self.model.agreed is YesNo.YES:
            self.model.count(key)

    def _begin(self) -> None:
        self.model.say_agreed(YesNo.YES)
        self.groups[1].setFocus()

    def _group_button(self, group: Group) -> QPushButton:
        made = button("", partial(self.count, group.key))
        made.setAutoDefault(False)
        return made
