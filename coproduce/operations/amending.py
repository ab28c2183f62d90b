"""Changing several fields of a record at once, and no field the record does not have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any


def amend(noun: Any, changes: Mapping[str, object]) -> None:
    """Give the fields of `noun` their new values. The id of a record never changes."""
    known = {field.name for field in fields(noun)} - {"id"}
    for name, value in changes.items():
        if name not in known:
            raise TypeError(f"{type(noun).__name__} has no field {name!r} to change")
        setattr(noun, name, value)
