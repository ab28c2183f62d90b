"""The file for the bank: the columns chosen, zeros as they stand, and what is cut or refused said before anything is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.money import Money
from coproduce.errors import Refused
from coproduce.exports.finance.bank_file import BankColumn, BankForm, BankLine, DayForm, Separator, altered, bank_rows, write_bank_file

C = BankColumn
DAY = date(2026, 4, 7)
LINES = [
    BankLine("007", "Siân Ap Rhys", Money(7500), DAY, "March"),
    BankLine("PAY-9", "Wilhelmina Featherstonehaugh", Money(5), DAY, "March"),
]


def line(**more):
    return BankLine(**({"reference": "PAY-1", "name": "Ann", "amount": Money(100), "day": DAY, "batch": "March"} | more))


def test_the_columns_stand_in_the_order_chosen_and_nothing_else_does(tmp_path):
    path = tmp_path / "bank.csv"
    write_bank_file(LINES, BankForm((C.NAME, C.AMOUNT, C.REFERENCE)), path)
    assert path.read_bytes().decode("utf-8") == (
        "name,amount,reference\r\nSiân Ap Rhys,75.00,007\r\nWilhelmina Featherstonehaugh,0.05,PAY-9\r\n"
    )


def test_zeros_in_front_are_kept_as_they_stand_without_a_mark():
    references = ["007", "3-4", "1E5", "0012"]
    assert [
        row[0] for row in bank_rows([line(reference=each) for each in references], BankForm((C.REFERENCE,), headings=False))
    ] == references


@pytest.mark.parametrize(
    "form, day", [(DayForm.DAY_FIRST, "07/04/2026"), (DayForm.YEAR_FIRST, "2026-04-07"), (DayForm.FIGURES, "07042026")]
)
def test_pence_have_no_point_and_a_day_is_written_as_the_bank_wants_it(tmp_path, form, day):
    path = tmp_path / "bank.txt"
    write_bank_file(LINES, BankForm((C.PENCE, C.DAY, C.BATCH), separator=Separator.SEMICOLON, headings=False, day_form=form), path)
    assert path.read_text(encoding="utf-8").splitlines() == [f"7500;{day};March", f"5;{day};March"]


def test_names_that_are_cut_are_told_beforehand_with_how():
    form = BankForm((C.REFERENCE, C.NAME), longest=18)
    [cut] = altered(LINES, form)
    assert (cut.reference, cut.words, cut.written) == ("PAY-9", "Wilhelmina Featherstonehaugh", "Wilhelmina Feather")
    assert altered(LINES, BankForm((C.REFERENCE,), longest=18)) == []
    assert altered(LINES, BankForm((C.NAME,))) == []


def test_a_letter_is_never_parted_from_its_mark():
    assert bank_rows([line(name="Zoe\u0308e")], BankForm((C.NAME,), longest=4, headings=False)) == [["Zoëe"]]


@pytest.mark.parametrize("name, written", [("=HYPERLINK(1)", "HYPERLINK(1)"), ("+ -@Ann", "Ann"), ("'=Ann", "Ann"), ("＝Ann", "Ann")])
def test_what_could_be_run_is_cut_off_a_name_and_told(name, written):
    form = BankForm((C.NAME,), headings=False)
    assert bank_rows([line(name=name)], form) == [[written]]
    assert [each.written for each in altered([line(name=name)], form)] == [written]


def test_a_title_that_is_made_safe_is_told_once():
    form = BankForm((C.BATCH,), headings=False)
    lines = [line(batch="=March", reference=reference) for reference in "AB"]
    assert [(each.reference, each.written) for each in altered(lines, form)] == [("", "March")]


def test_a_reference_that_could_be_run_is_refused_and_nothing_is_written(tmp_path):
    path = tmp_path / "bank.csv"
    with pytest.raises(Refused, match="begins with a sign"):
        write_bank_file([line(reference="=1")], BankForm((C.REFERENCE,)), path)
    assert list(tmp_path.iterdir()) == []
    assert bank_rows([line(reference="=1")], BankForm((C.AMOUNT,), headings=False)) == [["1.00"]]


@pytest.mark.parametrize(
    "form, words",
    [
        (BankForm(()), "at least one column"),
        (BankForm((C.NAME, C.NAME)), "stand in the file once"),
        (BankForm((C.NAME,), longest=3), "room for 4 letters"),
    ],
)
def test_a_form_that_cannot_be_is_refused(form, words):
    with pytest.raises(Refused, match=words):
        bank_rows(LINES, form)


def test_a_name_of_which_nothing_is_left_is_refused():
    with pytest.raises(Refused, match="Nothing is left of the name"):
        bank_rows([line(name="=+-")], BankForm((C.NAME,)))


@given(st.text(), st.one_of(st.none(), st.integers(4, 40)))
def test_no_name_can_be_run_whatever_it_is_and_none_is_longer_than_the_bank_takes(name, longest):
    try:
        [[written]] = bank_rows([line(name=name)], BankForm((C.NAME,), longest=longest, headings=False))
    except Refused:
        return
    assert written
    assert written[0] not in "=+-@＝＋－＠\t\r\n"
    assert longest is None or len(written) <= longest
