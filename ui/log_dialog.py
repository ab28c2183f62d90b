"""Showing the log, so that anybody can see what it holds before they send it to somebody."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from coproduce.i18n import _
from ui.kit.dialogs import MessageDialog
from ui.log_file import log_path, read_log
from ui.theme.sizes import least_height, least_width


def show_log(window: QWidget) -> MessageDialog:
    """Open the log in a dialog: read, copy, or go to its folder."""
    written = read_log()
    dialog = MessageDialog(
        window,
        "scroll-text",
        _("The log"),
        _("It says when the program started, and where in it something went wrong. It holds no names and nothing that anybody typed."),
        width=680,
    )
    shown = QPlainTextEdit(written or _("Nothing has been written yet."))
    shown.setReadOnly(True)
    shown.setAccessibleName(_("The log"))
    shown.setTabChangesFocus(True)
    shown.moveCursor(QTextCursor.MoveOperation.End)
    least_height(shown, 90)
    least_width(shown, 320)
    dialog.add(shown)
    dialog.add_button(_("Copy"), lambda: QGuiApplication.clipboard().setText(written), stays=True)
    dialog.add_button(_("Show in folder"), _show_folder, stays=True)
    dialog.add_button(_("Close"), primary=True)
    dialog.open()
    return dialog


def _show_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path().parent)))
