"""A record a step touched, in words, and the page it is on. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from coproduce.domain.sheets import sheet_of
from coproduce.i18n import _
from coproduce.storage.noun_words import noun_word
from coproduce.storage.queries.named import NamedRecord
from coproduce.storage.steps import TouchedRecord
from coproduce.storage.tables import NOUNS
from ui.kit.written import as_written

_KINDS = {kind.__name__: kind for kind in NOUNS}

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


def place_of(record: TouchedRecord, found: NamedRecord) -> Place | None:
    """Where to go to see a record; None where no page shows it."""
    if found.person_id is not None:
        return Place("people", found.person_id)
    if record.kind in _PAGES:
        return Place(_PAGES[record.kind], record.record_id, None, found.project_id)
    if found.decision_id is not None:
        return Place("decisions", found.decision_id, None, found.project_id)
    if found.workshop_id is not None:
        return Place("workshops", found.workshop_id, _SECTIONS.get(record.kind), found.project_id)
    return None


def title_of(record: TouchedRecord, found: NamedRecord | None) -> str:
    """`Person: Ann`; where a record has gone or has no name, its kind and its id."""
    return name_words(record.kind, record.record_id, found)


def name_words(kind: str, record_id: str, found: NamedRecord | None) -> str:
    """The same of a record by its kind and id."""
    noun = noun_word(_KINDS[kind])
    name = found.title if found is not None and found.title else record_id
    if kind in ("Setting", "Arrangement"):
        name = as_written(name)
    return _("{noun}: {name}").format(noun=noun[:1].upper() + noun[1:], name=name)


def what_happened(record: TouchedRecord, found: NamedRecord | None) -> str:
    """Added, removed, or which fields changed; never what was in them."""
    words = {"added": _("Added"), "removed": _("Removed"), "changed": _("Changed"), "noted": _("Noted as it was")}[record.action]
    if record.fields:
        words = _("Changed: {fields}").format(fields=", ".join(field_word(record.kind, name) for name in record.fields))
    return words if found is not None else _("{words} · not there now").format(words=words)


def field_word(kind: str, name: str) -> str:
    """A field as the workbook's heading calls it."""
    column = sheet_of(_KINDS[kind]).by_field.get(name)
    return as_written(column.heading if column is not None else name)
