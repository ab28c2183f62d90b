"""The projects of a workspace: listed, added, corrected and deleted. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.operations import projects
from coproduce.storage.queries import organisation
from ui.forms.reference import recorded_new, reference_field, reference_part
from ui.kit.cells import Cell, Figure, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Fact, Heading, Note, Part, State, Title
from ui.kit.fields import Further
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import Line, differing, fields_for
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory
from ui.kit.written import short_day
from ui.screens.settings.equality import EqualityCounts

if TYPE_CHECKING:
    from coproduce.domain.ids import ProjectId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class Course(StrEnum):
    """The filters of the list."""

    ALL = "all"
    UNDER_WAY = "under_way"
    AHEAD = "ahead"
    ENDED = "ended"


class ProjectRow(NamedTuple):
    """A project, how many workshops it has, where it stands today, and its equality counts."""

    project: Project
    workshops: int
    course: Course
    equality: tuple[EqualityCount, ...] = ()


def project_lines() -> list[Line]:
    """What is asked about a project. Only the title is needed."""
    aim = Further(_("What it aims for, and with whom"), _("Reports show what you meant to do beside what was done."))
    return [
        Line("title", _("Title"), _("Such as “Redesigning the booking line”. Nothing else is needed to begin.")),
        Line("purpose", _("What it is for"), _("In plain words: what should be better afterwards?"), long=True),
        Line("open_to_change", _("What people can change"), _("Best answered before anybody is invited."), long=True),
        Line("not_open", _("What they cannot change, and why"), _("Said early, it is fair. Said late, it feels like a trick."), long=True),
        Line("level_framework", _("Which ladder of taking part you use"), _("A ladder names how much say people have."), group=aim),
        Line("intended_level", _("The step you aim for"), _("In the words of that ladder, such as Co-production."), group=aim),
        Line("stages_run", _("Which parts of the work people share in"), _("All of them is rare. Say what is true."), group=aim),
        Line("partners", _("Partners"), _("Other organisations that share the project."), group=aim),
        Line("starts_on", _("First day"), group=aim),
        Line("ends_on", _("Last day"), _("Leave blank while nobody knows."), group=aim),
    ]


def ask_for_project(file: WorkspaceFile, shell: Shell, then: Callable[[ProjectId], None] | None = None) -> None:
    """Ask about a new project, and work on it from then on."""

    def submit(values: dict[str, Any]) -> None:
        added = projects.add_project(file, **recorded_new(Project, values))
        shell.choose_project(added)
        if then is not None:
            then(added)

    fields = [*fields_for(Project, project_lines()), reference_field("P-01")]
    shell.open_form(_("New project"), fields, submit, ok=_("Add project"))


def _more_headings() -> dict[str, str]:
    return {
        "purpose": _("What it is for"),
        "open_to_change": _("What people can change"),
        "not_open": _("What they cannot change"),
        "level_framework": _("Ladder"),
        "intended_level": _("Step aimed for"),
        "stages_run": _("Parts of the work"),
        "partners": _("Partners"),
        "starts_on": _("First day"),
        "ends_on": _("Last day"),
        "id": _("Id"),
    }


class ProjectsModel(RowsInMemory[Course, ProjectRow]):
    """Every project of the workspace."""

    noun = Project
    orders: ClassVar[Orders] = {
        "dates": lambda row: row.project.starts_on or row.project.ends_on,
        "workshops": lambda row: row.workshops,
        "state": lambda row: list(Course).index(row.course),
    }
    kinds = frozenset({"Project", "Workshop", "EqualityCount"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Course, sort="title")
        self.equality = EqualityCounts(file, shell, self._redraw)
        self.columns = [
            Column(_("Project and partners"), _title, width=220, sort="title", stretch=True),
            Column(_("Dates"), _dates, width=190, sort="dates"),
            Column(_("Workshops"), _workshops, width=96, sort="workshops", right=True),
            Column(_("State"), _state, width=134, sort="state"),
            *noun_columns(Project, _more_headings(), lambda row: row.project),
        ]

    def read_rows(self) -> Mapping[str, ProjectRow]:
        counted, today = organisation.workshop_counts(self.file), self.today()
        found, equality = organisation.projects(self.file), organisation.equality_counts(self.file)
        return {str(one.id): ProjectRow(one, counted.get(one.id, 0), _course(one, today), tuple(equality.get(one.id, ()))) for one in found}

    def fits(self, row: ProjectRow, which: Course) -> bool:
        return which in (Course.ALL, row.course)

    def searched(self, row: ProjectRow) -> str:
        project = row.project
        return " ".join(part for part in (project.title, project.partners, project.purpose) if part)

    def record_of(self, row: ProjectRow) -> Project:
        return row.project

    @property
    def help_line(self) -> str:
        """How many there are."""
        if not self.total:
            return _("The pieces of work that people shape together.")
        return ngettext("{n} project in this workspace.", "{n} projects in this workspace.", self.total).format(n=self.total)

    def filter_words(self) -> Mapping[Course, str]:
        return {Course.ALL: _("All"), Course.UNDER_WAY: _("Under way"), Course.AHEAD: _("Not begun"), Course.ENDED: _("Ended")}

    @property
    def parts(self) -> list[Part]:
        """The pane about the project chosen in the list."""
        if self.detail is None:
            return []
        project = self.detail.project
        equality = self.equality.parts(project.id, self.detail.equality)
        return [*project_parts(self.detail, in_hand=self._is_in_hand), *equality, reference_part(project.id)]

    @property
    def foot(self) -> list[Act]:
        """Work on it, edit it, delete it."""
        work = Act("work", _("Work on this project"), self.work_on, "check", is_primary=True)
        rest = [Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2")]
        return rest if self._is_in_hand else [work, *rest]

    def work_on(self) -> None:
        """Make it the project in hand."""
        if self.detail is not None:
            self.shell.choose_project(self.detail.project.id)

    def add(self) -> None:
        """Ask about a new one."""
        ask_for_project(self.file, self.shell, self.show_record)

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            project = self.detail.project
            title = _("Edit {title}").format(title=project.title)
            self.shell.open_form(title, fields_for(Project, project_lines(), project), self._edit, ok=_("Save"))

    def delete(self) -> None:
        """Delete it with its workshops and decisions."""
        if self.detail is not None:
            project = self.detail.project

            def act() -> None:
                also = projects.delete_project(self.file, project.id)
                say_deleted(self.shell, _("Deleted {title}.").format(title=project.title), also)

            self.shell.attempt(act, say=False)

    def _redraw(self) -> None:
        self.changed()

    @property
    def _is_in_hand(self) -> bool:
        return self.chosen_id is not None and self.chosen_id == self.shell.project_id

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            project = self.detail.project
            projects.edit_project(self.file, project.id, **differing(project, values))


def project_parts(row: ProjectRow, *, in_hand: bool) -> list[Part]:
    """The pane, top to bottom. What nobody wrote says so: reports will say it as well."""
    project = row.project
    blank = _("Not recorded")
    parts: list[Part] = [Title(project.title, project.partners or "", icon="handshake")]
    if in_hand:
        parts.append(State(PillCell(_("In hand"), Tone.OK, "circle-check"), _("Every page shows this project.")))
    ladder = f" ({label(project.level_framework)})" if project.level_framework else ""
    parts += [
        Fact("flag", _("WHAT IT IS FOR"), project.purpose or blank),
        Fact("lock-open", _("WHAT PEOPLE CAN CHANGE"), project.open_to_change or blank),
        Fact("lock", _("WHAT THEY CANNOT CHANGE"), project.not_open or blank),
        Fact("scale", _("THE STEP IT AIMS FOR"), (project.intended_level or blank) + ladder),
        Fact("list-checks", _("PARTS OF THE WORK PEOPLE SHARE IN"), ", ".join(label(stage) for stage in project.stages_run) or blank),
        Fact("calendar", _("DATES"), _long_dates(project)),
    ]
    parts.append(Heading(_("Workshops")))
    words = ngettext("{n} workshop is planned or held in it.", "{n} workshops are planned or held in it.", row.workshops)
    parts.append(Note(words.format(n=row.workshops) if row.workshops else _("No workshop yet."), quiet=True))
    return parts


def _course(project: Project, today: date) -> Course:
    if project.ends_on is not None and project.ends_on < today:
        return Course.ENDED
    return Course.AHEAD if project.starts_on is not None and project.starts_on > today else Course.UNDER_WAY


def _title(row: ProjectRow) -> Cell:
    return TwoLines(row.project.title, row.project.partners or "")


def _dates(row: ProjectRow) -> Cell:
    starts, ends = row.project.starts_on, row.project.ends_on
    if starts and ends:
        return Text(f"{short_day(starts)} – {short_day(ends)}")
    if starts:
        return Text(_("from {day}").format(day=short_day(starts)))
    return Text(_("to {day}").format(day=short_day(ends)) if ends else "")


def _long_dates(project: Project) -> str:
    first = day_words(project.starts_on) if project.starts_on else _("first day not recorded")
    last = day_words(project.ends_on) if project.ends_on else _("last day not recorded")
    return f"{first} – {last}" if project.starts_on or project.ends_on else _("Not recorded")


def _workshops(row: ProjectRow) -> Cell:
    return Figure(str(row.workshops))


_STATES = {
    Course.UNDER_WAY: (Tone.INFO, "play"),
    Course.AHEAD: (Tone.PLAIN, "calendar"),
    Course.ENDED: (Tone.PLAIN, "flag"),
}


def _state(row: ProjectRow) -> Cell:
    tone, icon = _STATES[row.course]
    words = {Course.UNDER_WAY: _("Under way"), Course.AHEAD: _("Not begun"), Course.ENDED: _("Ended")}[row.course]
    return PillCell(words, tone, icon)
