"""What one person said and what came of it: everything a letter may tell them, and nobody else's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.people import Person
from coproduce.domain.room import Contribution
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing they said, where and when, by which day an answer was promised, and what it led to.

    `changes` are those in which the text did change; `decisions` those the words are linked to.
    """

    contribution: Contribution
    workshop: str
    day: date
    promised: date
    changes: tuple[Change, ...] = ()
    decisions: tuple[Decision, ...] = ()
    asks: tuple[Ask, ...] = ()

    @property
    def to_tell(self) -> bool:
        """There is an answer, and they were not told."""
        return self.contribution.is_answered and self.contribution.told_on is None


@dataclass(frozen=True, slots=True)
class HeardBack:
    """One person with what they said, the earliest workshop first. `format_wanted` is how they read best, `told_by` who tells them."""

    person: Person
    settings: WorkspaceSettings
    lines: tuple[SaidLine, ...]
    format_wanted: str | None = None
    told_by: str = ""

    @property
    def has_answers(self) -> bool:
        """There is something to judge."""
        return any(line.contribution.is_answered for line in self.lines)


def not_yet_said(back: HeardBack) -> Iterator[str]:
    """Questions whose answers the letter cannot give, because nobody wrote them down."""
    if not (back.format_wanted or "").strip():
        yield _("In which format do they read best?")
    if not (back.person.named_contact or "").strip():
        yield _("Who is their contact?")
    said = [line.contribution for line in back.lines]
    if any(one.is_answered and one.answer in (Answer.NOT_ADOPTED, Answer.PART) and not (one.reason or "").strip() for one in said):
        yield _("Why was it not done?")
