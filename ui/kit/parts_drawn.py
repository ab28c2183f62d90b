"""How each part of a record is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button, icon_button
from ui.kit.chips import Chip, Chips
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Find, Heading, Item, Note, Pair, Part, Spans, State, Step, Title
from ui.kit.flow import FlowLayout
from ui.kit.layout import Item as LayoutItem
from ui.kit.layout import column, holding, row, rule, turn
from ui.kit.pills import Pill
from ui.kit.search_field import SearchField
from ui.kit.spans_chart import SpansChart
from ui.kit.words import Icon, label
from ui.theme import theme
from ui.theme.sizes import fix_width

KEY = "key"
"""The property that names a button, so that the focus can stay on it when everything around it is drawn anew."""

PAIR_FOLDS = 300
"""Narrower than this, in pixels at 100 % text size, two texts stand one under the other."""

CHOICE_FOLDS = 440
"""Narrower than this, in pixels at 100 % text size, answers stand under the words they belong to."""


def draw(part: Part) -> QWidget:
    """One part as a widget."""
    if isinstance(part, Fact):
        words = column(label(part.caption, "caps", wrap=True), label(part.words, wrap=True), gap=2)
        return holding(_beside(column(Icon(part.icon, 18), None, margins=(0, 2, 0, 0)), words))
    if isinstance(part, Pair):
        return _Pair(part)
    if isinstance(part, Note):
        said = label(part.words, "muted" if part.quiet else "", wrap=True)
        return holding(_beside(_Bar(), said)) if part.quoted else said
    if isinstance(part, State):
        pill = Pill(part.pill)
        return holding(_beside(pill, label(part.words, "muted", wrap=True)) if part.words else row(pill, None))
    if isinstance(part, Step):
        words = column(label(part.title, "h3" if part.is_next else "", wrap=True), gap=1)
        if part.words:
            words.addWidget(label(part.words, "muted", wrap=True))
        return holding(_beside(column(_step_mark(part), None), words))
    if isinstance(part, Acts):
        flow = FlowLayout(gap=8)
        for act in part.buttons:
            flow.addWidget(act_button(act))
        return holding(flow)
    return _draw_whole(part)


def _draw_whole(part: Title | Heading | Item | Choose | Find | Spans) -> QWidget:
    """Those that are one widget of their own, and titles."""
    if isinstance(part, Item):
        return ItemButton(part)
    if isinstance(part, Choose):
        return _Choice(part)
    if isinstance(part, Spans):
        return SpansChart(part)
    if isinstance(part, Find):
        box = SearchField(part.name, part.hint, part.find)
        box.setProperty(KEY, part.key)
        return box
    title = label(part.words, "h2", wrap=True)
    return holding(column(rule(), title, gap=12)) if isinstance(part, Heading) else title


def act_button(act: Act) -> QPushButton:
    """A button that keeps its key."""
    made = button(act.words, act.act, icon_name=act.icon, primary=act.is_primary)
    made.setProperty(KEY, act.key)
    if act.about:
        made.setAccessibleName(_("{words}: {about}").format(words=act.words, about=act.about))
    return made


def _beside(first: LayoutItem, second: LayoutItem) -> QHBoxLayout:
    made = row(first, second, gap=12)
    made.setStretch(1, 1)
    return made


def _step_mark(step: Step) -> Icon:
    """A tick for a step taken, an open ring for one to come."""
    if step.is_done:
        return Icon("circle-check", 18, "ok")
    return Icon("circle", 18, "accent" if step.is_next else "muted")


class _Bar(QWidget):
    """The bar beside somebody's own words."""

    def __init__(self) -> None:
        super().__init__()
        fix_width(self, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(2), theme.px(2))


class _Pair(QWidget):
    """Two texts side by side; one under the other where there is little room."""

    def __init__(self, part: Pair) -> None:
        super().__init__()
        first = column(label(part.caption, "caps", wrap=True), label(part.words, wrap=True), None, gap=2)
        second = column(label(part.other_caption, "caps", wrap=True), label(part.other_words, wrap=True), None, gap=2)
        self._line = row(first, second, gap=14)
        self._line.setStretch(0, 1)
        self._line.setStretch(1, 1)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._line, narrow=self.width() / theme.scale < PAIR_FOLDS)


class _Choice(QWidget):
    """Words, and answers to choose from; one under the other where the pane is narrow for its text."""

    def __init__(self, part: Choose) -> None:
        super().__init__()
        self.chips = Chips(part.name, part.choose)
        self.chips.show_chips([Chip(*option) for option in part.options], part.chosen)
        for option in part.options:
            made = self.chips.button(option.value)
            made.setProperty(KEY, f"{part.key}:{option.value}")
            made.setAccessibleName(_("{question}: {answer}").format(question=part.name, answer=made.text()))
        if not part.title:
            self.setLayout(column(self.chips))
            return
        under = [label(part.under, "muted", wrap=True)] if part.under else []
        words = column(None, label(part.title, "h3", wrap=True), *under, None, gap=1)
        title = row(words, gap=6)
        title.setStretch(0, 1)
        if part.more is not None:
            more = icon_button(part.more.icon, part.more.words, part.more.act)
            more.setProperty(KEY, part.more.key)
            title.addWidget(more)
        line = row(title, self.chips, gap=12)
        line.setStretch(0, 3)
        line.setStretch(1, 5)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            narrow = self.width() / theme.scale < CHOICE_FOLDS
            turn(layout, narrow=narrow)


class ItemButton(QPushButton):
    """A line of a list that goes to its record when pressed."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item
        self.setProperty("look", "tile")
        self.setProperty(KEY, item.key)
        said = [item.title, item.under, item.pill.word if item.pill else ""]
        self.setAccessibleName(", ".join(word for word in said if word))
        words = column(label(item.title, "h3", wrap=True), gap=1)
        if item.under:
            words.addWidget(label(item.under, "muted", wrap=True))
        layout = row(words, margins=(12, 8, 12, 8), gap=10)
        layout.setStretch(0, 1)
        if item.icon:
            layout.insertLayout(0, column(Icon(item.icon, 18), None, margins=(0, 1, 0, 0)))
        if item.pill:
            layout.addWidget(Pill(item.pill))
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._press)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.heightForWidth(width)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()

    def _press(self) -> None:
        self._item.act()
