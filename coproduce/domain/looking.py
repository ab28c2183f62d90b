"""Copies of nouns to look at."""

from __future__ import annotations

from typing import Any, TypeVar

Noun = TypeVar("Noun")


def with_changes(noun: Noun, **changed: Any) -> Noun:
    """A copy of the noun with these attributes, to be looked at and never stored.

    What `dataclasses.replace` gives, ten times as quickly: a report for an audience is made of tens of thousands.
    Raises `TypeError` for an attribute the noun does not have.
    """
    held = noun.__dict__
    if not changed.keys() <= held.keys():
        raise TypeError(f"{type(noun).__name__} has no {', '.join(sorted(changed.keys() - held.keys()))}")
    copy = object.__new__(type(noun))
    copy.__dict__ = {**held, **changed}
    return copy
