"""Which list it is and which column is what: a line for each column, with what is in it and a box to choose its field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from coproduce.i18n import _
from coproduce.imports.foreign_dates import DateOrder
from coproduce.imports.mapping import MappedColumn, Why, asks_order
from coproduce.imports.table_fields import MAPPED_SHEETS, column_of, field_words, fields_of
from ui.kit.choice_box import ChoiceBox, Tick
from ui.kit.flow import FlowLayout
from ui.kit.layout import card, clear, column, flowing, holding, row
from ui.kit.words import label
from ui.rows_mapping.columns_model import ColumnsModel
from ui.rows_mapping.same_card import SameCard
from ui.rows_mapping.words import list_name, why_words
from ui.theme.sizes import least_width

_ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)


class ColumnsPage(QWidget):
    """Draws the columns of a `ColumnsModel`; `changed` is called after each choice."""

    def __init__(self, model: ColumnsModel, changed: Callable[[], None]) -> None:
        super().__init__()
        self._model, self._changed = model, changed
        self.summary = label("", wrap=True)
        self.boxes: dict[int, ChoiceBox] = {}
        self.orders: dict[int, ChoiceBox] = {}
        self._notes: dict[int, QLabel] = {}
        self._order_lines: dict[int, QWidget] = {}
        self.same = SameCard(model, self._same_changed)
        self._lines: QVBoxLayout = column(gap=10)
        inside = column(self.same, self._lines, None, margins=(24, 4, 24, 12), gap=10)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(flowing(inside, "page"))
        head = column(self._where_line(), self.summary, margins=(24, 0, 24, 0))
        layout = column(head, self._scroll, gap=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._fill()

    def first_focus(self) -> QWidget:
        """The first thing that is asked: what every row lacks, else the first column."""
        return self.same.first_asked() or next(iter(self.boxes.values()), self.lists)

    def show_state(self) -> None:
        """Draw every choice again."""
        mapping = self._model.mapping
        fields = fields_of(mapping.sheet)
        self.summary.setText(self._model.columns_words)
        with QSignalBlocker(self.lists):
            self.lists.setCurrentIndex(MAPPED_SHEETS.index(mapping.sheet))
        with QSignalBlocker(self.headings):
            self.headings.setChecked(self._model.has_headings)
        for made in mapping.columns:
            self._notes[made.place].setText(self._note(made))
            box, order = self.boxes.get(made.place), self.orders.get(made.place)
            if box is not None:
                with QSignalBlocker(box):
                    box.setCurrentIndex(0 if made.field is None else 1 + fields.index(made.field))
                box.setAccessibleDescription(self._described(made))
            if order is not None:
                with QSignalBlocker(order):
                    order.setCurrentIndex(_ORDERS.index(made.order))
                self._order_lines[made.place].setVisible(asks_order(mapping, made))
        self.same.show_state()

    def _where_line(self) -> QWidget:
        """The list, the sheet of the file where there are several, and whether the first row holds headings."""
        line = FlowLayout(gap=14)
        self.lists = ChoiceBox()
        self.lists.addItems([list_name(sheet) for sheet in MAPPED_SHEETS])
        self.lists.currentIndexChanged.connect(self._use_list)
        line.addWidget(_asked(_("These rows are"), self.lists))
        if len(self._model.tables) > 1:
            sheets = ChoiceBox()
            sheets.addItems([table.name for table in self._model.tables])
            sheets.currentIndexChanged.connect(self._use_sheet)
            line.addWidget(_asked(_("Sheet"), sheets))
        self.headings = Tick(_("The first row holds headings"))
        self.headings.toggled.connect(self._use_headings)
        line.addWidget(self.headings)
        return holding(line)

    def _use_list(self, number: int) -> None:
        self._model.use_sheet(MAPPED_SHEETS[number])
        self._fill()
        self._changed()

    def _use_sheet(self, number: int) -> None:
        self._model.use_table(number)
        self._fill()
        self._changed()

    def _use_headings(self, is_on: bool) -> None:
        self._model.use_headings(first_row=is_on)
        self._fill()
        self._changed()

    def _same_changed(self) -> None:
        self.show_state()
        self._changed()

    def _fill(self) -> None:
        clear(self._lines)
        self.boxes, self.orders, self._notes, self._order_lines = {}, {}, {}, {}
        for made in self._model.mapping.columns:
            self._lines.addWidget(self._line(made))
        self.show_state()

    def _line(self, made: MappedColumn) -> QWidget:
        samples = " · ".join(_short(sample) for sample in made.samples) or _("nothing in it")
        title = label(made.title, "h3", wrap=True)
        left = column(title, label(samples, "muted", wrap=True), None, gap=2)
        note = self._notes[made.place] = label("", "muted", wrap=True)
        if made.why is Why.NEVER:
            right = column(label(_("Left out"), "h3"), note, None, gap=4)
        else:
            box = self._box(made)
            title.setBuddy(box)
            right = column(box, note, *self._order_line(made), None, gap=4)
        line = row(left, right, gap=18)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        frame = card(margins=(16, 12, 16, 12))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(line)
        return frame

    def _box(self, made: MappedColumn) -> ChoiceBox:
        sheet = self._model.sheet
        box = self.boxes[made.place] = ChoiceBox()
        box.setAccessibleName(made.title)
        box.addItems([_("Leave out"), *(field_words(sheet, name) for name in fields_of(sheet))])
        box.currentIndexChanged.connect(partial(self._chosen, made.place))
        return box

    def _order_line(self, made: MappedColumn) -> list[QWidget]:
        """Dates that could be read either way: asked once for the column."""
        if not made.asks_order:
            return []
        sample = next(iter(made.samples), "03/04/2025")
        order = self.orders[made.place] = ChoiceBox()
        order.setAccessibleName(_("{column}: how its dates are read").format(column=made.title))
        order.addItems([_("{date}: the day first").format(date=sample), _("{date}: the month first").format(date=sample)])
        order.currentIndexChanged.connect(lambda place: self._order_chosen(made.place, _ORDERS[place]))
        question = label(_("These dates can be read two ways."), wrap=True)
        question.setBuddy(order)
        self._order_lines[made.place] = holding(column(question, order, gap=4))
        return [self._order_lines[made.place]]

    def _order_chosen(self, place: int, order: DateOrder) -> None:
        self._model.choose_order(place, order)
        self._changed()

    def _chosen(self, place: int, index: int) -> None:
        fields = fields_of(self._model.sheet)
        self._model.choose_field(place, fields[index - 1] if index > 0 else None)
        self.show_state()
        self._changed()

    def _note(self, made: MappedColumn) -> str:
        parts = [why_words(made)]
        if made.field is not None:
            parts.append(_(column_of(self._model.sheet, made.field).help))
            parts.append(self._model.readings_words(made))
        return " ".join(part for part in parts if part)

    def _described(self, made: MappedColumn) -> str:
        return _("For example {samples}. {why}").format(samples=", ".join(map(_short, made.samples)) or "–", why=self._note(made))


def _asked(words: str, box: ChoiceBox) -> QWidget:
    """A box with its question before it."""
    question = label(words, "h3")
    question.setBuddy(box)
    box.setAccessibleName(words)
    least_width(box, 190)
    return holding(row(question, box, gap=8))


def _short(words: str) -> str:
    one_line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return one_line if len(one_line) <= 60 else f"{one_line[:59]}…"
