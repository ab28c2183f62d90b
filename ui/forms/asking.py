"""Asking people what they need, for the first time or again: the form for one or many, and who on a list was never asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.people import Person
from coproduce.domain.wording import day_words
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _, ngettext
from coproduce.operations.many_people import ask_many
from coproduce.storage.queries.workshops import WorkshopDetail, ahead_titles
from ui.kit.detail_parts import Act, Note, Part
from ui.kit.fields import Choice, ChoiceField, Field
from ui.kit.many_acts import ManyAct, counted
from ui.kit.noun_form import Line, fields_for

if TYPE_CHECKING:
    from coproduce.operations.many import Many
    from coproduce.storage.workspace_file import WorkspaceFile

_STANDS, _WAIT = "stands", "wait"


def asking(file: WorkspaceFile, today: date, *, project_id: str | None = None, workshop: Workshop | None = None) -> ManyAct:
    """Note that people were asked what they need; for `workshop`, or for one of those ahead that is chosen, or for none."""
    ahead = ahead_titles(file, today, project_id) if workshop is None else [(workshop.id, workshop.title, workshop.date)]
    there = [Choice(found, f"{title}, {day_words(day)}") for found, title, day in ahead]

    def plan(answers: dict[str, Any]) -> Many[Person]:
        waits = answers["then"] == _WAIT
        return ask_many(on=answers["access_asked_again_on"], workshop_id=answers["workshop_id"], wait_for_answer=waits)

    will = counted(lambda n: ngettext("{n} person will be recorded as asked", "{n} people will be recorded as asked", n))
    return ManyAct(_("They were asked what they need"), _("Record"), plan, will, _fields(today, there, workshop))


def _fields(today: date, there: list[Choice], workshop: Workshop | None) -> list[Field]:
    line = Line("access_asked_again_on", _("Asked on"), _("The day they were first asked stays as it is."), required=True)
    choices = [
        Choice(_STANDS, _("What they told you stands until they say otherwise")),
        Choice(_WAIT, _("You wait for a new answer; what they need stays written down")),
    ]
    return [
        *fields_for(Person, [line], access_asked_again_on=today),
        ChoiceField(
            "workshop_id",
            _("For which workshop"),
            _("It is noted beside their name there too. Blank where it was not for one."),
            value=workshop.id if workshop else None,
            choices=there,
            nothing=_("For none in particular"),
        ),
        ChoiceField("then", _("Until they answer"), required=True, value=_STANDS, choices=choices),
    ]


def asking_acts(ask: Callable[[], object], found: WorkshopDetail) -> list[Act]:
    """The button at a workshop that has people on its list."""
    return [Act("ask_needs", _("They were asked…"), ask, "message-circle")] if found.people else []


def unasked_parts(found: WorkshopDetail) -> list[Part]:
    """Who takes part and was never asked what they need; nothing where everybody was."""
    names = [name for seat, name in found.people if seat.person_id in found.to_ask]
    if not names:
        return []
    words = ngettext("Nobody asked {n} person what they need: {names}.", "Nobody asked {n} people what they need: {names}.", len(names))
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return [Note(words.format(n=f"{len(names):,}", names=shown))]


_NAMED = 8
"""So many are named; the list below says the rest."""
