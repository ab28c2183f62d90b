"""Nouns to look at: the same classes and rules, free of the database.

Every attribute of a mapped class is fetched by SQLAlchemy, ten times slower than Python does it. Evidence fetches
millions. A plain twin is a subclass whose attributes are Python's own again.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from coproduce.storage.tables import HIDDEN, NOUNS


def _twin(noun: type[Any]) -> type[Any]:
    twin: type[Any] = dataclass(eq=False)(type(noun.__name__, (noun,), {"__doc__": noun.__doc__, "__module__": noun.__module__}))
    for name in (*(field.name for field in fields(noun)), *HIDDEN.values()):
        if hasattr(noun, name):
            setattr(twin, name, None)
    return twin


PLAIN: dict[type[Any], type[Any]] = {noun: _twin(noun) for noun in NOUNS}
"""The twin of each noun. `Work.add_all` takes twins too; `Work.add` does not."""
