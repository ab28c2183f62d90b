"""The word printed beside the sign of a call-out, so that its colour never speaks alone."""

from __future__ import annotations

from coproduce.exports.document import Tone
from coproduce.i18n import gettext as _


def tone_word(tone: Tone) -> str:
    """What kind of message it is, in a word or two."""
    words = {Tone.PLAIN: _("Note"), Tone.GOOD: _("Going well"), Tone.CAREFUL: _("Take care"), Tone.MISSING: _("Not recorded")}
    return words[tone]
