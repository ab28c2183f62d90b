"""Forgetting a person: nothing of them is left in the file, no figure moves, the money adds up, and no copy brings them back."""

from __future__ import annotations

import zlib
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.access import Requirement
from coproduce.domain.codes import Right
from coproduce.domain.erasing import CLEARED, GOES, MARKED
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.my_record import points_to_people
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Contribution
from coproduce.domain.sheets import SHEETS, Privacy
from coproduce.domain.team import TeamMember
from coproduce.errors import ProblemsFound, Refused
from coproduce.exports.csv import write_csv_folder
from coproduce.imports.planning import plan_import
from coproduce.imports.sample import make_sample
from coproduce.imports.workbook import read_workbook
from coproduce.operations import contributions, people, requirements, team
from coproduce.operations import decisions as deciding
from coproduce.operations.erasing import erase_again, erase_person, what_erasing_does
from coproduce.operations.interchange import bring_in
from coproduce.storage.backup import restore
from coproduce.storage.connection import connect
from coproduce.storage.queries import finding
from coproduce.storage.queries.bin import binned
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.queries.my_record import my_record
from coproduce.storage.queries.record_code import check_code, record_code
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell

DAY = date(2026, 11, 1)
CASE_1 = Path(__file__).parents[1] / "files" / "case-1.xlsx"
CANARY = "Quetzalcoatl"
"""A name that stands nowhere else."""


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        told = tell(file)
        name_everywhere(told)
        yield told


def name_everywhere(story):
    """Ana with a name of their own in every place a name can stand, and things of theirs deleted and done lately."""
    people.edit_person(story.file, story.ana, name=CANARY, full_name=f"{CANARY} Canary", contact_route="canary@example.org")
    requirements.add_requirement(story.file, story.ana, need="canary seed", words="A perch, please")
    contributions.edit_contribution(story.file, story.answered, words=f"I agree with {CANARY.lower()}", person_id=story.ben)
    deciding.edit_decision(story.file, story.decision, reason=f"{CANARY} asked for it", owner=f"{CANARY} Canary")
    gone = contributions.record_contribution(story.file, workshop_id=story.held, words="Canary song", person_id=story.ana)
    contributions.delete_contribution(story.file, gone)


def everything_written(path):
    """Every byte beside and in the file: database, log, backups."""
    return b"".join(one.read_bytes() for one in path.parent.rglob("*") if one.is_file()).lower()


def every_cell(path):
    """The words of every cell of every table, undo steps unpacked."""
    connection = connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    connection.close()
    return "\n".join(str(_unpacked(cell)) for row in rows for cell in row).lower()


def _unpacked(cell):
    with suppress(zlib.error):  # of chance, such as a hash, which may begin like something packed
        return zlib.decompress(cell) if isinstance(cell, bytes) and cell[:1] == b"x" else cell
    return cell


def figures(file):
    with file.read() as reading:
        projects = [project.id for project in reading.all(Project)]
    return {project: to_json(measure_all(load_facts(file, project), DAY)) for project in projects}


def money(file):
    with file.read() as reading:
        lines = reading.all(Payment)
    return {
        name: sum(getattr(line, name).pence for line in lines if getattr(line, name)) for name in ("offered", "claimed", "approved", "paid")
    }


def test_their_name_and_their_words_are_nowhere_in_the_file_or_a_new_backup(story, tmp_path):
    path = story.file.path
    assert CANARY.lower().encode() in everything_written(path)
    assert "canary song" in every_cell(path), "it lies in the bin and in a step"
    erase_person(story.file, story.ana)
    backup = story.file.backup()
    story.file.close()
    dumped = every_cell(path)
    after = everything_written(path)
    for word in (CANARY, "canary seed", "a perch, please", "canary@example.org", "canary song"):
        assert word.lower().encode() not in after, word
        assert word.lower() not in dumped, word
    assert backup.exists()
    assert connect(path).execute("PRAGMA foreign_key_check").fetchall() == []


def salts_of(path, *records):
    connection = connect(path)
    found = {(kind, record_id): salt for kind, record_id, salt in connection.execute("SELECT kind, record_id, salt FROM history_salts")}
    connection.close()
    return [found[record] for record in records if record in found]


def test_history_verifies_afterwards_agrees_with_codes_seen_before_and_holds_no_salt_of_what_was_there(story):
    """Without its salt nobody can try what stood there against what history holds: names and needs are few, and soon guessed."""
    path, seen = story.file.path, record_code(story.file)
    with story.file.read() as reading:
        [need] = [one.id for one in reading.all(Requirement, person_id=story.ana) if one.need == "canary seed"]
    there = salts_of(path, ("Person", story.ana), ("Requirement", need), ("Contribution", story.answered), ("Decision", story.decision))
    assert len(there) == 4
    erase_person(story.file, story.ana)
    backup = story.file.backup()
    checked = check_code(story.file, seen)
    story.file.close()
    assert checked.agrees, checked.lines
    held = b"".join(one.read_bytes() for one in path.parent.rglob("*") if one.is_file())
    assert [salt for salt in there if salt in held] == []
    with WorkspaceFile.open(backup) as copy:
        assert check_code(copy, seen).agrees


def test_somebody_erased_who_worked_here_too_is_named_by_no_line_and_the_chain_verifies(story):
    story.file.work_as(Right.LEAD, f"{CANARY} Canary")
    people.edit_person(story.file, story.ben, group="Garden")
    story.file.work_as(Right.LEAD, "Rhian")
    assert [step.who for step in story.file.steps()][:1] == [f"{CANARY} Canary"]
    erase_person(story.file, story.ana)
    assert f"{CANARY} Canary" not in [step.who for step in story.file.steps()]
    assert story.file.steps()[0].who == "Rhian"
    assert check_code(story.file, "").agrees
    path = story.file.path
    story.file.close()
    assert CANARY.lower().encode() not in everything_written(path)


def test_erased_again_after_an_older_copy_came_back_the_chain_verifies_and_says_so(story):
    path = story.file.path
    backup = story.file.backup()
    erase_person(story.file, story.ana)
    story.file.close()
    restore(path, backup)
    with WorkspaceFile.open(path) as again:
        erase_again(again)
        checked = check_code(again, "")
    assert checked.agrees
    assert any("A backup was put back" in line for line in checked.lines)


def test_nothing_can_be_undone_or_put_back_afterwards(story):
    erase_person(story.file, story.ana)
    assert story.file.undo_label is None
    assert story.file.redo_label is None
    with story.file.read() as reading:
        assert all(CANARY not in entry.title and "song" not in entry.title for entry in reading.bin_entries())
        assert reading.erased_people() == {story.ana}


def test_search_finds_them_no_more(story):
    assert finding.find_anything(story.file, CANARY[:6])
    erase_person(story.file, story.ana)
    assert finding.find_anything(story.file, CANARY[:6]) == []


def test_what_others_said_stays_without_the_name(story):
    erase_person(story.file, story.ana)
    with story.file.read() as reading:
        assert reading.get(Contribution, story.answered).words == "I agree with [erased]"
        assert reading.get(Contribution, story.unanswered).words == "[erased]"
        assert reading.get(Person, story.ben).name == "Ben"


@pytest.mark.parametrize("source", ["sample", "case_1"])
def test_no_figure_and_no_sum_of_money_moves_whoever_is_erased(tmp_path, source):
    path = tmp_path / "w.coproduce"
    if source == "sample":
        make_sample(path).close()
    else:
        with WorkspaceFile.create(path) as made:
            bring_in(made, plan_import(made, read_workbook(CASE_1)))
    with WorkspaceFile.open(path) as file:
        before, sums = figures(file), money(file)
        with file.read() as reading:
            everybody = [person.id for person in reading.all(Person)]
        for person_id in everybody[:: 1 if source == "case_1" else 2]:
            erase_person(file, person_id)
            assert figures(file) == before, person_id
        assert money(file) == sums


def test_an_older_copy_brings_nobody_back(story, tmp_path):
    path = story.file.path
    backup = story.file.backup()
    erase_person(story.file, story.ana)
    story.file.close()
    restore(path, backup)
    with WorkspaceFile.open(path) as again:
        with again.read() as reading:
            assert reading.get(Person, story.ana).name == CANARY
        assert erase_again(again) == 1
        assert erase_again(again) == 0
        with again.read() as reading:
            assert reading.get(Person, story.ana).name == "Erased person"


@pytest.mark.parametrize("lies_in", ["the bin", "an undo step"])
def test_an_older_copy_brings_nobody_back_from_its_bin_or_by_undoing(story, lies_in):
    """A story at random found it: in the copy they were no record, so nobody looked for them."""
    path = story.file.path
    gone = people.add_person(story.file, name="Zephyrine", full_name="Zephyrine Quill")
    people.edit_person(story.file, story.ben, named_contact="Zephyrine, on Mondays")
    if lies_in == "the bin":
        people.delete_person(story.file, gone)
    else:
        story.file.undo()
        story.file.undo()
    backup = story.file.backup()
    if lies_in == "the bin":
        story.file.undo()
    else:
        story.file.redo()
    erase_person(story.file, gone)
    story.file.close()
    restore(path, backup)
    assert "zephyrine" in every_cell(path)
    with WorkspaceFile.open(path) as again:
        assert erase_again(again) == 1
        assert erase_again(again) == 0
        assert (again.undo_label, again.redo_label) == (None, None)
        assert [one.title for one in binned(again)] == ["Canary song"], "another contribution of the story"
        assert check_code(again, "").agrees
    assert "zephyrine" not in every_cell(path)


def test_a_record_that_was_erased_and_deleted_leaves_the_bin_and_the_steps_alone(story):
    gone = people.add_person(story.file, name="Zephyrine")
    erase_person(story.file, gone)
    people.delete_person(story.file, gone)
    assert erase_again(story.file) == 0
    assert story.file.undo_label is not None


def test_somebody_else_of_the_same_name_keeps_it(story):
    other = people.add_person(story.file, name=CANARY.lower(), full_name=f"{CANARY} Else", named_contact=CANARY)
    team.add_team_member(story.file, name=CANARY, right=Right.LEAD)
    erase_person(story.file, story.ana)
    with story.file.read() as reading:
        kept = reading.get(Person, other)
        assert (kept.name, kept.full_name, kept.named_contact) == (CANARY.lower(), f"{CANARY} Else", "[erased]")
        assert [member.name for member in reading.all(TeamMember)] == [CANARY]


def test_whoever_was_only_named_in_a_text_is_not_taken_for_erased(story, tmp_path):
    """Else an older copy would bring them back once they are erased themselves."""
    path = story.file.path
    people.edit_person(story.file, story.ben, named_contact=f"{CANARY}, on Mondays")
    erase_person(story.file, story.ana)
    with story.file.read() as reading:
        assert reading.erased_people() == {story.ana}
    backup = story.file.backup()
    erase_person(story.file, story.ben)
    story.file.close()
    restore(path, backup)
    with WorkspaceFile.open(path) as again:
        assert erase_again(again) == 1
        with again.read() as reading:
            assert reading.get(Person, story.ben).name == "Erased person"


def test_a_workbook_from_before_brings_nobody_back(story, tmp_path):
    before = tmp_path / "before"
    write_csv_folder(load_all_nouns(story.file), before)
    erase_person(story.file, story.ana)
    after = tmp_path / "after"
    write_csv_folder(load_all_nouns(story.file), after)
    whole = plan_import(story.file, read_workbook(before))
    assert {(problem.sheet, problem.column) for problem in whole.problems if "was erased" in problem.expected} >= {
        ("People", "name"),
        ("Contributions", "words"),
        ("Requirements", "requirement_id"),
        ("Decisions", "reason"),
    }
    with pytest.raises(ProblemsFound):
        bring_in(story.file, whole)
    bring_in(story.file, plan_import(story.file, read_workbook(before), partial=True))
    with story.file.read() as reading:
        assert reading.get(Person, story.ana).name == "Erased person"
        assert reading.all(Requirement, person_id=story.ana) == []
        assert reading.get(Contribution, story.unanswered).words == "[erased]"
        assert reading.get(Contribution, story.answered).words == "I agree with [erased]"
    assert CANARY.lower() not in every_cell(story.file.path)
    assert plan_import(story.file, read_workbook(after)).is_ready, "what was written afterwards is taken as it is"


def test_what_it_would_do_is_told_first(story):
    told = what_erasing_does(story.file, story.ana)
    assert told.name == CANARY
    assert told.goes["Requirement"] == 2
    assert told.stays["Attendance"] > 0
    assert told.named_in >= 3
    assert my_record(story.file, story.ana).person.name == CANARY, "nothing was done"


@pytest.mark.parametrize("right", [Right.ORGANISER, Right.FINANCE, Right.READER])
def test_only_somebody_who_leads_can_erase(story, right):
    story.file.work_as(right)
    with pytest.raises(Refused):
        erase_person(story.file, story.ana)


STAYS_ON_PURPOSE = {
    "People": {"id", "name", "inducted_on", "induction_confirmed", "access_first_asked_on", "upfront_asked_on", "left_on"}
    | {"left_reason_asked", "access_asked_again_on"},
    "Blocks": {"led_by", "proposed_by", "for_facilitators"},
    "Attendance": {"person_id", "capacity", "role", "state", "minutes_present", "prep_minutes_asked", "minutes_chaired", "access_asked_on"},
    "Papers": {"person_id", "format_needed", "format_sent", "sent_on"},
    "Access": {"person_id", "asked_on", "needed_by", "agreed_on", "booked_on", "confirmed_on", "organiser_says", "person_says"}
    | {"told_on", "cost", "in_place_on"},
    "Contributions": {"person_id", "capacity", "made_a_difference"},
    "Options": {"proposed_by"},
    "Dissent": {"person_id"},
    "Turns": {"person_id", "capacity", "turns"},
    "Lanes": {"facilitator_id", "agreed_to_share"},
    "Advice": {"person_id"},
}
"""Under the number alone: what we did, and codes and dates the figures rest on."""


def test_of_every_column_about_a_person_it_is_said_what_becomes_of_it():
    unclear = set()
    for sheet in SHEETS:
        if sheet.noun in GOES or not (sheet.noun is Person or any(map(points_to_people, sheet.columns))):
            continue
        if sheet.noun is Payment:
            continue  # the accounts keep the line; only words that explain it go
        handled = {*CLEARED.get(sheet.noun, ()), *MARKED.get(sheet.noun, ()), *STAYS_ON_PURPOSE[sheet.name]}
        unclear |= {
            (sheet.name, column.name) for column in sheet.columns if column.privacy is not Privacy.NONE and column.name not in handled
        }
    assert unclear == set()
