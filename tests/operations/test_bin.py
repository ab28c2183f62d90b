"""Every verb that deletes leaves what it deleted in the bin, and putting it back gives exactly what was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coproduce.operations.bin import put_back
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import Story, snapshot, tell
from tests.operations.test_undo_scenario import BEFOREHAND, SCENARIOS

DELETING = sorted(verb for verb in SCENARIOS if verb.partition(".")[2].startswith(("delete_", "remove_", "unlink_")))


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce") as file:
        yield tell(file)


def test_there_are_verbs_that_delete() -> None:
    assert len(DELETING) >= 12


@pytest.mark.parametrize("verb", DELETING)
def test_what_a_verb_deletes_comes_back_from_the_bin_as_it_was(verb: str, story: Story) -> None:
    BEFOREHAND.get(verb, str)(story)
    before = snapshot(story.file)
    SCENARIOS[verb](story)
    assert snapshot(story.file) != before
    with story.file.read() as reading:
        entries = reading.bin_entries()
    for entry in reversed(entries):
        put_back(story.file, entry.number)
    assert snapshot(story.file) == before


@pytest.mark.parametrize("verb", sorted(set(SCENARIOS) - set(DELETING) - {"bin.put_back"}))
def test_no_other_verb_leaves_anything_in_the_bin(verb: str, story: Story) -> None:
    BEFOREHAND.get(verb, str)(story)
    SCENARIOS[verb](story)
    with story.file.read() as reading:
        assert reading.bin_entries() == []
