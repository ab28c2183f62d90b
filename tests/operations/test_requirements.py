"""What people need wherever they take part: written down, brought over to a workshop, and gone with the person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.codes import AccessAsked, AttendanceState, InvitationResponse
from coproduce.domain.needs import need_from_words, need_words, same_need, suggested_needs
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.errors import Refused
from coproduce.operations import people, requirements
from coproduce.storage.connection import connect
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, LATER, Story, tell


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "Valley Care.coproduce", organisation="Valley Care") as file:
        yield tell(file)


def needs_at(story: Story, workshop_id: str) -> list[tuple[str, str, str | None]]:
    with story.file.read() as reading:
        return [(one.person_id, one.need, one.words) for one in reading.all(Arrangement, workshop_id=workshop_id)]


def person(story: Story, person_id: str) -> Person:
    with story.file.read() as reading:
        return reading.get(Person, person_id)


def test_what_people_need_is_brought_over_once_and_in_one_step(story):
    requirements.add_requirement(story.file, story.ben, need="A chair by the door")
    brought = requirements.bring_over_requirements(story.file, story.held)
    assert brought == (2, 2)
    assert needs_at(story, story.held) == [
        (story.ana, "BSL interpreter", None),
        (story.ana, "large_print", "16 point or more"),
        (story.ben, "A chair by the door", None),
    ]
    with pytest.raises(Refused, match="here already"):
        requirements.bring_over_requirements(story.file, story.held)
    story.file.undo()
    assert needs_at(story, story.held) == [(story.ana, "BSL interpreter", None)]


def test_no_day_of_asking_is_made_up_when_needs_are_brought_over(story):
    requirements.bring_over_requirements(story.file, story.held)
    with story.file.read() as reading:
        [brought] = reading.all(Arrangement, need="large_print")
    assert brought.asked_on is None


def test_a_need_that_is_there_in_other_letters_is_not_brought_over_again(story):
    requirements.edit_requirement(story.file, story.rider, need="bsl_interpreter")
    with pytest.raises(Refused, match="here already"):
        requirements.bring_over_requirements(story.file, story.held)


@pytest.mark.parametrize(
    "seat", [{"response": InvitationResponse.DECLINED}, {"state": AttendanceState.APOLOGIES}, {"state": AttendanceState.ABSENT}]
)
def test_needs_of_people_who_do_not_come_are_not_brought_over(story, seat):
    with story.file.work("Change") as work:
        for name, value in seat.items():
            setattr(work.get(Attendance, story.seat), name, value)
    with pytest.raises(Refused, match="Nobody on the list has told you"):
        requirements.bring_over_requirements(story.file, story.held)


def test_needs_of_people_who_have_left_are_not_brought_over(story):
    people.edit_person(story.file, story.ana, left_on=LATER)
    with pytest.raises(Refused, match="Nobody on the list has told you"):
        requirements.bring_over_requirements(story.file, story.held)


def test_writing_down_a_need_says_that_needs_were_given_but_no_day(story):
    requirements.add_requirement(story.file, story.ben, need="breaks")
    ben = person(story, story.ben)
    assert (ben.access_asked, ben.access_first_asked_on) == (AccessAsked.ASKED_NEEDS_GIVEN, None)


def test_a_need_without_words_is_refused(story):
    with pytest.raises(Refused, match="Say what is needed") as refused:
        requirements.add_requirement(story.file, story.ben, need="  ")
    assert refused.value.field == "need"


def test_the_first_day_of_asking_stays_and_not_asked_takes_it_away(story):
    people.note_access_asked(story.file, story.ben, AccessAsked.ASKED_NO_ANSWER, on=DAY)
    people.note_access_asked(story.file, story.ben, AccessAsked.PREFERS_NOT_TO_SAY, on=LATER)
    assert person(story, story.ben).access_first_asked_on == DAY
    people.note_access_asked(story.file, story.ben, AccessAsked.NOT_ASKED, on=LATER)
    assert person(story, story.ben).access_first_asked_on is None


def test_what_somebody_needs_goes_with_them_and_comes_back_with_undo(story):
    people.delete_person(story.file, story.ana)
    with story.file.read() as reading:
        assert reading.all(Requirement) == []
    story.file.undo()
    with story.file.read() as reading:
        assert [one.words for one in reading.all(Requirement)] == ["16 point or more"]


def test_what_somebody_needs_is_never_among_what_is_searched_nor_in_the_history(story):
    requirements.add_requirement(story.file, story.ben, need="zebracrossing", words="quaggawords")
    connection = connect(story.file.path)
    said = " ".join(
        str(row)
        for table in ("search_rows", "history", "history_records")
        for row in connection.execute(f"SELECT * FROM {table}").fetchall()
    )
    connection.close()
    assert "zebracrossing" not in said
    assert "quagga" not in said


def test_a_number_of_ones_own_is_kept_and_never_given_twice(story):
    assert people.add_person(story.file, name="Siân", own_id=" 0042 ") == "0042"
    assert people.add_person(story.file, name="Nia", own_id="  ").startswith("P-")
    for taken, sentence in (("0042", "0042"), ("1;2", "without “;”"), ("Organiser", "stands for the organiser")):
        with pytest.raises(Refused, match=sentence) as refused:
            people.add_person(story.file, name="Nia", own_id=taken)
        assert refused.value.field == "id"
    with pytest.raises(TypeError):
        people.edit_person(story.file, "0042", id="0043")


# -- the list of needs


def test_a_need_of_our_list_is_kept_as_its_code_and_other_words_as_they_are():
    assert need_from_words(" hearing LOOP ") == "hearing_loop"
    assert need_from_words("A chair by the door") == "A chair by the door"
    assert need_words("hearing_loop") == "Hearing loop"
    assert need_words("A chair by the door") == "A chair by the door"


def test_the_same_need_is_known_however_it_is_written():
    assert same_need("BSL interpreter", "bsl_interpreter")
    assert same_need("Step-free", "step free")
    assert not same_need("Large print", "Braille")


def test_an_organisation_is_offered_its_own_words_first_and_once():
    offered = suggested_needs(["hearing_loop", "Large print", "Zoom room", "a chair by the door", "zoom room"])
    assert offered[0] == "a chair by the door"
    assert [words.casefold() for words in offered].count("zoom room") == 1
    assert offered.count("Hearing loop") == offered.count("Large print") == 1
    assert len(offered) == len(set(offered))
