"""What the evidence page shows: each indicator, the level, and the records behind every count. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.evidence import Evidence, measure_all
from coproduce.domain.evidence.indicator import Result, Share, ShareResult, State, Theme
from coproduce.domain.evidence.level import CREDIT, Rung
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.wording import day_words
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.results import answer_words, figure_words, question_words, state_of
from coproduce.i18n import _, ngettext
from coproduce.storage.queries import workshops
from coproduce.storage.queries.facts import load_facts
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Choose, Going, Heading, Item, Note, Option, Part, Title
from ui.kit.detail_parts import State as StatePart
from ui.kit.record_list import Filter, local_today
from ui.screens.evidence.which import WhichRecords

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress, Shell, Touched

MANY_WORKSHOPS = 60
"""From here on counting takes long enough to be done on a worker."""

MOST_SHOWN = 150
"""So many records are listed behind a count at once."""


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
    """One indicator in the list. `shares` are yes, no and not recorded; None for a measure."""

    id: str
    question: str
    figure: str
    pill: PillCell
    shares: tuple[int, int, int] | None
    spoken: str


class Ladder(NamedTuple):
    """The level the project set out for, what the records show, and what is missing first."""

    rungs: tuple[str, ...]
    reached: int
    shown: str
    intended: str
    missing: str
    credit: str


class EvidenceModel:
    """The evidence of the project chosen as it stood on `as_of`."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        self.file, self.shell = file, shell
        self.changed: Callable[[], None] = _nothing
        self.as_of = today()
        self.filter = Headline.ALL
        self.chosen = ""
        self.which = "no"
        self.evidence: Evidence | None = None
        self.is_counting = False
        self._facts: ProjectFacts | None = None
        self._records: WhichRecords | None = None

    # -- counting

    def wants(self, touched: Touched) -> bool:
        """Everything that is recorded may count."""
        return bool(touched)

    def refresh(self) -> None:
        """Count again, here or on a worker where there is much to count."""
        project_id = self.shell.project_id
        if project_id is None:
            self._facts = self.evidence = None
            self.changed()
        elif len(workshops.titles(self.file, project_id)) < MANY_WORKSHOPS:
            self._take(self._count(project_id))
        else:
            self.is_counting = True
            self.changed()
            self.shell.run_job(_("Counting the evidence"), lambda progress: self._count(project_id, progress), self._take)

    def look_at(self, day: date) -> None:
        """Count as things stood on another day."""
        self.as_of = day
        self.refresh()

    def _count(self, project_id: str, progress: Progress | None = None) -> tuple[ProjectFacts, Evidence]:
        if progress is not None:
            progress(0, 0)
        facts = load_facts(self.file, project_id)
        if progress is not None:
            progress(1, 2)
        return facts, measure_all(facts, self.as_of)

    def _take(self, counted: tuple[ProjectFacts, Evidence]) -> None:
        self.is_counting = False
        self._facts, self.evidence = counted
        self._records = WhichRecords(self._facts)
        self.changed()

    # -- the list

    @property
    def help_line(self) -> str:
        """What the figures are, and of which day."""
        if self.is_counting:
            return _("Counting …")
        return _("As things stood on {day}. What nobody recorded is said, never guessed. There is no score.").format(
            day=day_words(self.as_of)
        )

    @property
    def chips(self) -> list[Filter]:
        """The filters, with how many indicators each leaves."""
        words = {
            Headline.ALL: _("All"),
            Headline.MET: _("Met"),
            Headline.PARTLY: _("Partly"),
            Headline.NOT_MET: _("Not met"),
            Headline.NOT_SHOWN: _("Cannot be shown"),
        }
        results = self.evidence.results if self.evidence else ()
        return [Filter(key.value, words[key], sum(_fits(result, key) for result in results)) for key in Headline]

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The indicators under the heading of what they are about."""
        if self.evidence is None:
            return []
        found = []
        for theme in Theme:
            lines = [_line(result) for result in self.evidence.results if result.indicator.theme is theme and _fits(result, self.filter)]
            if lines:
                found.append((theme.words, lines))
        return found

    def show_filter(self, key: str) -> None:
        """List what a filter leaves."""
        self.filter = Headline(key)
        self.changed()

    def choose(self, indicator: str) -> None:
        """Show one indicator in full; an empty id shows none."""
        self.chosen = indicator
        self.which = "no"
        result = self._result
        if isinstance(result, ShareResult):
            counts = {"no": result.no, "not_recorded": result.not_recorded, "yes": result.yes}
            self.which = next((which for which, count in counts.items() if count), "yes")
        self.changed()

    @property
    def ladder(self) -> Ladder | None:
        """The level, intended and evidenced."""
        if self.evidence is None:
            return None
        level, rungs = self.evidence.level, [rung for rung in Rung if rung is not Rung.NONE]
        credit = _("TLAP ladder: {credit}.").format(credit=CREDIT)
        reached = rungs.index(level.value) + 1 if level.value in rungs else 0
        return Ladder(tuple(rung.words for rung in rungs), reached, level.value.words, level.intended or "", level.next or "", credit)

    # -- one indicator

    @property
    def _result(self) -> Result | None:
        return next((result for result in self.evidence.results if result.id == self.chosen), None) if self.evidence else None

    @property
    def has_chosen(self) -> bool:
        """An indicator is shown in full."""
        return self._result is not None

    @property
    def parts(self) -> list[Part]:
        """The pane about the indicator chosen."""
        result, facts = self._result, self._facts
        if result is None or facts is None:
            return []
        about = ABOUT[result.id]
        parts: list[Part] = [
            Title(question_words(result), f"{result.id} · {result.indicator.theme.words}", icon="file-check-2"),
            StatePart(_pill(result), figure_words(result)),
            Note(answer_words(result)),
            *self._show_which(result),
            Heading(_("What counts")),
            Note(about.definition(facts.settings)),
            Note(_("It rests on: {records}").format(records=about.rests_on_words[:1].lower() + about.rests_on_words[1:]), quiet=True),
            Heading(_("How it could flatter, and what stands against that")),
            Note(result.indicator.how_it_can_be_gamed),
            Note(result.indicator.counter),
        ]
        if isinstance(result.indicator, Share) and result.indicator.never_by_name:
            parts.append(Note(_("Never printed for a named person: what people are paid is theirs to tell."), quiet=True))
        return [*parts, Note(_("Source: {sources}").format(sources="; ".join(result.indicator.sources)), quiet=True)]

    def show_which(self, which: str) -> None:
        """List the records behind another count."""
        self.which = which
        self.changed()

    def _show_which(self, result: Result) -> list[Part]:
        if isinstance(result, ShareResult):
            options = (
                Option("yes", _("Yes"), result.yes),
                Option("no", _("No"), result.no),
                Option("not_recorded", _("Not recorded"), result.not_recorded),
            )
            ids: tuple[str, ...] = getattr(result.records, self.which)
            choice: list[Part] = [Choose("which", _("Which records"), options, self.which, self.show_which)]
        else:
            ids, choice = result.records, []
        if not ids and not choice:
            return []
        return [Heading(_("Show me which")), *choice, *self._items(result, ids)]

    def _items(self, result: Result, ids: tuple[str, ...]) -> list[Part]:
        if self._records is None:
            return []
        missing = set(result.missing) if isinstance(result, ShareResult) else set()
        unwritten = PillCell(_("Nothing recorded"), Tone.WARN, "circle-help")
        parts: list[Part] = []
        for which in self._records.of(result.indicator.record, ids[:MOST_SHOWN]):
            pill = unwritten if which.record in missing else None
            if which.page:
                there = Going(self.shell, which.page, which.page_id, which.section)
                parts.append(Item(f"record {which.record}", which.title, which.under, there, pill))
            else:
                parts.append(Note(which.title))
        if len(ids) > MOST_SHOWN:
            more = len(ids) - MOST_SHOWN
            parts.append(Note(ngettext("And {n} more.", "And {n} more.", more).format(n=f"{more:,}"), quiet=True))
        if not ids:
            parts.append(Note(_("None."), quiet=True))
        return parts


def _fits(result: Result, headline: Headline) -> bool:
    return headline is Headline.ALL or _HEADLINES.get(result.state) is headline


def _pill(result: Result) -> PillCell:
    tone, icon = _PILLS[result.state]
    return PillCell(state_of(result), tone, icon)


def _line(result: Result) -> Line:
    question, figure, pill = question_words(result), figure_words(result), _pill(result)
    if not isinstance(result, ShareResult):
        return Line(result.id, question, figure, pill, None, f"{question} {pill.word}: {figure}.")
    counts = _("{yes} yes, {no} no, {missing} not recorded").format(yes=result.yes, no=result.no, missing=result.not_recorded)
    return Line(
        result.id, question, figure, pill, (result.yes, result.no, result.not_recorded), f"{question} {pill.word}: {figure}. {counts}."
    )


def _nothing() -> None:
    """Nobody listens yet."""
