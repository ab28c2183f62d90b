"""Checking a report somebody holds: choose the PDF or a photograph of its page, and read what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QScrollArea

from coproduce.i18n import _
from ui.kit.dialogs import MessageDialog
from ui.kit.layout import column, flowing
from ui.kit.part_list import PartList
from ui.theme.sizes import least_height

if TYPE_CHECKING:
    from coproduce.exports.checked import Checked
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow


def ask_for_report(window: MainWindow) -> QFileDialog:
    """Ask which file, then check it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = _("Reports and photographs (*.pdf *.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)")
    dialog = QFileDialog(window, _("Check a report"), folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: check(window, Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def check(window: MainWindow, path: Path) -> None:
    """Check it on a worker, and show what was found."""
    workspace = window.workspace
    if workspace is None:
        return
    file = workspace.workspace

    def work(_progress: Progress) -> Checked:
        from coproduce.exports.checked import check_report
        from coproduce.storage.queries.issued import facts_of, issued_with

        return check_report(path, partial(issued_with, file), partial(facts_of, file))

    def show(checked: Checked) -> None:
        show_checked(window, path.name, checked)

    window.services.run_job(_("Checking {name}").format(name=path.name), work, show)


def show_checked(window: MainWindow, name: str, checked: Checked) -> MessageDialog:
    """The answer first, then what it rests on, then the figures that differ."""
    from ui.forms.checked_report import altered_parts, moved_parts

    icon, tone = ("circle-check", "ok") if checked.agrees else ("circle-alert", "warn")
    dialog = MessageDialog(window, icon, checked.headline, "\n".join((name, *checked.lines)), tone=tone, width=620)
    figures = [*altered_parts(checked.altered), *moved_parts(checked.moved or ())]
    if figures:
        parts = PartList()
        parts.show_parts(figures)
        dialog.add(in_a_frame(parts, _("Figures that differ")))
    dialog.add_button(_("What was given out"), partial(window.go, "issued"))
    dialog.add_button(_("Close"), primary=True)
    dialog.open()
    return dialog


def in_a_frame(parts: PartList, name: str) -> QScrollArea:
    """As tall as a few lines; the rest by scrolling, with the keyboard too."""
    frame = QScrollArea()
    frame.setProperty("look", "clear")
    frame.setWidgetResizable(True)
    frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.setAccessibleName(name)
    frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    frame.setWidget(flowing(column(parts, None)))
    least_height(frame, 220)
    return frame
