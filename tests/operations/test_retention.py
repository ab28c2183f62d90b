"""What is past its day is cleared in one step: undone until the file is closed, and then gone from it, its copies and its search."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.access import Requirement
from coproduce.domain.codes import Right, YesNo
from coproduce.domain.people import Person
from coproduce.domain.retention import Kept
from coproduce.errors import Refused
from coproduce.operations import contributions, people, requirements, room, settings, workshops
from coproduce.operations.erasing import erase_again
from coproduce.operations.restricting import restrict_person
from coproduce.operations.retention import clear_again, clear_what_is_due
from coproduce.storage.backup import restore
from coproduce.storage.queries import finding, today
from coproduce.storage.queries.retention import what_is_due
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import AHEAD, DAY, snapshot, tell
from tests.operations.test_erasing import every_cell, everything_written, figures, money

NOW = date(2026, 6, 1)
CANARY = "Quetzalcoatl"


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def past(story):
    """Ben, owed nothing, with a name of his own, a day that has come and words of his in the bin; Ana's need is not to be kept."""
    file = story.file
    people.edit_person(file, story.ben, name=CANARY, contact_route="ben@canary.example", retain_until=date(2026, 5, 1))
    gone = contributions.record_contribution(file, workshop_id=story.held, words="Canary song", person_id=story.ben)
    contributions.delete_contribution(file, gone)
    requirements.edit_requirement(file, story.rider, words="A perch, please", keep=YesNo.NO)
    return story


def due(file):
    return {(one.kind, one.name, one.day) for one in what_is_due(file, NOW).goes}


def test_each_kind_is_due_by_its_own_rule_and_no_day_sooner(story):
    file = story.file
    assert due(file) == set()
    requirements.edit_requirement(file, story.rider, keep=YesNo.NO)
    assert due(file) == {(Kept.NEEDS, "Ana", date(2025, 3, 2))}
    requirements.edit_requirement(file, story.rider, keep=None)
    settings.change_settings(file, {"keep_needs_days": "457"})
    assert due(file) == {(Kept.NEEDS, "Ana", NOW)}
    settings.change_settings(file, {"keep_needs_days": "458"})
    assert due(file) == set()
    people.edit_person(file, story.ben, left_on=date(2026, 1, 1), contact_route="ben@example.org")
    settings.change_settings(file, {"keep_contact_days": "100"})
    assert due(file) == {(Kept.CONTACT, "Ben", date(2026, 4, 11))}
    settings.change_settings(file, {"keep_people_days": "151"})
    assert (Kept.PEOPLE, "Ben", NOW) in due(file)
    people.edit_person(file, story.ben, retain_until=date(2027, 1, 1))
    assert due(file) == {(Kept.CONTACT, "Ben", date(2026, 4, 11))}, "a day of their own comes first"


def test_somebody_with_a_workshop_ahead_is_not_past_their_day(story):
    workshops.edit_workshop(story.file, story.ahead, date=date(2026, 6, 2))
    requirements.edit_requirement(story.file, story.rider, keep=YesNo.NO)
    room.add_to_workshop(story.file, story.ahead, [story.ana])
    assert due(story.file) == set()
    assert AHEAD < NOW


def test_a_yes_to_keeping_needs_keeps_them(story):
    settings.change_settings(story.file, {"keep_needs_days": "1"})
    requirements.edit_requirement(story.file, story.rider, keep=YesNo.YES)
    assert due(story.file) == set()


def test_whoever_is_owed_money_or_asked_to_be_kept_stays_and_it_is_said(story):
    for person in (story.ana, story.ben):
        people.edit_person(story.file, person, retain_until=DAY)
    restrict_person(story.file, story.ben, on=DAY, reason="They need it for a complaint")
    told = what_is_due(story.file, NOW)
    assert (told.goes, told.owed, told.restricted) == ((), ("Ana",), ("Ben",))
    with pytest.raises(Refused, match="Nothing is past its day"):
        clear_what_is_due(story.file, today=NOW)


def test_today_prompts_until_it_is_done(past):
    assert today.figures(past.file, today=NOW, project_id=None).to_clear == 2
    clear_what_is_due(past.file, today=NOW)
    assert today.figures(past.file, today=NOW, project_id=None).to_clear == 0


def test_it_can_be_undone_until_the_file_is_closed_and_no_figure_or_sum_moves(past):
    file = past.file
    before, numbers, sums = snapshot(file), figures(file), money(file)
    clear_what_is_due(file, today=NOW)
    assert figures(file) == numbers
    assert money(file) == sums
    with file.read() as reading:
        assert reading.get(Person, past.ben).name == "Erased person"
        assert reading.find(Requirement, past.rider) is None
    file.undo()
    assert snapshot(file) == before
    path = file.path
    file.close()
    with WorkspaceFile.open(path) as again:
        assert snapshot(again) == before, "undone before it was closed, it stays"
        assert again.redo_label


def test_once_closed_it_is_gone_from_undo_bin_search_and_new_copies(past):
    path = past.file.path
    assert "canary song" in every_cell(path)
    clear_what_is_due(past.file, today=NOW)
    assert CANARY.lower() in every_cell(path), "undo still holds it"
    past.file.close()
    for word in (CANARY, "ben@canary.example", "canary song", "a perch, please"):
        assert word.lower() not in every_cell(path), word
        assert word.lower().encode() not in everything_written(path), word
    with WorkspaceFile.open(path) as again:
        assert again.undo_label is None
        assert finding.find_anything(again, CANARY[:6]) == []
        backup = again.backup()
        assert past.ben in erased(again)
    assert CANARY.lower() not in every_cell(backup)


def erased(file):
    with file.read() as reading:
        return reading.erased_people()


def test_a_program_that_was_killed_before_closing_lets_go_when_it_opens_again(past, tmp_path):
    clear_what_is_due(past.file, today=NOW)
    copy = tmp_path / "killed" / "story.coproduce"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        beside = past.file.path.with_name(past.file.path.name + ending)
        copy.with_name(copy.name + ending).write_bytes(beside.read_bytes())
    WorkspaceFile.open(copy).close()
    assert CANARY.lower() not in every_cell(copy)


def test_an_older_copy_brings_nothing_back(past):
    path = past.file.path
    backup = past.file.backup()
    clear_what_is_due(past.file, today=NOW)
    past.file.close()
    restore(path, backup)
    with WorkspaceFile.open(path) as file:
        with file.read() as reading:
            assert reading.get(Person, past.ben).name == CANARY
        assert erase_again(file) == 1
        assert clear_again(file) == 1
        assert (erase_again(file), clear_again(file)) == (0, 0)
        with file.read() as reading:
            assert reading.get(Person, past.ben).name == "Erased person"
            assert reading.find(Requirement, past.rider) is None
        assert file.undo_label is None
        later = requirements.add_requirement(file, past.ana, need="large_print")
        assert clear_again(file) == 0
        assert later


def test_how_to_reach_somebody_written_down_anew_afterwards_stays(story):
    file = story.file
    people.edit_person(file, story.ben, left_on=date(2026, 1, 1), contact_route="old@example.org")
    settings.change_settings(file, {"keep_contact_days": "100"})
    clear_what_is_due(file, today=NOW)
    path = file.path
    file.close()
    with WorkspaceFile.open(path) as again:
        assert erased(again) == frozenset()
        people.edit_person(again, story.ben, contact_route="new@example.org")
        assert clear_again(again) == 0
        with again.read() as reading:
            assert reading.get(Person, story.ben).contact_route == "new@example.org"


def test_only_somebody_who_leads_clears(past):
    past.file.work_as(Right.ORGANISER)
    with pytest.raises(Refused):
        clear_what_is_due(past.file, today=NOW)
