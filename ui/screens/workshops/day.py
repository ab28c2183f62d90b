"""What can be done inside one workshop: its people, plan, access needs and papers. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.codes import AttendanceState, PersonSays, Role
from coproduce.domain.ids import AccessId, PersonId, RowId, WorkshopId
from coproduce.domain.room import Attendance
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations import access, agenda, room
from coproduce.storage.queries import people
from coproduce.storage.queries.workshops import When, WorkshopDetail
from ui.kit.fields import Choice, Field, SeveralField, TextField
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import RecordList
from ui.screens.workshops.forms import attendance_lines, block_lines, need_lines, paper_lines
from ui.screens.workshops.sections import Section

MANY_CHOICES = 80
"""With more people than this to choose from, the form asks for a part of the name first."""


class DayModel(RecordList[When, WorkshopDetail]):
    """The verbs of a workshop's sections. `section` is the one in sight; `opened` the line whose buttons are shown."""

    kinds = frozenset(
        {"Workshop", "Block", "Attendance", "Paper", "Arrangement", "Payment", "Contribution", "Decision", "Person", "Verdict", "Setting"}
    )
    section = Section.PEOPLE
    opened = ""

    @property
    def workshop_id(self) -> WorkshopId:
        """The workshop in sight."""
        return WorkshopId(self.chosen_id or "")

    def show_section(self, section: str) -> None:
        """Show another section."""
        self.section, self.opened = Section(section), ""
        self.changed()

    def toggle(self, key: str) -> None:
        """Show the buttons of a line, or put them away."""
        self.opened = "" if self.opened == key else key
        self.changed()

    def edit_part(self, kind: str, record_id: str) -> None:
        """Ask what is different about something in the workshop."""
        if self.detail is None:
            return
        if kind == "attendance":
            self._edit_attendance(RowId(record_id))
        elif kind == "block":
            block = next(block for block in self.detail.blocks if block.id == record_id)
            fields = [*fields_for(Block, block_lines(self._people()), block), self._led_by(block.led_by)]
            self.shell.open_form(_("Edit a part of the plan"), fields, lambda values: self._save_block(block, values), ok=_("Save"))
        elif kind == "need":
            need = next(need for need, _name in self.detail.arrangements if need.id == record_id)
            self.shell.open_form(
                _("Edit an access need"),
                fields_for(Arrangement, need_lines(), need),
                lambda values: access.edit_arrangement(self.file, need.id, **differing(need, values)),
                ok=_("Save"),
            )
        else:
            paper = next(paper for paper, _name in self.detail.papers if paper.id == record_id)
            self.shell.open_form(
                _("Edit a paper"),
                fields_for(Paper, paper_lines(), paper),
                lambda values: agenda.edit_paper(self.file, paper.id, **differing(paper, values)),
                ok=_("Save"),
            )

    def delete_part(self, kind: str, record_id: str) -> None:
        """Delete something in the workshop."""
        verbs = {
            "block": lambda: agenda.delete_block(self.file, RowId(record_id)),
            "need": lambda: access.delete_arrangement(self.file, AccessId(record_id)),
            "paper": lambda: agenda.delete_paper(self.file, RowId(record_id)),
        }
        self.opened = ""
        self.shell.attempt(verbs[kind])

    # -- people

    def set_attendance(self, person_id: str, state: str) -> None:
        """Say what happened on the day. Pressing the answer that stands takes it back."""
        seat = next((seat for seat, _name in self.detail.people if seat.person_id == person_id), None) if self.detail else None
        said = AttendanceState(state)
        now = None if seat is not None and seat.state is said else said
        self.shell.attempt(lambda: room.set_attendance(self.file, self.workshop_id, PersonId(person_id), now))

    def add_people(self) -> None:
        """Ask who is to be put on the list."""
        there = {seat.person_id for seat, _name in self.detail.people} if self.detail else set()
        others = [Choice(person_id, name) for person_id, name in people.names(self.file) if person_id not in there]
        if len(others) > MANY_CHOICES:
            fields: list[Field] = [TextField("part", _("Part of their name or group"), required=True)]
            self.shell.open_form(_("Who is to be added?"), fields, lambda values: self._find_people(values["part"], there), ok=_("Find"))
        else:
            self._choose_people(others)

    def _find_people(self, part: str, there: Collection[str]) -> None:
        found = [person for person in people.ids(self.file, today=self.today(), search=part) if person not in there][:MANY_CHOICES]
        if not found:
            raise Refused(_("Nobody who is not on the list yet has these words."), field="part")
        names = people.rows(self.file, found, today=self.today())
        self._choose_people([Choice(person, names[person].name) for person in found])

    def _choose_people(self, others: Sequence[Choice]) -> None:
        lines = [Line("capacity", _("They take part as"), _("Leave blank if they differ.")), Line("role", _("Role on the day"))]
        fields: list[Field] = [SeveralField("people", _("Who"), choices=others, required=True)]
        fields += fields_for(Attendance, lines, role=Role.PARTICIPANT)
        self.shell.open_form(_("Add people to this workshop"), fields, self._add_people, ok=_("Add people"))

    def _add_people(self, values: dict[str, Any]) -> None:
        chosen = sorted(values.pop("people"))
        room.add_to_workshop(self.file, self.workshop_id, [PersonId(person) for person in chosen], **recorded(Attendance, values))

    def _edit_attendance(self, attendance_id: RowId) -> None:
        if self.detail is None:
            return
        seat, name = next((seat, name) for seat, name in self.detail.people if seat.id == attendance_id)
        fields = fields_for(Attendance, attendance_lines(), seat)
        fields.append(
            SeveralField("leave", _("Take them off the list?"), choices=[Choice("yes", _("Yes, take {name} off").format(name=name))])
        )

        def save(values: dict[str, Any]) -> None:
            if values.pop("leave"):
                room.remove_from_workshop(self.file, seat.id)
            else:
                room.edit_attendance(self.file, seat.id, **differing(seat, values))

        self.shell.open_form(_("{name} at this workshop").format(name=name), fields, save, ok=_("Save"))

    # -- the plan

    def add_block(self) -> None:
        """Ask what happens next."""
        fields = [*fields_for(Block, block_lines(self._people())), self._led_by(())]
        self.shell.open_form(_("Add a part of the plan"), fields, self._add_block, ok=_("Add"))

    def move_block(self, block_id: str, by: int) -> None:
        """Move a part earlier or later."""
        self.shell.attempt(lambda: agenda.move_block(self.file, RowId(block_id), by=by))

    def _add_block(self, values: dict[str, Any]) -> None:
        agenda.add_block(self.file, self.workshop_id, **_block_values(values))

    def _save_block(self, block: Block, values: dict[str, Any]) -> None:
        changed = {name: value for name, value in _block_values(values).items() if getattr(block, name) != value}
        agenda.edit_block(self.file, block.id, **changed)

    def _people(self) -> list[Choice]:
        return [Choice(seat.person_id, name) for seat, name in self.detail.people] if self.detail else []

    def _led_by(self, chosen: tuple[PersonId, ...]) -> Field:
        return SeveralField("led_by", _("Led by"), choices=self._people(), value=frozenset(chosen))

    # -- access and papers

    def add_need(self) -> None:
        """Ask who needs what."""
        lines = [Line("person_id", _("Who"), choices=self._people()), *need_lines()[:4]]
        self.shell.open_form(_("Add an access need"), fields_for(Arrangement, lines), self._add_need, ok=_("Add need"))

    def _add_need(self, values: dict[str, Any]) -> None:
        given = recorded(Arrangement, values)
        access.add_arrangement(self.file, self.workshop_id, given.pop("person_id"), **given)

    def confirm_need(self, access_id: str) -> None:
        """Say that it is arranged and confirmed."""
        self.shell.attempt(lambda: access.confirm_arrangement(self.file, AccessId(access_id), on=self.today()))

    def say_it_worked(self, access_id: str, said: str) -> None:
        """Record the person's own answer."""
        self.shell.attempt(lambda: access.say_how_it_worked(self.file, AccessId(access_id), person_says=PersonSays(said)))

    def add_paper(self) -> None:
        """Ask who is owed which paper."""
        lines = [Line("person_id", _("Who"), choices=self._people()), *paper_lines()[:2]]
        self.shell.open_form(_("Add a paper"), fields_for(Paper, lines), self._add_paper, ok=_("Add paper"))

    def _add_paper(self, values: dict[str, Any]) -> None:
        given = recorded(Paper, values)
        agenda.add_paper(self.file, self.workshop_id, given.pop("person_id"), **given)

    def send_paper(self, paper_id: str) -> None:
        """Say that it went out today in the format they need."""
        self.shell.attempt(lambda: agenda.mark_paper_sent(self.file, RowId(paper_id), on=self.today()))


def _block_values(values: dict[str, Any]) -> dict[str, Any]:
    led_by = tuple(PersonId(person) for person in sorted(values["led_by"]))
    return {**recorded(Block, {name: value for name, value in values.items() if name != "led_by"}), "led_by": led_by}
