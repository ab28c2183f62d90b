"""What a command cannot be understood without."""

from __future__ import annotations


class NotUnderstood(Exception):
    """The command was understood only in part. The sentence says what to add."""
