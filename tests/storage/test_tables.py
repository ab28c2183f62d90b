from __future__ import annotations

import inspect
import unicodedata
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import class_mapper
from sqlalchemy.schema import CreateTable

from coproduce.domain.decisions import Option
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workspace import Setting
from coproduce.errors import Refused
from coproduce.storage.column_types import Moment, clean, fold_name
from coproduce.storage.connection import connect
from coproduce.storage.ground import metadata
from coproduce.storage.record_tables import history
from coproduce.storage.tables import HIDDEN, NOUNS, TABLES
from tests.storage.every_noun import every_noun


@pytest.mark.parametrize("noun", NOUNS)
def test_fields_and_columns_are_the_same(noun):
    own = [field.name for field in fields(noun)]
    columns = [column.name for column in TABLES[noun].columns if column.name not in HIDDEN]
    mapped = [attribute.key for attribute in class_mapper(noun).column_attrs if not attribute.key.startswith("_")]
    assert sorted(own) == sorted(columns) == sorted(mapped)


@pytest.mark.parametrize("noun", NOUNS)
def test_what_the_domain_asks_for_the_table_asks_for(noun):
    asked = {field.name for field in fields(noun) if "None" not in str(field.type)}
    assert asked == {column.name for column in TABLES[noun].columns if not column.nullable} - set(HIDDEN)


def test_parents_come_before_their_children():
    seen = set()
    for noun in NOUNS:
        seen.add(TABLES[noun].name)
        assert {key.column.table.name for key in TABLES[noun].foreign_keys} <= seen


def test_every_link_waits_for_the_end_of_the_transaction_and_can_be_looked_up():
    for noun in NOUNS:
        table = TABLES[noun]
        first = {next(iter(index.columns)).name for index in table.indexes}
        first |= {next(iter(c.columns)).name for c in table.constraints if isinstance(c, sa.UniqueConstraint)}
        for key in table.foreign_keys:
            assert key.deferrable
            assert key.initially == "DEFERRED"
            assert key.parent.name in first


def test_a_noun_keeps_its_signature_and_defaults():
    assert str(inspect.signature(Option)).startswith("(decision_id")
    assert Option("D", "x").id != Option("D", "x").id
    with pytest.raises(TypeError):
        Person("1")


def test_every_attribute_of_every_noun_comes_back_as_it_went_in(workspace):
    given_nouns = {(type(noun), noun.id): noun for noun in every_noun()}
    with workspace.work("Add") as work:
        for noun in every_noun():
            work.add(noun)
    assert {type(noun) for noun in given_nouns.values()} == set(NOUNS)
    with workspace.read() as reading:
        for (kind, its_id), noun in given_nouns.items():
            for found in (reading.get(kind, its_id), *(one for one in reading.bare(kind) if one.id == its_id)):
                for field in fields(kind):
                    value, expected = getattr(found, field.name), getattr(noun, field.name)
                    assert value == expected
                    assert type(value) is type(expected)


def test_every_attribute_comes_back_from_a_hasty_import_too(workspace):
    with workspace.work("Import") as work:
        work.add_all(every_noun())
    with workspace.read() as reading:
        for noun in every_noun():
            assert repr(reading.get(type(noun), noun.id)) == repr(noun)


def test_records_come_back_in_the_order_they_were_entered(workspace):
    names = ["c", "a", "b"]
    with workspace.work("Add") as work:
        work.add_all([Person("9", "c"), Person("5", "a")])
    with workspace.work("Add") as work:
        work.add(Person("7", "b"))
    with workspace.read() as reading:
        assert [person.name for person in reading.all(Person)] == names
        assert [person.name for person in reading.bare(Person)] == names


def test_a_persons_name_key_keeps_itself(workspace):
    people = TABLES[Person]

    def keys():
        with workspace.read() as reading:
            return [row.name_key for row in reading.rows(sa.select(people.c.name_key).order_by(people.c.id))]

    with workspace.work("Add") as work:
        work.add(Person("1", "Siân  Ó Briain"))
        work.add_all([Person("2", "ÅSA")])
    assert keys() == ["sian o briain", "asa"]
    with workspace.work("Rename") as work:
        work.get(Person, "2").name = "Straße"
        work.get(Person, "1").group = "left alone"
    assert keys() == ["sian o briain", "strasse"]


def test_text_is_cleaned_on_the_way_in(workspace):
    with workspace.work("Add") as work:
        work.add(Person("1", unicodedata.normalize("NFD", "Zoë") + "\0"))
        work.add_all([Setting("x", "e\u0301\0")])
    with workspace.read() as reading:
        assert reading.get(Person, "1").name == "Zoë"
        assert reading.get(Setting, "x").value == "é"


@given(st.text())
def test_clean_text_stays_clean(text):
    once = clean(text)
    assert clean(once) == once
    assert "\0" not in once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_a_folded_name_has_no_case_and_no_double_spaces(text):
    key = fold_name(text)
    assert key == " ".join(key.split())
    assert fold_name(clean(text)) == key


def test_names_that_differ_in_accents_only_fold_alike():
    assert fold_name("JOSÉ") == fold_name("jose\u0301") == fold_name("Jose")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2025, 1, 1, 12), sqlite.dialect())


def test_a_moment_is_kept_in_utc():
    summer = datetime(2025, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))
    assert Moment().process_bind_param(summer, sqlite.dialect()) == "2025-07-01T11:00:00Z"
    assert Moment().process_result_value("2025-07-01T11:00:00Z", sqlite.dialect()) == datetime(2025, 7, 1, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    "noun, field",
    [
        (Person("1", "x" * 32_768), "name"),
        (Person("i" * 256, "x"), "id"),
        (Person("1", "x", inducted_on="2025-02-30"), "inducted_on"),
        (Person("1", "x", access_asked="perhaps"), "access_asked"),
    ],
)
def test_what_does_not_fit_is_refused_by_the_database_itself(workspace, noun, field):
    for way in ("add", "add_all"):
        bad = Person(**{one.name: getattr(noun, one.name) for one in fields(noun)})
        if isinstance(bad.inducted_on, str):
            connection = connect(workspace.path)
            with pytest.raises(Exception, match="ck_people_inducted_on_day"):
                connection.execute("INSERT INTO people (id, name, name_key, entry, inducted_on) VALUES ('1', 'x', 'x', 1, '2025-02-30')")
            connection.close()
            continue
        with pytest.raises(Refused) as refused, workspace.work("Add") as work:
            work.add(bad) if way == "add" else work.add_all([bad])
        assert refused.value.field == field
    with workspace.read() as reading:
        assert reading.all(Person) == []


def test_a_number_too_large_is_refused_in_words(workspace):
    with workspace.work("Add") as work:
        work.add_all(every_noun())
    with pytest.raises(Refused, match="too large"), workspace.work("Change") as work:
        work.get(Attendance, "a1").minutes_present = 10**30


def test_somebody_cannot_be_on_the_list_of_a_workshop_twice(workspace):
    with workspace.work("Add") as work:
        work.add_all(every_noun())
    with pytest.raises(Refused, match="already on the list"), workspace.work("Add") as work:
        work.add(Attendance("W-01", "0001"))


def test_a_record_others_point_to_cannot_be_removed(workspace):
    with workspace.work("Add") as work:
        work.add_all(every_noun())
    with pytest.raises(Refused, match="point"), workspace.work("Remove") as work:
        work.delete(work.get(Person, "0001"))
    with workspace.read() as reading:
        assert reading.get(Person, "0001").name == "Zoë"


def test_a_second_record_with_the_same_id_is_refused(workspace):
    with workspace.work("Add") as work:
        work.add(Person("1", "Ann"))
    with pytest.raises(Refused, match="already a record"), workspace.work("Add") as work:
        work.add(Person("1", "Bob"))


def test_the_tables_can_be_made_on_postgresql_too():
    for table in metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "STRICT" not in made
        assert "json_type" not in made
    assert "TIMESTAMP WITH TIME ZONE" in str(CreateTable(history).compile(dialect=postgresql.dialect()))
    payments = str(CreateTable(metadata.tables["payments"]).compile(dialect=postgresql.dialect()))
    assert "paid BIGINT" in payments
    assert "paid_on DATE" in payments
