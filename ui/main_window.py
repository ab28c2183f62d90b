"""The window: sidebar, pages, message bar, foot and menus, and the workspace that is open in it.

Parts are imported where they are needed, since the frame must be painted before any of them is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.frame import Frame
from ui.pages_beside import BESIDE, page_beside
from ui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from coproduce.storage.workspace_file import Changes, WorkspaceFile
    from ui.actions import Actions
    from ui.file_actions import FileActions
    from ui.help.opening import HelpRoad
    from ui.jobs import Jobs
    from ui.kit.message_bar import MessageBar
    from ui.kit.screen import Screen
    from ui.look_actions import LookActions
    from ui.open_workspace import OpenWorkspace
    from ui.page_stack import PageStack
    from ui.safekeeping import Safekeeping
    from ui.services import ShellServices
    from ui.sidebar import Sidebar
    from ui.status_line import StatusLine

RAIL_BELOW = 980
"""Narrower than this, in pixels at 100 % text size, the sidebar is a rail of icons."""

_EVERYTHING = frozenset({"everything"})
WELCOME, SETTINGS, HELP, PASSING = "welcome", "settings", "help", "passing"


class MainWindow(Frame):
    """One window, and at most one workspace in it. `screens` are its pages, in order; by default those of `ui.screens`.

    It is built in three steps, so that something is on screen early: the frame (the constructor), the sidebar and the pages
    (`fill`), commands and everything behind them (`finish`).
    """

    sidebar: Sidebar
    stack: PageStack
    message_bar: MessageBar
    status_line: StatusLine
    actions_by_key: Actions
    services: ShellServices
    files: FileActions
    help: HelpRoad
    jobs: Jobs
    look: LookActions
    safekeeping: Safekeeping

    def __init__(self, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.preferences = preferences or Preferences()
        self.screens: dict[str, Screen] = {}
        self.menus: dict[str, QMenu] = {}
        self.workspace: OpenWorkspace | None = None
        self.project_id: str | None = None
        self.steps = 0
        self._is_filled = self._is_finished = False
        self._is_ready = True
        self._waiting: list[Callable[[], None]] = []
        self._wanted = ""
        self._figures_wanted: set[str] = set()
        self.setWindowTitle("Coproduce")
        self.setMinimumSize(360, 300)

    def fill(self, screens: Sequence[Screen] | None = None) -> None:
        """Put the sidebar and room for pages in the frame."""
        from ui.window_parts import fill_frame

        if screens is None:
            from ui.screens import SCREENS

            screens = SCREENS
        self.screens = {screen.key: screen for screen in screens}
        fill_frame(self)
        self._is_filled = True
        self.reflow()

    def finish(self) -> None:
        """Make commands, menus, message bar and foot, and take dropped files."""
        from ui.window_parts import finish_frame

        finish_frame(self)
        self._is_finished = True
        self.setAcceptDrops(True)
        self._show_workspace()

    # -- the workspace

    def take(self, opened: WorkspaceFile) -> None:
        """Make a file that has just been opened the one in the window; the one before is closed."""
        from ui.forgotten import erase_again_on_opening
        from ui.last_place import last_page
        from ui.open_workspace import OpenWorkspace
        from ui.who_is_here import ask_who, settle_right

        self.close_workspace(keep_page=True)
        self.stack.forget({SETTINGS})
        workspace = self.workspace = OpenWorkspace(opened, self)
        workspace.changed.connect(self._changed)
        self.safekeeping.watch(workspace)
        self.preferences.remember(workspace.path)
        self.preferences.reopen = workspace.path
        self._show_workspace()
        erase_again_on_opening(self)
        settle_right(self)
        self._read_projects()
        self._read_figures(None)
        self.go(self._wanted or last_page(self) or next(iter(self.screens), SETTINGS))
        self._wanted = ""
        self.stack.forget({PASSING})
        ask_who(self)

    def close_workspace(self, *, keep_page: bool = False) -> None:
        """Close the file; without `keep_page` the welcome page follows."""
        if self.workspace is None:
            return
        from ui.last_place import keep_place

        self.jobs.cancel_all()
        self._leave_the_box()
        keep_place(self)
        self.workspace.close()
        self.workspace.deleteLater()
        self.workspace, self.project_id = None, None
        self.preferences.reopen = None
        self.message_bar.hide()
        self.stack.forget({*self.screens, SETTINGS, *BESIDE})
        if not keep_page:
            self._show_workspace()
            self.show_welcome()

    def choose_project(self, project_id: str) -> None:
        """Work on another project."""
        if self.workspace is None or project_id == self.project_id:
            return
        self.preferences.choose_project(self.workspace.path, project_id)
        self.project_id = project_id
        self._read_projects()
        self._read_figures(None)
        self.stack.all_changed()

    def new_project(self) -> None:
        """Ask about a new project, and work on it."""
        if self.workspace is not None:
            from ui.screens.settings.projects import ask_for_project

            ask_for_project(self.workspace.workspace, self.services)

    def undo(self) -> None:
        """Take the last step back."""
        from ui.undo_actions import undo_step

        workspace = self.workspace
        if workspace is not None:
            undo_step(workspace, self.services)

    def redo(self) -> None:
        """Do the last undone step again."""
        from ui.undo_actions import redo_step

        workspace = self.workspace
        if workspace is not None:
            redo_step(workspace, self.services)

    def _changed(self, changes: Changes) -> None:
        from ui.who_is_here import name_changed

        kinds = {kind for kind, _record in changes.touched}
        if kinds != {"History"}:  # what is only told in the history is no step
            self.steps += 1
            self.message_bar.take_back_the_offer()
        self.status_line.show_saved()
        self._name_undo()
        before = self.project_id
        if "TeamMember" in kinds:
            name_changed(self)
        if "Project" in kinds:
            self._read_projects()
        if self.project_id == before:
            self.stack.changed(changes.touched)
        else:
            self.stack.all_changed()
        self._read_figures_soon(kinds if self.project_id == before else set(_EVERYTHING))

    def _leave_the_box(self) -> None:
        """What is typed in a box is kept once the box is left; closing the workspace leaves it."""
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()

    def _read_projects(self) -> None:
        from ui.project_here import projects_and_ours

        if self.workspace is not None:
            found, self.project_id = projects_and_ours(self.workspace, self.project_id, self.preferences)
            self.sidebar.project.show_projects(found, self.project_id)

    def _read_figures_soon(self, kinds: set[str]) -> None:
        """The figures in the sidebar follow once the page in sight is painted."""
        from PySide6.QtCore import QTimer

        if not self._figures_wanted:
            QTimer.singleShot(0, self._read_wanted_figures)
        self._figures_wanted |= kinds

    def _read_wanted_figures(self) -> None:
        wanted, self._figures_wanted = self._figures_wanted, set()
        self._read_figures(None if wanted & _EVERYTHING else wanted)

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
        if not self._is_finished or (key in {*self.screens, *BESIDE} and self.workspace is None):
            self._wanted = key
            return
        came_from = self.stack.key, self.focusWidget()
        self.stack.go(key, lambda: self._build(key))
        self.sidebar.show_page(key)
        self.actions_by_key["edit.find"].setEnabled(hasattr(self.stack.currentWidget(), "focus_search"))
        if key == HELP:
            self.help.arrived(*came_from)
        self.stack.focus_page()

    def show_passing(self, page: QWidget) -> None:
        """Show a page until the workspace being opened is there."""
        self.stack.go(PASSING, lambda: page)
        self.sidebar.show_page(next(iter(self.screens), ""))

    def show_welcome(self) -> None:
        """Show where to begin."""
        self.go(WELCOME)
        page: Any = self.stack.page(WELCOME)
        page.show_recent(self.preferences.recent)

    def find_on_page(self) -> None:
        """Put the focus in the search box of the page."""
        search = getattr(self.stack.currentWidget(), "focus_search", None)
        if search is not None:
            search()

    def open_commands(self) -> None:
        """List every command and find any record by typing."""
        from functools import partial

        from ui.finding import records_found
        from ui.kit.command_palette import CommandPalette

        CommandPalette(self, [made for _action, made in self.actions_by_key.said()], partial(records_found, self)).open()

    def next_region(self, step: int) -> None:
        """Move the focus to the next part of the window."""
        from ui.regions import move_focus

        move_focus(self, step)

    def _build(self, key: str) -> QWidget:
        from ui.last_place import return_to_place

        if key == WELCOME:
            from ui.first_run import FirstRun

            return FirstRun(self.services.do, self.files.open_path, self.preferences.forget)
        if key == SETTINGS:
            from ui.settings_page import SettingsPage

            return SettingsPage(self.look, self.workspace, self.services)
        if key == HELP:
            from ui.help.page import HelpPage

            return HelpPage(self.help.go_back)
        if key in BESIDE:
            return page_beside(key, self.workspace, self.services)
        page: QWidget = self.screens[key].build(self.workspace, self.services)
        return_to_place(self, key, page)
        return page

    def everything_changed(self) -> None:
        """Every page may be different: another day has begun, or somebody else sits here."""
        if self.workspace is not None:
            self.status_line.write()
            self._read_figures(None)
            self.stack.all_changed()

    # -- small matters

    def look_changed(self) -> None:
        """The look is another: tick it in the menu and count the width again."""
        for name in ("system", "light", "dark", "contrast"):
            self.actions_by_key[f"view.{name}"].setChecked(self.preferences.appearance == name)
        self.reflow()

    def reflow(self) -> None:
        """Make the sidebar a rail where the window is narrow for its text size."""
        from ui.theme import theme

        self.sidebar.show_as_rail(rail=self.width() / theme.scale < RAIL_BELOW)

    def fill_recent(self) -> None:
        """List the recent workspaces in the menu."""
        from ui.menus import fill_recent

        fill_recent(self.menus["recent"], self.preferences.recent, self.files.open_path)

    def _show_workspace(self) -> None:
        workspace = self.workspace
        self.sidebar.show_pages(visible=workspace is not None or bool(self._waiting))
        self.actions_by_key.allow(workspace_open=workspace is not None)
        self._name_undo()
        if workspace is not None:
            self.setWindowTitle(f"{workspace.path.stem} – Coproduce")
            backed_up = self.preferences.backed_up(workspace.path)
            self.status_line.show_workspace(protected=workspace.is_protected, read_only=workspace.is_read_only, backed_up=backed_up)
        elif not self._waiting:
            self.setWindowTitle("Coproduce")
            self.status_line.show_nothing()

    def _name_undo(self) -> None:
        from ui.undo_actions import name_undo_actions

        name_undo_actions(self.actions_by_key["edit.undo"], self.actions_by_key["edit.redo"], self.workspace)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_filled:
            self.reflow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.geometry = self.saveGeometry()
        if self._is_finished:
            self.jobs.cancel_all()
            reopen = self.preferences.reopen
            self.close_workspace(keep_page=True)
            self.preferences.reopen = reopen
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from ui.dropping import dropped_path

        if dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from ui.dropping import dropped_path

        path = dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.dropped(path)
