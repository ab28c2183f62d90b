"""Who is on the list of a workshop, and what happened on the day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from coproduce.domain.codes import AttendanceState, Role
from coproduce.domain.ids import PersonId, RowId
from coproduce.domain.room import Attendance
from coproduce.domain.wording import label
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations import room
from coproduce.storage.queries import people
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.asking import asking_acts, unasked_parts
from ui.forms.choosing import MANY, everybody
from ui.forms.reference import more
from ui.kit.detail_parts import Act, Acts, Choose, Note, Option, Part, doing
from ui.kit.fields import Choice, Field, Findable, Further, SeveralField, TextField
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.screens.workshops.sections.section import DaySection, Section, joined

MANY_PEOPLE = 100
"""So many are listed at once, so that a large meeting opens as quickly as a small one."""

SHOW_ALL = "all people"

_STATES = (AttendanceState.HERE, AttendanceState.LEFT_EARLY, AttendanceState.APOLOGIES, AttendanceState.ABSENT)


class PeopleSection(DaySection):
    """One press beside a name says what happened; pressing it again takes it back."""

    key = Section.PEOPLE

    @property
    def title(self) -> str:
        return _("People")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.people)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        adding = Act("add_people", _("Add people"), self.add, "user-plus")
        parts: list[Part] = [Acts((adding, *asking_acts(self.day.asking, found))), *unasked_parts(found)]
        if not found.people:
            parts.append(Note(_("Nobody is on the list yet."), quiet=True))
        shown = found.people if self.day.opened == SHOW_ALL else found.people[:MANY_PEOPLE]
        parts += [self._seat(seat, name) for seat, name in shown]
        if len(shown) < len(found.people):
            all_words = _("Show all {n} people").format(n=len(found.people))
            parts.append(Acts((Act("show_all", all_words, self.toggle(SHOW_ALL), "users"),)))
        return parts

    def set_attendance(self, person_id: str, state: str) -> None:
        """Say what happened on the day. Pressing the answer that stands takes it back."""
        seat = next((seat for seat, _name in self.found.people if seat.person_id == person_id), None)
        said = AttendanceState(state)
        now = None if seat is not None and seat.state is said else said
        self.shell.attempt(lambda: room.set_attendance(self.file, self.workshop_id, PersonId(person_id), now))

    def add(self) -> None:
        """Ask who is to be put on the list."""
        there = {seat.person_id for seat, _name in self.found.people}
        everyone = everybody(self.file)
        others = [choice for choice in everyone if choice.value not in there]
        if isinstance(everyone, Findable):
            fields: list[Field] = [TextField("part", _("Part of their name or group"), required=True)]
            self.shell.open_form(_("Who is to be added?"), fields, lambda values: self._find(values["part"], there), ok=_("Find"))
        else:
            self._choose(others)

    def edit(self, attendance_id: str) -> None:
        """Ask what is different about somebody at the workshop."""
        seat, name = next((seat, name) for seat, name in self.found.people if seat.id == attendance_id)
        fields = fields_for(Attendance, [*seat_lines(), _whose(self.people(seat.person_id))], seat)
        leave = Choice("yes", _("Yes, take {name} off").format(name=name))
        fields.append(SeveralField("leave", _("Take them off the list?"), choices=[leave], group=more()))

        def save(values: dict[str, Any]) -> None:
            if values.pop("leave"):
                room.remove_from_workshop(self.file, seat.id)
            else:
                room.edit_attendance(self.file, seat.id, **differing(seat, values))

        self.shell.open_form(_("{name} at this workshop").format(name=name), fields, save, ok=_("Save"))

    def _seat(self, seat: Attendance, name: str) -> Part:
        words = {
            AttendanceState.HERE: _("Here"),
            AttendanceState.LEFT_EARLY: _("Left early"),
            AttendanceState.APOLOGIES: _("Apologies"),
            AttendanceState.ABSENT: _("Not here"),
        }
        options = [Option(state, words[state]) for state in _STATES]
        if seat.state is AttendanceState.UNEXPECTED:
            options[0] = Option(AttendanceState.UNEXPECTED, _("Here, unexpected"))
        not_asked = _("Not asked what they need") if seat.person_id in self.found.to_ask else ""
        known = [label(code) for code in (seat.capacity, seat.role) if code not in (None, Role.PARTICIPANT)]
        about = _("More about {name} at this workshop").format(name=name)
        return Choose(
            f"at {seat.id}",
            _("{name} on the day").format(name=name),
            tuple(options),
            seat.state or "",
            doing(self.set_attendance, seat.person_id),
            title=name,
            under=joined(joined(*known) or _("Takes part as: not recorded"), not_asked),
            more=Act(f"more {seat.id}", about, doing(self.edit, seat.id), "ellipsis"),
        )

    def _find(self, part: str, there: Collection[str]) -> None:
        today = self.day.today()
        found = [person for person in people.ids(self.file, today=today, search=part) if person not in there][:MANY]
        if not found:
            raise Refused(_("Nobody who is not on the list yet has these words."), field="part")
        names = people.rows(self.file, found, today=today)
        self._choose([Choice(person, names[person].name) for person in found])

    def _choose(self, others: Sequence[Choice]) -> None:
        lines = [Line("capacity", _("They take part as"), _("Leave blank if they differ.")), Line("role", _("Role on the day"))]
        fields: list[Field] = [SeveralField("people", _("Who"), choices=others, required=True)]
        fields += fields_for(Attendance, lines, role=Role.PARTICIPANT)
        self.shell.open_form(_("Add people to this workshop"), fields, self._add, ok=_("Add people"))

    def _add(self, values: dict[str, Any]) -> list[RowId]:
        chosen = [PersonId(person) for person in sorted(values.pop("people"))]
        return room.add_to_workshop(self.file, self.workshop_id, chosen, **recorded(Attendance, values))


def seat_lines() -> list[Line]:
    """About somebody at the workshop."""
    time = Further(_("Their time"), _("So that it can be paid, and everybody’s share of the day can be seen."))
    return [
        Line("capacity", _("Takes part as"), _("At this workshop; it may differ at another.")),
        Line("role", _("Role on the day")),
        Line("response", _("Answer to the invitation")),
        Line("state", _("On the day")),
        Line("access_asked_on", _("Asked what they need on"), _("For this workshop. What people need can change.")),
        Line("arrived_at", _("Came at"), _("Kept by itself at the sign-in; here to put right."), group=time),
        Line("left_at", _("Left at"), _("If before the end."), group=time),
        Line("minutes_present", _("Minutes in the room"), _("Only where somebody came late or left early."), group=time),
        Line("prep_minutes_asked", _("Minutes of preparation we asked for"), _("Reading and phone calls are work too."), group=time),
        Line("travel_minutes", _("Minutes of travel"), _("There and back."), group=time),
        Line("minutes_chaired", _("Minutes in the chair"), _("Shows who leads the day."), group=time),
    ]


def _whose(persons: Sequence[Choice]) -> Line:
    return Line("person_id", _("Person"), _("Only where the wrong person was put on the list."), choices=persons, group=more())
