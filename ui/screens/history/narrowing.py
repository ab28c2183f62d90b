"""Looking at part of the history: what one colleague did, what became of one record, or some days. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.wording import day_words
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.queries import finding
from coproduce.storage.queries.named import named
from ui.kit.fields import Choice, ChoiceField, DateField, Field, Findable
from ui.screens.history.records import name_words

if TYPE_CHECKING:
    from coproduce.storage.steps import Step
    from coproduce.storage.workspace_file import WorkspaceFile

_NOBODY = "?"
"""Stands in the list for steps of which nobody's name is known: no name is a single question mark."""

_MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is looked at. `who` is a name, "" where nobody's is known, or None for everybody; `record` is a (kind, id) with its `words`."""

    who: str | None = None
    record: tuple[str, str] | None = None
    words: str = ""
    first: date | None = None
    last: date | None = None
    numbers: frozenset[int] = frozenset()
    """The steps that touched the record."""

    @property
    def is_all(self) -> bool:
        """Nothing is left out."""
        return self.who is None and self.record is None and self.first is None and self.last is None

    def fits(self, step: Step) -> bool:
        """Whether a step is among what is looked at; days are those of this computer's calendar."""
        day = step.at.astimezone().date()
        return (
            (self.who is None or step.who == self.who)
            and (self.record is None or step.number in self.numbers)
            and (self.first is None or day >= self.first)
            and (self.last is None or day <= self.last)
        )

    def said(self) -> str:
        """What is looked at, in a sentence; empty where it is everything."""
        return "" if self.is_all else _("Only: {what}.").format(what=", ".join(self._parts()))

    def _parts(self) -> Iterator[str]:
        if self.record is not None:
            yield self.words
        if self.who is not None:
            yield _("done by {name}").format(name=self.who) if self.who else _("done by somebody whose name is not known")
        if self.first is not None and self.first == self.last:
            yield _("on {day}").format(day=day_words(self.first))
            return
        if self.first is not None:
            yield _("from {day}").format(day=day_words(self.first))
        if self.last is not None:
            yield _("up to {day}").format(day=day_words(self.last))


def fields(file: WorkspaceFile, steps: Iterable[Step], now: Narrowed) -> list[Field]:
    """What is asked: who, about which record, and which days."""
    names = sorted({step.who for step in steps}, key=str.casefold)
    people = [Choice(name, name) if name else Choice(_NOBODY, _("Name not known")) for name in names]
    record = f"{now.record[0]}:{now.record[1]}" if now.record else None
    return [
        ChoiceField("who", _("Who did it"), value=_NOBODY if now.who == "" else now.who, choices=people, nothing=_("Everybody")),
        ChoiceField(
            "record",
            _("About which record"),
            _("A person, a workshop, a decision, or what somebody said."),
            value=record,
            choices=Findable((), lambda words: _found(file, words), lambda value: _words_of(file, value)),
            nothing=_("Every record"),
        ),
        DateField("first", _("From"), value=now.first),
        DateField("last", _("Up to"), value=now.last),
    ]


def narrowed(file: WorkspaceFile, values: dict[str, Any]) -> Narrowed:
    """What was asked for. Raises `Refused` where the days are the wrong way round."""
    if values["first"] and values["last"] and values["last"] < values["first"]:
        raise Refused(_("This day is before the first one."), field="last")
    about = about_record(file, *values["record"].split(":", 1)) if values["record"] else Narrowed()
    who = "" if values["who"] == _NOBODY else values["who"]
    return Narrowed(who, about.record, about.words, values["first"], values["last"], about.numbers)


def about_record(file: WorkspaceFile, kind: str, record_id: str) -> Narrowed:
    """All that became of one record."""
    words = name_words(kind, record_id, named(file, [(kind, record_id)]).get((kind, record_id)))
    return Narrowed(record=(kind, record_id), words=words, numbers=file.steps_about(kind, record_id))


def _found(file: WorkspaceFile, words: str) -> list[Choice]:
    found = finding.find_anything(file, words, _MOST_FOUND)
    names = named(file, ((one.kind, one.id) for one in found))
    made = ((f"{one.kind}:{one.id}", name_words(one.kind, one.id, names.get((one.kind, one.id))), one.name) for one in found)
    return [Choice(value, words, name) for value, words, name in made]


def _words_of(file: WorkspaceFile, value: str) -> str:
    kind, record_id = value.split(":", 1)
    return name_words(kind, record_id, named(file, [(kind, record_id)]).get((kind, record_id)))
