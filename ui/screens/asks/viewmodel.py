"""What the page of asks shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.asks import Ask
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations import asks
from coproduce.storage.queries import asks as queries
from coproduce.storage.queries.asks import AskRow
from ui.forms.ask import answer_lines, ask_lines, ask_pill
from ui.forms.choosing import project_choices
from ui.forms.reference import more, recorded_new, reference_field, reference_part
from ui.kit.cells import Cell, PillCell, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Fact, Going, Heading, Item, Note, Part, State, Title
from ui.kit.in_order import by_field, in_order
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import RecordList, local_today
from ui.kit.written import short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class Which(StrEnum):
    """The filters of the page."""

    ALL = "all"
    WAITING = "waiting"
    LATE = "late"
    ANSWERED = "answered"


class AsksModel(RecordList[Which, AskRow]):
    """The asks of the project in sight."""

    kinds = frozenset({"Ask", "Contribution", "Decision", "Project", "Setting"})
    noun = Ask

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Which, sort="asked_on", descending=True)
        self._rows: dict[str, AskRow] = {}
        self.columns = [
            Column(_("What we ask"), _what, width=220, stretch=True, sort="words"),
            Column(_("Asked on"), _asked, width=118, sort="asked_on"),
            Column(_("Answer"), _answer, width=180, sort="answer"),
            Column(_("Look again on"), _again, width=118, sort="look_again_on"),
            *noun_columns(Ask, _more_headings(), lambda row: row.ask),
        ]

    def query_counts(self) -> Mapping[Which, int]:
        project_id = self.shell.project_id
        found = queries.asks(self.file, today=self.today(), project_id=project_id) if project_id else ()
        self._rows = {row.ask.id: row for row in found}
        return {which: len(self._left_by(which)) for which in Which}

    def query_ids(self) -> Sequence[str]:
        words = self.search.casefold().split()
        left = [row for row in self._left_by(self.filter) if all(word in _searched(row) for word in words)]
        return [row.ask.id for row in in_order(left, lambda row: by_field(row.ask, self.sort), descending=self.descending)]

    def query_detail(self, record_id: str) -> AskRow | None:
        return self._rows.get(record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, AskRow]:
        return {record_id: self._rows[record_id] for record_id in wanted if record_id in self._rows}

    @property
    def help_line(self) -> str:
        """How many wait, and how many of them too long."""
        waiting, late = self.counts.get(Which.WAITING, 0), self.counts.get(Which.LATE, 0)
        if not waiting:
            return _("Nothing waits for the answer of another organisation.")
        words = ngettext("{n} ask waits for an answer", "{n} asks wait for an answer", waiting).format(n=waiting)
        return words + (" · " + ngettext("{n} of them too long", "{n} of them too long", late).format(n=late) if late else "")

    def filter_words(self) -> Mapping[Which, str]:
        return {Which.ALL: _("All"), Which.WAITING: _("Waiting"), Which.LATE: _("Waiting too long"), Which.ANSWERED: _("Answered")}

    def counted(self, count: int) -> str:
        return ngettext("{n} ask", "{n} asks", count).format(n=f"{count:,}")

    @property
    def parts(self) -> list[Part]:
        """The pane: what is asked of whom, what they answered, and what it comes from."""
        if self.detail is None:
            return []
        row, ask = self.detail, self.detail.ask
        parts: list[Part] = [Title(ask.asked_of, icon="building-2"), Note(ask.words), State(ask_pill(ask, is_late=row.is_late))]
        facts = [
            ("calendar-days", _("ASKED ON"), day_words(ask.asked_on) if ask.asked_on else _("Not recorded")),
            ("calendar-check", _("ANSWERED ON"), day_words(ask.answered_on) if ask.answered_on else ""),
            ("history", _("LOOK AGAIN ON"), day_words(ask.look_again_on) if ask.look_again_on else ""),
        ]
        parts += [Fact(icon, caption, words) for icon, caption, words in facts if words]
        parts += [Heading(_("Their words")), Note(ask.their_words, quoted=True)] if ask.their_words else []
        parts.append(Heading(_("What it comes from")))
        if ask.contribution_id and row.said:
            there = Going(self.shell, "decisions", ask.contribution_id)
            parts.append(Item("said", row.said, _("Something people said"), there, icon="message-circle"))
        if ask.decision_id and row.question:
            parts.append(Item("decision", row.question, _("A decision"), Going(self.shell, "decisions", ask.decision_id), icon="vote"))
        if not ask.contribution_id and not ask.decision_id:
            parts.append(Note(_("It is linked to nothing people said and to no decision."), quiet=True))
        return [*parts, reference_part(ask.id)]

    @property
    def foot(self) -> list[Act]:
        """What can be done next."""
        if self.detail is None:
            return []
        waits = self.detail.ask.is_waiting
        words = _("Record their answer") if waits else _("Change their answer")
        return [
            Act("answer", words, self.answer, "message-circle", is_primary=waits),
            Act("edit", _("Edit"), self.edit, "pencil"),
            Act("delete", _("Delete"), self.delete, "trash-2"),
        ]

    def add(self) -> None:
        """Ask what is asked of whom."""
        if self.shell.project_id is not None:
            fields = [*fields_for(Ask, self._lines(self.shell.project_id), asked_on=self.today()), reference_field("ASK-02")]
            self.shell.open_form(_("Ask another organisation"), fields, self._add, ok=_("Write down"))

    def answer(self) -> None:
        """Ask what they answered."""
        if self.detail is not None:
            ask = self.detail.ask
            fields = fields_for(Ask, answer_lines(self.today()), ask, answered_on=ask.answered_on or self.today())
            self.shell.open_form(_("What did they answer?"), fields, self._answer, ok=_("Record answer"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            ask = self.detail.ask
            project = Line("project_id", _("Project"), _("Only to move it to another."), choices=project_choices(self.file), group=more())
            fields = fields_for(Ask, [*self._lines(ask.project_id), project], ask)
            self.shell.open_form(_("Edit an ask"), fields, self._edit, ok=_("Save"))

    def delete(self) -> None:
        """Delete it; what it comes from stays."""
        if self.detail is not None:
            ask_id = self.detail.ask.id
            attempt_delete(self.shell, lambda: asks.delete_ask(self.file, ask_id))

    def _lines(self, project_id: str) -> list[Line]:
        return ask_lines(self.file, project_id, self.today(), queries.asked_before(self.file))

    def _add(self, values: dict[str, Any]) -> None:
        project_id: Any = self.shell.project_id or ""
        self.show_record(asks.record_ask(self.file, project_id=project_id, **recorded_new(Ask, values)))

    def _answer(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            given = recorded(Ask, values)
            on, words = given["answered_on"], given["their_words"]
            asks.record_ask_answer(self.file, self.detail.ask.id, answer=given["answer"], on=on, their_words=words)

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            ask = self.detail.ask
            asks.edit_ask(self.file, ask.id, **differing(ask, values))

    def _left_by(self, which: Which) -> list[AskRow]:
        fits: dict[Which, Callable[[AskRow], bool]] = {
            Which.ALL: lambda _row: True,
            Which.WAITING: lambda row: row.ask.is_waiting,
            Which.LATE: lambda row: row.is_late,
            Which.ANSWERED: lambda row: not row.ask.is_waiting,
        }
        return [row for row in self._rows.values() if fits[which](row)]


def _searched(row: AskRow) -> str:
    return " ".join(filter(None, (row.ask.words, row.ask.asked_of, row.ask.their_words, row.said, row.question))).casefold()


def _more_headings() -> dict[str, str]:
    return {"asked_of": _("Organisation"), "answered_on": _("Answered on"), "their_words": _("Their words"), "id": _("Id")}


def _what(row: AskRow) -> Cell:
    return TwoLines(" ".join(row.ask.words.split()), row.ask.asked_of)


def _asked(row: AskRow) -> Cell:
    return Text(short_day(row.ask.asked_on) if row.ask.asked_on else _("not recorded"))


def _answer(row: AskRow) -> PillCell:
    return ask_pill(row.ask, is_late=row.is_late)


def _again(row: AskRow) -> Cell:
    return Text(short_day(row.ask.look_again_on) if row.ask.look_again_on else _("no day set"))
