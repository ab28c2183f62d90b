"""SQLAlchemy over our own connections: we open them, and we say BEGIN."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import sqlalchemy as sa
import sqlcipher3
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

_WRITES = "coproduce_writes"


class Engines(NamedTuple):
    """Two faces of one pool: `reading` begins when it first reads, `writing` takes the write lock at once."""

    reading: sa.Engine
    writing: sa.Engine

    def close(self) -> None:
        """Close every connection at rest."""
        self.reading.dispose()


def make_engines(connect: Callable[[], Any]) -> Engines:
    """Engines whose connections `connect` opens.

    The driver's own transactions are off: left to itself it leaves half a migration behind after a rollback.
    """
    engine = sa.create_engine("sqlite://", creator=connect, module=sqlcipher3, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _as_the_driver_said)
    return Engines(reading=engine, writing=engine.execution_options(**{_WRITES: True}))


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _as_the_driver_said(context: ExceptionContext) -> BaseException | None:
    """The driver's own error, not SQLAlchemy's wrapping of it, which carries the values of the statement with it."""
    return context.original_exception if isinstance(context.original_exception, driver.Error) else None
