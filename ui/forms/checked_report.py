"""What came of checking a report, as it is shown on the page of reports issued and in the dialog about a file."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.exports.checked import Checked
from coproduce.exports.verifying import Moved
from coproduce.i18n import _, ngettext
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Fact, Heading, Part


def state_pill(checked: Checked) -> PillCell:
    """The answer, with a colour and an icon."""
    if checked.is_whole is False or checked.altered:
        return PillCell(_("Changed after it was made"), Tone.BAD, "circle-alert")
    if checked.moved is None:
        return PillCell(_("Cannot be worked out again"), Tone.PLAIN, "circle-help")
    if not checked.moved:
        return PillCell(_("Every figure is the same"), Tone.OK, "circle-check")
    count = len(checked.moved)
    words = ngettext("{n} figure is different now", "{n} figures are different now", count).format(n=count)
    return PillCell(words, Tone.WARN, "circle-alert")


def moved_parts(moved: Sequence[Moved]) -> list[Part]:
    """What the report said and what the records say now, figure by figure."""
    then_now = _("{question} Then: {was}. Now: {now}.")
    return _figures(_("Different now"), then_now, moved)


def altered_parts(altered: Sequence[Moved]) -> list[Part]:
    """What the report said when it was issued, and what the file says, figure by figure."""
    return _figures(_("Changed in the file"), _("{question} Issued: {was}. In the file: {now}."), altered)


def _figures(heading: str, words: str, figures: Sequence[Moved]) -> list[Part]:
    if not figures:
        return []
    return [Heading(heading), *(Fact("circle-alert", each.id, _said(words, each)) for each in figures)]


def _said(words: str, each: Moved) -> str:
    if each.was == each.now:
        return _("{question} The same figure, from other records.").format(question=each.question)
    return words.format(question=each.question, was=each.was, now=each.now)
