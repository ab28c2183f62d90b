"""What can be done to many people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations.many_people import (
    add_many_to_workshop,
    delete_many_people,
    give_many_a_contact,
    put_many_in_group,
    record_many_asked,
    welcome_many,
)
from coproduce.storage.queries import workshops
from ui.forms.asking import asking
from ui.kit.detail_parts import Act
from ui.kit.fields import Choice
from ui.kit.many_acts import ManyAct, counted, many_act
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from ui.screens.people.viewmodel import PeopleModel


def people_acts(model: PeopleModel) -> list[Act]:
    """The buttons of the pane where many people are chosen."""
    return [
        many_act(model, "workshop", _("Add to a workshop"), "calendar-days", _adding),
        many_act(model, "asked", _("Record that they were asked"), "accessibility", _asking),
        many_act(model, "ask_again", _("Ask again"), "message-circle", _asking_again),
        many_act(model, "welcome", _("Record welcome"), "heart", _welcoming),
        many_act(model, "group", _("Set group"), "users", _grouping),
        many_act(model, "contact", _("Set who they can turn to"), "user", _giving_a_contact),
        many_act(model, "delete", _("Delete"), "trash-2", _deleting),
    ]


def _adding(model: PeopleModel) -> ManyAct:
    there = [Choice(found, f"{title}, {day_words(day)}") for found, title, day in workshops.titles(model.file, model.shell.project_id)]
    lines = [
        Line("workshop_id", _("Workshop"), required=True, choices=there),
        Line("capacity", _("They take part as"), _("Leave blank where it differs from person to person.")),
    ]
    will = counted(lambda n: ngettext("{n} person will be put on the list", "{n} people will be put on the list", n))
    return ManyAct(
        _("Add to a workshop"),
        _("Add to the list"),
        lambda answers: add_many_to_workshop(**recorded(Attendance, answers)),
        will,
        fields_for(Attendance, lines),
    )


def _asking(model: PeopleModel) -> ManyAct:
    lines = [Line("access_first_asked_on", _("Asked what they need on"), _("An answer they gave stays as it is."), required=True)]
    will = counted(lambda n: ngettext("{n} person will be recorded as asked", "{n} people will be recorded as asked", n))
    return ManyAct(
        _("Record that they were asked what they need"),
        _("Record"),
        lambda answers: record_many_asked(on=answers["access_first_asked_on"]),
        will,
        fields_for(Person, lines, access_first_asked_on=model.today()),
    )


def _asking_again(model: PeopleModel) -> ManyAct:
    return asking(model.file, model.today(), project_id=model.shell.project_id)


def _welcoming(model: PeopleModel) -> ManyAct:
    lines = [Line("inducted_on", _("Welcomed in on"), _("The day somebody explained how it works here."), required=True)]
    will = counted(lambda n: ngettext("{n} person will be recorded as welcomed in", "{n} people will be recorded as welcomed in", n))
    fields = fields_for(Person, lines, inducted_on=model.today())
    return ManyAct(_("Record welcome"), _("Record"), lambda answers: welcome_many(on=answers["inducted_on"]), will, fields)


def _grouping(_model: PeopleModel) -> ManyAct:
    lines = [Line("group", _("Group or organisation"), _("It takes the place of any group recorded before."), required=True)]
    will = counted(lambda n: ngettext("{n} person will be in this group", "{n} people will be in this group", n))
    return ManyAct(
        _("Set group"), _("Set group"), lambda answers: put_many_in_group(group=answers["group"]), will, fields_for(Person, lines)
    )


def _giving_a_contact(_model: PeopleModel) -> ManyAct:
    lines = [Line("named_contact", _("Whom they can turn to"), _("Somebody in your team, by name."), required=True)]
    will = counted(lambda n: ngettext("{n} person will have this contact", "{n} people will have this contact", n))
    return ManyAct(
        _("Set who they can turn to"),
        _("Set contact"),
        lambda answers: give_many_a_contact(named_contact=answers["named_contact"]),
        will,
        fields_for(Person, lines),
    )


def _deleting(_model: PeopleModel) -> ManyAct:
    will = counted(
        lambda n: ngettext(
            "{n} person will be deleted, with their own rows; what they said stays, without their name",
            "{n} people will be deleted, with their own rows; what they said stays, without their names",
            n,
        )
    )
    return ManyAct(_("Delete people"), _("Delete"), lambda _answers: delete_many_people(), will)
