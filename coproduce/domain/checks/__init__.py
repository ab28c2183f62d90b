"""What a plan is asked before people are invited to it: in words, never in red ink, and each can be answered "we know, because"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coproduce.domain.agenda import CheckNote
from coproduce.domain.checks import access, say, time
from coproduce.domain.checks.scene import Check, Finding, PlanScene, Spot
from coproduce.i18n import _

CHECKS: tuple[Check, ...] = (
    Check("begin", lambda: _("Times"), say.finish),
    Check("over_time", lambda: _("Fits the time"), time.over_time),
    Check("breaks", lambda: _("Breaks"), time.breaks),
    Check("length", lambda: _("Length"), time.length),
    Check("lunch", lambda: _("Lunch"), time.lunch),
    Check("start_and_end", lambda: _("Journeys and care"), time.start_and_end),
    Check("not_asked", lambda: _("Asked what people need"), access.not_asked),
    Check("deadline", lambda: _("Time to say what you need"), access.deadline),
    Check("arranged_in_time", lambda: _("Access arranged in time"), access.arranged_in_time),
    Check("two_interpreters", lambda: _("Interpreters"), access.two_interpreters),
    Check("right_lane", lambda: _("Support in the right group"), access.right_lane),
    Check("papers_in_time", lambda: _("Papers in time"), access.papers_in_time),
    Check("papers_in_format", lambda: _("Papers in each person’s format"), access.papers_in_format),
    Check("hybrid", lambda: _("People who join online"), access.hybrid),
    Check("online_link", lambda: _("Link"), access.online_link),
    Check("room", lambda: _("Room for everybody"), access.room),
    Check("nobody_leads", lambda: _("Who leads"), say.nobody_leads),
    Check("live_option", lambda: _("Something to decide"), say.live_option),
    Check("feedback_time", lambda: _("What came of last time"), say.feedback_time),
    Check("debrief", lambda: _("Looking after people"), say.debrief),
)
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A check with what it found, and the note that says why it is known; no findings: all is well."""

    check: Check
    findings: tuple[Finding, ...]
    note: CheckNote | None

    @property
    def is_well(self) -> bool:
        """Nothing was found."""
        return not self.findings


def ask_all(scene: PlanScene, notes: Iterable[CheckNote] = ()) -> list[Answered]:
    """Every check with what it found, in order."""
    known = {note.check_key: note for note in notes}
    return [Answered(check, tuple(check.find(scene)), known.get(check.key)) for check in CHECKS]


__all__ = ["CHECKS", "Answered", "Check", "Finding", "PlanScene", "Spot", "ask_all"]
