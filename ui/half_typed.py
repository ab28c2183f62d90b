"""What stands in an open form when a workspace locks: kept in a protected file, offered after unlocking, saved only by whoever typed it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coproduce.i18n import _
from ui.kit.dialogs import Lines, MessageDialog
from ui.kit.form_dialog import FormDialog

if TYPE_CHECKING:
    from coproduce.storage.drafts import Draft
    from ui.main_window import MainWindow


def keep_what_is_typed(window: MainWindow) -> None:
    """Keep the words of every open form. Raises `WorkspaceError` where they cannot be kept: then nothing may be closed."""
    from coproduce.storage.drafts import Draft

    workspace = window.workspace
    if workspace is None:
        return
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible() and one.form.is_changed]
    typed = [Draft(one.windowTitle(), one.form.sort, one.form.typed, one.form.typed_in_words) for one in shown if one.form.typed]
    waiting = workspace.workspace.drafts
    if typed or waiting:
        workspace.workspace.keep_drafts(
            [*(one for one in waiting if (one.title, one.form) not in {(new.title, new.form) for new in typed}), *typed]
        )


def offer_what_was_typed(window: MainWindow) -> None:
    """Tell of what was half typed, once it is unlocked."""
    workspace = window.workspace
    found = [] if workspace is None else workspace.workspace.drafts
    if not found:
        return
    titles = _(", ").join(f"“{one.title}”" for one in found)
    words = _(
        "It locked while something was being typed in {forms}. It is kept, and no record holds it yet. "
        "Open the same form again, and it stands in it. Or copy it from here."
    )
    dialog = MessageDialog(window, "pencil", _("What you typed is kept"), words.format(forms=titles), width=560)
    lines = [line for one in found for line in (one.title, *(f"   {said}" for said in one.said))]
    dialog.add(Lines(_("What you typed"), lines))
    dialog.add_button(_("Throw it away"), partial(_throw_away, window))
    dialog.add_button(_("Copy it"), lambda: QGuiApplication.clipboard().setText("\n".join(lines)), stays=True)
    dialog.add_button(_("Close"), primary=True)
    dialog.open()


def put_back(window: MainWindow, shown: FormDialog) -> None:
    """A form was opened: where it is one that was open when it locked, what was typed stands in it again."""
    workspace = window.workspace
    if workspace is None or not workspace.workspace.has_drafts:
        return
    found = workspace.workspace.drafts
    same = next((one for one in found if (one.title, one.form) == (shown.windowTitle(), shown.form.sort)), None)
    if same is not None:
        shown.form.put_back(same.answers)
        shown.say(_("What you typed before it locked is back."))
        _keep_only(window, [one for one in found if one is not same])


def _throw_away(window: MainWindow) -> None:
    _keep_only(window, [])


def _keep_only(window: MainWindow, drafts: list[Draft]) -> None:
    workspace = window.workspace
    if workspace is not None:
        window.services.attempt(lambda: workspace.workspace.keep_drafts(drafts), say=False)
