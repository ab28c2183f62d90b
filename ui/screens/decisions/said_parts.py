"""What the pane says about one thing people said, and the pills of its answer and of telling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, SaidAs
from coproduce.domain.decisions import Change
from coproduce.domain.difference import marked_after, marked_before
from coproduce.domain.room import Contribution
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from coproduce.storage.queries.contributions import ContributionDetail, ContributionRow
from ui.forms.ask import ask_pill
from ui.forms.reference import reference_part
from ui.kit.cells import Cell, PillCell, Text, Tone
from ui.kit.detail_parts import Act, Acts, Fact, Going, Heading, Item, Note, Pair, Part, State, Step, Title
from ui.kit.written import as_written, short_day

if TYPE_CHECKING:
    from ui.kit.screen import Shell
    from ui.screens.decisions.said import SaidModel


def said_parts(found: ContributionDetail, model: SaidModel) -> list[Part]:
    """The pane: their words, how far round the loop it got, what it changed, and what was asked of others."""
    row, said = found.row, found.row.contribution
    parts: list[Part] = [Title(who(row), as_written(said.theme) if said.theme else "", icon="quote"), Note(said.words, quoted=True)]
    parts.append(State(answer_pill(row), _("promised by {day}").format(day=day_words(row.promised)) if row.is_late else ""))
    parts += [Heading(_("What came of it")), *_steps(said)]
    if said.reason:
        parts.append(Fact("message-circle", _("WHY"), said.reason))
    for change, question in found.changes:
        parts += _change(change, question, model)
    parts += asked_parts(found.asks, model.shell, model.add_ask)
    parts.append(Heading(_("Where it was said")))
    there = Going(model.shell, "workshops", said.workshop_id)
    when = " · ".join(part for part in (day_words(row.workshop_date), said.part or "") if part)
    parts.append(Item("workshop", row.workshop, when, there, icon="calendar"))
    return [*parts, reference_part(said.id)]


def before_and_after(change: Change) -> list[Part]:
    """The two texts side by side, with the difference in words; where there is none, no influence is claimed."""
    before, after = marked_before(change.before, change.after), marked_after(change.before, change.after)
    same = Note(_("The two are the same, so no influence is claimed."), quiet=True)
    return [Pair(_("BEFORE"), before, _("AFTER"), after), *([] if change.is_real else [same])]


def _change(change: Change, question: str, model: SaidModel) -> list[Part]:
    title = _("It changed: {question}") if change.is_real else _("Linked to: {question}")
    there = Going(model.shell, "decisions", change.decision_id)
    act = Act(f"to {change.id}", _("See the decision"), there, "vote", about=question)
    return [Note(title.format(question=question)), *before_and_after(change), Acts((act,))]


def _steps(said: Contribution) -> list[Part]:
    answered = day_words(said.answered_on) if said.answered_on else _("no reply yet")
    told = " · ".join(part for part in (day_words(said.told_on), said.told_how or "") if part) if said.told_on else _("not told yet")
    is_untold = said.is_answered and said.told_on is None
    to_ask = said.told_on is not None and said.difference_asked_on is None and said.made_a_difference is None
    return [
        Step(label(said.answer) if said.answer else _("Our answer"), answered, said.is_answered, is_next=not said.is_answered),
        Step(_("People told"), told, said.told_on is not None, is_next=is_untold),
        Step(_("Did it make a difference? Their view"), view_words(said), said.made_a_difference is not None, is_next=to_ask),
    ]


def view_words(said: Contribution) -> str:
    """What they say of the difference it made; else whether anybody asked."""
    if said.made_a_difference is not None:
        return label(said.made_a_difference)
    if said.difference_asked_on is None:
        return _("not asked yet")
    return _("asked on {day}, no reply yet").format(day=day_words(said.difference_asked_on))


def asked_parts(asks: Sequence[Ask], shell: Shell, add: Callable[[], None]) -> list[Part]:
    """What other organisations were asked because of it; the button that asks one more."""
    parts: list[Part] = [Heading(_("Asked of others"))]
    for ask in asks:
        there = Going(shell, "asks", ask.id)
        parts.append(Item(f"ask {ask.id}", ask.words, ask.asked_of, there, ask_pill(ask, is_late=False), "building-2"))
    return [*parts, Acts((Act("add_ask", _("Ask another organisation"), add, "building-2"),))]


def who(row: ContributionRow) -> str:
    """Whose words they are, as far as they wish it known."""
    said = row.contribution
    if row.person and said.said_as is not SaidAs.ANONYMOUS:
        return row.person
    return label(said.capacity) if said.capacity else _("Somebody who was there")


_ANSWERS = {
    Answer.ADOPTED: (Tone.OK, "circle-check"),
    Answer.PART: (Tone.INFO, "circle-check"),
    Answer.NOT_ADOPTED: (Tone.PLAIN, "circle-x"),
    Answer.PARKED: (Tone.PLAIN, "hourglass"),
    Answer.HEARD: (Tone.INFO, "ear"),
}


def answer_pill(row: ContributionRow) -> PillCell:
    """The answer, or that there is none yet; late where the promised day has gone."""
    said = row.contribution
    if said.answer is not None and said.is_answered:
        tone, icon = _ANSWERS[said.answer]
        words = _("We heard it") if said.answer is Answer.HEARD else label(said.answer)
        return PillCell(words, tone, icon)
    return PillCell(_("Answer late"), Tone.BAD, "triangle-alert") if row.is_late else PillCell(_("No answer yet"), Tone.WARN, "clock")


def told_cell(row: ContributionRow) -> Cell:
    """The day people were told; that they were not, once there is an answer to tell."""
    said = row.contribution
    if said.told_on:
        return Text(short_day(said.told_on))
    return PillCell(_("Not told"), Tone.BAD if row.is_late else Tone.WARN, "clock") if said.is_answered else Text("")
