"""One evidence result in words: its question, its headline, its figure and what is not recorded. Nothing is counted here."""

from __future__ import annotations

from fractions import Fraction

from coproduce.domain.evidence.indicator import MeasureResult, Result, ShareResult, State, VerdictMeans
from coproduce.domain.wording import days_words, number_words, percent_words, state_words
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.wording import number, sentence_case
from coproduce.i18n import _, gettext, ngettext


def question_words(result: Result) -> str:
    """The question as it is printed: one that can stand alone."""
    asks = ABOUT[result.id].asks
    return gettext(asks) if asks else result.question


def figure_words(result: Result) -> str:
    """`7 of 8`, `33% to 70%`, `36 days`, `0.35`; "none yet" where there is no figure."""
    if isinstance(result, ShareResult):
        return result.words if result.eligible else none_yet()
    value = result.value
    if isinstance(value, VerdictMeans):
        return ngettext("{count} sheet", "{count} sheets", value.sheets).format(count=value.sheets)
    return none_yet() if value is None else _measure(result, value)


def none_yet() -> str:
    """Stands where a figure would, while there is none."""
    return _("none yet")


def _measure(result: MeasureResult, value: Fraction) -> str:
    if result.id == "T6":
        return days_words(float(value))
    if result.id == "T23":
        return percent_words(value.numerator, value.denominator)
    return number(value, 2)


def answer_words(result: Result) -> str:
    """The figure in a sentence or two, with everything that is not recorded."""
    return _share(result) if isinstance(result, ShareResult) else _measured(result)


def _share(result: ShareResult) -> str:
    about = ABOUT[result.id]
    if result.state is State.NOTHING_TO_MEASURE:
        return _("There is nothing to count yet: no {things}.").format(things=about.unit(2))
    return f"{_counts(result)}{_missing(result)}{_too_little(result)}"


def _counts(result: ShareResult) -> str:
    """`Yes for all four workshops.`, `No for the one person who left.`, `Yes for 9 of 13 newcomers (69% to 77%), no for 3.`"""
    about, eligible = ABOUT[result.id], result.eligible
    if eligible in (result.yes, result.no, result.not_recorded):
        verdict = _("Yes") if result.yes else _("No") if result.no else _("Not recorded")
        if eligible == 1:
            return _("{verdict} for the one {thing}.").format(verdict=verdict, thing=about.unit(1))
        if eligible == 2:
            return _("{verdict} for both {things}.").format(verdict=verdict, things=about.unit(2))
        return _("{verdict} for all {things}.").format(verdict=verdict, things=about.units(eligible))
    parts = [_("Yes for {yes} of {all} {things}").format(yes=f"{result.yes:,}", all=f"{eligible:,}", things=about.unit(eligible))]
    if eligible >= 10:
        parts[0] = f"{parts[0]} ({result.words})"
    if result.no:
        parts.append(_("no for {no}").format(no=f"{result.no:,}"))
    if result.not_recorded:
        parts.append(_("not recorded for {count}").format(count=f"{result.not_recorded:,}"))
    return f"{', '.join(parts)}."


def _missing(result: ShareResult) -> str:
    missing = len(result.missing)
    if not missing:
        return ""
    if missing == result.no:
        return ngettext(
            " It counts as no because nothing was written down.", " Each counts as no because nothing was written down.", missing
        )
    words = ngettext(
        " Of the {noes} noes, {count} is there because nothing was written down.",
        " Of the {noes} noes, {count} are there because nothing was written down.",
        missing,
    )
    return words.format(count=missing, noes=f"{result.no:,}")


def _too_little(result: ShareResult) -> str:
    if result.state is not State.CANNOT_BE_SHOWN:
        return ""
    return " " + _("Too much is not recorded to show this either way.")


def _why_not(result: MeasureResult) -> str:
    match result.id:
        case "T6":
            return _("No payment has fallen due yet, so there is no waiting time to show.")
        case "T23":
            taken = number_words(result.n) if result.n else _("none")
            return _("It is worked out from ten places on. So far participants took {count}.").format(count=taken)
        case "T25":
            return _("No tally of turns was kept that could be used, so nothing is shown.")
        case "T25g":
            return _("No tally of turns by person was kept that could be used, so nothing is shown.")
        case _:
            return _("No participant has given back a sheet, so nothing is shown.")


def _measured(result: MeasureResult) -> str:
    value = result.value
    if value is None:
        return _why_not(result)
    if isinstance(value, VerdictMeans):
        return _("{sheets} of {sessions} sheets came back. The scores are under “What people thought of it”.").format(
            sheets=value.sheets, sessions=value.person_sessions
        )
    counted = ABOUT[result.id].units(result.n)
    return _SAYS[result.id](result, value, counted)


def _wait(result: MeasureResult, value: Fraction, counted: str) -> str:
    del result
    return _("The middle wait was {days}, over {payments}.").format(days=days_words(float(value)), payments=counted)


def _same_faces(result: MeasureResult, value: Fraction, counted: str) -> str:
    words = _("The three participants who came most took {share} of {places}.")
    return (
        words.format(share=figure_words(result), places=counted)
        if value < 1
        else _("The same three people or fewer took all {places}.").format(places=counted)
    )


def _talk(result: MeasureResult, value: Fraction, counted: str) -> str:
    if value == 1:
        how = _("Participants spoke exactly as much as their share of the room")
    elif value < 1:
        how = _("Participants spoke less than their share of the room: {figure}, where 1 is even")
    else:
        how = _("Participants spoke more than their share of the room: {figure}, where 1 is even")
    return _("{how}. A tally was kept at {workshops}.").format(how=how.format(figure=figure_words(result)), workshops=counted)


def _evenness(result: MeasureResult, value: Fraction, counted: str) -> str:
    del value
    words = _("{figure}, where 0 is all the same and 1 is one person speaking. A tally by person was kept at {workshops}.")
    return sentence_case(words.format(figure=figure_words(result), workshops=counted))


_SAYS = {"T6": _wait, "T23": _same_faces, "T25": _talk, "T25g": _evenness}


def state_of(result: Result) -> str:
    """The headline in words: met, partly met, not met, cannot be shown, nothing to measure, measured, not measured."""
    return state_words(result.state)
