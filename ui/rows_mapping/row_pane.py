"""One row of the file in full: cells to put right, words to explain, the record it may be beside it, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from coproduce.i18n import _, ngettext
from coproduce.imports.links import Offer, which_is_it
from coproduce.imports.table_fields import field_words
from coproduce.imports.table_plan import Choice, PlannedRow
from coproduce.imports.table_rows import Unclear, WrongCell
from ui.kit.buttons import button, link
from ui.kit.choice_box import ChoiceBox
from ui.kit.layout import clear, column, flowing, row
from ui.kit.words import label
from ui.rows_mapping.columns_model import MOST_TO_CHOOSE_FROM
from ui.rows_mapping.viewmodel import NEW_PERSON, RowsMapping
from ui.rows_mapping.words import choices_for, row_title, same_question, value_words


class RowPane(QScrollArea):
    """Draws one row; `changed` is called after each answer, `go_to` with the id of another row to show."""

    def __init__(self, model: RowsMapping, changed: Callable[[], None], go_to: Callable[[str], None]) -> None:
        super().__init__()
        self._model, self._changed, self._go_to = model, changed, go_to
        self.box: ChoiceBox | None = None
        self.mending: list[QLineEdit] = []
        self.meaning: list[ChoiceBox] = []
        self._inside: QVBoxLayout = column(margins=(4, 0, 12, 12), gap=8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(flowing(self._inside, "page"))

    def show_row(self, planned: PlannedRow | None) -> None:
        """Draw a row. Where the focus was in here it stays in here."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        clear(self._inside)
        self.box, self.mending, self.meaning = None, [], []
        if planned is None:
            return
        self._inside.addWidget(label(row_title(self._model, planned), "h3", wrap=True))
        self._inside.addWidget(label(self._where(planned), "muted", wrap=True))
        for wrong in planned.wrong:
            self._add_wrong(planned, wrong)
        for said in self._model.words_of(planned.read):
            self._add_meaning(self._model.asked[said], "")
        for doubt in planned.worth_a_look:
            self._inside.addWidget(label(_("Worth a look: {words}").format(words=doubt), wrap=True))
        self._add_choice(planned)
        self._add_values(planned)
        self._inside.addStretch(1)
        for made in self._waiting_first():
            made.show()  # a layout shows what is put in it only later, and what is hidden takes no focus
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus in what waits: the first thing to put right, else the answer."""
        first = next(iter(self._waiting_first()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waiting_first(self) -> list[QWidget]:
        open_questions = [box for box in self.meaning if box.currentIndex() == 0]
        rest = [box for box in self.meaning if box.currentIndex() != 0]
        return [*self.mending, *open_questions, *([self.box] if self.box else []), *rest]

    def _where(self, planned: PlannedRow) -> str:
        found = next((one.where for one in self._model.table.rows if one.number == planned.number), "")
        words = _("Row {number}").format(number=planned.number)
        return _("{row}: {where}").format(row=words, where=found) if found else words

    def _add_wrong(self, planned: PlannedRow, wrong: WrongCell) -> None:
        if wrong.unclear is not None:
            self._add_meaning(wrong.unclear, wrong.expected)
            return
        box = QLineEdit("".join(c for c in wrong.text if c.isprintable()))
        name = field_words(self._model.sheet, wrong.field)
        words = label(name, "h3", wrap=True)
        words.setBuddy(box)
        box.setAccessibleName(name)
        box.setAccessibleDescription(wrong.expected)
        box.setProperty("wrong", "true")
        mend = partial(self._mend, planned.number, wrong.field, box)
        box.returnPressed.connect(mend)
        self.mending.append(box)
        across = row(box, button(_("Put right"), mend), gap=8)
        across.setStretch(0, 1)
        self._inside.addWidget(words)
        self._inside.addWidget(label(wrong.expected, "wrong", wrap=True))
        self._inside.addLayout(across)

    def _add_meaning(self, unclear: Unclear, expected: str) -> None:
        """A box that says what words mean, for every row that has them."""
        field, words = unclear.said
        answers = self._answers_to(unclear)
        box = ChoiceBox()
        if unclear.noun is None:
            name = _("{field}: what does “{words}” mean?").format(field=field_words(self._model.sheet, field), words=words)
        else:
            name = which_is_it(unclear.noun, words)
        box.setAccessibleName(name)
        box.setAccessibleDescription(expected)
        box.addItems([f"{offer.words} ({offer.about})" if offer.about else offer.words for offer in answers])
        now = self._model.answers.meant.get(unclear.said)
        if now in self._model.answers.new_people:
            now = NEW_PERSON
        with QSignalBlocker(box):
            box.setCurrentIndex(next((n for n, offer in enumerate(answers) if n and offer.value == now), 0))
        box.currentIndexChanged.connect(lambda place: self._mean(unclear, answers[place].value if place else None))
        self.meaning.append(box)
        title = label(name, "h3", wrap=True)
        title.setBuddy(box)
        self._inside.addWidget(title)
        if expected and expected != name:
            self._inside.addWidget(label(expected, "wrong", wrap=True))
        self._inside.addWidget(box)
        self._inside.addWidget(label(_("One answer holds for every row that says this."), "muted", wrap=True))

    def _answers_to(self, unclear: Unclear) -> Sequence[Offer]:
        """No answer yet, the likeliest, somebody new, and then everything else there is."""
        offers = [Offer("", _("Choose…")), *unclear.offers]
        if unclear.may_add:
            offers.append(Offer(NEW_PERSON, _("Add “{name}” as a new person").format(name=unclear.said[1])))
        if unclear.may_skip:
            offers.append(Offer("", _("Not recorded")))
        if unclear.noun is not None:
            offered = {offer.value for offer in unclear.offers}
            offers += [one for one in self._model.links.of(unclear.noun).everything(MOST_TO_CHOOSE_FROM) if one.value not in offered]
        return offers

    def _add_choice(self, planned: PlannedRow) -> None:
        offered = choices_for(self._model.sheet, planned)
        asks = planned.is_doubtful and not planned.wrong
        question = same_question(self._model.sheet) if asks else _("What to do with this row")
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

    def _add_values(self, planned: PlannedRow) -> None:
        """What the row says; beside it, what is known already of what it is about."""
        sheet = self._model.sheet
        if not planned.is_doubtful and planned.record is None:
            for name, value in planned.read.values.items():
                self._inside.addWidget(label(f"{field_words(sheet, name)}: {self._words(name, value)}", wrap=True))
            return
        earlier = planned.like_row
        here = _("In the workspace") if earlier is None else _("On row {number}").format(number=earlier.number)
        for name, known, said in planned.side_by_side(sheet):
            self._inside.addWidget(label(field_words(sheet, name), "h3", wrap=True))
            left = column(label(here, "muted", wrap=True), label(self._words(name, known), wrap=True), None, gap=1)
            right = column(label(_("On this row"), "muted", wrap=True), label(self._words(name, said), wrap=True), None, gap=1)
            across = row(left, right, gap=12)
            across.setStretch(0, 1)
            across.setStretch(1, 1)
            self._inside.addLayout(across)
        if planned.like is not None:
            self._inside.addWidget(label(_("The id stays as it is: {id}.").format(id=planned.like.id), "muted", wrap=True))

    def _words(self, name: str, value: object) -> str:
        return self._model.called(name, value) or value_words(value)

    def _mend(self, number: int, field: str, box: QLineEdit) -> None:
        self._model.mend(number, field, box.text())
        self._changed()

    def _mean(self, unclear: Unclear, value: str | None) -> None:
        self._model.mean(unclear, value)
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
