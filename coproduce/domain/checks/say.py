"""Checks of who leads, what is still open, what people hear back, and how they are looked after."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.checks.scene import Finding, PlanScene, Spot
from coproduce.domain.codes import AtInvitation, BlockCategory, YesNo
from coproduce.i18n import _, ngettext

LEAST_OPTIONS = 2


def nobody_leads(scene: PlanScene) -> Iterator[Finding]:
    """Nobody with lived experience leads any part. Source: T16 of the evidence; domain reference on power."""
    leads = {person for block in scene.parts for person in block.led_by}
    if scene.parts and leads.isdisjoint(scene.participants):
        yield Finding(_("No part of the day is led by a participant."), Spot.PLAN)


def live_option(scene: PlanScene) -> Iterator[Finding]:
    """A decision on the plan that is not open any more. Source: Gunning principle 1 (1985)."""
    for block in scene.parts:
        if block.category is BlockCategory.DECISION and block.at_invitation is AtInvitation.DECIDED:
            words = _("“{title}” is on the plan as a decision, but it is decided already. Say so, or open it.")
            yield Finding(words.format(title=block.title), Spot.BLOCK, block.id)
    counted = {decision.id: sum(option.decision_id == decision.id for option in scene.options) for decision in scene.decisions}
    for decision in scene.decisions:
        if decision.at_invitation is AtInvitation.OPTIONS_FIXED and counted[decision.id] < LEAST_OPTIONS:
            words = _("“{question}” has no two options to choose from.")
            yield Finding(words.format(question=decision.question), Spot.DECISION, decision.id)


def feedback_time(scene: PlanScene) -> Iterator[Finding]:
    """People said things last time, and the plan has no part in which they hear what came of it."""
    answered = any(block.category is BlockCategory.LISTENING for block in scene.parts[: max(3, len(scene.parts) // 2)])
    if scene.parts and scene.said_before and not answered:
        words = ngettext(
            "People said {n} thing before this workshop. The plan has no time to tell them what came of it.",
            "People said {n} things before this workshop. The plan has no time to tell them what came of them.",
            scene.said_before,
        )
        yield Finding(words.format(n=scene.said_before), Spot.PLAN)


def debrief(scene: PlanScene) -> Iterator[Finding]:
    """A part that may touch on something painful has somebody to talk to afterwards. Source: Draucker 2009."""
    sensitive = [block for block in scene.parts if block.is_sensitive is YesNo.YES or block.category is BlockCategory.CAUCUS]
    if not sensitive:
        return
    if not (scene.workshop.debrief or "").strip():
        words = _("“{title}” may be hard, and nobody is named to talk to afterwards.")
        yield Finding(words.format(title=sensitive[0].title), Spot.WORKSHOP, "debrief")
    missing = [
        words
        for words, value in (
            (_("somebody who looks after people"), scene.workshop.supporter),
            (_("a quiet room"), scene.workshop.quiet_room),
            (_("a way to stop"), scene.workshop.stop_signal),
        )
        if not (value or "").strip()
    ]
    if missing:
        words = _("“{title}” may be hard. Still missing: {list}.").format(title=sensitive[0].title, list=", ".join(missing))
        yield Finding(words, Spot.WORKSHOP, "safety")


def finish(scene: PlanScene) -> Iterator[Finding]:
    """The day says when it begins, so that the times can be worked out."""
    if scene.parts and all(day.start is None for day in scene.days):
        yield Finding(_("Nobody said when the day begins, so no part has a time."), Spot.WORKSHOP)
