"""How values of the domain lie in the database: one spelling each, refused or cleaned on the way in.

SQLite keeps text and whole numbers only (`to_plain`, `from_plain`); PostgreSQL gets its own dates and times.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

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
    """A type whose values SQLite holds as text or a whole number."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = sa.Text
    cache_ok = True
    plain: TypeEngine[Any] = sa.Text()
    elsewhere: TypeEngine[Any] = sa.Text()
    """What other databases are given; where it differs from `plain` they get the value as it is."""

    def to_plain(self, value: T) -> Any:
        """How SQLite holds the value."""
        raise NotImplementedError

    def from_plain(self, plain: Any) -> T:
        """The value again."""
        raise NotImplementedError

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """The column's type."""
        return dialect.type_descriptor(self.plain if dialect.name == "sqlite" else self.elsewhere)

    def process_bind_param(self, value: T | None, dialect: sa.Dialect) -> Any:
        """On the way in."""
        if value is None:
            return None
        return value if dialect.name != "sqlite" and self.elsewhere is not self.plain else self.to_plain(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> T | None:
        """On the way out."""
        if value is None:
            return None
        return value if dialect.name != "sqlite" and self.elsewhere is not self.plain else self.from_plain(value)


class Words(PlainType[str]):
    """Any text people write, cleaned on the way in."""

    cache_ok = True
    elsewhere = PlainType.plain

    def to_plain(self, value: str) -> str:
        """Clean text."""
        return clean(value)

    def from_plain(self, plain: str) -> str:
        """As it is."""
        return plain


class Code(PlainType[StrEnum]):
    """A coded answer, kept as its stable value; the column's own check refuses any other."""

    cache_ok = True
    elsewhere = PlainType.plain

    def __init__(self, answers: type[StrEnum]) -> None:
        super().__init__()
        self.answers = answers
        self._by_value = {answer.value: answer for answer in answers}

    def to_plain(self, value: StrEnum) -> str:
        """The stable value."""
        return str.__str__(value)

    def from_plain(self, plain: str) -> StrEnum:
        """The answer again."""
        return self._by_value[plain]


class Several(PlainType[tuple[str, ...]]):
    """A short list of codes or ids, as a compact JSON list; none at all is an empty list."""

    cache_ok = True
    elsewhere = PlainType.plain

    def __init__(self, answers: type[StrEnum] | None = None) -> None:
        super().__init__()
        self.answers = answers

    def to_plain(self, value: tuple[str, ...]) -> str:
        """JSON, letters of every script as they are."""
        return json.dumps([clean(str.__str__(item)) for item in value], ensure_ascii=False, separators=(",", ":")) if value else "[]"

    def from_plain(self, plain: str) -> tuple[str, ...]:
        """The tuple again."""
        if plain == "[]":
            return ()
        return tuple(json.loads(plain)) if self.answers is None else tuple(map(self.answers, json.loads(plain)))


class Pence(PlainType[Money]):
    """Money as whole pence in a wide integer."""

    cache_ok = True
    impl = sa.BigInteger
    plain = sa.Integer()
    elsewhere = sa.BigInteger()

    def to_plain(self, value: Money) -> int:
        """The pence."""
        return value.pence

    def from_plain(self, plain: int) -> Money:
        """The money again."""
        return Money(plain)

    def process_bind_param(self, value: Money | None, dialect: sa.Dialect) -> int | None:  # noqa: ARG002
        """Pence on every database."""
        return None if value is None else value.pence

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> Money | None:  # noqa: ARG002
        """Money again, from every database."""
        return None if value is None else Money(value)


class Day(PlainType[date]):
    """A calendar day, `2025-03-01` on SQLite."""

    cache_ok = True
    impl = sa.Date
    elsewhere = sa.Date()

    def to_plain(self, value: date) -> str:
        """ISO 8601."""
        return value.isoformat()

    def from_plain(self, plain: str) -> date:
        """The day again."""
        return date.fromisoformat(plain)


class ClockTime(PlainType[time]):
    """A time of day without a zone, `09:30:00` on SQLite."""

    cache_ok = True
    impl = sa.Time
    elsewhere = sa.Time()

    def to_plain(self, value: time) -> str:
        """ISO 8601 to the second."""
        return value.isoformat(timespec="seconds")

    def from_plain(self, plain: str) -> time:
        """The time again."""
        return time.fromisoformat(plain)


class Moment(PlainType[datetime]):
    """A moment in UTC, `2025-03-01T14:32:05Z` on SQLite. Without a zone nobody could say when it was: ValueError."""

    cache_ok = True
    impl = sa.DateTime
    elsewhere = sa.DateTime(timezone=True)

    def to_plain(self, value: datetime) -> str:
        """ISO 8601 to the second."""
        return value.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"

    def from_plain(self, plain: str) -> datetime:
        """The aware moment again."""
        return datetime.fromisoformat(plain)

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """In UTC, whatever zone it came in."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return super().process_bind_param(None if value is None else value.astimezone(UTC), dialect)
