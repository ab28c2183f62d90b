"""Words that renderers add so that no colour and no picture speaks alone. The same in every form of a document."""

from __future__ import annotations

from coproduce.exports.document import Chart, Tone
from coproduce.i18n import gettext as _


def tone_word(tone: Tone) -> str:
    """What kind of message it is, in a word or two."""
    words = {Tone.PLAIN: _("Note"), Tone.GOOD: _("Going well"), Tone.CAREFUL: _("Take care"), Tone.MISSING: _("Not recorded")}
    return words[tone]


def is_missing(series: str) -> bool:
    """Whether the series of a chart stands for what nobody wrote down: it is drawn as a dashed outline, never as a colour."""
    return series.strip().casefold() in {words.casefold() for words in (_("Not recorded"), _("Not answered"), _("Not known"))}


def numbers_caption(chart: Chart) -> str:
    """The caption of the table that follows a chart."""
    return _("The numbers: {title}").format(title=chart.title)
