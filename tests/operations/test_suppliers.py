"""Suppliers stand beside the words on arrangements: a new name goes to both, and words outlive a record."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.suppliers import Supplier
from coproduce.errors import Refused
from coproduce.imports.library import published_lead_times
from coproduce.operations import access, lead_times, suppliers
from coproduce.storage.queries import suppliers as queries
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import Story, tell


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "Valley Care.coproduce", organisation="Valley Care") as file:
        yield tell(file)


def names(story: Story) -> list[str | None]:
    with story.file.read() as reading:
        return [need.supplier for need in reading.all(Arrangement)]


def test_a_new_name_is_written_on_the_arrangements_in_the_same_step(story):
    access.edit_arrangement(story.file, story.need, supplier=" SIGN wales")
    access.add_arrangement(story.file, story.ahead, story.ben, need="Captions", supplier="Type Well")
    suppliers.edit_supplier(story.file, story.supplier, name="Sign Cymru")
    assert names(story) == ["Sign Cymru", "Type Well"]
    story.file.undo()
    assert names(story) == [" SIGN wales", "Type Well"]


def test_words_outlive_the_record(story):
    access.edit_arrangement(story.file, story.need, supplier="Sign Wales")
    suppliers.delete_supplier(story.file, story.supplier)
    assert names(story) == ["Sign Wales"]
    assert queries.suppliers(story.file).unkept == ("Sign Wales",)


def test_no_two_suppliers_have_one_name(story):
    with pytest.raises(Refused) as refused:
        suppliers.add_supplier(story.file, name="sign wales")
    assert refused.value.field == "name"
    other = suppliers.add_supplier(story.file, name="Type Well")
    with pytest.raises(Refused):
        suppliers.edit_supplier(story.file, other, name="Sign-Wales")


def test_names_in_use_become_records_with_what_they_did(story):
    access.edit_arrangement(story.file, story.need, supplier="Nia")
    access.add_arrangement(story.file, story.ahead, story.ben, need="lipspeaker", supplier=" nia")
    access.add_arrangement(story.file, story.ahead, story.ana, need="bsl_interpreter", supplier="Sign Wales")
    assert suppliers.keep_suppliers_in_use(story.file) == 1
    with story.file.read() as reading:
        [_known, added] = reading.all(Supplier)
    assert (added.name, added.does) == ("Nia", "bsl_interpreter; lipspeaker")
    with pytest.raises(Refused):
        suppliers.keep_suppliers_in_use(story.file)


def test_published_lead_times_come_in_to_be_checked(story):
    every = [one for _key, one in published_lead_times()]
    assert all(one.source for one in every)
    with pytest.raises(Refused):
        lead_times.add_published_lead_times(story.file, every)
    assert lead_times.add_published_lead_times(story.file, [one for one in every if one.need != "bsl_interpreter"]) == len(every) - 1
    with story.file.read() as reading:
        assert all(one.source.startswith("Check before use. ") for one in reading.all(LeadTime)[1:])


def test_a_need_has_one_number_of_days(story):
    with pytest.raises(Refused) as refused:
        lead_times.add_lead_time(story.file, need="BSL interpreter", days=3)
    assert refused.value.field == "need"


def test_the_jobs_of_a_supplier_say_nothing_of_whose_need_it_is(story):
    access.edit_arrangement(story.file, story.need, supplier="Sign Wales")
    [row] = queries.suppliers(story.file).rows
    assert [(job.workshop, job.date, job.is_held) for job in row.jobs] == [("One", date(2025, 3, 1), True)]
    assert not hasattr(row.jobs[0], "person")
