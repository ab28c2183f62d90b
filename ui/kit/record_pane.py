"""The pane that shows one record in full: its parts under one another, with its buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button, icon_button
from ui.kit.chips import Chip, Chips
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Heading, Item, Note, Part, State, Step, Title
from ui.kit.flow import FlowLayout
from ui.kit.layout import Item as LayoutItem
from ui.kit.layout import clear, column, flowing, holding, row, rule, turn
from ui.kit.pills import Pill
from ui.kit.words import Avatar, Icon, initials_of, label
from ui.theme import theme
from ui.theme.sizes import fix_width

_KEY = "key"
CHOICE_FOLDS = 440
"""Narrower than this, in pixels at 100 % text size, answers stand under the words they belong to."""


class RecordPane(QFrame):
    """Draws parts. The same parts again change nothing; when they change, the focus stays on the button with the same key."""

    def __init__(self, name: str, closed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(name)
        self.close_button = icon_button("x", _("Close details"), closed)
        self._shown: tuple[Sequence[Part], Sequence[Act]] | None = None
        self._drawn: list[QWidget] = []
        self._title = QHBoxLayout()
        self._body = column(margins=(0, 0, 6, 0), gap=12)
        self._foot = FlowLayout(gap=8)
        self._scroll = QScrollArea()
        self._scroll.setProperty("look", "clear")
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(flowing(self._body))
        head = row(self._title, column(self.close_button, None), gap=12)
        head.setStretch(0, 1)
        layout = column(head, rule(), self._scroll, self._foot, margins=(18, 16, 12, 16), gap=10)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_parts(self, parts: Sequence[Part], foot: Sequence[Act] = ()) -> None:
        """Show these parts, with these buttons at the foot. Only what differs is drawn anew."""
        if self._shown == (parts, foot):
            return
        before, self._shown = self._shown, (parts, foot)
        same_record = before is not None and before[0][:1] == parts[:1]
        focused = self._focused_key()
        if before is not None and same_record and len(before[0]) == len(parts):
            self._replace_changed(before[0], parts)
        else:
            self._draw_all(parts, place=self._scroll.verticalScrollBar().value() if same_record else 0)
        if before is None or before[1] != foot:
            clear(self._foot)
            for act in foot:
                self._foot.addWidget(act_button(act))
        if focused is not None:
            self._restore_focus(focused)

    def _draw_all(self, parts: Sequence[Part], place: int) -> None:
        clear(self._title)
        clear(self._body)
        self._drawn = []
        for part in parts:
            if isinstance(part, Title):
                self._show_title(part)
            else:
                self._drawn.append(draw(part))
                self._body.addWidget(self._drawn[-1])
        self._body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(place)

    def _replace_changed(self, before: Sequence[Part], parts: Sequence[Part]) -> None:
        skipped = len(parts) - len(self._drawn)
        for place, (old, new) in enumerate(zip(before, parts, strict=True)):
            if old != new and place >= skipped:
                widget = self._drawn[place - skipped]
                made = self._drawn[place - skipped] = draw(new)
                self._body.replaceWidget(widget, made)
                widget.hide()
                widget.deleteLater()

    def buttons(self) -> dict[str, QAbstractButton]:
        """The buttons that act on the record, by key."""
        return {made.property(_KEY): made for made in self.findChildren(QAbstractButton) if made.property(_KEY) and not made.isHidden()}

    def focus_first(self) -> None:
        """Put the focus on the first button that acts on the record."""
        next(iter(self.buttons().values()), self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Everything it says, for tests."""
        return "\n".join(str(word) for part in (self._shown or ((), ()))[0] for word in part if isinstance(word, str) and word)

    def _focused_key(self) -> str | None:
        focused = QApplication.focusWidget()
        return (focused.property(_KEY) or "") if focused is not None and self.isAncestorOf(focused) else None

    def _restore_focus(self, key: str) -> None:
        buttons = self.buttons()
        (buttons.get(key) or next(iter(buttons.values()), self.close_button)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self, title: Title) -> None:
        words = column(label(title.words, "h2", wrap=True), gap=2)
        if title.under:
            words.addWidget(label(title.under, "muted", wrap=True))
        if title.is_person:
            self._title.addWidget(Avatar(initials_of(title.words)))
        elif title.icon:
            self._title.addLayout(column(Icon(title.icon, 24, "accent"), None))
        self._title.setSpacing(theme.px(12))
        self._title.addLayout(words, 1)


def draw(part: Part) -> QWidget:
    """One part as a widget."""
    if isinstance(part, Fact):
        words = column(label(part.caption, "caps", wrap=True), label(part.words, wrap=True), gap=2)
        return holding(_beside(column(Icon(part.icon, 18), None, margins=(0, 2, 0, 0)), words))
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
    if isinstance(part, Item):
        return ItemButton(part)
    if isinstance(part, Choose):
        return _Choice(part)
    title = label(part.words, "h2", wrap=True)
    return holding(column(rule(), title, gap=12)) if isinstance(part, Heading) else title


def act_button(act: Act) -> QPushButton:
    """A button that keeps its key."""
    made = button(act.words, act.act, icon_name=act.icon, primary=act.is_primary)
    made.setProperty(_KEY, act.key)
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


class _Choice(QWidget):
    """Words, and answers to choose from; one under the other where the pane is narrow for its text."""

    def __init__(self, part: Choose) -> None:
        super().__init__()
        self.chips = Chips(part.name, part.choose)
        self.chips.show_chips([Chip(*option) for option in part.options], part.chosen)
        for option in part.options:
            self.chips.button(option.value).setProperty(_KEY, f"{part.key}:{option.value}")
        if not part.title:
            self.setLayout(column(self.chips))
            return
        words = column(label(part.title, "h3", wrap=True), gap=1)
        if part.under:
            words.addWidget(label(part.under, "muted", wrap=True))
        title = row(words, gap=6)
        title.setStretch(0, 1)
        if part.more is not None:
            more = icon_button(part.more.icon, part.more.words, part.more.act)
            more.setProperty(_KEY, part.more.key)
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
        self.setProperty(_KEY, item.key)
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
