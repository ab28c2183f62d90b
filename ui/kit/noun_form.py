"""A form for a noun: one line a field. What kind of question it is follows from the field's type in the domain. No Qt."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from coproduce.domain.codes import YesNo
from coproduce.domain.money import Money
from coproduce.domain.wording import label
from ui.kit.fields import (
    Choice,
    ChoiceField,
    CountField,
    DateField,
    DayOffer,
    Field,
    Further,
    LongTextField,
    MinutesField,
    MoneyField,
    SeveralField,
    SuggestedField,
    TextField,
    TimeField,
    YesNoField,
)


@dataclass(frozen=True)
class Line:
    """One question of a form: the noun's field, the words that ask it and a hint.

    `long` gives words several lines. `choices` are needed where the field holds the id of another record. `group` folds the
    question away with others of its kind. `suggestions` are words to pick or to leave; `offers` are days to pick.
    """

    name: str
    label: str
    hint: str = ""
    long: bool = False
    required: bool = False
    choices: Sequence[Choice] | None = None
    nothing: str = ""
    group: Further | None = None
    suggestions: Sequence[str] | None = None
    offers: Sequence[DayOffer] = ()


def code_choices(codes: Iterable[StrEnum]) -> tuple[Choice, ...]:
    """The answers of a set of codes, in their own order, with the words people read."""
    return tuple(Choice(code.value, label(code)) for code in codes)


def fields_for(kind: type[Any], lines: Sequence[Line], noun: object | None = None, /, **values: object) -> list[Field]:
    """The fields of a form, filled from `noun` or from `values` where they are given."""
    known = {line.name: values.get(line.name, getattr(noun, line.name, None)) for line in lines}
    return [_field(kind, line, known[line.name]) for line in lines]


def recorded(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a form as the noun keeps them: codes as codes, blank words as None where the field may be blank."""
    return {name: _value(*_type_of(kind, name), value) for name, value in values.items()}


def differing(noun: object, values: Mapping[str, Any]) -> dict[str, Any]:
    """Of the answers of a form, those that differ from what the noun holds."""
    return {name: value for name, value in recorded(type(noun), values).items() if getattr(noun, name) != value}


_HINTS: dict[type[Any], dict[str, Any]] = {}


def _hints(kind: type[Any]) -> dict[str, Any]:
    """The types of a noun's fields, read once: that takes longer than making the form."""
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def _type_of(kind: type[Any], name: str) -> tuple[Any, bool]:
    """The plain type of a field, and whether it may be None."""
    hint = _hints(kind)[name]
    if get_origin(hint) in {UnionType, Union}:  # `int | None`, and the same with an id of ours
        [plain] = [part for part in get_args(hint) if part is not type(None)]
        return plain, True
    return hint, False


def _field(kind: type[Any], line: Line, value: Any) -> Field:
    plain, optional = _type_of(kind, line.name)
    required = line.required or not optional
    asked: dict[str, Any] = {"name": line.name, "label": line.label, "hint": line.hint, "required": required, "value": value}
    asked["group"] = line.group
    if line.choices is not None:
        return ChoiceField(**asked, choices=line.choices, nothing=line.nothing)
    if get_origin(plain) is tuple:
        asked |= {"required": False, "value": frozenset(value or ())}
        return SeveralField(**asked, choices=code_choices(get_args(plain)[0]))
    if plain is YesNo:
        return YesNoField(**asked, nothing=line.nothing)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return ChoiceField(**asked, choices=code_choices(plain), nothing=line.nothing)
    if line.suggestions is not None:
        return SuggestedField(**asked, suggestions=line.suggestions)
    if plain is datetime.date:
        return DateField(**asked, offers=line.offers)
    if plain is int:
        return MinutesField(**asked) if "minutes" in line.name else CountField(**asked)
    simple: dict[Any, type[Field]] = {datetime.time: TimeField, Money: MoneyField}
    return simple.get(plain, LongTextField if line.long else TextField)(**asked)


def _value(plain: Any, optional: bool, value: Any) -> Any:
    if get_origin(plain) is tuple:
        chosen = value or ()
        return tuple(code for code in get_args(plain)[0] if code in chosen)
    if isinstance(value, str):
        value = value.strip()
        if not value and optional:
            return None
        if isinstance(plain, type) and issubclass(plain, StrEnum):
            return plain(value)
    return value
