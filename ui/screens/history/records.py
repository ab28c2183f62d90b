"""A record a step touched, in words, and the page it is on. No Qt."""

from __future__ import annotations

from coproduce.domain.sheets import sheet_of
from coproduce.i18n import _
from coproduce.storage.noun_words import noun_word
from coproduce.storage.queries.named import NamedRecord
from coproduce.storage.steps import TouchedRecord
from coproduce.storage.tables import NOUNS
from ui.forms import record_place
from ui.forms.record_place import Place
from ui.kit.written import as_written

_KINDS = {kind.__name__: kind for kind in NOUNS}

__all__ = ["Place", "field_word", "place_of", "title_of", "what_happened"]


def place_of(record: TouchedRecord, found: NamedRecord) -> Place | None:
    """Where to go to see a record; None where no page shows it."""
    return record_place.place_of(record.kind, record.record_id, found)


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
