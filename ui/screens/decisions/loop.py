"""The loop: one row for each thing said, from the words to whether it made a difference. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import Answer
from coproduce.domain.ids import ProjectId
from coproduce.domain.room import Contribution
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.operations import contributions
from coproduce.storage.queries import contributions as queries
from coproduce.storage.queries import loop, organisation
from coproduce.storage.queries.contributions import NO_THEME, Loop
from coproduce.storage.queries.hearing_back import of_these
from coproduce.storage.queries.loop import LoopRow
from coproduce.storage.queries.restricted import left_out
from ui.forms.answer_letters import answers_to, in_public
from ui.forms.letter_form import saying_who_is_left_out
from ui.kit.cells import Cell, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.noun_form import Line, fields_for
from ui.kit.record_list import Filter, local_today
from ui.kit.written import as_written, short_day
from ui.screens.decisions.columns import more_about_words
from ui.screens.decisions.said import SaidModel
from ui.screens.decisions.said_parts import who

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

EVERY_THEME = "every"
_THEME = "theme:"
MOST_THEMES = 6
"""So many themes stand above the list; the rest are found by the words of the search box."""


class LoopModel(SaidModel):
    """What was said, and how far round the loop each got. `theme` leaves what is under it; None leaves all."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today)
        self.theme: str | None = None
        self.themes: Sequence[tuple[str, int]] = ()
        self.columns = [
            Column(_("What was said"), _words, width=190, sort="words", stretch=True),
            Column(_("Decision"), _decision, width=140, sort="decision"),
            Column(_("Action"), _action, width=136, sort="action"),
            Column(_("Progress"), _progress, width=100, sort="progress"),
            Column(_("Answered"), _answered, width=136, sort="answer"),
            Column(_("Told"), _told, width=130, sort="told"),
            Column(_("Made a difference?"), _view, width=138, sort="made_a_difference", key="view"),
            *more_about_words(),
        ]

    def query_ids(self) -> Sequence[str]:
        return queries.ids(
            self.file,
            project_id=self.shell.project_id,
            loop=self.filter,
            theme=self.theme,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
            sorted_by=loop.SORTED_BY,
        )

    def query_counts(self) -> Mapping[Loop, int]:
        self.themes = queries.themes(self.file, self.shell.project_id)
        if self.theme is not None and self.theme not in dict(self.themes):
            self.theme = None
        return queries.counts(self.file, project_id=self.shell.project_id, theme=self.theme)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, LoopRow]:
        return loop.rows(self.file, wanted, today=self.today())

    @property
    def help_line(self) -> str:
        """How many loops are closed, and what waits."""
        every, closed = self.counts.get(Loop.ALL, 0), self.counts.get(Loop.CLOSED, 0)
        words = ngettext("{closed} of {n} loop is closed", "{closed} of {n} loops are closed", every)
        return f"{words.format(closed=closed, n=every)} · {super().help_line}"

    def filter_words(self) -> Mapping[Loop, str]:
        return {
            **super().filter_words(),
            Loop.UNANSWERED: _("Without an answer"),
            Loop.UNTOLD: _("Answered, not told"),
            Loop.UNASKED: _("Told, not asked"),
        }

    @property
    def chips(self) -> list[Filter]:
        """Every step where something may wait, and what is closed."""
        return [Filter(key.value, self.filter_words()[key], self.counts.get(key, 0)) for key in self.filters if key is not Loop.TOLD]

    @property
    def theme_chips(self) -> list[Filter]:
        """All, then each theme with how much is under it; nothing where there are no themes."""
        if not any(theme for theme, _count in self.themes):
            return []
        shown = [one for one in self.themes if one[0]][:MOST_THEMES] + [one for one in self.themes if one[0] == NO_THEME]
        if self.theme and self.theme not in dict(shown):
            shown.insert(0, (self.theme, dict(self.themes)[self.theme]))
        every = Filter(EVERY_THEME, _("Every theme"), sum(count for _theme, count in self.themes))
        return [every, *(Filter(_THEME + theme, as_written(theme) if theme else _("No theme"), count) for theme, count in shown)]

    @property
    def theme_key(self) -> str:
        """Which of them is chosen."""
        return EVERY_THEME if self.theme is None else _THEME + self.theme

    def show_theme(self, key: str) -> None:
        """Leave what is under a theme, or everything."""
        self.theme = None if key == EVERY_THEME else key.removeprefix(_THEME)
        self.refresh()

    def write_letters(self) -> None:
        """To everybody whose words are in the list, what came of them; where rows are chosen, of those alone."""
        ids = list(self.chosen_ids or self.ids)
        name = self.shell.my_name
        letters = answers_to(self._project_title, self.file, self.shell, lambda: of_these(self.file, ids, name), self.today)
        self.shell.open_letters(saying_who_is_left_out(letters, left_out(self.file, Contribution, id=ids)))

    def write_in_public(self) -> None:
        """What people said in the whole project and what was done, for everybody."""
        if self.shell.project_id is not None:
            self.shell.open_letters(in_public(self._project_title, self.file, self.shell.project_id, self.today()))

    @property
    def _project_title(self) -> str:
        project = organisation.project(self.file, self.shell.project_id) if self.shell.project_id else None
        return project.title if project else ""

    def rename_theme(self) -> None:
        """Ask what to call the theme in sight; one of another's name makes the two one."""
        if self.theme and self.shell.project_id is not None:
            hint = _("Choose one in use to make the two one.")
            others = [theme for theme in self.themes_in_use if theme != self.theme]
            fields = fields_for(Contribution, [Line("theme", _("New name"), hint, required=True, suggestions=others)], theme=self.theme)
            title = _("Rename “{theme}”").format(theme=as_written(self.theme))
            self.shell.open_form(title, fields, self._rename_theme, ok=_("Rename"))

    def _rename_theme(self, values: dict[str, Any]) -> None:
        project_id, old = self.shell.project_id, self.theme
        if project_id is not None and old:
            self.theme = values["theme"].strip() or old
            contributions.rename_theme(self.file, ProjectId(project_id), old, new=values["theme"])


def _words(row: LoopRow) -> Cell:
    return TwoLines(" ".join(row.contribution.words.split()), who(row.said))


def _decision(row: LoopRow) -> Cell:
    if row.decisions:
        first = row.decisions[0]
        more = len(row.decisions) - 1
        also = ngettext("and {n} more", "and {n} more", more).format(n=more) if more else ""
        return TwoLines(" ".join((first.outcome or first.question).split()), also)
    return Text(_("none to make") if row.contribution.answer is Answer.HEARD else _("no decision linked"))


def _action(row: LoopRow) -> Cell:
    for decision in row.decisions:
        if decision.owner or decision.due_on:
            by = _("by {day}").format(day=short_day(decision.due_on)) if decision.due_on else _("no day set")
            return TwoLines(decision.owner or _("nobody yet"), by)
    if row.asks:
        answer = row.asks[0].answer
        return TwoLines(_("Asked of {name}").format(name=row.asks[0].asked_of), label(answer) if answer else _("no reply yet"))
    return Text(_("no action yet"))


def _progress(row: LoopRow) -> Cell:
    states = [decision.state for decision in row.decisions if decision.state is not None]
    return Text(label(states[0]) if states else _("not begun"))


def _answered(row: LoopRow) -> Cell:
    said = row.contribution
    if said.answer is None or said.answered_on is None:
        late = _("promised by {day}").format(day=short_day(row.said.promised)) if row.said.is_late else ""
        return _empty(_("no reply yet"), late)
    return TwoLines(label(said.answer), short_day(said.answered_on))


def _told(row: LoopRow) -> Cell:
    said = row.contribution
    if said.told_on is not None:
        return TwoLines(short_day(said.told_on), said.told_how or _("how: not recorded"))
    return _empty(_("not told yet"), _("reads best: {format}").format(format=row.reads_best) if row.reads_best else "")


def _empty(words: str, under: str) -> Cell:
    """What is still open is quieter than what is there."""
    return TwoLines(words, under) if under else Text(words)


def _view(row: LoopRow) -> Cell:
    said = row.contribution
    if said.made_a_difference is not None:
        return Text(label(said.made_a_difference))
    if said.difference_asked_on is None:
        return Text(_("not asked yet"))
    return TwoLines(_("no reply yet"), _("asked {day}").format(day=short_day(said.difference_asked_on)))
