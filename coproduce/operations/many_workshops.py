"""Holding, closing and deleting many workshops at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import WorkshopState
from coproduce.domain.resourcing import Payment
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.many import Act, Many, plainly
from coproduce.operations.removal import remove_workshop

if TYPE_CHECKING:
    from coproduce.storage.work import Reading, Work


def mark_many_held(*, today: date) -> Many[Workshop]:
    """Say that they took place. Those held or closed stay as they are."""

    def act(workshop: Workshop) -> None:
        if workshop.was_held:
            raise Refused(_("This workshop is held already."), brief=_("held already"))
        workshop.mark_held(today)

    return Many(_("Mark as held"), Workshop, plainly(act))


def close_many() -> Many[Workshop]:
    """Say that everything about them is written down."""

    def act(workshop: Workshop) -> None:
        if workshop.state is WorkshopState.CLOSED:
            raise Refused(_("This workshop is closed already."), brief=_("closed already"))
        workshop.close()

    return Many(_("Close workshops"), Workshop, plainly(act))


def delete_many_workshops() -> Many[Workshop]:
    """Delete workshops with their own rows. Those for which money was paid stay."""

    def rule(reading: Reading) -> Act[Workshop]:
        paid = {line.workshop_id for line in reading.bare(Payment) if line.paid}

        def act(workshop: Workshop) -> None:
            if workshop.id in paid:
                sentence = _("Money was paid for this workshop, so the record has to stay. Cancel the workshop instead.")
                raise Refused(sentence, brief=_("money was paid for it"))

        return act

    def carry_out(work: Work, workshops: Sequence[Workshop]) -> None:
        for workshop in workshops:
            remove_workshop(work, workshop)

    return Many(_("Delete workshops"), Workshop, rule, carry_out)
