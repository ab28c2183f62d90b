"""Opening the windows of a workshop's day, for the workshop in sight or the one whose day it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coproduce.domain.ids import WorkshopId
from coproduce.i18n import _
from coproduce.storage.queries import workshops
from ui.kit.cells import Tone
from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow
    from ui.open_workspace import OpenWorkspace

Opener = Callable[["MainWindow", "QWidget", "OpenWorkspace", WorkshopId], None]


def _sign_in(window: MainWindow, parent: QWidget, workspace: OpenWorkspace, workshop_id: WorkshopId) -> None:
    from ui.day.sign_in import SignInWindow
    from ui.day.sign_in_model import SignInModel

    SignInWindow(parent, workspace, SignInModel(workspace.workspace, window.services, workshop_id)).open()


def _run(window: MainWindow, _parent: QWidget, _workspace: OpenWorkspace, workshop_id: WorkshopId) -> None:
    """The plan page, with the strip that runs the day."""
    window.services.go_to("plan", workshop_id, only="run")


def _screen(window: MainWindow, _parent: QWidget, workspace: OpenWorkspace, workshop_id: WorkshopId) -> None:
    from ui.day.screen import open_screen
    from ui.day.screen_model import ScreenModel

    open_screen(workspace, ScreenModel(workspace.workspace, window.services, workshop_id), window.windowIcon())


def _voice(window: MainWindow, parent: QWidget, workspace: OpenWorkspace, workshop_id: WorkshopId) -> None:
    from ui.day.voice import VoiceWindow
    from ui.day.voice_model import VoiceModel

    VoiceWindow(parent, workspace, VoiceModel(workspace.workspace, window.services, workshop_id)).open()


def _prints(window: MainWindow, parent: QWidget, workspace: OpenWorkspace, workshop_id: WorkshopId) -> None:
    from ui.day.prints import PrintsWindow
    from ui.day.prints_model import PrintsModel

    PrintsWindow(parent, workspace, PrintsModel(workspace.workspace, window.services, workshop_id, window.preferences)).open()


OPENERS: dict[str, Opener] = {"sign_in": _sign_in, "run": _run, "screen": _screen, "voice": _voice, "prints": _prints}
"""The windows, by the word that names each."""


def open_day(window: MainWindow, key: str, workshop_id: str | None = None, *, parent: QWidget | None = None) -> None:
    """Open one of them, for a workshop or for the one in sight. Without any, go to the workshops and say so."""
    workspace = window.workspace
    if workspace is None:
        return
    wanted = workshop_id or workshop_in_sight(window)
    if wanted is None:
        window.go("workshops")
        window.services.say(_("Choose a workshop first."), tone=Tone.INFO)
    else:
        OPENERS[key](window, parent or window, workspace, WorkshopId(wanted))


def workshop_in_sight(window: MainWindow) -> str | None:
    """The workshop on the page in sight; else the one whose day is nearest."""
    model = getattr(window.stack.page(window.stack.key), "viewmodel", None) if window.stack.key in ("workshops", "plan") else None
    if model is not None and window.stack.key == "plan" and model.workshop_id is not None:
        return str(model.workshop_id)
    if model is not None and model.detail is not None:
        return str(model.detail.workshop.id)
    if window.workspace is None:
        return None
    today = local_today()
    found = workshops.titles(window.workspace.workspace, window.project_id)
    nearest = min(found, key=lambda each: abs((each[2] - today).days), default=None)
    return nearest[0] if nearest is not None else None
