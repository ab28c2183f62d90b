"""The page on which a record can be seen and put right. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coproduce.storage.queries.named import NamedRecord

if TYPE_CHECKING:
    from ui.kit.screen import Shell

_PAGES = {
    "Person": "people",
    "Workshop": "workshops",
    "Payment": "resourcing",
    "Decision": "decisions",
    "Contribution": "decisions",
    "Ask": "asks",
    "Project": "settings",
    "Rate": "settings",
    "OwnWords": "evidence",
    "Supplier": "suppliers",
    "LeadTime": "lead_times",
}
"""Records that a page shows by their own id."""

_SECTIONS = {"Attendance": "people", "Block": "plan", "Paper": "papers", "Arrangement": "access", "Turns": "said"}
"""Records that stand in a section of their workshop."""


class Place(NamedTuple):
    """Where a record can be seen: a page, the record that is chosen there, a section of it, and the project it is in."""

    page: str
    record_id: str
    section: str | None = None
    project_id: str | None = None


def place_of(kind: str, record_id: str, found: NamedRecord) -> Place | None:
    """Where to go to see a record; None where no page shows it."""
    if found.person_id is not None:
        return Place("people", found.person_id)
    if kind in _PAGES:
        return Place(_PAGES[kind], record_id, None, found.project_id)
    if found.decision_id is not None:
        return Place("decisions", found.decision_id, None, found.project_id)
    if found.workshop_id is not None:
        return Place("workshops", found.workshop_id, _SECTIONS.get(kind), found.project_id)
    return None


def go_there(shell: Shell, place: Place) -> None:
    """Show a record on its own page, in its own project."""
    if place.project_id is not None:
        shell.choose_project(place.project_id)
    shell.go_to(place.page, place.record_id, only=place.section)
