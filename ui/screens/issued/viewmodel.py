"""The reports issued: what each said, and which figures are different now. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

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
from ui.kit.in_order import in_order
from ui.kit.record_list import RecordList, local_today
from ui.kit.written import short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

FORMS = {".pdf": "PDF", ".html": "HTML", ".docx": "Word"}


class For(StrEnum):
    """The filters of the list: whom a copy was made for."""

    ALL = "all"
    PUBLIC = "public"
    FUNDER = "funder"
    PARTICIPANTS = "participants"


class IssuedDetail(NamedTuple):
    """A copy, and what came of working its figures out again."""

    issued: IssuedReport
    checked: Checked


class IssuedModel(RecordList[For, IssuedDetail]):
    """Every copy that was saved, newest first."""

    kinds: frozenset[str] = frozenset()

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=For, sort="made", descending=True)
        self._issued: dict[str, IssuedReport] = {}
        self.columns = [
            Column(_("Report"), _report, width=260, sort="report", stretch=True),
            Column(_("Made for"), _made_for, width=150, sort="audience"),
            Column(_("Data up to"), _up_to, width=128, sort="as_of"),
            Column(_("Saved"), _made, width=128, sort="made"),
            Column(_("As"), _form, width=80, sort="form"),
        ]

    def wants(self, touched: frozenset[tuple[str, str]]) -> bool:
        """Whatever is recorded may move a figure."""
        return bool(touched)

    def query_counts(self) -> Mapping[For, int]:
        self._issued = {each.id: each for each in issued_reports(self.file)}
        return {audience: len(self._left_by(audience)) for audience in For}

    def query_ids(self) -> Sequence[str]:
        words = self.search.casefold().split()
        left = [each for each in self._left_by(self.filter) if all(word in _searched(each) for word in words)]
        return [each.id for each in in_order(left, _ORDERS[self.sort], descending=self.descending)]

    def query_detail(self, record_id: str) -> IssuedDetail | None:
        issued = self._issued.get(record_id)
        if issued is None:
            return None
        return IssuedDetail(issued, check_code(issued.fingerprint, lambda _code: issued, partial(facts_of, self.file)))

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, IssuedReport]:
        return {record_id: self._issued[record_id] for record_id in wanted if record_id in self._issued}

    @property
    def help_line(self) -> str:
        """How many there are."""
        count = len(self._issued)
        words = ngettext("{n} copy was saved here.", "{n} copies were saved here.", count).format(n=f"{count:,}")
        return words if count else _("What left this program, and whether its figures still hold.")

    def filter_words(self) -> Mapping[For, str]:
        audiences = {For(audience.value): _in_short(audience) for audience in Audience}
        return {For.ALL: _("All"), **audiences}

    @property
    def parts(self) -> list[Part]:
        """The pane: what it was, whether it still holds, what it said."""
        if self.detail is None:
            return []
        issued, checked = self.detail
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

    def _left_by(self, audience: For) -> list[IssuedReport]:
        return [each for each in self._issued.values() if audience is For.ALL or each.audience == audience.value]


def _figure(each: Moved) -> str:
    return _("{question} {figure}").format(question=each.question, figure=each.was)


def _in_short(audience: Audience) -> str:
    return {Audience.PUBLIC: _("Public"), Audience.FUNDER: _("Funders"), Audience.PARTICIPANTS: _("People who took part")}[audience]


_ORDERS: Mapping[str, Callable[[IssuedReport], Any]] = {
    "report": lambda each: (report_called(each.report).title(), each.project.casefold()),
    "audience": lambda each: each.audience,
    "as_of": lambda each: each.as_of,
    "made": lambda each: each.made_on,
    "form": lambda each: each.form,
}


def _searched(each: IssuedReport) -> str:
    return " ".join((report_called(each.report).title(), each.project, each.fingerprint, FORMS.get(each.form, each.form))).casefold()


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
