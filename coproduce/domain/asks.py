"""What is asked of another organisation: something people said, or a decision, that is not ours to do. Each waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coproduce.domain.codes import AskAnswer
from coproduce.domain.dates import after
from coproduce.domain.ids import AskId, ContributionId, DecisionId, ProjectId
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Ask:
    """One thing asked of another organisation, `asked_of`, and what it answered in its own words.

    It may come from something somebody said or from a decision. `look_again_on` is the day to ask again or let it go.
    """

    id: AskId
    project_id: ProjectId
    words: str
    asked_of: str
    contribution_id: ContributionId | None = None
    decision_id: DecisionId | None = None
    asked_on: date | None = None
    answer: AskAnswer | None = None
    answered_on: date | None = None
    their_words: str | None = None
    look_again_on: date | None = None

    @property
    def is_waiting(self) -> bool:
        """No answer yet."""
        return self.answer is None

    def waits_too_long(self, today: date, days: int) -> bool:
        """Its day to look again has come; where none was set, it was asked more than `days` days ago."""
        if not self.is_waiting:
            return False
        if self.look_again_on is not None:
            return self.look_again_on <= today
        return self.asked_on is not None and after(self.asked_on, days) < today

    def check(self) -> None:
        """Raises `Refused` where it does not say what is asked or of whom, or was answered before it was asked."""
        if not self.words.strip():
            raise Refused(_("Write down what you ask them to do."), field="words")
        if not self.asked_of.strip():
            raise Refused(_("Say which organisation you ask."), field="asked_of")
        if self.answered_on is not None and self.asked_on is not None and self.answered_on < self.asked_on:
            raise Refused(_("They cannot have answered before they were asked."), field="answered_on")
        if self.answered_on is not None and self.answer is None:
            raise Refused(_("Say what they answered, or leave the day blank."), field="answer")

    def record_answer(self, answer: AskAnswer, *, on: date, their_words: str | None) -> None:
        """What they answered, that day, in their words."""
        self.answer, self.answered_on, self.their_words = answer, on, (their_words or "").strip() or None
        self.check()
