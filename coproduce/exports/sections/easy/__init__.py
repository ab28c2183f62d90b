"""The parts of the outcome summary in Easy Read, under the same keys and in the same order as those of the ordinary copy.

One idea at a time, in a short sentence, with a picture beside it. Nothing is counted here: the figures are those of the ordinary copy.
Source for the form: "Information for all", European standards for information that is easy to read (Inclusion Europe, 2009).
"""

from __future__ import annotations

from coproduce.exports.privacy import Audience
from coproduce.exports.sections.easy.ahead import next_in_easy_words
from coproduce.exports.sections.easy.beginning import purpose_in_easy_words, who_in_easy_words
from coproduce.exports.sections.easy.decided import decided_in_easy_words
from coproduce.exports.sections.easy.ending import method_in_easy_words, verdict_in_easy_words
from coproduce.exports.sections.easy.honesty import honesty_in_easy_words
from coproduce.exports.sections.easy.said import said_in_easy_words
from coproduce.exports.sections.material import Material, Section
from coproduce.i18n import _


def _said_title(material: Material) -> str:
    if material.audience is Audience.PARTICIPANTS:
        return _("What you said and what we did")
    return _("What people said and what we did")


EASY_OUTCOME_SECTIONS: tuple[Section, ...] = (
    Section("purpose", lambda _material: _("What this is about"), purpose_in_easy_words, stays=True),
    Section("who", lambda _material: _("Who came"), who_in_easy_words),
    Section("said", _said_title, said_in_easy_words),
    Section("decided", lambda _material: _("What was decided"), decided_in_easy_words),
    Section("next", lambda _material: _("What happens next"), next_in_easy_words),
    Section("verdict", lambda _material: _("What people thought"), verdict_in_easy_words),
    Section("honesty", lambda _material: _("What we could not do or cannot show"), honesty_in_easy_words, stays=True),
    Section("method", lambda _material: _("Who to ask"), method_in_easy_words, stays=True),
)
