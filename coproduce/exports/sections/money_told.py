"""Which sums of money a copy may tell. In every copy but the one for finance a sum stands only where it leads to nobody.

A sum over one or two people gives one of them away to the other, so it takes three (Source: the threshold rule for sums of amounts in
Hundepool and others, Statistical Disclosure Control, 2012). One part that is too small adds up all: taken from the whole, the others would
give it away. How many said yes or no at one workshop is told apart only where each had the organisation's number of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coproduce.domain.budget import BudgetFigures, budget_figures
from coproduce.domain.codes import BudgetKind, PaymentKind
from coproduce.domain.evidence.json_form import Json
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import WorkshopId
from coproduce.domain.money_sums import MoneySums, money_sums, stood_on
from coproduce.domain.resourcing import Payment
from coproduce.domain.workshops import Workshop
from coproduce.exports.privacy import Audience

FEWEST = 3
"""People a sum has to rest on."""

PAID_FOR = frozenset({BudgetKind.FEES, BudgetKind.EXPENSES})


@dataclass(frozen=True)
class MoneyTold:
    """The sums of one copy, as they stood on its day."""

    planned: ProjectFacts
    audience: Audience
    as_of: date

    @property
    def is_for_finance(self) -> bool:
        """Everything may be told, line by line."""
        return self.audience is Audience.FINANCE

    @property
    def currency(self) -> str:
        """Of the workspace."""
        return self.planned.settings.currency

    @cached_property
    def lines(self) -> list[Payment]:
        """Every line as it stood on the day, cancelled ones too."""
        return [stood_on(line, self.as_of) for line in self.planned.payments]

    @cached_property
    def whole(self) -> MoneySums:
        """All lines together."""
        return money_sums(self.lines)

    @cached_property
    def by_kind(self) -> list[tuple[PaymentKind, MoneySums]]:
        """Each kind that has a line."""
        found = [(kind, money_sums(line for line in self.lines if line.kind is kind)) for kind in PaymentKind]
        return [(kind, sums) for kind, sums in found if sums.people]

    @cached_property
    def by_workshop(self) -> list[tuple[Workshop, MoneySums]]:
        """Each workshop that has a line, in order."""
        workshops = sorted(self.planned.workshops, key=lambda workshop: (workshop.date, workshop.id))
        found = [(each, money_sums(self._at(each.id))) for each in workshops]
        return [(workshop, sums) for workshop, sums in found if sums.people]

    def _at(self, workshop_id: WorkshopId) -> Iterable[Payment]:
        return (line for line in self.lines if line.workshop_id == workshop_id)

    @property
    def tells_amounts(self) -> bool:
        """The whole rests on enough people."""
        return self._is_enough([self.whole], FEWEST)

    @property
    def tells_kinds(self) -> bool:
        """So does each kind."""
        return self._is_enough([sums for _kind, sums in self.by_kind], FEWEST)

    @property
    def tells_workshops(self) -> bool:
        """So does each workshop."""
        return self._is_enough([sums for _workshop, sums in self.by_workshop], FEWEST)

    @property
    def tells_answers_by_workshop(self) -> bool:
        """Each workshop had so many people that an answer leads to nobody."""
        return self._is_enough([sums for _workshop, sums in self.by_workshop], self.planned.settings.small_number_threshold)

    def tells_declined(self, sums: Sequence[MoneySums]) -> bool:
        """What was said no to may be told for each of these: a no is nobody's business where it leads to somebody."""
        return self.is_for_finance or all(each.declined.people >= FEWEST or not each.declined.lines for each in sums)

    def _is_enough(self, sums: list[MoneySums], fewest: int) -> bool:
        return self.is_for_finance or all(each.people >= fewest for each in sums)

    @cached_property
    def budget(self) -> list[BudgetFigures]:
        """Each kind of spending, with payments and the cost of access as they stood."""
        return budget_figures(self.planned.budget, self.lines, self.planned.access_costs)

    def is_planned(self, kind: BudgetKind) -> bool:
        """A figure is planned for this kind: without one, nothing can be left or over."""
        return any(line.kind is kind and line.planned is not None for line in self.planned.budget)

    def tells_spent(self, kind: BudgetKind) -> bool:
        """What went out on this kind may be told."""
        if kind is BudgetKind.ACCESS:
            most = max((each.people for each in self.planned.access_costs), default=FEWEST)
            return self.is_for_finance or most >= FEWEST
        return self.tells_kinds if kind in PAID_FOR else True

    @property
    def figures(self) -> list[Json]:
        """The sums this copy tells, for the file it carries: amounts as text, so that no program rounds them, and words in English."""
        told = [("money", "Fees and expenses, all together", self.whole)] if self.tells_amounts else []
        if self.tells_kinds:
            told += [(f"money.{kind.value}", f"Each {kind.value}", sums) for kind, sums in self.by_kind]
        if self.tells_workshops:
            told += [(f"money.{workshop.id}", workshop.title, sums) for workshop, sums in self.by_workshop]
        spent = [figures for figures in self.budget if self.tells_spent(figures.kind)]
        return [
            *({"id": key, "question": words, "state": "measured", "value": _as_json(sums)} for key, words, sums in told),
            *(_budget_json(figures) for figures in spent),
        ]


def _as_json(sums: MoneySums) -> Json:
    return {name: getattr(sums, name).amount.plain() for name in ("offered", "taken", "paid", "owed")}


def _budget_json(figures: BudgetFigures) -> Json:
    value = {name: getattr(figures, name).plain() for name in ("planned", "paid", "promised", "freed")}
    kind = figures.kind.value
    return {"id": f"budget.{kind}", "question": f"Budget: {kind.replace('_', ' ')}", "state": "measured", "value": value}
