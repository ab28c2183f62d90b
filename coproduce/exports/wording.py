"""Sentences composed from figures: they read right for none, one, a few, many and not recorded."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from coproduce.domain.codes import Capacity, DecisionMethod, SaidAs
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import PersonId
from coproduce.domain.wording import N_, day_words, in_sentence, label, number_words
from coproduce.i18n import _, ngettext


def counted(count: int, one: str, many: str) -> str:
    """`no workshops`, `one workshop`, `seven workshops`, `31 workshops`. Both nouns come translated."""
    return _("{number} {things}").format(number=number_words(count), things=one if count == 1 else many)


def people(count: int) -> str:
    """`no people`, `one person`, `12 people`."""
    return counted(count, _("person"), _("people"))


def workshops(count: int) -> str:
    """`one workshop`, `12 workshops`."""
    return counted(count, _("workshop"), _("workshops"))


def times(count: int) -> str:
    """`never`, `once`, `twice`, `seven times`."""
    words = {0: _("never"), 1: _("once"), 2: _("twice")}
    return words.get(count) or _("{number} times").format(number=number_words(count))


def things_said(count: int) -> str:
    """`one thing people said`, `seven things people said`."""
    return counted(count, _("thing people said"), _("things people said"))


def sentence_case(words: str) -> str:
    """The same words with a capital at the front."""
    return words[:1].upper() + words[1:]


def full_stop(words: str) -> str:
    """Somebody's own words as a sentence: ends trimmed, and a full stop unless they end one already."""
    text = words.strip()
    return text if not text or text[-1] in ".!?…”\"'’»؟。" else f"{text}."


def in_quotes(words: str) -> str:
    """Words inside a sentence of ours."""
    return f"“{words.strip()}”"


def number(value: Fraction | float, places: int = 1) -> str:
    """`6.1`, `4`, `0.35`: at most `places` decimals, no trailing noughts."""
    shown = f"{float(value):,.{places}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def score_words(value: Fraction | None) -> str:
    """A mean of sheets from 0 to 10, with one decimal; nobody gave one: in words."""
    return _("nobody said") if value is None else f"{float(value):.1f}"


_SOMEBODY = {
    Capacity.LIVED_EXPERIENCE: N_("somebody with lived experience"),
    Capacity.COMMUNITY: N_("a member of the community"),
    Capacity.CARER: N_("a carer or supporter"),
    Capacity.EMPLOYED: N_("somebody here in their job"),
    Capacity.REPRESENTING: N_("somebody representing an organisation"),
}


def attribution(facts: ProjectFacts, said_as: SaidAs | None, person_id: PersonId | None, capacity: Capacity | None) -> str:
    """Who said it, inside a sentence: as they chose, and never more. The facts are filtered for the audience already."""
    if said_as is SaidAs.NAMED:
        person = facts.people.get(person_id) if person_id else None
        return person.name if person else _("somebody who would be named, but nobody recorded who")
    if said_as is SaidAs.ROLE:
        return somebody(capacity)
    if said_as is SaidAs.ANONYMOUS:
        return _("somebody who gave no name")
    return _("somebody, not named because whether they wish to be is not recorded")


def somebody(capacity: Capacity | None) -> str:
    """Somebody by their role alone, inside a sentence."""
    return _(_SOMEBODY[capacity]) if capacity else _("somebody whose role is not recorded")


def late_words(promised: date, today: date) -> str:
    """`promised by 3 March 2025`, and how long ago that was once the day has passed."""
    late = (today - promised).days
    if late <= 0:
        return _("promised by {day}").format(day=day_words(promised))
    return ngettext("promised by {day}, {count} day ago", "promised by {day}, {count} days ago", late).format(
        day=day_words(promised), count=late
    )


def method_words(method: DecisionMethod | None, threshold: str | None) -> str:
    """How a decision was taken, as a sentence, with the line it had to cross; nothing where it was taken elsewhere."""
    if method is DecisionMethod.DECIDED_ELSEWHERE:
        return ""
    how = _("It was decided by {method}.").format(method=in_sentence(method)) if method else _("Nobody recorded how it was decided.")
    bar = given(threshold)
    return f"{how} {_('Agreed beforehand: {threshold}').format(threshold=full_stop(bar))}" if bar else how


def given(text: str | None) -> str | None:
    """The text where somebody wrote one; None for blank and for nothing but spaces."""
    return text.strip() if text and text.strip() else None


def or_not_recorded(text: str | None) -> str:
    """The text, or "Not recorded": no cell is ever blank."""
    return given(text) or label(None)


LONGEST_HEADING = 160
"""Letters of somebody's words in a heading; a longer text stands whole under it."""


def one_line(text: str) -> str:
    """The whole text without its line breaks, for a table cell or inside a sentence."""
    return " ".join(text.split())


def heading_words(text: str) -> str:
    """One line for a heading; a very long text ends in an ellipsis there."""
    line = one_line(text)
    return line if len(line) <= LONGEST_HEADING else f"{line[: LONGEST_HEADING - 1].rstrip()}…"
