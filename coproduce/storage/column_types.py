"""How values of the domain lie in the database: one spelling each, refused or cleaned on the way in.

SQLite keeps text and whole numbers only; PostgreSQL gets its own dates and times.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator, TypeEngine

from coproduce.domain.money import Money


def clean(text: str) -> str:
    """NFC and without NUL, which PostgreSQL refuses; so that equal words are equal bytes."""
    if text.isascii():
        return text.replace("\0", "") if "\0" in text else text
    return unicodedata.normalize("NFC", text).replace("\0", "")


def fold_name(text: str) -> str:
    """How names are searched and ordered: case and accents set aside, the same on every database."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in spread if not unicodedata.combining(letter)).split())


class Words(TypeDecorator[str]):
    """Any text people write."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Clean on the way in."""
        return None if value is None else clean(value)


class Code(TypeDecorator[StrEnum]):
    """A coded answer, kept as its stable value."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, answers: type[StrEnum]) -> None:
        super().__init__()
        self.answers = answers
        self._by_value = {answer.value: answer for answer in answers}

    def process_bind_param(self, value: StrEnum | None, dialect: sa.Dialect) -> str | None:
        """The value; anything that is not one of the answers raises ValueError."""
        return None if value is None else self.answers(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> StrEnum | None:
        """The answer again."""
        return None if value is None else self._by_value[value]


class Pence(TypeDecorator[Money]):
    """Money as whole pence in a wide integer."""

    impl = sa.BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """SQLite's integers are wide already, and its strict tables know one name for them."""
        return dialect.type_descriptor(sa.Integer() if dialect.name == "sqlite" else sa.BigInteger())

    def process_bind_param(self, value: Money | None, dialect: sa.Dialect) -> int | None:
        """The pence."""
        return None if value is None else value.pence

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> Money | None:
        """The money again."""
        return None if value is None else Money(value)


class Several(TypeDecorator[tuple[str, ...]]):
    """A short list of codes or ids, as a JSON list; none at all is an empty list, never NULL."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, answers: type[StrEnum] | None = None) -> None:
        super().__init__()
        self.answers = answers

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: sa.Dialect) -> str:
        """Compact JSON, letters of every script as they are."""
        return json.dumps([clean(str(item)) for item in value], ensure_ascii=False, separators=(",", ":")) if value else "[]"

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[str, ...]:
        """The tuple again."""
        if not value or value == "[]":
            return ()
        return tuple(json.loads(value)) if self.answers is None else tuple(map(self.answers, json.loads(value)))


class Day(TypeDecorator[date]):
    """A calendar day, `2025-03-01` on SQLite."""

    impl = sa.Date
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """Text on SQLite, which has no dates."""
        return dialect.type_descriptor(sa.Text() if dialect.name == "sqlite" else sa.Date())

    def process_bind_param(self, value: date | None, dialect: sa.Dialect) -> Any:
        """ISO 8601 on SQLite."""
        return value if value is None or dialect.name != "sqlite" else value.isoformat()

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> date | None:
        """The day again."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class ClockTime(TypeDecorator[time]):
    """A time of day without a zone, `09:30:00` on SQLite."""

    impl = sa.Time
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """Text on SQLite, which has no times."""
        return dialect.type_descriptor(sa.Text() if dialect.name == "sqlite" else sa.Time())

    def process_bind_param(self, value: time | None, dialect: sa.Dialect) -> Any:
        """ISO 8601 to the second on SQLite."""
        return value if value is None or dialect.name != "sqlite" else value.isoformat(timespec="seconds")

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> time | None:
        """The time again."""
        return time.fromisoformat(value) if isinstance(value, str) else value


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. A time without a zone raises ValueError: nobody could say when it was."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """Text on SQLite, `2025-03-01T14:32:05Z`."""
        return dialect.type_descriptor(sa.Text() if dialect.name == "sqlite" else sa.DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """UTC, to the second."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC).replace(microsecond=0)
        return moment.isoformat().replace("+00:00", "Z") if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> datetime | None:
        """An aware moment again."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value
