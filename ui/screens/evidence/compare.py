"""Two figures side by side: the same project on another day, or another project on the same day. No Qt. Neither is called better."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.evidence import Evidence, measure_all
from coproduce.domain.evidence.indicator import Result, ShareResult
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.wording import day_words
from coproduce.exports.sections.results import answer_words, figure_words, state_of
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.organisation import projects
from ui.kit.detail_parts import Going, Heading, Item, Note, Part, State
from ui.screens.evidence.lines import pill_of
from ui.screens.evidence.which import WhichRecords

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

MOST_SHOWN = 40
"""So many records that differ are listed at once."""

_A_WHILE = timedelta(days=91)
"""How long before the day looked at another day is offered first."""


class Against(StrEnum):
    """What the figures are compared with."""

    NOTHING = "nothing"
    DAY = "day"
    PROJECT = "project"


class Compared(NamedTuple):
    """The other figures: what they are called, their day, and whether they are of the same project."""

    name: str
    day: date
    evidence: Evidence
    facts: ProjectFacts
    is_same_project: bool


class Comparing:
    """What was chosen to compare with."""

    def __init__(self, file: WorkspaceFile) -> None:
        self._file = file
        self.against = Against.NOTHING
        self.day: date | None = None
        self.other = ""

    def choose(self, against: str, as_of: date, ours: str | None) -> None:
        """Compare with something else. A day or a project is offered, to be changed."""
        self.against = Against(against)
        self.day = self.day or as_of - _A_WHILE
        self.settle(ours)

    def settle(self, ours: str | None) -> None:
        """Our project may be another now: it is not compared with itself, and with none left there is nothing to compare."""
        offered = [key for key, _title in self.others(ours)]
        if self.other not in offered:
            self.other = offered[0] if offered else ""
        if self.against is Against.PROJECT and not self.other:
            self.against = Against.NOTHING

    def others(self, ours: str | None) -> list[tuple[str, str]]:
        """The other projects of the workspace, as (id, title)."""
        return [(str(each.id), each.title) for each in projects(self._file) if each.id != ours]

    @property
    def wanted(self) -> str:
        """The id of the project to read besides ours; empty where none is needed."""
        return self.other if self.against is Against.PROJECT else ""

    def count(self, facts: ProjectFacts, as_of: date) -> Compared | None:
        """Work out the other figures; None where nothing is chosen."""
        if self.against is Against.DAY and self.day is not None:
            return Compared(day_words(self.day), self.day, measure_all(facts, self.day), facts, is_same_project=True)
        if not self.wanted:
            return None
        theirs = load_facts(self._file, self.wanted)
        return Compared(theirs.project.title, as_of, measure_all(theirs, as_of), theirs, is_same_project=False)


def beside(compared: Compared | None, indicator: str) -> str:
    """The other figure in words, for a tile."""
    if compared is None:
        return ""
    result = compared.evidence[indicator]
    return _("{name}: {figure} ({headline})").format(name=compared.name, figure=figure_words(result), headline=state_of(result))


def compared_parts(result: Result, as_of: date, compared: Compared, records: WhichRecords, shell: Shell) -> list[Part]:
    """The other figure in full; of the same project also which records are new, gone or answered differently."""
    other = compared.evidence[result.id]
    parts: list[Part] = [
        Heading(_("Compared with {name}").format(name=compared.name)),
        State(pill_of(other), figure_words(other)),
        Note(answer_words(other)),
    ]
    if not compared.is_same_project:
        return [*parts, Note(_("Two projects differ in more than this figure shows. Neither is ranked."), quiet=True)]
    first, last = (other, result) if compared.day <= as_of else (result, other)
    return [*parts, *_differences(first, last, records, shell)]


def _differences(first: Result, last: Result, records: WhichRecords, shell: Shell) -> list[Part]:
    before, after = _answers(first), _answers(last)
    new = [record for record in after if record not in before]
    gone = [record for record in before if record not in after]
    moved = [record for record in after if record in before and before[record] != after[record]]
    if not (new or gone or moved):
        return [Note(_("The same records are behind both figures, with the same answers."), quiet=True)]
    said = {record: _("New: {answer}").format(answer=after[record]) if after[record] else _("New") for record in new}
    said |= {record: _("Gone. It was: {answer}").format(answer=before[record]) if before[record] else _("Gone") for record in gone}
    said |= {record: _("Was: {before}. Is: {after}").format(before=before[record], after=after[record]) for record in moved}
    parts: list[Part] = [Note(_how_many(len(new), len(gone), len(moved)))]
    listed = [*moved, *new, *gone]
    for which in records.of(last.indicator.record, listed[:MOST_SHOWN]):
        words = f"{said[which.record]} · {which.under}" if which.under else said[which.record]
        there = Going(shell, which.page, which.page_id, which.section)
        parts.append(Item(f"differs {which.record}", which.title, words, there) if which.page else Note(f"{which.title}: {words}"))
    if len(listed) > MOST_SHOWN:
        more = len(listed) - MOST_SHOWN
        parts.append(Note(ngettext("And {n} more.", "And {n} more.", more).format(n=f"{more:,}"), quiet=True))
    return parts


def _how_many(new: int, gone: int, moved: int) -> str:
    return _("Between the two days: {new} new, {gone} gone, {moved} answered differently.").format(
        new=f"{new:,}", gone=f"{gone:,}", moved=f"{moved:,}"
    )


def _answers(result: Result) -> dict[str, str]:
    """Each record behind a figure and how it counts; a measure only counts it."""
    if not isinstance(result, ShareResult):
        return dict.fromkeys(result.records, "")
    words = {"yes": _("yes"), "no": _("no"), "not_recorded": _("not recorded")}
    return {record: words[answer] for answer in words for record in getattr(result.records, answer)}
