"""The clock on the wall, which tests may set. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time

Clock = Callable[[], time]


def clock_on_the_wall() -> time:
    """The time of day where the person sits, to the minute."""
    return datetime.now(UTC).astimezone().time().replace(second=0, microsecond=0)
