"""What is printed for a day: which print on one side, its pages beside it, as they will be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from coproduce.i18n import _
from ui.day.day_window import DayWindow
from ui.day.prints_model import PrintsModel
from ui.kit.buttons import button
from ui.kit.chips import Chip, Chips
from ui.kit.flow import FlowLayout
from ui.kit.layout import column, holding, row, turn
from ui.kit.pages import Pages
from ui.kit.save_as import save_as
from ui.kit.words import label
from ui.theme import theme
from ui.theme.sizes import fix_width, least_height

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import Changes
    from ui.open_workspace import OpenWorkspace

_SIDE, _NARROW = 290, 700


class PrintsWindow(DayWindow):
    """Arrow keys go from print to print; the pages follow. What is saved is what is in sight."""

    model: PrintsModel

    def __init__(self, parent: QWidget, workspace: OpenWorkspace, model: PrintsModel) -> None:
        super().__init__(parent, workspace, model, _("Print for the day"))
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(_("What to print"))
        self.kinds.setSpacing(2)
        for _key, words in model.kinds:
            self.kinds.addItem(words)
        self.kinds.currentRowChanged.connect(self._choose)
        least_height(self.kinds, 250)
        self.about = label("", "muted", wrap=True)
        self.size_chips = Chips(_("Size"), model.choose_size)
        self._parts_title = label(_("Say of each part"), "h3")
        self._parts = FlowLayout(gap=8)
        self.parts: dict[str, QPushButton] = {}
        self._shown_parts = holding(column(self._parts_title, holding(self._parts), gap=6))
        self.pages = Pages()
        least_height(self.pages, 300)
        self.pages_state = label("", "muted", wrap=True)
        self._again = button(_("Make the pages"), model.make, icon_name="refresh-cw")
        side = holding(column(self.kinds, self.about, label(_("Size"), "h3"), self.size_chips, self._shown_parts, None, gap=8))
        fix_width(side, _SIDE)
        self._body = row(side, holding(column(self.pages_state, self._again, self.pages, gap=8)), gap=18)
        self._body.setStretch(1, 1)
        whole = holding(self._body)
        self.save_buttons = {
            ".pdf": button(_("Save as PDF"), partial(self._save, ".pdf", _("PDF (*.pdf)")), icon_name="file-down", primary=True),
            ".docx": button(_("Save as Word"), partial(self._save, ".docx", _("Word document (*.docx)")), icon_name="file-text"),
            ".html": button(_("Save as HTML"), partial(self._save, ".html", _("Web page (*.html)")), icon_name="file-down"),
        }
        for made in (*self.save_buttons.values(), self._again):
            made.setAutoDefault(False)
        self.compose(whole, grows=whole, foot=tuple(self.save_buttons.values()))
        model.changed = self.show_state
        self.finished.connect(lambda _result: model.leave())
        keys = [key for key, _words in model.kinds]
        self.kinds.setCurrentRow(keys.index(model.kind.key))  # which makes the pages
        self.kinds.setFocus()

    @property
    def size_at_hundred(self) -> tuple[int, int]:
        """Wide enough for a page beside the choices."""
        return 1080, 740

    def show_state(self) -> None:
        """Draw everything the model says."""
        model = self.model
        self.under.setText(model.which)
        self.about.setText(model.kind.help_line)
        self.size_chips.show_chips([Chip(*found) for found in model.sizes], model.size.value)
        self._show_parts()
        self.pages_state.setText(model.state)
        self._again.setVisible(model.pdf is None and not model.is_making)
        self.pages.show_pdf(model.pdf)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._body, narrow=self.width() < theme.px(_NARROW))

    def _changed(self, changes: Changes) -> None:
        super()._changed(changes)
        if self.model.detail is not None and {kind for kind, _record in changes.touched} != {"History"}:
            self.model.make()

    def _show_parts(self) -> None:
        for key, words in self.model.parts:
            if key not in self.parts:
                made = self.parts[key] = QPushButton(words)
                made.setProperty("look", "chip")
                made.setCheckable(True)
                made.setAutoDefault(False)
                made.setAccessibleName(_("Say of each part: {what}").format(what=words))
                made.clicked.connect(lambda _checked=False, key=key: self.model.toggle(key))
                self._parts.addWidget(made)
            self.parts[key].setChecked(key in self.model.shown)
        self._shown_parts.setVisible(bool(self.model.parts))

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.model.choose(self.model.kinds[place][0])

    def _save(self, ending: str, kinds: str) -> None:
        save_as(self, _("Save this print"), self.model.file_name(ending), kinds, self.model.save)
