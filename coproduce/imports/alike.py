"""Which record a row may be about where no id says so: compared by what people would know it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.asks import Ask
from coproduce.domain.batches import Batch
from coproduce.domain.decisions import Decision
from coproduce.domain.methods import Method, Template
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.imports.matching import Key
from coproduce.storage.column_types import fold_name

KNOWN_BY: dict[type[Any], tuple[str, ...]] = {
    Person: ("name",),
    Project: ("title",),
    Workshop: ("project_id", "title", "date"),
    Requirement: ("person_id", "need"),
    Arrangement: ("person_id", "workshop_id", "need"),
    Batch: ("title",),
    Payment: ("workshop_id", "person_id", "kind"),
    Contribution: ("workshop_id", "words"),
    Decision: ("project_id", "question"),
    Ask: ("asked_of", "words"),
    Method: ("title",),
    Template: ("title",),
}
"""For each noun with an id of its own, the fields that together tell it from others."""

_MONEY = ("offered", "claimed", "approved", "paid")


def known_by(noun: type[Any], values: Mapping[str, Any]) -> Key | None:
    """What a record would be known by; None where a part of it is missing."""
    parts = [_plain(values.get(name)) for name in KNOWN_BY.get(noun, ())]
    return tuple(parts) if parts and None not in parts else None


def agree(noun: type[Any], values: Mapping[str, Any], record: Any) -> bool:
    """What the row gives of those fields says the same as the record."""
    given = [(name, _plain(values[name])) for name in KNOWN_BY.get(noun, ()) if values.get(name) is not None]
    return all(_plain(getattr(record, name)) == value for name, value in given)


class AlikeRecords:
    """The records of a noun by what they are known by."""

    def __init__(self, noun: type[Any], records: Iterable[Any]) -> None:
        self._noun = noun
        self._by_key: dict[Key, list[Any]] = {}
        self.by_id: dict[str, Any] = {}
        names = KNOWN_BY.get(noun, ())
        for record in records:
            self.by_id[record.id] = record
            key = known_by(noun, {name: getattr(record, name) for name in names})
            if key is not None:
                self._by_key.setdefault(key, []).append(record)

    def find(self, values: Mapping[str, Any]) -> Any | None:
        """The record most alike: of several payments one of the same money that is not paid yet comes first."""
        key = known_by(self._noun, values)
        found = self._by_key.get(key, []) if key is not None else []
        if len(found) < 2 or self._noun is not Payment:
            return found[0] if found else None
        money = {values[name] for name in _MONEY if values.get(name) is not None}
        return max(found, key=lambda one: (bool(money & {getattr(one, name) for name in _MONEY}), one.paid is None))


def _plain(value: Any) -> Any:
    return _folded(value) if type(value) is str else value


@lru_cache(maxsize=65_536)
def _folded(words: str) -> str | None:
    return fold_name(words) or None
