"""Every list from real-shaped tables: payments, registers, quotes, decisions; who is meant, what is asked, what is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from time import process_time

import pytest
import xlsxwriter

from coproduce.domain.codes import AttendanceState, PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.sheets import SHEETS, Kind, sheet_named
from coproduce.domain.sheets.decisions import DECISIONS
from coproduce.domain.sheets.people import ATTENDANCE, PEOPLE, REQUIREMENTS
from coproduce.domain.sheets.planning import WORKSHOPS
from coproduce.domain.sheets.resourcing import PAYMENTS
from coproduce.domain.sheets.room import CONTRIBUTIONS, EQUALITY, VERDICTS
from coproduce.domain.workshops import Workshop
from coproduce.imports.alike import known_by
from coproduce.imports.foreign_dates import DateOrder
from coproduce.imports.found_table import find_tables, table_from_text
from coproduce.imports.mapping import Why, asks_order, choose_order, guess, to_remember
from coproduce.imports.planning import plan_against
from coproduce.imports.table_fields import MAPPED_SHEETS
from coproduce.imports.table_plan import PREFIXES, Choice, Doing
from coproduce.imports.which_sheet import sheet_for
from coproduce.imports.workbook import ReadRow, ReadSheet, ReadWorkbook
from tests.imports.mapping_rows import Panel, one

PROJECT = one(Project, id="J-1", title="Redesigning the booking line")
SPRING = one(Workshop, id="W-1", project_id="J-1", title="What gets in the way", date=dt.date(2025, 3, 12))
SUMMER = one(Workshop, id="W-2", project_id="J-1", title="Trying it out", date=dt.date(2025, 6, 4))
SIAN = one(Person, id="0014", name="Siân Price", group="Carers’ network")
BEN = one(Person, id="0015", name="Ben Okri", group="Choir")
HERE = (PROJECT, SPRING, SUMMER, SIAN, BEN)

FINANCE = "Payee;Invoice date;Amount;Ref\r\nSIAN PRICE;28/03/2025;£25.50;BACS 0091\r\nOkri, Ben;31/03/2025;40.00;BACS 0092\r\n"


def doings(panel: Panel) -> list[Doing]:
    return [row.doing for row in panel.plan.rows]


# -- payments of a finance system


def test_a_finance_export_maps_without_hand_work_and_finds_its_people(tmp_path: Path):
    path = tmp_path / "export.csv"
    path.write_bytes(FINANCE.encode("cp1252"))
    panel = Panel(PAYMENTS, find_tables(path)[0], *HERE, known={"workshop_id": "W-1"})
    assert panel.fields == {"Payee": "person_name", "Invoice date": "claimed_on", "Amount": "claimed", "Ref": "reference"}
    assert panel.mapping.lacks == ["kind"], "whether these are fees or expenses is asked, not guessed"
    plan = panel.same(kind="fee").plan
    assert plan.summary() == "add 2, update 0, skip 0"
    sian, ben = plan.whole.added[Payment]
    assert (sian.person_id, sian.workshop_id, sian.kind, sian.claimed) == ("0014", "W-1", PaymentKind.FEE, Money(2550))
    assert (ben.person_id, ben.claimed_on, ben.reference) == ("0015", dt.date(2025, 3, 31), "BACS 0092")
    assert sian.id.startswith("PAY-")


def test_money_without_a_date_beside_it_is_not_guessed_to_be_paid():
    panel = Panel(PAYMENTS, "Payee\tAmount\nBen Okri\t40\n", *HERE)
    assert panel.fields["Amount"] is None
    assert Panel(PAYMENTS, "Payee\tAmount\tDate paid\nBen Okri\t40\t1/4/2025\n", *HERE).fields["Amount"] == "paid"


def test_a_payment_that_may_be_there_already_is_asked_about_and_can_be_filled_in():
    offered = one(Payment, id="X-9", workshop_id="W-1", person_id="0014", kind=PaymentKind.FEE, offered=Money(2550))
    text = "Payee\tAmount paid\tDate paid\nSiân Price\t25.50\t01/04/2025\n"
    panel = Panel(PAYMENTS, text, *HERE, offered, known={"workshop_id": "W-1"}).same(kind="fee")
    [row] = panel.plan.rows
    assert row.doing is Doing.ASK
    assert row.like is offered
    assert ("paid", None, Money(2550)) in row.side_by_side(PAYMENTS)
    panel.choices[2] = Choice.UPDATE
    [update] = panel.plan.whole.updates
    assert (update.id, update.values) == ("X-9", {"paid": Money(2550), "paid_on": dt.date(2025, 4, 1)})


def test_bank_details_have_no_place_beside_a_payment():
    panel = Panel(PAYMENTS, "Payee\tSort code\tAccount number\nBen Okri\t20-00-00\t12345678\n", *HERE)
    assert [column.why for column in panel.mapping.columns] == [Why.HEADING, Why.NEVER, Why.NEVER]


# -- who and which is meant


def test_a_workshop_is_found_by_its_title_or_by_its_day_or_by_both():
    for heading, cell in (("Session", "trying it out"), ("Session", "4 June 2025"), ("Event date", "04/06/2025"), ("Workshop", "W-2")):
        panel = Panel(PAYMENTS, f"Payee\t{heading}\tType\nBen Okri\t{cell}\tfee\n", *HERE)
        [made] = panel.plan.whole.added[Payment]
        assert made.workshop_id == "W-2", cell
    panel = Panel(PAYMENTS, "Payee\tSession\tSession date\tType\nBen Okri\tTrying it out\t12/03/2025\tfee\n", *HERE)
    [row] = panel.plan.rows
    assert row.doing is Doing.ASK
    assert {offer.value for offer in row.wrong[0].unclear.offers} == {"W-1", "W-2"}, "title and day speak of two workshops"


def test_two_people_of_one_name_are_offered_to_choose_from_once_for_all_rows():
    other = one(Person, id="0099", name="Ben Okri", group="Allotments")
    panel = Panel(ATTENDANCE, "Name\tAttended\nBen Okri\tyes\n", *HERE, other, known={"workshop_id": "W-1"})
    [row] = panel.plan.rows
    assert row.doing is Doing.ASK
    unclear = row.wrong[0].unclear
    assert [(offer.value, offer.about) for offer in unclear.offers] == [("0015", "Choir · 0015"), ("0099", "Allotments · 0099")]
    panel.answers.meant[unclear.said] = "0099"
    assert panel.plan.whole.added[Attendance][0].person_id == "0099"


def test_a_name_that_is_only_like_one_is_never_taken_for_it():
    panel = Panel(ATTENDANCE, "Name\tAttended\nSian Prise\tyes\n", *HERE, known={"workshop_id": "W-1"})
    [row] = panel.plan.rows
    assert row.doing is Doing.ASK
    assert row.wrong[0].expected == "Who is “Sian Prise”?"
    assert row.wrong[0].unclear.offers[0].value == "0014"


def test_somebody_unknown_is_an_error_in_place_and_can_be_added_with_the_row_in_one_step():
    panel = Panel(ATTENDANCE, "Name\tAttended\nFemi Adeyemi\tyes\nFemi Adeyemi\tno\n", *HERE, known={"workshop_id": "W-1"})
    row, _same = panel.plan.rows
    assert row.doing is Doing.WRONG
    assert row.wrong[0].expected.startswith("Nobody here is called “Femi Adeyemi”")
    assert row.wrong[0].unclear.may_add
    panel.answers.new_people["P-NEW"] = "Femi Adeyemi"
    panel.answers.meant[row.wrong[0].unclear.said] = "P-NEW"
    plan = panel.plan
    assert [person.name for person in plan.whole.added[Person]] == ["Femi Adeyemi"]
    assert plan.summary() == "add 1, update 0, skip 1, 1 new person as well"
    assert "about the same person and workshop" in plan.rows[1].wrong[0].expected


def test_first_and_last_names_say_who_as_well():
    panel = Panel(ATTENDANCE, "Forename\tSurname\tAttended\nBen\tOkri\t✓\n", *HERE, known={"workshop_id": "W-1"})
    [made] = panel.plan.whole.added[Attendance]
    assert (made.person_id, made.state) == ("0015", AttendanceState.HERE)


def test_an_id_that_lost_its_zeros_is_offered_not_taken():
    panel = Panel(ATTENDANCE, "person_id\tstate\n14\there\n", *HERE, known={"workshop_id": "W-1"})
    [row] = panel.plan.rows
    assert row.doing is Doing.ASK
    assert row.wrong[0].unclear.offers[0].value == "0014"


# -- registers of attendance


def test_a_register_with_names_down_and_days_across_becomes_one_row_for_each_tick(tmp_path: Path):
    path = tmp_path / "register.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Register")
        sheet.write_row(0, 0, ["Name", "Email"])
        sheet.write_datetime(0, 2, dt.datetime(2025, 3, 12))
        sheet.write_string(0, 3, "Trying it out")
        sheet.write_row(1, 0, ["Siân Price", "s@example.org", "✓", "✓"])
        sheet.write_row(2, 0, ["Ben Okri", "b@example.org", "", "apologies"])
    panel = Panel(ATTENDANCE, find_tables(path)[0], *HERE)
    assert panel.fields == {"Name": "person_name", "Email": None, "Workshop": "workshop_title", "State": "state"}
    made = {(one.person_id, one.workshop_id): one.state for one in panel.plan.whole.added[Attendance]}
    assert made == {
        ("0014", "W-1"): AttendanceState.HERE,
        ("0014", "W-2"): AttendanceState.HERE,
        ("0015", "W-2"): AttendanceState.APOLOGIES,
    }, "a blank is not recorded: it is no absence"
    assert panel.table.rows[0].where == "row 2, 2025-03-12"


def test_a_mark_that_could_mean_two_things_is_asked_about_once():
    panel = Panel(ATTENDANCE, "Name\tAttended\nSiân Price\tx\nBen Okri\tx\n", *HERE, known={"workshop_id": "W-1"})
    assert doings(panel) == [Doing.ASK, Doing.ASK]
    unclear = panel.plan.rows[0].wrong[0].unclear
    panel.answers.meant[unclear.said] = "here"
    assert doings(panel) == [Doing.ADD, Doing.ADD]


def test_names_alone_are_recognised_as_people_of_the_workshop_in_sight():
    panel = Panel(ATTENDANCE, "Siân Price\nBen Okri\n", *HERE, known={"workshop_id": "W-1"})
    assert panel.fields == {"Column 1": "person_name"}
    assert panel.mapping.columns[0].why is Why.CONTENT
    assert panel.plan.summary() == "add 2, update 0, skip 0"
    assert all(one.state is None for one in panel.plan.whole.added[Attendance])


# -- quotes, decisions, counts


def test_a_list_of_quotes_is_words_even_without_headings():
    text = "The form asks the same thing three times over.\nNobody rang me back, so I stopped trying to book.\n"
    panel = Panel(CONTRIBUTIONS, text, *HERE, known={"workshop_id": "W-1"})
    assert panel.fields == {"Column 1": "words"}
    assert [one.words for one in panel.plan.whole.added[Contribution]] == text.splitlines()
    assert Panel(CONTRIBUTIONS, "Feedback\tTheme\nToo early\ttimes\n").fields == {"Feedback": "words", "Theme": "theme"}


def test_the_same_quotes_again_are_asked_about():
    said = one(Contribution, id="C-1", workshop_id="W-1", words="Too early in the day")
    panel = Panel(CONTRIBUTIONS, "Feedback\ntoo early in the day\nToo late\n", *HERE, said, known={"workshop_id": "W-1"})
    assert doings(panel) == [Doing.ASK, Doing.ADD]


def test_a_decision_log_finds_its_project_and_keeps_what_it_can():
    text = "Decision\tDate decided\tAction owner\tRAG\nOpen on Saturdays\t12-Mar-25\tBen\tgreen\n"
    panel = Panel(DECISIONS, text, *HERE, known={"project_id": "J-1"})
    assert panel.fields == {"Decision": "question", "Date decided": "decided_on", "Action owner": "owner", "RAG": None}
    [made] = panel.plan.whole.added[DECISIONS.noun]
    assert (made.project_id, made.decided_on) == ("J-1", dt.date(2025, 3, 12))


def test_gender_is_never_taken_into_a_person_but_its_counts_have_a_place():
    people = Panel(PEOPLE, "Name\tGender\nAna\tFemale\n")
    assert (people.mapping.columns[1].field, people.mapping.columns[1].why) == (None, Why.NEVER)
    assert "counts for the whole project" in people.mapping.columns[1].never
    counts = Panel(EQUALITY, "Gender\tNumber\nWomen\t14\nMen\t9\n", PROJECT, known={"project_id": "J-1"})
    made = counts.plan.whole.added[EqualityCount]
    assert [(one.question, one.answer, one.count) for one in made] == [("Gender", "Women", 14), ("Gender", "Men", 9)]


def test_two_people_who_judged_alike_are_two_verdicts():
    panel = Panel(VERDICTS, "voice\tways\n7\t8\n7\t8\n", *HERE, known={"workshop_id": "W-1"}).same(given_by="participant")
    assert panel.plan.summary() == "add 2, update 0, skip 0"


# -- dates


def test_dates_that_could_be_read_either_way_are_asked_about_once_a_column_day_first():
    panel = Panel(WORKSHOPS, "Title\tDate\nOne\t03/04/2025\nTwo\t05/06/2025\n", PROJECT, known={"project_id": "J-1"})
    column = panel.mapping.columns[1]
    assert asks_order(panel.mapping, column)
    assert [one.date for one in panel.plan.whole.added[Workshop]] == [dt.date(2025, 4, 3), dt.date(2025, 6, 5)]
    panel.mapping = choose_order(panel.mapping, 1, DateOrder.MONTH_FIRST)
    assert [one.date for one in panel.plan.whole.added[Workshop]] == [dt.date(2025, 3, 4), dt.date(2025, 5, 6)]
    again = guess(WORKSHOPS, panel.table, to_remember(panel.mapping))
    assert again.columns[1].order is DateOrder.MONTH_FIRST


@pytest.mark.parametrize(("cell", "order"), [("25/03/2025", DateOrder.DAY_FIRST), ("03/25/2025", DateOrder.MONTH_FIRST)])
def test_a_column_that_tells_by_itself_is_not_asked_about(cell, order):
    panel = Panel(WORKSHOPS, f"Title\tDate\nOne\t{cell}\nTwo\t03/04/2025\n")
    assert (panel.mapping.columns[1].order, asks_order(panel.mapping, panel.mapping.columns[1])) == (order, False)


# -- which list, and what comes back from our own


@pytest.mark.parametrize("sheet", MAPPED_SHEETS, ids=lambda sheet: sheet.name)
def test_what_was_copied_from_a_list_of_ours_needs_no_guess(sheet):
    text = "\t".join(column.heading for column in sheet.columns) + "\n" + "\t".join("x" for _column in sheet.columns) + "\n"
    table = table_from_text(text, "clipboard")
    assert sheet_for(table, PEOPLE) is sheet, "even where another list is in sight"
    mapping = guess(sheet, table)
    assert [column.field for column in mapping.columns] == [column.name for column in sheet.columns]
    assert {column.why for column in mapping.columns} == {Why.OURS}
    assert mapping.lacks == []


def test_a_foreign_table_belongs_to_the_list_in_sight_and_without_one_to_the_likeliest():
    table = table_from_text(FINANCE.replace("\r", ""), "clipboard")
    assert sheet_for(table, CONTRIBUTIONS) is CONTRIBUTIONS
    assert sheet_for(table, None) is PAYMENTS
    assert sheet_for(table_from_text("First name\tSurname\tEmail\nAna\tPrice\tx\n", "p"), None) is PEOPLE


def test_the_first_row_can_be_headings_or_not():
    table = table_from_text("Ben Okri\tparticipant\nSiân Price\tparticipant\n", "clipboard")
    assert not table.has_headings, "a word that stands again below is no heading"
    assert table.with_headings().headings == ("Ben Okri", "participant")
    assert len(table.with_headings().without_headings().rows) == 2


# -- the same checks as a workbook


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("Payments", {"id": "X-1", "workshop_id": "W-1", "person_id": "0014", "kind": "fee", "paid": "25"}),
        ("Payments", {"id": "X-1", "workshop_id": "W-1", "person_id": "0014", "kind": "fee", "paid_on": "2025-04-01"}),
        ("Projects", {"id": "J-9", "title": "T", "starts_on": "2025-04-01", "ends_on": "2025-03-01"}),
        ("Rates", {"label": "R", "shape": "task", "amount": "5", "valid_from": "2025-04-01", "valid_to": "2025-03-01"}),
        ("Workshops", {"id": "W-9", "project_id": "J-1", "title": "T", "date": "2400-04-01"}),
        ("Turns", {"workshop_id": "W-1", "turns": "4"}),
    ],
)
def test_what_the_workbook_refuses_is_refused_here_with_the_same_words(sheet, row):
    of = sheet_named(sheet)
    assert of is not None
    panel = Panel(of, "\t".join(of.by_field[name].heading for name in row) + "\n" + "\t".join(row.values()) + "\n", *HERE)
    [planned] = panel.plan.rows
    assert planned.doing is Doing.WRONG
    read = ReadWorkbook(Path("same.xlsx"))
    made = ReadSheet(of, {name: of.by_field[name].heading for name in row})
    made.rows = [ReadRow(2, dict(planned.read.values))]
    read.sheets[sheet] = made
    said = [problem.expected for problem in plan_against(panel.records, read).problems]
    assert [wrong.expected for wrong in planned.wrong] == said != []


def test_a_day_of_payment_that_is_missing_can_be_given_in_the_preview():
    text = "Payee\tAmount paid\nBen Okri\t25\n"
    panel = Panel(PAYMENTS, text, *HERE, known={"workshop_id": "W-1"}).same(kind="fee")
    [row] = panel.plan.rows
    assert [wrong.field for wrong in row.wrong] == ["paid_on"]
    panel.answers.mended[2, "paid_on"] = "01/04/2025"
    assert doings(panel) == [Doing.ADD]


def test_every_list_but_the_settings_takes_rows():
    assert [sheet.name for sheet in SHEETS if sheet not in MAPPED_SHEETS] == ["Workspace"]


def test_ten_thousand_payments_are_looked_at_without_a_wait():
    people = [one(Person, id=f"{n:05}", name=f"Person {n}") for n in range(2000)]
    text = "Payee\tInvoice date\tAmount\tRef\n" + "".join(f"Person {n % 2000}\t28/03/2025\t{n % 90}.50\tR{n}\n" for n in range(10_000))
    start = process_time()
    panel = Panel(PAYMENTS, text, PROJECT, SPRING, *people, known={"workshop_id": "W-1"}).same(kind="fee")
    assert panel.plan.count(Doing.ADD) == 10_000
    assert process_time() - start < 4.0, "half a second of work on an idle computer"


def test_every_list_with_ids_makes_one_for_a_row_that_brings_none():
    for sheet in MAPPED_SHEETS:
        if sheet.columns[0].kind is Kind.ID:
            assert sheet.name in PREFIXES
            assert known_by(sheet.noun, dict.fromkeys(sheet.by_field, "x")) is not None, "and has something it is known by"


def test_what_people_need_comes_from_a_list_of_theirs_but_never_the_reason():
    panel = Panel(REQUIREMENTS, "Name\tAccess needs\tDiagnosis\nBen Okri\tLarge print\tx\n", *HERE)
    assert panel.fields == {"Name": "person_name", "Access needs": "need", "Diagnosis": None}
    assert panel.plan.summary() == "add 1, update 0, skip 0"
