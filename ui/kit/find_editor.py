"""The box for one of very many: type a few letters and pick from those that fit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit.editors import Editor
from ui.kit.fields import ChoiceField, Findable
from ui.kit.layout import column
from ui.theme import theme
from ui.theme.sizes import most_width

_LINES = 12


class FindEditor(Editor):
    """A line in which words are typed, and under it a short list of what they find. Down opens the list, Enter picks.

    A blank line stands for not recorded. The answer is what was picked; words typed in full count where they mean one choice only.
    """

    def __init__(self, field: ChoiceField, choices: Findable) -> None:
        super().__init__()
        self._choices = choices
        self._by_words: dict[str, str] = {}
        self._chosen: str | None = None
        self.box = QLineEdit()
        self.focused = self.box
        few = _("Type a few letters of a name")
        blank = field.nothing or _("Not recorded")
        self.box.setPlaceholderText(few if field.required else _("{blank}. To choose: a few letters of a name").format(blank=blank))
        self._lines = QStringListModel(self)
        self.found = QCompleter(self._lines, self)
        self.found.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.found.setWidget(self.box)
        self.popup = QListView()
        self.popup.setAccessibleName(_("Names that fit"))
        self.popup.setSpacing(theme.px(4))
        self.found.setPopup(self.popup)
        self.found.setMaxVisibleItems(_LINES)
        self.found.activated.connect(self._pick)
        self.box.textEdited.connect(self._typed)
        self.box.installEventFilter(self)
        most_width(self.box, 460)
        self.setLayout(column(self.box))

    def value(self) -> str | None:
        """The stable value of what was picked, or None. Raises `Refused` where the words are nobody's, or more than one's."""
        words = self.box.text().strip()
        if not words:
            return None
        if self._chosen is not None:
            return self._chosen
        typed = words.casefold()
        same = [choice.value for choice in self._choices.find(words) if typed in (choice.words.casefold(), choice.name.casefold())]
        if len(same) == 1:
            return same[0]
        if same:
            raise Refused(_("More than one is called “{words}”. Pick one from the list.").format(words=words))
        raise Refused(_("Nobody here is called “{words}”. Type a few letters and pick from the list.").format(words=words))

    def put(self, value: Any) -> None:
        """Show what is chosen already, by its words."""
        shown = {choice.value: choice.words for choice in self._choices}
        words = (shown.get(value) or self._choices.words_of(value)) if value else ""
        self.box.setText(words)
        self._chosen = str(value) if words else None

    def typed(self) -> str:
        """What was picked, or what is typed so far."""
        return self._chosen or self.box.text()

    def typed_words(self) -> str:
        """The words in the line."""
        return self.box.text()

    def put_back(self, typed: str | list[str]) -> None:
        """Pick it again; what nobody is called is typed again."""
        self.put(typed)
        if not self.box.text():
            self.box.setText(str(typed))

    def mark(self, *, wrong: bool) -> None:
        """Outline the box; the list is closed, so that what is wrong can be read."""
        super().mark(wrong=wrong)
        self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list, as in every box to choose from."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._show(self.box.text() if self._chosen is None else "")
            return True
        return super().eventFilter(watched, event)

    def _typed(self, words: str) -> None:
        self._chosen = None
        self._show(words)

    def _show(self, words: str) -> None:
        found = self._choices.find(words.strip())
        self._by_words = {choice.words: choice.value for choice in found}
        self._lines.setStringList(list(self._by_words))
        if found:
            self.found.complete()
        else:
            self.popup.hide()

    def _pick(self, words: str) -> None:
        self.box.setText(words)
        self._chosen = self._by_words.get(words)
