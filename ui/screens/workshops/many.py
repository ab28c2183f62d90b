"""What can be done to many workshops at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.i18n import _, ngettext
from coproduce.operations.many_workshops import close_many, delete_many_workshops, mark_many_held
from ui.kit.detail_parts import Act
from ui.kit.many_acts import ManyAct, counted, many_act

if TYPE_CHECKING:
    from ui.screens.workshops.viewmodel import WorkshopsModel


def workshop_acts(model: WorkshopsModel) -> list[Act]:
    """The buttons of the pane where many workshops are chosen."""
    return [
        many_act(model, "held", _("Mark as held"), "check", _holding),
        many_act(model, "close", _("Close workshops"), "circle-check", _closing),
        many_act(model, "delete", _("Delete"), "trash-2", _deleting),
    ]


def _holding(model: WorkshopsModel) -> ManyAct:
    today = model.today()
    will = counted(lambda n: ngettext("{n} workshop will be marked as held", "{n} workshops will be marked as held", n))
    return ManyAct(_("Mark as held"), _("Mark as held"), lambda _answers: mark_many_held(today=today), will)


def _closing(_model: WorkshopsModel) -> ManyAct:
    will = counted(lambda n: ngettext("{n} workshop will be closed", "{n} workshops will be closed", n))
    return ManyAct(_("Close workshops"), _("Close"), lambda _answers: close_many(), will)


def _deleting(_model: WorkshopsModel) -> ManyAct:
    will = counted(
        lambda n: ngettext(
            "{n} workshop will be deleted, with its own rows. What its budget plans stays, for the whole project",
            "{n} workshops will be deleted, with their own rows. What their budgets plan stays, for the whole project",
            n,
        )
    )
    return ManyAct(_("Delete workshops"), _("Delete"), lambda _answers: delete_many_workshops(), will)
