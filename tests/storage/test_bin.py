"""What is deleted lies in the bin for 30 days, comes back whole as one step, and is gone for good when it is said to be."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime, timedelta

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import SaidAs
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.operations import access, contributions, decisions, people, projects, room, settings, workshops
from coproduce.operations.bin import put_back
from coproduce.operations.removal import remove_person
from coproduce.storage import journal
from coproduce.storage.checks import check_file
from coproduce.storage.connection import connect
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import snapshot, tell
from tests.storage.every_noun import stored


class Clock:
    def __init__(self):
        self.now = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def story(tmp_path, clock):
    with WorkspaceFile.create(tmp_path / "story.coproduce", clock=clock) as file:
        yield tell(file)


def in_bin(file):
    with file.read() as reading:
        return reading.bin_entries()


def titles(file):
    return [(entry.kind, entry.title) for entry in in_bin(file)]


def newest(file):
    return in_bin(file)[0].number


def test_a_deletion_is_one_entry_that_counts_what_went_with_it(story, clock):
    people.delete_person(story.file, story.ana)
    (entry,) = in_bin(story.file)
    assert (entry.kind, entry.record_id, entry.title) == ("Person", story.ana, "Ana")
    assert entry.went_with == {"Requirement": 1, "Attendance": 1, "Paper": 1, "Arrangement": 1, "Payment": 2, "Turns": 1}
    assert entry.deleted_at == clock.now
    assert entry.days_left(clock.now) == 30
    assert entry.days_left(clock.now + timedelta(days=29, hours=1)) == 1
    assert entry.days_left(clock.now + timedelta(days=31)) == 0


@pytest.mark.parametrize(
    "delete",
    [
        lambda s: people.delete_person(s.file, s.ana),
        lambda s: workshops.delete_workshop(s.file, s.held),
        lambda s: projects.delete_project(s.file, s.project),
        lambda s: decisions.delete_decision(s.file, s.decision),
        lambda s: contributions.delete_contribution(s.file, s.answered),
        lambda s: access.delete_arrangement(s.file, s.need),
        lambda s: room.remove_from_workshop(s.file, s.seat),
    ],
    ids=["person", "workshop", "project", "decision", "contribution", "access", "attendance"],
)
def test_what_is_put_back_is_exactly_as_it_was_in_one_step_that_can_be_undone(story, delete):
    before = stored(story.file.path)
    delete(story)
    without = stored(story.file.path)
    put_back(story.file, newest(story.file))
    assert stored(story.file.path) == before
    assert in_bin(story.file) == []
    story.file.undo()
    assert stored(story.file.path) == without
    assert len(in_bin(story.file)) == 1
    story.file.redo()
    assert stored(story.file.path) == before


def test_it_comes_back_even_when_undo_has_long_forgotten(story, monkeypatch):
    before = snapshot(story.file)
    people.delete_person(story.file, story.ana)
    monkeypatch.setattr(journal, "MOST_STEPS", 3)
    for number in range(5):
        people.edit_person(story.file, story.ben, group=f"Group {number}")
    people.edit_person(story.file, story.ben, group=None)
    put_back(story.file, newest(story.file))
    assert snapshot(story.file) == before


def test_undo_and_redo_and_a_step_alone_need_no_books(story):
    people.delete_person(story.file, story.ana)
    story.file.undo()
    assert in_bin(story.file) == []
    story.file.redo()
    assert titles(story.file) == [("Person", "Ana")]
    story.file.undo_alone(story.file.steps()[0].number)
    assert in_bin(story.file) == []


def test_what_went_again_with_something_larger_is_listed_once(story):
    workshops.delete_workshop(story.file, story.held)
    put_back(story.file, newest(story.file))
    projects.delete_project(story.file, story.project)
    assert titles(story.file) == [("Project", "Booking line redesign")]


def test_a_setting_that_goes_back_to_its_default_is_not_in_the_bin(story):
    settings.change_settings(story.file, {"region": "Wales"})
    settings.change_settings(story.file, {"region": ""})
    assert in_bin(story.file) == []


def test_an_entry_whose_count_was_spoilt_is_listed_and_comes_back(story):
    before = snapshot(story.file)
    with story.file.work("Delete people") as work:
        for person in work.all(Person):
            remove_person(work, person)
    connection = connect(story.file.path)
    connection.execute("UPDATE bin_entries SET went_with = '{\"People'")
    connection.close()
    for entry in reversed(in_bin(story.file)):
        assert entry.went_with == {}
        put_back(story.file, entry.number)
    assert snapshot(story.file) == before


def test_many_deleted_in_one_step_are_an_entry_each(story):
    before = snapshot(story.file)
    with story.file.work("Delete people") as work:
        for person in work.all(Person):
            remove_person(work, person)
    assert titles(story.file) == [("Person", "Ana"), ("Person", "Ben")]
    ana, ben = in_bin(story.file)
    put_back(story.file, ben.number)
    put_back(story.file, ana.number)
    assert snapshot(story.file) == before


def test_words_said_meanwhile_stay_as_they_are_now(story):
    people.delete_person(story.file, story.ana)
    contributions.edit_contribution(story.file, story.unanswered, person_id=story.ben, said_as=SaidAs.ROLE)
    said = put_back(story.file, newest(story.file))
    assert "1 record could not be put back as it was" in said
    assert "Also put back: 1 attendance record" in said
    with story.file.read() as reading:
        contribution = reading.get(Contribution, story.unanswered)
        assert (contribution.person_id, contribution.said_as) == (story.ben, SaidAs.ROLE)
        assert reading.get(Person, story.ana).name == "Ana"


def test_other_fields_changed_meanwhile_keep_nothing_from_coming_back(story):
    people.delete_person(story.file, story.ana)
    contributions.edit_contribution(story.file, story.unanswered, theme="Phone")
    assert "could not be put back" not in put_back(story.file, newest(story.file))
    with story.file.read() as reading:
        contribution = reading.get(Contribution, story.unanswered)
        assert (contribution.person_id, contribution.theme) == (story.ana, "Phone")


def test_what_belongs_to_something_else_in_the_bin_says_what_to_put_back_first(story):
    access.delete_arrangement(story.file, story.need)
    workshops.delete_workshop(story.file, story.held)
    people.delete_person(story.file, story.ana)
    person, workshop, need = in_bin(story.file)
    before = stored(story.file.path, without=())
    with pytest.raises(Refused, match="Put back first: person “Ana”, workshop “One”"):
        put_back(story.file, need.number)
    with pytest.raises(Refused, match="Put back first: person “Ana”"):
        put_back(story.file, workshop.number)
    assert stored(story.file.path, without=()) == before
    for entry in (person, workshop, need):
        put_back(story.file, entry.number)
    with story.file.read() as reading:
        assert reading.get(Arrangement, story.need).workshop_id == story.held


def test_what_belonged_to_something_deleted_for_good_stays_away_and_words_lose_only_the_name(story):
    workshops.delete_workshop(story.file, story.held)
    people.delete_person(story.file, story.ana)
    person, workshop = in_bin(story.file)
    story.file.delete_for_good([person.number])
    said = put_back(story.file, workshop.number)
    assert "could not be put back as they were" in said
    with story.file.read() as reading:
        assert {seat.person_id for seat in reading.all(Attendance, workshop_id=story.held)} == {story.ben}
        contribution = reading.get(Contribution, story.unanswered)
        assert (contribution.words, contribution.person_id, contribution.said_as) == ("The phone menu is too long", None, SaidAs.ANONYMOUS)
        assert reading.get(Workshop, story.held).title == "One"
    check_file(story.file.path)


def test_what_has_nowhere_to_go_any_more_is_refused(story):
    room.remove_from_workshop(story.file, story.seat)
    room.add_to_workshop(story.file, story.held, [story.ana])
    with pytest.raises(Refused, match="its place is taken"):
        put_back(story.file, newest(story.file))


def test_what_is_not_in_the_bin_cannot_be_put_back(story):
    with pytest.raises(Refused, match="not in the bin any more"):
        put_back(story.file, 7)


# -- gone for good


def bytes_of(path):
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.name.startswith(path.name))


def test_delete_for_good_leaves_nothing_of_it_in_the_file_but_labels(story):
    someone = people.add_person(story.file, name="Quetzalcoatl", named_contact="Xiuhtecuhtli")
    people.edit_person(story.file, someone, group="Tlaxcala")
    people.delete_person(story.file, someone)
    assert b"Quetzalcoatl" in bytes_of(story.file.path)
    story.file.delete_for_good([newest(story.file)])
    for word in (b"Quetzalcoatl", b"Xiuhtecuhtli", b"Tlaxcala", b"quetzalcoatl"):
        assert word not in bytes_of(story.file.path)
    held = [row[-1] for row in stored(story.file.path, without=())["undo_steps"]]
    assert all("Quetzalcoatl" not in str(journal.Images.unpacked(images).pairs) for images in held)
    assert story.file.undo_label is None
    assert [step.label for step in story.file.steps()][:4] == ["Deleted for good", "Delete person", "Edit person", "Add person"]


def test_newer_steps_can_still_be_undone_after_something_is_deleted_for_good(story):
    people.delete_person(story.file, story.ana)
    people.edit_person(story.file, story.ben, group="Garden")
    story.file.delete_for_good()
    assert story.file.undo().label == "Edit person"
    with pytest.raises(Refused, match="nothing to undo"):
        story.file.undo()


def test_what_could_be_redone_goes_as_well(story):
    people.delete_person(story.file, story.ana)
    put_back(story.file, newest(story.file))
    story.file.undo()
    story.file.delete_for_good()
    assert story.file.redo_label is None


def test_one_of_two_goes_for_good_and_the_other_can_be_put_back(story):
    with story.file.work("Delete people") as work:
        for person in work.all(Person):
            remove_person(work, person)
    ana, ben = in_bin(story.file)
    story.file.delete_for_good([ana.number])
    put_back(story.file, ben.number)
    assert in_bin(story.file) == []
    with pytest.raises(Refused, match="bin is empty"):
        story.file.delete_for_good()


def test_after_thirty_days_opening_the_file_empties_the_bin(story, clock, tmp_path):
    people.delete_person(story.file, story.ana)
    clock.now += timedelta(days=20)
    people.delete_person(story.file, story.ben)
    story.file.close()
    clock.now += timedelta(days=9, hours=23)
    with WorkspaceFile.open(story.file.path, clock=clock) as file:
        assert [title for _kind, title in titles(file)] == ["Ben", "Ana"]
    clock.now += timedelta(hours=2)
    with WorkspaceFile.open(story.file.path, read_only=True, clock=clock) as file:
        assert len(in_bin(file)) == 2
    with WorkspaceFile.open(story.file.path, clock=clock) as file:
        assert [title for _kind, title in titles(file)] == ["Ben"]
        assert file.steps()[0].label == "Deleted for good"


def test_nothing_of_what_came_back_is_lost_after_thirty_days(story, clock):
    people.delete_person(story.file, story.ana)
    put_back(story.file, newest(story.file))
    story.file.close()
    clock.now += timedelta(days=40)
    with WorkspaceFile.open(story.file.path, clock=clock) as file:
        assert file.undo_label == "Put back person"
        assert stored(file.path, without=())["bin_entries"] == []
        with file.read() as reading:
            assert reading.find(Person, story.ana) is not None


def test_a_bin_survives_a_version_that_knows_more_fields():
    images = journal.Images()
    columns = journal.SHAPES["Setting"].columns
    images.note("Setting", "region", ("x",) * len(columns), None)
    kept = json.loads(zlib.decompress(images.packed()))
    kept["columns"] = kept["columns"][:-1]
    kept["rows"]["region"] = [["x"] * (len(columns) - 1), None]
    older = journal.Images.unpacked(zlib.compress(json.dumps(kept).encode()))
    assert older.pairs["Setting"]["region"] == ((*["x"] * (len(columns) - 1), None), None)
