"""Which record somebody means by a name, a title, a day or an id. Only what is certain is taken; the rest is offered to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from coproduce.domain.people import Person
from coproduce.domain.wording import day_words
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.imports.here import Records
from coproduce.storage.column_types import fold_name

_MOST_OFFERED = 5
_MOST_COMPARED = 60
_MOST_SEARCHED = 300
"""Names that are looked for among those alike; a table with more unknown names than that is another list altogether."""
_ALIKE_ENOUGH = 0.72
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "Person": ("name", "full_name"),
    "Workshop": ("title",),
    "Project": ("title",),
    "Batch": ("title",),
    "Decision": ("question",),
    "Contribution": ("words",),
    "Method": ("title",),
    "Template": ("title",),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One record, or one code, that may be meant: its value, what it is called, and what tells it from others."""

    value: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """What was found: the id where it is certain, else those that may be meant, the likeliest first."""

    id: str | None
    offers: tuple[Offer, ...] = ()


class Named:
    """The records of one noun, found by id and by what people call them."""

    def __init__(self, noun: type[Any], records: Records) -> None:
        self._noun, self._records = noun, records
        self._searched = 0

    def find(self, *texts: str | None, on: date | None = None) -> Meant:
        """By ids or names, and for a workshop by its day as well. All that is given has to agree."""
        given = [text for text in texts if text]
        found = [self._exactly(text) for text in given]
        if on is not None:
            found.append([record.id for record in self._by_day.get(on, ())])
        agreed = self._agreed([set(ids) for ids in found])
        if len(agreed) == 1:
            return Meant(next(iter(agreed)))
        several = agreed or dict.fromkeys(one for ids in found for one in ids) or self._near(given)
        return Meant(None, tuple(self.offer(one) for one in list(several)[:_MOST_OFFERED]))

    def has(self, record_id: str) -> bool:
        """There is a record of that id."""
        return record_id in self._by_id

    def knows(self, text: str) -> bool:
        """One record and no other is called so, or has that id."""
        return len(self._exactly(text)) == 1

    def offer(self, record_id: str) -> Offer:
        """A record as something to choose."""
        record = self._by_id[record_id]
        return Offer(record_id, _short(getattr(record, _NAMED_BY[self._noun.__name__][0])), self._about(record))

    def everything(self, most: int = 2000) -> list[Offer]:
        """All that can be chosen, in the order of their names; the newest workshops first."""
        return self._everything[:most]

    @cached_property
    def _everything(self) -> list[Offer]:
        records = list(self._by_id.values())
        if self._noun.__name__ == Workshop.__name__:
            records.sort(key=lambda one: one.date, reverse=True)
        else:
            name = _NAMED_BY[self._noun.__name__][0]
            records.sort(key=lambda one: fold_name(getattr(one, name)))
        return [self.offer(record.id) for record in records]

    @staticmethod
    def _agreed(found: list[set[str]]) -> dict[str, None]:
        return dict.fromkeys(sorted(set.intersection(*found))) if found and all(found) else {}

    def _exactly(self, text: str) -> list[str]:
        if text in self._by_id:
            return [text]
        return self._by_name.get(_key(text), [])

    def _near(self, texts: Iterable[str]) -> dict[str, None]:
        """Names that share a word with what is written and look like it, and an id that lost its zeros."""
        scored: dict[str, float] = {}
        self._searched += 1
        for text in texts if self._searched <= _MOST_SEARCHED else ():
            key, stripped = _key(text), text.lstrip("0")
            if stripped and (zeros := self._by_stripped.get(stripped)):
                scored[zeros] = 1.0
            shared = dict.fromkeys(place for word in (*key.split(), key[:3]) for place in self._by_word.get(word, ()))
            for name in list(shared)[:_MOST_COMPARED]:
                alike = max(SequenceMatcher(None, key, name).ratio(), SequenceMatcher(None, _turned(key), _turned(name)).ratio())
                if alike >= _ALIKE_ENOUGH or (len(key.split()) == 1 and key in name.split()):
                    for record_id in self._by_name[name]:
                        scored[record_id] = max(alike, scored.get(record_id, 0.0))
        return dict.fromkeys(sorted(scored, key=lambda one: -scored[one]))

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {record.id: record for record in self._records.get(self._noun, ())}

    @cached_property
    def _by_stripped(self) -> dict[str, str]:
        return {record_id.lstrip("0"): record_id for record_id in self._by_id}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for record in self._by_id.values():
            for attribute in _NAMED_BY[self._noun.__name__]:
                key = _key(getattr(record, attribute) or "")
                if key and record.id not in names.setdefault(key, []):
                    names[key].append(record.id)
        return names

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        words: dict[str, list[str]] = {}
        for name in self._by_name:
            for word in {*name.split(), name[:3]}:
                words.setdefault(word, []).append(name)
        return words

    @cached_property
    def _by_day(self) -> dict[date, list[Any]]:
        days: dict[date, list[Any]] = {}
        for record in self._by_id.values() if self._noun.__name__ == Workshop.__name__ else ():
            days.setdefault(record.date, []).append(record)
        return days

    def _about(self, record: Any) -> str:
        if self._noun.__name__ == Workshop.__name__:
            return day_words(record.date)
        if self._noun.__name__ == Person.__name__:
            return " · ".join(part for part in (record.group or "", record.id) if part)
        return str(record.id)


class Links:
    """The records of every noun."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._named: dict[type[Any], Named] = {}

    def of(self, noun: type[Any]) -> Named:
        """The records of one noun."""
        if noun not in self._named:
            self._named[noun] = Named(noun, self._records)
        return self._named[noun]


def nothing_like_it(noun: type[Any], text: str) -> str:
    """What to say where no record is meant."""
    words = {
        "Person": _("Nobody here is called “{text}”. Check the spelling, or choose who it is."),
        "Workshop": _("There is no workshop like “{text}” here. Check the title or the day, or choose one."),
        "Project": _("There is no project called “{text}” here. Choose one."),
        "Batch": _("There is no batch called “{text}” here. Choose one, or leave it blank."),
        "Decision": _("There is no decision like “{text}” here. Choose one."),
        "Contribution": _("Nothing like “{text}” is written down as said. Choose what it was."),
    }
    return words[noun.__name__].format(text=text)


def which_is_it(noun: type[Any], text: str) -> str:
    """What to ask where several may be meant."""
    return (_("Who is “{text}”?") if noun.__name__ == Person.__name__ else _("Which one is “{text}”?")).format(text=text)


def _key(text: str) -> str:
    """A name as it is compared: case and accents set aside, and `Price, Siân` the same as `Siân Price`."""
    folded = fold_name(text)
    last, comma, first = folded.partition(", ")
    return f"{first} {last}" if comma and "," not in first and len(folded) < 60 else folded


def _turned(name: str) -> str:
    return " ".join(sorted(name.split()))


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 70 else f"{one_line[:69]}…"
