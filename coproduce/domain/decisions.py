"""Decisions: the question, who decided and how, what people dissented from, and what their words changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.codes import (
    AtInvitation,
    Capacity,
    CountedOf,
    DecisionMethod,
    DecisionState,
    ReviewResult,
    SaidAs,
    Share,
    YesNo,
)
from coproduce.domain.ids import ContributionId, DecisionId, PersonId, ProjectId, RowId, WorkshopId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Decision:
    """A question of a project, and its answer once there is one (`decided_on`).

    `at_invitation` is how open it was when people were invited: `locked_on` is the day that was fixed, `changed_after_on`
    the day it was changed all the same. `share` and `counted_of` say how many votes are enough, `lowest_hand` how low a hand of
    fist to five may be; `threshold_set_on` is the day that was set. `decided_by_whom` and `why_elsewhere` are about what was
    decided elsewhere. `follows_id` is the decision this one replaces.
    """

    id: DecisionId
    project_id: ProjectId
    question: str
    workshop_id: WorkshopId | None = None
    at_invitation: AtInvitation | None = None
    method: DecisionMethod | None = None
    threshold: str | None = None
    decided_on: date | None = None
    outcome: str | None = None
    outcome_by: str | None = None
    reason: str | None = None
    dissent_asked: YesNo | None = None
    changed: YesNo | None = None
    owner: str | None = None
    due_on: date | None = None
    state: DecisionState | None = None
    review_on: date | None = None
    reviewed_on: date | None = None
    review_result: ReviewResult | None = None
    locked_on: date | None = None
    changed_after_on: date | None = None
    decided_by_whom: str | None = None
    why_elsewhere: str | None = None
    threshold_set_on: date | None = None
    share: Share | None = None
    counted_of: CountedOf | None = None
    lowest_hand: int | None = None
    follows_id: DecisionId | None = None

    @property
    def threshold_came_late(self) -> bool:
        """What is enough was set after the day it was decided."""
        return self.threshold_set_on is not None and self.decided_on is not None and self.threshold_set_on > self.decided_on

    def lock(self, on: date) -> None:
        """People are invited: how open it was that day is fixed. A later invitation changes nothing."""
        if self.locked_on is None:
            self.locked_on = on

    def check(self) -> None:
        """Raises `Refused` where there is no question, a hand nobody has, or a decision that follows itself."""
        if not self.question.strip():
            raise Refused(_("Write down the question people were asked."), field="question")
        if self.lowest_hand is not None and not 0 <= self.lowest_hand <= 5:
            raise Refused(_("A hand shows 0 to 5 fingers."), field="lowest_hand")
        if self.follows_id == self.id:
            raise Refused(_("A decision cannot replace itself."), field="follows_id")

    def review(self, result: ReviewResult, on: date) -> None:
        """Record what looking again came to, once. What comes of it is a new decision."""
        if self.decided_on is None:
            raise Refused(_("Nothing has been decided yet. Record the outcome first."), field="reviewed_on")
        if self.reviewed_on is not None:
            raise Refused(_("This was looked at again already. Decide again to take it up once more."), field="reviewed_on")
        self.reviewed_on, self.review_result = on, result

    def again(self, new_id: DecisionId) -> Decision:
        """The new decision that takes this one’s place, with its question. Raises `Refused` where the review did not call for one."""
        if self.review_result not in (ReviewResult.CHANGED, ReviewResult.UNDONE):
            raise Refused(_("Record a review first that says the decision was changed or undone."), field="review_result")
        return Decision(new_id, self.project_id, self.question, follows_id=self.id)

    def decide(self, outcome: str, *, on: date, by: str | None, reason: str | None, dissent_asked: YesNo | None) -> None:
        """Record the outcome as prose, its day, and whether dissent was asked for (None: not recorded)."""
        if not outcome.strip():
            raise Refused(_("Write down what was decided."), field="outcome")
        self.outcome, self.decided_on = outcome.strip(), on
        self.outcome_by, self.reason, self.dissent_asked = by, reason, dissent_asked
        if self.state in (None, DecisionState.TO_DECIDE):
            self.state = DecisionState.DECIDED


@dataclass(eq=False)
class Option:
    """One way the question could have gone, and who put it forward (a person id, or `organiser`)."""

    decision_id: DecisionId
    option: str
    meaning: str | None = None
    proposed_by: str | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where there is no option."""
        if not self.option.strip():
            raise Refused(_("Write down the option."), field="option")


@dataclass(eq=False)
class Deciders:
    """How many people of one capacity could decide, took part, and how they stood. Counts, never names."""

    decision_id: DecisionId
    capacity: Capacity
    could_decide: int | None = None
    took_part: int | None = None
    support: int | None = None
    stand_aside: int | None = None
    object: int | None = None
    abstain: int | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where more took part than could."""
        if self.took_part is not None and self.could_decide is not None and self.took_part > self.could_decide:
            raise Refused(_("More people took part than could decide. Change one of the two counts."), field="took_part")


@dataclass(eq=False)
class Dissent:
    """Why somebody disagreed, in their words, attributed as they chose."""

    decision_id: DecisionId
    words: str
    said_as: SaidAs | None = None
    person_id: PersonId | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where nothing was written down."""
        if not self.words.strip():
            raise Refused(_("Write down why they disagreed, in their words."), field="words")


@dataclass(eq=False)
class Change:
    """The text before and after, and the contribution that caused it. Without the link no influence is claimed."""

    decision_id: DecisionId
    contribution_id: ContributionId
    before: str
    after: str
    id: RowId = field(default_factory=new_row_id)

    @property
    def is_real(self) -> bool:
        """The text did change, leaving spaces at the ends aside."""
        return self.before.strip() != self.after.strip()

    def check(self) -> None:
        """Raises `Refused` where one of the two texts is missing."""
        for name in ("before", "after"):
            if not getattr(self, name).strip():
                raise Refused(_("Write down the text before and after, so that people can see what changed."), field=name)
