"""Every indicator in words, theme by theme: question, figure, what is not recorded, what it rests on, headline."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.evidence.indicator import Result, ShareResult, State, Theme
from coproduce.domain.wording import list_words
from coproduce.exports.document import Block, Bold, Bullets, Chart, ChartKind, ChartRow, Heading, Paragraph
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.own_words import own_words, own_words_of_each
from coproduce.exports.sections.results import answer_words, question_words, state_of
from coproduce.i18n import _, ngettext


def by_theme(material: Material, theme: Theme) -> Iterator[Block]:
    """The chart of a theme's shares with its finding, then each question."""
    results = [result for result in material.evidence.results if result.indicator.theme is theme]
    if all(result.state in (State.NOTHING_TO_MEASURE, State.NOT_MEASURED) for result in results):
        yield Paragraph(_("There is nothing to count or measure here yet. These are the questions that will be asked:"))
        yield Bullets(tuple(question_words(result) for result in results))
        yield from own_words_of_each(material, results)
        return
    yield from _chart(theme, results)
    for result in results:
        yield Heading(3, question_words(result))
        yield Paragraph((Bold(f"{state_of(result)}. "), answer_words(result)))
        yield from own_words(material, result.id)
        yield Paragraph(_("It rests on: {records}").format(records=_lower(ABOUT[result.id].rests_on_words)))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _chart(theme: Theme, results: list[Result]) -> Iterator[Block]:
    shares = [each for each in results if isinstance(each, ShareResult) and each.eligible]
    if len(shares) < 2:
        return
    rows = tuple(_row(share) for share in shares)
    series = (_("Yes"), _("No"), _("Not recorded"))
    title = _("{theme}: yes, no and not recorded").format(theme=theme.words)
    yield Chart(title, _finding(shares), ChartKind.SHARES, series, rows, _("Question"))


def _row(share: ShareResult) -> ChartRow:
    counts = (share.yes, share.no, share.not_recorded)
    return ChartRow(question_words(share), tuple(map(float, counts)), tuple(f"{count:,}" for count in counts))


def _finding(shares: list[ShareResult]) -> str:
    """How the questions of a theme come out, best first, in one sentence that hides none of them."""
    states = [share.state for share in shares]
    parts = [
        words.format(count=states.count(state))
        for state, words in (
            (State.MET, _("{count} met")),
            (State.PARTLY, _("{count} partly met")),
            (State.NOT_MET, _("{count} not met")),
            (State.CANNOT_BE_SHOWN, _("{count} that cannot be shown")),
        )
        if state in states
    ]
    words = ngettext("One question: {parts}.", "Of {count} questions: {parts}.", len(shares))
    return words.format(count=len(shares), parts=list_words(parts))
