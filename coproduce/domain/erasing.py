"""What goes when a person is forgotten, and what stays without them: what we did, never who they were or what they said.

Source: UK GDPR articles 17 (erasure) and 6(1)(c): what was paid stays for the accounts, and counts stay because they are nobody's.
No figure of the evidence moves: a text that only had to be there is replaced by a mark, and one that was blank stays blank.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import LaneSeat, Paper
from coproduce.domain.codes import SaidAs, fold
from coproduce.domain.decisions import Dissent
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.sheets import Kind, Sheet
from coproduce.domain.team import TeamMember
from coproduce.domain.wording import N_
from coproduce.i18n import gettext

MARK = N_("[erased]")
"""Stands where words were that are gone, so that it can be seen that something was there."""

_ANOTHER = N_("[erased, another]")

GOES = (Requirement, LaneSeat)
"""Records that are of no use without the person."""

CLEARED: dict[type[Any], tuple[str, ...]] = {
    Person: (
        *("full_name", "pronouns", "contact_route", "group", "access_asked", "reply_format", "under_18", "guardian_consent_on"),
        *("assent_on", "photo_consent", "quote_consent", "name_consent", "keep_needs_consent", "consents_asked_on", "retain_until"),
        *("restricted_on", "restricted_reason", "equality_stopped_on"),
    ),
    Attendance: ("response", "travel_minutes", "arrived_at", "left_at"),
    Arrangement: ("words", "owner", "supplier", "alternative"),
    Payment: ("how_told",),
    Contribution: ("told_how",),
}
"""Fields that become blank."""

MARKED: dict[type[Any], tuple[str, ...]] = {
    Person: ("named_contact",),
    Arrangement: ("need", "not_possible_reason"),
    Payment: ("cancelled_reason", "sent_back_reason", "failed_reason"),
    Contribution: ("words", "reason", "part"),
    Dissent: ("words",),
    Asked: ("who", "said"),
}
"""Fields whose words become `MARK`: that something was there counts, what it said does not."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a person would do. `goes` and `stays` count records by kind; `named_in` are other records with their name in.

    `owed` is what is still to be paid to them; `backups` how many copies of the file lie beside it.
    """

    name: str
    person_id: str
    goes: Counter[str]
    stays: Counter[str]
    named_in: int
    owed: Money
    backups: int


def erase_fields(record: Any) -> None:
    """Take the person out of a record that is about them. The record keeps its id, its dates and its amounts."""
    kind = type(record)
    for name in CLEARED.get(kind, ()):
        setattr(record, name, None)
    for name in MARKED.get(kind, ()):
        value = getattr(record, name)
        if isinstance(value, str) and value.strip():
            setattr(record, name, gettext(MARK))
    if kind is Person:
        record.name = gettext(N_("Erased person"))
    if kind is Paper:
        _erase_formats(record)
    if kind in (Contribution, Dissent):
        record.said_as = SaidAs.ANONYMOUS


def _erase_formats(paper: Paper) -> None:
    """The format tells of a need. Whether what was sent was what was needed stays to be seen."""
    needed, sent = paper.format_needed, paper.format_sent
    if needed is not None and fold(needed) == fold("none"):
        paper.format_sent = None if sent is None else gettext(MARK)
        return
    is_right = needed is not None and sent is not None and fold(needed) == fold(sent)
    paper.format_needed = None if needed is None else gettext(MARK)
    paper.format_sent = None if sent is None else gettext(MARK if is_right else _ANOTHER)


OWN_NAMES: dict[type[Any], tuple[str, ...]] = {Person: ("name", "full_name"), TeamMember: ("name",)}
"""What somebody else is called is theirs: two people may have one name."""


def without_name(sheet: Sheet, record: Any, names: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The fields of any record in whose free text the name stands, each with the text that takes its place.

    A name that somebody else has too stays theirs, though it is the same word.
    """
    theirs = OWN_NAMES.get(sheet.noun, ())
    for column in sheet.columns:
        value = getattr(record, column.name)
        if column.kind is Kind.TEXT and isinstance(value, str) and column.name not in theirs and names.search(value):
            yield column.name, names.sub(gettext(MARK), value)
