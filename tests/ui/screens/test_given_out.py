"""Every file the window saves is listed with whom it was for and who made it; the list is filtered, sorted, searched and printed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from coproduce.domain.codes import YesNo
from coproduce.domain.given import For, Given, GivenFile, Read
from coproduce.domain.workshops import Workshop
from coproduce.operations import people
from coproduce.operations.erasing import erase_person
from coproduce.storage.queries.given import what_left
from tests.operations.story import DAY
from tests.ui.screens.conftest import cells
from ui.calendar_file import save_calendar
from ui.exporting import export_workbook
from ui.forms.holding import held_here
from ui.forms.my_record import record_of
from ui.kit.letters import save_all, save_letter, save_together
from ui.kit.letters_dialog import LettersDialog
from ui.screens.issued.viewmodel import Which

UI = Path(__file__).parents[3] / "ui"


@pytest.fixture
def named(window):
    window.preferences.my_name = "Cai"
    yield window
    window.preferences.my_name = ""


def finish(window, qtbot):
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)


def test_each_road_out_of_the_window_leaves_a_line(named, story, tmp_path, qtbot):
    services, file = named.services, story.file
    record, held = record_of(file, story.ana, DAY), held_here(file, DAY)
    save_letter(services, file, record, record.read()[0], tmp_path / "ana.json")
    finish(named, qtbot)
    save_together(services, file, held, tmp_path / "held.html")
    finish(named, qtbot)
    save_all(services, file, record, tmp_path)
    finish(named, qtbot)
    export_workbook(named, tmp_path / "all.xlsx")
    finish(named, qtbot)
    with file.read() as reading:
        workshop = reading.get(Workshop, story.ahead)
    save_calendar(named, workshop, (), tmp_path / "two.ics")
    left = list(reversed(what_left(file)))
    assert [(one.given.what, one.given.for_whom, one.given.form, one.names) for one in left] == [
        (Given.RECORD, For.PERSON, ".json", ("Ana",)),
        (Given.HOLDING, For.PUBLIC, ".html", ()),
        (Given.RECORD, For.PERSON, ".pdf", ("Ana",)),
        (Given.RECORD, For.PERSON, ".pdf", ("Ana",)),
        (Given.WORKBOOK, For.TEAM, ".xlsx", ()),
        (Given.CALENDAR, For.PARTICIPANTS, ".ics", ()),
    ]
    assert {one.given.made_by for one in left} == {"Cai"}


def test_nothing_is_saved_for_somebody_without_a_line_in_the_list():
    """Whoever tells the history of an export also says what was given out."""
    found = []
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "note":
                words = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if "export" in words:
                    found.append((path.name, {one.arg for one in node.keywords}))
    assert len(found) >= 10
    assert [name for name, keywords in found if "given" not in keywords] == []


def given(story, **more):
    told = {"what": Given.LETTER, "for_whom": For.PERSON, "form": ".pdf", "made_on": DAY, "title": "Invitation", "made_by": "Cai"}
    story.file.note("Saved a letter", "export", given=GivenFile(**{**told, **more}))


def test_the_page_tells_forms_apart_filters_sorts_and_searches(story, go):
    given(story, people=(story.ana,), reading=Read.LARGE)
    given(story, what=Given.WORKBOOK, for_whom=For.TEAM, form=".xlsx", title="", made_by="")
    page = go("issued")
    model = page.viewmodel
    assert model.total == 2
    shown = [" | ".join(cells(page, row)) for row in range(2)]
    assert any("Ana" in row and "Cai" in row and "PDF, large print" in row for row in shown), shown
    assert any("Workbook with everything" in row and "Not recorded" in row for row in shown), shown
    model.look_for("ana")
    assert len(model.ids) == 1
    model.look_for("")
    model.show_filter(Which.TEAM)
    assert len(model.ids) == 1
    model.show_filter(Which.ALL)
    model.sort_by("by", descending=False)
    assert [model.rows[one].given.made_by for one in model.ids] == ["Cai", ""]


def test_it_says_which_copies_hold_words_to_ask_back(story, go):
    people.edit_person(story.file, story.ana, quote_consent=YesNo.YES)
    given(story, what=Given.REPORT, title="outcome", for_whom=For.FUNDER, quotes=(story.unanswered,))
    page = go("issued")
    assert page.viewmodel.counts[Which.WITHDRAWN] == 0
    people.edit_person(story.file, story.ana, quote_consent=YesNo.NO)
    assert page.viewmodel.counts[Which.WITHDRAWN] == 1
    page.table.choose(page.viewmodel.ids[0])
    assert "“The phone menu is too long”" in page.pane.words()


def test_somebody_erased_is_in_the_list_without_their_name(story):
    given(story, people=(story.ben,))
    erase_person(story.file, story.ben)
    [one] = what_left(story.file)
    assert one.names == ("Erased person",)


def test_the_list_is_read_printed_and_saved_as_a_table(story, go, window, press, tmp_path, qtbot):
    given(story, people=(story.ana,))
    page = go("issued")
    page.viewmodel.save_list()
    [dialog] = [one for one in window.findChildren(LettersDialog) if one.isVisible()]
    words = dialog.words.toPlainText()
    assert "Invitation" in words
    assert "Ana" in words
    save_letter(window.services, story.file, dialog.letters, dialog.letters.read()[0], tmp_path / "list.xlsx")
    finish(window, qtbot)
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
    assert what_left(story.file)[0].given.what is Given.LIST
