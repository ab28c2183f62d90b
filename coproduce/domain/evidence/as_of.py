"""The facts as they stood on a day: every date after it is blank, and what the organisation wrote later is not there.

Not blanked: a workshop's own date and the day feedback was promised by, the day money or access is needed by, and the
validity of rates. Nothing but dates changes; what hangs on a date follows by itself (a line without `paid_on` is unpaid).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.decisions import Decision
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.looking import with_changes
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop

BLANKED: dict[type, tuple[str, ...]] = {
    Project: ("starts_on", "ends_on"),
    Person: (
        *("inducted_on", "access_first_asked_on", "upfront_asked_on", "left_on", "guardian_consent_on", "retain_until"),
        *("consents_asked_on", "assent_on", "access_asked_again_on", "equality_stopped_on"),
    ),
    Workshop: ("invited_on", "adjustments_by", "content_notes_on"),
    Block: ("locked_on", "changed_after_on"),
    Attendance: ("access_asked_on",),
    Paper: ("sent_on",),
    Arrangement: ("asked_on", "agreed_on", "booked_on", "confirmed_on", "told_on", "in_place_on"),
    Payment: (
        *("offered_on", "response_on", "claimed_on", "approved_on", "paid_on", "advance_asked_on"),
        *("sent_back_on", "sent_on", "failed_on", "received_on", "advice_on"),
    ),
    Contribution: ("answered_on", "told_on", "difference_asked_on"),
    Decision: ("decided_on", "due_on", "review_on", "reviewed_on", "locked_on", "changed_after_on", "threshold_set_on"),
    Ask: ("asked_on", "answered_on", "look_again_on"),
}
"""The dates of each noun that are blank when they lie after the day."""

Noun = TypeVar("Noun", Project, Person, Workshop, Block, Attendance, Paper, Arrangement, Payment, Contribution, Decision, Ask)


def _blanked(kind: type[Any]) -> tuple[str, ...]:
    """Of the noun, or of a subclass of it such as records to look at are."""
    if kind not in _FOUND:
        _FOUND[kind] = next(BLANKED[noun] for noun in kind.__mro__ if noun in BLANKED)
    return _FOUND[kind]


_FOUND: dict[type[Any], tuple[str, ...]] = {}


def as_it_stood(record: Noun, as_of: date) -> Noun:
    """The record itself, or a copy without the dates that lie after `as_of`."""
    blank: dict[str, Any] = {}
    for name in _blanked(type(record)):
        day: date | None = getattr(record, name)
        if day is not None and day > as_of:
            blank[name] = None
    return with_changes(record, **blank) if blank else record


def _all_as_they_stood(records: Iterable[Noun], as_of: date) -> tuple[Noun, ...]:
    return tuple(as_it_stood(record, as_of) for record in records)


def facts_as_of(facts: ProjectFacts, as_of: date) -> ProjectFacts:
    """The same facts without any date after `as_of`. The records given are never changed."""
    return replace(
        facts,
        project=as_it_stood(facts.project, as_of),
        people={name: as_it_stood(person, as_of) for name, person in facts.people.items()},
        workshops=_all_as_they_stood(facts.workshops, as_of),
        blocks=_all_as_they_stood(facts.blocks, as_of),
        attendances=_all_as_they_stood(facts.attendances, as_of),
        papers=_all_as_they_stood(facts.papers, as_of),
        arrangements=_all_as_they_stood(facts.arrangements, as_of),
        payments=_all_as_they_stood(facts.payments, as_of),
        contributions=_all_as_they_stood(facts.contributions, as_of),
        linked_contributions=_all_as_they_stood(facts.linked_contributions, as_of),
        decisions=_all_as_they_stood(facts.decisions, as_of),
        asks=_all_as_they_stood(facts.asks, as_of),
        own_words=tuple(said for said in facts.own_words if said.written_on <= as_of),
    )
