"""How long what is held about people is kept, by kind, and what goes once its day has come.

Source: UK GDPR article 5(1)(e), storage limitation. The days are the organisation's own (`WorkspaceSettings.keep_…_days`); a day set for
one person comes before them. Whoever asked that their record be kept without being used keeps it (article 18(2)), and whoever is still
owed money keeps it until they are paid (article 17(3)).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kept(StrEnum):
    """What has a day of its own."""

    PEOPLE = "people"
    NEEDS = "needs"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Due:
    """Something whose day has come. `record_id` is the person's, or for needs the requirement's; `day` when it was to go.

    `what` is the need, in the words it is held by; empty for the other kinds.
    """

    kind: Kept
    record_id: str
    person_id: str
    name: str
    day: date
    what: str = ""


@dataclass(frozen=True, slots=True)
class Clearing:
    """What would go, and what stays though its day has come: whose record is not to be used, and who is owed money."""

    goes: tuple[Due, ...]
    restricted: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()

    def of(self, kind: Kept) -> Sequence[Due]:
        """Those of one kind."""
        return [due for due in self.goes if due.kind is kind]
