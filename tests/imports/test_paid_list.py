"""The list finance sends back: 500 of 500 match, and everything that does not is named with its row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coproduce.domain.codes import PaymentKind
from coproduce.domain.ids import BatchId, PaymentId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.exports.finance import FinanceLine, write_finance_csv, write_finance_xlsx
from coproduce.imports.found_table import find_tables, table_of
from coproduce.imports.paid_list import match_paid_list

SENT, PAID = date(2026, 3, 31), date(2026, 4, 7)
TODAY = PAID + timedelta(days=1)
HEADINGS = ["Reference", "Paid", "Paid on", "Bank reference"]


def sent(number, pence=2500):
    line = Payment(PaymentId(f"{number:04}"), "W", "ann", PaymentKind.FEE)
    line.approve(Money(pence), on=SENT)
    line.put_in_batch(BatchId("B-1"))
    line.send(on=SENT)
    return line


def matched(rows, lines, headings=HEADINGS):
    return match_paid_list(table_of("list", [headings, *rows]), lines, today=TODAY)


def told(result):
    return [(each.row, each.reference, each.sentence) for each in result.mismatches]


def test_500_of_500_match():
    lines = [sent(number, 1000 + number) for number in range(500)]
    rows = [[line.id, line.approved.plain(), "07/04/2026", f"BACS {line.id}"] for line in reversed(lines)]
    result = matched(rows, lines)
    assert (len(result.matched), result.mismatches) == (500, ())
    first = next(each for each in result.matched if each.payment_id == "0000")
    assert (first.amount, first.on, first.reference) == (Money(1000), PAID, "BACS 0000")


def test_twenty_planted_mismatches_are_each_named_with_their_row():
    lines = [sent(number) for number in range(100)]
    lines[60].mark_paid(on=SENT)
    lines[61].mark_paid(on=SENT)
    rows = [[line.id, "25.00", "2026-04-07", ""] for line in lines if line.id not in {"0098", "0099"}]
    wrong = {
        0: ["0000", "24.99", "2026-04-07", ""],
        1: ["0001", "2500", "2026-04-07", ""],
        2: ["nobody", "25.00", "2026-04-07", ""],
        3: ["", "25.00", "2026-04-07", ""],
        4: ["0005", "25.00", "2026-04-07", ""],
        6: ["0006", "twenty", "2026-04-07", ""],
        7: ["0007", "-25.00", "2026-04-07", ""],
        8: ["0008", "25.001", "2026-04-07", ""],
        9: ["0009", "25.00", "soon", ""],
        10: ["0010", "25.00", "31/02/2026", ""],
        11: ["0011", "", "2026-04-07", ""],
        12: ["0012", "25.00", "", ""],
        13: ["0013", "25.00", "2031-04-07", ""],
        14: ["14", "25.00", "2026-04-07", ""],
    }
    for place, row in wrong.items():
        rows[place] = row
    result = matched(rows, lines)
    by_row = [each for each in result.mismatches if each.row]
    missing = {each.reference for each in result.mismatches if not each.row}
    planted = len(by_row) + len(missing & {"0098", "0099"}) + len(missing & {"0002", "0003", "0004", "0014"})
    assert planted >= 20
    assert missing == {"0098", "0099", "0002", "0003", "0004", "0014"}
    assert {place + 2 for place in wrong if place != 4} | {7} <= {each.row for each in by_row}  # of two rows for 0005 the second
    assert {62, 63} <= {each.row for each in by_row}  # paid already
    for words in (
        "£24.99 was paid, and £25.00 is owed.",
        "No payment of this batch has that reference.",
        "There is no reference in this row.",
        "stands in the list twice",
        "not how much was paid",
        "not when it was paid",
        "still to come",
        "recorded as paid already",
        "it is not in the list",
    ):
        assert any(words in sentence for _row, _reference, sentence in told(result)), words
    assert {each.payment_id for each in result.matched} == {line.id for line in lines} - {
        *(f"{number:04}" for number in (0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 60, 61, 98, 99))
    }


@pytest.mark.parametrize("write, name", [(write_finance_csv, "list.csv"), (write_finance_xlsx, "list.xlsx")])
def test_our_own_list_sent_back_as_it_went_says_that_nothing_is_paid_yet(tmp_path, write, name):
    lines = [sent(number) for number in (7, 8)]
    ours = [FinanceLine(line.id, "Ann", "Fee", "One", SENT, line.approved, "Cash", "B-1") for line in lines]
    write(ours, tmp_path / name)
    result = match_paid_list(find_tables(tmp_path / name)[0], lines, today=TODAY)
    assert (result.matched, result.mismatches) == ((), ())


def test_a_list_without_a_needed_column_is_refused_in_words():
    with pytest.raises(Refused, match="no column for how much was paid, the day it was paid"):
        matched([["0001"]], [sent(1)], headings=["Reference", "Note"])


def test_the_list_of_a_bank_run_has_other_headings():
    result = matched([["0001", "£25.00", "7 April 2026"]], [sent(1)], headings=["Payee reference", "Value", "Payment date"])
    assert [(each.amount, each.on) for each in result.matched] == [(Money(2500), PAID)]


def test_what_matches_is_what_is_owed_after_a_part():
    line = sent(1)
    line.mark_paid(on=SENT, amount=Money(1000))
    assert line.state is PaymentState.PART_PAID
    result = matched([["0001", "15.00", "2026-04-07", ""]], [line])
    assert [each.amount for each in result.matched] == [Money(1500)]
