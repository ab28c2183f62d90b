"""What the page of batches shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from coproduce.domain.batches import Batch, BatchState, amount_of
from coproduce.domain.ids import BatchId
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations import batches
from coproduce.storage.queries import batches as queries
from coproduce.storage.queries import organisation
from coproduce.storage.queries.batches import BatchDetail, BatchLine
from coproduce.storage.queries.paying import payees_of_batch
from coproduce.storage.queries.restricted import left_out
from ui.forms import money_letters
from ui.forms.letter_form import saying_who_is_left_out
from ui.forms.money import in_currency
from ui.forms.reference import recorded_new, reference_field, reference_part
from ui.forms.step_pill import step_pill
from ui.kit.cells import Cell, Figure, PillCell, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Fact, Going, Heading, Item, Note, Part, State, Title
from ui.kit.many_acts import Answers, ManyAct
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory
from ui.screens.batches.saving import Saves, what_for

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

SHOWN = 60
"""So many lines of a batch are listed; the list for finance has them all."""


class Which(StrEnum):
    """The filters of the page."""

    ALL = "all"
    OPEN = "open"
    CLOSED = "closed"
    SENT = "sent"


class BatchesModel(RowsInMemory[Which, BatchDetail]):
    """Every batch of the workspace, the newest first. There are few: they are read together."""

    kinds = frozenset({"Batch", "Payment", "Person", "Workshop", "Setting"})
    noun = Batch
    orders: ClassVar[Orders] = {
        "count": lambda found: len(found.lines),
        "amount": lambda found: found.total,
        "state": lambda found: list(BatchState).index(found.batch.state),
    }

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Which, sort="opened_on", descending=True)
        self.saves = Saves(self)
        self.currency = "GBP"
        self.columns = [
            Column(_("Batch"), _what, width=160, stretch=True, sort="title"),
            Column(_("Payments"), _count, width=96, right=True, sort="count"),
            Column(_("Amount"), _amount, width=110, right=True, sort="amount"),
            Column(_("State"), _state, width=150, sort="state"),
            *noun_columns(Batch, _more_headings(), lambda found: found.batch, lambda: self.currency),
        ]

    def read_rows(self) -> Mapping[str, BatchDetail]:
        self.currency = organisation.settings(self.file).currency
        return {str(found.batch.id): found for found in queries.batches(self.file)}

    def fits(self, row: BatchDetail, which: Which) -> bool:
        return which is Which.ALL or row.batch.state.value == which.value

    def searched(self, row: BatchDetail) -> str:
        return f"{row.batch.title} {row.batch.id}"

    def record_of(self, row: BatchDetail) -> Batch:
        return row.batch

    @property
    def help_line(self) -> str:
        """How many approved lines are in no batch yet."""
        waiting = len(queries.approved_lines(self.file))
        if not waiting:
            return _("Every approved line is paid or in a batch.")
        words = ngettext("{n} approved line is in no batch yet.", "{n} approved lines are in no batch yet.", waiting)
        return words.format(n=f"{waiting:,}")

    def filter_words(self) -> Mapping[Which, str]:
        return {Which.ALL: _("All"), Which.OPEN: _("Open"), Which.CLOSED: _("Closed"), Which.SENT: _("With finance")}

    def counted(self, count: int) -> str:
        return ngettext("{n} batch", "{n} batches", count).format(n=f"{count:,}")

    @property
    def parts(self) -> list[Part]:
        """The pane: how it stands, what was expected, what did not match, and its lines."""
        found = self.detail
        if found is None:
            return []
        batch = found.batch
        parts: list[Part] = [Title(batch.title, _opened(batch), icon="inbox"), State(_state(found), _progress(found))]
        parts.append(Fact("pound-sterling", _("COMES TO"), self._sums(found)))
        if found.differs:
            parts.append(Fact("circle-alert", _("NOT AS EXPECTED"), found.differs))
        if batch.override_reason:
            parts.append(Fact("message-circle", _("WHY IT WAS CLOSED ALL THE SAME"), batch.override_reason))
        parts += self._mismatches(found)
        parts += self._papers(found)
        parts.append(Heading(_("Lines")))
        parts += [self._line(line) for line in found.lines[:SHOWN]]
        if len(found.lines) > SHOWN:
            more = len(found.lines) - SHOWN
            parts.append(Note(ngettext("And {n} more line.", "And {n} more lines.", more).format(n=f"{more:,}"), quiet=True))
        if not found.lines:
            parts.append(Note(_("No line is in it yet."), quiet=True))
        return [*parts, reference_part(batch.id)]

    @property
    def foot(self) -> list[Act]:
        """What can be done next, the likeliest first."""
        found = self.detail
        if found is None:
            return []
        edit = Act("edit", _("Edit"), self.edit, "pencil")
        delete = Act("delete", _("Delete"), self.delete, "trash-2")
        if found.batch.state is BatchState.OPEN:
            put = Act("put", _("Put approved lines in…"), self.put_in, "plus", is_primary=not found.lines)
            close = Act("close", _("Close it…"), self.close, "lock", is_primary=bool(found.lines))
            return [*([close] if found.lines else []), put, edit, delete]
        if found.batch.state is BatchState.CLOSED:
            send = Act("send", _("It goes to finance"), self.send, "check", is_primary=True)
            return [send, Act("reopen", _("Open it again"), self.reopen, "lock-open"), edit, delete]
        paid = Act("paid_list", _("Bring in what was paid…"), self.saves.ask_paid_list, "upload", is_primary=bool(found.waiting))
        slips = [Act("slips", _("Write payment slips"), self.write_slips, "receipt")] if found.paid else []
        return [paid, *slips, edit]

    # -- acts

    def add(self) -> None:
        """Ask what it is called and what is expected."""
        fields = [*in_currency(fields_for(Batch, _lines(), opened_on=self.today()), self.currency), reference_field("B-03")]
        self.shell.open_form(_("Begin a batch"), fields, self._add, ok=_("Begin"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            batch = self.detail.batch
            fields = in_currency(fields_for(Batch, [*_lines(), *_later_lines()], batch), self.currency)

            def submit(values: dict[str, Any]) -> None:
                batches.edit_batch(self.file, batch.id, **differing(batch, values))

            self.shell.open_form(_("Edit batch"), fields, submit, ok=_("Save"))

    def put_in(self) -> None:
        """Show which approved lines go in, and put them in together."""
        if self.detail is not None:
            batch_id, title = self.detail.batch.id, self.detail.batch.title
            act = putting(batch_id, title, self.currency)
            self.shell.open_many(act, queries.approved_lines(self.file))

    def close(self) -> None:
        """Close it, asking why where it differs from what was expected."""
        found = self.detail
        if found is None:
            return
        lines = [Line("closed_on", _("On"), required=True)]
        if found.differs:
            lines.append(Line("override_reason", _("Why it may be closed as it is"), found.differs, required=True))
        fields = fields_for(Batch, lines, closed_on=self.today())

        def submit(values: dict[str, Any]) -> None:
            given = recorded(Batch, values)
            batches.close_batch(self.file, found.batch.id, on=given["closed_on"], reason=given.get("override_reason"))

        self.shell.open_form(_("Close the batch"), fields, submit, ok=_("Close it"))

    def reopen(self) -> None:
        """Let lines come and go again."""
        self._act(lambda batch_id: batches.reopen_batch(self.file, batch_id))

    def send(self) -> None:
        """Note that it goes to finance today, every line with it."""
        self._act(lambda batch_id: batches.send_batch(self.file, batch_id, on=self.today()))

    def write_slips(self) -> None:
        """What was paid with it, one letter to each person."""
        if self.detail is not None:
            batch = self.detail.batch
            slips = money_letters.slips(batch.title, lambda: payees_of_batch(self.file, batch.id))
            self.shell.open_letters(saying_who_is_left_out(slips, left_out(self.file, Payment, batch_id=batch.id)))

    def delete(self) -> None:
        """Delete it; its lines stay approved."""
        if self.detail is not None:
            batch_id = self.detail.batch.id
            attempt_delete(self.shell, lambda: batches.delete_batch(self.file, batch_id))

    # -- parts

    def _act(self, act: Callable[[BatchId], object]) -> None:
        if self.detail is not None:
            batch_id = self.detail.batch.id
            self.shell.attempt(lambda: act(batch_id))

    def _add(self, values: dict[str, Any]) -> None:
        given = recorded_new(Batch, values)
        self.show_record(batches.begin_batch(self.file, on=given.pop("opened_on"), **given))

    def _sums(self, found: BatchDetail) -> str:
        count = ngettext("{n} payment", "{n} payments", len(found.lines)).format(n=f"{len(found.lines):,}")
        return f"{found.total.words(found.currency)} · {count}"

    def _papers(self, found: BatchDetail) -> list[Part]:
        if found.batch.state is BatchState.OPEN:
            return []
        return [
            Acts(
                (
                    Act("list_xlsx", _("List for Excel…"), self.saves.ask_xlsx, "file-spreadsheet"),
                    Act("list_csv", _("List as CSV…"), self.saves.ask_csv, "table"),
                    Act("cover", _("Page to sign…"), self.saves.ask_cover, "file-down"),
                    Act("bank", _("Bank file…"), self.saves.bank.ask, "building-2"),
                )
            )
        ]

    def _mismatches(self, found: BatchDetail) -> list[Part]:
        if self.saves.last is None or self.saves.last[0] != found.batch.id or not self.saves.last[1].mismatches:
            return []
        wrong = self.saves.last[1].mismatches
        parts: list[Part] = [Heading(_("Did not match in the list of finance"))]
        for each in wrong[:SHOWN]:
            where = _("ROW {n} · {reference}").format(n=each.row, reference=each.reference) if each.row else each.reference
            parts.append(Fact("circle-alert", where, each.sentence))
        if len(wrong) > SHOWN:
            more = len(wrong) - SHOWN
            parts.append(Note(ngettext("And {n} more.", "And {n} more.", more).format(n=f"{more:,}"), quiet=True))
        return parts

    def _line(self, line: BatchLine) -> Part:
        under = f"{line.amount.words(self.currency)} · {what_for(line.payment)} · {line.workshop}"
        going = Going(self.shell, "resourcing", line.payment.id)
        return Item(f"line {line.payment.id}", line.person, under, going, step_pill(line.payment.state), "user")


def putting(batch_id: str, title: str, currency: str) -> ManyAct:
    """Put lines in a batch: what is said before it is done."""

    def will(fits: Sequence[Payment], _answers: Answers) -> str:
        amount = amount_of(fits)
        words = ngettext("{n} line goes into “{batch}”, {amount}", "{n} lines go into “{batch}”, {amount}", len(fits))
        return words.format(n=f"{len(fits):,}", batch=title, amount=amount.words(currency))

    return ManyAct(
        _("Put approved lines in"), _("Put in"), lambda _answers: batches.put_in_batch_many(batch_id=BatchId(batch_id)), will, ()
    )


def _lines() -> list[Line]:
    return [
        Line("title", _("What it is called"), _("Such as March.")),
        Line("opened_on", _("Begun on"), required=True),
        Line("expected_count", _("How many lines you expect"), _("Count the forms in your hand, before you look at the screen.")),
        Line("expected_total", _("What they come to"), _("Added up by hand. It is compared when you close the batch.")),
    ]


def _later_lines() -> list[Line]:
    return [
        Line("closed_on", _("Closed on"), _("Blank while lines may come and go.")),
        Line("override_reason", _("Why it was closed all the same")),
        Line("sent_on", _("Sent on")),
    ]


def _more_headings() -> dict[str, str]:
    return {
        "opened_on": _("Begun on"),
        "expected_count": _("Lines expected"),
        "expected_total": _("Amount expected"),
        "closed_on": _("Closed on"),
        "override_reason": _("Why closed all the same"),
        "sent_on": _("Sent on"),
        "id": _("Id"),
    }


def _opened(batch: Batch) -> str:
    return _("begun {day}").format(day=day_words(batch.opened_on))


def _progress(found: BatchDetail) -> str:
    if found.batch.state is not BatchState.SENT:
        return ""
    words = _("{paid} of {n} paid").format(paid=found.paid, n=len(found.lines))
    failed = ngettext("{n} failed", "{n} failed", found.failed).format(n=found.failed) if found.failed else ""
    return " · ".join(part for part in (words, failed) if part)


def _what(found: BatchDetail) -> Cell:
    return TwoLines(found.batch.title, _opened(found.batch))


def _count(found: BatchDetail) -> Cell:
    return Figure(f"{len(found.lines):,}")


def _amount(found: BatchDetail) -> Cell:
    return Figure(found.total.words(found.currency))


def _state(found: BatchDetail) -> PillCell:
    if found.failed:
        return PillCell(_("Payment failed"), Tone.BAD, "triangle-alert")
    if found.batch.state is BatchState.SENT and not found.waiting:
        return PillCell(_("All paid"), Tone.OK, "circle-check")
    return step_pill(found.batch.state)
