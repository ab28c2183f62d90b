"""What was given out: each file with whom it was for; of a report what it said, and which figures are different now. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from coproduce.domain.given import For, Given
from coproduce.domain.issued import IssuedReport
from coproduce.domain.wording import day_words, list_words
from coproduce.exports.checked import Checked, check_code
from coproduce.exports.given_list import form_words, given_out, maker_words, title_words
from coproduce.exports.verifying import Moved, figures_in
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.given import Left, what_left
from coproduce.storage.queries.issued import facts_of
from coproduce.storage.queries.organisation import settings
from ui.forms.checked_report import moved_parts, state_pill
from ui.kit.cells import Cell, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Fact, Heading, Note, Part, State, Title
from ui.kit.letters import Letter, Letters
from ui.kit.record_list import Filter, local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory
from ui.kit.written import short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class Which(StrEnum):
    """The filters of the list: reports by whom they were made for, then everything else."""

    ALL = "all"
    REPORTS = "reports"
    PUBLIC = "public"
    FUNDER = "funder"
    PARTICIPANTS = "participants"
    FINANCE = "finance"
    PERSON = "person"
    TEAM = "team"
    WITHDRAWN = "withdrawn"


class IssuedModel(RowsInMemory[Which, Left]):
    """Every file that was saved, newest first."""

    kinds: frozenset[str] = frozenset()
    orders: ClassVar[Orders] = {
        "what": lambda each: (title_words(each.given).casefold(), each.given.project.casefold(), each.given.part.casefold()),
        "for": lambda each: (each.given.for_whom.words, *each.names),
        "by": lambda each: maker_words(each.given).casefold(),
        "made": lambda each: each.given.made_on,
        "form": lambda each: form_words(each.given),
    }

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Which, sort="made", descending=True)
        self._left: Mapping[str, Left] | None = None
        self.checked: Checked | None = None
        """What came of working out again the figures of the report chosen."""
        self.columns = [
            Column(_("What"), _what, width=250, sort="what", stretch=True),
            Column(_("For"), _for, width=150, sort="for"),
            Column(_("Made by"), _by, width=120, sort="by"),
            Column(_("Saved"), _made, width=118, sort="made"),
            Column(_("As"), _form, width=110, sort="form"),
        ]

    def wants(self, touched: frozenset[tuple[str, str]]) -> bool:
        """Whatever is recorded may move a figure. A file is told of in the history; names and consents are people's."""
        if any(kind in ("History", "Person") for kind, _record in touched):
            self._left = None
        return bool(touched)

    def read_rows(self) -> Mapping[str, Left]:
        if self._left is None:
            self._left = {each.id: each for each in what_left(self.file)}
        return self._left

    def fits(self, row: Left, which: Which) -> bool:
        if which is Which.REPORTS:
            return row.given.what is Given.REPORT
        if which is Which.WITHDRAWN:
            return bool(row.withdrawn)
        return which is Which.ALL or row.given.for_whom.value == which.value

    def searched(self, row: Left) -> str:
        given = row.given
        code = row.issued.fingerprint if row.issued else ""
        return " ".join((title_words(given), given.project, given.part, given.made_by, form_words(given), code, *row.names))

    def query_detail(self, record_id: str) -> Left | None:
        left = super().query_detail(record_id)
        issued = left.issued if left else None
        self.checked = check_code(issued.fingerprint, lambda _code: issued, partial(facts_of, self.file)) if issued else None
        return left

    @property
    def help_line(self) -> str:
        """How many there are."""
        count = self.total
        words = ngettext("{n} file was saved here.", "{n} files were saved here.", count).format(n=f"{count:,}")
        return words if count else _("What left this program, for whom, and whether its figures still hold.")

    def filter_words(self) -> Mapping[Which, str]:
        whom = {Which(each.value): each.words for each in For}
        return {Which.ALL: _("All"), Which.REPORTS: _("Reports"), **whom, Which.WITHDRAWN: _("Quotes to ask back")}

    @property
    def chips(self) -> list[Filter]:
        """The filters that leave something; there are too many to show those that leave nothing."""
        return [chip for chip in super().chips if chip.figure or chip.key in (Which.ALL, self.filter)]

    @property
    def parts(self) -> list[Part]:
        """The pane: what it was and for whom, whose words to ask back; of a report whether it still holds, and what it said."""
        left = self.detail
        if left is None:
            return []
        given = left.given
        under = " · ".join(part for part in (given.project, given.part) if part)
        parts: list[Part] = [Title(title_words(given), under, icon="file-check-2")]
        if self.checked is not None:
            parts += [State(state_pill(self.checked)), Note(self.checked.lines[-1], quiet=True), *moved_parts(self.checked.moved or ())]
        parts += [*_withdrawn(left), *_about(left)]
        return [*parts, *_said(left.issued)] if left.issued else parts

    @property
    def foot(self) -> list[Act]:
        """Nothing can be done to it: it is out in the world."""
        return []

    def save_list(self) -> None:
        """The whole list as a table, to read, print and save."""

        def read() -> list[Letter]:
            rows = [(one.given, one.names) for one in what_left(self.file)]
            return [Letter("list", _("The list"), "", given_out(rows, settings(self.file), self.today()))]

        title = _("What was given out")
        help_line = _("For the organisation itself: it names people.")
        self.shell.open_letters(Letters(title, title, "", read, help_line, what=Given.LIST, for_whom=For.TEAM))


def _withdrawn(left: Left) -> list[Part]:
    if not left.withdrawn:
        return []
    why = _("These words stand in it, and may be quoted no more. Ask whoever has it to give it back, or to take them out.")
    words = [Note(_("“{words}”").format(words=each)) for each in left.withdrawn]
    return [Heading(_("Quotes to ask back")), State(PillCell(_("Consent withdrawn"), Tone.WARN, "message-circle")), Note(why), *words]


def _about(left: Left) -> list[Part]:
    given, issued = left.given, left.issued
    facts = [
        Fact("users", _("FOR"), _whom_words(left)),
        Fact("user", _("MADE BY"), maker_words(given)),
        Fact("calendar", _("SAVED ON"), f"{day_words(given.made_on)}, {form_words(given)}"),
    ]
    if issued:
        facts.append(Fact("calendar-clock", _("DATA UP TO"), day_words(issued.as_of)))
        facts.append(Fact("lock", _("FINGERPRINT"), issued.fingerprint))
    return [Heading(_("The copy")), *facts]


def _said(issued: IssuedReport) -> list[Part]:
    figures = figures_in(issued.evidence.encode())
    return [Heading(_("What it said")), *(Fact("scroll-text", each.id, _figure(each)) for each in figures)]


def _figure(each: Moved) -> str:
    return _("{question} {figure}").format(question=each.question, figure=each.was)


def _whom_words(left: Left) -> str:
    whom = left.given.for_whom.words
    return _("{whom}: {names}").format(whom=whom, names=list_words(list(left.names))) if left.names else whom


def _what(each: Left) -> Cell:
    return TwoLines(title_words(each.given), " · ".join(part for part in (each.given.project, each.given.part) if part))


def _for(each: Left) -> Cell:
    few = len(each.names) == 1
    return Text(each.names[0] if few else each.given.for_whom.words)


def _by(each: Left) -> Cell:
    return Text(maker_words(each.given))


def _made(each: Left) -> Cell:
    return Text(short_day(each.given.made_on))


def _form(each: Left) -> Cell:
    return Text(form_words(each.given))
