"""Who works with a workspace, and what each of them may see and change.

On one laptop this is a courtesy: whoever has the file can read it. It keeps what people told you about their needs off the
screens of colleagues who have no need to know.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
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


ABOUT_NEEDS = frozenset({"Arrangement", "Requirement"})
"""Kinds of record whose details only leads see."""

_FOR_FINANCE = frozenset({"Payment", "Batch", "BudgetLine", "Rate"})


def right_of(team: Iterable[TeamMember], name: str) -> Right:
    """The right of whoever gives this name. With nobody in the team everybody leads; somebody not named in it only looks."""
    members = {_same(member.name): member.right for member in team}
    return members.get(_same(name), Right.READER) if members else Right.LEAD


def is_named(team: Iterable[TeamMember], name: str) -> bool:
    """Whether somebody of this name is in the team."""
    return any(_same(member.name) == _same(name) for member in team)


def spelled(team: Iterable[TeamMember], name: str) -> str:
    """The name as the team spells it; as it is given where nobody in the team has it."""
    return next((member.name for member in team if _same(member.name) == _same(name)), name)


def sees_needs(right: Right) -> bool:
    """Whether somebody sees what people need and what they wrote about it, and not only that something is to be arranged."""
    return right is Right.LEAD


def check_team(team: Collection[TeamMember]) -> None:
    """Raises `Refused` where nobody leads, or two have one name."""
    if team and not any(member.right is Right.LEAD for member in team):
        raise Refused(_("Somebody has to lead: only leads can change the team and see what people need."), field="right")
    if len({_same(member.name) for member in team}) < len(team):
        raise Refused(_("Somebody of that name is there already. Add a surname or a place."), field="name")


def check_change(right: Right, kinds: Collection[str], *, with_their_parent: bool) -> None:
    """Raises `Refused` where somebody with this right may not change records of these kinds.

    `with_their_parent`: the needs come or go together with the person, workshop or project they belong to.
    """
    if right is Right.LEAD:
        return
    if right is Right.READER:
        raise Refused(_("You are here to look only. Ask a lead to change it, or to name you in Settings, under Team."))
    if "TeamMember" in kinds:
        raise Refused(_("Only a lead can change the team."))
    if right is Right.FINANCE and set(kinds) - _FOR_FINANCE:
        words = _("You are here for finance: you can change payments, batches, rates and the budget. Ask an organiser to change this.")
        raise Refused(words)
    if ABOUT_NEEDS & set(kinds) and not with_their_parent:
        raise Refused(_("What people need is with the leads. Ask one of them to change it."))


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()
