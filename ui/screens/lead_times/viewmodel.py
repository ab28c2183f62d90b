"""What the page of lead times shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.lead_times import LeadTime
from coproduce.domain.needs import need_words, same_need, suggested_needs
from coproduce.i18n import _, ngettext
from coproduce.imports.library import published_lead_times
from coproduce.operations import lead_times
from coproduce.storage.queries.notice import lead_times as all_lead_times
from coproduce.storage.queries.people import needs_in_use
from ui.kit.cells import Cell, Figure, Text
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Fact, Note, Part, Title
from ui.kit.fields import Choice, SeveralField
from ui.kit.in_order import by_field, in_order
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import RecordList, local_today

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

_TO_CHECK = "Check before use."
"""How the source of a figure that came with the program begins, in English."""


class Figures(StrEnum):
    """The filters of the page."""

    ALL = "all"
    TO_CHECK = "to_check"


class LeadTimesModel(RecordList[Figures, LeadTime]):
    """Every lead time, the longest first. There are few: they are read together."""

    kinds = frozenset({"LeadTime"})
    noun = LeadTime

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Figures, sort="days", descending=True)
        self.found: dict[str, LeadTime] = {}
        self.columns = [
            Column(_("Need"), _need, width=220, stretch=True, sort="need"),
            Column(_("Days before"), _days, width=110, right=True, sort="days"),
            Column(_("Where the figure is from"), _source, width=320, sort="source"),
        ]

    def query_counts(self) -> Mapping[Figures, int]:
        self.found = {one.id: one for one in all_lead_times(self.file)}
        return {which: sum(_fits(one, which) for one in self.found.values()) for which in Figures}

    def query_ids(self) -> Sequence[str]:
        words = self.search.casefold().split()
        fitting = [one for one in self.found.values() if _fits(one, self.filter)]
        left = [one for one in fitting if all(word in f"{need_words(one.need)} {one.source}".casefold() for word in words)]

        def key(one: LeadTime) -> Any:
            return need_words(one.need).casefold() if self.sort == "need" else by_field(one, self.sort)

        return [one.id for one in in_order(left, key, descending=self.descending)]

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, LeadTime]:
        return {key: self.found[key] for key in wanted if key in self.found}

    def query_detail(self, record_id: str) -> LeadTime | None:
        return self.found.get(record_id)

    @property
    def help_line(self) -> str:
        """What the figures do."""
        return _("An access need without a day of its own has to be arranged so many days before its workshop.")

    def filter_words(self) -> Mapping[Figures, str]:
        return {Figures.ALL: _("All"), Figures.TO_CHECK: _("To check")}

    def counted(self, count: int) -> str:
        return ngettext("{n} need", "{n} needs", count).format(n=f"{count:,}")

    @property
    def parts(self) -> list[Part]:
        """The pane about one."""
        one = self.detail
        if one is None:
            return []
        return [
            Title(need_words(one.need), days_before(one.days), icon="calendar-clock"),
            Fact("scroll-text", _("WHERE THE FIGURE IS FROM"), one.source or _("Not recorded")),
            Note(
                _("Where a supplier asks for more days, theirs count. A day written on the access need itself always counts."), quiet=True
            ),
        ]

    @property
    def foot(self) -> list[Act]:
        """Edit, delete, and figures to begin from."""
        published = Act("published", _("Add published figures…"), self.add_published, "book-open")
        return [Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2"), published]

    # -- acts

    def add(self) -> None:
        """Ask for which need and how many days."""
        self.shell.open_form(_("How early to arrange a need"), fields_for(LeadTime, self._lines()), self._add, ok=_("Add"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            one = self.detail

            def submit(values: dict[str, Any]) -> None:
                lead_times.edit_lead_time(self.file, one.id, **differing(one, values))

            fields = fields_for(LeadTime, self._lines(), one, need=need_words(one.need))
            self.shell.open_form(_("How early to arrange a need"), fields, submit, ok=_("Save"))

    def add_published(self) -> None:
        """Offer figures others have published; they come in marked as still to be checked."""
        known = [one.need for one in self.found.values()]
        offered = [(key, one) for key, one in published_lead_times() if not any(same_need(one.need, need) for need in known)]
        choices = [Choice(key, f"{need_words(one.need)}: {_days_words(one)}, {_publisher(one)}") for key, one in offered]
        hint = _("They hold for somebody else’s area and time. Each says where it comes from. Ask your own suppliers.")
        field = SeveralField("lead_times", _("Which"), hint, choices=choices)

        def submit(values: dict[str, Any]) -> None:
            lead_times.add_published_lead_times(self.file, [one for key, one in offered if key in values["lead_times"]])

        self.shell.open_form(_("Add published figures"), [field], submit, ok=_("Add them"))

    def delete(self) -> None:
        """Take it away; days written down by hand stay."""
        if self.detail is not None:
            one = self.detail

            def act() -> None:
                lead_times.delete_lead_time(self.file, one.id)
                say_deleted(self.shell, _("Deleted {title}.").format(title=need_words(one.need)))

            self.shell.attempt(act, say=False)

    def _add(self, values: dict[str, Any]) -> None:
        self.show_record(lead_times.add_lead_time(self.file, **recorded(LeadTime, values)))

    def _lines(self) -> list[Line]:
        needs = suggested_needs(needs_in_use(self.file))
        return [
            Line("need", _("What is needed"), _("Pick one or write your own words, as on access needs."), suggestions=needs),
            Line("days", _("Days before the workshop"), _("Weekends count. For three weeks write 21.")),
            Line("source", _("Where the figure comes from"), _("Such as your agency, your policy or a guide.")),
        ]


def _publisher(one: LeadTime) -> str:
    """Who published a figure: the source up to its first comma. The whole of it comes in with the figure."""
    return (one.source or "").partition(",")[0]


def _days_words(one: LeadTime) -> str:
    return ngettext("{n} day", "{n} days", one.days).format(n=one.days)


def days_before(days: int) -> str:
    """`20 days before`."""
    return ngettext("{n} day before", "{n} days before", days).format(n=days)


def _fits(one: LeadTime, which: Figures) -> bool:
    return which is Figures.ALL or (one.source or "").startswith((_TO_CHECK, _("Check before use. {source}").partition("{")[0].strip()))


def _need(one: LeadTime) -> Cell:
    return Text(need_words(one.need))


def _days(one: LeadTime) -> Cell:
    return Figure(f"{one.days:,}")


def _source(one: LeadTime) -> Cell:
    return Text(one.source or "")
