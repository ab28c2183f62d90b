"""The reports page, drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.chips import Chip, Chips
from ui.kit.day_picker import DayPicker
from ui.kit.detail_parts import Item
from ui.kit.empty_state import EmptyState
from ui.kit.layout import card, clear, column, holding, row, rule
from ui.kit.page import Page, heading
from ui.kit.pages import Pages
from ui.kit.parts_drawn import ItemButton
from ui.kit.save_as import save_as
from ui.kit.screen import HasWorkspace, Shell
from ui.kit.words import label
from ui.preferences import Preferences
from ui.screens.reports.remembered import Remembered
from ui.screens.reports.viewmodel import ReportsModel
from ui.theme.sizes import least_height


class ReportsView(Page):
    """Choices at the leading side, the pages themselves beside them."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        super().__init__(_("Reports"))
        kept = Preferences()
        remembered = Remembered(kept.report_choices, lambda choices: setattr(kept, "report_choices", choices))
        model = self.viewmodel = ReportsModel(workspace.workspace, shell, remembered)
        leads = Item("issued", _("What was given out"), _("For whom, and whether its figures still hold"), partial(shell.go_to, "issued"))
        self.issued_button = ItemButton(leads._replace(icon="file-check-2"))
        tables = Item("tables", _("Save its tables"), _("Every table and the numbers of every chart, for a spreadsheet"), self._save_tables)
        self.tables_button = ItemButton(tables._replace(icon="file-spreadsheet"))
        self.save_word_button = self.add_button(button(_("Save as Word"), self._save_word, icon_name="file-text"))
        self.save_html_button = self.add_button(button(_("Save as HTML"), self._save_html, icon_name="file-down"))
        self.save_pdf_button = self.add_button(button(_("Save as PDF"), self.save_pdf, icon_name="file-down", primary=True))
        self.report = Chips(_("Report"), model.choose_report)
        self.audience = Chips(_("Made for"), model.choose_audience)
        self.about = Chips(_("About"), model.choose_about)
        self.about_words = label("", "muted", wrap=True)
        self.beside = button("", model.about.choose_projects, icon_name="list-checks")
        self.print = Chips(_("Print"), model.choose_print)
        self.sections = button("", model.choose_sections, icon_name="list-checks")
        self.day = DayPicker(_("Data up to"), model.look_at)
        self.pages = Pages()
        least_height(self.pages, 420)
        self._gaps = column(gap=8)
        self._waiting = label("", "muted", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(_("Make the pages"), model.refresh, icon_name="refresh-cw")
        across = row(self._choices(), column(self._waiting, self._again, self.pages, gap=8), gap=20)
        across.setStretch(0, 3)
        across.setStretch(1, 5)
        self.fold(across)
        inside = QWidget()
        inside.setLayout(across)
        self._import = button(_("Import a workbook"), partial(shell.do, "file.import"), icon_name="upload", primary=True)
        nothing = EmptyState(
            "file-text",
            _("Nothing to print yet"),
            _("A report is about one project. Add a project in Settings, or bring in a workbook."),
            self._import,
        )
        self._choice = QStackedWidget()
        self._choice.addWidget(inside)
        self._choice.addWidget(card(nothing))
        self._choice.setMinimumWidth(1)
        self.add(self._choice, 1)
        self._shown_gaps: object = ()
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self._choice.setCurrentIndex(0 if model.has_project else 1)
        for saving in (self.save_pdf_button, self.save_html_button, self.save_word_button):
            saving.setEnabled(model.has_project)
        self.tables_button.setEnabled(model.has_tables)
        self.report.show_chips([Chip(*found) for found in model.reports], model.report)
        self.audience.show_chips([Chip(*found) for found in model.audiences], model.audience.value)
        self._show_about()
        self.print.show_chips([Chip(*found) for found in model.prints], model.print.value)
        self.day.show_day(model.as_of)
        self.sections.setText(_("{words}…").format(words=model.sections_words))
        self.sections.setAccessibleName(_("What is in it: {words}").format(words=model.sections_words))
        self.pages.show_pdf(model.preview.pdf if model.preview else None)
        self._waiting.setText(_("Making the pages …") if model.is_making else "")
        self._waiting.setVisible(model.is_making and model.preview is None)
        self._again.setVisible(model.is_stopped)
        found = model.preview.gaps if model.preview else None
        if found != self._shown_gaps:
            self._shown_gaps = found
            self._show_gaps()

    def _show_about(self) -> None:
        about = self.viewmodel.about
        self.about.show_chips([Chip(*found) for found in about.choices], about.key.value)
        self.about_words.setText(about.words)
        self.about_words.setVisible(bool(about.words))
        self.beside.setText(_("{words}…").format(words=about.beside_words) if about.may_set_beside else about.beside_words)
        self.beside.setAccessibleName(_("Which projects: {words}").format(words=about.beside_words))
        self.beside.setEnabled(about.may_set_beside)
        self.beside.setVisible(about.of_several)

    def first_focus(self) -> QWidget:
        """Where the focus starts: which report."""
        return self.report.button(self.viewmodel.report) if self.viewmodel.has_project else self._import

    def _choices(self) -> QWidget:
        parts = [
            _group(_("Report"), "", self.report),
            _group(_("Made for"), _("Decides which names and words may be in it."), self.audience),
            _group(_("About"), "", self.about, self.about_words, self.beside),
            _group(_("Print"), "", self.print),
            _group(_("What is in it"), "", self.sections),
            self.day,
        ]
        chosen = card(*parts, gap=16)
        before = card(heading(_("Before you print")), self._gaps, gap=10)
        return holding(column(chosen, before, self.tables_button, self.issued_button, None, gap=16))

    def _show_gaps(self) -> None:
        clear(self._gaps)
        preview = self.viewmodel.preview
        for gap in preview.gaps if preview else ():
            act = partial(self.viewmodel.go_to_gap, gap)
            self._gaps.addWidget(ItemButton(Item(f"gap {gap.key}", gap.words, gap.meaning, act, icon="circle-alert")))
        if preview is not None and not preview.gaps:
            self._gaps.addWidget(label(_("Nothing is missing that we know of."), wrap=True))
        if preview is None:
            self._gaps.addWidget(label(_("We look for gaps while the pages are made."), "muted", wrap=True))
        self._gaps.addWidget(rule())
        self._gaps.addWidget(label(_("The honesty page says what could not be shown. It is part of every copy."), "muted", wrap=True))

    def save_pdf(self) -> None:
        """Ask where to save it, to be printed from there."""
        save_as(self.window(), _("Save as PDF"), self.viewmodel.file_name(".pdf"), _("PDF (*.pdf)"), self.viewmodel.save)

    def _save_word(self) -> None:
        save_as(self.window(), _("Save as Word"), self.viewmodel.file_name(".docx"), _("Word document (*.docx)"), self.viewmodel.save)

    def _save_tables(self) -> None:
        kinds = ";;".join((_("Excel workbook (*.xlsx)"), _("CSV files in one file (*.zip)")))
        save_as(self.window(), _("Save its tables"), self.viewmodel.file_name(".xlsx"), kinds, self.viewmodel.save)

    def _save_html(self) -> None:
        save_as(self.window(), _("Save as HTML"), self.viewmodel.file_name(".html"), _("Web page (*.html)"), self.viewmodel.save)


def _group(title: str, words: str, *chosen: QWidget) -> QWidget:
    made = QWidget()
    under = [label(words, "muted", wrap=True)] if words else []
    made.setLayout(column(label(title, "h3"), *under, *chosen, gap=6))
    return made
