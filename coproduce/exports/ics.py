"""A workshop as a calendar file, for other calendars to read (RFC 5545). Nobody's name is in it.

A workshop knows the time on the wall, not the time zone, so its start is a floating time (RFC 5545 §3.3.5): it is ten o'clock
wherever the calendar is opened.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path

from coproduce.domain.agenda import Block
from coproduce.domain.codes import WorkshopFormat, WorkshopState
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
    workshop: Workshop, blocks: Sequence[Block], target: Path, *, organisation: str = "", now: datetime | None = None
) -> None:
    """Write `calendar_text` to `target`; a file that stood there is replaced once the new one is whole.

    Raises `DiskTrouble` where the disk or the folder says no.
    """
    words = calendar_text(workshop, blocks, organisation=organisation, now=now)
    with replacing(target) as stream:
        stream.write(words.encode())


def calendar_text(workshop: Workshop, blocks: Sequence[Block], *, organisation: str = "", now: datetime | None = None) -> str:
    """The whole file: one event with the title, the place and the time of a workshop. `now` must say its time zone.

    Without a start it is an event of the whole day; without a plan it has a start and no end, because nobody said how long it is.
    """
    stamp = (now or datetime.now(UTC)).astimezone(UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Coproduce//Workshops//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event_id(workshop, organisation)}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        *_times(workshop, blocks),
        f"SUMMARY:{escaped(workshop.title)}",
        *_said("LOCATION", workshop.venue),
        *_said("DESCRIPTION", _about(workshop)),
        f"STATUS:{_STATUS.get(workshop.state, 'CONFIRMED') if workshop.state else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


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


def length_of(blocks: Sequence[Block], starts_at: time) -> timedelta | None:
    """From the start to the end of the last part of the plan; None without a plan.

    Parts of one order run side by side, and a pinned start may leave a gap before it.
    """
    now = first = _minutes(starts_at)
    for _order, group in groupby(sorted(blocks, key=lambda block: block.order), key=lambda block: block.order):
        side_by_side = list(group)
        pinned = next((_minutes(block.pinned_start) for block in side_by_side if block.pinned_start), now)
        now = max(now, pinned) + max(block.minutes for block in side_by_side)
    return timedelta(minutes=now - first) if now > first else None


def _times(workshop: Workshop, blocks: Sequence[Block]) -> list[str]:
    if workshop.starts_at is None:
        return [f"DTSTART;VALUE=DATE:{_day(workshop.date)}", f"DTEND;VALUE=DATE:{_day(workshop.date + timedelta(days=1))}"]
    start = datetime.combine(workshop.date, workshop.starts_at)
    length = length_of(blocks, workshop.starts_at)
    ends = [f"DTEND:{_moment(start + length)}"] if length is not None else []
    return [f"DTSTART:{_moment(start)}", *ends]


def _about(workshop: Workshop) -> str:
    words = {WorkshopFormat.ONLINE: _("Online"), WorkshopFormat.HYBRID: _("In person and online")}
    by = workshop.adjustments_by
    needs = _("Tell us what you need to take part by {day}.").format(day=day_words(by)) if by else ""
    return "\n".join(part for part in (words.get(workshop.format, "") if workshop.format else "", needs) if part)


def _said(name: str, words: str | None) -> list[str]:
    return [f"{name}:{escaped(words.strip())}"] if words and words.strip() else []


def _minutes(when: time) -> int:
    return when.hour * 60 + when.minute


def _day(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _moment(when: datetime) -> str:
    return f"{_day(when.date())}T{when:%H%M%S}"
