"""The reports issued: what each said, and which figures are different now. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from coproduce.domain.issued import IssuedReport
from coproduce.domain.wording import day_words
from coproduce.exports.checked import Checked, check_code
from coproduce.exports.privacy import Audience
from coproduce.exports.report import report_called
from coproduce.exports.verifying import Moved, figures_in
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.issued import facts_of, issued_reports
from ui.forms.checked_report import moved_parts, state_pill
from ui.kit.cells import Cell, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Fact, Heading, Note, Part, State, Title
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory
from ui.kit.written import short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

FORMS = {".pdf": "PDF", ".html": "HTML", ".docx": "Word", ".xlsx": "Excel", ".zip": "CSV"}


class For(StrEnum):
    """The filters of the list: whom a copy was made for."""

    ALL = "all"
    PUBLIC = "public"
    FUNDER = "funder"
    PARTICIPANTS = "participants"
    FINANCE = "finance"


class IssuedModel(RowsInMemory[For, IssuedReport]):
    """Every copy that was saved, newest first."""

    kinds: frozenset[str] = frozenset()
    orders: ClassVar[Orders] = {
        "report": lambda each: (report_called(each.report).title(), each.project.casefold()),
        "audience": lambda each: each.audience,
        "as_of": lambda each: each.as_of,
        "made": lambda each: each.made_on,
        "form": lambda each: each.form,
    }

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=For, sort="made", descending=True)
        self._issued: Mapping[str, IssuedReport] | None = None
        self.checked: Checked | None = None
        """What came of working out again the figures of the copy chosen."""
        self.columns = [
            Column(_("Report"), _report, width=260, sort="report", stretch=True),
            Column(_("Made for"), _made_for, width=150, sort="audience"),
            Column(_("Data up to"), _up_to, width=128, sort="as_of"),
            Column(_("Saved"), _made, width=128, sort="made"),
            Column(_("As"), _form, width=80, sort="form"),
        ]

    def wants(self, touched: frozenset[tuple[str, str]]) -> bool:
        """Whatever is recorded may move a figure. A copy that is saved is told of in the history; nothing else changes the list."""
        if any(kind == "History" for kind, _record in touched):
            self._issued = None
        return bool(touched)

    def read_rows(self) -> Mapping[str, IssuedReport]:
        if self._issued is None:
            self._issued = {each.id: each for each in issued_reports(self.file)}
        return self._issued

    def fits(self, row: IssuedReport, which: For) -> bool:
        return which is For.ALL or row.audience == which.value

    def searched(self, row: IssuedReport) -> str:
        return " ".join((report_called(row.report).title(), row.project, row.fingerprint, FORMS.get(row.form, row.form)))

    def query_detail(self, record_id: str) -> IssuedReport | None:
        issued = super().query_detail(record_id)
        self.checked = None if issued is None else check_code(issued.fingerprint, lambda _code: issued, partial(facts_of, self.file))
        return issued

    @property
    def help_line(self) -> str:
        """How many there are."""
        count = self.total
        words = ngettext("{n} copy was saved here.", "{n} copies were saved here.", count).format(n=f"{count:,}")
        return words if count else _("What left this program, and whether its figures still hold.")

    def filter_words(self) -> Mapping[For, str]:
        audiences = {For(audience.value): _in_short(audience) for audience in Audience}
        return {For.ALL: _("All"), **audiences}

    @property
    def parts(self) -> list[Part]:
        """The pane: what it was, whether it still holds, what it said."""
        issued, checked = self.detail, self.checked
        if issued is None or checked is None:
            return []
        under = _("{project} · data up to {day}").format(project=issued.project, day=day_words(issued.as_of))
        return [
            Title(report_called(issued.report).title(), under, icon="file-check-2"),
            State(state_pill(checked)),
            Note(checked.lines[-1], quiet=True),
            *moved_parts(checked.moved or ()),
            Heading(_("The copy")),
            Fact("users", _("MADE FOR"), Audience(issued.audience).words),
            Fact("calendar", _("SAVED ON"), f"{day_words(issued.made_on)}, {FORMS.get(issued.form, issued.form)}"),
            Fact("lock", _("FINGERPRINT"), issued.fingerprint),
            Heading(_("What it said")),
            *(Fact("scroll-text", each.id, _figure(each)) for each in figures_in(issued.evidence.encode())),
        ]

    @property
    def foot(self) -> list[Act]:
        """Nothing can be done to it: it is out in the world."""
        return []


def _figure(each: Moved) -> str:
    return _("{question} {figure}").format(question=each.question, figure=each.was)


def _in_short(audience: Audience) -> str:
    words = {
        Audience.PUBLIC: _("Public"),
        Audience.FUNDER: _("Funders"),
        Audience.PARTICIPANTS: _("People who took part"),
        Audience.FINANCE: _("Finance"),
    }
    return words[audience]


def _report(each: IssuedReport) -> Cell:
    return TwoLines(report_called(each.report).title(), each.project)


def _made_for(each: IssuedReport) -> Cell:
    return Text(_in_short(Audience(each.audience)))


def _up_to(each: IssuedReport) -> Cell:
    return Text(short_day(each.as_of))


def _made(each: IssuedReport) -> Cell:
    return Text(short_day(each.made_on))


def _form(each: IssuedReport) -> Cell:
    return Text(FORMS.get(each.form, each.form))
