"""Batches: approved payment lines that go to finance together, counted twice before they go.

Source of counting at closing: batch entry in accounting programs, where the expected count and total catch a line left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coproduce.domain.ids import BatchId
from coproduce.domain.money import Money, total
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.i18n import _, ngettext


class BatchState(StrEnum):
    """Where a batch has got to, worked out from its days."""

    OPEN = "open"
    CLOSED = "closed"
    SENT = "sent"


@dataclass(eq=False)
class Batch:
    """`expected_count` and `expected_total` are what somebody counted beforehand, such as from the claim forms in their hand.

    Lines come and go while it is open. Closed, it may be opened again; once sent it stays as it is. `override_reason` says why it
    was closed although it differs from what was expected.
    """

    id: BatchId
    title: str
    opened_on: date
    expected_count: int | None = None
    expected_total: Money | None = None
    closed_on: date | None = None
    override_reason: str | None = None
    sent_on: date | None = None

    @property
    def state(self) -> BatchState:
        """From its days alone."""
        if self.sent_on is not None:
            return BatchState.SENT
        return BatchState.OPEN if self.closed_on is None else BatchState.CLOSED

    def check(self) -> None:
        """Raises `Refused` where it has no name, or its days are the wrong way round."""
        if not self.title.strip():
            raise Refused(_("Give the batch a name, such as March."), field="title")
        if self.closed_on is not None and self.closed_on < self.opened_on:
            raise Refused(_("It cannot have been closed before it was opened."), field="closed_on")
        if self.sent_on is not None and (self.closed_on is None or self.sent_on < self.closed_on):
            raise Refused(_("A batch is closed first, and sent that day or later."), field="sent_on")

    def refuse_unless_open(self) -> None:
        """Raises `Refused` where lines may not come or go any more."""
        if self.state is BatchState.SENT:
            raise Refused(_("This batch was sent to finance, so it stays as it is. Begin a new batch."), brief=_("sent already"))
        if self.state is BatchState.CLOSED:
            raise Refused(_("This batch is closed. Open it again first."), brief=_("closed"))

    def differs_from(self, lines: Sequence[Payment], currency: str = "GBP") -> str:
        """How the lines differ from what was expected, in a sentence; nothing where they agree or nothing was expected."""
        sums = amount_of(lines)
        count_differs = self.expected_count is not None and self.expected_count != len(lines)
        total_differs = self.expected_total is not None and self.expected_total != sums
        if not (count_differs or total_differs):
            return ""
        expected = self.expected_count if self.expected_count is not None else len(lines)
        money = self.expected_total if self.expected_total is not None else sums
        words = ngettext(
            "Expected {expected} line and {money}; there are {n} and {sums}.",
            "Expected {expected} lines and {money}; there are {n} and {sums}.",
            expected,
        )
        return words.format(expected=expected, money=money.words(currency), n=len(lines), sums=sums.words(currency))

    def close(self, lines: Sequence[Payment], *, on: date, reason: str | None = None, currency: str = "GBP") -> None:
        """No more lines. Refused where it is empty, and where it differs from what was expected and nobody says why that is right."""
        self.refuse_unless_open()
        if not lines:
            raise Refused(_("There is no line in this batch yet."))
        differs, why = self.differs_from(lines, currency), (reason or "").strip()
        if differs and not why:
            words = _("{differs} Put it right, or say why it may be closed as it is.")
            raise Refused(words.format(differs=differs), field="override_reason")
        self.closed_on, self.override_reason = on, why if differs else None
        self.check()

    def reopen(self) -> None:
        """Let lines come and go again. Refused once it was sent."""
        if self.state is BatchState.SENT:
            self.refuse_unless_open()
        if self.state is BatchState.OPEN:
            raise Refused(_("This batch is open already."))
        self.closed_on = self.override_reason = None

    def send(self, lines: Sequence[Payment], *, on: date) -> None:
        """It goes to finance, every line with it. Refused unless it is closed."""
        if self.state is BatchState.OPEN:
            raise Refused(_("Close the batch first: then it is counted once more."))
        if self.state is BatchState.SENT:
            self.refuse_unless_open()
        for line in lines:
            line.send(on=on)
        self.sent_on = on
        self.check()


def amount_of(lines: Sequence[Payment]) -> Money:
    """The exact sum of what is to be paid on the lines: the approved figures."""
    return total([line.approved for line in lines if line.approved is not None])
