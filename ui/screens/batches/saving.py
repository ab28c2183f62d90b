"""What leaves a batch, and what comes back: the list for finance, the page to sign, and the list of what was paid. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.batches import Batch
from coproduce.domain.given import Given
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import label
from coproduce.exports.finance import FinanceLine, batch_cover, write_finance_csv, write_finance_xlsx
from coproduce.exports.house_look import look_of
from coproduce.exports.pdf import render
from coproduce.i18n import _, ngettext
from coproduce.imports.found_table import find_tables
from coproduce.imports.paid_list import PaidList, match_paid_list
from coproduce.operations import batches
from coproduce.storage.queries import organisation
from coproduce.storage.queries.batches import BatchDetail, BatchLine
from coproduce.storage.queries.record_code import record_code
from ui.kit.saved_file import fit_for_a_name, say_saved
from ui.kit.written import as_written
from ui.screens.batches.bank import BankSaves
from ui.screens.batches.given import given_of

if TYPE_CHECKING:
    from ui.screens.batches.viewmodel import BatchesModel

AskWhere = Callable[[str, str, str, Callable[[Path], object]], None]
AskWhich = Callable[[str, Callable[[Path], object]], None]


def _nowhere(_title: str, _name: str, _kinds: str, _then: Callable[[Path], object]) -> None:
    """Until there is a window to ask in."""


def _none(_title: str, _then: Callable[[Path], object]) -> None:
    """Until there is a window to ask in."""


class Saves:
    """For the batch chosen. `last` is what the list that was brought in last came to."""

    def __init__(self, model: BatchesModel) -> None:
        self._model = model
        self.ask_where: AskWhere = _nowhere
        self.ask_which: AskWhich = _none
        self.last: tuple[str, PaidList] | None = None
        self.bank = BankSaves(model, self)

    def ask_xlsx(self) -> None:
        """Ask where the list for Excel goes."""
        self._ask(_("Save the list for finance"), _("list"), ".xlsx", _("Excel (*.xlsx)"), write_finance_xlsx)

    def ask_csv(self) -> None:
        """Ask where the list as CSV goes."""
        self._ask(_("Save the list for finance"), _("list"), ".csv", _("CSV (*.csv)"), write_finance_csv)

    def ask_cover(self) -> None:
        """Ask where the page to sign goes."""
        found = self._model.detail
        if found is not None:
            name = self.file_name(found.batch, _("cover"), ".pdf")
            self.ask_where(_("Save the page to sign"), name, _("PDF (*.pdf)"), lambda path: self._save_cover(found, path))

    def ask_paid_list(self) -> None:
        """Ask which list finance sent back."""
        found = self._model.detail
        if found is not None:
            self.ask_which(_("The list finance sent back"), lambda path: self.read_paid_list(found, path))

    def read_paid_list(self, found: BatchDetail, path: Path) -> None:
        """Match the list, bring in what goes in one step, and keep what does not to be shown."""
        model = self._model

        def bring_in() -> None:
            table = find_tables(path)[0]
            payments = [line.payment for line in found.lines]
            result = match_paid_list(table, payments, currency=found.currency, today=model.today())
            self.last = (found.batch.id, result)
            if result.matched:
                batches.bring_in_paid(model.file, result.matched)
            model.shell.say(_told(result), undo=bool(result.matched))

        if model.shell.attempt(bring_in, say=False):
            model.changed()

    def _ask(self, title: str, what: str, ending: str, kinds: str, write: Callable[[list[FinanceLine], Path], None]) -> None:
        found = self._model.detail
        if found is not None:
            name = self.file_name(found.batch, what, ending)
            self.ask_where(title, name, kinds, lambda path: self._save(found, path, write))

    def _save(self, found: BatchDetail, path: Path, write: Callable[[list[FinanceLine], Path], None]) -> None:
        def save() -> None:
            write(finance_lines(found), path)
            self._model.file.note(_("Saved a list for finance"), "export", given=given_of(self._model, Given.FINANCE, path))
            say_saved(self._model.shell, path, None)

        self._model.shell.attempt(save, say=False)

    def _save_cover(self, found: BatchDetail, path: Path) -> None:
        def save() -> None:
            one_pair = sum(line.payment.is_checked_by_another is False for line in found.lines)
            cover = batch_cover(
                found.batch,
                finance_lines(found),
                organisation=found.organisation,
                currency=found.currency,
                differs=found.differs,
                same_person=one_pair,
                look=look_of(organisation.settings(self._model.file)),
            )
            result = render(cover.made_at(record_code(self._model.file)), path)
            self._model.file.note(_("Saved a cover for finance"), "export", given=given_of(self._model, Given.FINANCE, path))
            say_saved(self._model.shell, path, result)

        self._model.shell.attempt(save, say=False)

    def file_name(self, batch: Batch, what: str, ending: str) -> str:
        """`March list.csv`."""
        return f"{fit_for_a_name(f'{batch.title} {what}', 80)}{ending}"


def finance_lines(found: BatchDetail) -> list[FinanceLine]:
    """The lines of a batch as finance sees them."""
    return [_finance_line(found.batch, line) for line in found.lines]


def _finance_line(batch: Batch, line: BatchLine) -> FinanceLine:
    return FinanceLine(
        reference=line.payment.id,
        name=line.name,
        what_for=what_for(line.payment),
        workshop=line.workshop.strip(),
        workshop_date=line.workshop_date,
        amount=line.amount,
        how_paid=label(line.route),
        batch=batch.id,
    )


def what_for(payment: Payment) -> str:
    """`Fee · half day`."""
    return " · ".join(part for part in (label(payment.kind), as_written(payment.category or "")) if part)


def _told(result: PaidList) -> str:
    count, wrong = len(result.matched), len(result.mismatches)
    words = ngettext("{n} payment was marked as paid", "{n} payments were marked as paid", count).format(n=f"{count:,}")
    if not wrong:
        return f"{words}."
    more = ngettext("{n} does not match and is listed here.", "{n} do not match and are listed here.", wrong).format(n=f"{wrong:,}")
    return f"{words}. {more}"
