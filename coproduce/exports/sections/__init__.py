"""The parts reports are made of: each a function from the material to blocks. Order is visible here."""

from __future__ import annotations

from collections.abc import Iterable

from coproduce.domain.evidence.indicator import Theme
from coproduce.exports.document import Block
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.decided import what_was_decided
from coproduce.exports.sections.decision_log import every_decision, what_is_still_open, what_was_decided_in_full
from coproduce.exports.sections.equality import equality
from coproduce.exports.sections.honesty import honesty
from coproduce.exports.sections.loop import what_people_said
from coproduce.exports.sections.material import Material, Section
from coproduce.exports.sections.method import method, short_method
from coproduce.exports.sections.next_steps import what_happens_next
from coproduce.exports.sections.purpose import purpose
from coproduce.exports.sections.questions import by_theme
from coproduce.exports.sections.resourcing import (
    budget_against_actual,
    days_to_money,
    every_payment,
    money_by_kind,
    money_by_workshop,
    money_in_short,
    money_up_front,
)
from coproduce.exports.sections.several import levels_side_by_side, questions_side_by_side, verdicts_side_by_side, which_projects
from coproduce.exports.sections.side_by_side import side_by_side
from coproduce.exports.sections.summary import every_question, summary
from coproduce.exports.sections.verdict import what_people_thought
from coproduce.exports.sections.who import who_took_part
from coproduce.i18n import _


def _theme(theme: Theme) -> Section:
    def build(material: Material) -> Iterable[Block]:
        return by_theme(material, theme)

    return Section(theme.value, lambda _material: theme.words, build)


def _theme_side_by_side(theme: Theme) -> Section:
    def build(material: Material) -> Iterable[Block]:
        return questions_side_by_side(material, theme)

    return Section(f"beside_{theme.value}", lambda _material: theme.words, build)


def _said_title(material: Material) -> str:
    if material.audience is Audience.PARTICIPANTS:
        return _("What you said, and what happened")
    return _("What people said, and what happened")


HONESTY = Section("honesty", lambda _material: _("What we could not do, or cannot show"), honesty, stays=True)
VERDICT = Section("verdict", lambda _material: _("What people thought of it"), what_people_thought)

THEMES = {theme: _theme(theme) for theme in Theme}
SHORT_METHOD = Section("method", lambda _material: _("How this was made"), short_method, stays=True)

OUTCOME_SECTIONS: tuple[Section, ...] = (
    Section("purpose", lambda _material: _("What this was about"), purpose, stays=True),
    Section("who", lambda _material: _("Who took part"), who_took_part),
    Section("said", _said_title, what_people_said),
    Section("decided", lambda _material: _("What was decided"), what_was_decided),
    Section("next", lambda _material: _("What happens next"), what_happens_next),
    VERDICT,
    HONESTY,
    SHORT_METHOD,
)

PARTICIPATION_SECTIONS: tuple[Section, ...] = (
    Section("summary", lambda _material: _("In short"), summary, stays=True),
    Section("questions", lambda _material: _("Every question at a glance"), every_question),
    *THEMES.values(),
    VERDICT,
    Section("side_by_side", lambda _material: _("Participants and organisations side by side"), side_by_side),
    Section("equality", lambda _material: _("Who the project reached"), equality),
    HONESTY,
    Section("method", lambda _material: _("How this was made, and how to check it"), method, stays=True),
)

DECISIONS_SECTIONS: tuple[Section, ...] = (
    Section("every_decision", lambda _material: _("Every decision at a glance"), every_decision, stays=True),
    Section("decided_in_full", lambda _material: _("Decision by decision"), what_was_decided_in_full, stays=True),
    Section("still_open", lambda _material: _("Still to decide"), what_is_still_open),
    HONESTY,
    SHORT_METHOD,
)

RESOURCING_SECTIONS: tuple[Section, ...] = (
    Section("money", lambda _material: _("The money in short"), money_in_short, stays=True),
    Section("kinds", lambda _material: _("What was offered, declined and paid"), money_by_kind),
    Section("workshops", lambda _material: _("Workshop by workshop"), money_by_workshop),
    Section("days", lambda _material: _("How long people waited for money"), days_to_money),
    Section("up_front", lambda _material: _("Money needed before the day"), money_up_front),
    Section("budget", lambda _material: _("The budget, and what came of it"), budget_against_actual),
    Section("payments", lambda _material: _("Every payment"), every_payment, only_for=(Audience.FINANCE,)),
    THEMES[Theme.PAY],
    HONESTY,
    SHORT_METHOD,
)

SEVERAL_SECTIONS: tuple[Section, ...] = (
    Section("which", lambda _material: _("Which projects these are"), which_projects, stays=True),
    Section("levels", lambda _material: _("What each set out for, and what its records show"), levels_side_by_side),
    Section("verdicts", lambda _material: _("What people thought of each"), verdicts_side_by_side),
    *(_theme_side_by_side(theme) for theme in Theme),
    HONESTY,
    SHORT_METHOD,
)

SECTIONS: tuple[Section, ...] = tuple(
    dict.fromkeys((*OUTCOME_SECTIONS, *PARTICIPATION_SECTIONS, *DECISIONS_SECTIONS, *RESOURCING_SECTIONS, *SEVERAL_SECTIONS))
)
"""Every section of every report, each once."""
