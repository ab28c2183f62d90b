"""Files with something wrong in them end as a sentence or as one step that can be taken back; the parser never ends this process.

Thousands of them: `python -m tests.long.mutated_workbooks 10000`.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from coproduce.imports import workbook
from coproduce.storage.workspace_file import WorkspaceFile
from tests.imports.hostile import ONE_CELL, pack, sheet
from tests.imports.mutants import KINDS, good_workbook, mutant, way_in
from tests.imports.one_reader import OneReader


@pytest.fixture
def file(tmp_path):
    with WorkspaceFile.create(tmp_path / "w.coproduce") as made:
        yield made


@pytest.fixture
def reader(monkeypatch):
    one = OneReader()
    monkeypatch.setattr(workbook, "read_xlsx", one.read)
    yield one
    one.close()


@pytest.mark.slow
def test_every_mutant_is_brought_in_or_refused_in_words(file, reader, tmp_path):
    ended = Counter(way_in(file, mutant(seed, tmp_path)) for seed in range(150))
    assert reader.hung == []
    assert {"brought in", "in part", "refused"} <= ended.keys()


def test_some_take_the_road_through_a_process_of_their_own(file, tmp_path):
    assert {way_in(file, mutant(seed, tmp_path)) for seed in range(6)} <= {"brought in", "in part", "refused", "a table", "nothing new"}


def test_the_workbook_they_are_made_of_is_brought_in_whole(file, tmp_path):
    path = tmp_path / "good.xlsx"
    path.write_bytes(good_workbook())
    assert way_in(file, path) == "brought in"


def test_each_kind_of_mutant_is_tried():
    assert {made.__name__ for made, _ending, _share in KINDS} == {"zip_bytes", "part_bytes", "cells", "far_and_wide", "a_csv"}
    assert sum(share for _made, _ending, share in KINDS) == 100


def test_two_cells_with_seventeen_billion_between_them_are_refused(file, reader, tmp_path):
    cells = f'{ONE_CELL}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path: Path = pack(tmp_path / "far.xlsx", sheet(cells))
    assert way_in(file, path) == "refused"


def test_a_file_that_ends_the_reader_is_refused_as_damaged_and_the_next_is_read(file, reader, tmp_path):
    good = tmp_path / "good.xlsx"
    good.write_bytes(good_workbook())
    assert way_in(file, good) == "brought in"
    reader._process.kill()
    reader._process.wait()
    assert way_in(file, good) == "refused"
    assert reader.fell == ["good.xlsx"]
    assert way_in(file, good) == "brought in"


def test_a_half_import_would_be_found(file, reader, tmp_path, monkeypatch):
    from tests.imports import mutants

    def in_two_steps(workspace, plan):
        for nouns in plan.added.values():
            with workspace.work("Import a workbook") as work:
                work.add_all(nouns)

    monkeypatch.setattr(mutants, "bring_in", in_two_steps)
    path = tmp_path / "good.xlsx"
    path.write_bytes(good_workbook())
    with pytest.raises(AssertionError, match="something was left"):
        way_in(file, path)
