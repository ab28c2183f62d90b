"""What the evidence page shows: each indicator, the level, and the records behind every count. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.evidence import Evidence, measure_all
from coproduce.domain.evidence.indicator import Result, ShareResult, Theme
from coproduce.domain.evidence.lenses import LENSES, Lens, lens_called
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.own_words import HONESTY_TOPICS, OwnWords, Topic
from coproduce.domain.wording import day_words
from coproduce.i18n import _
from coproduce.storage.queries import workshops
from coproduce.storage.queries.facts import load_facts
from ui.kit.detail_parts import Part
from ui.kit.record_list import Filter, local_today
from ui.screens.evidence.change import change_parts
from ui.screens.evidence.compare import Compared, Comparing, beside, compared_parts
from ui.screens.evidence.honesty_pane import honesty_parts
from ui.screens.evidence.lines import Group, Headline, Ladder, Line, fits, honesty_lines, ladder_of, line_of
from ui.screens.evidence.pane import about_parts, head_parts, which_parts
from ui.screens.evidence.said import SayingIt
from ui.screens.evidence.trend import Trend
from ui.screens.evidence.which import WhichRecords

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress, Shell, Touched

MANY_WORKSHOPS = 60
"""From here on counting takes long enough to be done on a worker."""


class Counted(NamedTuple):
    """What one counting found."""

    facts: ProjectFacts
    evidence: Evidence
    compared: Compared | None


class EvidenceModel:
    """The evidence of the project chosen as it stood on `as_of`. `keep_lens` hears of each lens chosen, to remember it."""

    def __init__(
        self,
        file: WorkspaceFile,
        shell: Shell,
        today: Callable[[], date] = local_today,
        *,
        lens: str = "",
        keep_lens: Callable[[str], object] | None = None,
    ) -> None:
        self.file, self.shell = file, shell
        self.changed: Callable[[], None] = _nothing
        self.as_of = today()
        self.filter = Headline.ALL
        self.lens = lens_called(lens)
        self.chosen = ""
        self.which = "no"
        self.evidence: Evidence | None = None
        self.compared: Compared | None = None
        self.comparing = Comparing(file)
        self.trend = Trend(shell, self._say_changed)
        self.said = SayingIt(file, shell, today)
        self.is_counting = False
        self._keep_lens = keep_lens
        self._facts: ProjectFacts | None = None
        self._records: WhichRecords | None = None

    # -- counting

    def wants(self, touched: Touched) -> bool:
        """Everything that is recorded may count."""
        return bool(touched)

    def refresh(self) -> None:
        """Count again, here or on a worker where there is much to count."""
        project_id = self.shell.project_id
        self.comparing.settle(project_id)
        if project_id is None:
            self._facts = self.evidence = self.compared = None
            self.changed()
        elif not self._is_much(project_id):
            self._take(self._count(project_id))
        else:
            self.is_counting = True
            self.changed()
            self.shell.run_job(_("Counting the evidence"), lambda progress: self._count(project_id, progress), self._take)

    def look_at(self, day: date) -> None:
        """Count as things stood on another day."""
        self.as_of = day
        self.refresh()

    def compare_with(self, against: str) -> None:
        """Put other figures beside these: of another day, of another project, or none."""
        self.comparing.choose(against, self.as_of, self.shell.project_id)
        self.refresh()

    def compare_day(self, day: date) -> None:
        """Compare with that day."""
        self.comparing.day = day
        self.refresh()

    def compare_project(self, project_id: str) -> None:
        """Compare with that project."""
        self.comparing.other = project_id
        self.refresh()

    def _is_much(self, project_id: str) -> bool:
        both = filter(None, (project_id, self.comparing.wanted))
        return any(len(workshops.titles(self.file, each)) >= MANY_WORKSHOPS for each in both)

    def _count(self, project_id: str, progress: Progress | None = None) -> Counted:
        if progress is not None:
            progress(0, 0)
        facts = load_facts(self.file, project_id)
        if progress is not None:
            progress(1, 3)
        evidence = measure_all(facts, self.as_of)
        if progress is not None:
            progress(2, 3)
        return Counted(facts, evidence, self.comparing.count(facts, self.as_of))

    def _take(self, counted: Counted) -> None:
        self.is_counting = False
        self._facts, self.evidence, self.compared = counted
        self._records = WhichRecords(self._facts)
        self.trend.take(self._facts, self.evidence.as_of)
        self.changed()

    def _say_changed(self) -> None:
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
        return [Filter(key.value, words[key], sum(fits(result, key) for result in results)) for key in Headline]

    @property
    def lenses(self) -> list[tuple[str, str]]:
        """The lenses to choose from, by key and words; the first is none."""
        return [("", _("What it is about")), *((lens.key.value, lens.words) for lens in LENSES)]

    @property
    def lens_credit(self) -> str:
        """Whose headings are in use; empty for our own."""
        return self.lens.credit if self.lens is not None else ""

    @property
    def groups(self) -> list[Group]:
        """The indicators under headings of our own, or those of the lens chosen; the honesty page last."""
        if self.evidence is None or self._facts is None:
            return []
        groups = self._by_theme() if self.lens is None else self._by_lens(self.lens)
        if self.filter is Headline.ALL:
            groups.append(Group(_("The honesty page"), "", honesty_lines(self.evidence, self._facts)))
        return groups

    def _by_theme(self) -> list[Group]:
        results = self.evidence.results if self.evidence else ()
        found = [Group(theme.words, "", self._lines(each for each in results if each.indicator.theme is theme)) for theme in Theme]
        return [group for group in found if group.lines]

    def _by_lens(self, lens: Lens) -> list[Group]:
        results = {result.id: result for result in self.evidence.results} if self.evidence else {}
        found = [Group(part.words, part.not_shown, self._lines(results[each] for each in part.indicators)) for part in lens.parts]
        outside = Group(_("Not part of this framework"), "", self._lines(lens.outside(results.values())))
        everything = self.filter is Headline.ALL
        return [group for group in (*found, outside) if group.lines or (everything and group.note)]

    def _lines(self, results: Iterable[Result]) -> tuple[Line, ...]:
        return tuple(line_of(result, beside(self.compared, result.id)) for result in results if fits(result, self.filter))

    def show_filter(self, key: str) -> None:
        """List what a filter leaves."""
        self.filter = Headline(key)
        self.changed()

    def look_through(self, lens: str) -> None:
        """Put the same results under the headings of a framework, or under our own, and remember it."""
        self.lens = lens_called(lens)
        if self._keep_lens is not None:
            self._keep_lens(lens)
        self.changed()

    def choose(self, indicator: str) -> None:
        """Show one indicator, or one part of the honesty page, in full; an empty id shows none."""
        self.chosen = indicator
        self.which = "no"
        result = self._result
        if isinstance(result, ShareResult):
            counts = {"no": result.no, "not_recorded": result.not_recorded, "yes": result.yes}
            self.which = next((which for which, count in counts.items() if count), "yes")
        self.changed()

    def choose_words(self, own_words_id: str) -> None:
        """Show what the words of that id are about."""
        with self.file.read() as reading:
            said = reading.find(OwnWords, own_words_id)
            about = said.about.value if said is not None else ""
        if about:
            self.filter = Headline.ALL
            self.choose(about)

    @property
    def ladder(self) -> Ladder | None:
        """The level, intended and evidenced."""
        return None if self.evidence is None or self._facts is None else ladder_of(self.evidence, self._facts)

    # -- one indicator

    @property
    def _result(self) -> Result | None:
        return next((result for result in self.evidence.results if result.id == self.chosen), None) if self.evidence else None

    @property
    def has_chosen(self) -> bool:
        """An indicator, or a part of the honesty page, is shown in full."""
        return self._result is not None or (self.evidence is not None and self.chosen in HONESTY_TOPICS)

    @property
    def parts(self) -> list[Part]:
        """The pane about what was chosen."""
        result, facts, evidence, records = self._result, self._facts, self.evidence, self._records
        if facts is None or evidence is None or records is None or not self.has_chosen:
            return []
        own = self.said.parts(facts, self.chosen, self.as_of)
        if result is None:
            return [*honesty_parts(Topic(self.chosen), evidence, records, self.shell, self.choose), *own]
        beside_it = compared_parts(result, self.as_of, self.compared, records, self.shell) if self.compared is not None else []
        return [
            *head_parts(result),
            *beside_it,
            *change_parts(result, self.shell),
            *which_parts(result, self.which, self.show_which, records, self.shell),
            *self.trend.parts(result),
            *own,
            *about_parts(result, facts, self.as_of),
        ]

    def show_which(self, which: str) -> None:
        """List the records behind another count."""
        self.which = which
        self.changed()


def _nothing() -> None:
    """Nobody listens yet."""
