"""Equality answers stopped: nobody is asked again, what they say was theirs counts as not said, and nothing tells whose it was."""

from __future__ import annotations

import pytest

from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount
from coproduce.errors import Refused
from coproduce.operations.equality_stopping import says_nothing, stop_equality, take_out_answers
from coproduce.operations.projects import add_equality_count
from coproduce.storage.queries.organisation import not_asked_about_equality
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, tell


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


def counts(story):
    with story.file.read() as reading:
        return {(one.question, one.answer): one.count for one in reading.all(EqualityCount)}


def test_one_taken_out_counts_as_preferring_not_to_say_and_the_sum_stays(story):
    take_out_answers(story.file, [story.equality])
    assert counts(story) == {("Age", "18–25"): 11, ("Age", "Prefer not to say"): 1}
    take_out_answers(story.file, [story.equality])
    assert counts(story) == {("Age", "18–25"): 10, ("Age", "Prefer not to say"): 2}


def test_words_of_their_own_for_not_saying_are_kept_and_added_to(story):
    nothing = add_equality_count(story.file, story.project, question="Age", answer="Prefers not to say", count=3)
    take_out_answers(story.file, [story.equality])
    assert counts(story) == {("Age", "18–25"): 11, ("Age", "Prefers not to say"): 4}
    take_out_answers(story.file, [nothing])
    assert counts(story)[("Age", "Prefers not to say")] == 4
    assert says_nothing("prefer NOT to say")


def test_nothing_in_the_file_tells_which_answer_it_was(story):
    stop_equality(story.file, story.ana, on=DAY)
    before = len(story.file.steps())
    take_out_answers(story.file, [story.equality])
    assert story.file.undo_label is None
    newest = story.file.steps()[0]
    assert len(story.file.steps()) == before + 1
    with story.file.read() as reading:
        every_count = {each.id for each in reading.all(EqualityCount)}
        assert {each.record_id for each in story.file.records_of(newest.number)} == every_count
        assert len(every_count) > 1
        assert reading.erased_people() == frozenset()
        told = [reading.history_of(EqualityCount, one)[-1] for one in every_count]
        assert {(line.label, line.action, line.fields) for line in told} == {("Take answers out of the equality counts", "noted", ())}
        assert reading.check_history().agrees


def test_none_counted_is_refused_and_nothing_moves(story):
    empty = add_equality_count(story.file, story.project, question="Age", answer="90 or over", count=0)
    with pytest.raises(Refused, match="Nobody is counted"):
        take_out_answers(story.file, [story.equality, empty])
    assert counts(story)[("Age", "18–25")] == 12


def test_they_are_listed_as_not_to_be_asked(story):
    stop_equality(story.file, story.ana, on=DAY)
    assert not_asked_about_equality(story.file) == ["Ana"]
    with story.file.read() as reading:
        assert reading.get(Person, story.ana).equality_stopped_on == DAY
    with pytest.raises(Refused):
        stop_equality(story.file, story.ana, on=DAY)
