"""What the page of the budget shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from coproduce.domain.budget import RECORDED, BudgetFigures, BudgetLine, left_words
from coproduce.domain.ids import ProjectId, RowId
from coproduce.domain.money import NOTHING, Money, total
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.operations import budget
from coproduce.storage.queries import budgets as queries
from coproduce.storage.queries import workshops
from ui.forms.choosing import workshop_choices
from ui.forms.money import in_currency
from ui.kit.cells import Cell, Figure, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Fact, Going, Heading, Item, Note, Part, Title
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.fields import Choice, Field
    from ui.kit.screen import Shell


class Which(StrEnum):
    """The filters of the page."""

    ALL = "all"
    OPEN = "open"


class Side(StrEnum):
    """What the page shows: its lines, or how the money stands kind by kind."""

    LINES = "lines"
    STANDING = "standing"


class BudgetRow(NamedTuple):
    """A line, how its kind of spending stands, and the workshop it is for; without one it is for the whole project."""

    line: BudgetLine
    figures: BudgetFigures
    workshop: str | None


class BudgetModel(RowsInMemory[Which, BudgetRow]):
    """The lines of the project in sight, or of one of its workshops."""

    orders: ClassVar[Orders] = {"workshop_id": lambda row: row.workshop and row.workshop.casefold()}
    kinds = frozenset({"BudgetLine", "Payment", "Arrangement", "Workshop", "Project", "Setting"})
    noun = BudgetLine

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Which, sort="kind")
        self.currency = "GBP"
        self.figures: Sequence[BudgetFigures] = ()
        self.side = Side.LINES
        self.workshop_id = ""
        self.choices: Sequence[tuple[str, str]] = ()
        self._for_all = 0
        self.columns = [
            Column(_("What for"), _what, width=150, stretch=True, sort="title"),
            Column(_("How it is reckoned"), self._sum, width=260, key="sum", sort="each"),
            Column(_("Planned"), self._planned, width=104, right=True, sort="planned"),
            Column(_("Workshop"), lambda row: Text(row.workshop or ""), width=170, sort="workshop_id", at_first=False),
            *noun_columns(BudgetLine, _more_headings(), lambda row: row.line, lambda: self.currency),
        ]

    def read_rows(self) -> Mapping[str, BudgetRow]:
        project_id = self.shell.project_id
        if project_id is None:
            self.figures, self.choices, self.workshop_id, self._for_all = (), (), "", 0
            return {}
        listed = workshops.titles(self.file, project_id)
        self.choices = [(key, f"{title}, {day_words(day)}") for key, title, day in listed]
        titles = {key: title for key, title, _day in listed}
        if self.workshop_id not in titles:
            self.workshop_id = ""
        found = queries.budget(self.file, project_id, self.workshop_id or None)
        self.currency, self.figures, self._for_all = found.currency, found.figures, found.for_all
        by_kind = {figures.kind: figures for figures in found.figures}
        return {str(line.id): BudgetRow(line, by_kind[line.kind], titles.get(line.workshop_id or "")) for line in found.lines}

    def fits(self, row: BudgetRow, which: Which) -> bool:
        return which is Which.ALL or row.line.planned is None

    def searched(self, row: BudgetRow) -> str:
        return f"{row.line.title} {label(row.line.kind)} {row.workshop or ''}"

    def record_of(self, row: BudgetRow) -> BudgetLine:
        return row.line

    @property
    def help_line(self) -> str:
        """Planned, paid, promised and freed, in all; and what is planned for the whole project beside the workshop in sight."""
        if not self.figures:
            return " ".join([_("Nothing is planned and nothing was paid yet."), self._beside()]).strip()
        sums = {name: total([getattr(each, name) for each in self.figures]) for name in ("planned", "paid", "promised", "freed")}
        parts = [
            _("{amount} planned").format(amount=self._words(sums["planned"])),
            _("{amount} paid").format(amount=self._words(sums["paid"])),
            _("{amount} promised").format(amount=self._words(sums["promised"])),
        ]
        if sums["freed"]:
            parts.append(_("{amount} freed by a no").format(amount=self._words(sums["freed"])))
        return ". ".join(part for part in (" · ".join(parts), self._beside()) if part)

    def filter_words(self) -> Mapping[Which, str]:
        return {Which.ALL: _("All"), Which.OPEN: _("No figure yet")}

    def counted(self, count: int) -> str:
        return ngettext("{n} line", "{n} lines", count).format(n=f"{count:,}")

    @property
    def parts(self) -> list[Part]:
        """The pane: the line, then how its kind of spending stands."""
        if self.detail is None:
            return []
        line, figures, workshop = self.detail
        parts: list[Part] = [Title(line.title, label(line.kind), icon="wallet")]
        parts.append(Fact("pound-sterling", _("PLANNED"), self._reckoned(line)))
        if line.workshop_id and workshop:
            there = Going(self.shell, "workshops", line.workshop_id)
            parts.append(Item("workshop", workshop, _("The workshop it is for"), there, icon="calendar"))
        else:
            parts.append(Fact("handshake", _("FOR"), _("The whole project")))
        if line.note:
            parts.append(Fact("message-circle", _("NOTE"), line.note))
        parts += [Heading(label(line.kind)), *self._standing(figures)]
        where = _("Worked out from the records.") if line.kind in RECORDED else _("Written down by hand, in Edit.")
        return [*parts, Note(where, quiet=True)]

    @property
    def foot(self) -> list[Act]:
        """Edit and delete."""
        if self.detail is None:
            return []
        return [Act("edit", _("Edit"), self.edit, "pencil", is_primary=True), Act("delete", _("Delete"), self.delete, "trash-2")]

    # -- what is looked at

    def look_at(self, workshop_id: str) -> None:
        """Look at one workshop; "" is the whole project."""
        self.workshop_id = workshop_id
        self.refresh()

    def show_side(self, key: str) -> None:
        """Show the lines, or how the money stands."""
        self.side = Side(key)
        self.changed()

    def show_record(self, record_id: str) -> None:
        """Show one line, in the whole project where it is not of the workshop in sight."""
        self.side = Side.LINES
        if self.workshop_id and record_id not in self.rows:
            self.look_at("")
        super().show_record(record_id)

    # -- acts

    def add(self) -> None:
        """Ask what is planned."""
        self.shell.open_form(_("Add a line to the budget"), self._fields(None), self._add, ok=_("Add line"), again=_("Add another"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            line = self.detail.line

            def submit(values: dict[str, Any]) -> None:
                budget.edit_budget_line(self.file, line.id, **differing(line, values))

            self.shell.open_form(_("Edit a line of the budget"), self._fields(line), submit, ok=_("Save"))

    def delete(self) -> None:
        """Take it off the budget."""
        if self.detail is not None:
            line_id = self.detail.line.id
            attempt_delete(self.shell, lambda: budget.delete_budget_line(self.file, line_id))

    def _add(self, values: dict[str, Any]) -> RowId | None:
        if self.shell.project_id is None:
            return None
        made = budget.add_budget_line(self.file, ProjectId(self.shell.project_id), **recorded(BudgetLine, values))
        self.show_record(made)
        return made

    def _fields(self, line: BudgetLine | None) -> list[Field]:
        held = line.workshop_id if line is not None else None
        places = workshop_choices(self.file, self.shell.project_id, held)
        known = {} if line is not None else {"workshop_id": self.workshop_id or None}
        return in_currency(fields_for(BudgetLine, _lines(places), line, **known), self.currency)

    # -- words

    def _words(self, amount: Money) -> str:
        return amount.words(self.currency)

    def _beside(self) -> str:
        words = ngettext(
            "{n} line is for the whole project, and no part of it is counted here.",
            "{n} lines are for the whole project, and no part of them is counted here.",
            self._for_all,
        )
        return words.format(n=self._for_all) if self._for_all else ""

    def _planned(self, row: BudgetRow) -> Cell:
        return Figure(self._words(row.line.planned) if row.line.planned is not None else None)

    def _sum(self, row: BudgetRow) -> Cell:
        return Text(self._factors(row.line))

    def _factors(self, line: BudgetLine) -> str:
        parts = [
            ngettext("{n} person", "{n} people", line.people).format(n=line.people) if line.people is not None else "",
            ngettext("{n} session", "{n} sessions", line.sessions).format(n=line.sessions) if line.sessions is not None else "",
            self._words(line.each) if line.each is not None else _("no figure yet"),
        ]
        return " × ".join(part for part in parts if part)

    def _reckoned(self, line: BudgetLine) -> str:
        if line.planned is None:
            return self._factors(line)
        return _("{factors} = {amount}").format(factors=self._factors(line), amount=self._words(line.planned))

    def _standing(self, figures: BudgetFigures) -> list[Part]:
        left, free = figures.left, left_words(figures.left, self.currency)
        facts: list[Part] = [
            Fact("scale", _("PLANNED IN ALL"), self._words(figures.planned)),
            Fact("banknote", _("PAID"), self._words(figures.paid)),
            Fact("hourglass", _("PROMISED, NOT PAID YET"), self._words(figures.promised)),
            Fact("circle-alert" if left < 0 else "circle-check", _("AS THINGS STAND"), free),
        ]
        if figures.freed != NOTHING:
            facts.append(Fact("heart", _("FREED BY PEOPLE WHO SAID NO"), self._words(figures.freed)))
        if figures.open_lines:
            words = ngettext("{n} line has no figure yet", "{n} lines have no figure yet", figures.open_lines)
            facts.append(Fact("circle-help", _("STILL OPEN"), words.format(n=figures.open_lines)))
        return facts


def _lines(places: Sequence[Choice]) -> list[Line]:
    return [
        Line("kind", _("What kind")),
        Line("title", _("What for"), _("Such as fees for six sessions.")),
        Line("workshop_id", _("For which workshop"), choices=places, nothing=_("The whole project")),
        Line("people", _("How many people"), _("Blank counts as one.")),
        Line("sessions", _("How many sessions"), _("Blank counts as one.")),
        Line("each", _("What one costs"), _("For a one-off, the whole sum.")),
        Line("spent", _("Spent so far"), _("Only where nothing else records it, such as your team’s hours.")),
        Line("note", _("Note"), long=True),
    ]


def _more_headings() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "people": _("People"),
        "sessions": _("Sessions"),
        "each": _("What one costs"),
        "spent": _("Spent by hand"),
        "note": _("Note"),
    }


def _what(row: BudgetRow) -> Cell:
    return TwoLines(row.line.title, " · ".join(part for part in (label(row.line.kind), row.workshop) if part))
