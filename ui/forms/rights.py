"""What people may ask of us about their record, asked and done from their page. No Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.people import Person
from coproduce.i18n import _
from coproduce.operations.restricting import lift_restriction, restrict_person
from ui.kit.fields import DayOffer
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


def ask_to_restrict(file: WorkspaceFile, shell: Shell, person: Person, today: date) -> None:
    """Ask why and from which day; from then on their record is kept and not used."""
    lines = [
        Line(
            "restricted_reason",
            _("Why"),
            _("Such as: they say that it is not right, and somebody is looking into it. Counts stay as they are."),
            required=True,
            long=True,
        ),
        Line("restricted_on", _("From"), required=True, offers=(DayOffer(_("Today"), today),)),
    ]

    def restrict(answers: dict[str, object]) -> None:
        given = recorded(Person, answers)
        restrict_person(file, person.id, on=given["restricted_on"], reason=given["restricted_reason"] or "")

    title = _("Keep the record of {name}, but do not use it").format(name=person.name)
    shell.open_form(title, fields_for(Person, lines, restricted_on=today), restrict, ok=_("Keep, but do not use"))


def use_again(file: WorkspaceFile, shell: Shell, person: Person) -> None:
    """Lift it. Undo puts it back."""
    shell.attempt(lambda: lift_restriction(file, person.id))
