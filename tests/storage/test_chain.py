"""The chain of history: whole after whatever the program does, and broken by whatever is done behind its back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coproduce.domain.codes import Right
from coproduce.domain.history_check import Altered, Answer
from coproduce.domain.people import Person
from coproduce.domain.record_code import read_code
from coproduce.errors import WorkspaceDamaged
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations import people, workshops
from coproduce.operations.interchange import bring_in
from coproduce.storage.backup import restore
from coproduce.storage.protecting import protect_anew
from coproduce.storage.queries.record_code import check_code, record_code
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell
from tests.storage.chained import Forger, one_cell

CASE_1 = Path(__file__).parents[1] / "files" / "case-1.xlsx"


class Scene:
    """A workspace two people worked on, closed; `early` is a code printed before its last steps, `late` one printed after them."""

    def __init__(self, path):
        self.path = path
        with WorkspaceFile.create(path, organisation="Valley Care") as file:
            file.work_as(Right.LEAD, "Rhian")
            told = tell(file)
            self.ana, self.ben = told.ana, told.ben
            self.early = record_code(file)
            people.edit_person(file, told.ana, group="Garden")
            self.middle = len(file.steps())
            file.work_as(Right.LEAD, "Owen")
            people.edit_person(file, told.ben, named_contact="Siân")
            people.edit_person(file, told.ana, group="Kitchen")
            self.late = record_code(file)

    def forge(self, *attacks):
        forger = Forger(self.path)
        for attack in attacks:
            attack(forger)
        forger.close()

    def check(self, words=""):
        with WorkspaceFile.open(self.path) as file:
            return check_code(file, words)


@pytest.fixture(scope="module")
def told_once(tmp_path_factory):
    return Scene(tmp_path_factory.mktemp("chain") / "story.coproduce")


@pytest.fixture
def scene(told_once, tmp_path):
    """A copy of the story for one test."""
    mine = object.__new__(Scene)
    mine.__dict__ = {**told_once.__dict__, "path": tmp_path / "story.coproduce"}
    shutil.copyfile(told_once.path, mine.path)
    return mine


def rebuild(forger):
    forger.rebuild()


def test_what_nobody_touched_agrees_with_itself_and_with_every_code(scene):
    assert scene.check().agrees
    assert scene.check(scene.early).answer is Answer.AGREES
    assert scene.check(scene.late).headline == "The code agrees: nothing before it was changed since somebody else saw it."


MIDDLE = 3
"""The line of a step in the middle: Ana's group. Tests below say so."""


def test_the_middle_is_where_the_attacks_think_it_is(scene):
    assert scene.middle == MIDDLE
    assert read_code(scene.early).number == MIDDLE - 1


SEEN_IN_THE_FILE = {
    "another label": one_cell("history", label="Nothing", id=MIDDLE),
    "another moment": one_cell("history", at="2020-01-01T00:00:00Z", id=MIDDLE),
    "another kind of line": one_cell("history", what="undo", id=MIDDLE),
    "another number of records": one_cell("history", records=7, id=MIDDLE),
    "said to have taken a step back": one_cell("history", took_back=1, id=MIDDLE),
    "nobody did it": one_cell("history", who=None, id=MIDDLE),
    "somebody else did it": lambda forger: forger.pretend(MIDDLE, "Mallory"),
    "a colleague did it": lambda forger: forger.run(
        "UPDATE history SET who = (SELECT who FROM history_names WHERE name = 'Owen') WHERE id = ?", MIDDLE
    ),
    "another name for all they did": lambda forger: forger.run("UPDATE history_names SET name = 'Mallory' WHERE name = 'Owen'"),
    "two people with each other's names": lambda forger: [
        forger.run(f"UPDATE history_names SET name = '{new}' WHERE name = '{old}'")
        for old, new in (("Owen", "?"), ("Rhian", "Owen"), ("?", "Rhian"))
    ],
    "another hash": one_cell("history", hash=b"\x01" * 32, id=MIDDLE),
    "another hash before": one_cell("history", prev=b"\x01" * 32, id=MIDDLE),
    "a line taken out": lambda forger: forger.take_out(MIDDLE),
    "a gap where a line was": lambda forger: [
        forger.run("DELETE FROM history WHERE id = ?", MIDDLE),
        forger.run("DELETE FROM history_records WHERE history_id = ?", MIDDLE),
    ],
    "a line put in": lambda forger: forger.put_in(MIDDLE, "Nothing"),
    "a line put at the end": lambda forger: forger.put_in(forger.last + 1, "Nothing"),
    "two lines in each other's place": lambda forger: forger.swap(MIDDLE, MIDDLE + 1),
    "the last line cut off": lambda forger: forger.take_out(forger.last),
    "a record taken out of a line": lambda forger: forger.run("DELETE FROM history_records WHERE history_id = ?", MIDDLE),
    "a record put into a line": lambda forger: forger.run(
        "INSERT INTO history_records SELECT kind, 'P-9', history_id, action, fields, commitment FROM history_records WHERE history_id = ?",
        MIDDLE,
    ),
    "another record in a line": one_cell("history_records", record_id="P-9", history_id=MIDDLE),
    "another field": one_cell("history_records", fields="name", history_id=MIDDLE),
    "another action": one_cell("history_records", action="added", history_id=MIDDLE),
    "another commitment": one_cell("history_records", commitment=b"\x01" * 32, history_id=MIDDLE),
    "all history gone": lambda forger: [forger.run(f"DELETE FROM {table}") for table in ("history", "history_records")],
}


@pytest.mark.parametrize("attack", SEEN_IN_THE_FILE)
def test_whatever_is_done_to_the_history_alone_is_seen_with_and_without_a_code(scene, attack):
    scene.forge(SEEN_IN_THE_FILE[attack])
    assert not scene.check().agrees
    checked = scene.check(scene.late)
    assert not checked.agrees
    assert checked.headline != scene.check(scene.early).headline or not checked.history.is_whole


def test_records_of_a_line_that_is_not_there_are_a_damaged_file(scene):
    extra = "INSERT INTO history_records SELECT kind, record_id, 99, action, fields, commitment FROM history_records WHERE history_id = ?"
    scene.forge(lambda forger: forger.run(extra, MIDDLE))
    with pytest.raises(WorkspaceDamaged):
        scene.check()


def changed_record(forger):
    forger.run("UPDATE people SET named_contact = 'Mallory' WHERE named_contact = 'Siân'")


SEEN_IN_THE_RECORDS = {
    "a record changed": (changed_record, Altered.CHANGED),
    "a field made blank": (lambda f: f.run("UPDATE people SET named_contact = NULL WHERE named_contact = 'Siân'"), Altered.CHANGED),
    "a payment raised": (lambda f: f.run("UPDATE payments SET paid = 99900 WHERE id = (SELECT min(id) FROM payments)"), Altered.CHANGED),
    "a record put in": (
        lambda f: f.run("INSERT INTO suppliers (id, name, entry) VALUES ('S-1', 'Mallory', 1)"),
        Altered.ADDED,
    ),
    "a record taken out": (lambda f: f.run("DELETE FROM payments WHERE id = (SELECT min(id) FROM payments)"), Altered.REMOVED),
    "another salt": (lambda f: f.run("UPDATE history_salts SET salt = x'01' WHERE kind = 'Workshop'"), Altered.CHANGED),
    "no salt": (lambda f: f.run("DELETE FROM history_salts WHERE kind = 'Workshop'"), Altered.CHANGED),
    "two salts in each other's place": (
        lambda f: f.run(
            "UPDATE history_salts SET salt = (SELECT salt FROM history_salts o WHERE o.kind = 'Person' AND o.record_id <> "
            "history_salts.record_id) WHERE kind = 'Person'"
        ),
        Altered.CHANGED,
    ),
}


@pytest.mark.parametrize("attack", SEEN_IN_THE_RECORDS)
def test_a_record_changed_behind_the_back_of_the_program_is_named(scene, attack):
    act, how = SEEN_IN_THE_RECORDS[attack]
    scene.forge(act)
    checked = scene.check()
    assert not checked.agrees
    assert checked.history.broken_at is None
    assert {each.how for each in checked.history.altered} == {how}
    assert "outside the program" in checked.headline
    assert not scene.check(scene.late).agrees


def test_two_people_with_each_others_rows_are_both_named(scene):
    def swap(forger):
        for old, new in ((scene.ana, "x"), (scene.ben, scene.ana), ("x", scene.ben)):
            forger.run("UPDATE people SET id = ? WHERE id = ?", new, old)

    scene.forge(swap)
    assert {each.record_id for each in scene.check().history.altered} == {scene.ana, scene.ben}


def as_if_true(forger):
    """A record changed, and the newest line about it committed to what it says now."""
    changed_record(forger)
    [[record_id]] = forger.run("SELECT id FROM people WHERE named_contact = 'Mallory'")
    forger.commit_anew("Person", record_id)


def without_the_last_step(forger):
    """The last step cut off, and its record as it was before it."""
    [[record_id]] = forger.run("SELECT record_id FROM history_records WHERE history_id = ?", forger.last)
    forger.take_out(forger.last)
    forger.run("UPDATE people SET \"group\" = 'Garden' WHERE id = ?", record_id)
    forger.commit_anew("Person", record_id)


ONLY_A_CODE_SEES = {
    "another label": one_cell("history", label="Nothing", id=MIDDLE),
    "another moment": one_cell("history", at="2020-01-01T00:00:00Z", id=MIDDLE),
    "somebody else did it": lambda forger: forger.pretend(MIDDLE, "Mallory"),
    "a line put in": lambda forger: forger.put_in(MIDDLE, "Nothing"),
    "two lines in each other's place": lambda forger: forger.swap(MIDDLE, MIDDLE - 1),
    "a record changed and committed to": as_if_true,
    "all said to be from an older version": one_cell("history", what="chained", id=MIDDLE),
    "another beginning": lambda forger: forger.run("UPDATE history SET prev = x'0102' WHERE id = 1"),
}


@pytest.mark.parametrize("attack", ONLY_A_CODE_SEES)
def test_a_chain_made_anew_agrees_with_itself_and_only_a_code_seen_outside_gives_it_away(scene, attack):
    scene.forge(ONLY_A_CODE_SEES[attack], rebuild)
    assert scene.check().agrees, "the forger did it well: nothing in the file tells"
    checked = scene.check(scene.late)
    assert checked.answer is Answer.CHANGED_BEFORE
    assert not checked.agrees
    assert "changed before that code was made" in checked.headline


def test_a_code_from_before_the_change_cannot_see_it(scene):
    scene.forge(one_cell("history", label="Nothing", id=MIDDLE + 1), rebuild)
    assert scene.check(scene.early).answer is Answer.AGREES, "it vouches for what came before it, and no more"
    assert "nor anything that came after the code" in scene.check(scene.early).lines[-1]


def test_an_end_cut_off_cleanly_is_seen_by_a_code_from_the_end(scene):
    scene.forge(without_the_last_step, rebuild)
    assert scene.check().agrees
    checked = scene.check(scene.late)
    assert checked.answer is Answer.BEYOND
    assert "later copy of this workspace, or from another one" in checked.headline
    assert "may also have been taken away" in " ".join(checked.lines)


def test_an_end_cut_off_and_filled_up_again_is_seen_by_a_code_from_the_end(scene):
    scene.forge(without_the_last_step, rebuild)
    with WorkspaceFile.open(scene.path) as file:
        people.edit_person(file, scene.ana, group="Kitchen")
    assert scene.check(scene.late).answer is Answer.CHANGED_BEFORE


def test_another_workspace_has_no_code_in_common(scene, tmp_path):
    with WorkspaceFile.create(tmp_path / "other.coproduce", organisation="Valley Care") as other:
        tell(other)
        assert check_code(other, scene.early).answer is Answer.CHANGED_BEFORE
        assert check_code(other, scene.late).answer is Answer.BEYOND


def test_a_file_changed_after_a_code_still_answers_for_what_came_before(scene):
    scene.forge(one_cell("history", label="Nothing", id=MIDDLE + 1))
    checked = scene.check(scene.early)
    assert checked.answer is Answer.AGREES
    assert checked.history.broken_at == MIDDLE + 1
    assert not checked.agrees


# -- what the program does itself


def whole(file):
    return check_code(file, "")


def test_whatever_the_program_does_keeps_the_chain_whole(tmp_path):
    """Work, undo, redo, steps undone alone and together, the bin, for good, moments, exports, removal with all that hangs on it."""
    path = tmp_path / "story.coproduce"
    with WorkspaceFile.create(path) as file:
        told = tell(file)
        seen = [record_code(file)]
        people.edit_person(file, told.ana, group="Garden")
        people.edit_person(file, told.ben, group="Garden")
        number = file.steps()[1].number
        file.undo_alone(number)
        file.undo()
        file.redo()
        file.undo_back_to(number)
        file.redo()
        file.note("Saved a report", "export")
        workshops.delete_workshop(file, told.held)
        seen.append(record_code(file))
        with file.read() as reading:
            [entry] = [entry.number for entry in reading.bin_entries()]
        with file.work("Put back") as work:
            work.put_back(entry)
        workshops.delete_workshop(file, told.held)
        file.delete_for_good()
        assert whole(file).agrees, whole(file).lines
        for words in seen:
            assert check_code(file, words).answer is Answer.AGREES
    with WorkspaceFile.open(path) as file:
        assert whole(file).agrees


def test_a_backup_carries_the_chain_and_one_put_back_says_so_and_knows_its_own_codes(scene):
    with WorkspaceFile.open(scene.path) as file:
        backup = file.backup()
        people.edit_person(file, scene.ana, group="Office")
        lost = record_code(file)
    restore(scene.path, backup)
    with WorkspaceFile.open(scene.path) as file:
        people.edit_person(file, scene.ben, group="Office")
    assert scene.check().agrees
    assert any("A backup was put back on" in line for line in scene.check().lines)
    assert scene.check(scene.late).agrees
    checked = scene.check(lost)
    assert checked.answer is Answer.CHANGED_BEFORE
    assert any("from the file it replaced" in line for line in checked.lines)


def test_a_copy_and_a_file_written_anew_with_a_passphrase_carry_the_chain(scene, tmp_path):
    with WorkspaceFile.open(scene.path) as file:
        copy = file.save_copy(tmp_path / "copy.coproduce")
    protect_anew(scene.path, None, "six quiet words in a row")
    with WorkspaceFile.open(copy) as file:
        assert check_code(file, scene.late).agrees
    with WorkspaceFile.open(scene.path, passphrase="six quiet words in a row") as file:
        assert check_code(file, scene.late).agrees
        people.edit_person(file, scene.ana, group="Office")
        assert check_code(file, scene.late).agrees


def test_a_workbook_brought_in_twice_and_taken_back_keeps_the_chain_whole(tmp_path):
    with WorkspaceFile.create(tmp_path / "case.coproduce") as file:
        for _time in range(2):
            bring_in(file, plan_import(file, read_workbook(CASE_1)))
        assert whole(file).agrees
        while file.undo_label:
            file.undo()
        assert whole(file).agrees


def test_work_that_fails_half_way_leaves_no_line_and_no_salt(tmp_path):
    with WorkspaceFile.create(tmp_path / "half.coproduce") as file:
        before = record_code(file)
        with pytest.raises(RuntimeError), file.work("Half") as work:
            work.add(Person("1", "Ann"))
            raise RuntimeError("stopped")
        assert record_code(file) == before
        assert whole(file).agrees


def test_many_records_at_once_are_committed_to_each_by_itself(tmp_path):
    with WorkspaceFile.create(tmp_path / "many.coproduce") as file:
        with file.work("Bring in") as work:
            work.add_all(Person(str(number), f"Person {number}") for number in range(5_000))
        assert whole(file).agrees
    forger = Forger(tmp_path / "many.coproduce")
    forger.run("UPDATE people SET name = 'Mallory' WHERE id = '4321'")
    forger.close()
    with WorkspaceFile.open(tmp_path / "many.coproduce") as file:
        assert [(each.kind, each.record_id) for each in whole(file).history.altered] == [("Person", "4321")]


def test_who_is_not_allowed_to_see_needs_can_check_all_the_same(scene):
    with WorkspaceFile.open(scene.path) as file:
        file.work_as(Right.READER, "Nobody")
        assert check_code(file, scene.late).agrees


def test_each_line_says_who_did_it_where_that_is_known(scene):
    with WorkspaceFile.open(scene.path) as file:
        assert [step.who for step in file.steps()] == ["Owen", "Owen", "Rhian", "Rhian", ""]
        people.edit_person(file, scene.ana, group="Office")
        assert file.steps()[0].who == "", "nobody said their name"


def test_the_salt_of_what_a_record_said_before_is_nowhere_in_the_file(scene):
    forger = Forger(scene.path)
    [[old]] = forger.run("SELECT salt FROM history_salts WHERE kind = 'Person' AND record_id = ?", scene.ana)
    forger.close()
    with WorkspaceFile.open(scene.path) as file:
        people.edit_person(file, scene.ana, group="Office")
    held = b"".join(one.read_bytes() for one in scene.path.parent.iterdir())
    assert old not in held


# -- codes


def test_what_is_printed_twice_from_the_same_records_has_the_same_code_and_any_work_gives_another(scene):
    with WorkspaceFile.open(scene.path) as file:
        file.note("Saved a report", "export")
        file.note("Before the board meeting", "mark")
        assert record_code(file) == scene.late
        people.edit_person(file, scene.ana, group="Office")
        assert record_code(file) != scene.late
        file.undo()
        assert read_code(record_code(file)).number == read_code(scene.late).number + 4
