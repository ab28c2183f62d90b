"""What would change a figure: what can still be written down or done, and what is past and stays as it is. No Qt."""

from __future__ import annotations

from coproduce.domain.evidence.indicator import Result, ShareResult, State
from coproduce.i18n import _, gettext, ngettext
from ui.kit.detail_parts import Act, Acts, Going, Heading, Note, Part
from ui.kit.screen import Shell
from ui.screens.evidence.change_words import MENDINGS, Mending


def change_parts(result: Result, shell: Shell) -> list[Part]:
    """The section of the pane, with the button that goes to where it is done."""
    mending = MENDINGS[result.id]
    parts: list[Part] = [Heading(_("What would change this")), *(Note(words) for words in what_would_change(result))]
    if mending.page:
        there = Going(shell, mending.page, None, mending.only or None)
        parts.append(Acts((Act("change", gettext(mending.button), there, "arrow-right"),)))
    return parts


def what_would_change(result: Result) -> list[str]:
    """In sentences: what to write down, what can still be done, what is past, and what helps next time."""
    mending = MENDINGS[result.id]
    if result.state in (State.NOTHING_TO_MEASURE, State.NOT_MEASURED):
        return [gettext(mending.starts), gettext(mending.next_time)]
    if not isinstance(result, ShareResult):
        return [gettext(mending.still), gettext(mending.next_time)]
    if result.state is State.MET:
        return [_("Every one is a yes. Those that come are counted as they happen."), gettext(mending.next_time)]
    return [*_not_recorded(result, mending), *_missing(result, mending), *_noes(result, mending), gettext(mending.next_time)]


def _not_recorded(result: ShareResult, mending: Mending) -> list[str]:
    if not result.not_recorded:
        return []
    words = ngettext("{n} is not recorded. {write}", "{n} are not recorded. {write}", result.not_recorded)
    return [words.format(n=f"{result.not_recorded:,}", write=gettext(mending.write))]


def _missing(result: ShareResult, mending: Mending) -> list[str]:
    missing = len(result.missing)
    if not missing:
        return []
    words = ngettext(
        "{n} counts as no because nothing is written down. {deed}", "{n} count as no because nothing is written down. {deed}", missing
    )
    return [words.format(n=f"{missing:,}", deed=gettext(mending.missing))]


def _noes(result: ShareResult, mending: Mending) -> list[str]:
    """Those that are a no by what the records say."""
    noes = result.no - len(result.missing)
    if not noes:
        return []
    if mending.still:
        words = ngettext("{n} is a no that may still change. {deed}", "{n} are noes that may still change. {deed}", noes)
        return [words.format(n=f"{noes:,}", deed=gettext(mending.still))]
    words = ngettext(
        "{n} is a no and stays one: what happened is past, unless a record is wrong.",
        "{n} are noes and stay so: what happened is past, unless a record is wrong.",
        noes,
    )
    return [words.format(n=f"{noes:,}")]
