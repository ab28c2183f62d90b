"""Take one record away, or blank one of its cells: what could an organisation gain by writing less down?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from random import Random

from coproduce.domain.evidence import measure_all
from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.facts import ProjectFacts
from tests.domain.evidence.anything import AS_OF

KINDS = (
    "rates",
    "workshops",
    "blocks",
    "attendances",
    "papers",
    "arrangements",
    "payments",
    "contributions",
    "decisions",
    "options",
    "deciders",
    "dissents",
    "changes",
    "turns",
    "verdicts",
)
GONE = "gone"

BY_DEFINITION = {
    ("T1", "attendances", "role"): "an interpreter whose role is not recorded is somebody in the room",
    ("T2", "attendances", GONE): "with one organiser fewer on the list, participants are half of the room",
    ("T2", "attendances", "role"): "an interpreter whose role is not recorded is somebody in the room",
    ("T15", "attendances", "role"): "a supporter whose role is not recorded is somebody who takes part",
    ("T16", "attendances", "role"): "a supporter whose role is not recorded is somebody who takes part",
    ("T26", "attendances", "role"): "a supporter whose role is not recorded is somebody who takes part",
    ("T23b", "attendances", "role"): "a supporter whose role is not recorded is somebody who takes part",
    ("T23b", "attendances", GONE): "somebody whose first time is not recorded joins later",
    ("T23b", "attendances", "state"): "somebody whose first time is not recorded joins later",
    ("T23b", "attendances", "capacity"): "somebody whose first time is not recorded joins later",
    ("T23b", "workshops", GONE): "somebody whose first workshop is not there joins later",
    ("T23b", "workshops", "state"): "somebody whose first workshop was not held joins later",
    ("T24", "attendances", GONE): "another workshop is their first, and by then they were welcomed",
    ("T24", "attendances", "state"): "another workshop is their first, and by then they were welcomed",
    ("T24", "attendances", "capacity"): "another workshop is their first, and by then they were welcomed",
    ("T24", "workshops", GONE): "another workshop is their first, and by then they were welcomed",
    ("T24", "workshops", "state"): "another workshop is their first, and by then they were welcomed",
    ("T21", "workshops", "feedback_promised_by"): "without a day of its own the promise is that of the organisation, which may be later",
    ("T7", "payments", "needed_by"): "without a day of its own money is needed by the workshop, which may be later",
    ("T3", "payments", "cancelled_reason"): "a line in use again is an offer",
    ("T4", "payments", "cancelled_reason"): "a line in use again is paid, or declined by free choice",
    ("T29", "payments", "cancelled_reason"): "a line in use again is paid, or declined by free choice",
    ("T4", "payments", GONE): "with the unpaid line gone, all that is left was declined by free choice",
    ("T29", "payments", GONE): "with the unpaid line gone, all that is left was declined by free choice",
    ("T9", "attendances", "minutes_present"): "without the time they were there, the time that was paid for counts",
    ("T9", "attendances", "prep_minutes_asked"): "preparation that nobody wrote down counts as none",
    ("T18", "contributions", "capacity"): "without a capacity of its own, the words have that of the person on the list",
    ("T18", "contributions", "person_id"): "words of somebody whose capacity nobody knows are not the organisation's",
    ("T18", "attendances", GONE): "words of somebody whose capacity nobody knows are not the organisation's",
    ("T18", "attendances", "capacity"): "words of somebody whose capacity nobody knows are not the organisation's",
    ("T18", "workshops", GONE): "words of somebody whose capacity nobody knows are not the organisation's",
    ("T7b", "payments", "cancelled_reason"): "a line in use again shows that they asked for money before the day",
}
"""Where the definition itself answers yes once less is known: question, kind of record, and what was taken away."""

Taken = tuple[str, str, str]


def answers(facts: ProjectFacts) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each question that counts units: those answered yes, and those answered no or not recorded."""
    shares = [result for result in measure_all(facts, AS_OF).results if isinstance(result, ShareResult)]
    return {each.id: (frozenset(each.records.yes), frozenset((*each.records.no, *each.records.not_recorded))) for each in shares}


def one_less(facts: ProjectFacts, random: Random) -> Iterator[tuple[str, str, ProjectFacts]]:
    """For each record one way of knowing less, chosen at random: it is gone, or one cell that may be blank is."""
    for kind in KINDS:
        records = getattr(facts, kind)
        for place, record in enumerate(records):
            blank = [each.name for each in fields(record) if each.default is None and getattr(record, each.name) is not None]
            what = random.choice([GONE, *blank])
            if what is not GONE:
                other = (*records[:place], replace(record, **{what: None}), *records[place + 1 :])
                yield kind, what, replace(facts, **{kind: other})
            elif kind == "workshops":
                yield kind, what, _without_workshop(facts, record.id)
            else:
                yield kind, what, replace(facts, **{kind: (*records[:place], *records[place + 1 :])})


def _without_workshop(facts: ProjectFacts, workshop_id: str) -> ProjectFacts:
    """The workshop goes with everything that belongs to it; a decision stays."""
    left = {
        kind: tuple(each for each in getattr(facts, kind) if getattr(each, "workshop_id", None) != workshop_id)
        for kind in KINDS
        if kind not in ("workshops", "rates", "decisions")
    }
    return replace(facts, workshops=tuple(each for each in facts.workshops if each.id != workshop_id), **left)


def gained(facts: ProjectFacts, random: Random) -> Iterator[Taken]:
    """Every question in which a unit that was no, or not recorded, is a yes once something is taken away."""
    before = answers(facts)
    for kind, what, less in one_less(facts, random):
        for key, (yes, _others) in answers(less).items():
            if yes & before[key][1]:
                yield key, kind, what
