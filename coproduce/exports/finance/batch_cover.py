"""The page that goes with a batch: how many lines, how much, whether that is what was expected, and who signs for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from coproduce.domain.batches import Batch
from coproduce.domain.money import Money, total
from coproduce.domain.wording import day_words
from coproduce.exports.document import (
    Align,
    Callout,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Look,
    Paragraph,
    RoomToWrite,
    Table,
    Tone,
)
from coproduce.exports.document import Block as Part
from coproduce.exports.finance.finance_list import FinanceLine
from coproduce.i18n import _, ngettext


def batch_cover(
    batch: Batch,
    lines: Sequence[FinanceLine],
    *,
    organisation: str,
    currency: str,
    differs: str = "",
    same_person: int = 0,
    look: Look = Look(),  # noqa: B008  frozen
) -> Document:
    """The cover. `differs` says how the lines differ from what was expected; `same_person` counts lines one person entered and approved."""
    return Document(
        title=_("Payments: {batch}").format(batch=batch.title.strip()),
        subtitle=_("For finance"),
        organisation=organisation.strip(),
        details=tuple(_details(batch)),
        blocks=tuple(_parts(batch, lines, currency, differs, same_person)),
        footer=_("Batch {reference}").format(reference=batch.id),
        look=look,
    )


def _details(batch: Batch) -> Iterator[tuple[str, str]]:
    yield _("Reference"), batch.id
    yield _("Begun"), day_words(batch.opened_on)
    yield _("Closed"), day_words(batch.closed_on) if batch.closed_on else _("not yet")
    if batch.sent_on:
        yield _("Sent to finance"), day_words(batch.sent_on)


def _parts(batch: Batch, lines: Sequence[FinanceLine], currency: str, differs: str, same_person: int) -> Iterator[Part]:
    amount = total([line.amount for line in lines])
    people = len({line.name for line in lines})
    yield KeyFigures(
        (
            KeyFigure(f"{len(lines):,}", ngettext("payment", "payments", len(lines)), _people(people)),
            KeyFigure(amount.words(currency), _("to pay"), _expected(batch, currency)),
        )
    )
    if differs:
        why = _("Why it was closed all the same: {reason}").format(reason=batch.override_reason or _("nobody said"))
        yield Callout(Tone.CAREFUL, differs, (Paragraph(why),))
    if same_person:
        words = ngettext(
            "{n} line was entered and approved by the same person.", "{n} lines were entered and approved by the same person.", same_person
        )
        yield Callout(Tone.CAREFUL, words.format(n=same_person), (Paragraph(_("Please have a second person look at them.")),))
    yield Heading(2, _("How it is to be paid"))
    yield _by_route(lines, currency)
    yield Heading(2, _("What is in it"))
    yield _table(lines, currency)
    yield Paragraph(_("Bank details are not kept in this program. Ask the person, or use what you have on file."))
    yield Heading(2, _("Checked and agreed by"))
    yield RoomToWrite(2)


def _people(people: int) -> str:
    return ngettext("to {n} person", "to {n} people", people).format(n=people)


def _expected(batch: Batch, currency: str) -> str:
    if batch.expected_total is None:
        return _("no total was expected")
    return _("expected {amount}").format(amount=batch.expected_total.words(currency))


def _by_route(lines: Sequence[FinanceLine], currency: str) -> Table:
    sums: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for line in lines:
        sums[line.how_paid] += line.amount.pence
        counts[line.how_paid] += 1
    rows = tuple((how, f"{counts[how]:,}", Money(sums[how]).words(currency)) for how in sorted(sums))
    columns = (Column(_("How"), 2.0), Column(_("Payments"), 1.0, Align.RIGHT), Column(_("Amount"), 1.0, Align.RIGHT))
    return Table("", columns, rows)


def _table(lines: Sequence[FinanceLine], currency: str) -> Table:
    columns = (
        Column(_("Reference"), 1.3),
        Column(_("Name"), 2.0),
        Column(_("For"), 2.4),
        Column(_("Amount"), 1.1, Align.RIGHT),
    )
    return Table("", columns, tuple((line.reference, line.name, _for(line), line.amount.words(currency)) for line in lines))


def _for(line: FinanceLine) -> str:
    return f"{line.what_for}, {day_words(line.workshop_date)}"
