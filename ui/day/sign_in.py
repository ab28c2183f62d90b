"""The window to sign people in: a few letters, Space or Enter, and the box is ready for the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from coproduce.domain.codes import AttendanceState
from coproduce.i18n import _, ngettext
from ui.day.day_window import DayWindow, QuickLine
from ui.day.sign_in_model import Found, SignInModel
from ui.kit.buttons import button
from ui.kit.cells import Tone
from ui.kit.flow import FlowLayout
from ui.kit.found_lines import FoundDelegate, FoundGroup, FoundLine, fill, line_at, step
from ui.kit.layout import holding
from ui.kit.words import label
from ui.theme import icon
from ui.theme.sizes import least_height

if TYPE_CHECKING:
    from ui.open_workspace import OpenWorkspace

_MARK = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SignInWindow(DayWindow):
    """A box for letters, and under it whom they fit. The line chosen is the one that Space, Enter and the buttons act on."""

    model: SignInModel
    stays_awake = True

    def __init__(self, parent: QWidget, workspace: OpenWorkspace, model: SignInModel) -> None:
        super().__init__(parent, workspace, model, _("Sign in"))
        self.box = QuickLine(_("Name, or a few letters of it"), _("A few letters of a name, then Space or Enter"))
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(_("People these letters fit"))
        self.found.setItemDelegate(FoundDelegate(self.found))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.installEventFilter(self)
        self.found.currentRowChanged.connect(lambda _row: self._name_buttons())
        self.found.itemDoubleClicked.connect(lambda _item: self.mark())
        least_height(self.found, 100)
        self._shown: list[Found] = []
        self.buttons = self._buttons()
        acts = FlowLayout(gap=8)
        for made in self.buttons.values():
            acts.addWidget(made)
        question = label(_("Who is here?"), "h3")
        question.setBuddy(self.box)
        acts.addWidget(self._guest_button())
        self.compose(question, self.box, self.found, holding(acts), grows=self.found)
        self.box.setFocus()

    @property
    def chosen(self) -> Found | None:
        """The person of the line chosen; None for the line that adds a guest."""
        place = self.found.currentRow()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def show_state(self) -> None:
        """The line chosen stays chosen."""
        self.under.setText(f"{self.model.which} · {self.model.counted}")
        before = self.chosen
        self._fill()
        if before is not None:
            there = [one.person_id for one in self._shown]
            if before.person_id in there:
                self.found.setCurrentRow(there.index(before.person_id))

    def mark(self) -> None:
        """The line chosen is here, and the box is ready for the next."""
        item = self.found.currentItem()
        line = line_at(item) if item is not None else None
        if line is not None:
            line.act()
            self.box.clear()
            self._fill()
            self.box.setFocus()
        elif not self.box.text():
            self.model.shell.say(_("Type a few letters of a name first."), tone=Tone.INFO)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys act on the line chosen from the box and from the list alike; letters always go to the box."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers() & held:
            key = Qt.Key(event.key())
            if watched is self.box and key in _MOVES:
                step(self.found, _MOVES[key])
                self._tell_chosen()
                return True
            if key in _MARK and not (key == Qt.Key.Key_Space and self._space_is_a_letter(watched)):
                self.mark()
                return True
            if watched is self.found and event.text().isalpha():
                self.box.setFocus()
                self.box.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    def _space_is_a_letter(self, watched: QObject) -> bool:
        """Where the letters are nobody's, a space belongs to the name of a guest."""
        return watched is self.box and bool(self.box.text()) and not self._shown

    def _typed(self, letters: str) -> None:
        self._fill()
        if letters and self._shown:
            words = ngettext("{n} fits: {name}", "{n} fit, first {name}", len(self._shown))
            self.tell(words.format(n=len(self._shown), name=self._shown[0].name))
        elif letters:
            self.tell(_("Nobody fits. Enter adds a guest."))

    def _fill(self) -> None:
        letters = self.box.text()
        self._shown = self.model.found(letters)
        lines = [FoundLine(icon(_icon(one), "muted"), one.name, one.about, partial(self.model.here, one)) for one in self._shown]
        if letters.strip() and not self._shown:
            words = _("Add “{name}” as a guest").format(name=letters.strip())
            about = _("Nobody of this name is known. Their name is enough.")
            lines.append(FoundLine(icon("user-plus", "muted"), words, about, partial(self.model.guest, letters)))
        fill(self.found, [FoundGroup("", lines)])
        if not letters.strip():
            self.found.setCurrentRow(-1)  # a key pressed twice must not sign in whoever happens to stand first
        self._name_buttons()

    def _buttons(self) -> dict[str, QPushButton]:
        states = {"apologies": AttendanceState.APOLOGIES, "absent": AttendanceState.ABSENT}
        words = {"apologies": _("Sent apologies"), "absent": _("Did not come")}
        made = {
            "here": button(_("Here"), self.mark, icon_name="check", primary=True),
            "left": button(_("Left early…"), partial(self._with_chosen, self.model.left), icon_name="clock"),
        }
        for key, state in states.items():
            made[key] = button(words[key], partial(self._with_chosen, partial(self.model.state, state=state)))
        made["take_back"] = button(_("Take back"), partial(self._with_chosen, self.model.take_back), icon_name="undo-2")
        for each in made.values():
            each.setAutoDefault(False)
        return made

    def _guest_button(self) -> QPushButton:
        made = button(_("Somebody unexpected…"), lambda: self.model.ask_guest(self.box.text().strip()), icon_name="user-plus")
        made.setAutoDefault(False)
        return made

    def _with_chosen(self, act: Callable[[Found], object]) -> None:
        if self.chosen is not None:
            act(self.chosen)

    def _name_buttons(self) -> None:
        """Each button says whom it is about."""
        one = self.chosen
        for key, made in self.buttons.items():
            made.setEnabled(self.found.currentItem() is not None if key == "here" else one is not None and one.seat is not None)
            about = _("{words}: {about}").format(words=made.text(), about=one.name) if one else made.text()
            made.setAccessibleName(about)

    def _tell_chosen(self) -> None:
        if self.chosen is not None:
            self.tell(f"{self.chosen.name}, {self.chosen.about}")


def _icon(one: Found) -> str:
    if one.seat is None:
        return "user-plus"
    return "circle-check" if one.is_here else "circle" if one.seat.state is None else "minus"
