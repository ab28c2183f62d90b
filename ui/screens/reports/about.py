"""What a report is about: a whole project, one of its workshops, the days between two, or several projects. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.ids import WorkshopId
from coproduce.domain.part import Days, OneWorkshop, Part
from coproduce.domain.wording import day_words
from coproduce.exports.about_part import days_between, days_for_a_name
from coproduce.exports.report import report_called
from coproduce.i18n import _, ngettext
from coproduce.storage.queries import organisation, workshops
from ui.forms.choosing import workshop_choices
from ui.kit.fields import Choice, ChoiceField, DateField, DayOffer, SeveralField

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class About(StrEnum):
    """What can be chosen."""

    WHOLE = "whole"
    WORKSHOP = "workshop"
    DAYS = "days"


class WhatAbout:
    """The part and the projects beside it, as they were chosen and as far as they are here. `chosen` hears each choice."""

    def __init__(self, file: WorkspaceFile, shell: Shell, chosen: Callable[[], None], today: Callable[[], date]) -> None:
        self._file, self._shell, self._chosen, self._today = file, shell, chosen, today
        self.wanted: Part | None = None
        self.wanted_beside: frozenset[str] = frozenset()
        self.of_several = False
        self._workshops: Mapping[str, tuple[str, date]] = {}
        self._projects: Mapping[str, str] = {}

    def take(self, report: str, part: Part | None, beside: frozenset[str]) -> None:
        """What is remembered for a report."""
        self.of_several = report_called(report).of_several
        self.wanted, self.wanted_beside = part, beside

    def look(self) -> None:
        """See which workshops and projects there are: a choice of what is not here falls back to the whole."""
        project_id = self._shell.project_id
        self._workshops = {key: (title, day) for key, title, day in workshops.titles(self._file, project_id)} if project_id else {}
        self._projects = {str(each.id): each.title for each in organisation.projects(self._file) if each.id != project_id}

    @property
    def part(self) -> Part | None:
        """The part a copy is about."""
        if isinstance(self.wanted, OneWorkshop) and (self.of_several or self.wanted.workshop_id not in self._workshops):
            return None
        return self.wanted

    @property
    def beside(self) -> list[str]:
        """The projects beside the one in sight."""
        return [each for each in self._projects if each in self.wanted_beside] if self.of_several else []

    @property
    def key(self) -> About:
        """What is chosen."""
        if self.part is None:
            return About.WHOLE
        return About.WORKSHOP if isinstance(self.part, OneWorkshop) else About.DAYS

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Key and words of each."""
        days = (About.DAYS.value, _("A year, or other days…"))
        if self.of_several:
            return [(About.WHOLE.value, _("Whole projects")), days]
        return [(About.WHOLE.value, _("The whole project")), (About.WORKSHOP.value, _("One workshop…")), days]

    @property
    def words(self) -> str:
        """Which workshop, or which days; nothing for the whole."""
        if isinstance(self.part, Days):
            return days_between(self.part)
        if self.part is None:
            return ""
        title, day = self._workshops[self.part.workshop_id]
        return _("{workshop}, {day}").format(workshop=title, day=day_words(day))

    @property
    def for_a_name(self) -> str:
        """The part as the name of a file says it."""
        if isinstance(self.part, Days):
            return days_for_a_name(self.part)
        return self._workshops[self.part.workshop_id][0] if self.part is not None else ""

    @property
    def beside_words(self) -> str:
        """Of the button that chooses projects."""
        if not self._projects:
            return _("There is no other project in this workspace")
        count = len(self.beside)
        words = ngettext("{n} project beside this one", "{n} projects beside this one", count).format(n=count)
        return words if count else _("No project beside this one yet")

    @property
    def may_set_beside(self) -> bool:
        """There is another project."""
        return bool(self._projects)

    def choose(self, key: str) -> None:
        """Take the whole, or ask which workshop or which days."""
        if key == About.WHOLE:
            self._take(None)
        elif key == About.WORKSHOP:
            self._ask_workshop()
        else:
            self._ask_days()

    def choose_projects(self) -> None:
        """Ask which projects stand beside the one in sight."""
        field = SeveralField(
            "beside",
            _("Projects beside this one"),
            _("They stand in the order of their names. Nothing is ranked and nothing is added up."),
            value=frozenset(self.beside),
            choices=[Choice(key, title) for key, title in self._projects.items()],
        )

        def submit(values: dict[str, Any]) -> None:
            self.wanted_beside = frozenset(values["beside"])
            self._chosen()

        self._shell.open_form(_("Which projects"), [field], submit, ok=_("Make the pages"))

    def _take(self, part: Part | None) -> None:
        self.wanted = part
        self._chosen()

    def _ask_workshop(self) -> None:
        held = self.part.workshop_id if isinstance(self.part, OneWorkshop) else None
        hint = _("The copy then holds what was said and decided there, and no more.")
        choices = workshop_choices(self._file, self._shell.project_id, held)
        field = ChoiceField("part", _("Workshop"), hint, required=True, value=held, choices=choices)

        def submit(values: dict[str, Any]) -> None:
            self._take(OneWorkshop(WorkshopId(values["part"])))

        self._shell.open_form(_("A report about one workshop"), [field], submit, ok=_("Make the pages"))

    def _ask_days(self) -> None:
        this = self._today().year
        held = self.part if isinstance(self.part, Days) else None
        firsts = [DayOffer(str(year), date(year, 1, 1)) for year in (this, this - 1)]
        lasts = [DayOffer(str(year), date(year, 12, 31)) for year in (this, this - 1)]
        fields = [
            DateField("first", _("First day"), required=True, value=held.first if held else None, offers=firsts),
            DateField("last", _("Last day"), _("Both days are counted."), required=True, value=held.last if held else None, offers=lasts),
        ]

        def submit(values: dict[str, Any]) -> None:
            self._take(Days(values["first"], values["last"]))

        self._shell.open_form(_("A report about a year, or other days"), fields, submit, ok=_("Make the pages"))
