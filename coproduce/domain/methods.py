"""What is used again: methods for a part of the day, and whole days as templates. No people, no dates, no money in either."""

from __future__ import annotations

from dataclasses import dataclass, field

from coproduce.domain.codes import BlockCategory, WorkshopFormat, YesNo
from coproduce.domain.ids import MethodId, RowId, TemplateId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Method:
    """A way to run a part of the day: an organisation's own, or a copy of a built-in one.

    Lengths are whole minutes, group sizes are people. `source` says where the method comes from.
    """

    id: MethodId
    title: str
    minutes: int | None = None
    longest_minutes: int | None = None
    smallest_group: int | None = None
    largest_group: int | None = None
    category: BlockCategory | None = None
    purpose: str | None = None
    steps: str | None = None
    participants_lead: str | None = None
    access_notes: str | None = None
    materials: str | None = None
    source: str | None = None

    def speaks_of(self, words: str) -> bool:
        """Every one of the words stands somewhere in it, whatever the case."""
        said = (self.title, self.purpose, self.steps, self.participants_lead, self.access_notes, self.materials, self.source)
        whole = " ".join(part for part in said if part).casefold()
        return all(word in whole for word in words.casefold().split())

    def check(self) -> None:
        """Raises `Refused` where it has no title, or its limits are the wrong way round."""
        if not self.title.strip():
            raise Refused(_("Give the method a name."), field="title")
        if self.longest_minutes is not None and self.longest_minutes < (self.minutes or 0):
            raise Refused(_("The longest time is shorter than the usual one. Change one of the two."), field="longest_minutes")
        if self.largest_group is not None and self.largest_group < (self.smallest_group or 0):
            raise Refused(_("The largest group is smaller than the smallest. Change one of the two."), field="largest_group")


@dataclass(eq=False)
class Template:
    """A whole day to begin from."""

    id: TemplateId
    title: str
    about: str | None = None
    format: WorkshopFormat | None = None

    def check(self) -> None:
        """Raises `Refused` where it has no title."""
        if not self.title.strip():
            raise Refused(_("Give the template a name."), field="title")


@dataclass(eq=False)
class TemplateBlock:
    """A part of a template: a block of a plan without people and times of day."""

    template_id: TemplateId
    order: int
    title: str
    minutes: int
    lane: str | None = None
    day: int | None = None
    split: int | None = None
    category: BlockCategory | None = None
    goal: str | None = None
    materials: str | None = None
    for_participants: str | None = None
    for_facilitators: str | None = None
    is_sensitive: YesNo | None = None
    method: str | None = None
    id: RowId = field(default_factory=new_row_id)


CARRIED = (
    "title", "minutes", "lane", "day", "split", "category", "goal", "materials", "for_participants", "for_facilitators",
    "is_sensitive", "method",
)  # fmt: skip
"""What a block and a template's block share."""
