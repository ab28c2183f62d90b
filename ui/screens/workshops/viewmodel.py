"""What the workshops page shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import WorkshopState
from coproduce.domain.wording import day_words
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _, ngettext
from coproduce.operations import workshops
from coproduce.storage.queries import organisation
from coproduce.storage.queries import workshops as queries
from coproduce.storage.queries.workshops import When, WorkshopDetail, WorkshopRow
from ui.forms.choosing import project_choices
from ui.forms.reference import recorded_new, reference_field
from ui.kit.cells import Cell, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Part, doing
from ui.kit.noun_form import Line, differing, fields_for
from ui.kit.record_list import Filter, local_today
from ui.screens.workshops.columns import more_columns
from ui.screens.workshops.day import DayModel
from ui.screens.workshops.forms import repeat_lines, workshop_lines
from ui.screens.workshops.many import workshop_acts
from ui.screens.workshops.pane import state_pill, workshop_parts

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class WorkshopsModel(DayModel):
    """The workshops of the project chosen, and one in full."""

    noun = Workshop

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today)
        self.columns = [
            Column(_("Workshop"), _title, width=200, sort="date", stretch=True),
            Column(_("Came"), _came, width=62, sort="came"),
            Column(_("State"), state_pill, width=126, sort="state"),
            *more_columns(lambda: self.currency),
        ]

    def query_ids(self) -> Sequence[str]:
        return queries.ids(
            self.file,
            today=self.today(),
            project_id=self.shell.project_id,
            when=self.filter,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
        )

    def query_counts(self) -> Mapping[When, int]:
        self.currency = organisation.settings(self.file).currency
        return queries.counts(self.file, today=self.today(), project_id=self.shell.project_id)

    def query_detail(self, record_id: str) -> WorkshopDetail | None:
        return queries.detail(self.file, record_id, today=self.today())

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, WorkshopRow]:
        return queries.rows(self.file, wanted, today=self.today())

    @property
    def help_line(self) -> str:
        """How many there are, and what waits."""
        count, to_close = self.counts.get(When.ALL, 0), self.counts.get(When.TO_CLOSE, 0)
        words = ngettext("{n} workshop", "{n} workshops", count).format(n=count)
        if to_close:
            words += " · " + ngettext("{n} to finish off", "{n} to finish off", to_close).format(n=to_close)
        return words

    def filter_words(self) -> Mapping[When, str]:
        return {
            When.ALL: _("All"),
            When.AHEAD: _("Ahead"),
            When.TO_CLOSE: _("To close"),
            When.CLOSED: _("Closed"),
            When.CANCELLED: _("Cancelled"),
            When.PAPERS: _("Papers to send"),
            When.LOOK_AGAIN: _("To look at again"),
        }

    @property
    def chips(self) -> list[Filter]:
        """The filters; those of Today are shown only while they leave something."""
        seldom = {When.PAPERS, When.LOOK_AGAIN}
        return [chip for chip in super().chips if chip.figure or chip.key == self.filter or chip.key not in seldom]

    @property
    def parts(self) -> list[Part]:
        """The pane about the workshop chosen."""
        return workshop_parts(self.detail, self) if self.detail else []

    def counted(self, count: int) -> str:
        return ngettext("{n} workshop", "{n} workshops", count).format(n=f"{count:,}")

    @property
    def many_acts(self) -> list[Act]:
        """What can be done to all workshops chosen."""
        return workshop_acts(self)

    @property
    def foot(self) -> list[Act]:
        """What can be done with the workshop chosen, the likeliest first."""
        if self.detail is None:
            return []
        workshop = self.detail.workshop
        acts = []
        if workshop.state in (None, WorkshopState.DRAFT, WorkshopState.PLANNED) and workshop.date <= self.today():
            acts.append(Act("held", _("Mark as held"), self.mark_held, "check", is_primary=True))
        if workshop.state is WorkshopState.HELD:
            acts.append(Act("close", _("Close workshop"), self.close, "circle-check", is_primary=True))
        if workshop.state is WorkshopState.CLOSED:
            acts.append(Act("reopen", _("Open again"), self.reopen, "lock-open"))
        if workshop.state is WorkshopState.CANCELLED:
            acts.append(Act("reinstate", _("It takes place after all"), self.reinstate, "undo-2"))
        acts.append(Act("edit", _("Edit"), self.edit, "pencil"))
        acts.append(Act("repeat", _("Plan it again…"), self.repeat, "copy"))
        acts.append(Act("calendar", _("Save as calendar file…"), doing(self.shell.do, "file.calendar"), "calendar-days"))
        if not workshop.was_held and workshop.state is not WorkshopState.CANCELLED:
            acts.append(Act("cancel", _("Cancel workshop"), self.cancel, "ban"))
        acts.append(Act("delete", _("Delete"), self.delete, "trash-2"))
        return acts

    def add(self) -> None:
        """Ask what is planned."""
        lines = workshop_lines(project_choices(self.file), self.today())
        fields = fields_for(Workshop, lines, project_id=self.shell.project_id, state=WorkshopState.PLANNED)
        fields.append(reference_field("W-03"))
        self.shell.open_form(_("Add a workshop"), fields, self._add, ok=_("Add workshop"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            workshop = self.detail.workshop
            fields = fields_for(Workshop, workshop_lines(project_choices(self.file), self.today()), workshop)
            self.shell.open_form(_("Edit {title}").format(title=workshop.title), fields, self._edit, ok=_("Save"))

    def repeat(self) -> None:
        """Ask for the day on which it takes place again."""
        if self.detail is not None:
            title = self.detail.workshop.title
            fields = [*fields_for(Workshop, repeat_lines(), title=title), reference_field("W-04")]
            what = _("The place, the time and the plan are copied. Nobody is on the new list, and no money is.")
            heading = _("Plan {title} again").format(title=title)
            self.shell.open_form(heading, fields, self._repeat, ok=_("Add workshop"), help_line=what)

    def reopen(self) -> None:
        """Say that something is still to be written down."""
        self._act(lambda workshop_id: workshops.reopen_workshop(self.file, workshop_id))

    def reinstate(self) -> None:
        """Say that it takes place after all."""
        self._act(lambda workshop_id: workshops.reinstate_workshop(self.file, workshop_id))

    def mark_held(self) -> None:
        """Say that it took place."""
        self._act(lambda workshop_id: workshops.mark_held(self.file, workshop_id, today=self.today()))

    def close(self) -> None:
        """Say that everything is written down."""
        self._act(lambda workshop_id: workshops.close_workshop(self.file, workshop_id))

    def cancel(self) -> None:
        """Ask why it will not take place."""
        fields = fields_for(Workshop, [Line("cancelled_reason", _("Why"), _("So that people can be told."), required=True)])
        self.shell.open_form(_("Cancel this workshop"), fields, self._cancel, ok=_("Cancel workshop"))

    def delete(self) -> None:
        """Delete it with its own rows."""
        if self.detail is not None:
            workshop = self.detail.workshop

            def act() -> None:
                also = workshops.delete_workshop(self.file, workshop.id)
                say_deleted(self.shell, _("Deleted {title}.").format(title=workshop.title), also)

            self.shell.attempt(act, say=False)

    def _add(self, values: dict[str, Any]) -> None:
        given = {"project_id": self.shell.project_id, **recorded_new(Workshop, values)}
        self.show_record(workshops.add_workshop(self.file, **given))

    def _repeat(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            self.show_record(workshops.repeat_workshop(self.file, self.detail.workshop.id, **recorded_new(Workshop, values)))

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            workshops.edit_workshop(self.file, self.detail.workshop.id, **differing(self.detail.workshop, values))

    def _cancel(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            workshops.cancel_workshop(self.file, self.detail.workshop.id, reason=values["cancelled_reason"])

    def _act(self, act: Callable[[Any], object]) -> None:
        if self.detail is not None:
            workshop_id = self.detail.workshop.id
            self.shell.attempt(lambda: act(workshop_id))


def _title(row: WorkshopRow) -> Cell:
    return TwoLines(row.title, " · ".join(part for part in (day_words(row.date), row.venue or "") if part))


def _came(row: WorkshopRow) -> Cell:
    return Text(str(row.came) if row.came else "")
