"""When something goes wrong: what happened, what is safe, what next.

`show_problem` is for what the file or the disk refused. `CrashDialog` is for a fault in the program: the change under way
was rolled back, and the report that can be copied holds places in the program, never what anybody typed.
"""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from coproduce import __version__
from coproduce.i18n import _
from ui.kit.dialogs import MessageDialog
from ui.log_file import note
from ui.theme.sizes import least_height, least_width


def show_problem(parent: QWidget, title: str, words: str) -> MessageDialog:
    """Say what could not be done and why, in the error's own sentences."""
    note("Told: something could not be done with the file")
    dialog = MessageDialog(parent, "triangle-alert", title, words, tone="warn")
    dialog.add_button(_("Close"), primary=True)
    dialog.open()
    return dialog


def versions() -> str:
    """What the program runs on."""
    return f"Coproduce {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.release()}"


def report_of(error: BaseException) -> str:
    """A report of a fault without personal data: kinds of error, places in the program, versions.

    The message of an error is left out, because it may quote what somebody typed.
    """
    lines = [versions(), ""]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(type(chain).__qualname__)
        lines.extend(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(chain.__traceback__))
        chain = chain.__cause__ or chain.__context__
        if chain is not None:
            lines.append("caused by")
    return "\n".join(lines)


class CrashDialog(MessageDialog):
    """Says that the program made a mistake, that nothing is lost, and offers a report to copy."""

    def __init__(self, parent: QWidget, error: BaseException) -> None:
        super().__init__(
            parent,
            "shield-alert",
            _("Something went wrong in Coproduce"),
            _(
                "What you were just doing was not done. Everything saved before it is safe, and you can go on working.\n\n"
                "The report below says where in the program it happened. It holds no names and nothing that anybody typed."
            ),
            tone="warn",
        )
        self.report = report_of(error)
        note(f"Fault. {self.report}")
        shown = QPlainTextEdit(self.report)
        shown.setReadOnly(True)
        shown.setAccessibleName(_("Report"))
        shown.setTabChangesFocus(True)
        least_height(shown, 70)
        least_width(shown, 320)
        self.add(shown)
        self.add_button(_("Copy the report"), self.copy, stays=True)
        self.add_button(_("Go on"), primary=True)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


def catch_faults(window: QWidget) -> None:
    """From now on a fault opens the dialog instead of ending the program; it is also written to the error output."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sys.stderr.write(report_of(error) + "\n")
        if QApplication.instance() is not None and not window.findChildren(CrashDialog):
            CrashDialog(window, error).open()
        else:
            note(f"Fault. {report_of(error)}")

    sys.excepthook = caught
