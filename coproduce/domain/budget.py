"""A budget of co-production: what was planned, what is promised, what was paid, and what a no sets free.

Source of the kinds: domain reference on cost lines (INVOLVE; Dementia Tree; citizens' assembly template: people × sessions × unit).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import BudgetKind, PaymentKind
from coproduce.domain.ids import ProjectId, RowId, WorkshopId, new_row_id
from coproduce.domain.money import NOTHING, Money, total
from coproduce.domain.money_sums import AccessCost
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.i18n import _

RECORDED = {BudgetKind.FEES, BudgetKind.EXPENSES, BudgetKind.ACCESS}
"""Kinds whose spending is worked out from the records; of the others it is written down by hand."""


@dataclass(eq=False)
class BudgetLine:
    """One line planned for a project: people × sessions × what each costs; a blank number counts as one, so a one-off is just `each`.

    `spent` is what was spent so far, by hand, only for kinds without records of their own, such as the coordinator's hours. A line
    without a workshop is for the whole project.
    """

    project_id: ProjectId
    kind: BudgetKind
    title: str
    people: int | None = None
    sessions: int | None = None
    each: Money | None = None
    spent: Money | None = None
    note: str | None = None
    workshop_id: WorkshopId | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def planned(self) -> Money | None:
        """People × sessions × each; None while nobody said what each costs."""
        if self.each is None:
            return None
        people = 1 if self.people is None else self.people
        sessions = 1 if self.sessions is None else self.sessions
        return Money(self.each.pence * people * sessions)

    def check(self) -> None:
        """Raises `Refused` where it has no name, or money is written by hand that the records know better."""
        if not self.title.strip():
            raise Refused(_("Say what it is for, such as fees for six sessions."), field="title")
        if self.spent is not None and self.kind in RECORDED:
            raise Refused(_("What was spent on this is worked out from the payments and access needs. Leave it blank."), field="spent")


@dataclass(frozen=True, slots=True)
class BudgetFigures:
    """One kind: `planned` over its lines with `open_lines` of them without a figure, `paid`, `promised` and not paid yet, and `freed`:
    what was offered and declined.
    """

    kind: BudgetKind
    planned: Money
    open_lines: int
    promised: Money
    paid: Money
    freed: Money

    @property
    def forecast(self) -> Money:
        """What it comes to as things stand: paid and promised."""
        return self.paid + self.promised

    @property
    def left(self) -> int:
        """Pence planned and neither paid nor promised; less than nothing where more was."""
        return self.planned.pence - self.forecast.pence


def budget_figures(
    lines: Sequence[BudgetLine], payments: Iterable[Payment], needs: Iterable[Arrangement | AccessCost]
) -> list[BudgetFigures]:
    """Every kind that has a line, a payment or a cost, in the order of the kinds."""
    paid_lines, costs = list(payments), tuple(need.cost for need in needs if need.cost is not None)
    found = []
    for kind in BudgetKind:
        mine = [line for line in lines if line.kind is kind]
        figures = _figures(kind, mine, paid_lines, costs)
        if mine or figures.forecast or figures.freed:
            found.append(figures)
    return found


def _figures(kind: BudgetKind, mine: Sequence[BudgetLine], payments: Sequence[Payment], costs: tuple[Money, ...]) -> BudgetFigures:
    planned = total([line.planned for line in mine if line.planned is not None])
    open_lines = sum(line.planned is None for line in mine)
    if kind is BudgetKind.ACCESS:
        return BudgetFigures(kind, planned, open_lines, NOTHING, total(costs), NOTHING)
    if kind not in RECORDED:
        return BudgetFigures(kind, planned, open_lines, NOTHING, total([line.spent for line in mine if line.spent is not None]), NOTHING)
    of_kind = PaymentKind.FEE if kind is BudgetKind.FEES else PaymentKind.EXPENSE
    live = [line for line in payments if line.kind is of_kind and line.is_live]
    return BudgetFigures(
        kind,
        planned,
        open_lines,
        promised=total([line.amount_owed for line in live]),
        paid=total([line.paid for line in live if line.paid is not None]),
        freed=total([line.offered for line in live if line.is_declined and not line.paid and line.offered is not None]),
    )


def left_words(pence: int, currency: str) -> str:
    """“£5.00 left”, or “£5.00 over” where more is paid and promised than was planned."""
    if pence < 0:
        return _("{amount} over").format(amount=Money(-pence).words(currency))
    return _("{amount} left").format(amount=Money(pence).words(currency))
