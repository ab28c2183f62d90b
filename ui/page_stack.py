"""The pages: built when first shown, refreshed when in sight, remembered as stale when not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.reading_order import stops
from ui.kit.screen import Touched, ViewModel


class PageStack(QStackedWidget):
    """Pages by key. A page with a `viewmodel` is asked whether a change concerns it."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._key = ""

    @property
    def key(self) -> str:
        """The page in sight."""
        return self._key

    def page(self, key: str) -> QWidget | None:
        """A page, if it has been built."""
        return self._pages.get(key)

    def go(self, key: str, build: Callable[[], QWidget]) -> QWidget:
        """Show a page, building it the first time, and refreshing it if something changed while it was hidden."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = build()
            self.addWidget(page)
            self._stale.add(key)
        self._key = key
        if key in self._stale:
            self._refresh(key)
        self.setCurrentWidget(page)
        return page

    def changed(self, touched: Touched) -> None:
        """Records changed: refresh the page in sight if it shows them, and mark the others that do."""
        for key, page in self._pages.items():
            viewmodel = _viewmodel(page)
            if viewmodel is not None and viewmodel.wants(touched):
                self._stale.add(key)
        if self._key in self._stale:
            self._refresh(self._key)

    def all_changed(self) -> None:
        """Everything may be different: another project was chosen."""
        self._stale |= set(self._pages)
        if self._key:
            self._refresh(self._key)

    def forget(self, keys: set[str]) -> None:
        """Let pages go: their workspace is closed."""
        for key in keys & set(self._pages):
            page = self._pages.pop(key)
            self.removeWidget(page)
            page.deleteLater()
        self._stale -= keys
        if self._key in keys:
            self._key = ""

    def focus_page(self) -> None:
        """Put the focus on the page: on what it offers first."""
        page = self.currentWidget()
        if page is None:
            return
        start = getattr(page, "first_focus", None)
        target = start() if start is not None else _first_focusable(page)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self, key: str) -> None:
        self._stale.discard(key)
        viewmodel = _viewmodel(self._pages[key])
        if viewmodel is not None:
            viewmodel.refresh()
        QTimer.singleShot(0, self._keep_focus)

    def _keep_focus(self) -> None:
        """What had the focus may be gone: nobody is left without it."""
        focused = self.window().focusWidget()
        if self.isVisible() and (focused is None or not focused.isVisible()):
            self.focus_page()


def _viewmodel(page: QWidget) -> ViewModel | None:
    return getattr(page, "viewmodel", None)


def _first_focusable(page: QWidget) -> QWidget | None:
    return next(iter(stops(page)), None)
