"""What a report is about, chosen in the page: one workshop, a year, several projects; by mouse and by keyboard, and remembered."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from coproduce.domain.part import Days, OneWorkshop
from coproduce.domain.projects import Project
from coproduce.exports.privacy import Audience
from coproduce.storage.queries.issued import issued_reports
from coproduce.storage.workspace_file import WorkspaceFile


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


def words_of(page) -> str:
    pdf = pypdfium2.PdfDocument(page.viewmodel.preview.pdf)
    words = " ".join(" ".join(each.get_textpage().get_text_range() for each in pdf).split())
    pdf.close()
    return words


@pytest.fixture
def second(story):
    """Another project in the same workspace."""
    with story.file.work("Add project") as work:
        work.add(Project("P-02", "A walking group"))


def test_a_report_about_one_workshop_is_chosen_with_the_mouse(page, window, qtbot, press, form, story, tmp_path):
    before = page.viewmodel.preview
    press(page.about.button("workshop"))
    assert page.about.button("whole").isChecked()  # until the form is answered
    form().form.editor("part").put(str(story.held))
    press(form().ok)
    made(page, qtbot)
    assert page.viewmodel.preview is not before
    assert page.viewmodel.about.part == OneWorkshop(story.held)
    assert page.about.button("workshop").isChecked()
    assert page.about_words.isVisible()
    assert "One workshop: " in words_of(page)
    target = tmp_path / page.viewmodel.file_name(".pdf")
    assert page.about_words.text() == "One, 1 March 2025"
    assert target.name.startswith("Booking line redesign – One – Outcome summary")
    page.viewmodel.save(target)
    idle(window, qtbot)
    [issued] = issued_reports(story.file)
    assert "One workshop: " in issued.project


def test_a_year_is_chosen_by_keyboard(page, qtbot, form):
    page.about.button("days").setFocus()
    qtbot.keyClick(page.about.button("days"), Qt.Key.Key_Space)
    asked = form().form
    for name, words in (("first", "1 January 2025"), ("last", "31 December 2025")):
        asked.editor(name).focused.setFocus()
        qtbot.keyClicks(asked.editor(name).focused, words)
    qtbot.keyClick(asked.editor("last").focused, Qt.Key.Key_Return)
    made(page, qtbot)
    assert page.viewmodel.about.part == Days(date(2025, 1, 1), date(2025, 12, 31))
    assert page.about_words.text() == "From 1 January 2025 to 31 December 2025"
    assert "From 1 January 2025 to 31 December 2025" in words_of(page)


def test_days_the_wrong_way_round_are_refused_at_the_field(page, press, form):
    press(page.about.button("days"))
    form().form.editor("first").put(date(2025, 12, 31))
    form().form.editor("last").put(date(2025, 1, 1))
    press(form().ok)
    assert "The last day is before the first" in form().form.wrong_words("last")
    assert page.viewmodel.about.part is None
    form().reject()
    assert page.about.button("whole").isChecked()


def test_the_whole_is_one_press_away(page, qtbot, press):
    page.viewmodel.about._take(Days(date(2025, 1, 1), date(2025, 12, 31)))
    made(page, qtbot)
    press(page.about.button("whole"))
    made(page, qtbot)
    assert page.viewmodel.about.part is None
    assert not page.about_words.isVisible()


def test_what_it_is_about_is_remembered_for_each_report(page, window, qtbot, story):
    days = Days(date(2025, 1, 1), date(2025, 12, 31))
    page.viewmodel.choose_report("decisions")
    page.viewmodel.about._take(days)
    page.viewmodel.choose_report("participation")
    assert page.viewmodel.about.part is None
    page.viewmodel.about._take(OneWorkshop(story.held))
    idle(window, qtbot)
    path = window.workspace.path
    window.close_workspace()
    window.take(WorkspaceFile.open(path))
    window.go("reports")
    again = window.stack.page("reports")
    assert again.viewmodel.about.part == OneWorkshop(story.held)
    again.viewmodel.choose_report("decisions")
    assert again.viewmodel.about.part == days
    made(again, qtbot)
    idle(window, qtbot)


def test_a_workshop_that_is_not_here_falls_back_to_the_whole_project(page, qtbot):
    page.viewmodel.about._take(OneWorkshop("gone"))
    made(page, qtbot)
    assert page.viewmodel.about.part is None
    assert page.about.button("whole").isChecked()


def test_projects_are_set_side_by_side(second, page, window, qtbot, press, form, story, tmp_path):
    press(page.report.button("projects"))
    made(page, qtbot)
    assert [key for key, _words in page.viewmodel.about.choices] == ["whole", "days"]
    press(page.beside)
    form().form.editor("beside").put(frozenset({"P-02"}))
    press(form().ok)
    made(page, qtbot)
    assert page.beside.text() == "1 project beside this one…"
    words = words_of(page)
    assert "Several projects side by side" in words
    assert "A walking group" in words
    target = tmp_path / page.viewmodel.file_name(".pdf")
    assert target.name.startswith("Several projects side by side")
    page.viewmodel.save(target)
    idle(window, qtbot)
    [issued] = issued_reports(story.file)
    assert "A walking group" in issued.project
    window.go("issued")
    issued_page = window.stack.page("issued")
    issued_page.viewmodel.show_record(issued.id)
    assert issued_page.viewmodel.checked.agrees


def test_without_another_project_the_page_says_so(page, qtbot):
    page.viewmodel.choose_report("projects")
    made(page, qtbot)
    assert page.beside.text() == "There is no other project in this workspace"
    assert not page.beside.isEnabled()
    page.viewmodel.choose_report("outcome")
    made(page, qtbot)
    assert not page.beside.isVisible()


def test_finance_is_offered_only_for_the_report_on_resourcing(page, qtbot):
    assert "finance" not in [key for key, _words in page.viewmodel.audiences]
    page.viewmodel.choose_report("resourcing")
    page.viewmodel.choose_audience("finance")
    made(page, qtbot)
    assert "For finance only" in words_of(page)
    page.viewmodel.choose_report("outcome")
    assert page.viewmodel.audience is not Audience.FINANCE
    made(page, qtbot)
    page.viewmodel.choose_report("resourcing")
    assert page.viewmodel.audience is Audience.FINANCE
    made(page, qtbot)
