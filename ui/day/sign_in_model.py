"""Signing in: who is found by a few letters, and what is said of them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import AttendanceState
from coproduce.domain.ids import PersonId
from coproduce.domain.room import Attendance
from coproduce.domain.wording import label
from coproduce.i18n import _
from coproduce.operations import room, signing_in
from coproduce.storage.column_types import fold_name
from coproduce.storage.queries.finding import find_people
from ui.day.day_model import DayModel
from ui.forms.guest import ask_guest
from ui.kit.fields import TimeField

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_OTHERS = 8
MOST_SHOWN = 60


@dataclass(frozen=True)
class Found:
    """Somebody the letters fit. `seat` is None for somebody who is not on the list."""

    person_id: PersonId
    name: str
    about: str
    seat: Attendance | None = None

    @property
    def is_here(self) -> bool:
        """They are in the room now."""
        return self.seat is not None and self.seat.came and self.seat.state is not AttendanceState.LEFT_EARLY


class SignInModel(DayModel):
    """The people of one workshop, and those who come all the same."""

    @property
    def counted(self) -> str:
        """How many are here, of how many."""
        seats = [seat for seat, _name in self.detail.people] if self.detail else []
        here = sum(seat.came and seat.state is not AttendanceState.LEFT_EARLY for seat in seats)
        return _("{here} here, {all} on the list").format(here=here, all=len(seats))

    def found(self, letters: str) -> list[Found]:
        """Whom the letters fit: those still looked for first, then those who are here, then people who are not on the list."""
        people = self.detail.people if self.detail else ()
        listed = [Found(seat.person_id, name, _state_words(seat), seat) for seat, name in people if fits(name, letters)]
        listed.sort(key=lambda one: (one.seat is not None and one.seat.state is not None, one.is_here))
        there = {seat.person_id for seat, _name in people}
        others = find_people(self.file, letters, MOST_OTHERS) if letters.strip() else []
        unexpected = _("not on the list")
        more = [Found(PersonId(one.id), one.name, unexpected) for one in others if one.id not in there and one.day is None]
        return [*listed[:MOST_SHOWN], *more]

    def here(self, one: Found) -> None:
        """Mark somebody as here; somebody who is already stays so."""
        if one.is_here:
            self.shell.say(_("{name} is here already.").format(name=one.name))
            return
        at = self.moment
        self._do(
            lambda: signing_in.mark_here(self.file, self.workshop_id, one.person_id, at=at),
            _("{name} is here.").format(name=one.name),
        )

    def state(self, one: Found, state: AttendanceState) -> None:
        """Say that somebody sent apologies, or did not come."""
        said = _("{name}: {state}.").format(name=one.name, state=label(state))
        self._do(lambda: room.set_attendance(self.file, self.workshop_id, one.person_id, state), said)

    def take_back(self, one: Found) -> None:
        """Leave open whether somebody came."""
        act = _("Nothing is said of {name} any more.").format(name=one.name)
        self._do(lambda: signing_in.take_back_signing_in(self.file, self.workshop_id, one.person_id), act)

    def left(self, one: Found) -> None:
        """Ask when somebody left."""
        field = TimeField("left_at", _("Left at"), _("Blank where nobody knows."), value=self.moment)

        def submit(values: dict[str, Any]) -> None:
            signing_in.mark_left(self.file, self.workshop_id, one.person_id, at=values["left_at"])

        self.shell.open_form(_("{name} left early").format(name=one.name), [field], submit, ok=_("Left early"))

    def guest(self, name: str) -> None:
        """Take in somebody by the name typed."""
        at = self.moment
        self._do(
            lambda: signing_in.add_guest(self.file, self.workshop_id, name=name, at=at),
            _("{name} is here, as a guest.").format(name=name.strip()),
        )

    def ask_guest(self, name: str = "") -> None:
        """Ask who came unexpected: a name they choose is enough."""
        ask_guest(self.shell, self.file, self.workshop_id, name=name, at=self.moment)

    def _do(self, act: Callable[[], object], said: str) -> None:
        if self.shell.attempt(act, say=False):
            self.shell.say(said, undo=True)


def fits(name: str, letters: str) -> bool:
    """Each word typed begins a word of the name; or, typed without spaces, the name from one of its words on.

    Accents and case are set aside.
    """
    typed, words = fold_name(letters).split(), fold_name(name).split()
    if all(any(word.startswith(part) for word in words) for part in typed):
        return True
    return any("".join(words[place:]).startswith("".join(typed)) for place in range(len(words)))


def _state_words(seat: Attendance) -> str:
    if seat.state is None:
        return _("looked for")
    times = {
        AttendanceState.LEFT_EARLY: (seat.left_at, _("left at {time}")),
        AttendanceState.HERE: (seat.arrived_at, _("here since {time}")),
        AttendanceState.UNEXPECTED: (seat.arrived_at, _("here since {time}, unexpected")),
    }
    time, words = times.get(seat.state, (None, ""))
    return words.format(time=f"{time:%H:%M}") if time else label(seat.state)
