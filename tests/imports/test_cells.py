"""What a cell means, rule by rule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from coproduce.domain.codes import AttendanceState, Stage, YesNo
from coproduce.domain.money import Money
from coproduce.domain.sheets import sheet_named
from coproduce.errors import Refused
from coproduce.imports.cells import reader_of


def reads(sheet: str, column: str, cell: Any) -> Any:
    found = sheet_named(sheet)
    assert found is not None
    return reader_of(found.by_heading[column.replace("_", "")])(cell)


def refuses(sheet: str, column: str, cell: Any) -> str:
    with pytest.raises(Refused) as refused:
        reads(sheet, column, cell)
    return str(refused.value)


COLUMNS = [
    ("People", "person_id"),
    ("People", "name"),
    ("People", "left_on"),
    ("People", "under_18"),
    ("Workshops", "starts_at"),
    ("Workshops", "state"),
    ("Workshops", "stages"),
    ("Blocks", "minutes"),
    ("Blocks", "led_by"),
    ("Blocks", "proposed_by"),
    ("Payments", "offered"),
]


@pytest.mark.parametrize("blank", ["", None, "   ", "\n", "\u00a0"])
@pytest.mark.parametrize("column", COLUMNS, ids=".".join)
def test_a_blank_cell_is_not_recorded(column: tuple[str, str], blank: Any) -> None:
    assert reads(*column, blank) is None


@pytest.mark.parametrize(
    "cell, meant",
    [("0014", "0014"), (14.0, "14"), (" P-01 ", "P-01"), ("محمد", "محمد"), ("a b", "a b"), (2.5, "2.5"), ("e\u0301", "\u00e9")],
)
def test_an_id_is_any_text_and_keeps_its_zeros(cell: Any, meant: str) -> None:
    assert reads("People", "person_id", cell) == meant


@pytest.mark.parametrize("cell", [date(2025, 1, 3), True, 1234567890123456.0, "x" * 256, time(9, 30)])
def test_an_id_the_spreadsheet_has_spoilt_is_refused(cell: Any) -> None:
    refuses("People", "person_id", cell)


@pytest.mark.parametrize(
    "cell, day",
    [
        (date(2025, 3, 1), date(2025, 3, 1)),
        (datetime(2025, 3, 1), date(2025, 3, 1)),
        ("2025-03-01", date(2025, 3, 1)),
        ("01/03/2025", date(2025, 3, 1)),
        (" 1/3/2025 ", date(2025, 3, 1)),
        ("31/12/2025", date(2025, 12, 31)),
    ],
)
def test_dates_are_read_day_first(cell: Any, day: date) -> None:
    assert reads("People", "left_on", cell) == day


@pytest.mark.parametrize("cell", ["12/31/2025", "03/13/2025"])
def test_a_date_that_only_makes_sense_month_first_is_refused(cell: str) -> None:
    assert "day first" in refuses("People", "left_on", cell)


@pytest.mark.parametrize(
    "cell", ["soon", "31/02/2025", 45717.0, True, time(9, 30), datetime(2025, 3, 1, 9, 30), "01/03/25", date(1899, 1, 1)]
)
def test_what_is_no_date_is_refused(cell: Any) -> None:
    refuses("People", "left_on", cell)


@pytest.mark.parametrize(
    "cell", ["09:30", "9:30", "09.30", time(9, 30), time(9, 29, 59, 999_999), timedelta(hours=9, minutes=30)], ids=repr
)
def test_times_are_read(cell: Any) -> None:
    assert reads("Workshops", "starts_at", cell) == time(9, 30)


@pytest.mark.parametrize("cell", ["25:00", "half nine", 0.5, date(2025, 1, 1), timedelta(hours=30), True])
def test_what_is_no_time_is_refused(cell: Any) -> None:
    refuses("Workshops", "starts_at", cell)


@pytest.mark.parametrize("cell", ["yes", "Yes", "Y", "true", "TRUE", "✓", " yes ", True])
def test_yes_is_read(cell: Any) -> None:
    assert reads("People", "under_18", cell) is YesNo.YES


@pytest.mark.parametrize("cell", ["no", "No", "n", "false", False])
def test_no_is_read(cell: Any) -> None:
    assert reads("People", "under_18", cell) is YesNo.NO


@pytest.mark.parametrize("cell", ["maybe", "1", 1.0, 0.0, "x"])
def test_neither_yes_nor_no_is_refused(cell: Any) -> None:
    refuses("People", "under_18", cell)


@pytest.mark.parametrize("cell", ["left_early", "Left early", "LEFT-EARLY", "leftearly", " left early "])
def test_codes_match_whatever_their_spelling(cell: str) -> None:
    assert reads("Attendance", "state", cell) is AttendanceState.LEFT_EARLY


def test_an_unknown_code_is_refused_with_the_codes_there_are() -> None:
    assert "here, left_early, apologies, absent, unexpected" in refuses("Attendance", "state", "there")


def test_several_values_are_separated_by_semicolons() -> None:
    assert reads("Workshops", "stages", "why; Plan;;design ; why") == (Stage.WHY, Stage.PLAN, Stage.DESIGN)
    assert reads("Blocks", "led_by", "0001; 0014") == ("0001", "0014")
    assert reads("Blocks", "led_by", 14.0) == ("14",)
    refuses("Workshops", "stages", "why; when")


@pytest.mark.parametrize(
    "cell, pence",
    [
        ("25", 2500),
        ("25.50", 2550),
        ("25.5", 2550),
        ("£25.50", 2550),
        ("1,250.00", 125000),
        (" £ 1,250 ", 125000),
        (12.6, 1260),
        (0.1 + 0.2, 30),
        (4.35, 435),
        (1250.0, 125000),
        (0.0, 0),
        (1e9, 100_000_000_000),
    ],
)
def test_money_is_whole_pence(cell: Any, pence: int) -> None:
    assert reads("Payments", "offered", cell) == Money(pence)


@pytest.mark.parametrize(
    "cell", ["-5", -5.0, "25.505", 12.345, 10 / 3, "free", "25 pounds", "1,25.00", True, date(2025, 1, 1), float("nan")]
)
def test_money_that_is_negative_too_fine_or_no_number_is_refused(cell: Any) -> None:
    refuses("Payments", "offered", cell)


@pytest.mark.parametrize("cell, minutes", [(30.0, 30), ("30", 30), ("30.0", 30), (" 30 ", 30), (0.0, 0), (29.999999999999996, 30)])
def test_minutes_are_whole(cell: Any, minutes: int) -> None:
    assert reads("Blocks", "minutes", cell) == minutes


@pytest.mark.parametrize("cell", [30.5, "30.5", "-1", -1.0, "half an hour", True, "1e3", "٣٠", 1e12, date(2025, 1, 1)])
def test_what_is_no_whole_number_is_refused(cell: Any) -> None:
    refuses("Blocks", "minutes", cell)


@pytest.mark.parametrize("cell", [11.0, "10.5", "-1", "high"])
def test_a_slider_goes_from_0_to_10(cell: Any) -> None:
    assert reads("Verdicts", "voice", 10.0) == 10
    assert "0 to 10" in refuses("Verdicts", "voice", cell)


@pytest.mark.parametrize(
    "text",
    [
        "two\nlines",
        "a\ttab",
        "نريد مترجماً في كل جلسة",
        "李小龙 <b>x</b>",
        '=HYPERLINK("x")',
        "@sum(A1)",
        "👩🏽‍🦽",
        "\u202etext",
        "  kept  ",
    ],
)
def test_text_may_hold_anything(text: str) -> None:
    assert reads("People", "name", text) == text


def test_line_ends_of_all_systems_become_one() -> None:
    assert reads("People", "name", "a\r\nb\rc") == "a\nb\nc"


@pytest.mark.parametrize("text", ["a\x07b", "a\x00b", "\x1b[31m", "a\x85b", "a\ufffeb", "x" * 32_768])
def test_control_characters_and_endless_text_are_refused(text: str) -> None:
    refuses("People", "name", text)


@pytest.mark.parametrize(
    "cell, text", [(14.0, "14"), (0.75, "0.75"), (True, "TRUE"), (date(2025, 3, 1), "2025-03-01"), (time(9, 30), "09:30")]
)
def test_numbers_and_dates_in_a_text_column_become_text(cell: Any, text: str) -> None:
    assert reads("Decisions", "threshold", cell) == text


@pytest.mark.parametrize("cell, who", [("Organiser", "organiser"), (" ORGANISER", "organiser"), ("0001", "0001"), (7.0, "7")])
def test_a_proposer_is_a_person_or_the_organiser(cell: Any, who: str) -> None:
    assert reads("Blocks", "proposed_by", cell) == who
