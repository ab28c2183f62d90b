"""A batch as a file to take to the bank: what it looks like is asked, what stands otherwise in it is shown, and then it is saved. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coproduce.domain.codes import PaymentRoute
from coproduce.domain.given import Given
from coproduce.domain.money import total
from coproduce.domain.wording import label
from coproduce.errors import Refused
from coproduce.exports.finance.bank_file import Altered, BankColumn, BankForm, BankLine, DayForm, Separator, altered, bank_rows
from coproduce.exports.finance.bank_file import write_bank_file as write
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.batches import BatchDetail, BatchLine
from ui.kit.fields import Choice, ChoiceField, CountField, DateField, Field, Further
from ui.kit.saved_file import say_saved
from ui.screens.batches.given import given_of

if TYPE_CHECKING:
    from ui.screens.batches.saving import Saves
    from ui.screens.batches.viewmodel import BatchesModel

NOT_AT_THE_BANK = {PaymentRoute.CASH, PaymentRoute.VOUCHER, PaymentRoute.PAYROLL}
"""What is paid so is paid elsewhere: in this file it would be paid twice."""

ENDINGS = (".csv", ".txt")
_FIRST = (BankColumn.REFERENCE, BankColumn.NAME, BankColumn.AMOUNT)
_COLUMNS = ("columns", *(f"column_{number}" for number in range(2, len(BankColumn) + 1)))

E = TypeVar("E", bound=StrEnum)


class BankSaves:
    """For the batch chosen. `remembered` is what was chosen last; `keep` hears what is chosen now."""

    def __init__(self, model: BatchesModel, saves: Saves) -> None:
        self._model, self._saves = model, saves
        self.remembered: Mapping[str, str] = {}
        self.keep: Callable[[Mapping[str, str]], object] = _forget

    def ask(self) -> None:
        """Ask what the bank's file looks like."""
        found = self._model.detail
        if found is None:
            return
        words = _("This program keeps no bank details. Your bank’s file needs account numbers: match them at the bank by our reference.")
        fields = _fields(self.remembered, self._model.today())
        self._model.shell.open_form(
            _("Save a file for the bank"), fields, lambda values: self._go_on(found, values), ok=_("Go on"), help_line=words
        )

    def _go_on(self, found: BatchDetail, values: Mapping[str, Any]) -> None:
        """Say how many go in, who is left out and what stands otherwise; then ask where it is saved."""
        form = form_of(values)
        lines, left_out = lines_for_bank(found, values["day"] or self._model.today())
        if not lines:
            raise Refused(_("No line of this batch is to be paid at the bank. {why}").format(why=_left_words(left_out)).strip())
        bank_rows(lines, form)
        self._remember(form, values["ending"])
        name = self._saves.file_name(found.batch, _("bank"), values["ending"])
        kinds = _("Text (*.txt)") if values["ending"] == ".txt" else _("CSV (*.csv)")

        def ask_where() -> None:
            self._saves.ask_where(_("Save a file for the bank"), name, kinds, lambda path: self._save(lines, form, path))

        otherwise = altered(lines, form)
        amount = total([line.amount for line in lines]).words(found.currency)
        question = ngettext("Save {n} payment, {amount}?", "Save {n} payments, {amount}?", len(lines))
        asked = question.format(n=f"{len(lines):,}", amount=amount)
        detail = " ".join(part for part in (_left_words(left_out), _otherwise_words(otherwise, form)) if part)
        listed = [_otherwise_line(each) for each in otherwise]
        self._model.later(lambda: self._model.shell.ask(asked, _("Save the file…"), ask_where, detail=detail, listed=listed))

    def _save(self, lines: Sequence[BankLine], form: BankForm, path: Path) -> None:
        def save() -> None:
            write(lines, form, path)
            self._model.file.note(_("Saved a file for the bank"), "export", given=given_of(self._model, Given.BANK, path))
            say_saved(self._model.shell, path, None)

        self._model.shell.attempt(save, say=False)

    def _remember(self, form: BankForm, ending: str) -> None:
        self.remembered = {
            "columns": " ".join(form.columns),
            "longest": "" if form.longest is None else str(form.longest),
            "separator": form.separator.name,
            "headings": "yes" if form.headings else "no",
            "day_form": form.day_form.name,
            "ending": ending,
        }
        self.keep(self.remembered)


def form_of(values: Mapping[str, Any]) -> BankForm:
    """What was answered. A column without an answer is left out."""
    return BankForm(
        columns=tuple(BankColumn(values[name]) for name in _COLUMNS if values[name]),
        longest=values["longest"],
        separator=Separator[values["separator"]],
        headings=values["headings"] == "yes",
        day_form=DayForm[values["day_form"]],
    )


def lines_for_bank(found: BatchDetail, day: date) -> tuple[list[BankLine], Counter[str]]:
    """The lines that are still to be paid at the bank, and why the others of the batch are not: how many of each reason."""
    waiting = {line.payment.id for line in found.waiting}
    left_out: Counter[str] = Counter()
    lines = []
    for line in found.lines:
        reason = _why_not(line, is_waiting=line.payment.id in waiting)
        if reason:
            left_out[reason] += 1
        else:
            lines.append(BankLine(str(line.payment.id), line.name, line.amount, day, found.batch.title))
    return lines, left_out


def _why_not(line: BatchLine, *, is_waiting: bool) -> str:
    if not is_waiting:
        return _("paid already") if line.payment.is_paid else _("failed")
    return label(line.route).lower() if line.route in NOT_AT_THE_BANK else ""


def _left_words(left_out: Counter[str]) -> str:
    count = left_out.total()
    reasons = ", ".join(f"{reason} {n:,}" for reason, n in left_out.items())
    words = ngettext("{n} line is left out: {reasons}.", "{n} lines are left out: {reasons}.", count)
    return words.format(n=f"{count:,}", reasons=reasons) if count else ""


def _otherwise_words(otherwise: Sequence[Altered], form: BankForm) -> str:
    if not otherwise:
        return _("Every name stands in it whole.") if BankColumn.NAME in form.columns else ""
    words = ngettext(
        "In {n} place the file says it otherwise, because it was too long or began with a sign that a spreadsheet may run:",
        "In {n} places the file says it otherwise, because it was too long or began with a sign that a spreadsheet may run:",
        len(otherwise),
    )
    return words.format(n=f"{len(otherwise):,}")


def _otherwise_line(each: Altered) -> str:
    line = _("{words} → {written}").format(words=each.words, written=each.written)
    return f"{each.reference}: {line}" if each.reference else line


def _fields(known: Mapping[str, str], today: date) -> list[Field]:
    columns = [each for each in known.get("columns", "").split() if each in set(BankColumn)] or list(_FIRST)
    named = {BankColumn.DAY: _("Payment date"), BankColumn.BATCH: _("Batch title"), BankColumn.NAME: _("Name to print")}
    named |= {BankColumn.REFERENCE: _("Our reference"), BankColumn.AMOUNT: _("Amount, such as 25.50")}
    named |= {BankColumn.PENCE: _("Amount in pence, such as 2550")}
    choices = [Choice(column.value, named[column]) for column in BankColumn]
    asked: list[Field] = [
        ChoiceField(name, _("Column {n}").format(n=place + 1), value=value, choices=choices, nothing=_("Nothing more"))
        for place, (name, value) in enumerate(zip(_COLUMNS, [*columns, *[None] * len(_COLUMNS)], strict=False))
    ]
    longest = known.get("longest", "")
    return [
        *asked,
        CountField("longest", _("Longest name the bank takes"), _("In letters, such as 18. Blank is no limit."), value=_number(longest)),
        DateField("day", _("Payment date"), _("Counts where it stands in a column."), value=today),
        *_look(known),
    ]


def _look(known: Mapping[str, str]) -> list[Field]:
    group = Further(_("How the file is written"), _("Your bank says how it wants it."))
    separators = [Choice("COMMA", _("A comma")), Choice("SEMICOLON", _("A semicolon")), Choice("TAB", _("A tab"))]
    days = [Choice("DAY_FIRST", "31/03/2026"), Choice("YEAR_FIRST", "2026-03-31"), Choice("FIGURES", "31032026")]
    endings = [Choice(ending, ending) for ending in ENDINGS]
    headings = [Choice("yes", _("Yes, a first line with the names of the columns")), Choice("no", _("No, only the payments"))]

    def one(name: str, words: str, choices: Sequence[Choice]) -> Field:
        values = [choice.value for choice in choices]
        value = known.get(name) if known.get(name) in values else values[0]
        return ChoiceField(name, words, required=True, choices=choices, value=value, group=group)

    return [
        one("separator", _("Between two columns"), separators),
        one("headings", _("Headings"), headings),
        one("day_form", _("How a day is written"), days),
        one("ending", _("Ending of the file"), endings),
    ]


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else None


def _forget(_choices: Mapping[str, str]) -> None:
    """Until there is somewhere to keep them."""
