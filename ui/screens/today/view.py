"""The Today page, drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from ui.kit.buttons import button
from ui.kit.detail_parts import Item
from ui.kit.empty_state import EmptyState
from ui.kit.key_figure import KeyFigure
from ui.kit.layout import card, clear, column, holding, row, rule, turn
from ui.kit.page import Page, heading
from ui.kit.parts_drawn import ItemButton
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.words import Icon, label
from ui.screens.today.sentences import Sentence
from ui.screens.today.viewmodel import TodayModel
from ui.theme import theme

LINE_FOLDS = 390
"""Narrower than this, in pixels at 100 % text size, the button of a sentence stands under its words."""


class TodayView(Page):
    """Four figures, what waits in sentences, and what comes next."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Today"))
        model = self.viewmodel = TodayModel(workspace.workspace, shell)
        self._shell = shell
        self.figures = [KeyFigure(icon, "") for icon in ("hand-coins", "accessibility", "message-circle", "users")]
        pairs = [row(*self.figures[:2], gap=16), row(*self.figures[2:], gap=16)]
        figures = row(*pairs, gap=16)
        for both in (*pairs, figures):
            both.setStretch(0, 1)
            both.setStretch(1, 1)
        self._lines = column(gap=12)
        self.waiting = card(heading(_("What waits")), self._lines)
        self._next = column(gap=8)
        self.coming = card(heading(_("Coming up")), self._next, None)
        across = row(self.waiting, self.coming, gap=16)
        across.setStretch(0, 5)
        across.setStretch(1, 3)
        self._content = column(figures, across, None, gap=18)
        self.fold(figures)
        self.fold(across)
        self._nothing = card(
            EmptyState(
                "handshake",
                _("Begin with a project"),
                _("A project is a piece of work that people shape together. Add one, or bring in a workbook that has one."),
                button(_("Import a workbook"), partial(shell.do, "file.import"), icon_name="upload", primary=True),
                button(_("Add a project"), partial(shell.do, "file.project"), icon_name="plus"),
            )
        )
        self._with_project = holding(self._content)
        self.add(self._with_project, 1)
        self.add(self._nothing, 1)
        self._shown: object = None
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self._with_project.setVisible(model.has_project)
        self._nothing.setVisible(not model.has_project)
        for shown, figure in zip(self.figures, model.cards, strict=False):
            shown.about.setText(figure.about)
            shown.show_figure(figure.figure, figure.under)
        now = (model.sentences, model.coming)
        if now != self._shown:
            self._shown = now
            self._show_sentences()
            self._show_coming()

    def _show_sentences(self) -> None:
        clear(self._lines)
        sentences = self.viewmodel.sentences
        for place, sentence in enumerate(sentences):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(SentenceLine(sentence, partial(self.viewmodel.go_to, sentence.page, sentence.only)))
        if not sentences:
            self._lines.addWidget(_all_well())

    def _show_coming(self) -> None:
        clear(self._next)
        for workshop in self.viewmodel.coming:
            listed = ngettext("{n} person on the list", "{n} people on the list", workshop.listed).format(n=workshop.listed)
            under = f"{day_words(workshop.date)} · {listed}"
            act = partial(self.viewmodel.open_workshop, workshop.id)
            self._next.addWidget(ItemButton(Item(f"workshop {workshop.id}", workshop.title, under, act, icon="calendar-days")))
        if not self.viewmodel.coming:
            self._next.addWidget(label(_("No workshop is planned."), "muted", wrap=True))
            add = button(_("Plan a workshop"), partial(self._shell.go_to, "workshops"), icon_name="plus")
            self._next.addLayout(row(add, None))


class SentenceLine(QWidget):
    """One thing that waits, with the button that goes there."""

    def __init__(self, sentence: Sentence, act: Callable[[], object]) -> None:
        super().__init__()
        words = column(label(sentence.words, "h3", wrap=True), label(sentence.why, "muted", wrap=True), gap=1)
        self.button = button(sentence.button, act)
        self.button.setAccessibleDescription(sentence.words)
        mark = column(Icon(sentence.icon, 20, sentence.tone.value), None, margins=(0, 2, 0, 0))
        left = row(mark, words, gap=12)
        left.setStretch(1, 1)
        self._line = row(left, self.button, gap=12)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / theme.scale < LINE_FOLDS
        turn(self._line, narrow=narrow)
        self._line.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)


def _all_well() -> QFrame:
    made = QFrame()
    title = label(_("Nothing waits"), "h3")
    words = label(_("Nobody is owed money, every need is arranged and everything said has its answer."), "muted", wrap=True)
    for centred in (title, words):
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made.setLayout(column(row(None, Icon("circle-check", 36, "ok"), None), title, words, margins=(12, 24, 12, 24), gap=8))
    return made
