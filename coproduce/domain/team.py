"""Who works with a workspace, and what each of them may see and change.

On one laptop this is a courtesy: whoever has the file can read it. It keeps what people told you about their needs off the
screens of colleagues who have no need to know.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coproduce.domain.codes import Right
from coproduce.domain.ids import RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class TeamMember:
    """Somebody of the team by the name they give on this computer, and their right."""

    name: str
    right: Right
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where there is no name."""
        if not self.name.strip():
            raise Refused(_("Give the name this colleague goes by."), field="name")
