"""The window: sidebar, pages, message bar, status line and menus, and the workspace that is open in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coproduce.i18n import _
from ui.actions import ACTIONS, Actions
from ui.file_actions import WORKSPACE_SUFFIX, FileActions
from ui.jobs import Jobs
from ui.kit.layout import column, holding, row
from ui.kit.message_bar import MessageBar
from ui.kit.screen import Screen
from ui.look_actions import LookActions
from ui.menus import fill_menu_bar, fill_recent, page_action
from ui.open_workspace import OpenWorkspace
from ui.page_stack import PageStack
from ui.preferences import Preferences
from ui.screens import SCREENS
from ui.services import ShellServices
from ui.sidebar import Sidebar
from ui.status_line import StatusLine
from ui.theme import theme
from ui.undo_actions import name_undo_actions, redo_step, undo_step

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import Changes, WorkspaceFile

RAIL_BELOW = 980
"""Narrower than this, in pixels at 100 % text size, the sidebar is a rail of icons."""

WELCOME, SETTINGS, HELP, PASSING = "welcome", "settings", "help", "passing"
_DROPPED = (WORKSPACE_SUFFIX, ".xlsx", ".csv")


class MainWindow(QMainWindow):
    """One window, and at most one workspace in it. `screens` are its pages, in order."""

    def __init__(self, preferences: Preferences | None = None, screens: Sequence[Screen] = SCREENS) -> None:
        super().__init__()
        self.preferences = preferences or Preferences()
        self.screens = {screen.key: screen for screen in screens}
        self.workspace: OpenWorkspace | None = None
        self.project_id: str | None = None
        self.steps = 0
        self._is_ready = True
        self._waiting: list[Callable[[], None]] = []
        self._wanted = ""
        self.services = ShellServices(self)
        self.jobs = Jobs(self, self.services.failed)
        self.files = FileActions(self)
        self.look = LookActions(self.preferences, self._look_changed)
        self.setWindowTitle("Coproduce")
        self.setAcceptDrops(True)
        self.setMinimumSize(360, 300)
        self._lay_out()
        self.actions_by_key = Actions(self)
        self._make_actions()
        self._show_workspace()

    def _lay_out(self) -> None:
        self.sidebar = Sidebar(self.go, self.choose_project)
        for screen in self.screens.values():
            self.sidebar.add_page(screen)
        self.sidebar.add_foot(HELP, _("Help"), "circle-help")
        self.sidebar.add_foot(SETTINGS, _("Settings"), "settings")
        self.stack = PageStack()
        self.message_bar = MessageBar(self.undo)
        main = column(self.stack, self.message_bar, gap=0)
        main.setStretch(0, 1)
        across = row(self.sidebar, main, gap=0)
        across.setStretch(1, 1)
        self.setCentralWidget(holding(across, "page"))
        self.status_line = StatusLine(self.jobs)
        self.setStatusBar(self.status_line)

    def _make_actions(self) -> None:
        pages = [
            page_action(self.actions_by_key, _(screen.title), number, partial(self.go, screen.key))
            for number, screen in enumerate(self.screens.values(), 1)
        ]
        acts = self._acts()
        for action in ACTIONS:
            self.actions_by_key.add(action, acts[action.key])
        self._menus = fill_menu_bar(self.menuBar(), self.actions_by_key, pages)
        self._menus["recent"].aboutToShow.connect(self._fill_recent)

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "file.new": self.files.new,
            "file.open": self.files.open,
            "file.sample": self.files.sample,
            "file.import": self.files.import_workbook,
            "file.export": self.files.export_workbook,
            "file.template": self.files.template,
            "file.backup": self.files.back_up,
            "file.close": self.close_workspace,
            "file.quit": self.close,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.find": self.find_on_page,
            "edit.commands": self.open_commands,
            "view.larger": self.look.larger,
            "view.smaller": self.look.smaller,
            "view.normal": self.look.normal,
            **{f"view.{name}": partial(self.look.use_appearance, name) for name in ("system", "light", "dark", "contrast")},
            "view.region": lambda: self.next_region(1),
            "view.region_back": lambda: self.next_region(-1),
            "view.settings": lambda: self.go(SETTINGS),
            "help.page": lambda: self.go(HELP),
            "help.shortcuts": lambda: self.go(HELP),
            "help.about": self.about,
        }

    # -- the workspace

    def take(self, opened: WorkspaceFile) -> None:
        """Make a file that has just been opened the one in the window; the one before is closed."""
        self.close_workspace(keep_page=True)
        workspace = self.workspace = OpenWorkspace(opened, self)
        workspace.changed.connect(self._changed)
        self.preferences.remember(workspace.path)
        self.preferences.reopen = workspace.path
        self._show_workspace()
        self._read_projects()
        self._read_figures(None)
        self.go(self._wanted or next(iter(self.screens), SETTINGS))
        self._wanted = ""
        self.stack.forget({PASSING})

    def close_workspace(self, *, keep_page: bool = False) -> None:
        """Close the file; without `keep_page` the welcome page follows."""
        if self.workspace is None:
            return
        self.jobs.cancel_all()
        self.workspace.close()
        self.workspace.deleteLater()
        self.workspace, self.project_id = None, None
        self.preferences.reopen = None
        self.message_bar.hide()
        self.stack.forget({*self.screens, SETTINGS})
        if not keep_page:
            self._show_workspace()
            self.show_welcome()

    def choose_project(self, project_id: str) -> None:
        """Work on another project."""
        if self.workspace is None or project_id == self.project_id:
            return
        self.preferences.choose_project(self.workspace.path, project_id)
        self._read_projects()
        self._read_figures(None)
        self.stack.all_changed()

    def undo(self) -> None:
        """Take the last step back."""
        workspace = self.workspace
        if workspace is not None:
            self.services.attempt(lambda: undo_step(workspace, self.services.say), say=False)

    def redo(self) -> None:
        """Do the last undone step again."""
        workspace = self.workspace
        if workspace is not None:
            self.services.attempt(lambda: redo_step(workspace, self.services.say), say=False)

    def backed_up(self) -> None:
        """A backup was made just now."""
        self.status_line.show_backup(datetime.now().astimezone())

    def _changed(self, changes: Changes) -> None:
        self.steps += 1
        self.status_line.show_saved(datetime.now().astimezone())
        self._name_undo()
        kinds = {kind for kind, _record in changes.touched}
        if "Project" in kinds:
            self._read_projects()
        self._read_figures(kinds)
        self.stack.changed(changes.touched)

    def _read_projects(self) -> None:
        from coproduce.storage.queries.organisation import projects

        workspace = self.workspace
        if workspace is None:
            return
        found = [(str(project.id), project.title) for project in projects(workspace.workspace)]
        wanted = self.preferences.project_in(workspace.path)
        known = [project_id for project_id, _title in found]
        self.project_id = wanted if wanted in known else next(iter(known), None)
        self.sidebar.project.show_projects(found, self.project_id)

    def _read_figures(self, kinds: set[str] | None) -> None:
        workspace = self.workspace
        for screen in self.screens.values():
            if workspace is not None and screen.figure is not None and (kinds is None or kinds & screen.figure_of):
                self.sidebar.button(screen.key).show_figure(screen.figure(workspace, self.project_id))

    # -- getting ready

    def wait_for_storage(self) -> None:
        """Storage is still being loaded: what needs it waits for `storage_is_ready`."""
        self._is_ready = False

    def storage_is_ready(self) -> None:
        """Storage is loaded: do what has waited."""
        self._is_ready = True
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def when_ready(self, act: Callable[[], None]) -> None:
        """Do something that needs storage: now, or as soon as it is loaded."""
        if self._is_ready:
            act()
        else:
            self._waiting.append(act)

    def expect_workspace(self, path: Path, projects: Sequence[tuple[str, str]], project_id: str | None) -> None:
        """A workspace is being opened: show its name, its projects and its pages already."""
        self.sidebar.show_pages(visible=True)
        self.sidebar.project.show_projects(projects, project_id)
        self.setWindowTitle(f"{path.stem} – Coproduce")

    def opening_failed(self) -> None:
        """A workspace could not be opened: where there is none, go to the welcome page."""
        if self.workspace is None:
            self.preferences.reopen = None
            self._show_workspace()
            self.show_welcome()

    # -- pages

    def go(self, key: str) -> None:
        """Show a page and press its button. While the workspace is still being opened, remember which page is wanted."""
        if key in self.screens and self.workspace is None:
            self._wanted = key
            return
        self.stack.go(key, lambda: self._build(key))
        self.sidebar.show_page(key)
        self.stack.focus_page()

    def show_passing(self, page: QWidget) -> None:
        """Show a page until the workspace being opened is there."""
        self.stack.go(PASSING, lambda: page)
        self.sidebar.show_page(next(iter(self.screens), ""))

    def find_on_page(self) -> None:
        """Put the focus in the search box of the page."""
        page = self.stack.currentWidget()
        search = getattr(page, "focus_search", None)
        if search is not None:
            search()

    def open_commands(self) -> None:
        """List every command, to be found by typing."""
        from ui.kit.command_palette import CommandPalette

        CommandPalette(self, [made for _action, made in self.actions_by_key.said()]).open()

    def about(self) -> None:
        """Say what the program is."""
        from ui.help_page import open_about

        open_about(self)

    def next_region(self, step: int) -> None:
        """Move the focus to the next part of the window: sidebar, page, message bar, foot."""
        regions: list[QWidget] = [self.sidebar, self.stack]
        if self.message_bar.isVisible():
            regions.append(self.message_bar)
        if self.status_line.strip.isVisible():
            regions.append(self.status_line)
        focused = QApplication.focusWidget()
        here = next((place for place, region in enumerate(regions) if focused is not None and region.isAncestorOf(focused)), -1)
        target = regions[(here + step) % len(regions)]
        if target is self.stack:
            self.stack.focus_page()
        elif target is self.sidebar:
            self.sidebar.first_focus().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, key: str) -> QWidget:
        if key == WELCOME:
            from ui.first_run import FirstRun

            return FirstRun(self.services.do, self.files.open_path)
        if key == SETTINGS:
            from ui.settings_page import SettingsPage

            return SettingsPage(self.look, self.workspace, self.services)
        if key == HELP:
            from ui.help_page import HelpPage

            return HelpPage(self.actions_by_key)
        page: QWidget = self.screens[key].build(self.workspace, self.services)
        return page

    def _show_workspace(self) -> None:
        is_open = self.workspace is not None
        self.sidebar.show_pages(visible=is_open)
        self.actions_by_key.allow(workspace_open=is_open)
        self._name_undo()
        if self.workspace is not None:
            self.setWindowTitle(f"{self.workspace.path.stem} – Coproduce")
            self.status_line.show_workspace(protected=self.workspace.is_protected)
        else:
            self.setWindowTitle("Coproduce")
            self.status_line.show_nothing()

    def show_welcome(self) -> None:
        """Show where to begin."""
        self.go(WELCOME)
        page: Any = self.stack.page(WELCOME)
        page.show_recent(self.preferences.recent)

    # -- small matters

    def _name_undo(self) -> None:
        name_undo_actions(self.actions_by_key["edit.undo"], self.actions_by_key["edit.redo"], self.workspace)

    def _fill_recent(self) -> None:
        fill_recent(self._menus["recent"], self.preferences.recent, self.files.open_path)

    def _look_changed(self) -> None:
        for name in ("system", "light", "dark", "contrast"):
            self.actions_by_key[f"view.{name}"].setChecked(self.preferences.appearance == name)
        self._reflow()

    def _reflow(self) -> None:
        self.sidebar.show_as_rail(rail=self.width() / theme.scale < RAIL_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def closeEvent(self, event: QCloseEvent) -> None:
        reopen = self.preferences.reopen
        self.preferences.geometry = self.saveGeometry()
        self.close_workspace(keep_page=True)
        self.preferences.reopen = reopen
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.dropped(path)


def _dropped_path(event: QDropEvent) -> Path | None:
    """The one local file carried, if it is of a kind the window takes."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _DROPPED else None
