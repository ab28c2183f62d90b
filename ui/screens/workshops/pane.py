"""The pane about one workshop: its head, the choice of section and that section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.codes import WorkshopState
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.workshops import WorkshopDetail, WorkshopRow
from ui.forms.reference import reference_part
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Choose, Option, Part, State, Title

if TYPE_CHECKING:
    from ui.screens.workshops.day import DayModel

_STATE_PILLS = {
    None: (Tone.PLAIN, "circle-help"),
    WorkshopState.DRAFT: (Tone.PLAIN, "pencil"),
    WorkshopState.PLANNED: (Tone.INFO, "calendar-clock"),
    WorkshopState.HELD: (Tone.WARN, "list-checks"),
    WorkshopState.CLOSED: (Tone.OK, "circle-check"),
    WorkshopState.CANCELLED: (Tone.PLAIN, "ban"),
}


def state_pill(row: WorkshopRow) -> PillCell:
    """Where the workshop has got to."""
    tone, icon = _STATE_PILLS[row.state]
    words = {WorkshopState.HELD: _("To close"), WorkshopState.CLOSED: _("Closed")}
    return PillCell(words[row.state] if row.state in words else label(row.state), tone, icon)


def workshop_parts(found: WorkshopDetail, model: DayModel) -> list[Part]:
    """The pane, top to bottom."""
    workshop = found.workshop
    when = " ".join(part for part in (day_words(workshop.date), f"{workshop.starts_at:%H:%M}" if workshop.starts_at else "") if part)
    under = " · ".join(part for part in (when, workshop.venue or "", label(workshop.format) if workshop.format else "") if part)
    reason = _("Cancelled: {reason}").format(reason=workshop.cancelled_reason) if workshop.cancelled_reason else room_words(found)
    options = tuple(Option(key, section.title, section.figure(found)) for key, section in model.sections.items())
    return [
        Title(workshop.title, under, icon="calendar-days"),
        State(state_pill(found.row), reason),
        Choose("section", _("Section"), options, model.section, model.show_section),
        *model.sections[model.section].parts(found),
        reference_part(workshop.id),
    ]


def room_words(found: WorkshopDetail) -> str:
    """`9 came, 6 of them participants`, and how many were counted; or how many are on the list."""
    row = found.row
    if not row.came:
        return ngettext("{n} person on the list", "{n} people on the list", row.listed).format(n=row.listed)
    words = ngettext("{n} person came", "{n} people came", row.came).format(n=row.came)
    words += ", " + _("{n} of them participants").format(n=row.participants)
    counted = found.workshop.headcount
    return words if counted is None else words + ", " + _("{n} counted in the room").format(n=counted)
