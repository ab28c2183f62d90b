"""Letters to read, copy and save: the people on one side, the words of one letter on the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit, QPushButton, QWidget

from coproduce.domain.given import Given
from coproduce.exports.text import render
from coproduce.i18n import _
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.layout import column, holding, row, rule, turn
from ui.kit.letters import Letter, Letters, file_name, save_all, save_letter, save_together
from ui.kit.reading_order import InReadingOrder
from ui.kit.save_as import choose_folder, save_as
from ui.kit.saved_file import fit_for_a_name
from ui.kit.screen import Shell
from ui.kit.shared_commands import take_shared
from ui.kit.words import label
from ui.theme import theme
from ui.theme.sizes import fix_width, least_height

_WIDTH, _HEIGHT, _NARROW = 940, 680, 600
_LIST_WIDTH = 250


class LettersDialog(InReadingOrder, QDialog):
    """One letter at a time, in the words it will have. Page Down and Page Up go to the next and the one before."""

    def __init__(self, parent: QWidget, shell: Shell, file: WorkspaceFile, letters: Letters) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(letters.title)
        take_shared(self, parent)
        self.letters, self._shell, self._file = letters, shell, file
        self._written: list[Letter] = []
        self.people = QListWidget()
        self.people.setAccessibleName(_("To whom"))
        self.people.setSpacing(3)
        self.people.currentRowChanged.connect(self._show)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        for tall in (self.people, self.words):
            least_height(tall, 40)  # with large text on a small screen both scroll
        self.missing = label("", "muted", wrap=True)
        self.missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        side = holding(column(label(_("To whom"), "h3"), self.people))
        fix_width(side, _LIST_WIDTH)
        self._body = row(side, holding(column(self.words, self.missing, gap=10)), gap=16, margins=(26, 4, 26, 14))
        self._body.setStretch(1, 1)
        self.help_line = label(letters.help_line, "muted", wrap=True)
        self.help_line.setVisible(bool(letters.help_line))
        head = column(label(letters.title, "h2", wrap=True), self.help_line, gap=4, margins=(26, 22, 26, 10))
        self._to_note: list[str] = []
        self._is_open = True
        self.finished.connect(self._gone)
        self.setLayout(column(head, self._body, rule(), self._foot(), gap=0))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        for key, by in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), self, lambda by=by: self.step(by))
        self.show_letters()

    def show_letters(self) -> None:
        """Read the letters again; who was chosen stays chosen."""
        place = max(0, self.people.currentRow())
        self._written = list(self.letters.read())
        self.people.clear()
        for letter in self._written:
            self.people.addItem(_("{name}\n{state}").format(name=letter.name, state=letter.state) if letter.state else letter.name)
        self.people.setCurrentRow(min(place, len(self._written) - 1))

    @property
    def chosen(self) -> Letter | None:
        """The letter in sight."""
        place = self.people.currentRow()
        return self._written[place] if 0 <= place < len(self._written) else None

    def step(self, by: int) -> None:
        """Go to another letter."""
        self.people.setCurrentRow(min(max(self.people.currentRow() + by, 0), self.people.count() - 1))

    def copy(self) -> None:
        """Put the words on the clipboard, for an e-mail."""
        if self.chosen is not None:
            QGuiApplication.clipboard().setText(self.words.toPlainText())
            self._tell(_("Copied the letter to {name}.").format(name=self.chosen.name))

    def note_sent(self) -> None:
        """Record that the letter in sight went out today, and go to the next."""
        if self.chosen is not None and self.letters.note_sent is not None:
            name = self.chosen.name
            if self.letters.note_sent([self.chosen.key]) is False:
                return
            self.show_letters()
            self.step(1)
            self._tell(_("Noted for {name}.").format(name=name))

    def _offer_to_note(self, keys: Sequence[str]) -> None:
        """These are saved now: offer to note that they went out."""
        if self._is_open and self.letters.note_all_words:
            self._to_note = list(keys)
            self._show_offer(is_offered=True)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, _("Saved. Did they get it? Nothing is noted by itself.")))

    def _note_saved(self) -> None:
        if self.letters.note_sent is not None:
            done = self.letters.note_sent(self._to_note)
            self._show_offer(is_offered=False)
            if done is False:
                return
            self.show_letters()
            self.people.setFocus()
            self._tell(_("Noted."))

    def _show_offer(self, *, is_offered: bool) -> None:
        """The offer stands in place of what is there: with large text there is no room for both."""
        self.help_line.setText(_("Saved. Did they get it? Nothing is noted by itself.") if is_offered else self.letters.help_line)
        self.offer_note.setVisible(is_offered)
        self.buttons["sent"].setVisible(not is_offered)

    def _gone(self, _result: int) -> None:
        self._is_open = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width() - 40), min(theme.px(_HEIGHT), room.height() - 60))
        self.people.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._body, narrow=self.width() < theme.px(_NARROW))

    def _foot(self) -> QWidget:
        flow = FlowLayout(10)
        self.buttons: dict[str, QPushButton] = {"copy": button(_("Copy the words"), self.copy, icon_name="copy")}
        self.buttons["save"] = button(_("Save…"), self._save, icon_name="file-down")
        self.buttons["all"] = button(_("Save each…"), self._save_all, icon_name="file-check-2")
        self.buttons["together"] = button(_("All in one…"), self._save_together, icon_name="printer")
        if self.letters.note_sent is not None:
            self.buttons["sent"] = button(self.letters.note_words, self.note_sent, icon_name="check", primary=True)
        self.offer_note = self.buttons["noted"] = button(self.letters.note_all_words, self._note_saved, icon_name="check", primary=True)
        self.buttons["close"] = button(_("Close"), self.accept)
        for made in self.buttons.values():
            made.setAutoDefault(False)
            flow.addWidget(made)
        self.offer_note.hide()
        return holding(column(holding(flow), margins=(26, 14, 26, 18)))

    def _show(self, _place: int) -> None:
        letter = self.chosen
        for key in ("copy", "save", "all", "together", "sent"):
            if key in self.buttons:
                self.buttons[key].setEnabled(letter is not None)
        if letter is None:
            self.words.setPlainText("")
            self.missing.setText("")
            return
        self.words.setAccessibleName(_("The letter to {name}").format(name=letter.name))
        self.words.setPlainText(render(letter.document))
        self.missing.setText(" ".join((_("Before you send it:"), *letter.missing)) if letter.missing else "")
        self.missing.setVisible(bool(letter.missing))

    def _save_together(self) -> None:
        name = fit_for_a_name(self.letters.title, 100) + ".pdf"
        noting = partial(self._offer_to_note, [letter.key for letter in self._written])
        save_as(
            self,
            _("Save all letters in one file"),
            name,
            _kinds(),
            lambda path: save_together(self._shell, self._file, self.letters, path, noting),
        )

    def _save(self) -> None:
        """As PDF, for Word or as a web page: the ending of the name says which."""
        letter = self.chosen
        if letter is not None:
            name, kinds = file_name(self.letters, letter, ".pdf"), _kinds(letter, is_table=self.letters.what is Given.LIST)
            save_as(self, _("Save this letter"), name, kinds, lambda path: self._write(letter, path))

    def _write(self, letter: Letter, path: Path) -> None:
        save_letter(self._shell, self._file, self.letters, letter, path, partial(self._offer_to_note, [letter.key]))

    def _save_all(self) -> None:
        noting = partial(self._offer_to_note, [letter.key for letter in self._written])
        choose_folder(
            self,
            _("Save every letter in this folder"),
            lambda folder: save_all(self._shell, self._file, self.letters, folder, noting),
        )

    def _tell(self, words: str) -> None:
        self._shell.say(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _kinds(letter: Letter | None = None, *, is_table: bool = False) -> str:
    kinds = [_("PDF (*.pdf)"), _("Word document (*.docx)"), _("Web page (*.html)")]
    if is_table:
        kinds.append(_("Excel workbook (*.xlsx)"))
        kinds.append(_("CSV files in one .zip (*.zip)"))
    if letter is not None and letter.document.carries_data:
        kinds.append(_("Data (*.json)"))
    return ";;".join(kinds)
