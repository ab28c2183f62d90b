"""How values of the domain lie in the database: one spelling each, refused or cleaned on the way in.

SQLite keeps text and whole numbers only (`to_plain`, `from_plain`); PostgreSQL gets its own dates and times.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator, TypeEngine

from coproduce.domain.money import Money

T = TypeVar("T")


def clean(text: str) -> str:
    """NFC and without NUL, which PostgreSQL refuses; so that equal words are equal bytes."""
    if text.isascii():
        return text.replace("\0", "") if "\0" in text else text
    return unicodedata.normalize("NFC", text).replace("\0", "")


def fold_name(text: str) -> str:
    """How names are searched and ordered: case and accents set aside, the same on every database."""
    if text.isascii():
        return " ".join(text.replace("\0", "").lower().split())
    spread = unicodedata.normalize("NFKD", clean(text).casefold())
    return " ".join("".join(letter for letter in spread if not unicodedata.combining(letter)).split())


class PlainType(TypeDecorator[T], Generic[T]):
    """A type whose values SQLite holds as text or a whole number.

    `to_plain` and `from_plain` turn a value into what SQLite holds and back; None stays None without them. They are the
    quickest functions there are, because a large import calls them a million times.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = sa.Text
    cache_ok = True
    plain: TypeEngine[Any] = sa.Text()
    elsewhere: TypeEngine[Any] = plain
    """What other databases are given; where it differs from `plain` they get the value as it is."""
    to_plain: Callable[[Any], Any]
    from_plain: Callable[[Any], Any]

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """The column's type."""
        return dialect.type_descriptor(self.plain if dialect.name == "sqlite" else self.elsewhere)

    def process_bind_param(self, value: T | None, dialect: sa.Dialect) -> Any:
        """On the way in."""
        return value if value is None or self._keeps(dialect) else self.to_plain(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> T | None:
        """On the way out."""
        if value is None or self._keeps(dialect):
            return cast("T | None", value)
        return cast("T", self.from_plain(value))

    def _keeps(self, dialect: sa.Dialect) -> bool:
        """Whether this database has a type for such values itself."""
        return dialect.name != "sqlite" and self.elsewhere is not self.plain


class Words(PlainType[str]):
    """Any text people write, cleaned on the way in."""

    cache_ok = True
    to_plain = staticmethod(clean)
    from_plain = staticmethod(str)


class Code(PlainType[StrEnum]):
    """A coded answer, kept as its stable value; the column's own check refuses any other."""

    cache_ok = True
    to_plain = staticmethod(str.__str__)

    def __init__(self, answers: type[StrEnum]) -> None:
        super().__init__()
        self.answers = answers
        self.from_plain = {answer.value: answer for answer in answers}.__getitem__


class Several(PlainType[tuple[str, ...]]):
    """A short list of codes or ids, as a compact JSON list; none at all is an empty list."""

    cache_ok = True

    def __init__(self, answers: type[StrEnum] | None = None) -> None:
        super().__init__()
        self.answers = answers
        self.to_plain = _to_list
        self.from_plain = self._from_list

    def _from_list(self, plain: str) -> tuple[str, ...]:
        if plain == "[]":
            return ()
        return tuple(json.loads(plain)) if self.answers is None else tuple(map(self.answers, json.loads(plain)))


def _to_list(value: tuple[str, ...]) -> str:
    """JSON, letters of every script as they are."""
    return json.dumps([clean(str.__str__(item)) for item in value], ensure_ascii=False, separators=(",", ":")) if value else "[]"


class Pence(PlainType[Money]):
    """Money as whole pence, in a wide integer on every database."""

    cache_ok = True
    impl = sa.BigInteger
    plain = sa.Integer()
    elsewhere = sa.BigInteger()
    to_plain = staticmethod(attrgetter("pence"))
    from_plain = staticmethod(Money)

    def _keeps(self, dialect: sa.Dialect) -> bool:  # noqa: ARG002
        return False


class Day(PlainType[date]):
    """A calendar day, `2025-03-01` on SQLite."""

    cache_ok = True
    impl = sa.Date
    elsewhere = sa.Date()
    to_plain = staticmethod(date.isoformat)
    from_plain = staticmethod(date.fromisoformat)


class ClockTime(PlainType[time]):
    """A time of day without a zone, `09:30:00` on SQLite."""

    cache_ok = True
    impl = sa.Time
    elsewhere = sa.Time()
    to_plain = staticmethod(partial(time.isoformat, timespec="seconds"))
    from_plain = staticmethod(time.fromisoformat)


def in_utc(value: datetime) -> str:
    """A moment in UTC as it is stored."""
    return value.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


class Moment(PlainType[datetime]):
    """A moment in UTC, `2025-03-01T14:32:05Z` on SQLite. Without a zone nobody could say when it was: ValueError."""

    cache_ok = True
    impl = sa.DateTime
    elsewhere = sa.DateTime(timezone=True)
    to_plain = staticmethod(in_utc)
    from_plain = staticmethod(datetime.fromisoformat)

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """In UTC, whatever zone it came in."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return super().process_bind_param(None if value is None else value.astimezone(UTC), dialect)
