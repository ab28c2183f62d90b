"""Tables of other people: where the headings stand, what each column is taken for, and what is never kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coproduce.domain.sheets import SHEETS
from coproduce.domain.sheets.people import PEOPLE
from coproduce.errors import Refused
from coproduce.imports.found_table import FoundTable, find_tables, table_from_text, table_of
from coproduce.imports.heading_words import never_on
from coproduce.imports.links import Links
from coproduce.imports.mapping import TableMapping, Why, choose, guess, headings_key, to_remember
from coproduce.imports.table_fields import fields_of
from coproduce.imports.table_rows import Answers, MappedRow, RowReader
from coproduce.storage.plain import PLAIN

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The first values drawn wait until the words of every module were read, which a busy computer takes a second for."""

NATION = (
    "nationbuilder_id\tfirst_name\tlast_name\temail\tmobile_number\tGender\tage_bracket\n"
    "0014\tSiân\tPrice\ts@example.org\t07700 900123\tF\t25-34\n"
)


def guessed(table: FoundTable, remembered: dict[str, str] | None = None) -> TableMapping:
    return guess(PEOPLE, table, remembered)


def fields(table: FoundTable) -> dict[str, str | None]:
    return {column.title: column.field for column in guessed(table).columns}


def read_people(table: FoundTable, mended: dict[tuple[int, str], str] | None = None) -> list[MappedRow]:
    return RowReader(guessed(table), Links({}), Answers(mended or {})).read_all(table)


# -- the three real shapes


def test_an_export_of_a_campaign_system_maps_without_hand_work():
    table = table_from_text(NATION, "clipboard")
    assert fields(table) == {
        "nationbuilder_id": "id",
        "first_name": "first_name",
        "last_name": "last_name",
        "email": None,
        "mobile_number": None,
        "Gender": None,
        "age_bracket": None,
    }
    [person] = read_people(table)
    assert person.values == {"id": "0014", "name": "Siân Price"}


def test_a_semicolon_file_of_an_older_program_with_british_dates(tmp_path: Path):
    path = tmp_path / "members.csv"
    path.write_bytes("Ref;Name;Organisation;Date left\r\n007;Siân O’Neill;Carers’ network;03/04/2025\r\n".encode("cp1252"))
    [table] = find_tables(path)
    [person] = read_people(table)
    assert person.values == {"id": "007", "name": "Siân O’Neill", "group": "Carers’ network", "left_on": dt.date(2025, 4, 3)}


def test_a_sheet_with_a_title_and_two_rows_of_merged_headings(tmp_path: Path):
    path = tmp_path / "panel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Panel 2025")
        sheet.merge_range("A1:F1", "Our panel, spring 2025")
        sheet.merge_range("A3:A4", "Member no")
        sheet.merge_range("B3:C3", "Name")
        sheet.merge_range("D3:E3", "Contact")
        sheet.merge_range("F3:F4", "Diagnosis")
        for place, words in enumerate(["First", "Last", "Email", "Preferred contact method"], start=1):
            sheet.write(3, place, words)
        sheet.write_row(4, 0, [14, "Ana", "Price", "a@example.org", "Text message", "ADHD"])
    [table] = find_tables(path)
    assert table.headings == (
        "Member no",
        "Name – First",
        "Name – Last",
        "Contact – Email",
        "Contact – Preferred contact method",
        "Diagnosis",
    )
    [person] = read_people(table)
    assert person.values == {"id": "14", "name": "Ana Price", "reply_format": "Text message"}
    assert person.number == 5


# -- guessing


def test_a_guess_says_that_it_is_one():
    why = {column.title: column.why for column in guessed(table_from_text("person_id\tForename\tShoe size\n1\tAna\t4\n", "p")).columns}
    assert why == {"person_id": Why.OURS, "Forename": Why.HEADING, "Shoe size": Why.NO_PLACE}


def test_our_own_headings_all_find_their_field():
    table = table_of("p", [[column.heading for column in PEOPLE.columns], ["x"] * len(PEOPLE.columns)])
    assert [column.field for column in guessed(table).columns] == [column.name for column in PEOPLE.columns]


def test_a_full_name_is_the_name_where_there_is_no_other():
    assert fields(table_from_text("Full name\tGroup\nAna Price\tChoir\n", "p")) == {"Full name": "name", "Group": "group"}
    assert fields(table_from_text("Full name\tKnown as\nAna Price\tAna\n", "p")) == {"Full name": "full_name", "Known as": "name"}


def test_names_alone_need_no_heading():
    table = table_from_text("Ana Price\nBen Okri\n", "p")
    [column] = guessed(table).columns
    assert (column.field, column.why, column.title) == ("name", Why.CONTENT, "Column 1")
    assert [person.name for person in read_people(table)] == ["Ana Price", "Ben Okri"]


def test_of_two_columns_for_one_field_the_first_has_it():
    assert fields(table_from_text("Name\tMember name\nAna\tAna P\n", "p")) == {"Name": "name", "Member name": None}


@pytest.mark.parametrize(
    "heading",
    [
        "Gender",
        "gender_identity",
        "Ethnicity",
        "ethnicGroup",
        "Religion or belief",
        "Disability",
        "Diagnosis",
        "Health condition(s)",
        "NHS no",
        "Benefits",
        "Universal Credit?",
        "Bank account",
        "Sort code",
        "sortcode",
        "NI number",
        "National Insurance No.",
        "Immigration status",
        "Sexual orientation",
        "Trade union",
        "DOB",
        "Date of birth",
        "age_bracket",
        "Equality – Sex",
    ],
)
def test_what_must_not_be_kept_is_told_by_its_heading(heading):
    assert never_on(PEOPLE, heading)
    table = table_from_text(f"Name\t{heading}\nAna\tx\n", "p")
    column = guessed(table).columns[1]
    assert (column.field, column.why) == (None, Why.NEVER)
    assert choose(guessed(table), 1, "group").columns[1].field is None, "nor can it be chosen"


@pytest.mark.parametrize("heading", ["Name", "Group", "Under 18", "Aged care team", "Package", "Address", "Guardian consent date"])
def test_other_headings_are_not_taken_for_them(heading):
    assert never_on(PEOPLE, heading) is None


@pytest.mark.parametrize("cell", ["QQ 12 34 56 C", "20-00-00", "943 476 5919", "GB82 WEST 1234 5698 7654 32", "White British", "Female"])
def test_what_must_not_be_kept_is_told_by_what_is_in_it(cell):
    table = table_from_text(f"Name\tField 7\nAna\t{cell}\nBen\t{cell}\n", "p")
    assert guessed(table).columns[1].why is Why.NEVER


def test_what_was_chosen_before_is_chosen_again_but_never_what_must_not_be_kept():
    table = table_from_text("Name\tStreet\tGender\nAna\tHigh St\tF\n", "p")
    kept = to_remember(choose(guessed(table), 1, "group"))
    assert kept == {"name": "name", "street": "group"}
    again = guessed(table, {**kept, "gender": "group"})
    assert [(column.field, column.why) for column in again.columns] == [
        ("name", Why.REMEMBERED),
        ("group", Why.REMEMBERED),
        (None, Why.NEVER),
    ]


def test_choosing_a_field_takes_it_from_the_column_that_had_it():
    mapping = choose(guessed(table_from_text("Name\tNick\nAna\tA\n", "p")), 1, "name")
    assert [column.field for column in mapping.columns] == [None, "name"]
    assert choose(mapping, 1, None).lacks == ["name"]


def test_the_same_headings_in_another_order_are_the_same_table():
    one, other = table_from_text("Name\tRef\nAna\t1\n", "p"), table_from_text("REF\tname\n1\tAna\n", "p")
    assert headings_key(one) == headings_key(other) != ""
    assert "ana" not in headings_key(one)


# -- anything at all


cell = st.one_of(st.text(max_size=12), st.none(), st.floats(), st.dates(), st.booleans())


@UNHURRIED
@given(st.lists(st.lists(cell, max_size=6), max_size=8))
def test_any_table_can_be_looked_at_and_no_field_is_given_twice(rows):
    table = table_of("t", rows)
    given_fields = [column.field for column in guessed(table).columns if column.field]
    assert len(given_fields) == len(set(given_fields)) <= len(fields_of(PEOPLE))
    for person in read_people(table):
        assert not {"first_name", "last_name"} & person.values.keys()


@UNHURRIED
@given(st.text(max_size=200))
def test_any_text_is_rows_or_is_refused_in_words(text):
    try:
        table = table_from_text(text, "clipboard")
    except Refused:
        assert not text.strip('\t,; \n"') or not text.isprintable()
    else:
        assert table.width
        guessed(table)


@UNHURRIED
@given(st.lists(st.from_regex(r"[0-9]{1,12}", fullmatch=True), min_size=1, max_size=20, unique=True))
def test_ids_stay_text_with_every_zero(ids):
    table = table_from_text("\n".join(["Ref\tName", *(f"{one}\tAna" for one in ids)]), "p")
    assert [person.values["id"] for person in read_people(table)] == ids


# -- hostile


def test_a_formula_is_only_words():
    table = table_from_text('Name\tGroup\n=HYPERLINK("http://x")\t+1+1\n', "p")
    [person] = read_people(table)
    assert person.values["group"] == "+1+1"
    assert person.name.startswith("=HYPERLINK")


def test_a_control_character_is_pointed_at_and_can_be_put_right():
    table = table_from_text("Name\nA\x07na\n", "p")
    [person] = read_people(table)
    assert [wrong.field for wrong in person.wrong] == ["name"]
    [mended] = read_people(table, {(2, "name"): "Ana"})
    assert (mended.name, mended.wrong) == ("Ana", [])


def test_too_many_columns_or_too_much_text_is_refused():
    with pytest.raises(Refused, match="column ZZ"):
        table_from_text("\t".join(["Name"] * 703) + "\nx", "p")
    with pytest.raises(Refused, match="too much"):
        table_from_text("x" * 20_000_001, "p")


def test_nothing_to_paste_is_said():
    with pytest.raises(Refused, match="no rows"):
        table_from_text(" \n\t\n", "p")


def test_whatever_a_column_points_to_can_be_offered_by_name():
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.parent is not None:
                assert Links({noun: [] for noun in PLAIN}).of(column.parent).everything() == [], f"{sheet.name}: {column.heading}"
