"""What was offered, taken, declined and paid, how long people waited, and what came of the budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coproduce.domain.budget import BudgetFigures, left_words
from coproduce.domain.codes import OfferResponse, PaymentKind, YesNo
from coproduce.domain.dates import after
from coproduce.domain.money import Money, total
from coproduce.domain.money_sums import MoneySums, Tally
from coproduce.domain.part import OneWorkshop
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import day_words, days_words, in_sentence, label, list_words
from coproduce.exports.document import Align, Block, Bold, Bullets, Callout, Column, Heading, KeyFigure, KeyFigures, Paragraph, Table, Tone
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.money_told import FEWEST, PAID_FOR, MoneyTold
from coproduce.exports.sections.results import answer_words, figure_words, question_words
from coproduce.exports.wording import counted, heading_words, one_line, people, sentence_case
from coproduce.i18n import _, ngettext


def money_in_short(material: Material) -> Iterator[Block]:
    """Four figures seen first, and what this copy does not tell."""
    told = material.money
    if not told.whole.people:
        yield Paragraph(_("No fee and no expense is recorded yet."))
    else:
        yield KeyFigures(tuple(_key_figures(material)))
    yield from _kept_back(told)
    cancelled = sum(not line.is_live for line in told.lines)
    if cancelled:
        words = ngettext("{lines} was cancelled. It is in no sum.", "{lines} were cancelled. They are in no sum.", cancelled)
        yield Paragraph(words.format(lines=sentence_case(_payments(cancelled))))


def _payments(count: int) -> str:
    return counted(count, _("payment"), _("payments"))


def _key_figures(material: Material) -> Iterator[KeyFigure]:
    told = material.money
    whole = told.whole
    for tally, words in ((whole.paid, _("paid")), (whole.owed, _("still to pay"))):
        amount = tally.amount.words(told.currency) if told.tells_amounts else f"{tally.lines:,}"
        note = _payments(tally.lines) if told.tells_amounts else _("payments; the amount is not told")
        yield KeyFigure(amount, words, note)
    wait = material.evidence.measure("T6")
    yield KeyFigure(figure_words(wait), _("from the workshop to the money"), _("the middle one of all waiting times"))
    in_time = material.evidence.share("T5")
    yield KeyFigure(figure_words(in_time), _("paid by the day promised"), _("of those whose day has come"))


def _kept_back(told: MoneyTold) -> Iterator[Block]:
    if told.is_for_finance:
        words = _("This copy names who is paid. Pass it on only to those who pay. It holds nothing of what people need or said.")
        yield Callout(Tone.CAREFUL, _("For finance only"), (Paragraph(words),))
    elif told.whole.people and not told.tells_amounts:
        words = _("Amounts are told only where they rest on {people} or more, so that nobody’s money can be worked out.")
        yield Paragraph(words.format(people=people(FEWEST)))


def money_by_kind(material: Material) -> Iterator[Block]:
    """Fees and expenses: how many, and how much."""
    told = material.money
    if not told.by_kind:
        yield Paragraph(_("No fee and no expense is recorded yet."))
        return
    rows = [(label(kind), sums) for kind, sums in told.by_kind]
    if len(rows) > 1:
        rows.append((_("All together"), told.whole))
    yield _counts(_("How many payments, by kind"), _("Kind"), rows)
    if told.tells_kinds:
        yield from _amounts(_("How much money, by kind"), _("Kind"), rows, told)
    elif told.tells_amounts:
        yield from _amounts(_("How much money"), _("Kind"), [(_("All together"), told.whole)], told)
        yield Paragraph(_("The kinds are not told apart, because few people were paid for one of them."))
    yield from _other_forms(told)
    yield from _declined(told)
    yield from _expenses(told)


def _counts(caption: str, what: str, rows: Sequence[tuple[str, MoneySums]]) -> Table:
    headings = (_("Offered"), _("Said yes"), _("Said no"), _("No answer"), _("Paid"))
    columns = (Column(what, 1.7), *(Column(heading, 1.0, Align.RIGHT) for heading in headings))
    return Table(caption, columns, tuple((name, *_lines(sums)) for name, sums in rows))


def _lines(sums: MoneySums) -> Iterator[str]:
    for tally in (sums.offered, sums.taken, sums.declined, sums.unanswered, sums.paid):
        yield f"{tally.lines:,}"


def _amounts(caption: str, what: str, rows: Sequence[tuple[str, MoneySums]], told: MoneyTold) -> Iterator[Block]:
    headings = (_("Offered"), _("Said no to"), _("Paid"), _("Still to pay"))
    columns = (Column(what, 1.5), *(Column(heading, 1.1, Align.RIGHT) for heading in headings))
    declined = told.tells_declined([sums for _name, sums in rows])
    yield Table(caption, columns, tuple(_amounts_row(name, sums, told.currency, declined=declined) for name, sums in rows))
    if not declined:
        yield Paragraph(_("What was said no to is not told here, because so few people said no."))


def _amounts_row(name: str, sums: MoneySums, currency: str, *, declined: bool) -> tuple[str, ...]:
    offered, paid, owed = (each.amount.words(currency) for each in (sums.offered, sums.paid, sums.owed))
    return (name, offered, sums.declined.amount.words(currency) if declined else _("not told"), paid, owed)


def _other_forms(told: MoneyTold) -> Iterator[Block]:
    """Those who said yes and wished for less, a voucher or the like."""
    live = [line.response for line in told.lines if line.is_live]
    wished = [each for each in OfferResponse if each not in (OfferResponse.ACCEPTED, OfferResponse.DECLINED) and each in live]
    if wished:
        parts = [_("{answer}: {count}").format(answer=in_sentence(each), count=live.count(each)) for each in wished]
        yield Paragraph(_("Among those who said yes, {list}.").format(list=list_words(parts)))


def _declined(told: MoneyTold) -> Iterator[Block]:
    """How many said no, for which reasons. No reason is told beside a person, a workshop or a kind."""
    lines = [line for line in told.lines if line.is_live and line.is_declined]
    if not lines:
        yield Paragraph(_("Nobody said no to money."))
        return
    if told.is_for_finance or not told.tells_declined([told.whole]):  # beside names, or of few people, it could be told whose it is
        words = ngettext("{lines} was declined.", "{lines} were declined.", len(lines)).format(lines=sentence_case(_payments(len(lines))))
        yield Paragraph(_("{words} Why is not told in this copy.").format(words=words))
        return
    reasons = [line.decline_reason for line in lines]
    parts = [_("{reason}: {count}").format(reason=in_sentence(each), count=reasons.count(each)) for each in dict.fromkeys(reasons)]
    words = ngettext("One payment was declined. The reason: {list}.", "{lines} were declined. The reasons: {list}.", len(lines))
    yield Paragraph(words.format(lines=sentence_case(_payments(len(lines))), list=list_words(sorted(parts))))
    yield Paragraph(_("Saying no is a right. Saying no because of benefits is not a free choice."))


def _expenses(told: MoneyTold) -> Iterator[Block]:
    lines = [line for line in told.lines if line.is_live and line.kind is PaymentKind.EXPENSE]
    if not lines:
        return
    yield Heading(3, _("Expenses"))
    seen, direct = [line.receipt_seen for line in lines], sum(line.paid_direct is YesNo.YES for line in lines)
    receipts = _("Receipts: seen for {yes}, not seen for {no}, not recorded for {unknown}.")
    parts = [receipts.format(yes=seen.count(YesNo.YES), no=seen.count(YesNo.NO), unknown=seen.count(None))]
    parts.append(_("Paid straight to whoever was owed, so that nobody had to pay first: {count}.").format(count=direct))
    if told.tells_kinds:
        claimed = total([line.claimed for line in lines if line.claimed is not None])
        parts.insert(0, _("People asked for {amount} back.").format(amount=claimed.words(told.currency)))
    yield Bullets(tuple(parts))


def money_by_workshop(material: Material) -> Iterator[Block]:
    """The same, workshop by workshop, where that leads to nobody."""
    told = material.money
    if isinstance(material.part, OneWorkshop):
        yield Paragraph(_("This copy is about one workshop: its figures are those above."))
        return
    rows = [(_workshop_words(workshop.title, day_words(workshop.date)), sums) for workshop, sums in told.by_workshop]
    if not rows:
        yield Paragraph(_("No fee and no expense is recorded for a workshop yet."))
        return
    if told.tells_answers_by_workshop:
        yield _counts(_("How many payments, by workshop"), _("Workshop"), rows)
    else:
        yield Paragraph(_("How many said yes or no is not told workshop by workshop, because few people were at one of them."))
    if told.tells_workshops:
        yield from _amounts(_("How much money, by workshop"), _("Workshop"), rows, told)
    else:
        yield Paragraph(_("Amounts are not told workshop by workshop, because few people were paid at one of them."))


def _workshop_words(title: str, day: str) -> str:
    return _("{workshop}, {day}").format(workshop=one_line(title), day=day)


def days_to_money(material: Material) -> Iterator[Block]:
    """How long people waited, how many were paid in time, and what is late now."""
    told = material.money
    yield from _answers(material, "T6", "T5")
    yield Heading(3, _("What is late"))
    late = _late(material)
    if not late:
        yield Paragraph(_("Nothing is late."))
        return
    owed = Tally.of((line for line, _days in late), lambda line: line.amount_owed)
    words = ngettext("{lines} is late.", "{lines} are late.", owed.lines).format(lines=sentence_case(_payments(owed.lines)))
    longest = _("The longest has been late for {days}.").format(days=days_words(max(days for _line, days in late)))
    amount = _("In all: {amount}.").format(amount=owed.amount.words(told.currency))
    yield Paragraph(" ".join((words, amount, longest) if told.is_for_finance or owed.people >= FEWEST else (words, longest)))
    if told.is_for_finance:
        yield _late_ones(material, late)


def _answers(material: Material, *indicators: str) -> Iterator[Block]:
    results = [material.evidence[each] for each in indicators]
    yield Bullets(tuple((Bold(f"{question_words(result)} "), answer_words(result)) for result in results))


def _late(material: Material) -> list[tuple[Payment, int]]:
    """What is owed past its day at a workshop that was held, with how many days, the longest first."""
    owed = {line.id for _sitting, line in material.scene.owed_lines}
    dues = {sitting.id: sitting.due for sitting in material.scene.held}
    late = [line for line in material.money.lines if line.id in owed and line.amount_owed]
    found = [(line, (material.as_of - dues[line.workshop_id]).days) for line in late]
    return sorted(found, key=lambda each: (-each[1], each[0].id))


def _late_ones(material: Material, late: Sequence[tuple[Payment, int]]) -> Table:
    columns = (
        Column(_("Payment"), 1.1),
        Column(_("Name"), 1.6),
        Column(_("For"), 2.1),
        Column(_("Still to pay"), 1.0, Align.RIGHT),
        Column(_("Late by"), 0.9, Align.RIGHT),
    )
    rows = tuple(_late_row(material, line, days) for line, days in late)
    return Table(_("Payments that are late"), columns, rows)


def _late_row(material: Material, line: Payment, days: int) -> tuple[str, ...]:
    owed = line.amount_owed.words(material.money.currency)
    return (line.id, _name(material, line), _for(material, line), owed, days_words(days))


def _name(material: Material, line: Payment) -> str:
    return material.facts.payees.get(line.id) or _("not named")


def _for(material: Material, line: Payment) -> str:
    workshop = material.workshop(line.workshop_id)
    what = label(line.kind)
    return f"{what}: {_workshop_words(workshop.title, day_words(workshop.date))}" if workshop else what


def money_up_front(material: Material) -> Iterator[Block]:
    """What people needed before the day, and whether it was there."""
    told = material.money
    advances = [line for line in told.lines if line.is_live and (line.advance_asked_on or line.needed_by)]
    asked = Tally.of(advances, _agreed)
    if not asked.lines:
        yield Paragraph(_("Nobody asked for money before the day, or nobody wrote it down."))
    else:
        words = ngettext("{lines} was needed before the day.", "{lines} were needed before the day.", asked.lines)
        amount = _("In all: {amount}.").format(amount=asked.amount.words(told.currency))
        enough = told.is_for_finance or asked.people >= FEWEST
        yield Paragraph(" ".join([words.format(lines=sentence_case(_payments(asked.lines))), *([amount] if enough else [])]))
    yield from _answers(material, "T7", "T7b")


def budget_against_actual(material: Material) -> Iterator[Block]:
    """Each kind of spending: planned, paid, promised, freed by a no, and what is left or over."""
    told = material.money
    if not told.budget:
        yield Paragraph(_("Nothing is planned and nothing was paid yet."))
        return
    headings = (_("Planned"), _("Paid"), _("Promised"), _("Left or over"))
    columns = (Column(_("Kind"), 1.6), *(Column(heading, 1.1, Align.RIGHT) for heading in headings))
    shown = [told.tells_spent(figures.kind) for figures in told.budget]
    rows = [_budget_row(told, figures, is_told=is_told) for figures, is_told in zip(told.budget, shown, strict=True)]
    if len(rows) > 1:
        rows.append(_budget_sum(told, is_told=all(shown)))
    yield Table(_("Budget against what was paid and promised"), columns, tuple(rows))
    yield Bullets(tuple(_about_the_budget(told, is_told=all(shown), is_part=material.part is not None)))


def _budget_row(told: MoneyTold, figures: BudgetFigures, *, is_told: bool) -> tuple[str, ...]:
    planned = figures.planned.words(told.currency) if told.is_planned(figures.kind) else _("nothing planned")
    if not is_told:
        return (label(figures.kind), planned, *(_("not told") for _cell in range(3)))
    spent = (figures.paid.words(told.currency), figures.promised.words(told.currency))
    left = left_words(figures.left, told.currency) if told.is_planned(figures.kind) else _("no plan for it")
    return (label(figures.kind), planned, *spent, left)


def _budget_sum(told: MoneyTold, *, is_told: bool) -> tuple[str, ...]:
    def summed(name: str) -> Money:
        return total([getattr(figures, name) for figures in told.budget])

    plans = [told.is_planned(figures.kind) for figures in told.budget]
    planned = summed("planned").words(told.currency) if any(plans) else _("nothing planned")
    if not is_told:
        return (_("All together"), planned, *(_("not told") for _cell in range(3)))
    left = sum(figures.left for figures in told.budget)
    return (
        _("All together"),
        planned,
        summed("paid").words(told.currency),
        summed("promised").words(told.currency),
        left_words(left, told.currency) if all(plans) else _("not all was planned"),
    )


def _about_the_budget(told: MoneyTold, *, is_told: bool, is_part: bool) -> Iterator[str]:
    if is_part:
        yield _("Lines of the budget for the whole project are not counted in a copy about a part of it.")
    without = sum(figures.open_lines for figures in told.budget)
    if without:
        lines = ngettext("{n} line of the budget has no figure yet.", "{n} lines of the budget have no figure yet.", without)
        yield lines.format(n=without)
    freed = total([figures.freed for figures in told.budget])
    if freed and told.tells_declined([told.whole]):
        yield _("A no to money left {amount} free.").format(amount=freed.words(told.currency))
    if any(figures.kind not in PAID_FOR for figures in told.budget):
        yield _("The cost of access, and money written down by hand, carry no day. They are counted as they stand in the records now.")
    if not is_told:
        yield _("“Not told” stands where the sum would give away what somebody was paid, or what one person’s access cost.")


def every_payment(material: Material) -> Iterator[Block]:
    """Each line with its reference, name and amounts. Lines that were declined or cancelled are not among them."""
    told = material.money
    lines = [line for line in told.lines if line.is_live and line.id in material.facts.payees]
    if not lines:
        yield Paragraph(_("There is no payment to list."))
        return
    for workshop in material.workshops:
        there = [line for line in lines if line.workshop_id == workshop.id]
        if there:
            title = _workshop_words(workshop.title, day_words(workshop.date))
            yield Heading(3, heading_words(title))
            yield _payments_at(material, title, there)


def _payments_at(material: Material, title: str, lines: Sequence[Payment]) -> Table:
    columns = (
        Column(_("Payment"), 1.1),
        Column(_("Name"), 1.5),
        Column(_("For"), 0.9),
        Column(_("Agreed"), 1.0, Align.RIGHT),
        Column(_("Paid"), 2.2),
    )
    caption = _("Payments: {workshop}").format(workshop=title)
    return Table(caption, columns, tuple(_payment_row(material, line) for line in sorted(lines, key=lambda line: line.id)))


def _agreed(line: Payment) -> Money | None:
    return next((amount for amount in (line.approved, line.claimed, line.offered) if amount is not None), None)


def _payment_row(material: Material, line: Payment) -> tuple[str, ...]:
    agreed = _agreed(line)
    return (
        line.id,
        _name(material, line),
        label(line.kind),
        agreed.words(material.money.currency) if agreed is not None else label(None),
        _paid_words(material, line),
    )


def _paid_words(material: Material, line: Payment) -> str:
    if not line.paid:
        workshop = material.workshop(line.workshop_id)
        due = after(workshop.date, material.facts.settings.payment_promise_days) if workshop else None
        return _("not yet; promised by {day}").format(day=day_words(due)) if line.amount_owed else _("nothing to pay")
    paid = _("{amount} on {day}").format(amount=line.paid.words(material.money.currency), day=day_words(line.paid_on))
    return _("{paid}, reference {reference}").format(paid=paid, reference=line.reference) if line.reference else paid
