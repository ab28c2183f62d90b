"""One row of the file in full: cells to put right, the person it may be beside it, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout

from coproduce.i18n import _, ngettext
from coproduce.imports.people_plan import Choice, PlannedPerson
from coproduce.imports.people_rows import WrongCell
from ui.kit.buttons import button, link
from ui.kit.choice_box import ChoiceBox
from ui.kit.layout import clear, column, flowing, row
from ui.kit.words import label
from ui.people_mapping.viewmodel import PeopleMapping
from ui.people_mapping.words import choices_for, field_words, value_words


class RowPane(QScrollArea):
    """Draws one row; `changed` is called after each answer, `go_to` with the id of another row to show."""

    def __init__(self, model: PeopleMapping, changed: Callable[[], None], go_to: Callable[[str], None]) -> None:
        super().__init__()
        self._model, self._changed, self._go_to = model, changed, go_to
        self.box: ChoiceBox | None = None
        self.mending: list[QLineEdit] = []
        self._inside: QVBoxLayout = column(margins=(4, 0, 12, 12), gap=8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(flowing(self._inside, "page"))

    def show_row(self, planned: PlannedPerson | None) -> None:
        """Draw a row. Where the focus was in here it stays in here."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        clear(self._inside)
        self.box, self.mending = None, []
        if planned is None:
            return
        title = planned.read.name or _("No name")
        self._inside.addWidget(label(title, "h3", wrap=True))
        self._inside.addWidget(label(_("Row {number}").format(number=planned.number), "muted"))
        for wrong in planned.wrong:
            self._add_wrong(planned, wrong)
        self._add_choice(planned)
        self._add_values(planned)
        self._inside.addStretch(1)
        for made in (*self.mending, self.box):
            if made is not None:
                made.show()  # a layout shows what is put in it only later, and what is hidden takes no focus
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus in what waits: the first cell to put right, else the answer."""
        first = self.mending[0] if self.mending else self.box
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_wrong(self, planned: PlannedPerson, wrong: WrongCell) -> None:
        box = QLineEdit("".join(c for c in wrong.text if c.isprintable()))
        words = label(field_words(wrong.field), "h3", wrap=True)
        words.setBuddy(box)
        box.setAccessibleName(field_words(wrong.field))
        box.setAccessibleDescription(wrong.expected)
        box.setProperty("wrong", "true")
        mend = partial(self._mend, planned.number, wrong.place, box)
        box.returnPressed.connect(mend)
        self.mending.append(box)
        across = row(box, button(_("Put right"), mend), gap=8)
        across.setStretch(0, 1)
        self._inside.addWidget(words)
        self._inside.addWidget(label(wrong.expected, "wrong", wrap=True))
        self._inside.addLayout(across)

    def _add_choice(self, planned: PlannedPerson) -> None:
        offered = choices_for(planned)
        asks = planned.is_doubtful and not planned.wrong
        question = _("Is this the same person?") if asks else _("What to do with this row")
        box = self.box = ChoiceBox()
        box.setAccessibleName(question)
        box.addItems([words for words, _choice in offered])
        now = self._model.choices.get(planned.number)
        with QSignalBlocker(box):
            box.setCurrentIndex(next((place for place, (_words, choice) in enumerate(offered) if choice is now), 0))
        box.currentIndexChanged.connect(lambda place: self._decide(planned.number, offered[place][1]))
        words_above = label(question, "h3", wrap=True)
        words_above.setBuddy(box)
        self._inside.addWidget(words_above)
        self._inside.addWidget(box)
        count = self._model.asking
        if asks and count and now is not None:
            words = ngettext("Do the same for {n} other that asks", "Do the same for {n} others that ask", count)
            self._inside.addWidget(link(words.format(n=count), partial(self._decide_alike, now)))
        if self._model.waiting:
            count = self._model.waiting
            words = ngettext("Go to the row that waits", "Go to the next of {n} rows that wait", count).format(n=count)
            self._inside.addWidget(link(words, partial(self._next, str(planned.number))))

    def _add_values(self, planned: PlannedPerson) -> None:
        """What the row says; beside it, what is known of the person it may be."""
        if not planned.is_doubtful:
            for name, value in planned.read.values.items():
                self._inside.addWidget(label(f"{field_words(name)}: {value_words(value)}", wrap=True))
            return
        earlier = planned.like_row
        here = _("In the workspace") if earlier is None else _("On row {number}").format(number=earlier.number)
        for name, known, said in planned.side_by_side():
            self._inside.addWidget(label(field_words(name), "h3", wrap=True))
            left = column(label(here, "muted", wrap=True), label(value_words(known), wrap=True), None, gap=1)
            right = column(label(_("On this row"), "muted", wrap=True), label(value_words(said), wrap=True), None, gap=1)
            across = row(left, right, gap=12)
            across.setStretch(0, 1)
            across.setStretch(1, 1)
            self._inside.addLayout(across)
        if planned.like is not None:
            self._inside.addWidget(label(_("They keep their id: {id}.").format(id=planned.like.id), "muted", wrap=True))

    def _mend(self, number: int, place: int, box: QLineEdit) -> None:
        self._model.mend(number, place, box.text())
        self._changed()

    def _decide(self, number: int, choice: Choice | None) -> None:
        self._model.decide(number, choice)
        self._changed()

    def _decide_alike(self, choice: Choice) -> None:
        self._model.decide_alike(choice)
        self._changed()

    def _next(self, after: str) -> None:
        found = self._model.next_waiting(after)
        if found is not None:
            self._go_to(found)
