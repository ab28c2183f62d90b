"""How often people spoke: counted for a person, or for a whole group."""

from __future__ import annotations

from typing import Any

from coproduce.domain.ids import RowId
from coproduce.domain.room import Turns
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.operations import turns
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.guest import ask_guest
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Item, Note, Part, doing
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.screens.workshops.sections.section import DaySection, Section


class RoomSection(DaySection):
    """One line for each person or group counted. Nobody has to be counted."""

    key = Section.ROOM

    @property
    def title(self) -> str:
        return _("In the room")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.turns)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        acts = (
            Act("sign_in", _("Sign in…"), doing(self.shell.open_day, "sign_in", self.workshop_id), "users", is_primary=True),
            Act("voice", _("Count who speaks…"), doing(self.shell.open_day, "voice", self.workshop_id), "message-square"),
            Act("turns_group", _("Count a group"), self.add_group, "users"),
            Act("turns_person", _("Count a person"), self.add_person, "user"),
            Act("guest", _("Somebody unexpected is here"), self.add_guest, "user-plus"),
        )
        why = _("How often people spoke shows whose voices filled the room. A group is enough: no names are needed.")
        parts: list[Part] = [Acts(acts), Note(why, quiet=True)]
        for counted, name in found.turns:
            key = f"turns {counted.id}"
            words = ngettext("spoke {n} time", "spoke {n} times", counted.turns).format(n=counted.turns)
            icon = "user" if counted.person_id else "users"
            line = Item(key, name or _group(counted), words, self.toggle(key), icon=icon)
            parts += [line, *self.opened(line, self._acts(counted))]
        return parts

    def add_group(self) -> None:
        """Ask which group spoke, and how often."""
        lines = [Line("capacity", _("Which group")), _those_who_run_it(), _often()]
        self.shell.open_form(_("How often a group spoke"), fields_for(Turns, lines), self._add, ok=_("Save count"))

    def add_person(self) -> None:
        """Ask who spoke, and how often."""
        lines = [Line("person_id", _("Who"), required=True, choices=self.people()), _often()]
        self.shell.open_form(_("How often a person spoke"), fields_for(Turns, lines), self._add, ok=_("Save count"))

    def add_guest(self) -> None:
        """Ask who came unexpected: a name they choose is enough."""
        ask_guest(self.shell, self.file, self.workshop_id, again=_("Add another"))

    def one_more(self, counted: Turns) -> None:
        """Count one more turn of a group."""
        runs = counted.is_of_those_who_run_it
        self.shell.attempt(lambda: turns.add_turn(self.file, self.workshop_id, capacity=counted.capacity, runs_it=runs))

    def edit(self, turns_id: str) -> None:
        """Ask what is different about a count."""
        counted = next(counted for counted, _name in self.found.turns if counted.id == turns_id)
        lines = [
            _often(),
            Line("person_id", _("Who"), _("Leave blank where a group is counted."), choices=self.people(counted.person_id)),
            Line("capacity", _("Which group"), _("Not used where a person is named.")),
            _those_who_run_it(),
        ]
        self.shell.open_form(
            _("Edit how often they spoke"),
            fields_for(Turns, lines, counted),
            lambda values: turns.edit_turns(self.file, counted.id, **differing(counted, values)),
            ok=_("Save"),
        )

    def delete(self, turns_id: str) -> None:
        """Take a count away."""
        attempt_delete(self.shell, lambda: turns.delete_turns(self.file, RowId(turns_id)))

    def _acts(self, counted: Turns) -> tuple[Act, ...]:
        more = Act("turns_more", _("One more turn"), doing(self.one_more, counted), "plus", is_primary=True)
        return (
            *([more] if counted.person_id is None else []),
            Act("turns_edit", _("Edit"), doing(self.edit, counted.id), "pencil"),
            Act("turns_delete", _("Delete"), doing(self.delete, counted.id), "trash-2"),
        )

    def _add(self, values: dict[str, Any]) -> RowId:
        return turns.write_turns(self.file, self.workshop_id, **recorded(Turns, values))


def _group(counted: Turns) -> str:
    return _("Those who run the day") if counted.is_of_those_who_run_it else label(counted.capacity)


def _those_who_run_it() -> Line:
    return Line("runs_it", _("Or: those who run the day"), _("They are counted apart."))


def _often() -> Line:
    return Line("turns", _("How many times"), _("One turn is one time somebody began to speak. Write 0 where they never did."))
