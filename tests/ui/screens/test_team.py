"""Who works with a workspace: named in Settings, asked at opening, and what each of them sees and changes in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.codes import OrganiserSays, Right
from coproduce.operations import team
from coproduce.storage.queries.team import team as team_of
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.crawl import Crawl
from tests.ui.screens.conftest import fill
from tests.ui.words_in_sight import words_in_sight
from ui.kit.form_dialog import FormDialog
from ui.pages_beside import BESIDE

CANARY = "canary"


@pytest.fixture
def canaries(story):
    """What people need, in words that stand nowhere else."""
    with story.file.work("Canaries") as work:
        for record in work.all(Requirement):
            record.need, record.words = f"{CANARY} rider", f"{CANARY} rider words"
        for record in work.all(Arrangement):
            record.need = f"{CANARY} need"
            record.words = record.not_possible_reason = record.alternative = record.supplier = f"{CANARY} words"
            record.organiser_says = OrganiserSays.NOT_POSSIBLE
    return story


def name_team(window, story):
    call(window, "Nia")
    team.add_team_member(story.file, name="Nia", right=Right.LEAD)
    team.add_team_member(story.file, name="Joe", right=Right.ORGANISER)
    team.add_team_member(story.file, name="Kit", right=Right.READER)


def call(window, name):
    window.look.call_me(name)
    QApplication.processEvents()


def everything_seen(window, pages):
    """All words of these pages, of every record on them, and of whatever their buttons open."""
    seen = {}
    crawl = Crawl(window, lambda name, front: seen.setdefault(name, words_in_sight(front)), lambda: None)
    for key in pages:
        crawl.page(key)
    return seen


def test_the_first_of_the_team_leads_and_is_whoever_sits_here(window, go, story, press, form):
    settings = go("settings")
    settings.show_only("team")
    press(settings.workspace.buttons["team"])
    assert form().form.editor("right").value() == Right.LEAD
    fill(form(), name="Nia")
    press(form().ok)
    assert [(member.name, member.right) for member in team_of(story.file)] == [("Nia", Right.LEAD)]
    assert window.preferences.my_name == "Nia"
    assert window.status_line.words.startswith("Nia: lead, with access needs")
    assert story.file.right is Right.LEAD


def test_nobody_names_a_team_without_being_in_it(window, go, story, press, form):
    call(window, "Nia")
    settings = go("settings")
    settings.show_only("team")
    press(settings.workspace.buttons["team"])
    fill(form(), name="Joe")
    press(form().ok)
    assert "Begin with yourself: on this computer you are Nia." in words_in_sight(form())
    assert team_of(story.file) == []


def test_a_stranger_is_asked_who_they_are_and_looks_only_until_then(window, story, press):
    name_team(window, story)
    call(window, "")
    path = story.file.path
    window.close_workspace()
    window.take(WorkspaceFile.open(path))
    file = window.workspace.workspace
    assert file.right is Right.READER
    [asked] = [dialog for dialog in window.findChildren(FormDialog) if dialog.isVisible()]
    assert asked.windowTitle() == "Who are you?"
    asked.form.editor("name").put("Joe")
    press(asked.ok)
    assert file.right is Right.ORGANISER
    assert window.status_line.words.startswith("Joe: organiser")
    window.close_workspace()
    window.take(WorkspaceFile.open(path))
    assert window.workspace.workspace.right is Right.ORGANISER
    assert [dialog for dialog in window.findChildren(FormDialog) if dialog.isVisible()] == []


def test_a_lead_sees_what_people_need(window, canaries):
    name_team(window, canaries)
    seen = everything_seen(window, ["access"])
    assert any(CANARY in words for words in seen.values())


@pytest.mark.slow
def test_an_organiser_meets_no_word_of_it_on_any_page_or_form(window, canaries):
    name_team(window, canaries)
    call(window, "Joe")
    seen = everything_seen(window, [*(key for key in window.screens if key != "history"), *BESIDE])
    assert len(seen) > 40
    assert {where: words for where, words in seen.items() if CANARY in words} == {}
    assert any("Something only the leads see" in words for words in seen.values())


@pytest.mark.parametrize("name", ["Kit", "a stranger"])
def test_nor_does_anybody_who_only_looks(window, canaries, name):
    name_team(window, canaries)
    call(window, name)
    seen = everything_seen(window, ["access"])
    assert CANARY not in str(seen)
    assert "Something only the leads see" in str(seen)


def test_what_was_on_screen_goes_when_somebody_else_sits_down(window, go, canaries):
    shown = go("access")
    shown.table.choose(canaries.need)
    assert CANARY in words_in_sight(window)
    name_team(window, canaries)
    call(window, "Joe")
    assert CANARY not in words_in_sight(window)
    call(window, "Nia")
    assert CANARY in words_in_sight(window)


def test_what_is_not_theirs_to_change_is_refused_in_words_and_stays(window, go, canaries, press, form):
    name_team(window, canaries)
    call(window, "Joe")
    shown = go("access")
    shown.table.choose(canaries.need)
    press(shown.pane.buttons()["owner"])
    fill(form(), owner="Joe")
    press(form().ok)
    assert "What people need is with the leads." in words_in_sight(window)
    assert form().form.editor("owner").value() == "Joe"
    with canaries.file.read() as reading:
        assert reading.get(Arrangement, canaries.need).owner is None
    call(window, "Kit")
    window.undo()
    assert "You are here to look only." in window.message_bar.words
