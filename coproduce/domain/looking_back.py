"""Looking back on a workshop: what the team saw in itself, and what it promised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.ids import RowId, WorkshopId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _

PROMPTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("power", lambda: _("Where did power lie today?")),
    ("not_open", lambda: _("When were we not open?")),
    ("missing", lambda: _("Whose voice was missing?")),
    ("surprised", lambda: _("What surprised us?")),
    ("try", lambda: _("What will we try next?")),
)
"""What a team asks itself after a workshop, by a key that is kept. All may stay open.

Source: inquiry questions of Human Learning Systems, in our own words.
"""


@dataclass(eq=False)
class Reflection:
    """One prompt of the team's reflection and what they wrote; `look_again_on` is when they come back to it.

    `prompt` is a key of `PROMPTS`, or a question of the team's own.
    """

    workshop_id: WorkshopId
    prompt: str
    words: str
    by: str | None = None
    look_again_on: date | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where nothing is written."""
        if not self.words.strip():
            raise Refused(_("Write a few words, or leave this question open."), field="words")


@dataclass(eq=False)
class Promise:
    """Something said to people that will happen: by whom, by when, and the day it was kept."""

    workshop_id: WorkshopId
    words: str
    owner: str | None = None
    due_on: date | None = None
    kept_on: date | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where nothing was promised."""
        if not self.words.strip():
            raise Refused(_("Write down what was promised."), field="words")
