"""A workshop as a calendar file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.agenda import Block
from coproduce.domain.codes import WorkshopFormat, WorkshopState
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.domain.workshops import Workshop
from coproduce.errors import DiskTrouble
from coproduce.exports.ics import LONGEST_LINE, calendar_text, escaped, event_id, folded, write_calendar

NOW = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)


def workshop(**changes):
    given = {
        "id": WorkshopId("W1"),
        "project_id": ProjectId("P1"),
        "title": "What makes a good call?",
        "date": date(2026, 5, 14),
        "starts_at": time(10, 0),
        "venue": "Bryn Hall, Ffordd y Bryn; door B",
        "state": WorkshopState.PLANNED,
    }
    return Workshop(**{**given, **changes})


def part(order, minutes, **more):
    return Block(WorkshopId("W1"), order, f"Part {order}", minutes, **more)


def properties(text):
    """What a calendar reads: lines joined again, and split at the first colon."""
    return [tuple(line.split(":", 1)) for line in text.replace("\r\n ", "").split("\r\n") if line]


def read(text):
    """A TEXT value as a calendar reads it."""
    kept, letters = "", iter(text)
    for letter in letters:
        if letter == "\\":
            after = next(letters)
            kept += "\n" if after in "nN" else after
        else:
            assert letter not in ";,", "these two must be escaped"
            kept += letter
    return kept


# -- what is in it


def test_the_event_has_the_title_the_place_and_the_time():
    said = dict(properties(calendar_text(workshop(), [part(1, 90), part(2, 30)], now=NOW)))
    assert read(said["SUMMARY"]) == "What makes a good call?"
    assert read(said["LOCATION"]) == "Bryn Hall, Ffordd y Bryn; door B"
    assert said["DTSTART"] == "20260514T100000"
    assert said["DTEND"] == "20260514T120000"
    assert said["DTSTAMP"] == "20260501T093000Z"
    assert said["STATUS"] == "CONFIRMED"


def test_the_file_is_one_event_in_one_calendar():
    lines = [":".join(line) for line in properties(calendar_text(workshop(), [], now=NOW))]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VEVENT", "END:VCALENDAR"]
    assert lines.count("BEGIN:VEVENT") == 1
    assert "VERSION:2.0" in lines
    assert any(line.startswith("PRODID:") for line in lines)


def test_without_a_start_it_is_an_event_of_the_whole_day():
    said = dict(properties(calendar_text(workshop(starts_at=None, date=date(2026, 12, 31)), [part(1, 90)], now=NOW)))
    assert said["DTSTART;VALUE=DATE"] == "20261231"
    assert said["DTEND;VALUE=DATE"] == "20270101"


def test_without_a_plan_nobody_says_when_it_ends():
    names = [name for name, _value in properties(calendar_text(workshop(), [], now=NOW))]
    assert "DTSTART" in names
    assert not [name for name in names if name.startswith(("DTEND", "DURATION"))]


def test_a_workshop_that_ends_after_midnight_ends_on_the_next_day():
    said = dict(properties(calendar_text(workshop(starts_at=time(23, 0)), [part(1, 120)], now=NOW)))
    assert said["DTEND"] == "20260515T010000"


def ends(plan, **changes):
    return dict(properties(calendar_text(workshop(**changes), plan, now=NOW)))["DTEND"]


def test_parts_side_by_side_count_once_and_a_fixed_start_leaves_its_gap():
    plan = [part(1, 60), part(2, 30, lane="a"), part(2, 45, lane="b"), part(3, 30, pinned_start=time(13, 0))]
    assert ends(plan) == "20260514T133000"


def test_the_order_of_the_plan_is_by_its_numbers():
    assert ends([part(2, 30, pinned_start=time(12, 0)), part(1, 60)]) == "20260514T123000"


def test_what_is_done_before_the_day_takes_no_time_of_it():
    assert ends([part(1, 600, day=0), part(1, 60)]) == "20260514T110000"


def test_each_day_has_an_event_of_its_own():
    plan = [part(1, 60), part(2, 90, day=2, pinned_start=time(9, 30))]
    said = properties(calendar_text(workshop(), plan, now=NOW))
    assert [value for name, value in said if name == "DTSTART"] == ["20260514T100000", "20260515T093000"]
    assert [value for name, value in said if name == "DTEND"] == ["20260514T110000", "20260515T110000"]
    assert len({value for name, value in said if name == "UID"}) == 2


def test_each_part_may_have_an_entry_of_its_own():
    plan = [part(1, 60, for_participants="Bring a story"), part(2, 30, lane="A"), part(2, 45, lane="B"), part(3, 0, pinned_start=time(12))]
    text = calendar_text(workshop(), plan, now=NOW, by_part=True)
    said = properties(text)
    assert [read(value) for name, value in said if name == "SUMMARY"] == ["Part 1", "Part 2 (A)", "Part 2 (B)"]
    assert [value for name, value in said if name == "DTSTART"] == ["20260514T100000", "20260514T110000", "20260514T110000"]
    assert [value for name, value in said if name == "DTEND"] == ["20260514T110000", "20260514T113000", "20260514T114500"]
    assert next(read(value) for name, value in said if name == "DESCRIPTION") == "What makes a good call?\nBring a story"
    assert [value for name, value in said if name == "UID"] == [
        value for name, value in properties(calendar_text(workshop(), plan, now=NOW, by_part=True)) if name == "UID"
    ]


def test_a_cancelled_workshop_says_so_and_keeps_its_reason():
    text = calendar_text(workshop(state=WorkshopState.CANCELLED, cancelled_reason="Dilys is ill"), [], now=NOW)
    assert ("STATUS", "CANCELLED") in properties(text)
    assert "Dilys" not in text


def test_a_draft_is_not_certain_yet():
    assert ("STATUS", "TENTATIVE") in properties(calendar_text(workshop(state=WorkshopState.DRAFT), [], now=NOW))


def test_it_says_how_people_meet_and_until_when_to_ask():
    text = calendar_text(workshop(format=WorkshopFormat.HYBRID, adjustments_by=date(2026, 5, 1)), [], now=NOW)
    said = read(dict(properties(text))["DESCRIPTION"])
    assert said == "In person and online\nTell us what you need to take part by 1 May 2026."


def test_nobody_is_named_in_it():
    plan = [part(1, 60, led_by=("Carys-7",), proposed_by="Ioan-3")]
    text = calendar_text(workshop(), plan, now=NOW)
    assert "Carys" not in text
    assert "Ioan" not in text


# -- the same event again


def test_a_workshop_that_is_moved_keeps_its_event():
    moved = workshop(title="Another title", date=date(2026, 6, 1), starts_at=None, venue="Online", state=WorkshopState.CANCELLED)
    assert event_id(moved, "Bryn Community Voice") == event_id(workshop(), " bryn community voice ")


def test_two_workshops_never_share_an_event():
    others = {
        event_id(workshop(), "Bryn"),
        event_id(workshop(), "Another group"),
        event_id(workshop(id=WorkshopId("W2")), "Bryn"),
        event_id(workshop(project_id=ProjectId("P2")), "Bryn"),
    }
    assert len(others) == 4


# -- folding and escaping


@given(st.text(max_size=400))
def test_words_come_back_as_they_were_but_for_what_a_calendar_cannot_hold(words):
    kept = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        letter for letter in kept if letter in "\n\t" or (ord(letter) >= 32 and letter != "\x7f" and not 0xD800 <= ord(letter) < 0xE000)
    )
    assert read(escaped(words)) == kept
    assert not any(ord(letter) < 32 and letter != "\t" for letter in escaped(words))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=600))
def test_no_line_is_longer_than_75_octets_and_unfolding_gives_it_back(line):
    parts = list(folded(line))
    assert all(len(part.encode()) <= LONGEST_LINE for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert "\r\n".join(parts).replace("\r\n ", "") == line


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_whole_file_can_be_read_whatever_the_title_and_the_place_are(title, venue):
    text = calendar_text(workshop(title=title, venue=venue), [part(1, 60)], now=NOW)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= LONGEST_LINE for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    said = properties(text)
    assert read(dict(said)["SUMMARY"]) == read(escaped(title))
    assert ("DTSTART", "20260514T100000") in said
    assert [name for name, _value in said].count("LOCATION") <= 1


# -- the file


def test_the_file_replaces_the_one_before_and_leaves_no_part(tmp_path: Path):
    target = tmp_path / "workshop.ics"
    target.write_text("old")
    write_calendar(workshop(), [part(1, 60)], target, organisation="Bryn", now=NOW)
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert [path.name for path in tmp_path.iterdir()] == ["workshop.ics"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(DiskTrouble, match="folder"):
        write_calendar(workshop(), [], tmp_path / "gone" / "workshop.ics", now=NOW)
