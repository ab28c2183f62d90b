"""The help page: topics at the leading side, the one chosen beside them. It works without a network and without a workspace."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from coproduce.i18n import _, ngettext
from ui.help.contents import Line, contents, found
from ui.help.filling import fill
from ui.help.reading import Reading
from ui.help.topics import START
from ui.kit.buttons import button
from ui.kit.layout import card, row
from ui.kit.page import Page
from ui.kit.search_field import SearchField
from ui.kit.words import label
from ui.theme import theme
from ui.theme.sizes import fix_width, least_height

_TARGET = Qt.ItemDataRole.UserRole


class HelpPage(Page):
    """`go_back` leaves the help. Where there is no room for both, either the list or the topic is shown."""

    def __init__(self, go_back: Callable[[], object]) -> None:
        super().__init__(_("Help"))
        self._before: list[str] = []
        self._is_listing = False
        self.shown = ""
        self.back = button(_("Back"), go_back, icon_name="arrow-left")
        self.search = SearchField(_("Search the help"), _("Search the help"), self._look_for)
        self.all_topics = button(_("All topics"), self._list_topics, icon_name="menu")
        self.count = label("", "muted", wrap=True)
        self.contents = _list()
        self.contents.currentItemChanged.connect(self._moved)
        self.contents.itemActivated.connect(self._chosen)
        self.contents.itemClicked.connect(self._chosen)
        self.reading = Reading(self.open)
        self._listed = card(self.contents, margins=(6, 8, 6, 8))
        fix_width(self._listed, 320)
        least_height(self._listed, 160)
        self._read = card(self.reading, margins=(6, 8, 6, 8))
        least_height(self._read, 160)
        across = row(self._listed, self._read, gap=16)
        across.setStretch(1, 1)
        self.add(row(self.search, self.count, None, self.all_topics, self.back, gap=12))
        self.add(across, 1)
        self._go_back = go_back
        for keys, act in ((QKeySequence("Esc"), self._escape), (QKeySequence("Alt+Left"), self.previous)):
            QShortcut(keys, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._fill(contents())
        self.open(START)
        self._before.clear()

    def show_for(self, topic: str, page_title: str) -> None:
        """Help was asked for on a page: show its topic, and name the page that Esc goes back to."""
        words = _("Back to {page}").format(page=page_title) if page_title else _("Back")
        self.back.setText(words)
        self.set_help(_("{back}: Esc. Search the help: {keys}.").format(back=words, keys=fill("key", "edit.find")))
        if topic:
            self.search.setText("")
            self.open(topic)
            self._before.clear()

    def open(self, target: str) -> None:
        """Show a topic, or a term as `glossary#access-rider`."""
        if self.shown and target != self.shown:
            self._before.append(self.shown)
        self._show(target)
        self._is_listing = False
        self._arrange()

    def previous(self) -> None:
        """Show the topic that was shown before."""
        if self._before:
            self._show(self._before.pop())

    def first_focus(self) -> QWidget:
        """Where the focus starts: what is to be read."""
        return self.contents if self._is_listing and self.is_narrow else self.reading

    def focus_search(self) -> None:
        """Put the focus in the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.search.hasFocus() and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter_list(opening=event.key() != Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def retheme(self) -> None:
        """Lay out again for another text size."""
        super().retheme()
        self._arrange()

    def _show(self, target: str) -> None:
        self.shown = target
        self.reading.show_topic(target, self.search.text().strip())
        self._point_at(target)

    def _point_at(self, target: str) -> None:
        """Choose the line of the list that leads where we are; a term in the full list is under its glossary."""
        self.contents.blockSignals(True)
        items = [self.contents.item(place) for place in range(self.contents.count())]
        there = {item.data(_TARGET): item for item in items}
        item = there.get(target) or there.get(target.partition("#")[0])
        self.contents.setCurrentRow(-1 if item is None else self.contents.row(item))
        self.contents.blockSignals(False)

    def _look_for(self, words: str) -> None:
        lines = found(words) if words else contents()
        self._fill(lines)
        self._is_listing = bool(words)
        count = ngettext("{n} found", "{n} found", len(lines)).format(n=len(lines))
        none = _("Nothing found. Try fewer words, or part of a word.")
        self.count.setText((count if lines else none) if words else "")
        targets = [line.target for line in lines]
        self._show(targets[0] if words and targets and self.shown not in targets else self.shown)
        self._arrange()

    def _fill(self, lines: list[Line]) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for line in lines:
            self.contents.addItem(_item(line))
        self.contents.blockSignals(False)

    def _enter_list(self, *, opening: bool) -> None:
        first = next((item for item in map(self.contents.item, range(self.contents.count())) if item.data(_TARGET)), None)
        if first is None:
            return
        if opening:
            self._chosen(first)
        else:
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
            self.contents.setCurrentItem(first)

    def _moved(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(_TARGET) and self._read.isVisible():
            self._show(item.data(_TARGET))

    def _chosen(self, item: QListWidgetItem) -> None:
        if item.data(_TARGET):
            self.open(item.data(_TARGET))
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        """Clear the search from inside its box; from anywhere else leave."""
        if self.search.hasFocus() and self.search.text():
            self.search.clear_search()
        else:
            self._go_back()

    def _list_topics(self) -> None:
        self._is_listing = True
        self._arrange()
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        narrow = self.is_narrow
        self._listed.setVisible(not narrow or self._is_listing)
        self._read.setVisible(not narrow or not self._is_listing)
        self.all_topics.setVisible(narrow and not self._is_listing)
        widest = 16_777_215 if narrow else theme.px(320)
        self._listed.setMinimumWidth(0 if narrow else widest)
        self._listed.setMaximumWidth(widest)


def _list() -> QListWidget:
    made = QListWidget()
    made.setProperty("look", "topics")
    made.setAccessibleName(_("Topics"))
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _item(line: Line) -> QListWidgetItem:
    made = QListWidgetItem(f"{line.words}\n{line.under}" if line.under else line.words)
    made.setData(_TARGET, line.target)
    if not line.target:
        made.setFlags(Qt.ItemFlag.NoItemFlags)
        made.setFont(theme.font(9.5, 600))
    return made
