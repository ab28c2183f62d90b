"""The pane that shows one record in full: its parts under one another, with its buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea

from coproduce.i18n import _
from ui.kit.buttons import icon_button
from ui.kit.detail_parts import Act, Part, Title
from ui.kit.flow import FlowLayout
from ui.kit.layout import clear, column, flowing, row, rule
from ui.kit.part_list import PartList, focus_key, focused_key, keyed_buttons
from ui.kit.parts_drawn import act_button
from ui.kit.words import Avatar, Icon, initials_of, label
from ui.theme import theme
from ui.theme.sizes import least_height


class RecordPane(QFrame):
    """Draws a record. The same parts again change nothing; when they change, the focus stays on the button with the same key."""

    def __init__(self, name: str, closed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(name)
        self.close_button = icon_button("x", _("Close details"), closed)
        self._shown: tuple[Sequence[Part], Sequence[Act]] | None = None
        self._title = QHBoxLayout()
        self._body = PartList()
        self._foot = FlowLayout(gap=8)
        self._scroll = QScrollArea()
        self._scroll.setProperty("look", "clear")
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        least_height(self._scroll, 170)  # with large text the page scrolls, rather than leave the record two lines
        self._scroll.setWidget(flowing(column(self._body, None, margins=(0, 0, 6, 0))))
        head = row(self._title, column(self.close_button, None), gap=12)
        head.setStretch(0, 1)
        layout = column(head, rule(), self._scroll, self._foot, margins=(18, 16, 12, 16), gap=10)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_parts(self, parts: Sequence[Part], foot: Sequence[Act] = ()) -> None:
        """Show these parts, with these buttons at the foot. The first part is the title. Only what differs is drawn anew."""
        if self._shown == (parts, foot):
            return
        before, self._shown = self._shown, (parts, foot)
        same_record = before is not None and before[0][:1] == parts[:1]
        focused = focused_key(self)
        place = self._scroll.verticalScrollBar().value()
        if not same_record and isinstance(parts[0], Title):
            clear(self._title)
            self._show_title(parts[0])
        self._body.show_parts(parts[1:])
        if before is None or before[1] != foot:
            clear(self._foot)
            for act in foot:
                made = act_button(act)
                self._foot.addWidget(made)
                made.show()
        self._scroll.verticalScrollBar().setValue(place if same_record else 0)
        if focused is not None and focused_key(self) != focused:
            focus_key(self, focused)

    def buttons(self) -> dict[str, QAbstractButton]:
        """The buttons that act on the record, by key."""
        return keyed_buttons(self)

    def focus_first(self) -> None:
        """Put the focus on the first button that acts on the record; of answers to choose from, only on the one that is chosen."""
        safe = (made for made in self.buttons().values() if made.isChecked() or not made.isCheckable())
        next(safe, self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Everything it says, for tests."""
        return "\n".join(str(word) for part in (self._shown or ((), ()))[0] for word in part if isinstance(word, str) and word)

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
