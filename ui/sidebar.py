"""The side of the window: the name, the project in hand, the pages with their figures, help and settings.

Below 980 pixels of width (counted at 100 % text size) it becomes a rail of icons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QScrollArea, QSizePolicy, QToolButton, QWidget

from coproduce.i18n import _
from ui.frame import RAIL, SIDE_WIDTH
from ui.kit.layout import column, holding, row
from ui.kit.screen import Screen
from ui.kit.words import Icon, OneLine, label
from ui.theme import icon, theme
from ui.theme.sizes import fix_width, icon_size, space

_TIGHT_BELOW = 560
"""Lower than this, in pixels at 100 % text size, the pages stand closer together."""


class NavButton(QToolButton):
    """One page in the sidebar, with the figure that waits behind it."""

    def __init__(self, words: str, icon_name: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self._figure: int | None = None
        self.setText(words)
        self.setAccessibleName(words)
        self.setIcon(icon(icon_name, "muted", "softtext"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._act = act
        self.setCheckable(True)
        self.toggled.connect(self._toggled)  # a screen reader's first action on a checkable button is Toggle, not Press
        self.show_as_rail(rail=False)

    def show_as_rail(self, *, rail: bool) -> None:
        """Show the icon alone, or icon and words."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if rail else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(style)
        self._say_tip()
        icon_size(self, 19, gap=0 if rail else 8)

    def show_figure(self, figure: int | None) -> None:
        """Show a figure at the end of the button; nothing where it is 0 or None."""
        self._figure = figure or None
        self.setAccessibleDescription("" if not figure else _("{n} waiting").format(n=f"{figure:,}"))
        self._say_tip()
        self.update()

    def _say_tip(self) -> None:
        is_rail = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        tip = " · ".join(filter(None, (self._words if is_rail else "", self.accessibleDescription())))
        self.setToolTip(tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._figure is None:
            return
        painter = QPainter(self)
        if self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            self._paint_mark(painter)
            return
        painter.setFont(theme.font(9.5, 500, tabular=True))
        painter.setPen(theme.colour("softtext" if self.isChecked() else "muted"))
        inset = theme.px(12)
        side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(QRectF(self.rect()).adjusted(inset, 0, -inset, 0), flags, f"{self._figure:,}")

    def _paint_mark(self, painter: QPainter) -> None:
        """A dot beside the icon: something waits, and the tip says how much."""
        side, away = theme.px(8), theme.px(14)
        middle = self.rect().center()
        across = -away if self.isRightToLeft() else away - side
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QRectF(middle.x() + across, middle.y() - away, side, side))

    def _toggled(self, on: bool) -> None:
        if on:
            self._act()


class ProjectChooser(QPushButton):
    """The project in hand; pressing it lists the others and offers to begin a new one."""

    def __init__(self, choose: Callable[[str], None], new: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "chooser")
        self._choose, self._new = choose, new
        self._projects: Sequence[tuple[str, str]] = ()
        self._title = OneLine()
        words = column(label(_("PROJECT"), "caps"), self._title, gap=2)
        inside = row(words, Icon("chevrons-up-down", 16), margins=(12, 8, 10, 8), gap=6)
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_projects(self, projects: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Show the (id, title) of every project, with one chosen."""
        self._projects = projects
        titles = dict(projects)
        title = titles.get(chosen or "", _("No project yet"))
        self._title.show_words(title)
        self.setToolTip(title)
        spoken = _("Project: {title}. Choose another") if projects else _("{title}. Begin one")
        self.setAccessibleName(spoken.format(title=title))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for project_id, title in self._projects:
            action = QAction(title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(title == self._title.whole)
            action.triggered.connect(lambda _checked=False, chosen=project_id: self._choose(chosen))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(icon("plus", "muted"), _("New project…"), self._new)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class Sidebar(QFrame):
    """Brand, project, pages; help and settings at the foot."""

    def __init__(self, go: Callable[[str], None], choose_project: Callable[[str], None], new_project: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "side")
        self.setAccessibleName(_("Pages"))
        self._go = go
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._brand = label(_("Coproduce"), "brand")
        self.project = ProjectChooser(choose_project, new_project)
        self._pages = column(gap=6)
        self._foot = column(gap=6)
        self._sign = holding(row(Icon("handshake", 24, "accent"), self._brand, None, margins=(9, 6, 0, 10), gap=10))
        self._scroll = QScrollArea()
        self._scroll.setProperty("look", "clear")
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holding(column(self._pages, None, gap=0)))
        layout = column(self._sign, self.project, self._scroll, self._foot, margins=(12, 12, 12, 12), gap=8)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._is_rail = self._is_showing = self._has_pages = self._is_tight = False
        fix_width(self, SIDE_WIDTH)

    def add_page(self, screen: Screen) -> None:
        """List a page."""
        self._add(screen.key, _(screen.title), screen.icon, foot=False)

    def add_foot(self, key: str, words: str, icon_name: str) -> None:
        """List something at the foot."""
        self._add(key, words, icon_name, foot=True)

    def button(self, key: str) -> NavButton:
        """The button of one page."""
        return self._buttons[key]

    def show_page(self, key: str) -> None:
        """Press the button of the page in sight; none where the page has no button."""
        button = self._buttons.get(key)
        if button is not None:
            self._is_showing = True
            button.setChecked(True)
            self._is_showing = False
            self._bring_into_sight(button)
            return
        pressed = self._group.checkedButton()
        if pressed is not None:
            self._group.setExclusive(False)
            pressed.setChecked(False)
            self._group.setExclusive(True)

    def show_as_rail(self, *, rail: bool) -> None:
        """Show icons alone, or icons and words."""
        if rail == self._is_rail:
            return
        self._is_rail = rail
        fix_width(self, RAIL if rail else SIDE_WIDTH)
        self._brand.setVisible(not rail)
        self.project.setVisible(self._has_pages and not rail)
        for button in self._buttons.values():
            button.show_as_rail(rail=rail)

    def show_pages(self, *, visible: bool) -> None:
        """Hide the pages while no workspace is open."""
        self._has_pages = visible
        for screen_button in self._page_buttons():
            screen_button.setVisible(visible)
        self.project.setVisible(visible and not self._is_rail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retheme()

    def retheme(self) -> None:
        """Set the pages closer together where the window is low for its text size."""
        tight = self.height() / theme.scale < _TIGHT_BELOW
        if tight == self._is_tight:
            return
        self._is_tight = tight
        self._sign.setVisible(not tight)
        for layout in (self._pages, self._foot):
            space(layout, (0, 0, 0, 0), 1 if tight else 6)
        for button in self._buttons.values():
            button.setProperty("tight", "true" if tight else "false")
            button.style().unpolish(button)
            button.style().polish(button)

    def first_focus(self) -> QWidget:
        """Where F6 puts the focus: the page in sight."""
        pressed = self._group.checkedButton()
        return pressed if pressed is not None else next(iter(self._buttons.values()))

    def _bring_into_sight(self, button: NavButton) -> None:
        if button in self._page_buttons():
            QTimer.singleShot(0, button, lambda: self._scroll.ensureWidgetVisible(button, 0, 0))

    def _page_buttons(self) -> list[NavButton]:
        items = (self._pages.itemAt(place) for place in range(self._pages.count()))
        return [widget for item in items if item is not None and isinstance(widget := item.widget(), NavButton)]

    def _press(self, key: str) -> None:
        if not self._is_showing:
            self._go(key)

    def _add(self, key: str, words: str, icon_name: str, *, foot: bool) -> None:
        made = NavButton(words, icon_name, lambda: self._press(key))
        self._group.addButton(made)
        self._buttons[key] = made
        (self._foot if foot else self._pages).addWidget(made)
