"""The rates of a workspace: what is paid, from when to when, and where the figure comes from. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from coproduce.domain.codes import YesNo
from coproduce.domain.money import sign_of
from coproduce.domain.rate_doubts import doubts_about
from coproduce.domain.resourcing import Rate
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.imports.library import published_rates
from coproduce.operations import rates
from coproduce.storage.queries import organisation
from ui.kit.cells import Cell, Figure, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Fact, Note, Part, State, Title
from ui.kit.fields import Choice, Field, MoneyField, SeveralField
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory
from ui.kit.written import short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class Holds(StrEnum):
    """The filters of the list."""

    ALL = "all"
    NOW = "now"
    AHEAD = "ahead"
    ENDED = "ended"


class RateRow(NamedTuple):
    """A rate, and whether it holds today."""

    rate: Rate
    holds: Holds


def rate_lines() -> list[Line]:
    """What is asked about a rate."""
    return [
        Line("label", _("What you call it"), _("Such as Half day, or Reading papers.")),
        Line("shape", _("What it pays for")),
        Line("amount", _("How much")),
        Line("valid_from", _("Holds from"), _("Workshops before this day keep their old rates.")),
        Line("valid_to", _("Holds to"), _("The last day. Blank while it still holds.")),
        Line("region", _("Region"), _("Blank where it holds everywhere.")),
        Line("source", _("Where the figure comes from"), _("Such as your policy, a funder or a web page, with its date.")),
        Line(
            "is_floor",
            _("Is it the least you may pay?"),
            _("Evidence compares what people were paid for each hour with the least there is for each hour."),
        ),
    ]


def _more_headings() -> dict[str, str]:
    return {
        "shape": _("What one amount pays for"),
        "valid_from": _("Holds from"),
        "valid_to": _("Holds to"),
        "region": _("Region"),
        "source": _("Where the figure is from"),
        "is_floor": _("The least allowed"),
    }


class RatesModel(RowsInMemory[Holds, RateRow]):
    """Every rate of the workspace."""

    noun = Rate
    orders: ClassVar[Orders] = {"from": lambda row: row.rate.valid_from, "state": lambda row: list(Holds).index(row.holds)}
    kinds = frozenset({"Rate", "Setting"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Holds, sort="from", descending=True)
        self.currency = "GBP"
        self.columns = [
            Column(_("Rate"), _label, width=216, sort="label", stretch=True),
            Column(_("Amount"), self._amount, width=96, sort="amount", right=True),
            Column(_("Holds"), _days, width=196, sort="from"),
            Column(_("State"), _state, width=134, sort="state"),
            *noun_columns(Rate, _more_headings(), lambda row: row.rate),
        ]

    def read_rows(self) -> Mapping[str, RateRow]:
        self.currency = organisation.settings(self.file).currency
        today = self.today()
        return {str(rate.id): RateRow(rate, _holds(rate, today)) for rate in organisation.rates(self.file)}

    def fits(self, row: RateRow, which: Holds) -> bool:
        return which in (Holds.ALL, row.holds)

    def searched(self, row: RateRow) -> str:
        rate = row.rate
        return " ".join(part for part in (rate.label, rate.region, rate.source, label(rate.shape)) if part)

    def record_of(self, row: RateRow) -> Rate:
        return row.rate

    @property
    def help_line(self) -> str:
        """How many there are."""
        words = ngettext("{n} rate. Old workshops keep old rates.", "{n} rates. Old workshops keep old rates.", self.total)
        return words.format(n=self.total) if self.total else _("What you pay, and where the figure comes from.")

    def filter_words(self) -> Mapping[Holds, str]:
        return {Holds.ALL: _("All"), Holds.NOW: _("Holds now"), Holds.AHEAD: _("Ahead"), Holds.ENDED: _("Ended")}

    @property
    def parts(self) -> list[Part]:
        """The pane about the rate chosen."""
        if self.detail is None:
            return []
        doubts = doubts_about(self.detail.rate, (row.rate for row in self.rows.values()))
        return [*rate_parts(self.detail, self.currency), *(Fact("circle-alert", _("PLEASE LOOK"), words) for words in doubts)]

    @property
    def foot(self) -> list[Act]:
        """End it, edit it, delete it."""
        acts = [Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2")]
        if self.detail is not None and self.detail.rate.valid_to is None:
            acts.insert(0, Act("end", _("Set its last day"), self.end, "calendar-check"))
        return [*acts, Act("published", _("Add published rates…"), self.add_published, "book-open")]

    def add(self) -> None:
        """Ask about a new one."""
        self.shell.open_form(_("Add a rate"), self._fields(rate_lines()), self._add, ok=_("Add rate"))

    def add_published(self) -> None:
        """Offer rates others have published; they come in marked as still to be checked."""
        known = {row.rate.label for row in self.rows.values()}
        offered = [(key, rate) for key, rate in published_rates() if rate.label not in known]
        choices = [Choice(key, f"{rate.label}: {rate.amount.words(self.currency)}, {label(rate.shape)}") for key, rate in offered]
        hint = _("They hold for somebody else’s scheme and time. Each says where it comes from. Check before you use one.")
        field = SeveralField("rates", _("Which"), hint, choices=choices)

        def submit(values: dict[str, Any]) -> None:
            rates.add_published(self.file, [rate for key, rate in offered if key in values["rates"]])

        self.shell.open_form(_("Add published rates"), [field], submit, ok=_("Add them"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            title = _("Edit {title}").format(title=self.detail.rate.label)
            self.shell.open_form(title, self._fields(rate_lines(), self.detail.rate), self._edit, ok=_("Save"))

    def end(self) -> None:
        """Ask for the last day it holds."""
        if self.detail is not None:
            lines = [Line("valid_to", _("Last day it holds"), _("Workshops up to this day keep it."), required=True)]
            title = _("Last day of {title}").format(title=self.detail.rate.label)
            self.shell.open_form(title, fields_for(Rate, lines, valid_to=self.today()), self._edit, ok=_("Set last day"))

    def delete(self) -> None:
        """Delete one typed by mistake."""
        if self.detail is not None:
            rate = self.detail.rate

            def act() -> None:
                rates.delete_rate(self.file, rate.id)
                say_deleted(self.shell, _("Deleted {title}.").format(title=rate.label))

            self.shell.attempt(act, say=False)

    def _fields(self, lines: Sequence[Line], rate: Rate | None = None) -> list[Field]:
        """The fields, with the currency's sign before the amount."""
        sign = sign_of(self.currency)
        return [replace(field, sign=sign) if isinstance(field, MoneyField) else field for field in fields_for(Rate, lines, rate)]

    def _add(self, values: dict[str, Any]) -> None:
        self.show_record(str(rates.add_rate(self.file, **recorded(Rate, values))))

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            rates.edit_rate(self.file, self.detail.rate.id, **differing(self.detail.rate, values))

    def _amount(self, row: RateRow) -> Cell:
        return Figure(row.rate.amount.words(self.currency))


def rate_parts(row: RateRow, currency: str) -> list[Part]:
    """The pane, top to bottom."""
    rate = row.rate
    parts: list[Part] = [Title(rate.label, f"{rate.amount.words(currency)} · {label(rate.shape)}", icon="banknote")]
    ends = day_words(rate.valid_to) if rate.valid_to else _("No last day yet")
    parts += [
        State(rate_pill(row)),
        Fact("calendar", _("HOLDS FROM"), day_words(rate.valid_from)),
        Fact("calendar-check", _("HOLDS TO"), ends),
        Fact("map-pin", _("REGION"), rate.region or _("Everywhere")),
        Fact("scroll-text", _("WHERE THE FIGURE COMES FROM"), rate.source or _("Not recorded")),
        Fact("scale", _("THE LEAST YOU MAY PAY"), label(rate.is_floor) if rate.is_floor else _("Not recorded")),
    ]
    parts.append(Note(_("When the figure changes, set a last day here and add the new rate: what was paid before stays true."), quiet=True))
    return parts


_STATES = {
    Holds.NOW: (Tone.OK, "circle-check"),
    Holds.AHEAD: (Tone.INFO, "calendar-clock"),
    Holds.ENDED: (Tone.PLAIN, "history"),
}


def rate_pill(row: RateRow) -> PillCell:
    """Whether it holds today."""
    tone, icon = _STATES[row.holds]
    words = {Holds.NOW: _("Holds now"), Holds.AHEAD: _("Ahead"), Holds.ENDED: _("Ended")}[row.holds]
    return PillCell(words, tone, icon)


def _holds(rate: Rate, today: date) -> Holds:
    if rate.holds_on(today):
        return Holds.NOW
    return Holds.AHEAD if rate.valid_from > today else Holds.ENDED


def _label(row: RateRow) -> Cell:
    least = _("least allowed") if row.rate.is_floor is YesNo.YES else ""
    return TwoLines(row.rate.label, " · ".join(part for part in (label(row.rate.shape), row.rate.region, least) if part))


def _days(row: RateRow) -> Cell:
    first = short_day(row.rate.valid_from)
    return Text(f"{first} – {short_day(row.rate.valid_to)}" if row.rate.valid_to else _("from {day}").format(day=first))


def _state(row: RateRow) -> Cell:
    return rate_pill(row)
