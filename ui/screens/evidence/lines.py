"""The lines of the evidence page: each indicator, each part of the honesty page, and the level. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from coproduce.domain.evidence import Evidence
from coproduce.domain.evidence.indicator import Result, ShareResult, State
from coproduce.domain.evidence.level import CREDIT, Rung
from coproduce.domain.evidence.level_words import level_in
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.own_words import HONESTY_TOPICS, heading_of
from coproduce.domain.wording import label
from coproduce.exports.sections.results import figure_words, question_words, state_of
from coproduce.i18n import _, ngettext
from ui.kit.cells import PillCell, Tone


class Headline(StrEnum):
    """The filters of the page."""

    ALL = "all"
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_SHOWN = "not_shown"


_HEADLINES = {
    State.MET: Headline.MET,
    State.PARTLY: Headline.PARTLY,
    State.NOT_MET: Headline.NOT_MET,
    State.CANNOT_BE_SHOWN: Headline.NOT_SHOWN,
    State.NOTHING_TO_MEASURE: Headline.NOT_SHOWN,
    State.NOT_MEASURED: Headline.NOT_SHOWN,
}

_PILLS = {
    State.MET: (Tone.OK, "circle-check"),
    State.PARTLY: (Tone.WARN, "circle"),
    State.NOT_MET: (Tone.BAD, "circle-x"),
    State.CANNOT_BE_SHOWN: (Tone.PLAIN, "eye-off"),
    State.NOTHING_TO_MEASURE: (Tone.PLAIN, "minus"),
    State.NOT_MEASURED: (Tone.PLAIN, "eye-off"),
    State.MEASURED: (Tone.INFO, "scale"),
}


class Line(NamedTuple):
    """One indicator in the list. `shares` are yes, no and not recorded; None for a measure. `beside` is what it is compared with."""

    id: str
    question: str
    figure: str
    pill: PillCell
    shares: tuple[int, int, int] | None
    spoken: str
    beside: str = ""


class Group(NamedTuple):
    """A heading, what nothing recorded shows of it, and the lines under it."""

    heading: str
    note: str
    lines: tuple[Line, ...]


class Ladder(NamedTuple):
    """The level the project set out for, what the records show, and what is missing first.

    `elsewhere` is what the records show in the words of the framework the project chose, where it has a word for it.
    """

    rungs: tuple[str, ...]
    reached: int
    shown: str
    elsewhere: str
    intended: str
    missing: str
    credit: str


def fits(result: Result, headline: Headline) -> bool:
    """The filter leaves it."""
    return headline is Headline.ALL or _HEADLINES.get(result.state) is headline


def pill_of(result: Result) -> PillCell:
    """The headline of a result."""
    tone, icon = _PILLS[result.state]
    return PillCell(state_of(result), tone, icon)


def line_of(result: Result, beside: str = "") -> Line:
    """One indicator; `beside` is the figure it is compared with, in words."""
    question, figure, pill = question_words(result), figure_words(result), pill_of(result)
    spoken, shares = f"{question} {pill.word}: {figure}.", None
    if isinstance(result, ShareResult):
        shares = (result.yes, result.no, result.not_recorded)
        counts = _("{yes} yes, {no} no, {missing} not recorded").format(yes=result.yes, no=result.no, missing=result.not_recorded)
        spoken = f"{spoken} {counts}."
    return Line(result.id, question, figure, pill, shares, f"{spoken} {beside}".rstrip(), beside)


def honesty_lines(evidence: Evidence, facts: ProjectFacts) -> tuple[Line, ...]:
    """The parts of the honesty page, with how much stands in each and whether the organisation says something about it."""
    said = {words.about for words in facts.own_words if words.written_on <= evidence.as_of}
    lines = []
    for topic in HONESTY_TOPICS:
        heading, figure = heading_of(topic), honesty_figure(evidence, topic.value)
        pill = PillCell(_("Own words"), Tone.INFO, "quote") if topic in said else PillCell(_("No own words"), Tone.PLAIN, "minus")
        lines.append(Line(topic.value, heading, figure, pill, None, f"{heading}: {figure}. {pill.word}."))
    return tuple(lines)


def honesty_figure(evidence: Evidence, topic: str) -> str:
    """How much stands in a part of the honesty page; in words."""
    page = evidence.honesty
    found = getattr(page, topic)
    if topic == "who_was_missing":
        count = len(found.apologies) + len(found.absent)
        return ngettext("{n} time a participant was not there", "{n} times a participant was not there", count).format(n=f"{count:,}")
    words = {
        "not_met": lambda n: ngettext("{n} question with a no", "{n} questions with a no", n),
        "not_shown": lambda n: ngettext("{n} question", "{n} questions", n),
        "decided_elsewhere": lambda n: ngettext("{n} decision", "{n} decisions", n),
        "declined_for_benefits": lambda n: ngettext("{n} person", "{n} people", n),
        "stages_left_out": lambda n: ngettext("{n} stage", "{n} stages", n),
        "late_entries": lambda n: ngettext("{n} record", "{n} records", n),
    }.get(topic, lambda n: ngettext("{n} payment", "{n} payments", n))
    return words(len(found)).format(n=f"{len(found):,}")


def ladder_of(evidence: Evidence, facts: ProjectFacts) -> Ladder:
    """The level, intended and evidenced."""
    level, rungs = evidence.level, [rung for rung in Rung if rung is not Rung.NONE]
    framework = facts.project.level_framework
    there = level_in(framework, level.value)
    return Ladder(
        tuple(rung.words for rung in rungs),
        rungs.index(level.value) + 1 if level.value in rungs else 0,
        level.value.words,
        _("{framework}: {level}").format(framework=label(framework), level=there) if there else "",
        level.intended or "",
        level.next or "",
        _("TLAP ladder: {credit}.").format(credit=CREDIT),
    )
