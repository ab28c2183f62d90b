"""Everything held about one person: nothing is missing, whichever table it is in, and other people stay out of it."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from coproduce.domain.codes import Right
from coproduce.domain.sheets import SHEETS, Kind
from coproduce.errors import Refused
from coproduce.exports.cell_values import plain_value
from coproduce.exports.letters.my_record import as_data, my_record_letter, to_look_through
from coproduce.exports.text import render
from coproduce.imports.sample import make_sample
from coproduce.operations import contributions, people
from coproduce.operations import decisions as deciding
from coproduce.storage.connection import connect
from coproduce.storage.queries.my_record import my_record
from coproduce.storage.tables import TABLES
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell

TODAY = date(2025, 7, 1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.coproduce"
    make_sample(path).close()
    with WorkspaceFile.open(path) as workspace:
        yield workspace


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


def everybody(workspace):
    with workspace.read() as reading:
        return [person.id for person in reading.all(next(sheet.noun for sheet in SHEETS if sheet.name == "People"))]


def rows_with(path, person_id):
    """How many rows of each table hold the id in any cell, alone or in a list: read with the driver, without our words for it."""
    alone = re.compile(rf"(?<![\w-]){re.escape(person_id)}(?![\w-])")
    connection = connect(path)
    found = {}
    for sheet in SHEETS:
        rows = connection.execute(f"SELECT * FROM {TABLES[sheet.noun].name}").fetchall()
        found[sheet.name] = sum(any(isinstance(cell, str) and alone.search(cell) for cell in row) for row in rows)
    connection.close()
    return {name: count for name, count in found.items() if count}


def test_every_row_that_holds_their_id_is_in_their_record(sample):
    seen = 0
    for person_id in everybody(sample):
        data = json.loads(as_data(my_record(sample, person_id), TODAY))
        counted = {name: len(rows) for name, rows in data["records"].items()}
        assert counted == rows_with(sample.path, person_id), person_id
        seen += sum(counted.values())
    assert seen > 200


def test_every_cell_of_it_is_in_the_data_and_every_filled_one_on_paper(sample):
    for person_id in everybody(sample)[:8]:
        record = my_record(sample, person_id)
        data = json.loads(as_data(record, TODAY))["records"]
        paper = " ".join(render(my_record_letter(record, TODAY)).split())
        for sheet, held in record.sheets:
            for each, cells in zip(held, data[sheet.name], strict=True):
                assert list(cells) == [column.heading for column in sheet.columns]
                for column in sheet.columns:
                    value = plain_value(getattr(each.record, column.name))
                    assert (cells[column.heading] is None) == (value is None), (sheet.name, column.heading)
                    if column.kind is Kind.TEXT and value:
                        assert " ".join(str(value).split()) in paper, (sheet.name, column.heading)


def test_the_ids_of_other_people_are_not_in_it(story):
    others = [person_id for person_id in everybody(story.file) if person_id != story.ana]
    assert others
    data = as_data(my_record(story.file, story.ana), TODAY).decode()
    assert [other for other in others if f'"{other}"' in data] == []


def test_words_of_others_that_name_them_are_listed_to_be_looked_through(story):
    people.edit_person(story.file, story.ana, name="Ana", full_name="Ana Canary")
    contributions.edit_contribution(story.file, story.answered, words="ANA CANARY said it better than I could", person_id=story.ben)
    deciding.edit_decision(story.file, story.decision, reason="Banana bread was not what Ana asked for")
    contributions.edit_contribution(story.file, story.unanswered, reason=None, words="Bananas", person_id=story.ben)
    record = my_record(story.file, story.ana)
    assert {(each.sheet.name, each.field) for each in record.named_in} == {("Contributions", "words"), ("Decisions", "reason")}
    assert "ANA CANARY said it better" in render(to_look_through(record, TODAY))
    assert "ANA CANARY" not in render(my_record_letter(record, TODAY))
    assert "2 other places" in render(my_record_letter(record, TODAY))


def test_what_was_deleted_and_can_still_be_put_back_is_in_it(story):
    [said] = [each for each in my_record(story.file, story.ana).held if each.record.id == story.unanswered]
    contributions.delete_contribution(story.file, story.unanswered)
    record = my_record(story.file, story.ana)
    assert story.unanswered not in {each.record.id for each in record.held}
    assert said.record.words in render(my_record_letter(record, TODAY))
    assert said.record.words in as_data(record, TODAY).decode()


def test_it_tells_what_was_done_with_their_records(story):
    people.edit_person(story.file, story.ana, group="Carers together")
    paper = render(my_record_letter(my_record(story.file, story.ana), TODAY))
    assert "What was done with these records" in paper
    assert "Edit person" in paper


@pytest.mark.parametrize("right", [Right.ORGANISER, Right.FINANCE, Right.READER])
def test_only_somebody_who_sees_all_of_it_can_give_it(story, right):
    story.file.work_as(right)
    with pytest.raises(Refused, match="Ask one of the leads"):
        my_record(story.file, story.ana)
