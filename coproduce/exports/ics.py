"""A workshop as a calendar file, for other calendars to read (RFC 5545). Nobody's name is in it.

A workshop knows the time on the wall, not the time zone, so its start is a floating time (RFC 5545 §3.3.5): it is ten o'clock
wherever the calendar is opened.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.codes import WorkshopFormat, WorkshopState
from coproduce.domain.plan import days_of
from coproduce.domain.timetable import minute_of, timetable
from coproduce.domain.wording import day_words
from coproduce.domain.workshops import Workshop
from coproduce.exports.target import replacing
from coproduce.i18n import _

LONGEST_LINE = 75
"""Octets in a line, its line break not counted (RFC 5545 §3.1)."""

_OURS = uuid.UUID("b247a15d-1ae4-46a2-b56b-2a40150d8b38")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_STATUS = {WorkshopState.CANCELLED: "CANCELLED", WorkshopState.DRAFT: "TENTATIVE"}


def write_calendar(
    workshop: Workshop, blocks: Sequence[Block], target: Path, *, organisation: str = "", now: datetime | None = None, by_part: bool = False
) -> None:
    """Write `calendar_text` to `target`; a file that stood there is replaced once the new one is whole.

    Raises `DiskTrouble` where the disk or the folder says no.
    """
    words = calendar_text(workshop, blocks, organisation=organisation, now=now, by_part=by_part)
    with replacing(target) as stream:
        stream.write(words.encode())


def calendar_text(
    workshop: Workshop, blocks: Sequence[Block], *, organisation: str = "", now: datetime | None = None, by_part: bool = False
) -> str:
    """The whole file: an event for each day of a workshop or, `by_part`, for each part of its plan that has a time and a length.

    Each has title, place and time. `now` must say its time zone. Without a start it is an event of the whole day; without a plan it
    has a start and no end, because nobody said how long it is. What is done before the day is in no event.
    """
    stamp = (now or datetime.now(UTC)).astimezone(UTC)
    whole = event_id(workshop, organisation)
    events = list(_parts(workshop, blocks, whole)) if by_part else list(_days(workshop, blocks, whole))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coproduce//Workshops//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for event in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.uid}",
            f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
            *event.times,
            f"SUMMARY:{escaped(event.title)}",
            *_said("LOCATION", workshop.venue),
            *_said("DESCRIPTION", event.about),
            f"STATUS:{_STATUS.get(workshop.state, 'CONFIRMED') if workshop.state else 'CONFIRMED'}",
            "END:VEVENT",
        ]
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in folded(line))


class _Event(NamedTuple):
    uid: str
    title: str
    times: list[str]
    about: str


def _days(workshop: Workshop, blocks: Sequence[Block], whole: str) -> Iterator[_Event]:
    for day in [day for day in days_of(blocks) if day != BEFORE_THE_DAY] or [1]:
        first = day == 1
        uid = whole if first else str(uuid.uuid5(_OURS, f"{whole}\nday {day}"))
        times = timetable(blocks, workshop.starts_at if first else None, day)
        start = times.start if not first or workshop.starts_at is None else minute_of(workshop.starts_at)
        yield _Event(uid, workshop.title, _times(workshop.date + timedelta(days=day - 1), start, times.end), _about(workshop))


def _parts(workshop: Workshop, blocks: Sequence[Block], whole: str) -> Iterator[_Event]:
    for day in days_of(blocks):
        for timed in timetable(blocks, workshop.starts_at if day == 1 else None, day).timed:
            if timed.start is None or not timed.block.minutes:
                continue
            title = timed.block.title.strip()
            lane = f" ({timed.block.lane})" if timed.lanes > 1 and timed.block.lane else ""
            uid = str(uuid.uuid5(_OURS, f"{whole}\n{timed.block.id}"))
            times = _times(workshop.date + timedelta(days=day - 1), timed.start, timed.end)
            yield _Event(uid, f"{title}{lane}", times, "\n".join(filter(None, (workshop.title, timed.block.for_participants))))


def event_id(workshop: Workshop, organisation: str = "") -> str:
    """The same for a workshop whatever is changed in it, so that a calendar moves its event and adds no second one.

    Ids brought in from a workbook (W1, W2 …) are the same in many organisations, so the name of the organisation is part of it.
    """
    return str(uuid.uuid5(_OURS, "\n".join([organisation.strip().casefold(), workshop.project_id, workshop.id])))


def escaped(words: str) -> str:
    """Words as a TEXT value (RFC 5545 §3.3.11). Characters that may not stand in one are left out."""
    plain = _NOT_TEXT.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, each part after the first led by a space (RFC 5545 §3.1). No character is cut."""
    part, used = "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > LONGEST_LINE:
            yield part
            part, used = " ", 1
        part += letter
        used += size
    yield part


def _times(day: date, start: int | None, end: int | None) -> list[str]:
    """When it begins and ends; minutes after midnight may go past the day."""
    if start is None:
        return [f"DTSTART;VALUE=DATE:{_day(day)}", f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}"]
    midnight = datetime.combine(day, time())
    ends = [f"DTEND:{_moment(midnight + timedelta(minutes=end))}"] if end is not None and end > start else []
    return [f"DTSTART:{_moment(midnight + timedelta(minutes=start))}", *ends]


def _about(workshop: Workshop) -> str:
    words = {WorkshopFormat.ONLINE: _("Online"), WorkshopFormat.HYBRID: _("In person and online")}
    by = workshop.adjustments_by
    needs = _("Tell us what you need to take part by {day}.").format(day=day_words(by)) if by else ""
    return "\n".join(part for part in (words.get(workshop.format, "") if workshop.format else "", needs) if part)


def _said(name: str, words: str | None) -> list[str]:
    return [f"{name}:{escaped(words.strip())}"] if words and words.strip() else []


def _day(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _moment(when: datetime) -> str:
    return f"{_day(when.date())}T{when:%H%M%S}"
