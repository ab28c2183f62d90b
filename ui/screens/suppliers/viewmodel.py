"""What the page of suppliers shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.needs import need_words
from coproduce.domain.suppliers import Supplied, Supplier
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations import suppliers
from coproduce.storage.queries import suppliers as queries
from coproduce.storage.queries.people import needs_in_use
from coproduce.storage.queries.suppliers import Job, SupplierRow
from ui.forms.step_pill import step_pill
from ui.forms.supplier import supplier_fields, supplier_values
from ui.kit.cells import Cell, Figure, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Acts, Fact, Going, Heading, Item, Note, Part, Title
from ui.kit.in_order import by_field, in_order
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import differing, recorded
from ui.kit.record_list import Filter, RecordList, local_today
from ui.kit.written import need_written

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

SHOWN = 60
"""So many jobs of a supplier are listed."""


class Kinds(StrEnum):
    """The filters of the page: what somebody does, in the groups people think in."""

    ALL = "all"
    SIGN = "sign"
    TEXT = "text"
    FORMATS = "formats"
    LANGUAGES = "languages"
    CARE = "care"
    OTHER = "other"


_DOES: Mapping[Kinds, frozenset[str]] = {
    Kinds.SIGN: frozenset({"bsl_interpreter", "sign_supported_english", "lipspeaker", "deafblind_interpreter"}),
    Kinds.TEXT: frozenset({"speech_to_text", "note_taker"}),
    Kinds.FORMATS: frozenset({"audio", "braille", "large_print", "screen_reader_files", "easy_read", "plain_english"}),
    Kinds.LANGUAGES: frozenset({"language_interpreter"}),
    Kinds.CARE: frozenset({"personal_assistant", "companion", "advocate", "childcare", "replacement_care"}),
}


class SuppliersModel(RecordList[Kinds, SupplierRow]):
    """Every supplier of the workspace. There are few: they are read together."""

    kinds = frozenset({"Supplier", "Arrangement", "Workshop", "Setting"})
    noun = Supplier

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Kinds, sort="name")
        self.found: dict[str, SupplierRow] = {}
        self.unkept: tuple[str, ...] = ()
        self.copy: Callable[[str], object] = _nowhere
        self.columns = [
            Column(_("Supplier"), _who, width=170, stretch=True, sort="name"),
            Column(_("What they do"), _does, width=190, sort="does"),
            Column(_("How to reach them"), _contact, width=170, sort="contact_route"),
            Column(_("Booked"), _times, width=84, right=True, sort="times"),
            Column(_("Cost so far"), _cost, width=104, right=True, sort="cost"),
            *noun_columns(Supplier, _more_headings(), lambda row: row.supplier),
        ]

    def query_counts(self) -> Mapping[Kinds, int]:
        found = queries.suppliers(self.file)
        self.found, self.unkept = {row.supplier.id: row for row in found.rows}, found.unkept
        return {kind: sum(_fits(row, kind) for row in found.rows) for kind in Kinds}

    def query_ids(self) -> Sequence[str]:
        words = self.search.casefold().split()
        fitting = [row for row in self.found.values() if _fits(row, self.filter)]
        left = [row for row in fitting if all(word in _searched(row) for word in words)]
        key = _ORDERS.get(self.sort, lambda row: by_field(row.supplier, self.sort))
        return [row.supplier.id for row in in_order(left, key, descending=self.descending)]

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, SupplierRow]:
        return {key: self.found[key] for key in wanted if key in self.found}

    def query_detail(self, record_id: str) -> SupplierRow | None:
        return self.found.get(record_id)

    @property
    def help_line(self) -> str:
        """Names without a record, if there are any; else what the page is for."""
        if not self.unkept:
            return _("Whom you book for access, how to reach them, and whether it worked in people’s own words.")
        count = len(self.unkept)
        words = ngettext("{n} name on access needs has no record here yet", "{n} names on access needs have no record here yet", count)
        return words.format(n=count)

    def filter_words(self) -> Mapping[Kinds, str]:
        return {
            Kinds.ALL: _("All"),
            Kinds.SIGN: _("Signing and lipspeaking"),
            Kinds.TEXT: _("Captions and notes"),
            Kinds.FORMATS: _("Formats"),
            Kinds.LANGUAGES: _("Languages"),
            Kinds.CARE: _("Support and care"),
            Kinds.OTHER: _("Other"),
        }

    @property
    def chips(self) -> list[Filter]:
        """The filters that leave somebody."""
        return [chip for chip in super().chips if chip.figure or chip.key in (Kinds.ALL, self.filter)]

    def counted(self, count: int) -> str:
        return ngettext("{n} supplier", "{n} suppliers", count).format(n=f"{count:,}")

    @property
    def parts(self) -> list[Part]:
        """The pane: how to reach them, what they do, whether it worked, and at which workshops."""
        row = self.detail
        if row is None:
            return []
        one = row.supplier
        parts: list[Part] = [Title(one.name, one.area or "", icon="building-2")]
        parts.append(Fact("phone", _("REACH THEM BY"), one.contact_route or _("Not recorded")))
        if one.contact_route:
            parts.append(Acts((Act("copy", _("Copy how to reach them"), self.copy_contact, "copy"),)))
        parts.append(Fact("accessibility", _("WHAT THEY DO"), _does_words(one) or _("Not recorded")))
        parts.append(Fact("calendar-clock", _("NOTICE THEY ASK FOR"), _notice_words(one)))
        if one.note:
            parts.append(Note(one.note))
        parts += [Heading(_("What they did")), *_figures(row)]
        parts += [self._job(job) for job in row.jobs[:SHOWN]]
        if len(row.jobs) > SHOWN:
            more = len(row.jobs) - SHOWN
            parts.append(Note(ngettext("And {n} more.", "And {n} more.", more).format(n=f"{more:,}"), quiet=True))
        return parts

    @property
    def foot(self) -> list[Act]:
        """Edit and delete."""
        if self.detail is None:
            return []
        return [Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2")]

    # -- acts

    def add(self) -> None:
        """Ask who it is and what they do."""
        fields = supplier_fields(needs_in_use(self.file))
        self.shell.open_form(_("Add a supplier"), fields, self._add, ok=_("Add supplier"))

    def edit(self) -> None:
        """Ask what is different. A new name is written on their access needs too."""
        if self.detail is not None:
            one = self.detail.supplier

            def submit(values: dict[str, Any]) -> None:
                suppliers.edit_supplier(self.file, one.id, **differing(one, supplier_values(values)))

            self.shell.open_form(_("Edit supplier"), supplier_fields(needs_in_use(self.file), one), submit, ok=_("Save"))

    def keep_in_use(self) -> None:
        """Make records of the names that access needs have."""

        def act() -> None:
            count = suppliers.keep_suppliers_in_use(self.file)
            self.shell.say(ngettext("Added {n} supplier.", "Added {n} suppliers.", count).format(n=count), undo=True)

        self.shell.attempt(act, say=False)

    def copy_contact(self) -> None:
        """Put how to reach them on the clipboard."""
        if self.detail is not None and self.detail.supplier.contact_route:
            self.copy(self.detail.supplier.contact_route)
            self.shell.say(_("Copied."))

    def delete(self) -> None:
        """Delete the record; access needs keep the name."""
        if self.detail is not None:
            one = self.detail.supplier

            def act() -> None:
                suppliers.delete_supplier(self.file, one.id)
                say_deleted(self.shell, _("Deleted {name}. Access needs keep the name.").format(name=one.name))

            self.shell.attempt(act, say=False)

    def _add(self, values: dict[str, Any]) -> None:
        self.show_record(suppliers.add_supplier(self.file, **recorded(Supplier, supplier_values(values))))

    def _job(self, job: Job) -> Part:
        there = Going(self.shell, "access", job.arrangement.id)
        under = f"{need_written(job.arrangement.need)} · {day_words(job.date)}"
        return Item(f"job {job.arrangement.id}", job.workshop, under, there, step_pill(job.arrangement.state), "calendar")


def worked_words(found: Supplied) -> str:
    """`worked 3, partly 1, not answered 2`: the people's own answers, counted and never made into a score."""
    counts = {
        _("worked {n}"): found.worked,
        _("partly {n}"): found.partly,
        _("did not {n}"): found.did_not,
        _("not answered {n}"): found.not_answered,
    }
    return ", ".join(words.format(n=f"{count:,}") for words, count in counts.items() if count)


def _figures(row: SupplierRow) -> list[Part]:
    found = row.figures
    if not found.times:
        return [Note(_("No access need names them yet."), quiet=True)]
    facts: list[Part] = [Fact("ear", _("DID IT WORK? PEOPLE’S OWN ANSWERS"), worked_words(found) or _("Nothing was held yet"))]
    if found.ahead:
        facts.append(Fact("calendar", _("STILL TO COME"), f"{found.ahead:,}"))
    cost = found.cost.words(row.currency) if found.cost is not None else _("No figure yet")
    without = ngettext("{n} without a figure", "{n} without a figure", found.without_cost).format(n=found.without_cost)
    facts.append(Fact("wallet", _("COST SO FAR"), f"{cost} · {without}" if found.without_cost and found.cost is not None else cost))
    return facts


def _notice_words(one: Supplier) -> str:
    if one.notice_days is None:
        return _("Not recorded")
    return ngettext("{n} day before", "{n} days before", one.notice_days).format(n=one.notice_days)


def _does_words(one: Supplier) -> str:
    return "; ".join(need_words(need) for need in one.needs)


def _more_headings() -> dict[str, str]:
    return {"area": _("Where"), "notice_days": _("Days of notice"), "note": _("Note")}


def _fits(row: SupplierRow, kind: Kinds) -> bool:
    if kind is Kinds.ALL:
        return True
    if kind is Kinds.OTHER:
        return not any(_fits(row, one) for one in _DOES)
    return any(row.supplier.can_do(need) for need in _DOES[kind])


def _searched(row: SupplierRow) -> str:
    one = row.supplier
    return " ".join(part for part in (one.name, _does_words(one), one.area, one.contact_route, one.note) if part).casefold()


_ORDERS: Mapping[str, Callable[[SupplierRow], Any]] = {
    "name": lambda row: row.supplier.name.casefold(),
    "does": lambda row: _does_words(row.supplier).casefold() or None,
    "times": lambda row: row.figures.times or None,
    "cost": lambda row: row.figures.cost,
}


def _who(row: SupplierRow) -> Cell:
    return TwoLines(row.supplier.name, row.supplier.area or "")


def _does(row: SupplierRow) -> Cell:
    return Text(_does_words(row.supplier))


def _contact(row: SupplierRow) -> Cell:
    return Text(row.supplier.contact_route or "")


def _times(row: SupplierRow) -> Cell:
    return Figure(f"{row.figures.times:,}" if row.figures.times else "")


def _cost(row: SupplierRow) -> Cell:
    return Figure(row.figures.cost.words(row.currency) if row.figures.cost is not None else "")


def _nowhere(_words: str) -> None:
    """Nothing to copy to yet."""
