"""What a form asks, said without Qt: a view-model lists the fields, `ui.kit.form` draws them and gives back values.

Values: text `str`; date `datetime.date | None`; time `datetime.time | None`; money `coproduce.domain.money.Money | None`;
minutes and counts `int | None`; a choice its stable value or None for "not recorded"; several choices a `frozenset`
of values. An empty box is never a zero and never a no.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, overload

from coproduce.domain.money import Money
from coproduce.i18n import _


class Further(NamedTuple):
    """A group of questions one step away from the common ones: the words of its button, and in a line why they are asked.

    It opens by itself where one of its questions is answered already, or where one of them is refused.
    """

    words: str
    why: str = ""


class DayOffer(NamedTuple):
    """A day that one press writes into the box, such as "Today". Nothing is written before it is pressed."""

    words: str
    day: date


@dataclass(frozen=True)
class Field:
    """One question. `name` is the argument it fills, and what `Refused.field` says when the answer is refused.

    `hint` is a short line under the question, never a tooltip only; `required` questions say so in words.
    `group` is where it stands; None is among the common questions, which come first.
    """

    name: str
    label: str
    hint: str = ""
    required: bool = False
    value: object = None
    group: Further | None = None


@dataclass(frozen=True)
class TextField(Field):
    """One line of words. `secret` hides what is typed, a passphrase; `passing` is in sight and never kept either, a new one."""

    secret: bool = False
    passing: bool = False


@dataclass(frozen=True)
class LongTextField(Field):
    """Several lines of words."""


@dataclass(frozen=True)
class SuggestedField(Field):
    """One line of words of their own, or one of a list of suggestions."""

    suggestions: Sequence[str] = ()


@dataclass(frozen=True)
class DateField(Field):
    """A day, typed, picked or one of `offers`."""

    offers: Sequence[DayOffer] = ()


@dataclass(frozen=True)
class TimeField(Field):
    """A time of day, such as 9:30."""


@dataclass(frozen=True)
class MoneyField(Field):
    """An amount in the workspace's currency."""

    sign: str = "£"


@dataclass(frozen=True)
class MinutesField(Field):
    """A length of time: `90`, `1 h 30` or `1:30`."""


class Sum(NamedTuple):
    """What a number comes to, in words that can be followed; without an amount it is only said."""

    words: str
    amount: Money | None = None


@dataclass(frozen=True)
class CountField(Field):
    """A whole number, zero or more. `sums` says what a number comes to; one that is taken is written into the box named `into`."""

    sums: Callable[[int], Sequence[Sum]] | None = None
    into: str = ""


@dataclass(frozen=True)
class Choice:
    """One answer that can be picked: its stable value and its words."""

    value: str
    words: str
    name: str = ""
    """Its own name, where the words say more than that."""


@dataclass(frozen=True)
class Findable(Sequence[Choice]):
    """Too many answers to list: going through it gives only `shown`, those beside the many. `find` gives the few that fit some
    letters, or the first few for none; `words_of` the words of one by its value.
    """

    shown: tuple[Choice, ...]
    find: Callable[[str], Sequence[Choice]]
    words_of: Callable[[str], str]

    def __len__(self) -> int:
        return len(self.shown)

    @overload
    def __getitem__(self, place: int) -> Choice: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Choice]: ...
    def __getitem__(self, place: int | slice) -> Choice | Sequence[Choice]:
        return self.shown[place]


@dataclass(frozen=True)
class ChoiceField(Field):
    """One of a list. Unless `required`, the list begins with "Not recorded", whose value is None.

    Where the choices are `Findable`, letters are typed instead, and a blank line is "Not recorded".
    """

    choices: Sequence[Choice] = ()
    nothing: str = ""


@dataclass(frozen=True)
class YesNoField(Field):
    """Yes, no or not recorded. Values `"yes"`, `"no"` or None; `nothing` words the third answer."""

    nothing: str = ""


@dataclass(frozen=True)
class SeveralField(Field):
    """Any number of a list; the value is a frozenset."""

    choices: Sequence[Choice] = ()


def yes_no_choices() -> tuple[Choice, Choice]:
    """The two answers of a yes/no question."""
    return Choice("yes", _("Yes")), Choice("no", _("No"))
