"""A part of a project in words, as a report says it plainly, and as the file a report carries says it, so that it can be measured again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coproduce.domain.evidence import Evidence
from coproduce.domain.evidence.json_form import Json
from coproduce.domain.evidence.of_part import OF_THE_WHOLE
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import WorkshopId
from coproduce.domain.part import Days, OneWorkshop, Part
from coproduce.domain.wording import day_words, span_words
from coproduce.exports.wording import one_line
from coproduce.i18n import _


def part_words(part: Part, facts: ProjectFacts) -> str:
    """“One workshop: The door, 3 May 2026”, or “From 1 January 2026 to 31 December 2026”."""
    if isinstance(part, Days):
        return days_between(part)
    workshop = next((each for each in facts.workshops if part.holds(each)), None)
    if workshop is None:
        return _("One workshop: {workshop}").format(workshop=part.workshop_id)
    return _("One workshop: {workshop}, {day}").format(workshop=one_line(workshop.title), day=day_words(workshop.date))


def part_in_short(part: Part, facts: ProjectFacts) -> str:
    """For the foot of a page: “One workshop, 3 May 2026”, or “1 January to 31 December 2026”."""
    if isinstance(part, Days):
        return span_words(part.first, part.last)
    workshop = next((each for each in facts.workshops if part.holds(each)), None)
    return _("One workshop, {day}").format(day=day_words(workshop.date if workshop else None))


def days_between(part: Days) -> str:
    """“From 1 January 2026 to 31 December 2026”; one day alone is “On 3 May 2026”."""
    if part.first == part.last:
        return _("On {day}").format(day=day_words(part.first))
    return _("From {first} to {last}").format(first=day_words(part.first), last=day_words(part.last))


def days_for_a_name(part: Days) -> str:
    """The two days as the name of a file says them."""
    return _("{first} to {last}").format(first=part.first.isoformat(), last=part.last.isoformat())


def part_as_json(part: Part) -> Json:
    """As the file says it."""
    if isinstance(part, OneWorkshop):
        return {"workshop": str(part.workshop_id)}
    return {"from": part.first.isoformat(), "to": part.last.isoformat()}


def part_from_json(said: Json | None) -> Part | None:
    """The part a file tells of; None for a whole project. Raises `ValueError`, `KeyError` or `TypeError` where it is damaged."""
    if said is None:
        return None
    if "workshop" in said:
        return OneWorkshop(WorkshopId(str(said["workshop"])))
    return Days(date.fromisoformat(said["from"]), date.fromisoformat(said["to"]))


def asked_of_a_part(evidence: Evidence) -> Evidence:
    """Without the questions that are asked of a whole project only."""
    honesty = evidence.honesty
    shown = tuple(each for each in honesty.not_shown if each.result.id not in OF_THE_WHOLE)
    results = tuple(result for result in evidence.results if result.id not in OF_THE_WHOLE)
    return replace(evidence, results=results, honesty=replace(honesty, not_shown=shown))
