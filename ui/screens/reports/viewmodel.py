"""What the reports page shows and does: choices, the pages they give, the gaps, and saving. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coproduce.domain.evidence import measure_all
from coproduce.domain.part import narrowed
from coproduce.errors import Cancelled, Refused
from coproduce.exports.about_part import asked_of_a_part
from coproduce.exports.pdf import PdfResult
from coproduce.exports.privacy import Audience
from coproduce.exports.report import (
    REPORTS,
    ReportChoices,
    report_called,
    sections_of,
    shows_equality,
)
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.issued import last_equality
from ui.kit.cells import Tone
from ui.kit.fields import Choice, SeveralField
from ui.kit.record_list import local_today
from ui.kit.saved_file import fit_for_a_name, pages_words, say_saved
from ui.screens.reports.about import WhatAbout
from ui.screens.reports.gaps import Gap, gaps, telling_gaps
from ui.screens.reports.made import Kept, Pages, build, pages_of, save
from ui.screens.reports.remembered import Chosen, Print, Remembered, prints_of

if TYPE_CHECKING:
    from coproduce.domain.facts import ProjectFacts
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress, Shell, Touched


class Preview(NamedTuple):
    """A report as it would be printed, and the gaps of the project."""

    made: Pages
    gaps: tuple[Gap, ...]

    @property
    def pdf(self) -> bytes:
        """The whole file."""
        return self.made.pdf

    @property
    def pages(self) -> int:
        """How many there are."""
        return self.made.result.pages


class ReportsModel:
    """The choices, and the preview they give. A choice that changes makes the preview anew on a worker."""

    def __init__(
        self, file: WorkspaceFile, shell: Shell, remembered: Remembered | None = None, today: Callable[[], date] = local_today
    ) -> None:
        self.file, self.shell, self.today = file, shell, today
        self.changed: Callable[[], None] = _nothing
        self._remembered = remembered or Remembered({}, lambda _kept: None)
        self.about = WhatAbout(file, shell, self._chosen, today)
        self.as_of = today()
        self.audience, self.print = Audience.FUNDER, Print.ORDINARY
        self.left_out: frozenset[str] = frozenset()
        self._take(self._remembered.report)
        self.preview: Preview | None = None
        self.is_making = False
        self.project_title = ""
        self._turn = 0

    def wants(self, touched: Touched) -> bool:
        """Everything that is recorded may stand in a report."""
        return bool(touched)

    def refresh(self) -> None:
        """Make the preview anew."""
        self._turn += 1
        self.about.look()
        turn, choices, projects = self._turn, self.choices, self._projects
        if not projects:
            self.preview, self.is_making = None, False
            self.changed()
            return
        self.is_making = True
        self.changed()

        def work(progress: Progress) -> tuple[str, Preview]:
            built = build(self.file, choices, projects)
            made = pages_of(built, lambda page: progress(page, 0), lambda: progress.is_cancelled or turn != self._turn)
            return built.facts.project.title, Preview(made, (*self._telling(built.facts, choices), *_gaps(built.facts, choices)))

        self.shell.run_job(
            _("Making the preview"), work, lambda made: self._made(turn, made), failed=lambda error: self._stopped(turn, error)
        )

    def _telling(self, facts: ProjectFacts, choices: ReportChoices) -> list[Gap]:
        return telling_gaps(facts, last_equality(self.file, facts.project.id)) if shows_equality(choices) else []

    @property
    def choices(self) -> ReportChoices:
        """What was chosen, for `build_report`."""
        return ReportChoices(
            self.report,
            self.audience,
            self.as_of,
            made_on=self.today(),
            large_print=self.print is Print.LARGE,
            left_out=self.left_out,
            part=self.about.part,
            easy_read=self.print is Print.EASY,
        )

    @property
    def has_project(self) -> bool:
        """There is something to print."""
        return self.shell.project_id is not None

    @property
    def is_stopped(self) -> bool:
        """There are no pages and none are being made: somebody stopped them."""
        return self.has_project and self.preview is None and not self.is_making

    @property
    def help_line(self) -> str:
        """How many pages it has, and what was checked."""
        if self.is_making:
            return _("Making the pages …")
        if self.is_stopped:
            return _("The pages were stopped before they were made.")
        if self.preview is None:
            return _("What you see is the file that is saved, page for page.")
        return pages_words(self.preview.pages, passes=self.preview.made.result.verdict.passes)

    @property
    def reports(self) -> list[tuple[str, str]]:
        """Key and title of every report."""
        return [(report.key, report.title()) for report in REPORTS]

    @property
    def audiences(self) -> list[tuple[str, str]]:
        """Key and words of every audience this report is made for."""
        return [(audience.value, audience.words) for audience in report_called(self.report).audiences]

    @property
    def prints(self) -> list[tuple[str, str]]:
        """Ordinary, large, and Easy Read where the report has it."""
        words = {Print.ORDINARY: _("Ordinary"), Print.LARGE: _("Large print, 18 point"), Print.EASY: _("Easy Read, with pictures")}
        return [(each.value, words[each]) for each in prints_of(self.report)]

    def choose_report(self, key: str) -> None:
        """Another report, as it was made last."""
        self._take(key)
        self._chosen()

    def choose_audience(self, key: str) -> None:
        """Another audience, which may see more or less."""
        self.audience = Audience(key)
        self._chosen()

    def choose_about(self, key: str) -> None:
        """The whole, one workshop or some days. Until a form is answered, what was chosen before stays chosen."""
        self.about.choose(key)
        self.changed()

    def choose_print(self, key: str) -> None:
        """Ordinary, large print or Easy Read."""
        self.print = Print(key)
        self._chosen()

    def choose_sections(self) -> None:
        """Ask which sections this copy has. What stays in every copy is not asked about."""
        project_id = self.shell.project_id
        if project_id is None:
            return
        sections = sections_of(load_facts(self.file, project_id), self.choices)
        hint = _("The copy says what was left out. The honesty page and how it was made are part of every copy.")
        field = SeveralField(
            "sections",
            _("What is in it"),
            hint,
            value=frozenset(key for key, _title in sections) - self.left_out,
            choices=[Choice(key, title) for key, title in sections],
        )

        def submit(values: dict[str, Any]) -> None:
            self.left_out = frozenset(key for key, _title in sections) - values["sections"]
            self._chosen()

        self.shell.open_form(_("What is in this report"), [field], submit, ok=_("Make the pages"))

    @property
    def has_tables(self) -> bool:
        """Easy Read has none: a table is hard to read."""
        return self.has_project and self.print is not Print.EASY

    @property
    def sections_words(self) -> str:
        """What is left out, for the button that changes it."""
        count = len(self.left_out)
        words = ngettext("{n} section is left out", "{n} sections are left out", count).format(n=count)
        return words if count else _("Everything is in it")

    def _take(self, report: str) -> None:
        self.report = report_called(report).key
        chosen = self._remembered.of(self.report)
        self.audience, self.print, self.left_out = chosen.audience, chosen.print, chosen.left_out
        self.about.take(self.report, chosen.part, chosen.beside)

    @property
    def _projects(self) -> tuple[str, ...]:
        """The project in sight and those beside it; none where there is nothing to print."""
        return (self.shell.project_id, *self.about.beside) if self.shell.project_id else ()

    def _chosen(self) -> None:
        about = self.about
        self._remembered.remember(self.report, Chosen(self.audience, self.print, self.left_out, about.wanted, about.wanted_beside))
        self.refresh()

    def look_at(self, day: date) -> None:
        """Data up to another day."""
        self.as_of = day
        self.refresh()

    def go_to_gap(self, gap: Gap) -> None:
        """Go where a gap is mended."""
        if gap.page == "settings":
            self.shell.do("view.settings")
        else:
            self.shell.go_to(gap.page, only=gap.only)

    # -- saving

    def file_name(self, ending: str) -> str:
        """A name for the file: the project, the part of it, the report and the day, without what a file name may not hold."""
        project = "" if self.about.beside else self.project_title
        parts = (project, self.about.for_a_name, report_called(self.report).title(), self.as_of.isoformat())
        return fit_for_a_name(" – ".join(part for part in parts if part), 120) + ending

    def save(self, path: Path) -> None:
        """Write the report as PDF, a web page, for Word or its tables, by the ending. An old file stays unless the new one is whole."""
        choices, projects, made_by, seen = self.choices, self._projects, self.shell.my_name, self.preview

        def work(progress: Progress) -> tuple[PdfResult | None, Kept]:
            return save(
                self.file,
                path,
                choices,
                projects,
                seen=seen.made if seen else None,
                made_by=made_by,
                told=lambda page: progress(page, 0),
                cancelled=lambda: progress.is_cancelled,
            )

        self.shell.run_job(_("Saving {name}").format(name=path.name), work, lambda made: self._saved(path, *made))

    def _saved(self, path: Path, result: PdfResult | None, kept: Kept) -> None:
        label = _saved_label(kept.issued.form)
        self.shell.attempt(lambda: self.file.note(label, "export", issued=kept.issued, given=kept.given), say=False)
        say_saved(self.shell, path, result)

    def _made(self, turn: int, made: tuple[str, Preview]) -> None:
        if turn == self._turn:
            self.project_title, self.preview = made
            self.is_making = False
            self.changed()

    def _stopped(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self.preview, self.is_making = None, False
        self.changed()
        if isinstance(error, Cancelled):
            self.shell.say(_("The preview was stopped."), tone=Tone.INFO)
        elif isinstance(error, Refused):  # such as a project that was removed meanwhile
            self.shell.say(str(error), tone=Tone.BAD)
        else:
            raise error


def _gaps(facts: ProjectFacts, choices: ReportChoices) -> tuple[Gap, ...]:
    """Of the project in sight, or of the part the copy is about."""
    evidence = measure_all(facts, choices.as_of, choices.part)
    if choices.part is None:
        return tuple(gaps(facts, evidence))
    return tuple(gaps(narrowed(facts, choices.part), asked_of_a_part(evidence)))


def _saved_label(form: str) -> str:
    labels = {".html": _("Saved a report as a web page"), ".docx": _("Saved a report as a Word document")}
    labels |= dict.fromkeys((".xlsx", ".zip"), _("Saved the tables of a report"))
    return labels.get(form, _("Saved a report as PDF"))


def _nothing() -> None:
    """Nobody listens yet."""
