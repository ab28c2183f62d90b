"""A project: a piece of work that people shape together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.codes import LevelFramework, Stage
from coproduce.domain.ids import ProjectId, RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Project:
    """`open_to_change` and `not_open` say at the start what people can still shape and what they cannot."""

    id: ProjectId
    title: str
    purpose: str | None = None
    open_to_change: str | None = None
    not_open: str | None = None
    level_framework: LevelFramework | None = None
    intended_level: str | None = None
    stages_run: tuple[Stage, ...] = ()
    partners: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None

    def check(self) -> None:
        """Raises `Refused` where the project contradicts itself."""
        if not self.title.strip():
            raise Refused(_("Give the project a title."), field="title")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise Refused(_("The project ends before it starts. Change one of the dates."), field="ends_on")


@dataclass(eq=False)
class EqualityCount:
    """How many people of a whole project gave an answer to a monitoring question. Never tied to a person."""

    project_id: ProjectId
    question: str
    answer: str
    count: int
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where the question or the answer has no words, or the count is below nothing."""
        if not self.question.strip():
            raise Refused(_("Write down what people were asked, such as ethnicity."), field="question")
        if not self.answer.strip():
            raise Refused(_("Write down the answer that is counted."), field="answer")
        if self.count < 0:
            raise Refused(_("Write how many people gave this answer, such as 12."), field="count")
