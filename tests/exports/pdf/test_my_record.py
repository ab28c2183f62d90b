"""The copy of everything held about a person, read back and checked as every PDF is."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.people import Person
from coproduce.exports.letters.my_record import my_record_letter, to_look_through
from coproduce.imports.sample import make_sample
from coproduce.storage.queries.my_record import my_record
from coproduce.storage.workspace_file import WorkspaceFile
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of

TODAY = date(2025, 7, 1)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The record that is longest, the one after it, and what to look through for each."""
    path = tmp_path_factory.mktemp("record") / "sample.coproduce"
    make_sample(path).close()
    with WorkspaceFile.open(path) as workspace, workspace.read() as reading:
        records = [my_record(workspace, person.id) for person in reading.all(Person)]
    longest = sorted(records, key=lambda record: len(record.held), reverse=True)[:2]
    return [make(record, TODAY) for record in longest for make in (my_record_letter, to_look_through)]


@pytest.mark.parametrize("large", [False, True])
def test_each_is_read_back_as_it_was_written(printed, papers, large):
    for given in papers:
        back = read_back(printed(given, large_print=large))
        assert back.bookmarks == expected_bookmarks(given)
        assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_each(printed, verapdf, papers):
    paths = [printed(given, large_print=large) for given in papers for large in (False, True)]
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []
    carrying = [path for path, given in zip(paths[::2], papers, strict=True) if given.attachments]
    assert [str(verdict) for verdict in verapdf(carrying, "3a") if not verdict.passed] == []
