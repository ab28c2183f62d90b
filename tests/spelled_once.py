"""Statements are put into SQL once for all files: each file has an engine of its own, and each would spell every statement again.

What is spelled does not depend on the file. Left to themselves thousands of engines also keep what they spelled, for SQLAlchemy's mappers
hold on to it: in half an hour of tests millions of small objects, among which Python looks for rubbish again and again.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.util import LRUCache

_STATEMENTS = 5_000


def spell_once() -> None:
    """From now on, engines share their dialect and their statements. Said again it changes nothing."""
    if sa.create_engine.__name__ == "sharing":
        return
    make_engine, known, spelling = sa.create_engine, LRUCache(_STATEMENTS), []

    def sharing(*given: Any, **named: Any) -> sa.Engine:
        engine = make_engine(*given, **named)
        if not spelling or spelling[0].server_version_info is None:
            spelling[:] = [engine.dialect]  # until one has met a database
        engine.dialect = engine.pool._dialect = spelling[0]
        engine._compiled_cache = known
        return engine

    sa.create_engine = sharing
