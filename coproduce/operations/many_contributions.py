"""Answering and telling about many things people said at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import Answer, YesPartlyNo
from coproduce.domain.room import Contribution
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.many import Many, plainly
from coproduce.operations.removal import remove_contribution

if TYPE_CHECKING:
    from coproduce.storage.work import Work


def answer_many(*, answer: Answer, on: date, reason: str | None = None) -> Many[Contribution]:
    """Give the same answer to each that has none. A no, or a part, needs a reason."""

    def act(said: Contribution) -> None:
        if said.is_answered:
            raise Refused(_("This has an answer already."), field="answer", brief=_("answered already"))
        said.give_answer(answer, on=on, reason=reason)

    return Many(_("Answer contributions"), Contribution, plainly(act))


def tell_many(*, on: date, how: str | None = None) -> Many[Contribution]:
    """Record that people were told the answers."""

    def act(said: Contribution) -> None:
        if said.told_on is not None:
            raise Refused(_("People were told this already."), field="told_on", brief=_("told already"))
        said.tell(on=on, how=how)

    return Many(_("Mark people as told"), Contribution, plainly(act))


def ask_many(*, on: date, said: YesPartlyNo | None = None) -> Many[Contribution]:
    """Record that people were asked whether it made a difference, and what they said where all said the same."""

    def act(one: Contribution) -> None:
        if one.made_a_difference is not None:
            raise Refused(_("They have said so already."), field="made_a_difference", brief=_("said already"))
        if one.difference_asked_on is not None and said is None:
            raise Refused(_("They were asked already."), field="difference_asked_on", brief=_("asked already"))
        one.ask_difference(on=on, said=said)

    return Many(_("Asked whether it made a difference"), Contribution, plainly(act))


def put_many_under_theme(*, theme: str) -> Many[Contribution]:
    """Put them under one theme, whatever was recorded before."""

    def act(said: Contribution) -> None:
        if said.theme == theme:
            raise Refused(_("This is under this theme already."), field="theme", brief=_("under it already"))
        said.theme = theme

    return Many(_("Set theme"), Contribution, plainly(act))


def delete_many_contributions() -> Many[Contribution]:
    """Delete what was written down, with its links to changes."""

    def carry_out(work: Work, said: Sequence[Contribution]) -> None:
        for one in said:
            remove_contribution(work, one)

    return Many(_("Delete contributions"), Contribution, plainly(_fits), carry_out)


def _fits(_said: Contribution) -> None:
    """Anything written down may be deleted."""
