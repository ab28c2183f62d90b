"""Feedback: was what people said answered, with a reason, and were they told when it was promised.

Answering (deciding what to do) and telling (letting people know) are two moments.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coproduce.domain.codes import Answer
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Finding, RecordKind, Share, Theme, Unit
from coproduce.domain.evidence.scene import Scene, is_blank
from coproduce.domain.room import Contribution
from coproduce.domain.wording import N_

NEEDS_A_REASON = frozenset({Answer.NOT_ADOPTED, Answer.PART})


def what_people_said_was_answered(scene: Scene) -> Iterator[Unit]:
    """Contributions with an answer and its date, of all at held workshops that are answered or whose promised day has passed.

    Range 0 to 1. The promised day is the workshop's own, else so many days after it. No answer counts against and is missing.
    Worked: 34 said, 12 answered, 11 not though the day has passed, 11 not yet due: 12 of 23.
    Source: Mathie 2018, reciprocal relationships.
    """
    for sitting, contribution in scene.contributions():
        if contribution.is_answered:
            yield contribution.id, Finding.YES
        elif sitting.promise < scene.as_of:
            yield contribution.id, Finding.MISSING


def every_no_came_with_a_reason(scene: Scene) -> Iterator[Unit]:
    """Contributions answered "not adopted" or "part" with a reason, of all at held workshops answered so.

    Range 0 to 1. No reason counts against and is missing.
    Worked: 8 such answers, one without a reason: 7 of 8.
    Source: NHS England 2022, working with people and communities: feed back also where change is not possible.
    """
    for _sitting, contribution in scene.contributions():
        if contribution.is_answered and contribution.answer in NEEDS_A_REASON:
            yield contribution.id, Finding.MISSING if is_blank(contribution.reason) else Finding.YES


def told_by_the_promised_day(scene: Scene) -> Iterator[Unit]:
    """Contributions answered whose people were told by the promised day, of all told or whose promised day has passed.

    Range 0 to 1; held workshops only. Not told counts against and is missing; so is telling in time with no answer recorded.
    Worked: 22 owed, 3 told in time, 9 told late, 10 not told: 3 of 22.
    Source: Mathie 2018; Government of South Australia, closing the loop.
    """
    for sitting, contribution in scene.contributions():
        if contribution.told_on is not None or sitting.promise < scene.as_of:
            yield contribution.id, _told(contribution, sitting.promise)


def _told(contribution: Contribution, promise: date) -> Finding:
    if contribution.told_on is None:
        return Finding.MISSING
    if contribution.told_on > promise:
        return Finding.NO
    return Finding.YES if contribution.is_answered else Finding.MISSING


T19 = Share(
    id="T19",
    asks=N_("Was what people said answered?"),
    theme=Theme.FEEDBACK,
    record=RecordKind.CONTRIBUTION,
    ask=what_people_said_was_answered,
    gaming=GAMING["T19"],
    sources=("Mathie 2018",),
    counts_against=True,
)
T20 = Share(
    id="T20",
    asks=N_("Did every no come with a reason?"),
    theme=Theme.FEEDBACK,
    record=RecordKind.CONTRIBUTION,
    ask=every_no_came_with_a_reason,
    gaming=GAMING["T20"],
    sources=("NHS England 2022",),
    counts_against=True,
)
T21 = Share(
    id="T21",
    asks=N_("Were people told by the promised date?"),
    theme=Theme.FEEDBACK,
    record=RecordKind.CONTRIBUTION,
    ask=told_by_the_promised_day,
    gaming=GAMING["T21"],
    sources=("Mathie 2018", "Government of South Australia"),
    counts_against=True,
)
