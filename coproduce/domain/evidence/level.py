"""The level of participation the records show, on the TLAP ladder: worked out, never typed.

TLAP (Think Local Act Personal) and the National Co-production Advisory Group are credited, with a link, wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coproduce.domain.codes import AtInvitation
from coproduce.domain.evidence.indicator import Result, ShareResult, State
from coproduce.domain.evidence.scene import Scene, is_blank
from coproduce.domain.wording import N_
from coproduce.i18n import gettext

CREDIT = "Think Local Act Personal and the National Co-production Advisory Group"
CREDIT_URL = "https://www.thinklocalactpersonal.org.uk/Latest/Co-production-The-ladder-of-co-production/"


class Rung(StrEnum):
    """What the records can show, lowest first. `NONE`: not even informing."""

    NONE = "none"
    INFORMING = "informing"
    CONSULTATION = "consultation"
    ENGAGEMENT = "engagement"
    CO_DESIGN = "co_design"
    CO_PRODUCTION = "co_production"

    @property
    def words(self) -> str:
        """The name people read."""
        return gettext(_RUNG_WORDS[self])


_RUNG_WORDS = {
    Rung.NONE: N_("None yet"),
    Rung.INFORMING: N_("Informing"),
    Rung.CONSULTATION: N_("Consultation"),
    Rung.ENGAGEMENT: N_("Engagement"),
    Rung.CO_DESIGN: N_("Co-design"),
    Rung.CO_PRODUCTION: N_("Co-production"),
}


@dataclass(frozen=True, slots=True)
class Level:
    """The rung reached, the level the project set out for in its own words (None: not recorded), and what is missing next.

    `missing` is English; `next` the same in the language in use, None at the top.
    """

    value: Rung
    intended: str | None
    missing: str | None

    @property
    def next(self) -> str | None:
        """The first thing that keeps the project from the next rung."""
        return None if self.missing is None else gettext(self.missing)


@dataclass(frozen=True, slots=True)
class Known:
    """What the rungs are judged by: the scene and the results so far."""

    scene: Scene
    results: Mapping[str, Result]

    def state(self, indicator: str) -> State:
        """The state of one result."""
        return self.results[indicator].state

    def some(self, indicator: str) -> bool:
        """Whether one unit at least was answered yes."""
        result = self.results[indicator]
        return isinstance(result, ShareResult) and result.yes > 0


def _something_sent_or_told(known: Known) -> bool:
    facts = known.scene.facts
    return any(paper.sent_on is not None for paper in facts.papers) or any(each.told_on is not None for each in facts.contributions)


def _something_was_said(known: Known) -> bool:
    return bool(known.scene.facts.contributions)


def _something_was_open(known: Known) -> bool:
    return any(decision.at_invitation is AtInvitation.OPEN for decision in known.scene.decisions)


def _all_answered(known: Known) -> bool:
    return known.state("T19") is State.MET


def _all_reasons_given(known: Known) -> bool:
    return known.state("T20") in (State.MET, State.NOTHING_TO_MEASURE)


def _participants_proposed(known: Known) -> bool:
    """An item on the agenda, or an option by somebody who is a participant anywhere in the project."""
    ours = {decision.id for decision in known.scene.decisions}
    participants: frozenset[str] = known.scene.participants_anywhere
    proposers = {option.proposed_by.strip() for option in known.scene.facts.options if option.proposed_by and option.decision_id in ours}
    return known.some("T15") or not participants.isdisjoint(proposers)


def _pay_offered_to_all(known: Known) -> bool:
    return known.state("T3") is State.MET


Need = tuple[Callable[[Known], bool], str]

LADDER: tuple[tuple[Rung, tuple[Need, ...]], ...] = (
    (Rung.INFORMING, ((_something_sent_or_told, N_("No paper has been sent, and nobody has been told an answer.")),)),
    (
        Rung.CONSULTATION,
        (
            (_something_was_said, N_("Nothing that people said has been written down.")),
            (_something_was_open, N_("No decision is recorded as open when people were asked.")),
        ),
    ),
    (
        Rung.ENGAGEMENT,
        (
            (_all_answered, N_("Not everything people said has been answered.")),
            (_all_reasons_given, N_("Not every no came with a reason.")),
        ),
    ),
    (
        Rung.CO_DESIGN,
        (
            (_participants_proposed, N_("No participant put anything on the agenda or put an option forward.")),
            (lambda known: known.some("T18"), N_("No decision is recorded as changed by what participants said.")),
        ),
    ),
    (
        Rung.CO_PRODUCTION,
        (
            (lambda known: known.some("T16"), N_("No participant is recorded as chairing or facilitating.")),
            (lambda known: known.some("T17"), N_("No participant is recorded as taking part in deciding.")),
            (_pay_offered_to_all, N_("Pay was not offered to everybody before the day.")),
        ),
    ),
)
"""Each rung needs all below it. The rules are ours and deliberately careful; the names of the rungs are TLAP's."""


def evidenced_level(scene: Scene, results: Mapping[str, Result]) -> Level:
    """The highest rung whose every need, and every need below it, the records meet."""
    known = Known(scene, results)
    intended = scene.facts.project.intended_level
    own_words = None if intended is None or is_blank(intended) else intended.strip()
    reached = Rung.NONE
    for rung, needs in LADDER:
        for is_met, sentence in needs:
            if not is_met(known):
                return Level(reached, own_words, sentence)
        reached = rung
    return Level(reached, own_words, None)
