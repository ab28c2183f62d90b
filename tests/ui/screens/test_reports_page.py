"""The reports page: what is previewed is what is saved, and a save that fails leaves the old file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from coproduce.exports.privacy import Audience
from coproduce.operations import projects
from coproduce.storage.queries.given import what_left
from coproduce.storage.queries.issued import issued_reports
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.codes_seen import agrees_on_every_page
from ui.kit.dialogs import MessageDialog
from ui.screens.reports import made as made_report


@pytest.fixture
def page(go, qtbot):
    """The page once its preview is made."""
    shown = go("reports")
    made(shown, qtbot)
    return shown


def made(page, qtbot):
    qtbot.waitUntil(lambda: page.viewmodel.preview is not None and not page.viewmodel.is_making, timeout=60_000)


def idle(window, qtbot):
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)


def test_the_preview_is_the_pdf_page_for_page(page):
    pdf = pypdfium2.PdfDocument(page.viewmodel.preview.pdf)
    assert len(page.pages.pages) == len(pdf) == page.viewmodel.preview.pages
    words = pdf[0].get_textpage().get_text_range()
    assert "Booking line redesign" in words
    pdf.close()
    picture = page.pages.picture(0, 400)
    assert isinstance(picture, QImage)
    assert len({picture.pixel(200, y) for y in range(0, picture.height(), 5)}) > 1


def test_what_is_saved_is_what_was_previewed(page, window, qtbot, tmp_path):
    target = tmp_path / page.viewmodel.file_name(".pdf")
    page.viewmodel.save(target)
    idle(window, qtbot)
    assert target.read_bytes() == page.viewmodel.preview.pdf
    assert agrees_on_every_page(window.workspace.workspace, target)
    assert window.message_bar.words.startswith(f"Saved {target.name}")


def test_the_pages_in_sight_are_saved_without_being_made_again(page, window, qtbot, tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(made_report, "build", lambda *given: calls.append(given))
    target = tmp_path / "report.pdf"
    page.viewmodel.save(target)
    idle(window, qtbot)
    assert not calls
    assert target.read_bytes() == page.viewmodel.preview.pdf
    [issued] = issued_reports(window.workspace.workspace)
    [given] = [left.given for left in what_left(window.workspace.workspace)]
    assert (issued.form, given.form, given.report_id) == (".pdf", ".pdf", issued.id)
    assert issued.fingerprint in words_of(target)


def test_what_was_changed_since_the_pages_were_made_is_in_the_saved_file(page, window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(page.viewmodel, "refresh", lambda: None)  # the pages in sight stay those from before
    file = window.workspace.workspace
    projects.edit_project(file, page.viewmodel.shell.project_id, title="Booking line, by telephone")
    page.viewmodel.save(tmp_path / "report.pdf")
    idle(window, qtbot)
    assert "Booking line, by telephone" in words_of(tmp_path / "report.pdf")


def test_another_choice_is_in_the_saved_file_though_its_pages_are_not_in_sight_yet(page, window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(page.viewmodel, "refresh", lambda: None)
    page.viewmodel.choose_audience("public")
    page.viewmodel.save(tmp_path / "report.pdf")
    idle(window, qtbot)
    assert "The public" in words_of(tmp_path / "report.pdf")
    [issued] = issued_reports(file := window.workspace.workspace)
    assert (issued.audience, what_left(file)[0].given.for_whom.value) == ("public", "public")


def words_of(path):
    pdf = pypdfium2.PdfDocument(path)
    words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    pdf.close()
    return words


def test_a_web_page_is_saved_from_the_same_choices(page, window, qtbot, tmp_path):
    target = tmp_path / "report.html"
    page.viewmodel.save(target)
    idle(window, qtbot)
    assert "Booking line redesign" in target.read_text(encoding="utf-8")


def test_another_choice_makes_the_pages_anew(page, qtbot):
    ordinary = page.viewmodel.preview
    page.viewmodel.choose_print("large")
    qtbot.waitUntil(lambda: page.viewmodel.preview is not ordinary, timeout=60_000)
    assert page.viewmodel.preview.pages >= ordinary.pages
    large = page.viewmodel.preview
    page.viewmodel.choose_audience("public")
    qtbot.waitUntil(lambda: page.viewmodel.preview is not large, timeout=60_000)
    assert page.viewmodel.audience is Audience.PUBLIC


def test_only_the_newest_of_quick_choices_is_shown(page, window, qtbot):
    for key in ("participation", "outcome", "participation"):
        page.viewmodel.choose_report(key)
    idle(window, qtbot)
    made(page, qtbot)
    pdf = pypdfium2.PdfDocument(page.viewmodel.preview.pdf)
    assert "Equal participation statement" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_a_save_that_fails_says_why_and_leaves_the_old_file(page, window, qtbot, tmp_path):
    taken = tmp_path / "report.pdf"
    taken.mkdir()
    page.viewmodel.save(taken)
    idle(window, qtbot)
    [dialog] = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    assert "old file" in dialog.words.text()
    assert list(tmp_path.glob("*.part")) == []
    dialog.reject()


def test_a_save_that_is_cancelled_leaves_the_old_file(page, window, qtbot, tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the old one")
    page.viewmodel.preview = None  # nobody has seen the pages yet, so they are made first
    page.viewmodel.save(target)
    window.jobs.current.cancel()
    idle(window, qtbot)
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target] or sorted(tmp_path.glob("*.part")) == []
    assert "Stopped" in window.message_bar.words


def test_before_you_print_lists_the_gaps_and_goes_there(page, window):
    keys = {gap.key: gap for gap in page.viewmodel.preview.gaps}
    assert {"project", "hidden", "unanswered", "untold", "to_close"} <= set(keys)
    page.viewmodel.go_to_gap(keys["unanswered"])
    assert window.stack.key == "decisions"
    assert window.stack.page("decisions").viewmodel.said.filter == "unanswered"


def test_the_name_of_the_file_holds_nothing_a_file_name_may_not(page):
    page.viewmodel.project_title = 'Who / what: "us"?'
    name = page.viewmodel.file_name(".pdf")
    assert Path(name).name == name
    assert name.startswith("Who  what us – Outcome summary")


def test_a_project_that_is_removed_while_its_report_is_made_is_said_in_a_sentence(page, window, qtbot, monkeypatch):
    model = page.viewmodel
    monkeypatch.setattr(type(window.services), "project_id", property(lambda _shell: "P-GONE"))
    model.refresh()
    idle(window, qtbot)
    assert model.preview is None
    assert "There is no project “P-GONE”" in window.message_bar.words
    assert window.findChildren(QDialog) == []


def test_ctrl_p_leads_to_the_report_and_there_saves_it_to_be_printed(go, window, qtbot):
    go("people")
    window.actions_by_key["file.print"].trigger()
    assert window.stack.key == "reports"
    made(window.stack.page("reports"), qtbot)
    window.actions_by_key["file.print"].trigger()
    [asking] = window.findChildren(QFileDialog)
    assert asking.windowTitle() == "Save as PDF"
    asking.reject()
    assert [key.toString() for key in window.actions_by_key["file.print"].shortcuts()] == ["Ctrl+P"]


def test_pages_that_were_stopped_say_so_and_can_be_made_again(page, window, qtbot):
    page.viewmodel.refresh()
    window.jobs.current.cancel()
    qtbot.waitUntil(lambda: page.viewmodel.is_stopped, timeout=20_000)
    assert page.help_line.text() == "The pages were stopped before they were made."
    again = next(made for made in page.findChildren(QPushButton) if made.text() == "Make the pages")
    assert again.isVisible()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.viewmodel.preview is not None, timeout=20_000)
    assert not again.isVisible()


def test_sections_are_left_out_by_choice_and_the_copy_says_so(page, qtbot, press, form):
    before = page.viewmodel.preview
    press(page.sections)
    asked = form().form.editor("sections")
    assert "honesty" not in asked.value()
    assert "method" not in asked.value()
    asked.put(asked.value() - {"decided"})
    press(form().ok)
    qtbot.waitUntil(lambda: page.viewmodel.preview is not before and not page.viewmodel.is_making, timeout=60_000)
    assert page.sections.text() == "1 section is left out…"
    pdf = pypdfium2.PdfDocument(page.viewmodel.preview.pdf)
    words = "".join(each.get_textpage().get_text_range() for each in pdf)
    pdf.close()
    assert "Left out of this copy" in words
    assert "Which menu?" not in words
    assert "What we could not do, or cannot show" in words


def test_the_outcome_summary_is_had_in_easy_read(page, qtbot):
    page.viewmodel.choose_report("outcome")
    qtbot.mouseClick(page.print.button("easy"), Qt.MouseButton.LeftButton)
    made(page, qtbot)
    pdf = pypdfium2.PdfDocument(page.viewmodel.preview.pdf)
    words = "".join(each.get_textpage().get_text_range() for each in pdf)
    pdf.close()
    assert "Outcome summary, in Easy Read" in words
    assert "The pictures are from OpenMoji." in words
    page.viewmodel.choose_report("participation")
    assert page.viewmodel.print.value == "ordinary", "there is no Easy Read of the statement"
    assert [key for key, _words in page.viewmodel.prints] == ["ordinary", "large"]
    made(page, qtbot)


@pytest.mark.parametrize("ending", [".xlsx", ".zip"])
def test_its_tables_are_saved_for_a_spreadsheet_and_listed_as_issued(page, window, qtbot, tmp_path, ending):
    target = tmp_path / f"tables{ending}"
    page.tables_button.setFocus()
    qtbot.keyClick(page.tables_button, Qt.Key.Key_Space)
    [dialog] = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.nameFilters() == ["Excel workbook (*.xlsx)", "CSV files in one file (*.zip)"]
    dialog.fileSelected.emit(str(target))
    dialog.close()
    idle(window, qtbot)
    assert zipfile.ZipFile(target).testzip() is None
    assert window.message_bar.words.startswith(f"Saved {target.name}")
    [issued] = issued_reports(window.workspace.workspace)
    assert issued.form == ending


def test_easy_read_has_no_tables_to_save(page, qtbot):
    page.viewmodel.choose_report("outcome")
    assert page.tables_button.isEnabled()
    page.viewmodel.choose_print("easy")
    made(page, qtbot)
    assert not page.tables_button.isEnabled()


def test_what_was_chosen_for_a_report_comes_back_with_it(page, window, qtbot):
    page.viewmodel.choose_audience("public")
    page.viewmodel.choose_report("participation")
    page.viewmodel.choose_print("large")
    assert page.viewmodel.audience is Audience.FUNDER
    made(page, qtbot)
    idle(window, qtbot)
    path = window.workspace.path
    window.close_workspace()
    window.take(WorkspaceFile.open(path))
    window.go("reports")
    again = window.stack.page("reports")
    assert (again.viewmodel.report, again.viewmodel.print.value) == ("participation", "large")
    again.viewmodel.choose_report("outcome")
    assert again.viewmodel.audience is Audience.PUBLIC
    made(again, qtbot)
    idle(window, qtbot)


def test_it_warns_before_a_copy_that_beside_the_last_would_give_somebody_away(page, story, window, qtbot, tmp_path):
    projects.add_equality_count(story.file, story.project, question="Ethnicity", answer="Welsh", count=40)
    roma = projects.add_equality_count(story.file, story.project, question="Ethnicity", answer="Roma", count=20)
    page.viewmodel.choose_report("participation")
    made(page, qtbot)
    assert [gap for gap in page.viewmodel.preview.gaps if gap.key.startswith("telling")] == [], "nothing was issued yet"
    page.viewmodel.save(tmp_path / "first.pdf")
    idle(window, qtbot)
    projects.edit_equality_count(story.file, roma, count=22)
    qtbot.waitUntil(lambda: any(gap.key.startswith("telling") for gap in page.viewmodel.preview.gaps), timeout=60_000)
    made(page, qtbot)
    [gap] = [gap for gap in page.viewmodel.preview.gaps if gap.key.startswith("telling")]
    assert "“Roma” (Ethnicity) changed by only a few people" in gap.words
    page.viewmodel.choose_report("outcome")
    made(page, qtbot)
    assert [gap for gap in page.viewmodel.preview.gaps if gap.key.startswith("telling")] == [], "this report has no such table"
