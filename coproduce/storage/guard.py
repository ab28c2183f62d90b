"""What somebody may not change is not written, whichever verb asks for it."""

from __future__ import annotations

from coproduce.domain.codes import Right
from coproduce.domain.team import check_change
from coproduce.storage.journal import Images

_PARENTS = ("Person", "Workshop", "Project")


def check_start(right: Right) -> None:
    """Raises `Refused` where nothing may be changed at all."""
    check_change(right, (), with_their_parent=True)


def check_images(right: Right, images: Images) -> None:
    """Raises `Refused` where one of these rows is not for somebody with this right to change."""
    if right is Right.LEAD:
        return
    changed = list(images)
    with_their_parent = any(kind in _PARENTS and (before is None) != (after is None) for kind, _id, before, after in changed)
    check_change(right, {kind for kind, _id, _before, _after in changed}, with_their_parent=with_their_parent)
