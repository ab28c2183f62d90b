"""What the frame of the window is filled with, in the two steps that follow its first painting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.layout import column, holding, row
from ui.page_stack import PageStack
from ui.pages_beside import BESIDE
from ui.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow


def fill_frame(window: MainWindow) -> None:
    """The sidebar, room for pages, and the names of the menus."""
    from ui.menus import name_menus

    window.menus = name_menus(window.menuBar())
    sidebar = window.sidebar = Sidebar(window.go, window.choose_project, window.new_project)
    for screen in window.screens.values():
        sidebar.add_page(screen)
    sidebar.add_foot("help", _("Help"), "circle-help")
    sidebar.add_foot("settings", _("Settings"), "settings")
    sidebar.show_pages(visible=False)
    window.stack = PageStack()
    across = row(sidebar, _main(window), gap=0)
    across.setStretch(1, 1)
    window.setCentralWidget(holding(across, "page"))


def finish_frame(window: MainWindow) -> None:
    """Message bar and foot, and every command with its menu."""
    from ui.actions import ACTIONS, Actions
    from ui.file_actions import FileActions
    from ui.help.opening import HelpRoad
    from ui.jobs import Jobs
    from ui.kit.message_bar import MessageBar
    from ui.kit.shared_commands import share
    from ui.look_actions import LookActions
    from ui.menus import fill_menus, page_action
    from ui.safekeeping import Safekeeping
    from ui.services import ShellServices
    from ui.status_line import StatusLine
    from ui.who_is_here import name_changed

    window.services = ShellServices(window)
    window.jobs = Jobs(window, window.services.failed)
    window.files = FileActions(window)
    window.safekeeping = Safekeeping(window)
    window.help = HelpRoad(window)
    window.look = LookActions(window.preferences, window.look_changed, partial(name_changed, window))
    window.message_bar = MessageBar(window.undo)
    main = window.stack.parentWidget()
    layout = main.layout() if main is not None else None
    if layout is not None:
        layout.addWidget(window.message_bar)
    window.status_line = StatusLine(window.jobs)
    window.setStatusBar(window.status_line)
    actions = window.actions_by_key = Actions(window)
    pages = [
        page_action(actions, _(screen.title), number, partial(window.go, key))
        for number, (key, screen) in enumerate(window.screens.items(), 1)
    ]
    acts = _acts(window)
    for action in ACTIONS:
        actions.add(action, acts[action.key])
    share(actions["help.page"], window)
    fill_menus(window.menus, actions, pages)
    window.menus["recent"].aboutToShow.connect(window.fill_recent)


def _main(window: MainWindow) -> QWidget:
    layout = column(window.stack, gap=0)
    layout.setStretch(0, 1)
    return holding(layout)


def _acts(window: MainWindow) -> dict[str, Callable[[], object]]:
    from ui.help.about import open_about
    from ui.list_actions import choose_columns, copy_for_workbook
    from ui.log_dialog import show_log

    look = window.look
    return {
        **_file_acts(window),
        **{f"day.{key}": partial(window.services.open_day, key) for key in ("sign_in", "run", "screen", "voice", "prints")},
        "edit.undo": window.undo,
        "edit.redo": window.redo,
        "edit.history": partial(window.go, "history"),
        "edit.copy_workbook": partial(copy_for_workbook, window),
        "edit.bin": partial(window.go, "bin"),
        **{f"view.{key}": partial(window.go, key) for key in (*BESIDE, "settings")},
        "view.loop": lambda: window.services.go_to("decisions", only="loop:all"),
        "edit.paste_rows": window.files.paste_rows,
        "edit.find": window.find_on_page,
        "edit.commands": window.open_commands,
        "view.columns": partial(choose_columns, window),
        "view.larger": look.larger,
        "view.smaller": look.smaller,
        "view.normal": look.normal,
        **{f"view.{name}": partial(look.use_appearance, name) for name in ("system", "light", "dark", "contrast")},
        "view.region": partial(window.next_region, 1),
        "view.region_back": partial(window.next_region, -1),
        "help.page": window.help.open,
        "help.shortcuts": partial(window.help.open, "shortcuts"),
        "help.log": partial(show_log, window),
        "help.about": partial(open_about, window),
    }


def _open_protection(window: MainWindow) -> None:
    from ui.protection import open_protection  # with forms, which nothing needs before

    open_protection(window)


def _file_acts(window: MainWindow) -> dict[str, Callable[[], object]]:
    from ui.code_check import ask_for_code
    from ui.kept_moments import keep_moment
    from ui.locking import Locking, begin_again
    from ui.report_check import ask_for_report
    from ui.what_is_held import clear_what_is_past_its_day, show_what_is_held

    files = window.files
    return {
        "file.new": files.new,
        "file.project": window.new_project,
        "file.open": files.open,
        "file.sample": files.sample,
        "file.import": files.import_workbook,
        "file.export": files.export_workbook,
        "file.template": files.template,
        "file.calendar": files.calendar,
        "file.calendar_parts": partial(files.calendar, by_part=True),
        "file.print": files.print_report,
        "file.check": partial(ask_for_report, window),
        "file.check_code": partial(ask_for_code, window),
        "file.keep": partial(keep_moment, window),
        "file.copy": files.save_copy,
        "file.backup": files.back_up,
        "file.backups": partial(window.go, "backups"),
        "file.holding": partial(show_what_is_held, window),
        "file.clear": partial(clear_what_is_past_its_day, window),
        "file.protection": partial(_open_protection, window),
        "file.lock": Locking(window, begin_again).lock_now,
        "file.window": files.new_window,
        "file.close": window.close_workspace,
        "file.quit": window.close,
    }
